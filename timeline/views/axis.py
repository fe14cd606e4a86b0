"""The time axis: linear where something happened, folded where nothing did.

Time is counted in years of 365.2425 days from the calendar's first day (`years`), so that a day maps to a place and
back without a time zone and without being off by one. Places on the folded axis are called units.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DAYS_A_YEAR = 365.2425
FOLD_AFTER = 3.0
PADDING = 0.5
COARSE = 5.0
FOLD_PX, COARSE_FOLD_PX = 20.0, 74.0
FOLD_SHARE, COARSE_FOLD_SHARE = 0.035, 0.09  # of the width, where that is less


def years(day: date) -> float:
    """Return the beginning of `day` on the linear time scale."""
    return day.toordinal() / DAYS_A_YEAR


@dataclass(frozen=True)
class Fold:
    """A stretch without events, drawn narrow: from and to, in years and in units."""

    since: float
    until: float
    first: float
    last: float


@dataclass(frozen=True)
class Axis:
    """A piecewise linear map from years to units; between its breaks both run evenly."""

    times: Floats
    units: Floats
    folds: tuple[Fold, ...]

    def units_of(self, times: Floats) -> Floats:
        """Return places on the axis; what lies outside stands at its ends."""
        placed: Floats = np.interp(times, self.times, self.units)
        return placed

    def unit(self, time: float) -> float:
        """Return one place on the axis."""
        return float(np.interp(time, self.times, self.units))

    def day(self, unit: float) -> date:
        """Return the calendar day at a place of the axis."""
        time = float(np.interp(unit, self.units, self.times))
        return date.fromordinal(min(max(int(time * DAYS_A_YEAR + 1e-6), 1), date.max.toordinal()))

    @property
    def span(self) -> tuple[float, float]:
        """Return the first and last place."""
        return float(self.units[0]), float(self.units[-1])

    @property
    def stretches(self) -> list[tuple[float, float]]:
        """Return what lies between the folds, in years."""
        edges = [float(self.times[0]), *(edge for fold in self.folds for edge in (fold.since, fold.until))]
        edges.append(float(self.times[-1]))
        return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def time_axis(first: Floats, last: Floats, *, view: tuple[float, float], width: float, fold: bool) -> Axis:
    """Return the axis for events from `first` to `last` (years) as seen through `view`, `width` pixels wide.

    Spans of COARSE years and more, and open ends, do not keep a stretch unfolded; a fold that such a span lies in is
    drawn wider, so that the span can be seen.
    """
    gaps = _gaps(first, last, view) if fold else []
    coarse = [bool(((last - first >= COARSE) & (first < b) & (last > a)).any()) for a, b in gaps]
    sizes = min(FOLD_PX, FOLD_SHARE * width), min(COARSE_FOLD_PX, COARSE_FOLD_SHARE * width)
    pixels = [sizes[wide] for wide in coarse]
    unfolded = (view[1] - view[0]) - sum(b - a for a, b in gaps)
    scale = unfolded / max(width - sum(pixels), width / 4)
    times, units, folds = [view[0]], [0.0], []
    for (a, b), size in zip(gaps, pixels, strict=True):
        if a > times[-1]:
            units.append(units[-1] + a - times[-1])
            times.append(a)
        start = units[-1]
        times.append(b)
        units.append(start + size * scale)
        folds.append(Fold(a, b, start, units[-1]))
    if view[1] > times[-1]:
        units.append(units[-1] + view[1] - times[-1])
        times.append(view[1])
    return Axis(np.array(times), np.array(units), tuple(folds))


def _gaps(first: Floats, last: Floats, view: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the stretches of `view` to fold, in years, left to right."""
    keeps = (last - first < COARSE) & (last > view[0]) & (first < view[1])
    if not keeps.any():
        return []
    order = np.argsort(first[keeps], kind="stable")
    starts, ends = first[keeps][order] - PADDING, last[keeps][order] + PADDING
    reached = np.concatenate([[view[0]], np.maximum.accumulate(np.maximum(ends, view[0]))])
    nexts = np.concatenate([starts, [view[1]]])
    wide = nexts - reached >= FOLD_AFTER
    return list(zip(reached[wide].tolist(), nexts[wide].tolist(), strict=True))
