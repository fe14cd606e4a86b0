"""The chart on the page: figure, clicks, drags."""

import time
from dataclasses import replace

import streamlit as st

from timeline.message import Language
from timeline.selection import Mask
from timeline.ui.filters import choose_range
from timeline.ui.frame import SIDEBAR_PX, colours, on_phone
from timeline.ui.library import board
from timeline.ui.state import latest, visit
from timeline.views.address import Address
from timeline.views.axis import Axis, years
from timeline.views.board import Board
from timeline.views.figure import CONFIG, LEFT, PHONE_LEFT, RIGHT, timeline_figure
from timeline.views.heading import key
from timeline.views.lanes import lanes
from timeline.views.marks import Screen, View
from timeline.views.overview import overview
from timeline.views.scene import compose
from timeline.views.words import Count, say

DESKTOP_PX, PHONE_PX = 1400 - SIDEBAR_PX - 56, 358
HEAD_START = 0.08  # seconds: what comes within them is drawn in one go with the chart, and holds it up
WIDTH_KEY, AXIS_KEY, CHART_KEY = "linimasa_width", "linimasa_axis", "linimasa_chart"


def width() -> int:
    """Return how wide the chart is in the browser: told by the bridge, else guessed."""
    told = st.session_state.get(WIDTH_KEY)
    return int(told) if told else PHONE_PX if on_phone() else DESKTOP_PX


def chart(board: Board, address: Address, shown: Mask, language: Language) -> None:
    """Show the timeline of the events `shown`, and the key to its signs; come back when the browser is at it."""
    across = width()
    phone = across < 640  # noqa: PLR2004  the same width as in the style sheet
    screen = Screen(across - (PHONE_LEFT if phone else LEFT) - RIGHT, 36 if phone else 32, phone)
    selection = address.selection
    view = View(
        shown,
        years(selection.since.earliest) if selection.since and selection.since.earliest else None,
        years(selection.until.latest) + 1 / 365.2425 if selection.until and selection.until.latest else None,
        address.lanes,
        not address.unfolded,
        board.index.position.get(address.event) if address.event else None,
    )
    scene = compose(board, view, screen, language)
    anytime = board.index.shown(replace(selection, since=None, until=None))
    strip = overview(board, scene, lanes(board, anytime, address.lanes, language))
    figure, height = timeline_figure(board, scene, strip, colours(), language)
    st.session_state[AXIS_KEY] = scene.axis
    st.html(key(board, scene, language))
    with st.container(key="kanvas"):
        st.plotly_chart(
            figure,
            key=CHART_KEY,
            theme=None,
            config=CONFIG,
            height=height,
            alt=say("ui.chart_alt", language, n=Count(shown.sum())),
        )
    time.sleep(HEAD_START)


def choose(chosen: object) -> None:
    """Select what was clicked: an event by id, or the days `first/last` that a column of a crowded lane stands for."""
    text = str(chosen)
    address = latest()
    if text in board().index.position:
        visit(address.selecting(text))
    elif "/" in text:
        choose_range(*text.split("/", 1))


def dragged(value: object) -> None:
    """Show the range that was dragged on the chart (units of its axis), or everything after a double click."""
    axis = st.session_state.get(AXIS_KEY)
    if value == "semua":
        choose_range(None, None)
    elif isinstance(value, list) and isinstance(axis, Axis):
        low, high = sorted(float(one) for one in value)
        choose_range(axis.day(low).isoformat(), axis.day(high).isoformat())
