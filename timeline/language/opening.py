"""Where the clauses of a sentence open."""

from collections.abc import Sequence
from functools import cache

import re2

from timeline.article import Span
from timeline.language.conjunction import clause_words, points_back, predicate, tells_deed
from timeline.language.coordination import MAIN, SIGNS, joined_as
from timeline.language.inset import comma_in, is_apposition, with_interposed, with_relatives
from timeline.language.marker import (
    CONTRAST,
    FRONTED,
    PREFIXED,
    RELATIVE,
    Marker,
    Opening,
    marker_of,
    markers,
    relative_words,
)
from timeline.pattern import compiled_bytes, find_spans
from timeline.ruletable import rule_table

# What closes a dateline.
DATELINE_ENDS = (":", "-", "–", "—")


def openings_of(text: str, sentence: Span, dates: Sequence[Span]) -> list[Opening]:
    """Return where the clauses of a sentence open, in order, the first at its start; `dates` hold no opening.

    Where a clause is fronted, the main one opens at its comma.
    """
    found = _openings(text, sentence, dates)
    behind = Span(found[0].start if found else sentence.start, sentence.end)
    if found and _leads_on(text, Span(sentence.start, found[0].start), found[0].kind, dates):
        found[0] = Opening(sentence.start, found[0].kind)
    if not found or found[0].start > sentence.start:
        return [Opening(sentence.start, MAIN), *found]
    comma = comma_in(text, behind, dates)
    return found if comma is None else sorted([*found, Opening(comma, MAIN)], key=lambda one: one.start)


def _leads_on(text: str, front: Span, kind: str, dates: Sequence[Span]) -> bool:
    """Say whether what comes before a fronted clause only tells how long ("|Sebulan| sebelum panen, …", "Tak lama").

    Or where the report is from ("|DEMAK -| Setelah panen, …").
    """
    if kind not in FRONTED or front.start == front.end:
        return False
    if front.of(text).rstrip().endswith(DATELINE_ENDS) and text[front.end].isupper() and not tells_deed(front.of(text)):
        return True
    told = next((one.start for one in dates if front.start < one.end <= front.end), front.end)
    length = next((one.end for one in dates if front.start <= one.start < front.end), front.end)
    around = f"{text[front.start : told]} {text[length : front.end]}"
    return all(word.lower() in clause_words("lead") for word in around.split())


def _openings(text: str, sentence: Span, dates: Sequence[Span]) -> list[Opening]:
    found: list[Opening] = []
    relatives: list[int] = []
    for start, end, written in find_spans(_pattern(), sentence.of(text)):
        word, printed = Span(sentence.start + start, sentence.start + end), written.decode()
        if any(word.overlaps(date) for date in dates) or printed.lower() in clause_words("compound"):
            continue
        begun = Span(found[-1].start if found else sentence.start, word.start)
        rest = Span(word.end, sentence.end)
        marker = marker_of(printed)
        kind = _marked_as(text, marker, begun, rest, dates) if marker else _parted_as(text, begun, word, rest, dates)
        opens = word.end if printed in SIGNS else word.start
        if kind == RELATIVE:
            relatives.append(opens)
        elif kind:
            found.append(Opening(opens, kind))
    found = with_relatives(text, sentence, dates, found, relatives)
    return with_interposed(text, sentence, dates, found)


def _marked_as(text: str, marker: Marker, begun: Span, rest: Span, dates: Sequence[Span]) -> str | None:
    """Return what the marker between `begun` and `rest` opens where it stands, or None."""
    if not marker.none_before.isdisjoint(rest.of(text).split(maxsplit=1)[:1]):
        return None
    if marker.apart and begun.of(text).rstrip()[-1:] not in ("", ","):
        return None
    back = points_back(text, rest.start)
    if marker.kind == CONTRAST and back and not begun.of(text).strip():
        return None  # "|Sementara itu| bupati pulang"
    before_date = back or any(date.start == rest.start + 1 for date in dates)
    return None if marker.preposition and before_date else marker.kind


def _parted_as(text: str, begun: Span, sign: Span, rest: Span, dates: Sequence[Span]) -> str | None:
    """Return what a comma, a semicolon or a conjunction opens where it stands, or None."""
    if sign.of(text) in SIGNS:
        if _is_marked(text, begun, rest.of(text)):
            return None
        if is_apposition(text, begun, rest, dates):
            return RELATIVE
    return joined_as(text, begun, sign, rest.end, dates)


def _is_marked(text: str, begun: Span, rest: str) -> bool:
    """Say whether a comma stands before a word that opens a clause, or closes a relative one (", |yang| tiba,")."""
    first = rest.split(maxsplit=1)[:1]
    last = begun.of(text).rpartition(",")[2].split(maxsplit=1)[:1]
    return not markers().keys().isdisjoint(first) or not relative_words().isdisjoint(last)


@cache
def _pattern() -> "re2._Regexp[bytes]":
    """Return one pattern over every word and sign that may open a clause."""
    words = (word.replace(PREFIXED, r"-?\pL+") for word in sorted(markers(), key=len, reverse=True))
    conjunctions = "|".join(rule_table("clause.toml")["coordinate"]["words"])
    return compiled_bytes(rf"\b(?:{'|'.join(words)})\b|\b(?:{conjunctions})(?: {predicate()})?\b|[,;]")
