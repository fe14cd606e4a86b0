"""The columns of crowded lanes: how many events lie where, as one path a lane, and what answers to the pointer."""

from typing import Any

from timeline.message import Language
from timeline.views.density import Bins
from timeline.views.palette import Palette
from timeline.views.scene import DENSITY_ROWS, Scene
from timeline.views.words import Count, date_words, say

GAP = 0.07  # of a column's width, at either side
LOWEST = 0.06


def column_shapes(scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return the columns; their height grows with the root of the number they tell."""
    return [
        {
            "type": "path",
            "xref": "x",
            "yref": "y",
            "path": _path(strip.bins, strip.bottom),
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": colours.lane(strip.colour),
            "opacity": 0.55,
        }
        for strip in scene.strips
        if strip.bins and strip.bins.count
    ]


def column_traces(scene: Scene, language: Language) -> list[dict[str, Any]]:
    """Return one trace of unseen points in the middle of the columns; customdata are the days a column stands for."""
    found: list[tuple[float, float, int, str]] = []
    for strip in scene.strips:
        if strip.bins is None:
            continue
        for a, b, number, height in zip(
            strip.bins.left, strip.bins.right, strip.bins.count, _heights(strip.bins), strict=True
        ):
            days = f"{scene.axis.day(a).isoformat()}/{scene.axis.day(b - 1e-9).isoformat()}"
            found.append(((a + b) / 2, strip.bottom - height / 2, number, days))
    if not found:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",  # one path, where markers would be an element each
            "x": [round(x, 5) for x, *_ in found],
            "y": [round(y, 2) for _, y, *_ in found],
            "line": {"width": 0, "color": "rgba(0,0,0,0)"},
            "customdata": [days for *_, days in found],
            "hovertext": [
                f"<b>{say('views.events', language, n=Count(number))}</b><br>{date_words(days, None, language)}"
                for *_, number, days in found
            ],
            "hoverinfo": "text",
        }
    ]


def _path(bins: Bins, bottom: float) -> str:
    return "".join(
        f"M{a + (b - a) * GAP:.4f},{bottom:.2f}V{bottom - height:.2f}H{b - (b - a) * GAP:.4f}V{bottom:.2f}Z"
        for a, b, height in zip(bins.left, bins.right, _heights(bins), strict=True)
    )


def _heights(bins: Bins) -> list[float]:
    """Return how high each column stands, in rows."""
    most = max(bins.count, default=1)
    return [(DENSITY_ROWS - 0.3) * max((number / most) ** 0.5, LOWEST) for number in bins.count]
