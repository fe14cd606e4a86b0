"""What lies behind and beside the marks: the bands of the lanes, and their names."""

from html import escape
from typing import Any

from timeline.views.packing import text_width
from timeline.views.palette import Palette
from timeline.views.scene import Scene
from timeline.views.words import one_line

NAME_PX, NAME_SIZE = 92.0, 13  # room for a line of a lane's name, and its letters
LOW, FEW_LINES, MANY_LINES = 3, 2, 3  # rows of a low lane; lines of its name, and of that of a higher one
BESIDE, BEFORE = "\u2005", "\u2003"  # of an em: between a lane and its name, above it and before it
ABOVE = 0.12
LEAN_PX = 2.2  # of a stroke, to either side of its middle
RISE_PX, SINK_PX = 7.0, 2.0  # of a stroke, above the line and below it, where labels begin


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


def axis_line(scene: Scene, row_px: float, colours: Palette) -> list[dict[str, Any]]:
    """Return the line above the lanes, broken by two strokes where years are folded."""
    runs = [(scene.axis.unit(a), scene.axis.unit(b)) for a, b in scene.axis.stretches]
    line = "".join(f"M{first:.6f},0H{last:.6f}" for first, last in runs)
    lean, rise, sink = LEAN_PX * scene.pixel, RISE_PX / row_px, SINK_PX / row_px
    places = [(fold.first + fold.last) / 2 + side * lean * 1.5 for fold in scene.axis.folds for side in (-1, 1)]
    strokes = "".join(f"M{x - lean:.6f},{sink:.3f}L{x + lean:.6f},{-rise:.3f}" for x in places)
    both = {"type": "path", "xref": "x", "yref": "y"}
    return [
        {**both, "path": line, "layer": "below", "line": {"color": colours.line, "width": 1}},
        *([{**both, "path": strokes, "line": {"color": colours.muted, "width": 1.3}}] if strokes else []),
    ]


def lane_names(scene: Scene, colours: Palette) -> list[dict[str, Any]]:
    """Return the names, as one trace: at the left of their lane, on a phone above it."""
    phone = scene.screen.phone
    pad = BESIDE if phone else BEFORE
    width = scene.screen.width if phone else NAME_PX
    most = [1 if phone else FEW_LINES if strip.bottom - strip.top < LOW else MANY_LINES for strip in scene.strips]
    lines = [_wrapped(strip.name, width, number) for strip, number in zip(scene.strips, most, strict=True)]
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [scene.axis.span[0]] * len(lines),
            "y": [strip.top - ABOVE if phone else (strip.top + strip.bottom) / 2 for strip in scene.strips],
            "text": ["<br>".join(f"{pad}<b>{line}</b>{pad}" for line in some) for some in lines],
            "textposition": "top right" if phone else "middle left",
            "textfont": {"size": NAME_SIZE, "color": [colours.lane_ink(strip.colour) for strip in scene.strips]},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def _wrapped(name: str, width: float, most: int) -> list[str]:
    """Return a name in at most `most` lines of `width` pixels, escaped; what has no room is left out, as “…” says."""
    lines: list[str] = []
    for word in name.replace(" — ", "\u00a0— ").split(" "):
        if lines and (len(lines) == most or _fits(f"{lines[-1]} {word}", width)):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [escape(_cut(line, width), quote=False) for line in lines]


def _fits(line: str, width: float) -> bool:
    return text_width(line, bold=True, size=NAME_SIZE) <= width


def _cut(line: str, width: float) -> str:
    """Return as much of a line as has room."""
    kept = next((end for end in range(len(line), 1, -1) if _fits(line[:end], width)), 1)
    return line if kept == len(line) else f"{one_line(line, kept).rstrip('… .')}…"
