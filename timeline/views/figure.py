"""The timeline as a Plotly figure: lanes, marks, labels, and below them a strip that shows the whole of time."""

from html import escape
from typing import Any

import plotly.graph_objects as go

from timeline.message import Language
from timeline.views.backdrop import bands, fold_signs, lane_names
from timeline.views.board import Board
from timeline.views.overview import OVERVIEW_PX, Overview, overview_axes, overview_shapes, overview_traces
from timeline.views.palette import Palette
from timeline.views.scene import Mark, Scene
from timeline.views.ticks import Tick, ticks
from timeline.views.traces import bin_trace, mark_traces

LEFT, RIGHT, TOP, BOTTOM = 112, 16, 28, 22
PHONE_LEFT = 6
ROOM_PX, LOW_ROW, HIGH_ROW = 500.0, 18.5, 25.0
BETWEEN_PX = 26
FONT = '"Source Sans", "Source Sans 3", sans-serif'
CONFIG = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False, "showTips": False}


def timeline_figure(
    board: Board, scene: Scene, overview: Overview, colours: Palette, language: Language
) -> tuple[go.Figure, int]:
    """Return the figure and its height in pixels."""
    row_px = min(max(ROOM_PX / scene.rows, LOW_ROW), HIGH_ROW)
    plot, inner = scene.rows * row_px, scene.rows * row_px + BETWEEN_PX + OVERVIEW_PX
    width = scene.screen.width
    marks = ticks(scene.axis, width=width, language=language, wanted=scene.core_years)
    traces: list[dict[str, Any]] = [_grid(marks, scene, colours)]
    for strip in scene.strips:
        traces += bin_trace(strip, scene, colours, language)
        traces += mark_traces(board, strip, scene, colours, language)
    traces += overview_traces(overview, colours)
    names = lane_names(scene, colours)
    layout: dict[str, Any] = {
        "height": int(inner + TOP + BOTTOM),
        "margin": {"l": PHONE_LEFT if scene.screen.phone else LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12.5, "color": colours.ink},
        "showlegend": False,
        "bargap": 0,
        "hovermode": "closest",
        "hoverdistance": 14,
        "dragmode": False if scene.screen.phone else "zoom",
        "hoverlabel": {
            "bgcolor": colours.page,
            "bordercolor": colours.faint,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": colours.ink},
        },
        "selections": [],
        "newselection": {"line": {"color": colours.accent}},
        "xaxis": _x_axis(marks, scene, colours),
        "yaxis": {
            "range": [scene.rows, 0],
            "domain": [1 - plot / inner, 1],
            "visible": False,
            "fixedrange": True,
        },
        **overview_axes(overview, colours, inner, language),
        "shapes": [*bands(scene, colours), *overview_shapes(overview, colours)],
        "annotations": [
            *names,
            *fold_signs(scene, colours),
            *(
                _label(board, mark, scene.pixel, colours)
                for strip in scene.strips
                for mark in strip.marks
                if mark.side != "none"
            ),
        ],
    }
    return go.Figure({"data": traces, "layout": layout}, _validate=False), layout["height"]


def _x_axis(marks: list[Tick], scene: Scene, colours: Palette) -> dict[str, Any]:
    return {
        "range": list(scene.axis.span),
        "tickvals": [tick.at for tick in marks],
        "ticktext": [tick.text for tick in marks],
        "tickfont": {"size": 12.5, "color": colours.muted},
        "side": "top",
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": scene.screen.phone,
        "anchor": "y",
    }


def _grid(marks: list[Tick], scene: Scene, colours: Palette) -> dict[str, Any]:
    """Return hairlines where the named years, months or days begin."""
    places = [tick.start for tick in marks]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for place in places for x in (place, place, None)],
        "y": [y for _ in places for y in (0, scene.rows, None)],
        "line": {"color": colours.grid, "width": 1},
        "hoverinfo": "skip",
    }


def _label(board: Board, mark: Mark, pixel: float, colours: Palette) -> dict[str, Any]:
    """Return the label beside its mark; clicking it does what clicking the mark does. `pixel` is one in units."""
    right = mark.side == "right"
    bold = mark.core or mark.selected
    text = escape(mark.label, quote=False)
    sign = mark.size / 2 + 6 + (5 if mark.shape == "approx" or mark.selected else 0)
    bar = ((mark.last - mark.at) if right else (mark.at - mark.first)) / pixel + 7
    return {
        "x": mark.at,
        "y": mark.y,
        "xref": "x",
        "yref": "y",
        "text": f"<b>{text}</b>" if bold else text,
        "showarrow": False,
        "xanchor": "left" if right else "right",
        "xshift": (1 if right else -1) * max(sign, bar),
        "yanchor": "middle",
        "font": {"color": colours.accent if mark.selected else colours.ink, "size": 12.5},
        "captureevents": True,
        "name": board.events[mark.row]["id"],
        "borderpad": 1,
    }
