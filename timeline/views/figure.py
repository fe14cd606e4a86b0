"""The timeline as a Plotly figure: lanes, marks, labels, and below them a strip that shows the whole of time."""

from collections.abc import Sequence
from typing import Any

from plotly.basedatatypes import BaseFigure

from timeline.message import Language
from timeline.views.backdrop import RISE_PX, axis_line, bands, lane_names
from timeline.views.bars import bar_shapes
from timeline.views.board import Board
from timeline.views.columns import column_shapes, column_traces
from timeline.views.labels import label_traces
from timeline.views.overview import LABELS, OVERVIEW_PX, Overview, overview_axes, overview_dashes, overview_shapes
from timeline.views.palette import Palette
from timeline.views.scene import Scene
from timeline.views.ticks import Tick, ticks
from timeline.views.traces import mark_traces

LEFT, RIGHT, TOP, BOTTOM = 112, 16, 28, 22
PHONE_LEFT = 6
ROOM_PX, LOW_ROW, HIGH_ROW = 500.0, 18.5, 25.0
BETWEEN_PX = 26
FONT = '"Source Sans", "Source Sans 3", sans-serif'
Shape = dict[str, Any]
CONFIG = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False, "showTips": False}


class Drawing(BaseFigure):  # type: ignore[misc]  # Plotly comes without types
    """A figure that is sent as it was made.

    Plotly's own Figure copies what it is given three times, and adds a template, without which (and with the revision
    of the data told) the browser knows the second drawing that Streamlit asks for to be the first, and draws once.
    """

    def __init__(self, traces: Sequence[Shape], layout: Shape) -> None:
        self._drawn: Shape = {"data": list(traces), "layout": {**layout, "datarevision": 1}}

    def to_dict(self) -> Shape:
        """Return the figure itself: not a copy, to be read only."""
        return self._drawn


def timeline_figure(
    board: Board, scene: Scene, overview: Overview, colours: Palette, language: Language
) -> tuple[Drawing, int]:
    """Return the figure and its height in pixels."""
    row_px = min(max(ROOM_PX / scene.rows, LOW_ROW), HIGH_ROW)
    plot = scene.rows * row_px + RISE_PX
    inner = plot + BETWEEN_PX + OVERVIEW_PX
    marks = ticks(scene.axis, width=scene.screen.width, language=language, wanted=scene.core_years)
    traces = [
        _ground(overview),
        *column_traces(scene, language),
        *mark_traces(board, scene, colours, language),
        *label_traces(board, scene, colours, language),
        *lane_names(scene, colours),
    ]
    height = int(inner + TOP + BOTTOM)
    layout = {
        "height": height,
        **_frame(scene, colours),
        "xaxis": _x_axis(marks, scene, colours),
        "yaxis": {
            "range": [scene.rows, -RISE_PX / row_px],
            "domain": [1 - plot / inner, 1],
            "visible": False,
            "fixedrange": True,
        },
        **overview_axes(overview, colours, inner, language),
        "shapes": [*_shapes(marks, scene, overview, colours), *axis_line(scene, row_px, colours)],
    }
    return Drawing(traces, layout), height


def _frame(scene: Scene, colours: Palette) -> Shape:
    """Return what does not depend on what is shown: margins, grounds, fonts, how the pointer is answered."""
    return {
        "margin": {"l": PHONE_LEFT if scene.screen.phone else LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12.5, "color": colours.ink},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 14,
        "dragmode": False if scene.screen.phone else "zoom",
        "hoverlabel": {
            "bgcolor": colours.page,
            "bordercolor": colours.faint,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": colours.ink},
        },
    }


def _shapes(marks: list[Tick], scene: Scene, overview: Overview, colours: Palette) -> list[Shape]:
    return [
        *bands(scene, colours),
        *_grid(marks, scene, colours),
        *column_shapes(scene, colours),
        *bar_shapes(scene, colours),
        *overview_shapes(overview, colours),
        *overview_dashes(overview, colours),
    ]


def _x_axis(marks: list[Tick], scene: Scene, colours: Palette) -> dict[str, Any]:
    return {
        **LABELS,
        "range": list(scene.axis.span),
        "tickvals": [tick.at for tick in marks],
        "ticktext": [tick.text for tick in marks],
        "tickfont": {"size": 12.5, "color": colours.muted},
        "side": "top",
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": -1,
        "fixedrange": scene.screen.phone,
        "anchor": "y",
    }


def _grid(marks: list[Tick], scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return hairlines where the named years, months or days begin, as one path."""
    lines = "".join(f"M{tick.start:.6f},0L{tick.start:.6f},{scene.rows}" for tick in marks)
    line = {"color": colours.grid, "width": 1}
    return [{"type": "path", "xref": "x", "yref": "y", "path": lines, "layer": "below", "line": line}] if lines else []


def _ground(overview: Overview) -> dict[str, Any]:
    """Return a trace that shows nothing: a subplot without one is not drawn."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [overview.whole[0]],
        "y": [0],
        "xaxis": "x2",
        "yaxis": "y2",
        "marker": {"opacity": 0, "size": 1},
        "hoverinfo": "skip",
    }
