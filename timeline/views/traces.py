"""Marks as Plotly traces: a shape for how fine the date is, a filling for how sure the event is, a size for sources."""

from collections.abc import Sequence
from html import escape
from typing import Any

from timeline.message import Language
from timeline.views.board import Board
from timeline.views.density import Bins
from timeline.views.palette import Palette
from timeline.views.scene import DENSITY_ROWS, Mark, Scene, Strip
from timeline.views.words import date_words, known, one_line, say

SYMBOLS = {"day": "circle", "month": "diamond", "year": "square", "approx": "circle", "span": "square"}
FILLINGS = {"planned": "-open", "hypothetical": "-open-dot", "denied": "-cross-open", "disputed": "-x-open"}
HOVER_LABEL = 120

Trace = dict[str, Any]


def mark_traces(board: Board, strip: Strip, scene: Scene, colours: Palette, language: Language) -> list[Trace]:
    """Return the traces of one lane: bars, dashes, brackets, the ring of the selected event, signs."""
    colour = colours.lane(strip.colour)
    by_shape = {name: [m for m in strip.marks if m.shape == name] for name in {m.shape for m in strip.marks}}
    lines = [
        _lines(by_shape.get("span", ()), colour, width=6),
        _lines([*by_shape.get("year", ()), *by_shape.get("month", ())], colour, width=3, opacity=0.45),
        _lines(by_shape.get("approx", ()), colour, width=6, opacity=0.3),
        _lines([*by_shape.get("since", ()), *by_shape.get("until", ())], colour, width=2, dash="6px,4px"),
    ]
    signs = [mark for mark in strip.marks if mark.shape != "span" or mark.status != "occurred"]
    return [
        *(trace for trace in lines if trace),
        *_brackets(by_shape.get("approx", ()), scene, colour),
        *_ring([mark for mark in strip.marks if mark.selected], colours),
        *_signs(signs, board, strip, colours, language),
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


def column_shapes(strip: Strip, colours: Palette) -> list[dict[str, Any]]:
    """Return the columns of a crowded lane as one path; a column's area grows with the root of its number."""
    if strip.bins is None or not strip.bins.count:
        return []
    path = "".join(
        f"M{a + (b - a) * 0.07:.5f},{strip.bottom}V{strip.bottom - height:.3f}H{b - (b - a) * 0.07:.5f}V{strip.bottom}Z"
        for a, b, height in zip(strip.bins.left, strip.bins.right, _heights(strip.bins), strict=True)
    )
    return [
        {
            "type": "path",
            "xref": "x",
            "yref": "y",
            "path": path,
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": colours.lane(strip.colour),
            "opacity": 0.55,
        }
    ]


def column_trace(strip: Strip, scene: Scene, language: Language) -> list[Trace]:
    """Return what answers to the pointer on the columns; customdata is the range of days a column stands for."""
    bins = strip.bins
    if bins is None or not bins.count:
        return []
    days = [
        (scene.axis.day(a).isoformat(), scene.axis.day(b - 1e-9).isoformat())
        for a, b in zip(bins.left, bins.right, strict=True)
    ]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [(a + b) / 2 for a, b in zip(bins.left, bins.right, strict=True)],
            "y": [strip.bottom - height / 2 for height in _heights(bins)],
            "line": {"width": 0, "color": "rgba(0,0,0,0)"},
            "customdata": [f"{a}/{b}" for a, b in days],
            "hovertext": [
                f"<b>{say('views.events', language, n=n)}</b><br>{date_words(f'{a}/{b}', None, language)}"
                for n, (a, b) in zip(bins.count, days, strict=True)
            ],
            "hoverinfo": "text",
        }
    ]


def _heights(bins: Bins) -> list[float]:
    """Return how high each column stands, in rows."""
    most = max(bins.count)
    return [(DENSITY_ROWS - 0.3) * max((number / most) ** 0.5, 0.06) for number in bins.count]


def _lines(marks: Sequence[Mark], colour: str, *, width: float, opacity: float = 1.0, dash: str = "solid") -> Trace:
    if not marks:
        return {}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for mark in marks for x in (mark.first, mark.last, None)],
        "y": [y for mark in marks for y in (mark.y, mark.y, None)],
        "line": {"color": colour, "width": width, "dash": dash},
        "opacity": opacity,
        "hoverinfo": "skip",
    }


def _brackets(marks: Sequence[Mark], scene: Scene, colour: str) -> list[Trace]:
    """Return short uprights at both bounds of approximate dates, never nearer to the sign than can be seen."""
    if not marks:
        return []
    least = scene.pixel
    ends = [
        (min(mark.first, mark.at - (mark.size / 2 + 4) * least), max(mark.last, mark.at + (mark.size / 2 + 4) * least))
        for mark in marks
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for pair in ends for x in pair],
            "y": [mark.y for mark in marks for _ in range(2)],
            "marker": {"symbol": "line-ns-open", "size": 13, "color": colour, "line": {"width": 2, "color": colour}},
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
            "x": [mark.at for mark in marks],
            "y": [mark.y for mark in marks],
            "marker": {
                "symbol": "circle-open",
                "size": [mark.size + 11 for mark in marks],
                "color": colours.accent,
                "line": {"width": 2, "color": colours.accent},
            },
            "hoverinfo": "skip",
        }
    ]


def _signs(marks: Sequence[Mark], board: Board, strip: Strip, colours: Palette, language: Language) -> list[Trace]:
    if not marks:
        return []
    own = [colours.accent if mark.selected else colours.lane(strip.colour) for mark in marks]
    hollow = [mark.status in FILLINGS for mark in marks]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [mark.at for mark in marks],
            "y": [mark.y for mark in marks],
            "marker": {
                "symbol": [symbol(mark) for mark in marks],
                "size": [mark.size for mark in marks],
                "color": own,
                "opacity": 1,
                "line": {
                    "width": [2 if open_ else 1.5 for open_ in hollow],
                    "color": [c if open_ else colours.page for c, open_ in zip(own, hollow, strict=True)],
                },
            },
            "customdata": [board.events[mark.row]["id"] for mark in marks],
            "hovertext": [hover(board, mark.row, strip.name, language) for mark in marks],
            "hoverinfo": "text",
        }
    ]
