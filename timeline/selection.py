"""Which events a reader asked to see, and how many each further choice would show.

The tables are folded once into arrays (`EventIndex`); a selection is then a few boolean products, whatever the number
of events. Within one facet choices widen (any of these actors), between facets they narrow (and any of these sources).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.chronology import Chronology
from timeline.edtf import DateValue

Mask = NDArray[np.bool_]
Days = NDArray[np.int64]

FACETS = ("actors", "sources", "types", "statuses")
OPEN_START, OPEN_END = date.min.toordinal(), date.max.toordinal()
HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u00a0\n\t"), " ")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader asked for; the empty selection shows everything.

    actors, sources, types, statuses
        Ids; a state stands for its people too, types are PLOVER's.
    since, until
        First and last period wanted, both inclusive, as fine as the reader gave them.
    text
        Words to be found in labels or quotes.
    core_only
        Leave out what is only context.
    """

    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: DateValue | None = None
    until: DateValue | None = None
    text: str = ""
    core_only: bool = False

    def facet(self, name: str) -> tuple[str, ...]:
        """Return the ids chosen in one of FACETS."""
        chosen: tuple[str, ...] = getattr(self, name)
        return chosen


@dataclass(frozen=True)
class EventIndex:
    """The events as arrays, one element or row an event, in the order of the table.

    values, pairs
        Per facet: its ids, and which event has which, as two columns: row of the event, number of the id.
    first, last
        Ordinals of the first and last day; open ends lie at the ends of the calendar.
    dated
        False where nothing dates the event.
    texts
        Folded labels and quotes, what `Selection.text` is looked for in.
    position
        Event id or alias to its row.
    """

    ids: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[Days, Days]]
    first: Days
    last: Days
    dated: Mask
    core: Mask
    texts: tuple[str, ...]
    position: Mapping[str, int]

    @classmethod
    def of(cls, chronology: Chronology) -> "EventIndex":
        """Return the index of all events of `chronology`."""
        events = chronology.events
        facets = {
            "actors": _with_owners(events["actors"], chronology.actors),
            "sources": [list(ids) for ids in events["sources"]],
            "types": [[kind] for kind in events["type"]],
            "statuses": [[status] for status in events["status"]],
        }
        listed = {"actors": [actor["id"] for actor in chronology.actors], "sources": list(chronology.articles["id"])}
        values = {name: _values(rows, listed.get(name, ())) for name, rows in facets.items()}
        first = [_ordinal(day, OPEN_START) for day in events["earliest"]]
        last = [_ordinal(day, OPEN_END) for day in events["latest"]]
        return cls(
            ids=tuple(events["id"]),
            values=values,
            pairs={name: _pairs(rows, values[name]) for name, rows in facets.items()},
            first=np.array(first, dtype=np.int64),
            last=np.array(last, dtype=np.int64),
            dated=np.array([a > OPEN_START or b < OPEN_END for a, b in zip(first, last, strict=True)], dtype=bool),
            core=events["core"].to_numpy(dtype=bool),
            texts=_search_texts(chronology),
            position=_positions(events["id"], events["aliases"]),
        )

    def shown(self, selection: Selection) -> Mask:
        """Return which events the selection shows."""
        return self._all(self._masks(selection))

    def counts(self, selection: Selection) -> dict[str, dict[str, int]]:
        """Return, per facet, how many events each value has under all other filters."""
        masks = self._masks(selection)
        found: dict[str, dict[str, int]] = {}
        for name in FACETS:
            others = self._all({key: mask for key, mask in masks.items() if key != name})
            found[name] = dict(zip(self.values[name], self.tally(name, others).tolist(), strict=True))
        others = self._all({key: mask for key, mask in masks.items() if key != "core"})
        found["core"] = {"inti": int((self.core & others).sum()), "semua": int(others.sum())}
        return found

    def having(self, facet: str, ids: Collection[str]) -> Mask:
        """Return which events have one of `ids`."""
        rows, numbers = self.pairs[facet]
        wanted = np.array([value in ids for value in self.values[facet]], dtype=bool)
        found: Mask = np.zeros(len(self.ids), dtype=bool)
        found[rows[wanted[numbers]]] = True
        return found

    def tally(self, facet: str, among: Mask) -> Days:
        """Return how many of the events `among` have each id of a facet."""
        rows, numbers = self.pairs[facet]
        return np.bincount(numbers[among[rows]], minlength=len(self.values[facet])).astype(np.int64)

    def _all(self, masks: Mapping[str, Mask]) -> Mask:
        result: Mask = np.ones(len(self.ids), dtype=bool)
        for mask in masks.values():
            np.logical_and(result, mask, out=result)
        return result

    def _masks(self, selection: Selection) -> dict[str, Mask]:
        masks: dict[str, Mask] = {}
        for name in FACETS:
            if chosen := set(selection.facet(name)):
                masks[name] = self.having(name, chosen)
        if selection.since and selection.since.earliest:
            masks["since"] = self.dated & (self.last >= selection.since.earliest.toordinal())
        if selection.until and selection.until.latest:
            masks["until"] = self.dated & (self.first <= selection.until.latest.toordinal())
        if words := fold(selection.text).strip():
            masks["text"] = np.fromiter((words in text for text in self.texts), dtype=bool, count=len(self.texts))
        if selection.core_only:
            masks["core"] = self.core
        return masks


def subset(chronology: Chronology, shown: Mask) -> Chronology:
    """Return the chronology of the events shown: with their claims and articles, and every actor."""
    events = chronology.events[shown].reset_index(drop=True)
    wanted = {claim for claims in events["claims"] for claim in claims}
    claims = chronology.claims[chronology.claims["id"].isin(wanted)].reset_index(drop=True)
    articles = chronology.articles[chronology.articles["id"].isin(set(claims["article"]))].reset_index(drop=True)
    return replace(chronology, events=events, claims=claims, articles=articles)


def fold(text: str) -> str:
    """Return `text` as it is compared: small letters, hyphens as spaces; every character keeps its place."""
    small = "".join(letter if len(letter) == 1 else raw for raw in text for letter in (raw.lower(),))
    return small.translate(HYPHENS)


def expression_of(claim: Mapping[str, Any]) -> tuple[int, int]:
    """Return where a claim's date expression stands in its quote; (0, 0) where none does."""
    words, quote = claim.get("expression"), claim["quote"]
    if not words:
        return 0, 0
    start = claim.get("expression_start")
    offset = int(start) - int(claim["start"]) if start is not None else -1
    if offset < 0 or quote[offset : offset + len(words)] != words:
        offset = quote.find(words)
    return (offset, offset + len(words)) if offset >= 0 else (0, 0)


def hits(text: str, words: str) -> list[tuple[int, int]]:
    """Return where `words` stand in `text`, folded alike: start inclusive, end exclusive, left to right."""
    wanted, searched = fold(words).strip(), fold(text)
    found: list[tuple[int, int]] = []
    start = searched.find(wanted) if wanted else -1
    while start >= 0:
        found.append((start, start + len(wanted)))
        start = searched.find(wanted, start + len(wanted))
    return found


def _ordinal(day: object, otherwise: int) -> int:
    return date.fromisoformat(day).toordinal() if isinstance(day, str) else otherwise


def _with_owners(rows: Iterable[Sequence[str]], actors: Sequence[Mapping[str, object]]) -> list[list[str]]:
    """Return each event's actors, the bodies they act for and the states of those."""
    owner = {str(actor["id"]): str(actor["of"]) for actor in actors if actor.get("of")}
    return [sorted({step for one in ids for step in _upward(one, owner)}) for ids in rows]


def _upward(actor: str, owner: Mapping[str, str]) -> Iterator[str]:
    """Yield an actor and what it belongs to, nearest first; a store that someone wrote by hand may go in a circle."""
    seen: set[str] = set()
    step: str | None = actor
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = owner.get(step)


def _values(rows: Iterable[Iterable[str]], listed: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of a facet: those listed first, in their order, then what only events name."""
    named = {value for row in rows for value in row}
    return (*(one for one in dict.fromkeys(listed) if one in named), *sorted(named.difference(listed)))


def _pairs(rows: Sequence[Iterable[str]], values: Sequence[str]) -> tuple[Days, Days]:
    number = {value: place for place, value in enumerate(values)}
    found = [(row, number[value]) for row, some in enumerate(rows) for value in some]
    columns = np.array(found, dtype=np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def _search_texts(chronology: Chronology) -> tuple[str, ...]:
    quotes = dict(zip(chronology.claims["id"], chronology.claims["quote"], strict=True))
    return tuple(
        fold("\n".join([*label.values(), *(quotes[claim] for claim in claims if claim in quotes)]))
        for label, claims in zip(chronology.events["label"], chronology.events["claims"], strict=True)
    )


def _positions(ids: Iterable[str], aliases: Iterable[Iterable[str]]) -> dict[str, int]:
    names = list(zip(ids, aliases, strict=True))
    known = {alias: number for number, (_, others) in enumerate(names) for alias in others}
    return known | {name: number for number, (name, _) in enumerate(names)}
