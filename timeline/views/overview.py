"""The strip below the lanes: the whole of time without folds, and which part of it is on show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from timeline.message import Language
from timeline.selection import OPEN_END
from timeline.views.axis import DAYS_A_YEAR, MONTHLY, Axis, day_of, years
from timeline.views.board import Board
from timeline.views.lanes import Lane
from timeline.views.palette import Palette
from timeline.views.scene import Scene
from timeline.views.ticks import ticks
from timeline.views.words import say

OVERVIEW_PX = 32
COLUMNS = 400
LABEL_PX = 52.0
# Names at an axis stand where they are put: Plotly measures each, twice, only to turn or hide what runs over.
LABELS = {"tickangle": 0, "ticklabeloverflow": "allow"}


@dataclass(frozen=True)
class Overview:
    """Lanes as rows of dashes: per lane its colour and places (years); the whole, and the part on show."""

    dashes: tuple[tuple[int, tuple[float, ...]], ...]
    whole: tuple[float, float]
    part: tuple[float, float]
    screen_width: float
    phone: bool


def overview(board: Board, scene: Scene, lanes: Sequence[Lane]) -> Overview:
    """Return the strip for `lanes`, which hold what all filters but the range show; one dash a column is enough."""
    view = (float(scene.axis.times[0]), float(scene.axis.times[-1]))
    whole = board.extent()
    step = (whole[1] - whole[0]) / COLUMNS
    dashes = []
    for lane in lanes:
        ended = board.index.last[lane.rows] < OPEN_END  # what goes on is told where it begins
        begin, end = board.first[lane.rows], board.last[lane.rows]
        middle = np.where(ended, (begin + end) / 2, begin)
        columns = np.unique(((middle - whole[0]) / step).astype(int))
        dashes.append((lane.colour, tuple((whole[0] + (columns + 0.5) * step).tolist())))
    part = (max(view[0], whole[0]), min(view[1], whole[1]))
    return Overview(tuple(dashes), whole, part, scene.screen.width, scene.screen.phone)


def overview_dashes(strip: Overview, colours: Palette) -> list[dict[str, Any]]:
    """Return the dashes, a row a lane; each row is one path, however many events it tells of."""
    return [
        {
            "type": "path",
            "xref": "x2",
            "yref": "y2",
            "path": "".join(f"M{x:.2f},{row + 0.12}V{row + 0.88}" for x in places),
            "line": {"width": 1.6, "color": colours.lane(colour)},
        }
        for row, (colour, places) in enumerate(strip.dashes)
        if places
    ]


def overview_axes(strip: Overview, colours: Palette, inner: float, language: Language) -> dict[str, Any]:
    """Return the two axes of the strip, which neither drag nor zoom moves."""
    marks = _marks(strip, language)
    return {
        "xaxis2": {
            **LABELS,
            "range": list(strip.whole),
            "anchor": "y2",
            "tickvals": [at for at, _ in marks],
            "ticktext": [text for _, text in marks],
            "tickfont": {"size": 11, "color": colours.muted},
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": colours.line,
            "fixedrange": True,
        },
        "yaxis2": {
            **LABELS,
            "range": [max(len(strip.dashes), 1), 0],
            "domain": [0, OVERVIEW_PX / inner],
            "anchor": "x2",
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickvals": [] if strip.phone else [max(len(strip.dashes), 1) / 2],
            "ticktext": [] if strip.phone else [say("views.overview", language)],
            "tickfont": {"size": 11.5, "color": colours.muted},
            "ticks": "",
            "ticklabelstandoff": 9,
        },
    }


def overview_shapes(strip: Overview, colours: Palette) -> list[dict[str, Any]]:
    """Return the part on show between two edges, tinted where it is not the whole."""
    ground = {"type": "rect", "xref": "x2", "yref": "y2 domain", "y0": 0, "y1": 1, "layer": "below"}
    first, last = strip.part
    edge = {"type": "line", "xref": "x2", "yref": "y2 domain", "y0": 0, "y1": 1}
    line = {"color": colours.accent, "width": 2}
    return [
        {**ground, "x0": strip.whole[0], "x1": strip.whole[1], "fillcolor": colours.band, "line": {"width": 0}},
        *(
            []
            if strip.part == strip.whole
            else [{**ground, "x0": first, "x1": last, "fillcolor": colours.wash, "line": {"width": 0}}]
        ),
        {**edge, "x0": first, "x1": first, "line": line},
        {**edge, "x0": last, "x1": last, "line": line},
    ]


def _marks(strip: Overview, language: Language) -> list[tuple[float, str]]:
    """Return what is named below the strip and where: round years at their beginning, or months in their middle."""
    since, until = strip.whole
    if until - since < MONTHLY:
        axis = Axis(np.array(strip.whole), np.array([0.0, until - since]), ())
        return [(since + tick.at, tick.text) for tick in ticks(axis, width=strip.screen_width, language=language)]
    first, last = day_of(since).year, day_of(until - 1 / DAYS_A_YEAR).year
    room = max(strip.screen_width / LABEL_PX, 2)
    step = next((size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500) if (last - first) / size <= room), 1000)
    return [
        (years(date(year, 1, 1)), str(year)) for year in range(-(-first // step) * step, last + 1, step) if year > 0
    ]
