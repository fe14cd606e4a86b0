"""The clauses of a sentence, and which clause governs which: a date speaks of the clause it stands in."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import re2

from timeline import folders
from timeline.article import Span
from timeline.language.conjunction import joins_verbs, names_subject, opens_with_verb, points_back, tells_deed
from timeline.pattern import compiled_bytes, find_spans

RULES = folders.RULES / "clause.toml"
RELATIVE, RESUMED, SEQUEL = "relative", "resumed", "sequel"
# Words of a relative clause that no comma sets apart, up to its date ("yang dikeluarkan Serbia pada 2004").
LONGEST_RELATIVE = 6
# Clauses that a length of time may lead up to.
FRONTED = frozenset(["subordinate", "simultaneous"])
# A marker of this kind opens a clause only where a sentence or its part begins.
ASIDES = frozenset(["circumstance", SEQUEL])


class Clause(NamedTuple):
    """One clause.

    kind
        ``main``, or how its first word joins it to its governor: ``subordinate``, ``simultaneous``, ``complement``,
        ``inclusion``, ``conditional``, ``contrast``, ``circumstance``, ``coordinate``, ``relative``; ``resumed`` is
        what follows a relative clause and goes on with the clause before it.
    governor
        Index of the clause it hangs on; None for the first main clause.
    """

    span: Span
    kind: str
    governor: int | None


@dataclass(frozen=True, slots=True)
class _Opening:
    start: int
    kind: str


def split_clauses(text: str, sentence: Span, dates: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """Return the clauses of `sentence`, in order, covering it; `dates` are spans in which nothing opens or ends.

    A clause that is fronted ("Sejak banjir pada 2022, desa itu sepi") ends at its comma and hangs on what follows.
    """
    openings = _openings(text, sentence, dates)
    if openings and _leads_on(text, Span(sentence.start, openings[0].start), openings[0].kind, dates):
        openings[0] = _Opening(sentence.start, openings[0].kind)
    bounds = [_Opening(sentence.start, "main")] if not openings or openings[0].start > sentence.start else []
    clauses: list[Clause] = []
    for number, opening in enumerate([*bounds, *openings]):
        rest = [*bounds, *openings][number + 1 :]
        end = rest[0].start if rest else sentence.end
        fronted = opening.start == sentence.start and opening.kind != "main"
        comma = _comma(text, Span(opening.start, end), dates) if fronted else None
        if comma is not None:
            clauses.append(Clause(Span(opening.start, comma), opening.kind, 1))
            clauses.append(Clause(Span(comma, end), "main", None))
        else:
            governor = clauses[-1].governor if opening.kind == RESUMED else _governor(clauses)
            clauses.append(Clause(Span(opening.start, end), opening.kind, governor))
    return tuple(clauses)


def clause_at(clauses: Sequence[Clause], position: int) -> int:
    """Return the index of the clause that holds `position`; the last one if it lies at the end."""
    return next((i for i, clause in enumerate(clauses) if position < clause.span.end), len(clauses) - 1)


def open_complement(clauses: Sequence[Clause], at: int) -> tuple[Clause, ...]:
    """Return the clauses with one more that begins at `at`: what somebody says, where no word opens it.

    "Lurah mengatakan |Rini menemui petani."
    """
    index = clause_at(clauses, at)
    inner = clauses[index]
    told = Clause(Span(inner.span.start, at), inner.kind, inner.governor)
    later = [one._replace(governor=_moved(one.governor, index)) for one in clauses[index + 1 :]]
    return (*clauses[:index], told, Clause(Span(at, inner.span.end), "complement", index), *later)


def _moved(governor: int | None, index: int) -> int | None:
    return governor if governor is None or governor < index else governor + 1


def _leads_on(text: str, front: Span, kind: str, dates: Sequence[Span]) -> bool:
    """Say whether what comes before a fronted clause only tells how long ("|Sebulan| sebelum panen, …", "Tak lama")."""
    told = next((one.start for one in dates if front.start < one.end <= front.end), front.end)
    length = next((one.end for one in dates if front.start <= one.start < front.end), front.end)
    if kind not in FRONTED or front.start == front.end or text[length : front.end].strip():
        return False
    return all(word.lower() in _words("lead") for word in text[front.start : told].split())


def _governor(earlier: list[Clause]) -> int | None:
    return len(earlier) - 1 if earlier else None


def _comma(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return the position after the first comma of `span` that lies in no date, or None."""
    position = text.find(",", span.start, span.end)
    while position >= 0:
        if not any(date.start <= position < date.end for date in dates):
            return position + 1
        position = text.find(",", position + 1, span.end)
    return None


def _openings(text: str, sentence: Span, dates: Sequence[Span]) -> list[_Opening]:
    pattern, markers = _markers()
    found: list[_Opening] = []
    relatives: list[int] = []
    for start, end, written in find_spans(pattern, text[sentence.start : sentence.end]):
        span = Span(sentence.start + start, sentence.start + end)
        if any(span.overlaps(date) for date in dates):
            continue
        printed = written.decode()
        marker = markers.get(printed.lower())
        if marker is None:
            begun = Span(found[-1].start if found else sentence.start, span.start)
            joins = joins_verbs(text, begun, printed) or names_subject(text, begun, Span(span.end, sentence.end))
            opens = _dates_verb(text, Span(span.end, sentence.end), dates) or _dates_another(
                text, begun, span.end, dates
            )
            if joins or opens or _follows_date(text, span, dates):
                found.append(_Opening(span.start, "coordinate"))
        elif marker.kind == RELATIVE:
            relatives.append(span.start)
        elif (
            marker.none_before
            and not marker.none_before.isdisjoint(text[span.end : sentence.end].split(maxsplit=1)[:1])
        ) or (marker.kind in ASIDES and text[sentence.start : span.start].rstrip()[-1:] not in ("", ",")):
            continue
        elif not (
            marker.preposition and (any(date.start == span.end + 1 for date in dates) or points_back(text, span.end))
        ):
            found.append(_Opening(span.start, marker.kind))
    return _with_relatives(text, sentence, dates, found, relatives) if relatives else found


def _with_relatives(
    text: str, sentence: Span, dates: Sequence[Span], openings: list[_Opening], starts: Sequence[int]
) -> list[_Opening]:
    """Return `openings` with the relative clauses that begin at `starts` and what resumes after them."""
    found = list(openings)
    done = sentence.start
    for start in starts:
        stop = next((one.start for one in openings if one.start > start), sentence.end)
        end = _relative_end(text, Span(start, stop), dates)
        if end is None or start <= done:
            continue
        found.append(_Opening(start, RELATIVE))
        if text[end:stop].strip(' .,)”"'):
            found.append(_Opening(end, RESUMED))
        done = end
    return sorted(found, key=lambda one: one.start)


def _relative_end(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return where the relative clause that begins `span` ends: at its comma, or right after the date it is short of.

    None where neither shows: it is then no clause of its own.
    """
    if text[max(span.start - 2, 0) : span.start].rstrip().endswith(","):
        return _comma(text, span, dates) or span.end
    date = next((date for date in dates if span.start < date.start < span.end), None)
    between = text[span.start : date.start] if date else ""
    if date is None or "," in between or len(between.split()) > LONGEST_RELATIVE or _describes(between):
        return None
    return date.end


def _describes(words: str) -> bool:
    """Say whether a relative clause is but an adjective: the date after it is not its own then ("yang baru pada …")."""
    _, adjective, *rest = [*words.lower().split(), ""]
    return adjective in _words("adjective") and all(word in _words("dating") for word in rest if word)


def _follows_date(text: str, span: Span, dates: Sequence[Span]) -> bool:
    """Say whether the conjunction at `span` stands right after a date and joins no other date to it.

    "Setelah rapat pada 2006 |dan 2009|, …" has two dates of one clause.
    """
    told = any(date.end <= span.start and not text[date.end : span.start].strip(" ,)") for date in dates)
    joined = any(date.start == span.end + 1 and text[date.end : date.end + 1] == "," for date in dates)
    return told and not joined and any(date.start > span.end for date in dates)


def _dates_another(text: str, begun: Span, at: int, dates: Sequence[Span]) -> bool:
    """Say whether after a conjunction a date comes first, then a subject ("X tiba dan setahun kemudian Y datang")."""
    date = next((one for one in dates if one.start == at + 1), None)
    return (
        date is not None and text[date.end + 1 : date.end + 2].isupper() and tells_deed(text[begun.start : begun.end])
    )


def _dates_verb(text: str, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether a date and a verb follow a conjunction ("tiba Senin dan |keesokan harinya menemui| lurah")."""
    date = next((date for date in dates if rest.start < date.start and date.end < rest.end), None)
    if date is None or not all(word.lower() in _words("dating") for word in text[rest.start : date.start].split()):
        return False
    return opens_with_verb(text[date.end : rest.end].lstrip())


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    preposition: bool
    none_before: frozenset[str] = frozenset()


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(tomllib.loads(RULES.read_text(encoding="utf-8"))[section]["words"])


@cache
def _markers() -> tuple["re2._Regexp[bytes]", dict[str, _Marker]]:
    """Return one pattern over every opening word, and the marker of each word that opens a clause by itself."""
    tables = tomllib.loads(RULES.read_text(encoding="utf-8"))
    markers = {
        word: _Marker(row["kind"], row.get("preposition", False), frozenset(row.get("none_before", ())))
        for row in tables["marker"]
        for word in row["words"]
    }
    alternatives = "|".join(sorted(markers, key=len, reverse=True))
    conjunctions, verb = "|".join(tables["coordinate"]["words"]), tables["coordinate"]["verb"]
    return compiled_bytes(rf"\b(?:{alternatives})\b|\b(?:{conjunctions})(?: {verb})?\b"), markers


@cache
def relative_words() -> frozenset[str]:
    """Return the words that open a relative clause."""
    markers = tomllib.loads(RULES.read_text(encoding="utf-8"))["marker"]
    return frozenset(word for row in markers if row["kind"] == RELATIVE for word in row["words"])
