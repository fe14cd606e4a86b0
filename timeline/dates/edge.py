"""What touches an expression of time, or stands right before it: by that it may be part of something else."""

import re
from functools import cache

from timeline.dates.folding import is_letter
from timeline.dates.lookalike import is_ordinal
from timeline.ruletable import rule_table

JOINERS = b".,/:-"  # between digits they make one number of them
LONGEST_WORD = 24  # characters
APART_BEFORE = b" \n\r("  # what stands between words: the rest is looked at more closely
APART_AFTER = b" \n\r)"
BEFORE_FIGURES = b"$#@+=_"
AFTER_FIGURES = b"%_\xb0"  # the last is the degree sign
HYPHEN, BLANK = ord("-"), ord(" ")
FOUR_FIGURES = re.compile(rb"1\d{3},?")
DATING = "dating"  # a list that rules name
INSIDE = "inside"  # of a rule that asks for any word before it, in its own sentence
ENDING = b'.!?:"*>-\x7f'
OPENING = b'"([\x7f'  # the last is any mark that Latin-1 lacks, such as a quotation's


def follows(data: bytes, start: int, list_name: str) -> bool:
    """Say whether a word of that list stands right before `start`."""
    words = data[max(0, start - LONGEST_WORD) : start].split()
    if list_name == INSIDE:  # a sentence
        return bool(words) and data[start - 1] == BLANK and words[-1][-1] not in ENDING
    if list_name == DATING and data[start : start + 1].isdigit():
        words = _without_years(words)
    return bool(words) and words[-1].lstrip(OPENING).lower() in following(list_name)


def _without_years(words: list[bytes]) -> list[bytes]:
    """Return the words before a list of years that ends them: "pada |1811, 1815, dan| 1820"."""
    kept = len(words)
    while kept and (FOUR_FIGURES.fullmatch(words[kept - 1]) or (kept > 1 and words[kept - 1] in _and())):
        kept -= 1
    return words[:kept]


@cache
def _and() -> frozenset[bytes]:
    return frozenset(word.encode() for word in rule_table("date-context.toml")["list"]["and"])


@cache
def following(list_name: str) -> frozenset[bytes]:
    """Return the words of a list of `rules/date-context.toml`, after which some expressions are dates."""
    return frozenset(word.encode() for word in rule_table("date-context.toml")["after"][list_name])


def is_glued(data: bytes, start: int, end: int) -> bool:
    """Say whether letters or figures outside belong to it: it is then a part of a longer number, name or code."""
    return _glued_before(data, start, end) or (
        end < len(data) and data[end] not in APART_AFTER and _glued_after(data, end)
    )


def _glued_before(data: bytes, start: int, end: int) -> bool:
    if start == 0 or (data[start - 1] in APART_BEFORE and data[start - 2] != HYPHEN):
        return False
    if is_letter(data[start - 1]):
        return True
    if not data[start : start + 1].isdigit():
        return False
    before, earlier = data[start - 1 : start], data[max(0, start - 2) : start - 1]
    return (
        before in BEFORE_FIGURES
        or (before in JOINERS and earlier.isdigit())
        or (before == b"/" and earlier.isalpha() and data[start:end].isdigit())
        or is_ordinal(data, start)
    )


def _glued_after(data: bytes, end: int) -> bool:
    if not data[end - 1 : end].isdigit():
        return is_letter(data[end]) and data[end - 1 : end].isalpha()
    return (
        is_letter(data[end])
        or data[end] in AFTER_FIGURES
        or (data[end] in JOINERS and data[end + 1 : end + 2].isdigit())
    )
