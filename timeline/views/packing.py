"""Where labels stand: rows in which no label touches another label or mark, thinned out where rows run short.

Widths are estimated from four classes of letters (em of Source Sans); a browser's own widths are not known here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

FONT_PX = 12.5
NARROW, WIDE, CAPITAL, PLAIN = 0.29, 0.84, 0.6, 0.51
GAP_PX = 7.0
CLEARANCE_PX = 9.0
BOLD = 1.07

Side = Literal["right", "left", "above", "none"]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A mark with its label, in pixels: extent of the mark, width of the label (0 for none), worth of the label.

    leftwards
        The label belongs to the left, where there is room: on the right something goes on.
    above
        The label stands in a row of its own above the mark: beside it there is too little room.
    """

    first: float
    last: float
    label: float
    worth: float = 0.0
    leftwards: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Row, counted from the top of the lane, and the side of the mark its label stands on."""

    row: int
    side: Side


def text_width(text: str, *, bold: bool = False, size: float = FONT_PX) -> float:
    """Return the estimated width of `text` in pixels."""
    ems = sum(_em(letter) for letter in text)
    return ems * size * (BOLD if bold else 1.0)


def _em(letter: str) -> float:
    if letter in "ijlftrI.,:;'’|!()[]/- ":
        return NARROW
    if letter in "mwMW@%—":
        return WIDE
    if ord(letter) > 0x2E7F:  # noqa: PLR2004  CJK and emoji are a full em wide
        return 1.0
    return CAPITAL if letter.isupper() else PLAIN


def pack(lanes: Sequence[Sequence[Box]], *, width: float, rows: int) -> list[list[Place]]:
    """Return a place for every box of every lane, at most `rows` rows in all where dropping labels can bring that.

    Labels of least worth go first; those that turn out to fit after all come back.
    """
    best = _packed(lanes, width, lambda _: True)
    if _rows(best) <= rows:
        return best
    levels = [*sorted({box.worth for lane in lanes for box in lane if box.label}), float("inf")]
    low, high = 1, len(levels) - 1
    best = _packed(lanes, width, _at_least(levels[high]))
    while low < high:
        middle = (low + high) // 2
        kept = _packed(lanes, width, _at_least(levels[middle]))
        if _rows(kept) <= rows:
            best, high = kept, middle
        else:
            low = middle + 1
    return [_filled(lane, places, width) for lane, places in zip(lanes, best, strict=True)]


def pick(boxes: Sequence[Box], *, width: float, rows: int) -> list[Place | None]:
    """Return places in `rows` rows for the boxes that find room with their labels, the first before the others."""
    taken: list[list[Span]] = [[] for _ in range(rows)]
    return [_picked(box, taken, width) for box in boxes]


def _picked(box: Box, taken: Sequence[list[Span]], width: float) -> Place | None:
    for side, extent in _ways(box, width):
        high = _height(side)
        top = next((r for r in range(len(taken) - high + 1) if _all_free(taken[r : r + high], extent)), None)
        if top is not None:
            return _taking(taken[top : top + high], top, side, extent)
    return None


def _at_least(worth: float) -> Callable[[Box], bool]:
    return lambda box: box.worth >= worth


def _rows(packed: Sequence[Sequence[Place]]) -> int:
    return sum(1 + max((place.row for place in places), default=0) for places in packed)


def _packed(lanes: Sequence[Sequence[Box]], width: float, labelled: Callable[[Box], bool]) -> list[list[Place]]:
    return [_pack_lane([box if labelled(box) else replace(box, label=0.0) for box in lane], width) for lane in lanes]


def _pack_lane(boxes: Sequence[Box], width: float) -> list[Place]:
    """Return places left to right, each in the first row where mark and label are free."""
    taken: list[list[Span]] = []
    places: list[Place] = [Place(0, "none")] * len(boxes)
    for number in sorted(range(len(boxes)), key=lambda n: (boxes[n].first, boxes[n].last)):
        side, extent = _ways(boxes[number], width)[0]
        high = _height(side)
        top = next(r for r in count() if _all_free(taken[r : r + high], extent))
        taken.extend([] for _ in range(top + high - len(taken)))
        places[number] = _taking(taken[top : top + high], top, side, extent)
    return places


def _ways(box: Box, width: float) -> list[tuple[Side, Span]]:
    """Return the sides the label can stand on, the best first, each with the pixels mark and label take together."""
    if box.above and box.label:
        return [("above", (box.first, max(box.last, box.first + box.label)))]
    right = (box.first, box.last + GAP_PX + box.label)
    left = (box.first - GAP_PX - box.label, box.last)
    fits: list[tuple[Side, Span]] = []
    if right[1] <= width:
        fits.append(("right", right))
    if left[0] >= 0:
        fits.insert(0 if box.leftwards else len(fits), ("left", left))
    return fits if fits and box.label else [("none", (box.first, box.last))]


def _height(side: Side) -> int:
    return 2 if side == "above" else 1


def _taking(rows: Sequence[list[Span]], top: int, side: Side, extent: Span) -> Place:
    """Return the place in the last of `rows`, the first of which is `top`; they are taken there from now on."""
    for row in rows:
        row.append(extent)
    return Place(top + len(rows) - 1, side)


def _all_free(rows: Sequence[Sequence[Span]], extent: Span) -> bool:
    return all(_free(row, extent) for row in rows)


def _free(row: Sequence[Span], extent: Span) -> bool:
    return all(extent[1] + CLEARANCE_PX <= first or last + CLEARANCE_PX <= extent[0] for first, last in row)


def _filled(boxes: Sequence[Box], places: Sequence[Place], width: float) -> list[Place]:
    """Return the same places, with labels given back where their row has room, the worthiest first."""
    result = list(places)
    taken: dict[int, list[tuple[int, Span]]] = {}
    for number, (box, place) in enumerate(zip(boxes, places, strict=True)):
        extent = _ways(box, width)[0][1] if place.side != "none" else (box.first, box.last)
        for row in (place.row - 1, place.row) if place.side == "above" else (place.row,):
            taken.setdefault(row, []).append((number, extent))
    for number in sorted(range(len(boxes)), key=lambda n: -boxes[n].worth):
        if places[number].side != "none" or not boxes[number].label:
            continue
        side, extent = _ways(boxes[number], width)[0]
        beside = taken[places[number].row]
        if side in ("right", "left") and _free([other for n, other in beside if n != number], extent):
            beside.append((number, extent))
            result[number] = Place(places[number].row, side)
    return result
