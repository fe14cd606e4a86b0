"""What stretches through time, as paths: spans, years, bounds of approximate dates, open ends; one path a style."""

from dataclasses import dataclass
from typing import Any

from timeline.views.marks import Mark
from timeline.views.palette import Palette
from timeline.views.scene import Scene, Strip

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Style:
    """How the bars of some kinds of dates are drawn."""

    shapes: tuple[str, ...]
    width: float
    opacity: float = 1.0
    dash: str = "solid"


STYLES = (
    Style(("span",), 6),
    Style(("year", "month"), 3, 0.45),
    Style(("approx",), 6, 0.3),
    Style(("since", "until"), 2, 1.0, "6px,4px"),
)


def bar_shapes(scene: Scene, colours: Palette) -> list[Shape]:
    """Return the bars of every lane."""
    return [shape for strip in scene.strips for style in STYLES for shape in _bars(scene, strip, style, colours)]


def _bars(scene: Scene, strip: Strip, style: Style, colours: Palette) -> list[Shape]:
    marks = [mark for mark in strip.marks if mark.shape in style.shapes]
    if not marks:
        return []
    return [
        {
            "type": "path",
            "xref": "x",
            "yref": "y",
            "layer": "below",
            "path": "".join(_line(mark, scene.pixel) for mark in marks),
            "line": {"color": colours.lane(strip.colour), "width": style.width, "dash": style.dash},
            "opacity": style.opacity,
        }
    ]


def _line(mark: Mark, pixel: float) -> str:
    """Return the bar of one mark; beside a hollow sign it begins at its rim, so that the sign stays hollow."""
    rim = mark.size / 2 * pixel if mark.status != "occurred" else 0.0
    first = mark.first + (rim if mark.shape == "since" else 0.0)
    last = mark.last - (rim if mark.shape == "until" else 0.0)
    return f"M{first:.6f},{mark.y}L{last:.6f},{mark.y}" if last > first else ""
