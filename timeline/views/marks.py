"""The marks of events: shape, size and label of each, the row it stands in, and the side of its label."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.message import Language
from timeline.selection import Mask
from timeline.views.axis import Axis
from timeline.views.board import Board, shape
from timeline.views.packing import GAP_PX, Box, Place, pack, pick, text_width
from timeline.views.words import one_line

TOP_ROWS = 4
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
    above
        Its label has too little room beside it, and stands above.
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
    above: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
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


def placed_marks(stage: Stage, lanes: Sequence[Sequence[int]]) -> list[list[Mark]]:
    """Return the marks of all events of each lane in their places."""
    marks = [_fitted_marks(stage, rows) for rows in lanes]
    boxes = [[_box(mark, stage) for mark in lane] for lane in marks]
    places = pack(boxes, width=stage.screen.width, rows=stage.screen.rows)
    return [list(map(_at, lane, spots)) for lane, spots in zip(marks, places, strict=True)]


def picked_marks(stage: Stage, rows: Sequence[int]) -> list[Mark]:
    """Return the marks of a crowded lane: of those of its events that have room in TOP_ROWS rows, the first first."""
    marks = _fitted_marks(stage, rows)
    places = pick([_box(mark, stage) for mark in marks], width=stage.screen.width, rows=TOP_ROWS)
    return [_at(mark, place) for mark, place in zip(marks, places, strict=True) if place]


def _fitted_marks(stage: Stage, rows: Sequence[int]) -> list[Mark]:
    return [_fitted(_mark(stage, row), stage) for row in rows]


def _mark(stage: Stage, row: int) -> Mark:
    """Return the mark of an event, not yet placed."""
    board, axis = stage.board, stage.axis
    event = board.events[row]
    kind = shape(event["edtf"], event["mod"])
    first, last = axis.unit(float(board.first[row])), axis.unit(float(board.last[row]))
    if kind == "until":
        first = max(axis.span[0], last - UNTIL_PX * stage.pixel)
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


def _at(mark: Mark, place: Place) -> Mark:
    return replace(mark, y=place.row + 0.5, side=place.side)


def _box(mark: Mark, stage: Stage) -> Box:
    """Return what a mark and its label take, in pixels."""
    first, scale, screen = stage.axis.span[0], 1 / stage.pixel, stage.screen
    radius = mark.size / 2 + (5 if mark.shape == "approx" or mark.selected else 0)
    begin = min((mark.first - first) * scale, (mark.at - first) * scale - radius)
    end = max((mark.last - first) * scale, (mark.at - first) * scale + radius)
    worth = 100.0 * mark.selected + 10.0 * mark.core + mark.size - len(mark.label) / 100
    label = text_width(mark.label, bold=mark.core or mark.selected)
    return Box(max(begin, 0.0), min(end, screen.width), label, worth, mark.shape == "since", mark.above)


def _fitted(mark: Mark, stage: Stage) -> Mark:
    """Return the mark with its label cut to the room beside it, or above it where that is too little to be read."""
    box = _box(mark, stage)
    beside = max(box.first, stage.screen.width - box.last) - GAP_PX - 1
    if box.label <= beside:
        return mark
    kept = _cut(mark, beside / box.label)
    return kept if kept.label else replace(_cut(mark, (stage.screen.width - box.first) / box.label), above=True)


def _cut(mark: Mark, share: float) -> Mark:
    """Return the mark with as much of its label as has room; without one where too little would be left."""
    if share >= 1:
        return mark
    kept = int(len(mark.label) * share) - 1
    return replace(mark, label=one_line(mark.label, kept) if kept >= SHORTEST_LABEL else "")
