"""The events as a list: years, and under each its events, as plain text for the list box."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypedDict

from timeline.message import Language
from timeline.selection import Mask, hits
from timeline.views.axis import day_of
from timeline.views.board import Board, shape
from timeline.views.lanes import theme_of, themes
from timeline.views.words import date_words, known, one_line, say

LABEL_LIMIT = 200
PAGE = 100


class Entry(TypedDict):
    """One event: what is read out, in pieces; `label` alternates plain and found text, plain first."""

    id: str
    date: str
    label: list[str]
    meta: str
    status: str
    state: str
    spoken: str
    colour: int
    shape: str
    core: bool


class Year(TypedDict):
    """The events that begin in one year."""

    year: str
    entries: list[Entry]


def page_of(board: Board, shown: Mask, selected: int | None) -> tuple[list[int], int]:
    """Return the rows shown, by date, and the number of the page that holds the selected one."""
    rows: list[int] = board.order[shown[board.order]].tolist()
    return rows, rows.index(selected) // PAGE if selected is not None and shown[selected] else 0


def list_years(board: Board, rows: Sequence[int], words: str, language: Language) -> list[Year]:
    """Return the entries of `rows` under the year in which each begins; `words` are marked where they stand."""
    return [
        {"year": year, "entries": [_entry(board, row, words, language) for row in some]}
        for year, some in groupby(rows, key=lambda row: year_of(board, row, language))
    ]


def year_of(board: Board, row: int, language: Language) -> str:
    """Return the year under which an event is listed; decades and undated events say so."""
    event = board.events[row]
    if not board.index.dated[row]:
        return say("edtf.undated", language)
    if shape(event["edtf"], event["mod"]) == "approx" and (event["edtf"] or "").endswith("X"):
        return date_words(event["edtf"], None, language)
    return str(day_of(float(board.first[row])).year)


def pieces(text: str, words: str) -> list[str]:
    """Return `text` cut so that every second piece is a hit of `words`."""
    cuts = [edge for pair in hits(text, words) for edge in pair]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _entry(board: Board, row: int, words: str, language: Language) -> Entry:
    event = board.events[row]
    theme = theme_of(event["type"])
    status = known(f"views.status_{event['status']}", language, event["status"])
    names = list(dict.fromkeys(board.publisher(source) for source in event["sources"]))
    who = names[0] if len(names) == 1 else say("views.sources_tell", language, n=board.weight(row))
    return {
        "id": event["id"],
        "date": date_words(event["edtf"], event["mod"], language),
        "label": pieces(one_line(board.label(row, language), LABEL_LIMIT), words),
        "meta": one_line(who, 60),
        "status": "" if event["status"] == "occurred" else status,
        "state": event["status"],
        "spoken": board.spoken(row, language),
        "colour": themes().index(theme),
        "shape": shape(event["edtf"], event["mod"]),
        "core": bool(event["core"]),
    }
