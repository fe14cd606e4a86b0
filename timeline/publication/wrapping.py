"""Text as e-mail, chats and copies of a page have it: marks of quotation off, senders apart, broken lines joined."""

import re
from itertools import pairwise

from timeline.pattern import compiled
from timeline.ruletable import rule_words

# Characters of the longest line of a text that is broken at a width.
NARROWEST, WIDEST = 40, 130
# Breaks within a sentence that a text needs to be one, and their share of all its breaks between lines of print.
FEWEST, SHARE = 3, 0.25
# The part of the width that a line with the next word goes beyond where it was broken: letters are of unequal breadth.
FULL = 0.9
# What ends a line that was not broken within a sentence, how one goes on that was, and a line broken at a hyphen.
ENDS = '.!?:;”"’»)]'
CONTINUED = re.compile(r"[a-z]")
# How a message copied from a chat begins: day, hour and sender stand on the line of its text.
SENDER = re.compile(
    r"(?m)^(\[\d{1,2}[/.:]\d{1,2}[^\]\n]{4,30}\] ?[^:\n]{1,40}:|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?: [AP]M)? - [^:\n]{1,40}:) ?(?=\S)"
)
QUOTED = re.compile(r"^(?:> ?)+")
HYPHENATED = re.compile(r"\w-$")


def unquote(text: str) -> str:
    """Return `text` without the marks of an e-mail's quotation, if that many lines have them; else as it is."""
    lines = text.split("\n")
    quoted = [line for line in lines if line.startswith(">")]
    return "\n".join(QUOTED.sub("", line) for line in lines) if len(quoted) >= FEWEST else text


def part_senders(text: str) -> str:
    """Return `text` with who sent each message of a chat, and when, on a line of its own."""
    return SENDER.sub(r"\1\n", text)


def part_dateline(text: str) -> str:
    """Return `text` with what a page prints right behind the hour of its date line on a line of its own."""
    zones = "|".join(sorted(rule_words("page.toml", "zone"), key=len, reverse=True))
    hour = compiled(rf"(\d{{1,2}}[.:]\d{{2}} (?:{zones}))([A-Z]{{3,}}[, (])")
    return str(hour.sub(r"\1\n\2", text))


def unwrap(text: str) -> str:
    """Return `text` with the lines of each paragraph joined, if they were broken at a width; else as it is.

    A word broken at a hyphen keeps it ("Jong-" and "un").
    """
    lines = [line.strip() for line in text.split("\n")]
    width = _width(lines)
    if width is None:
        return text
    joined = lines[:1]
    for line, following in pairwise(lines):
        if line and following and _reach(line, following) > FULL * width:
            joined[-1] += following if HYPHENATED.search(line) else f" {following}"
        else:
            joined.append(following)
    return "\n".join(joined)


def _width(lines: list[str]) -> int | None:
    """Return the width at which the lines were broken; None where they were not."""
    breaks = [(line, following) for line, following in pairwise(lines) if line and following]
    within = [len(line) for line, following in breaks if line[-1] not in ENDS and CONTINUED.match(following)]
    if len(within) < max(FEWEST, SHARE * len(breaks)):
        return None
    return max(within) if NARROWEST <= max(within) <= WIDEST else None


def _reach(line: str, following: str) -> int:
    """Return how long a line would be with the first word of the next."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0])
