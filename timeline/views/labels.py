"""Labels beside their marks, and unseen points along labels and bars so that the pointer finds them anywhere."""

from collections.abc import Iterator
from html import escape
from typing import Any

from timeline.message import Language
from timeline.views.board import Board
from timeline.views.marks import Mark
from timeline.views.packing import FONT_PX, text_width
from timeline.views.palette import Palette
from timeline.views.scene import Scene
from timeline.views.traces import hover

NEAR_PX, BESIDE_BAR_PX, AROUND_PX, INDENT_PX = 6, 7, 5, 4
UP = 0.8  # of a row, from a mark to the label above it
HIT_PX = 26.0  # twice what the figure's hoverdistance bridges

Trace = dict[str, Any]


def label_traces(board: Board, scene: Scene, colours: Palette, language: Language) -> list[Trace]:
    """Return all labels, and what makes them, and bars, answer to the pointer as their marks do."""
    named = [mark for strip in scene.strips for mark in strip.marks if mark.side != "none"]
    text: Trace = {
        "type": "scatter",
        "mode": "text",
        "x": [_place(mark, scene.pixel) for mark in named],
        "y": [_height(mark) for mark in named],
        "text": [escape(mark.label, quote=False) for mark in named],
        "textposition": ["middle left" if mark.side == "left" else "middle right" for mark in named],
        "textfont": {
            "size": FONT_PX,
            "color": [colours.accent if mark.selected else colours.ink for mark in named],
            "weight": ["bold" if mark.core or mark.selected else "normal" for mark in named],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return [*([text] if named else []), *_hit_points(board, scene, language)]


def _place(mark: Mark, pixel: float) -> float:
    """Return where a label begins or, left of its mark, ends: clear of sign, brackets, ring and bar."""
    if mark.side == "above":
        return mark.first + INDENT_PX * pixel
    right = mark.side == "right"
    sign = mark.size / 2 + NEAR_PX + (AROUND_PX if mark.shape == "approx" or mark.selected else 0)
    bar = ((mark.last - mark.at) if right else (mark.at - mark.first)) / pixel + BESIDE_BAR_PX
    return mark.at + (1 if right else -1) * max(sign, bar) * pixel


def _height(mark: Mark) -> float:
    return mark.y - UP if mark.side == "above" else mark.y


def _hit_points(board: Board, scene: Scene, language: Language) -> list[Trace]:
    points = [
        (strip, mark, x, y) for strip in scene.strips for mark in strip.marks for x, y in _along(mark, scene.pixel)
    ]
    if not points:
        return []
    texts = {(strip.name, mark.row): hover(board, mark.row, strip.name, language) for strip, mark, *_ in points}
    return [
        {
            "type": "scatter",
            "mode": "lines",  # one path, where markers would be an element each
            "x": [round(x, 5) for *_, x, _ in points],
            "y": [round(y, 2) for *_, y in points],
            "line": {"width": 0, "color": "rgba(0,0,0,0)"},
            "customdata": [board.events[mark.row]["id"] for _, mark, *_ in points],
            "hovertext": [texts[strip.name, mark.row] for strip, mark, *_ in points],
            "hoverinfo": "text",
            "hoverlabel": {"bordercolor": "#8B949E"},
        }
    ]


def _along(mark: Mark, pixel: float) -> Iterator[tuple[float, float]]:
    """Yield points HIT_PX apart along the bar and along the label."""
    step = HIT_PX * pixel
    if mark.shape == "span" or mark.last - mark.first > step:
        bar = int((mark.last - mark.first) / step)
        yield from ((mark.first + step * (number + 0.5), mark.y) for number in range(max(bar, 1)))
    if mark.side != "none":
        toward = -1 if mark.side == "left" else 1
        wide = text_width(mark.label, bold=mark.core or mark.selected)
        for number in range(round(wide / HIT_PX)):
            yield _place(mark, pixel) + toward * step * (number + 0.5), _height(mark)
