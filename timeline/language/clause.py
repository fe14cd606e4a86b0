"""The clauses of a sentence, and which clause governs which: a date speaks of the clause it stands in."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.article import Span
from timeline.language.coordination import COORDINATE, MAIN
from timeline.language.inset import describes
from timeline.language.marker import CONTRAST, FRONTED, RELATIVE, RESUMED, Opening
from timeline.language.opening import openings_of


class Clause(NamedTuple):
    """One clause.

    kind
        ``main``, or how its first word joins it to its governor: ``subordinate``, ``simultaneous``, ``complement``,
        ``inclusion``, ``conditional``, ``contrast``, ``circumstance``, ``coordinate``, ``relative``, ``predicate``;
        ``resumed`` is what follows a clause that stands inside another, and goes on with that one.
    governor
        Index of the clause it hangs on; None for the first main clause.
    """

    span: Span
    kind: str
    governor: int | None


def split_clauses(text: str, sentence: Span, dates: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """Return the clauses of `sentence`, in order, covering it; `dates` are spans in which nothing opens or ends.

    A clause that is fronted ("Sejak banjir pada 2022, desa itu sepi") ends at its comma and hangs on what follows.
    """
    openings = openings_of(text, sentence, dates)
    main = next((number for number, one in enumerate(openings) if one.kind == MAIN), None)
    clauses: list[Clause] = []
    for one, end in zip(openings, [*(it.start for it in openings[1:]), sentence.end], strict=True):
        governor = _governor(text, one, clauses) if clauses else main or None
        clauses.append(Clause(Span(one.start, end), one.kind, governor))
    return tuple(clauses)


def _governor(text: str, opening: Opening, clauses: Sequence[Clause]) -> int | None:
    """Return the clause that one hangs on: the one before; of what resumes, that on which the inner one hangs.

    A comma before "and" or "but" closes what is subordinate: in "X pulang |setelah Y tiba|, dan menemui Z" X met Z.
    """
    last = clauses[-1]
    if opening.kind == RESUMED:
        return next(one.governor for one in clauses if one.span.start == opening.inner)
    if opening.kind == MAIN:
        return None
    joined = opening.kind in (COORDINATE, CONTRAST) and last.kind in (*FRONTED, CONTRAST) and last.governor is not None
    if joined and last.span.of(text).rstrip().endswith(","):
        return last.governor
    return len(clauses) - 1


def index_at(clauses: Sequence[Clause], position: int) -> int:
    """Return the index of the clause that holds `position`; the last one if it lies at the end."""
    return next((i for i, clause in enumerate(clauses) if position < clause.span.end), len(clauses) - 1)


def index_of(text: str, clauses: Sequence[Clause], date: Span) -> int:
    """Return the index of the clause a date stands in: what only describes has none ("|yang mampu terbang|")."""
    index = index_at(clauses, date.start)
    clause = clauses[index]
    aside = clause.kind == RELATIVE and describes(text[clause.span.start : date.start])
    return clause.governor if aside and clause.governor is not None else index


def open_clause(clauses: Sequence[Clause], at: int, kind: str) -> tuple[Clause, ...]:
    """Return the clauses with one more that begins at `at`, where no word opens it: what somebody says or a noun does.

    "Lurah mengatakan |Rini menemui petani." "Serangan pada Senin |memicu kecaman lurah."
    """
    index = index_at(clauses, at)
    inner = clauses[index]
    told = Clause(Span(inner.span.start, at), inner.kind, inner.governor)
    later = [one._replace(governor=_moved(one.governor, index)) for one in clauses[index + 1 :]]
    return (*clauses[:index], told, Clause(Span(at, inner.span.end), kind, index), *later)


def _moved(governor: int | None, index: int) -> int | None:
    return governor if governor is None or governor < index else governor + 1
