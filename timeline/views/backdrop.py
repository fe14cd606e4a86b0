"""What lies behind and beside the marks: bands of the lanes, their names, the signs of folded years."""

from html import escape
from typing import Any

from timeline.views.palette import Palette
from timeline.views.scene import Scene

NAME_WIDTH = 15
FOLD_SIGN = "//"


def bands(scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return the grey ground of all lanes as one path, interrupted where years are folded."""
    stretches = [(scene.axis.unit(a), scene.axis.unit(b)) for a, b in scene.axis.stretches]
    path = "".join(
        f"M{first:.6f},{strip.top}H{last:.6f}V{strip.bottom}H{first:.6f}Z"
        for strip in scene.strips
        for first, last in stretches
    )
    ground = {"type": "path", "xref": "x", "yref": "y", "layer": "below", "line": {"width": 0}}
    return [{**ground, "path": path, "fillcolor": colours.band}] if path else []


def fold_signs(scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return a sign over every fold, which says on hovering which years it hides."""
    return [
        {
            "x": (fold.first + fold.last) / 2,
            "y": 0,
            "xref": "x",
            "yref": "y",
            "yshift": 9,
            "text": FOLD_SIGN,
            "showarrow": False,
            "font": {"size": 12.5, "color": colours.muted},
            "hovertext": f"{scene.axis.day(fold.first + 1e-9).year}–{scene.axis.day(fold.last - 1e-9).year}",
        }
        for fold in scene.axis.folds
    ]


def lane_names(scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return the names: at the left of their lane, on a phone above it."""
    phone = scene.screen.phone
    return [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left" if phone else "right",
            "align": "left" if phone else "right",
            "xshift": 4 if phone else -12,
            "y": strip.top if phone else (strip.top + strip.bottom) / 2,
            "yref": "y",
            "yanchor": "bottom" if phone else "middle",
            "text": f"<b>{_wrapped(strip.name, phone=phone)}</b>",
            "showarrow": False,
            "font": {"size": 13, "color": colours.lane_ink(strip.colour)},
        }
        for strip in scene.strips
    ]


def _wrapped(name: str, *, phone: bool) -> str:
    """Return a name in lines of NAME_WIDTH letters, escaped."""
    lines: list[str] = []
    for word in name.split():
        if lines and (phone or len(lines[-1]) + len(word) < NAME_WIDTH):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(escape(line, quote=False) for line in lines)
