"""What the chart draws before any colour: where open dates stand, what lanes are called and how much of it has room."""

from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import numpy as np
import pytest

from tests.app.sample import EVENTS
from timeline.store import load_store
from timeline.views import backdrop, lanes
from timeline.views.axis import around, day_of, years
from timeline.views.board import Board
from timeline.views.marks import Screen, View
from timeline.views.overview import COLUMNS, overview
from timeline.views.packing import text_width
from timeline.views.scene import compose

UNTIL, SINCE = (next(row for row, event in enumerate(EVENTS) if event[0] == edtf) for edtf in ("../2019", "2018-03/.."))


@pytest.fixture(scope="module")
def board(store: Path) -> Board:
    return Board.of(load_store(store))


def view(board: Board, *numbers: int) -> View:
    ids = [f"peristiwa-{number}" for number in numbers]
    return View(np.array([one in ids for one in board.index.ids]) if ids else np.ones(len(board.index.ids), dtype=bool))


@pytest.mark.parametrize(
    ("number", "day", "since"),
    [(UNTIL, date(2019, 12, 31), date(2019, 12, 1)), (SINCE, date(2018, 3, 1), date(2018, 1, 1))],
)
def test_an_open_date_stands_where_its_known_end_is(board: Board, number: int, day: date, since: date) -> None:
    """Nothing is told of the other end; in the middle between the two nobody told that anything happened."""
    asked = view(board, number)
    scene = compose(board, asked, Screen(rows=1), "id")
    strip = overview(board, scene, lanes.lanes(board, asked.shown, "tema", "id"))
    ((_, places),) = strip.dashes
    step = (strip.whole[1] - strip.whole[0]) / COLUMNS
    assert places[0] == pytest.approx(years(day), abs=step)
    assert scene.axis.times[0] == pytest.approx(years(since))


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        (date(2024, 6, 20), (date(2024, 6, 1), date(2024, 7, 1))),
        (date(2027, 6, 20), (date(2024, 1, 1), date(2028, 1, 1))),
    ],
)
def test_what_took_less_than_three_years_is_shown_by_its_months(last: date, shown: tuple[date, date]) -> None:
    since, until = around(years(date(2024, 6, 18)), years(last))
    assert (day_of(since), day_of(until)) == shown


def test_only_what_lies_over_years_can_be_folded(board: Board) -> None:
    few = replace(board, first=np.full(len(board.first), 2024.1), last=np.full(len(board.last), 2024.9))
    assert board.foldable
    assert not few.foldable


def test_where_not_all_have_room_the_weightiest_have_it(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.views.marks.TOP_ROWS", 1)
    scene = compose(board, replace(view(board), selected=UNTIL), Screen(width=400, rows=1), "id")
    crowded = [strip for strip in scene.strips if strip.bins]
    assert crowded
    for strip, lane in zip(scene.strips, lanes.lanes(board, view(board).shown, "tema", "id"), strict=True):
        drawn = [mark.row for mark in strip.marks]
        assert (strip.bins is None) == (sorted(drawn) == lane.rows.tolist())  # no columns where nothing is left out
        assert UNTIL in drawn or min(lane.rows, key=lambda row: board.rank[row]) in drawn
        assert all(mark.side != "none" for mark in strip.marks)
    assert UNTIL in [mark.row for strip in scene.strips for mark in strip.marks]


def test_what_only_ends_is_counted_at_its_end(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.views.scene.MOST_MARKS", 0)
    monkeypatch.setattr("timeline.views.marks.TOP_ROWS", 0)
    scene = compose(board, view(board, UNTIL, 0), Screen(), "id")
    (bins,) = (strip.bins for strip in scene.strips)
    assert bins is not None
    days = [(scene.axis.day(a), scene.axis.day(b)) for a, b in zip(bins.left, bins.right, strict=True)]
    assert bins.count == (1, 1)
    assert days[0][0] == date(1951, 1, 1)
    assert days[1][0] <= date(2019, 12, 31) <= days[1][1]


def test_lanes_of_articles_of_one_publisher_are_told_apart(board: Board) -> None:
    names = [lane.name for lane in lanes.lanes(board, view(board).shown, "sumber", "id")]
    assert len(set(names)) == len(names)
    assert "Kabar Kota — Sesudah pertemuan" in names


@pytest.mark.parametrize(
    "name", ["cnnindonesia.com — polisi datang", "Perserikatan Bangsa-Bangsa", "W" * 40, "<b> & c"]
)
@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_name_has_room_beside_its_lane(name: str, most: int) -> None:
    lines = backdrop._wrapped(name, backdrop.NAME_PX, most)
    assert len(lines) <= most
    assert all("<" not in line for line in lines)
    widths = [text_width(unescape(line), bold=True, size=backdrop.NAME_SIZE) for line in lines]
    assert max(widths) <= backdrop.NAME_PX
