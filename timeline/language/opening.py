"""Where the clauses of a sentence open, and where those that stand inside another end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import re2

from timeline.article import Span
from timeline.language.conjunction import clause_words, opens_with_verb, points_back, predicate, tells_deed, verbs_in
from timeline.language.coordination import COORDINATE, MAIN, SIGNS, dates_verb, joined_as
from timeline.pattern import compiled_bytes, find_spans
from timeline.ruletable import rule_table

CONTRAST, ONLOOKERS, RELATIVE, RESUMED, SEQUEL = "contrast", "circumstance", "relative", "resumed", "sequel"
# Words of a relative clause that no comma sets apart, up to its date, unless all it has is one verb.
LONGEST_RELATIVE = 6
# Clauses that a length of time may lead up to.
FRONTED = frozenset(["subordinate", "simultaneous"])
# A marker of this kind opens a clause only where a sentence or its part begins.
ASIDES = frozenset([ONLOOKERS, SEQUEL])
# Clauses that may stand between a subject and its verb.
INTERPOSED = frozenset([*FRONTED, "conditional", CONTRAST, ONLOOKERS])
# At the end of a marker that is written as one with the word after it.
PREFIXED = "-"


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause begins, and how; what resumes says where the clause `inner` began that stood in between."""

    start: int
    kind: str
    inner: int | None = None


def openings_of(text: str, sentence: Span, dates: Sequence[Span]) -> list[Opening]:
    """Return where the clauses of a sentence open, in order, the first at its start; `dates` hold no opening.

    Where a clause is fronted, the main one opens at its comma.
    """
    found = _openings(text, sentence, dates)
    if found and _leads_on(text, Span(sentence.start, found[0].start), found[0].kind, dates):
        found[0] = Opening(sentence.start, found[0].kind)
    if not found or found[0].start > sentence.start:
        return [Opening(sentence.start, MAIN), *found]
    comma = _comma(text, sentence, dates)
    return found if comma is None else sorted([*found, Opening(comma, MAIN)], key=lambda one: one.start)


def relative_words() -> frozenset[str]:
    """Return the words that open a relative clause."""
    return marker_words(RELATIVE)


@cache
def marker_words(kind: str) -> frozenset[str]:
    """Return the words that open a clause of that kind."""
    return frozenset(
        word for row in rule_table("clause.toml")["marker"] if row["kind"] == kind for word in row["words"]
    )


def _leads_on(text: str, front: Span, kind: str, dates: Sequence[Span]) -> bool:
    """Say whether what comes before a fronted clause only tells how long ("|Sebulan| sebelum panen, …", "Tak lama")."""
    told = next((one.start for one in dates if front.start < one.end <= front.end), front.end)
    length = next((one.end for one in dates if front.start <= one.start < front.end), front.end)
    around = f"{text[front.start : told]} {text[length : front.end]}"
    if kind not in FRONTED or front.start == front.end:
        return False
    return all(word.lower() in clause_words("lead") for word in around.split())


def _comma(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return the position after the first comma of `span` that lies in no date, or None."""
    position = text.find(",", span.start, span.end)
    while position >= 0:
        if not any(date.start <= position < date.end for date in dates):
            return position + 1
        position = text.find(",", position + 1, span.end)
    return None


def _openings(text: str, sentence: Span, dates: Sequence[Span]) -> list[Opening]:
    pattern, markers = _markers()
    found: list[Opening] = []
    relatives: list[int] = []
    for start, end, written in find_spans(pattern, sentence.of(text)):
        span = Span(sentence.start + start, sentence.start + end)
        if any(span.overlaps(date) for date in dates):
            continue
        printed = written.decode()
        prefix = "" if printed.lower() in markers else _prefix_of(printed.lower())
        marker = markers.get(prefix or printed.lower())
        if marker is None:
            begun = Span(found[-1].start if found else sentence.start, span.start)
            if printed in SIGNS and _is_marked(text, begun, text[span.end : sentence.end]):
                continue
            if printed in SIGNS and _is_apposition(text, begun, Span(span.end, sentence.end), dates):
                relatives.append(span.end)
            elif kind := joined_as(text, begun, span, sentence.end, dates):
                found.append(Opening(span.end if printed in SIGNS else span.start, kind))
        elif marker.kind == RELATIVE:
            relatives.append(span.start)
        elif (
            marker.none_before
            and not marker.none_before.isdisjoint(text[span.end : sentence.end].split(maxsplit=1)[:1])
        ) or ((prefix or marker.kind in ASIDES) and text[sentence.start : span.start].rstrip()[-1:] not in ("", ",")):
            continue
        elif not (
            marker.preposition and (any(date.start == span.end + 1 for date in dates) or points_back(text, span.end))
        ):
            found.append(Opening(span.start, marker.kind))
    found = _with_relatives(text, sentence, dates, found, relatives) if relatives else found
    return _with_interposed(text, sentence, dates, found)


def _is_marked(text: str, begun: Span, rest: str) -> bool:
    """Say whether a comma stands before a word that opens a clause, or closes a relative one (", |yang| tiba,")."""
    first = rest.split(maxsplit=1)[:1]
    last = begun.of(text).rpartition(",")[2].split(maxsplit=1)[:1]
    return not _markers()[1].keys().isdisjoint(first) or not relative_words().isdisjoint(last)


def _is_apposition(text: str, begun: Span, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether what follows a comma only tells since when somebody is what ("X, |lurah Demak sejak 2019,| tiba").

    It stands between the subject and its verb, ends in a date, and has words besides that are no preposition's.
    """
    end = _comma(text, rest, dates)
    date = next((one for one in dates if end is not None and one.end == end - 1), None)
    if end is None or date is None or date.start < rest.start or tells_deed(text[begun.start : end]):
        return False
    first, *words = text[rest.start : date.start].split() or [""]
    told = len(words) > 1 and all(word[0].isalnum() for word in words) and first not in clause_words("linked")
    return told and _goes_on(text, Span(end, rest.end), dates)


def _with_relatives(
    text: str, sentence: Span, dates: Sequence[Span], openings: list[Opening], starts: Sequence[int]
) -> list[Opening]:
    """Return `openings` with the relative clauses that begin at `starts` and what resumes after them."""
    found = list(openings)
    done = sentence.start
    for start in starts:
        stop = next((one.start for one in openings if one.start > start), sentence.end)
        end = _relative_end(text, Span(start, stop), dates)
        if end is None or start <= done:
            continue
        closing = next((one for one in found if one.start == end and one.kind == COORDINATE), None)
        if (
            closing and text[start - 2 : start] == ", "
        ):  # "X, yang tiba Senin|,| akan bertolak": the comma only closes it
            found.remove(closing)
            stop = next((one.start for one in openings if one.start > end), sentence.end)
        found += _set_apart(text, Span(start, end), RELATIVE, stop)
        done = end
    return sorted(found, key=lambda one: one.start)


def _with_interposed(text: str, sentence: Span, dates: Sequence[Span], openings: list[Opening]) -> list[Opening]:
    """Return `openings` with what resumes after a clause between commas before any verb ("X, |usai rapat,| pulang")."""
    found = list(openings)
    for number, opening in enumerate(openings):
        host = Span(openings[number - 1].start if number else sentence.start, opening.start)
        length = next((one.start for one in dates if host.start < one.start and one.end + 1 == host.end), host.end)
        before = text[host.start : length].rstrip()  # "X, |sehari| usai rapat, pulang"
        joined = number > 0 and openings[number - 1].kind == COORDINATE  # "pada 2001 |dan 2011|, sedangkan …"
        if joined or opening.kind not in INTERPOSED or not before.endswith(",") or tells_deed(before):
            continue
        end = _resumes(text, Span(opening.start, sentence.end), dates)
        if _is_date(text, Span(host.start, host.start + len(before)), dates):  # "Senin, |usai rapat,| X pulang"
            end = _comma(text, Span(opening.start, sentence.end), dates)
        if end is not None and not any(one.start in (end, end + 1) and one.kind != COORDINATE for one in openings):
            found = [one for one in found if one.start != end]
            found += _set_apart(text, Span(opening.start, end), opening.kind, sentence.end)[1:]
    return sorted(found, key=lambda one: one.start)


def _resumes(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return the position after the first comma of `span` behind which a verb goes on, maybe after a date; or None."""
    end = _comma(text, span, dates)
    while end is not None and not _goes_on(text, Span(end, span.end), dates):
        end = _comma(text, Span(end, span.end), dates)
    return end


def _goes_on(text: str, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether a verb follows, or a date and a verb."""
    return opens_with_verb(rest.of(text).lstrip()) or dates_verb(text, rest, dates)


def _is_date(text: str, front: Span, dates: Sequence[Span]) -> bool:
    """Say whether what stands in front is nothing but a date."""
    date = next((one for one in dates if front.covers(one)), None)
    rest = text[front.start : date.start] + text[date.end : front.end] if date else ""
    return date is not None and all(word.lower() in clause_words("dating") for word in rest.strip(" ,").split())


def _set_apart(text: str, inner: Span, kind: str, stop: int) -> list[Opening]:
    """Return where a clause opens inside another, and where that one goes on after it."""
    goes_on = bool(text[inner.end : stop].strip(' .,)”"'))
    return [Opening(inner.start, kind), *([Opening(inner.end, RESUMED, inner.start)] if goes_on else [])]


def _relative_end(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return where the relative clause that begins `span` ends: at its comma, or right after the date it is short of.

    None where neither shows: it is then no clause of its own.
    """
    if text[max(span.start - 2, 0) : span.start].rstrip().endswith(","):
        return _comma(text, span, dates) or span.end
    date = next((date for date in dates if span.start < date.start < span.end), None)
    between = text[span.start : date.start] if date else ""
    if date is None or "," in between or _describes(between):
        return None
    if len(between.split()) > LONGEST_RELATIVE and verbs_in(between) != 1:
        return None
    return date.end


def describes(words: str) -> bool:
    """Say whether a relative clause says what something is or can do, which has no day ("yang |mampu| mencapai Y")."""
    return not clause_words("describing").isdisjoint(words.lower().split(maxsplit=2)[1:2])


def _describes(words: str) -> bool:
    """Say whether a relative clause is but an adjective: the date after it is not its own then ("yang baru pada …")."""
    _, adjective, *rest = [*words.lower().split(), ""]
    return adjective in clause_words("adjective") and all(word in clause_words("dating") for word in rest if word)


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    preposition: bool
    none_before: frozenset[str] = frozenset()


def _prefix_of(word: str) -> str:
    """Return the marker that is written as one with the noun after it ("|pasca|gempa"), as the table has it; or ""."""
    prefixes = (one for one in _markers()[1] if one.endswith(PREFIXED))
    return next((one for one in prefixes if word.startswith(one.removesuffix(PREFIXED))), "")


@cache
def _markers() -> tuple["re2._Regexp[bytes]", dict[str, _Marker]]:
    """Return one pattern over every opening word, and the marker of each word that opens a clause by itself."""
    tables = rule_table("clause.toml")
    markers = {
        word: _Marker(row["kind"], row.get("preposition", False), frozenset(row.get("none_before", ())))
        for row in tables["marker"]
        for word in row["words"]
    }
    told = (word.replace(PREFIXED, r"-?\pL+") for word in sorted(markers, key=len, reverse=True))
    alternatives = "|".join(told)
    conjunctions = "|".join(tables["coordinate"]["words"])
    return compiled_bytes(rf"\b(?:{alternatives})\b|\b(?:{conjunctions})(?: {predicate()})?\b|[,;]"), markers
