"""The filters beside the timeline: each writes the URL, each value says how many events it would show."""

from collections.abc import Callable

import streamlit as st

from timeline.edtf import DateValue
from timeline.message import Language
from timeline.selection import FACETS
from timeline.ui.components import facet_boxes
from timeline.ui.search import search_box
from timeline.ui.state import latest, visit
from timeline.views.address import Address
from timeline.views.board import Board
from timeline.views.facets import Counts, facets
from timeline.views.words import Count, say

FACETS_KEY, SOUGHT_KEY = "saringan", "linimasa_sought"
# How many of the latest years are offered at once, of these those that leave something out.
RECENT, MOST_RECENT = (25, 10, 5, 3, 1), 3


def filters(board: Board, address: Address, counts: Counts, language: Language) -> None:
    """Show all filters."""
    _search(address, language)
    _period(board, address, language)
    if board.index.core.any():
        _scope(address, counts, language)
    _facets(board, address, counts, language)


def choose_range(first: str | None, last: str | None) -> None:
    """Write a range (years or days as EDTF) into the URL; None opens that end."""
    address = latest()
    visit(address.filtered(since=_parsed(first), until=_parsed(last)))


def _parsed(text: str | None) -> DateValue | None:
    return DateValue.parse(text) if text else None


def _write(key: str, change: Callable[[Address, object], Address]) -> Callable[[], None]:
    """Return a callback that changes the URL's view by the value of a widget."""

    def put() -> None:
        address = latest()
        visit(change(address, st.session_state[key]))

    return put


def _search(address: Address, language: Language) -> None:
    write = _write("_cari", lambda old, text: old.filtered(text=str(text).strip()))
    search_box("_cari", address.selection.text, "ui.search_hint", write, language)


def _facets(board: Board, address: Address, counts: Counts, language: Language) -> None:
    sought = st.session_state.get(SOUGHT_KEY, {})
    data = {
        "groups": facets(board, address.selection, counts, sought, language),
        "words": {name: say(f"ui.facet_{name}", language) for name in ("find", "none", "fewer")},
        "language": language,
    }
    facet_boxes(key=FACETS_KEY, data=data, on_pilih_change=_chosen, on_cari_change=_sought)


def _chosen() -> None:
    """Write what is ticked, of all facets at once: of two quick clicks the second tells of both."""
    ticked = st.session_state[FACETS_KEY].get("pilih") or {}
    address = latest()
    visit(address.filtered(**{facet: tuple(map(str, ids)) for facet, ids in ticked.items() if facet in FACETS}))


def _sought() -> None:
    """Keep the words typed to find a value among more than are at hand."""
    st.session_state[SOUGHT_KEY] = st.session_state[FACETS_KEY].get("cari") or {}


def _period(board: Board, address: Address, language: Language) -> None:
    """Show the years as a slider and the latest years as shortcuts."""
    first, last = board.years
    if first >= last:
        return
    chosen = address.selection
    since = chosen.since.earliest.year if chosen.since and chosen.since.earliest else first
    until = chosen.until.latest.year if chosen.until and chosen.until.latest else last
    now = min(max(since, first), last), max(min(until, last), first)
    st.session_state["_rentang"] = now

    def put(old: Address, value: object) -> Address:
        low, high = value if isinstance(value, tuple) else (first, last)
        return old.filtered(
            since=_parsed(f"{low:04d}") if low > first else None, until=_parsed(f"{high:04d}") if high < last else None
        )

    st.slider(say("ui.period", language), first, last, key="_rentang", format="%d", on_change=_write("_rentang", put))
    presets = [years for years in RECENT if last - years >= first][:MOST_RECENT]
    st.session_state["_preset"] = next(
        (years for years in presets if now == (last - years + 1, last) and not chosen.until), None
    )
    st.pills(
        say("ui.presets", language),
        presets,
        key="_preset",
        format_func=lambda years: say("ui.preset", language, n=years),
        on_change=_write(
            "_preset", lambda old, years: put(old, (last - int(str(years)) + 1 if years else first, last))
        ),
    )


def _scope(address: Address, counts: Counts, language: Language) -> None:
    st.session_state["_lingkup"] = "inti" if address.selection.core_only else "semua"
    st.segmented_control(
        say("ui.scope", language),
        ("semua", "inti"),
        key="_lingkup",
        required=True,
        default=None,
        format_func=lambda value: (
            f"{say(f'ui.scope_{value}', language)} ({Count(counts['core'][value]).words(language)})"
        ),
        on_change=_write("_lingkup", lambda old, value: old.filtered(core_only=value == "inti")),
    )
