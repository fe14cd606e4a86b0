"""Text as e-mail, chats and copies of a page have it: marks of quotation off, senders apart, broken lines joined."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import re2

from timeline.article import Span
from timeline.pattern import compiled
from timeline.publication.dateline import LONGEST_DATELINE, date_line, full_dates, is_label
from timeline.ruletable import rule_words

# What stands between a day and its hour in some date lines.
BETWEEN = " /|·•-–"
# Characters of a page in which its date line is looked for.
TOP = 600
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
    """Return `text` with its date lines on lines of their own, where a long line or a word runs on behind the hour.

    So it does on a page copied without its breaks, and where a page prints the report right behind ("WIBJAKARTA, …").
    """
    for span in reversed(list(_date_lines(text))):
        text = f"{text[: span.start].rstrip(' ')}\n{span.of(text).lstrip(' ')}\n{text[span.end :].lstrip(' ')}"
    return text


def _date_lines(text: str) -> Iterator[Span]:
    """Yield the days with an hour and its zone that are told in no sentence, and do not end their lines."""
    for hour in _zoned().finditer(text, 0, TOP):
        start, end = text.rfind("\n", 0, hour.start()) + 1, hour.end()
        if text[end : end + 1].isupper() or "\n" not in text[end : start + LONGEST_DATELINE]:
            line = text[start:end]
            ends = (line, line.removesuffix(hour[0]).rstrip(BETWEEN))
            day = next((day for day in full_dates(line) if line[: day.end] in ends), None)
            before, _, word = line[: day.start].rstrip().rpartition(" ") if day else ("", "", "")
            if day and is_label(word):
                yield Span(start + len(before), end)
            elif day and _is_date_line(f"{word} {day.text}"):
                yield Span(start + day.start, end)


def _is_date_line(text: str) -> bool:
    """Say whether a day, with the word before it, is a date line: no small letter ("pada", "pukul") makes it prose."""
    return not any(word[0].islower() for word in text.split()) and date_line(text) is not None


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


@cache
def _zoned() -> "re2._Regexp[str]":
    """Return what finds an hour with its zone."""
    zones = "|".join(sorted(rule_words("page.toml", "zone"), key=len, reverse=True))
    return compiled(rf"\d{{1,2}}[.:]\d{{2}} (?:{zones})")


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
