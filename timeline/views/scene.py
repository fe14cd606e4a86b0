"""What the timeline draws, before any colour: axis, lanes, and a mark with a place for each event.

Beyond MOST_MARKS a lane shows how many events lie where, and only its weightiest events as marks of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline.message import Language
from timeline.selection import OPEN_START, Mask
from timeline.views.axis import DAYS_A_YEAR, Axis, time_axis, years
from timeline.views.board import Board, day_of, shape
from timeline.views.density import Bins, density
from timeline.views.lanes import Lane, lanes
from timeline.views.packing import GAP_PX, Box, Place, pack, text_width
from timeline.views.words import one_line

MOST_MARKS = 240
FEW = 40  # events whose years may stand at uneven steps
FINE = 2.0  # years: the middle of what lasts longer is no year to name
TOP_MARKS, TOP_ROWS = 10, 3
DENSITY_ROWS = 3
LANE_GAP = 0.55
LABEL_LIMIT, SHORTEST_LABEL = 90, 14
UNTIL_PX = 60  # a beginning that nobody tells is drawn this far back
SPAN_PX = 10  # a span is drawn no shorter, or it could not be told from the grid
SIZES = {1: 9.5, 2: 12.0}
LARGEST = 14.5
HOLLOW_PX = 1.5  # a hollow sign needs room for what stands in it


@dataclass(frozen=True, slots=True)
class Screen:
    """Room for the plot: pixels across, rows at most, and whether it is a phone's."""

    width: float = 1000.0
    rows: int = 24
    phone: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What to draw: which events, the range asked for (years, None where open), lanes, folding, the one selected."""

    shown: Mask
    since: float | None = None
    until: float | None = None
    lanes: str = "tema"
    fold: bool = True
    selected: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One event in one lane; places in units of the axis.

    at
        Where its sign stands.
    y
        Down from the top, in rows.
    """

    row: int
    shape: str
    status: str
    first: float
    last: float
    at: float
    size: float
    label: str
    core: bool
    selected: bool
    y: float = 0.0
    side: str = "none"


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
    """Return the scene of the events shown; lanes that would need too many rows become crowded ones."""
    dated = view.shown & board.index.dated
    first = np.where(board.index.first > OPEN_START, board.first, board.last)[dated]  # of "until" only the end is known
    axis = time_axis(first, board.last[dated], view=_range(board, view), width=screen.width, fold=view.fold)
    found = lanes(board, view.shown, view.lanes, language)
    stage = _Stage(board, view, screen, language, axis)
    crowded = sum(len(lane.rows) for lane in found) > MOST_MARKS
    placed = [] if crowded else _marks(stage, found, crowded=False)
    if crowded or _rows(placed) > screen.rows:
        crowded = True
        placed = _marks(stage, found, crowded=True)
    bins = [density(board, lane.rows, axis, screen.width) if crowded else None for lane in found]
    strips, bottom = [], 0.0
    for lane, some, columns in zip(found, placed, bins, strict=True):
        strip = _strip(lane, some, columns, bottom, screen)
        strips.append(strip)
        bottom = strip.bottom + LANE_GAP
    return Scene(axis, tuple(strips), max(bottom - LANE_GAP, 1.0), screen, _core_years(board, view))


@dataclass(frozen=True, slots=True)
class _Stage:
    """What every mark is measured against."""

    board: Board
    view: View
    screen: Screen
    language: Language
    axis: Axis

    @property
    def pixel(self) -> float:
        """Return the width of a pixel in units."""
        first, last = self.axis.span
        return (last - first) / self.screen.width


def _marks(stage: _Stage, found: Sequence[Lane], *, crowded: bool) -> list[list[Mark]]:
    """Return the marks of each lane in their places; of crowded lanes only the weightiest."""
    drawn = [
        _weightiest(stage.board, lane.rows, stage.view.selected) if crowded else lane.rows.tolist() for lane in found
    ]
    marks = [[_fitted(_mark(stage, row), stage) for row in rows] for rows in drawn]
    return _place(marks, stage, crowded=crowded)


def _rows(placed: Sequence[Sequence[Mark]]) -> float:
    return sum(max((mark.y + 0.5 for mark in lane), default=0.0) for lane in placed)


def _range(board: Board, view: View) -> tuple[float, float]:
    """Return the years to show: those asked for, else whole years around what is shown."""
    dated = view.shown & board.index.dated
    lo = float(board.first[dated].min()) if dated.any() else years(day_of(700_000.0 / DAYS_A_YEAR))
    hi = float(board.last[dated].max()) if dated.any() else lo + 1
    since = view.since if view.since is not None else years(day_of(lo).replace(month=1, day=1))
    end = day_of(hi - 1 / DAYS_A_YEAR)
    until = view.until if view.until is not None else years(end.replace(month=12, day=31)) + 1 / DAYS_A_YEAR
    return since, max(until, since + 1 / DAYS_A_YEAR)


def _core_years(board: Board, view: View) -> tuple[int, ...]:
    """Return the years to be named before others: of the selected event and, where events are few, of each."""
    rows = _by_weight(board, np.flatnonzero(view.shown & board.index.dated), view.selected)
    if len(rows) > FEW:
        rows = [row for row in rows[:1] if row == view.selected]
    told = [row for row in rows if board.last[row] - board.first[row] < FINE]
    return tuple(dict.fromkeys(day_of(float(board.first[row] + board.last[row]) / 2).year for row in told))


def _weightiest(board: Board, rows: NDArray[np.int64], selected: int | None) -> tuple[int, ...]:
    return tuple(sorted(_by_weight(board, rows, selected)[:TOP_MARKS]))


def _by_weight(board: Board, rows: NDArray[np.int64], selected: int | None) -> list[int]:
    """Return rows, the selected one first, then by their rank."""
    order: list[int] = rows[np.argsort(board.rank[rows])].tolist()
    return [selected, *(row for row in order if row != selected)] if selected in order else order


def _mark(stage: _Stage, row: int) -> Mark:
    """Return the mark of an event, not yet placed."""
    board, axis = stage.board, stage.axis
    event = board.events[row]
    kind = shape(event["edtf"], event["mod"])
    first, last = axis.unit(float(board.first[row])), axis.unit(float(board.last[row]))
    if kind == "until":
        first = max(first, last - UNTIL_PX * stage.pixel)
    if kind == "span" and last - first < SPAN_PX * stage.pixel:
        first = (first + last - SPAN_PX * stage.pixel) / 2
        last = first + SPAN_PX * stage.pixel
    return Mark(
        row=row,
        shape=kind,
        status=event["status"],
        first=first,
        last=last,
        at={"since": first, "until": last}.get(kind, (first + last) / 2),
        size=SIZES.get(board.weight(row), LARGEST) + (0 if event["status"] == "occurred" else HOLLOW_PX),
        label=one_line(board.label(row, stage.language), LABEL_LIMIT),
        core=bool(event["core"]),
        selected=row == stage.view.selected,
    )


def _place(marks: list[list[Mark]], stage: _Stage, *, crowded: bool) -> list[list[Mark]]:
    """Return the marks with row and label side; where crowded, what needs more than TOP_ROWS rows is left out."""
    boxes = [[_box(mark, stage) for mark in lane] for lane in marks]
    rows = TOP_ROWS * len(marks) if crowded else stage.screen.rows
    places = pack(boxes, width=stage.screen.width, rows=rows)
    return [
        [_at(mark, place) for mark, place in zip(lane, spots, strict=True) if not crowded or place.row < TOP_ROWS]
        for lane, spots in zip(marks, places, strict=True)
    ]


def _at(mark: Mark, place: Place) -> Mark:
    return replace(mark, y=place.row + 0.5, side=place.side)


def _box(mark: Mark, stage: _Stage) -> Box:
    """Return what a mark and its label take, in pixels."""
    first, scale, screen = stage.axis.span[0], 1 / stage.pixel, stage.screen
    radius = mark.size / 2 + (5 if mark.shape == "approx" or mark.selected else 0)
    begin = min((mark.first - first) * scale, (mark.at - first) * scale - radius)
    end = max((mark.last - first) * scale, (mark.at - first) * scale + radius)
    worth = 100.0 * mark.selected + 10.0 * mark.core + mark.size - len(mark.label) / 100
    wanted = mark.label and (mark.core or mark.selected or not screen.phone)
    label = text_width(mark.label, bold=mark.core or mark.selected) if wanted else 0.0
    return Box(max(begin, 0.0), min(end, screen.width), label, worth, leftwards=mark.shape == "since")


def _fitted(mark: Mark, stage: _Stage) -> Mark:
    """Return the mark with its label cut to the room beside it; without one where that is too little to be read."""
    box = _box(mark, stage)
    left, right = box.first, stage.screen.width - box.last
    room = max(left, right) - GAP_PX - 1
    if box.label <= room:
        return mark
    kept = int(len(mark.label) * room / box.label) - 1
    return replace(mark, label=one_line(mark.label, kept) if kept >= SHORTEST_LABEL else "")


def _strip(lane: Lane, marks: Sequence[Mark], bins: Bins | None, top: float, screen: Screen) -> Strip:
    """Return the lane below `top`; on a phone its name takes a row of its own."""
    top += 1.0 if screen.phone else 0.0
    rows = max((mark.y + 0.5 for mark in marks), default=0.0 if bins else 1.0)
    bottom = top + rows + (DENSITY_ROWS if bins else 0)
    return Strip(lane.name, lane.colour, top, bottom, tuple(replace(mark, y=top + mark.y) for mark in marks), bins)
