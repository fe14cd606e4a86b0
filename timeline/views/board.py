"""The events of a chronology as the views need them, taken out of the tables once and kept for all readers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.chronology import Chronology
from timeline.edtf import DateValue, Mod
from timeline.message import LANGUAGES, Language
from timeline.schema import rows
from timeline.selection import FACETS, OPEN_END, OPEN_START, EventIndex, Mask
from timeline.views.axis import DAYS_A_YEAR, FOLD_AFTER, Floats, day_of, extent_of

FEW_SOURCES = 60

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Board:
    """Everything a page shows, in memory.

    events, claims, articles, actors
        Records by row or by id, with the columns of the chronology.
    first, last
        Bounds in years; an open end reaches to its newest source, an open beginning is not drawn.
    order
        Rows by date, undated ones last.
    offered
        The values of each facet, those that most events have first; sources as listed while they are few.
    published
        How many articles each publisher has.
    rank
        Place of each row among all by weight: core events first, then those that more sources tell.
    """

    chronology: Chronology
    index: EventIndex
    events: Sequence[Record]
    claims: Mapping[str, Record]
    articles: Mapping[str, Record]
    actors: Mapping[str, Record]
    first: Floats
    last: Floats
    order: NDArray[np.int64]
    offered: Mapping[str, Sequence[str]]
    published: Mapping[str, int]
    rank: NDArray[np.int64]

    @classmethod
    def of(cls, chronology: Chronology) -> "Board":
        """Return the board of `chronology`."""
        index = EventIndex.of(chronology)
        events = rows(chronology.events, "events")
        articles = {row["id"]: row for row in rows(chronology.articles, "articles")}
        first, last = _bounds(index, events, articles)
        known = np.where(index.first > OPEN_START, index.first, index.last)  # by the end that is told
        order = np.lexsort((index.last, known, ~index.dated))
        return cls(
            chronology=chronology,
            index=index,
            events=events,
            claims={row["id"]: row for row in rows(chronology.claims, "claims")},
            articles=articles,
            actors={actor["id"]: actor for actor in chronology.actors},
            first=first,
            last=last,
            order=order,
            rank=_rank(index, events),
            published=Counter(str(article.get("publisher") or name) for name, article in articles.items()),
            offered={facet: _offered(index, facet) for facet in FACETS},
        )

    @property
    def years(self) -> tuple[int, int]:
        """Return the first and last calendar year that an event falls in; (1, 1) where nothing is dated."""
        dated = self.index.dated
        if not dated.any():
            return 1, 1
        return day_of(self.first[dated].min()).year, day_of(self.last[dated].max() - 1 / DAYS_A_YEAR).year

    def extent(self, shown: Mask | None = None) -> tuple[float, float]:
        """Return the stretch of whole years or months around the dated events, or those of them that are `shown`."""
        dated = self.index.dated if shown is None else shown & self.index.dated
        if not dated.any():
            return 0.0, 1.0
        return extent_of(self.first[dated], self.last[dated])

    @property
    def foldable(self) -> bool:
        """Say whether its events lie over years enough for some to be folded."""
        first, last = self.extent()
        return last - first >= FOLD_AFTER

    def actor_name(self, actor: str, language: Language) -> str:
        """Return an actor's name, or the id where nobody by that id is listed."""
        return _in(self.actors[actor]["name"], language) if actor in self.actors else actor

    def publisher(self, article: str) -> str:
        """Return who published an article, or its id where the page does not say."""
        return str(self.articles[article].get("publisher") or article) if article in self.articles else article

    def weight(self, row: int) -> int:
        """Return how many independent sources tell of an event."""
        return int(self.events[row]["independent_sources"])

    def label(self, row: int, language: Language) -> str:
        """Return what an event is called; where that is word for word what its source says, in quotation marks."""
        words = _in(self.events[row]["label"], language)
        return f"“{words}”" if self.untranslated(row) and self._verbatim(row, words) else words

    def untranslated(self, row: int) -> bool:
        """Say whether an event's label is made of its source's words, the same in every language."""
        label = self.events[row]["label"]
        return isinstance(label, Mapping) and len(set(label.values())) == 1

    def spoken(self, row: int, language: Language) -> Language:
        """Return the language of an event's label on a page in `language`."""
        return LANGUAGES[0] if self.untranslated(row) else language

    def _verbatim(self, row: int, words: str) -> bool:
        told = words.removesuffix("…").rstrip()
        quotes = (self.claims[claim]["quote"] for claim in self.events[row]["claims"] if claim in self.claims)
        return any(told in " ".join(quote.split()) for quote in quotes)


def _rank(index: EventIndex, events: Sequence[Record]) -> NDArray[np.int64]:
    weights = np.array([-int(event["independent_sources"]) for event in events], dtype=np.int64)
    rank = np.empty(len(events), dtype=np.int64)
    rank[np.lexsort((weights, ~index.core))] = np.arange(len(events))
    return rank


def _offered(index: EventIndex, facet: str) -> list[str]:
    totals = index.tally(facet, np.ones(len(index.ids), dtype=bool))
    values = index.values[facet]
    if facet == "sources" and len(values) <= FEW_SOURCES:
        return list(values)
    return [values[column] for column in np.argsort(-totals, kind="stable").tolist()]


def shape(edtf: str | None, mod: str | None) -> str:
    """Return how a date is drawn: day, month, year, span, approx, since, until, or none.

    Parts of a month or year, decades, centuries and dates marked as approximate all are `approx`.
    """
    if not edtf:
        return "none"
    try:
        value = DateValue.parse(edtf, Mod(mod) if mod else None)
    except ValueError:
        return "none"
    if value.precision == "open":
        return "until" if value.earliest is None else "since"
    if mod or edtf.endswith("~") or value.precision in ("decade", "century"):
        return "approx"
    return value.precision


def _in(words: object, language: Language) -> str:
    return str(words[language]) if isinstance(words, Mapping) else str(words)


def _bounds(index: EventIndex, events: Sequence[Record], articles: Mapping[str, Record]) -> tuple[Floats, Floats]:
    """Return first and last of each event in years; an open end reaches to the newest of its sources.

    Of what only ends, the end is all that is told: it begins there.
    """
    first, last = index.first.astype(float), index.last.astype(float)
    closed_first, closed_last = index.first > OPEN_START, index.last < OPEN_END
    newest = max([*last[closed_last], *first[closed_first]], default=1.0)
    for row in np.flatnonzero(index.dated & ~closed_last).tolist():
        told = [_published(articles[one]) for one in events[row]["sources"] if one in articles]
        last[row] = max([day for day in told if day is not None], default=newest)
        last[row] = max(last[row], first[row])
    first = np.where(closed_first, first, last)
    return first / DAYS_A_YEAR, (last + 1) / DAYS_A_YEAR


def _published(article: Record) -> float | None:
    published = article.get("published") or {}
    day = published.get("latest") or published.get("earliest")
    return float(date.fromisoformat(day).toordinal()) if day else None
