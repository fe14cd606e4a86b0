"""What the timeline draws, before any colour: axis, lanes, and a mark with a place for each event.

Where not all events have room, a lane shows its weightiest as marks, and in columns how many lie where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline.message import Language
from timeline.views.axis import DAYS_A_YEAR, Axis, day_of, time_axis
from timeline.views.board import Board
from timeline.views.density import Bins, density
from timeline.views.lanes import Lane, lanes
from timeline.views.marks import Mark, Screen, Stage, View, picked_marks, placed_marks

MOST_MARKS = 240
FEW = 40  # events whose years may stand at uneven steps
FINE = 2.0  # years: the middle of what lasts longer is no year to name
TOP_MARKS = 16
DENSITY_ROWS = 3
LANE_GAP = 0.55


@dataclass(frozen=True)
class Strip:
    """One lane as drawn: from `top` to `bottom` in rows, its marks, and its density where it has too many."""

    name: str
    colour: int
    top: float
    bottom: float
    marks: tuple[Mark, ...]
    bins: Bins | None


@dataclass(frozen=True)
class Scene:
    """Everything the figure needs to know of the data."""

    axis: Axis
    strips: tuple[Strip, ...]
    rows: float
    screen: Screen
    core_years: tuple[int, ...]

    @property
    def pixel(self) -> float:
        """Return the width of a pixel in units."""
        first, last = self.axis.span
        return (last - first) / self.screen.width


def compose(board: Board, view: View, screen: Screen, language: Language) -> Scene:
    """Return the scene of the events shown; where not all have room, those that weigh most."""
    dated = view.shown & board.index.dated
    axis = time_axis(
        board.first[dated], board.last[dated], view=_range(board, view), width=screen.width, fold=view.fold
    )
    found = lanes(board, view.shown, view.lanes, language)
    stage = Stage(board, view, screen, language, axis)
    everything = [lane.rows.tolist() for lane in found]
    placed = placed_marks(stage, everything) if sum(map(len, everything)) <= MOST_MARKS else None
    if placed is None or _rows(placed) > screen.rows:
        weightiest = [_by_weight(board, lane.rows, view.selected)[:TOP_MARKS] for lane in found]
        placed = [picked_marks(stage, rows) for rows in weightiest]
    strips, bottom = [], 0.0
    for lane, marks in zip(found, placed, strict=True):
        strip = _strip(lane, marks, _columns(stage, lane, marks), bottom, screen)
        strips.append(strip)
        bottom = strip.bottom + LANE_GAP
    return Scene(axis, tuple(strips), max(bottom - LANE_GAP, 1.0), screen, _core_years(board, view))


def _columns(stage: Stage, lane: Lane, marks: Sequence[Mark]) -> Bins | None:
    """Return how many of its events lie where, for a lane that does not show each of them."""
    hidden = len(marks) < len(lane.rows)
    return density(stage.board, lane.rows, stage.axis, stage.screen.width) if hidden else None


def _rows(placed: Sequence[Sequence[Mark]]) -> float:
    return sum(max((mark.y + 0.5 for mark in lane), default=0.0) for lane in placed)


def _range(board: Board, view: View) -> tuple[float, float]:
    """Return the stretch to show, in years: what was asked for, else what lies around the events shown."""
    first, last = board.extent(view.shown)
    since = first if view.since is None else view.since
    until = last if view.until is None else view.until
    return since, max(until, since + 1 / DAYS_A_YEAR)


def _core_years(board: Board, view: View) -> tuple[int, ...]:
    """Return the years to be named before others: of the selected event and, where events are few, of each."""
    rows = _by_weight(board, np.flatnonzero(view.shown & board.index.dated), view.selected)
    if len(rows) > FEW:
        rows = [row for row in rows[:1] if row == view.selected]
    told = [row for row in rows if board.last[row] - board.first[row] < FINE]
    return tuple(dict.fromkeys(day_of(float(board.first[row] + board.last[row]) / 2).year for row in told))


def _by_weight(board: Board, rows: NDArray[np.int64], selected: int | None) -> list[int]:
    """Return rows, the selected one first, then by their rank."""
    order: list[int] = rows[np.argsort(board.rank[rows])].tolist()
    return [selected, *(row for row in order if row != selected)] if selected in order else order


def _strip(lane: Lane, marks: Sequence[Mark], bins: Bins | None, top: float, screen: Screen) -> Strip:
    """Return the lane below `top`; on a phone its name takes a row of its own."""
    top += 1.0 if screen.phone else 0.0
    rows = max((mark.y + 0.5 for mark in marks), default=0.0 if bins else 1.0)
    bottom = top + rows + (DENSITY_ROWS if bins else 0)
    return Strip(lane.name, lane.colour, top, bottom, tuple(replace(mark, y=top + mark.y) for mark in marks), bins)
