"""The lanes of the timeline: by theme, by actor or by source; an event stands in every lane it belongs to."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline import folders
from timeline.errors import DataError
from timeline.message import Language
from timeline.selection import Mask
from timeline.toml import read_toml
from timeline.views.board import Board
from timeline.views.facets import value_name
from timeline.views.words import say

THEMES = folders.DATA / "themes.toml"
LANE_KINDS = ("tema", "aktor", "sumber")
MOST_LANES = 6


@dataclass(frozen=True, slots=True)
class Theme:
    """Event types that stand in one lane."""

    id: str
    name: tuple[tuple[str, str], ...]
    types: frozenset[str]


@dataclass(frozen=True)
class Lane:
    """One lane: its name, the number of its colour, and the rows of the events in it."""

    name: str
    colour: int
    rows: NDArray[np.int64]


@cache
def themes(path: Path = THEMES) -> tuple[Theme, ...]:
    """Return the themes in the order of their lanes; DataError where the table is not what it should be."""
    try:
        entries = read_toml(path)["theme"]
        return tuple(Theme(one["id"], tuple(one["name"].items()), frozenset(one["types"])) for one in entries)
    except KeyError as broken:
        raise DataError("theme.found", file=str(path), place="theme", error=broken) from broken


def lanes(board: Board, shown: Mask, kind: str, language: Language) -> list[Lane]:
    """Return the lanes that hold something, in an order that filters do not change."""
    dated = shown & board.index.dated
    if kind == "tema":
        return _theme_lanes(board, dated, language)
    facet = "actors" if kind == "aktor" else "sources"
    return _facet_lanes(board, dated, facet, language)


def theme_of(kind: str) -> Theme:
    """Return the theme of an event type; the last one where none names it."""
    return next((theme for theme in themes() if kind in theme.types), themes()[-1])


def _theme_lanes(board: Board, dated: Mask, language: Language) -> list[Lane]:
    types = board.index.values["types"]
    found: list[Lane] = []
    for number, theme in enumerate(themes()):
        own = [kind for kind in types if theme_of(kind) is theme]
        member = board.index.having("types", own) & dated
        found.append(Lane(dict(theme.name)[language], number, _rows(member)))
    return [lane for lane in found if len(lane.rows)]


def _facet_lanes(board: Board, dated: Mask, facet: str, language: Language) -> list[Lane]:
    """Return a lane for each of the values most events have, and one for what is left."""
    totals = board.index.tally(facet, np.ones(len(board.events), dtype=bool))
    chosen = [board.index.values[facet][column] for column in np.argsort(-totals, kind="stable")[:MOST_LANES].tolist()]
    found = [
        Lane(value_name(board, facet, value, language), number, _rows(board.index.having(facet, {value}) & dated))
        for number, value in enumerate(chosen)
    ]
    rest = _rows(dated & ~board.index.having(facet, chosen))
    found.append(Lane(say("views.lane_rest", language), len(chosen), rest))
    return [lane for lane in found if len(lane.rows)]


def _rows(member: Mask) -> NDArray[np.int64]:
    return np.flatnonzero(member)
