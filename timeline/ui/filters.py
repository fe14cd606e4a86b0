"""The filters beside the timeline: each writes the URL, each value says how many events it would show."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from timeline.edtf import DateValue
from timeline.message import Language
from timeline.ui.search import search_box
from timeline.ui.state import current, visit
from timeline.views.address import Address
from timeline.views.board import Board
from timeline.views.markdown import literal
from timeline.views.words import Count, date_words, known, one_line, say

NAME_LIMIT = 48
FACET_KEYS = {"actors": "_aktor", "sources": "_sumber", "types": "_jenis", "statuses": "_status"}
MOST_OPTIONS = 100  # of a facet; what fewer events have is found by searching
RECENT = (25, 10, 5)
Counts = Mapping[str, Mapping[str, int]]


def filters(board: Board, address: Address, counts: Counts, language: Language) -> None:
    """Show all filters."""
    _search(address, language)
    _facet("actors", board, address, counts, language)
    _facet("sources", board, address, counts, language)
    _period(board, address, language)
    _facet("types", board, address, counts, language)
    if len(board.index.values["statuses"]) > 1:
        _facet("statuses", board, address, counts, language)
    _scope(address, counts, language)


def chips(board: Board, address: Address, language: Language) -> None:
    """Show what is active, each with a way to remove it, and one to remove all."""
    active = active_filters(board, address, language)
    if not active:
        return
    with st.container(key="keping", horizontal=True):
        for number, (words, without) in enumerate(active):
            st.button(
                literal(one_line(words, NAME_LIMIT)),
                key=f"_keping{number}",
                icon=":material/close:",
                icon_position="right",
                on_click=visit,
                args=(without,),
            )
        st.button(say("ui.reset", language), key="_reset", type="tertiary", on_click=visit, args=(cleared(address),))


def active_filters(board: Board, address: Address, language: Language) -> list[tuple[str, Address]]:
    """Return each active filter in words, with the view that goes without it."""
    chosen = address.selection
    found = [
        (
            f"{say(f'ui.{facet}', language)}: {value_name(board, facet, value, language)}",
            _without(address, facet, value),
        )
        for facet in FACET_KEYS
        for value in chosen.facet(facet)
    ]
    if chosen.since or chosen.until:
        first = chosen.since.edtf if chosen.since else ".."
        last = chosen.until.edtf if chosen.until else ".."
        told = date_words(first if first == last else f"{first}/{last}", None, language)
        found.append((told, address.filtered(since=None, until=None)))
    if chosen.text:
        found.append((f"“{chosen.text}”", address.filtered(text="")))
    if chosen.core_only:
        found.append((say("ui.core_only", language), address.filtered(core_only=False)))
    return found


def cleared(address: Address) -> Address:
    """Return the view without filters; what is selected, how lanes are drawn and the language stay."""
    return replace(address, selection=type(address.selection)())


def value_name(board: Board, facet: str, value: str, language: Language) -> str:
    """Return what a value of a facet is called."""
    if facet == "actors":
        return one_line(board.actor_name(value, language), NAME_LIMIT)
    if facet == "sources":
        return source_name(board, value)
    name = f"views.type_{value}" if facet == "types" else f"views.status_{value}"
    return known(name, language, value)


def source_name(board: Board, article: str) -> str:
    """Return publisher and title: one publisher may have several articles."""
    title = board.articles.get(article, {}).get("title") or ""
    return one_line(f"{board.publisher(article)} — {title}" if title else board.publisher(article), NAME_LIMIT)


def choose_range(first: str | None, last: str | None) -> None:
    """Write a range (years or days as EDTF) into the URL; None opens that end."""
    address, _ = current()
    visit(address.filtered(since=_parsed(first), until=_parsed(last)))


def _parsed(text: str | None) -> DateValue | None:
    return DateValue.parse(text) if text else None


def _without(address: Address, facet: str, value: str) -> Address:
    return address.filtered(**{facet: tuple(one for one in address.selection.facet(facet) if one != value)})


def _write(key: str, change: Callable[[Address, object], Address]) -> Callable[[], None]:
    """Return a callback that changes the URL's view by the value of a widget."""

    def put() -> None:
        address, _ = current()
        visit(change(address, st.session_state[key]))

    return put


def _search(address: Address, language: Language) -> None:
    write = _write("_cari", lambda old, text: old.filtered(text=str(text).strip()))
    search_box("_cari", address.selection.text, "ui.search_hint", write, language)


def _facet(facet: str, board: Board, address: Address, counts: Counts, language: Language) -> None:
    key, numbers = FACET_KEYS[facet], counts[facet]
    chosen = address.selection.facet(facet)
    values = list(board.offered[facet][:MOST_OPTIONS])
    values += [value for value in chosen if value not in values]
    st.session_state[key] = list(chosen)
    st.multiselect(
        say(f"ui.{facet}", language),
        values,
        key=key,
        format_func=lambda value: (
            f"{value_name(board, facet, value, language)} ({Count(numbers.get(value, 0)).words(language)})"
        ),
        placeholder=say(f"ui.{facet}_all", language),
        on_change=_write(key, lambda old, ids: old.filtered(**{facet: tuple(ids)})),  # type: ignore[arg-type]
    )


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
    presets = [years for years in RECENT if last - years > first]
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
