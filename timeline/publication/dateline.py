"""What a line that dates a page says: its full date, and whether that is of publication, of a change, or of neither."""

import re
from functools import cache

from timeline.dates.normaliser import read_timexes
from timeline.dates.timex import Timex
from timeline.ruletable import rule_words

# Words that a date line may hold beside its dates (place, author, section).
DATELINE_WORDS = 5
LONGEST_DATELINE = 120
# What stands between the words of a line, and a sign of one of its parts.
BETWEEN = re.compile(r"[\s·•|]+")
WITHIN = r"[^|·•\n]"
# What a line begins with, set off by a bar: the section of the paper ("Kabar dunia | ").
SECTION = re.compile(r"^[^\W\d]+ [^\W\d]+ \|")
# Two words of a title that run on into a date, nothing between them: "Kerusuhan Jakarta 21 Mei 2019".
RUNS_ON = re.compile(r"(?:^|\s)([^\W\d]\S*) ([^\W\d](?:\S*\w)?) \Z")


def date_line(text: str) -> Timex | None:
    """Return the full date of a line that says little else; None of one that dates only a change or something named."""
    if len(text) > LONGEST_DATELINE or not any(letter.isdigit() for letter in text):
        return None
    told = without_change(text)
    days = full_dates(told)
    # none, or those of a life: "(Demak, 12 Mei 1940 - Kudus, 3 Juni 2011)"
    if len({day.earliest for day in days}) != 1:
        return None
    rest = _outside(SECTION.sub(lambda found: " " * len(found[0]), told), days)
    is_prose = len(rest) > DATELINE_WORDS or any(_is_of_prose(word) for word in rest)
    return None if is_prose or _is_of_another(told[: days[0].start]) else days[0]


def full_dates(text: str) -> list[Timex]:
    """Return the days that a line prints in full."""
    return [one for one in read_timexes(text, None) if one.when and one.when.precision == "day"]


def without_change(text: str) -> str:
    """Return a line with blanks for what it tells of a change ("| Diperbarui 26 April 2019")."""
    return _changes().sub(lambda found: " " * len(found[0]), text)


def is_of_publication(text: str) -> bool:
    """Say whether a line says of itself that it tells when the article was published."""
    return any(_bare(word) in _words("published") for word in BETWEEN.split(without_change(text)))


def is_label(word: str) -> bool:
    """Say whether a word with a capital or a colon labels the day behind it as that of publication or of a change."""
    stands = word[:1].isupper() or word.endswith(":")
    return stands and any(_bare(word) in _words(kind) for kind in ("published", "changed"))


def belongs_to_title(text: str, timex: Timex) -> bool:
    """Say whether the words before a day run on into it, as those of a title do and those of a date line do not."""
    found = RUNS_ON.search(text[: timex.start]) if timex.type == "DATE" else None
    return found is not None and not any(map(_is_known, found.groups()))


def _outside(text: str, days: list[Timex]) -> list[str]:
    """Return the words of a line outside of its days."""
    for day in reversed(days):
        text = f"{text[: day.start]} {text[day.end :]}"
    return [word for word in BETWEEN.split(text) if word]


def _is_of_another(before: str) -> bool:
    """Say whether a label before a date names something else that is of that day ("Lahir: Demak, ")."""
    own = _words("labels") | _words("published")
    return any(word.endswith(":") and _bare(word) not in own for word in before.split())


def _is_of_prose(word: str) -> bool:
    """Say whether a word is one of a sentence: names are capitalised, addresses have a full stop inside.

    A word with a low line is the name of a sign, as copies of a page have it: "calendar_month Jum, 30 Mei 2025".
    """
    return word[0].islower() and "." not in word[:-1] and "_" not in word and not _is_known(word)


def _is_known(word: str) -> bool:
    """Say whether a date line may hold a word beside its date, whatever it tells."""
    return any(_bare(word) in _words(kind) for kind in ("words", "published"))


def _bare(word: str) -> str:
    return word.strip(",:.()").lower()


@cache
def _changes() -> re.Pattern[str]:
    # A figure may touch the word: "14:05:11Update".
    changed, published = (
        rf"(?<![^\W\d_])(?:{'|'.join(sorted(_words(kind)))})(?!\w)" for kind in ("changed", "published")
    )
    return re.compile(rf"(?i){changed}(?:(?!{published}){WITHIN})*")


def _words(kind: str) -> frozenset[str]:
    return rule_words("page.toml", "dateline", kind)
