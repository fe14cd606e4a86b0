"""The time axis: even where something happened, folded where nothing did, narrow where all that is told is a decade.

Time is counted in years of 365.2425 days from the calendar's first day (`years`), so that a day maps to a place and
back without a time zone and without being off by one. Places on the folded axis are called units.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DAYS_A_YEAR = 365.2425
FOLD_AFTER = 3.0
PADDING = 0.5
COARSE = 5.0
A_YEAR = 0.99  # what lasts as long tells no more than its years
# Years below which a stretch is shown by its months: half a chart of months without events tells nothing.
MONTHLY = 3.0
# In pixels, and as a share of the width where that is less: a fold, one that a long bar runs into, a narrow stretch.
FOLD, BARRED_FOLD, NARROW = (20.0, 0.035), (74.0, 0.09), (58.0, 0.12)


def years(day: date) -> float:
    """Return the beginning of `day` on the linear time scale."""
    return day.toordinal() / DAYS_A_YEAR


def day_of(time: float) -> date:
    """Return the calendar day at a place of the linear time scale."""
    return date.fromordinal(min(max(int(time * DAYS_A_YEAR + 1e-6), 1), date.max.toordinal()))


def around(since: float, until: float) -> tuple[float, float]:
    """Return the whole calendar years around a stretch, or the whole months around one shorter than MONTHLY."""
    first, last = day_of(since), day_of(until - 1 / DAYS_A_YEAR)
    if until - since >= MONTHLY:
        first, last = first.replace(month=1), last.replace(month=12)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return years(first.replace(day=1)), years(end) + 1 / DAYS_A_YEAR


def extent_of(first: Floats, last: Floats) -> tuple[float, float]:
    """Return the stretch around all events: whole years, or months where a story at its end is shorter than MONTHLY."""
    stories = _stories(first, last)
    return around(*stories[0])[0], around(*stories[-1])[1]


@dataclass(frozen=True)
class Fold:
    """A stretch without events, drawn narrow: from and to, in years and in units."""

    since: float
    until: float
    first: float
    last: float


@dataclass(frozen=True)
class Narrow:
    """A stretch drawn narrower than the even ones: from and to, in years, and the calendar years it is there for."""

    since: float
    until: float
    first: int
    last: int


@dataclass(frozen=True)
class Axis:
    """A piecewise linear map from years to units; between its breaks both run evenly."""

    times: Floats
    units: Floats
    folds: tuple[Fold, ...]
    narrow: tuple[Narrow, ...] = ()

    def units_of(self, times: Floats) -> Floats:
        """Return places on the axis; what lies outside stands at its ends."""
        placed: Floats = np.interp(times, self.times, self.units)
        return placed

    def unit(self, time: float) -> float:
        """Return one place on the axis."""
        return float(np.interp(time, self.times, self.units))

    def day(self, unit: float) -> date:
        """Return the calendar day at a place of the axis."""
        return day_of(float(np.interp(unit, self.units, self.times)))

    @property
    def span(self) -> tuple[float, float]:
        """Return the first and last place."""
        return float(self.units[0]), float(self.units[-1])

    @property
    def stretches(self) -> list[tuple[float, float]]:
        """Return what lies between the folds, in years, even and narrow."""
        edges = {float(self.times[0]), float(self.times[-1])}
        edges.update(edge for fold in self.folds for edge in (fold.since, fold.until))
        edges.update(edge for part in self.narrow for edge in (part.since, part.until))
        folded = {fold.since for fold in self.folds}
        return [(a, b) for a, b in pairwise(sorted(edges)) if a not in folded]

    @property
    def even(self) -> list[tuple[float, float]]:
        """Return the stretches on which a year is as long as on any other."""
        narrow = {part.since for part in self.narrow}
        return [stretch for stretch in self.stretches if stretch[0] not in narrow]


@dataclass(frozen=True)
class _Part:
    """A part of the axis that is not even: its years, its pixels, and the stretch it is if it is no fold."""

    since: float
    until: float
    pixels: float
    narrow: Narrow | None = None


def time_axis(first: Floats, last: Floats, *, view: tuple[float, float], width: float, fold: bool) -> Axis:
    """Return the axis for events from `first` to `last` (years) as seen through `view`, `width` pixels wide.

    Spans of COARSE years and more, and open ends, do not keep a stretch unfolded. One that lies between two folds has a
    narrow stretch for itself; one that runs into a fold makes it wider, so that its bar can be seen.
    """
    parts = [part for gap in _gaps(first, last, view) for part in _parts(gap, first, last, width)] if fold else []
    parts = _with_bare_years(parts, first, last, view, width) if parts else parts
    scale = _scale(parts, view, width)
    times, units, folds = [view[0]], [0.0], []
    for part in parts:
        if part.since > times[-1]:
            units.append(units[-1] + part.since - times[-1])
            times.append(part.since)
        start = units[-1]
        times.append(part.until)
        units.append(start + part.pixels * scale)
        if part.narrow is None:
            folds.append(Fold(part.since, part.until, start, units[-1]))
    if view[1] > times[-1]:
        units.append(units[-1] + view[1] - times[-1])
        times.append(view[1])
    narrow = tuple(part.narrow for part in parts if part.narrow)
    return Axis(np.array(times), np.array(units), tuple(folds), narrow)


def _scale(parts: Sequence[_Part], view: tuple[float, float], width: float) -> float:
    """Return how many years a pixel of the even stretches stands for."""
    even = (view[1] - view[0]) - sum(part.until - part.since for part in parts)
    return even / max(width - sum(part.pixels for part in parts), width / 4)


def _with_bare_years(
    parts: Sequence[_Part], first: Floats, last: Floats, view: tuple[float, float], width: float
) -> list[_Part]:
    """Return the parts and, where finer dates need the room, narrow ones where only years are told."""
    edges = [view[0], *(edge for part in parts for edge in (part.since, part.until)), view[1]]
    stretches = [(since, until) for since, until in zip(edges[::2], edges[1::2], strict=True) if until > since]
    finer = last - first < A_YEAR
    bare = [one for one in stretches if not (finer & (first < one[1]) & (last > one[0])).any()]
    room = _pixels(NARROW, width)
    if len(bare) == len(stretches) or room * _scale(parts, view, width) >= 1:
        return list(parts)
    narrow = [_Part(*one, room * (one[1] - one[0]), _named(*one)) for one in bare]
    return sorted([*parts, *narrow], key=lambda part: part.since)


def _named(since: float, until: float) -> Narrow:
    return Narrow(since, until, day_of(since).year, day_of(until - 1 / DAYS_A_YEAR).year)


def _parts(gap: tuple[float, float], first: Floats, last: Floats, width: float) -> list[_Part]:
    """Return the folds of a gap, and between them the narrow stretches of what lies wholly within it."""
    coarse = last - first >= COARSE
    inside = coarse & (first >= gap[0]) & (last <= gap[1])
    across = coarse & ~inside
    found, reached = [], gap[0]
    for since, until in _joined(first[inside], last[inside]):
        if since - reached >= FOLD_AFTER:
            found.append(_fold(reached, since, first[across], last[across], width))
            reached = since
        edge = gap[1] if gap[1] - until < FOLD_AFTER else until
        stretch = replace(_named(since, until), since=reached, until=edge)
        found.append(_Part(reached, edge, _pixels(NARROW, width), stretch))
        reached = edge
    return found if reached >= gap[1] else [*found, _fold(reached, gap[1], first[across], last[across], width)]


def _fold(since: float, until: float, first: Floats, last: Floats, width: float) -> _Part:
    barred = bool(((first < until) & (last > since)).any())
    return _Part(since, until, _pixels(BARRED_FOLD if barred else FOLD, width))


def _pixels(size: tuple[float, float], width: float) -> float:
    return min(size[0], size[1] * width)


def _joined(first: Floats, last: Floats, apart: float = FOLD_AFTER) -> list[tuple[float, float]]:
    """Return spans by their beginning; those less than `apart` years from one another as one."""
    if not len(first):
        return []
    order = np.argsort(first, kind="stable")
    starts, ends = first[order], np.maximum.accumulate(last[order])
    breaks = np.flatnonzero(starts[1:] - ends[:-1] >= apart)
    begins, stops = starts[[0, *(breaks + 1)]], ends[[*breaks, -1]]
    return list(zip(begins.tolist(), stops.tolist(), strict=True))


def _stories(first: Floats, last: Floats) -> list[tuple[float, float]]:
    """Return from when to when events follow one another with no fold between."""
    return _joined(first, last, FOLD_AFTER + 2 * PADDING)


def _gaps(first: Floats, last: Floats, view: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the stretches of `view` to fold, in years, left to right."""
    keeps = (last - first < COARSE) & (last > view[0]) & (first < view[1])
    shown = [_shown(*one) for one in _stories(first[keeps], last[keeps])]
    edges = [view[0], *(edge for one in shown for edge in one), view[1]]
    gaps = zip(edges[::2], edges[1::2], strict=True) if shown else ()
    return [(since, until) for since, until in gaps if until - since >= FOLD_AFTER]


def _shown(since: float, until: float) -> tuple[float, float]:
    """Return the stretch that a story lies in with what is shown around it: half a year, or the rest of its months."""
    return around(since, until) if until - since < MONTHLY else (since - PADDING, until + PADDING)
