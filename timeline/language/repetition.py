"""How often a deed is told to be done: for the how-manieth time, several times at once, or once more."""

from collections.abc import Iterator
from functools import cache

import re2

from timeline.article import Span
from timeline.language.cue import cue_table, cue_words
from timeline.pattern import compiled_bytes, find_spans, occurs

# Characters behind an ordinal that may tell within which time it counts.
LINE = 80
# The number whose word also tells that two take part ("pertemuan |kedua| pihak").
SECOND = 2


def ordinal_of(text: str, clause: Span) -> int | None:
    """Return the how-manieth time of all the clause says it is, or None; within a time it may be another."""
    told = clause.of(text)
    any_number, *numbers = _ordinals()
    counted = next(((start, end) for start, end, _ in find_spans(any_number, told)), None)
    if counted is None:
        return None
    behind = _close_behind(text, clause.start + counted[1])
    if occurs(_counted_within(), behind) or occurs(_counted_in_year(), told[: counted[1]] + behind):
        return None
    found = next(number for number, pattern in enumerate(numbers, 1) if occurs(pattern, told))
    return None if found == SECOND and occurs(compiled_bytes(cue_table()["ordinal"]["both"]), told) else found


def frames_count(text: str, expression: Span, sentence: Span) -> bool:
    """Say whether an expression only says within which time an ordinal counts ("pertemuan kedua |tahun ini|").

    A year may be when it was: "ini pertemuan kedua mereka pada |2025|" counts, "pertemuan kedua pada |2019|" dates.
    """
    before = list(find_spans(_ordinals()[0], text[sentence.start : expression.start]))
    in_year = occurs(_counted_in_year("$"), text[sentence.start : expression.end])
    if not before or not (in_year or occurs(_counted_within(), expression.of(text))):
        return False
    return sentence.start + before[-1][1] + len(_close_behind(text, sentence.start + before[-1][1])) > expression.start


def _counted_within() -> "re2._Regexp[bytes]":
    return compiled_bytes(cue_table()["ordinal"]["framed"])


def _counted_in_year(end: str = "") -> "re2._Regexp[bytes]":
    return compiled_bytes(cue_table()["ordinal"]["years"] + end)


def _close_behind(text: str, at: int) -> str:
    """Return what stands behind, up to the next comma or word that goes on to something else."""
    ends = next(
        (start for start, _, _ in find_spans(compiled_bytes(cue_table()["ordinal"]["ends"]), text[at : at + LINE])),
        LINE,
    )
    return text[at : at + ends]


def ordinal_words(text: str) -> Iterator[int]:
    """Yield where a word stands without which nothing is a how-manieth time."""
    return (start for start, _, _ in find_spans(_ordinal_word(), text))


def is_counted(text: str, clause: Span) -> bool:
    """Say whether the clause tells of several times at once."""
    return occurs(cue_words("counted"), clause.of(text))


def tells_another(text: str, clause: Span) -> bool:
    """Say whether the clause tells of one more deed of a kind ("juga meneken")."""
    return occurs(cue_words("another"), clause.of(text))


@cache
def _ordinal_word() -> "re2._Regexp[bytes]":
    table = cue_table()["ordinal"]
    return compiled_bytes("|".join(word for words in table["numbers"] for word in words))


@cache
def _ordinals() -> tuple["re2._Regexp[bytes]", ...]:
    """Return the pattern of any ordinal, then that of each number from one on."""
    table = cue_table()["ordinal"]
    numbers = [
        "|".join(pattern.replace("{number}", f"(?:{'|'.join(words)})") for pattern in table["patterns"])
        for words in table["numbers"]
    ]
    return tuple(compiled_bytes(rf"(?:{alternative})(?:\W|$)") for alternative in ("|".join(numbers), *numbers))
