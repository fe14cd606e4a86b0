"""Marks as Plotly traces: a shape for how fine the date is, a filling for how sure the event is, a size for sources.

As few traces as can be: Plotly takes its time for each, whatever it holds.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from timeline.message import Language
from timeline.views.board import Board
from timeline.views.marks import Mark
from timeline.views.palette import Palette
from timeline.views.scene import Scene, Strip
from timeline.views.words import date_words, known, one_line, say

SYMBOLS = {"day": "circle", "month": "diamond", "year": "square", "approx": "circle", "span": "square"}
FILLINGS = {"planned": "-open", "hypothetical": "-open-dot", "denied": "-cross-open", "disputed": "-x-open"}
HOVER_LABEL = 120
BRACKET_PX, RING_PX = 13, 11

Trace = dict[str, Any]
Placed = tuple[Strip, Mark]


def mark_traces(board: Board, scene: Scene, colours: Palette, language: Language) -> list[Trace]:
    """Return the traces of all marks: brackets of approximate dates, the ring of the selected event, signs."""
    placed = [(strip, mark) for strip in scene.strips for mark in strip.marks]
    approximate = [(strip, mark) for strip, mark in placed if mark.shape == "approx"]
    signs = [(strip, mark) for strip, mark in placed if mark.shape != "span" or mark.status != "occurred"]
    return [
        *_brackets(approximate, scene, colours),
        *_ring([mark for _, mark in placed if mark.selected], colours),
        *_signs(signs, board, colours, language),
    ]


def symbol(mark: Mark) -> str:
    """Return Plotly's name for the sign of a mark."""
    return SYMBOLS.get(mark.shape, "circle") + FILLINGS.get(mark.status, "")


def hover(board: Board, row: int, lane: str, language: Language) -> str:
    """Return what stands beside the pointer, escaped: label, date in words, lane, status, sources."""
    event = board.events[row]
    label = escape(one_line(board.label(row, language), HOVER_LABEL), quote=False)
    told = say("views.sources_tell", language, n=board.weight(row))
    status = known(f"views.status_{event['status']}", language, event["status"])
    date = escape(date_words(event["edtf"], event["mod"], language), quote=False)
    return f"<b>{label}</b><br>{date}<br>{escape(lane, quote=False)} · {escape(status, quote=False)} · {told}"


def _brackets(placed: Sequence[Placed], scene: Scene, colours: Palette) -> list[Trace]:
    """Return short uprights at both bounds of approximate dates, never nearer to the sign than can be seen."""
    if not placed:
        return []
    ends = [
        (min(mark.first, mark.at - clear), max(mark.last, mark.at + clear))
        for _, mark in placed
        for clear in ((mark.size / 2 + 4) * scene.pixel,)
    ]
    own = [colours.lane(strip.colour) for strip, _ in placed for _ in range(2)]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "cliponaxis": False,
            "x": [x for pair in ends for x in pair],
            "y": [mark.y for _, mark in placed for _ in range(2)],
            "marker": {"symbol": "line-ns-open", "size": BRACKET_PX, "color": own, "line": {"width": 2, "color": own}},
            "hoverinfo": "skip",
        }
    ]


def _ring(marks: Sequence[Mark], colours: Palette) -> list[Trace]:
    if not marks:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "cliponaxis": False,
            "x": [mark.at for mark in marks],
            "y": [mark.y for mark in marks],
            "marker": {
                "symbol": "circle-open",
                "size": [mark.size + RING_PX for mark in marks],
                "color": colours.accent,
                "line": {"width": 2, "color": colours.accent},
            },
            "hoverinfo": "skip",
        }
    ]


def _signs(placed: Sequence[Placed], board: Board, colours: Palette, language: Language) -> list[Trace]:
    if not placed:
        return []
    own = [colours.accent if mark.selected else colours.lane(strip.colour) for strip, mark in placed]
    hollow = [mark.status in FILLINGS for _, mark in placed]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "cliponaxis": False,
            "x": [mark.at for _, mark in placed],
            "y": [mark.y for _, mark in placed],
            "marker": {
                "symbol": [symbol(mark) for _, mark in placed],
                "size": [mark.size for _, mark in placed],
                "color": own,
                "opacity": 1,
                "line": {
                    "width": [2 if open_ else 1.5 for open_ in hollow],
                    "color": [c if open_ else colours.page for c, open_ in zip(own, hollow, strict=True)],
                },
            },
            "customdata": [board.events[mark.row]["id"] for _, mark in placed],
            "hovertext": [hover(board, mark.row, strip.name, language) for strip, mark in placed],
            "hoverinfo": "text",
        }
    ]
