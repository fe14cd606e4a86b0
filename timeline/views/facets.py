"""The values of each filter as rows to tick: what most events have first, with its count under the other filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import TypedDict

from timeline.message import Language
from timeline.selection import FACETS, Selection, fold
from timeline.views.board import Board
from timeline.views.words import Count, known, one_line, say

NAME_LIMIT = 48
SENT = 40  # of a facet; what is not among them is found by typing
Counts = Mapping[str, Mapping[str, int]]


class Value(TypedDict):
    """One value: what it is called, how many events it would show, and whether it is chosen."""

    id: str
    name: str
    count: int
    told: str
    chosen: bool


class Facet(TypedDict):
    """One filter: the values at hand, how many there are in all, and the words that lead to the others."""

    facet: str
    name: str
    more: str
    all: int
    values: list[Value]


def facets(
    board: Board, selection: Selection, counts: Counts, sought: Mapping[str, str], language: Language
) -> list[Facet]:
    """Return every filter that has something to choose from; `sought` are words typed to find a value of one."""
    asked = _Asked(selection, counts, sought)
    return [
        _facet(facet, board, asked, language)
        for facet in FACETS
        if facet != "statuses" or len(board.index.values[facet]) > 1
    ]


def value_name(board: Board, facet: str, value: str, language: Language) -> str:
    """Return what a value of a facet is called."""
    if facet == "actors":
        return one_line(board.actor_name(value, language), NAME_LIMIT)
    if facet == "sources":
        return _source_name(board, value)
    name = f"views.type_{value}" if facet == "types" else f"views.status_{value}"
    return known(name, language, value)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the reader chose, how many events each value would show, and what was typed to find values."""

    selection: Selection
    counts: Counts
    sought: Mapping[str, str]


def _facet(facet: str, board: Board, asked: _Asked, language: Language) -> Facet:
    offered, chosen, numbers = board.offered[facet], asked.selection.facet(facet), asked.counts[facet]
    first = nsmallest(SENT, offered, key=lambda value: -numbers.get(value, 0))
    found = _found(facet, board, asked.sought.get(facet, ""), language) if len(offered) > SENT else ()
    return {
        "facet": facet,
        "name": say(f"ui.{facet}", language),
        "more": say("ui.facet_all", language, n=Count(len(offered))),
        "all": len(offered),
        "values": [
            {
                "id": value,
                "name": value_name(board, facet, value, language),
                "count": numbers.get(value, 0),
                "told": Count(numbers.get(value, 0)).words(language),
                "chosen": value in chosen,
            }
            for value in dict.fromkeys((*first, *chosen, *found))
        ],
    }


def _found(facet: str, board: Board, sought: str, language: Language) -> list[str]:
    """Return the first values that have the words `sought` in their names."""
    words = fold(sought).strip()
    named = (value for value in board.offered[facet] if words in fold(value_name(board, facet, value, language)))
    return list(islice(named, SENT)) if words else []


def _source_name(board: Board, article: str) -> str:
    """Return the publisher, and where it has several articles the title."""
    publisher, title = board.publisher(article), board.articles.get(article, {}).get("title") or ""
    return one_line(f"{publisher} — {title}" if title and board.published[publisher] > 1 else publisher, NAME_LIMIT)
