"""The selected event and the list it stands in."""

import streamlit as st

from timeline.message import Language
from timeline.selection import Mask
from timeline.ui.components import list_box
from timeline.ui.state import latest, visit
from timeline.views.address import Address
from timeline.views.board import Board
from timeline.views.citation import citation
from timeline.views.detail import event_head, event_notes
from timeline.views.evidence import evidence
from timeline.views.lanes import LANE_KINDS
from timeline.views.links import HERE, copy_button
from timeline.views.listing import PAGE, list_years, page_of
from timeline.views.words import say

IN_COLUMNS = 40  # events that side by side are still read at a glance


def event_list(board: Board, address: Address, shown: Mask, language: Language) -> None:
    """Show the events as a list; a long one in pages."""
    rows, page = page_of(board, shown, _row(board, address))
    st.html(f'<h2 class="lm-section">{say("ui.list", language)}</h2>')
    if len(rows) > PAGE:
        page = _page(len(rows), page, address)
    some = rows[page * PAGE : (page + 1) * PAGE]
    words = address.selection.text
    data = {
        "version": f"{hash((tuple(some), words, language))}",
        "years": list_years(board, some, words, language),
        "selected": address.event,
        "name": say("ui.list", language),
        "language": language,
        "wide": address.event is None and len(some) <= IN_COLUMNS,
        "themed": address.lanes == LANE_KINDS[0],
    }
    list_box(key="daftar", data=data, on_pilih_change=listed)


def listed() -> None:
    """Select the event chosen in the list."""
    answer = st.session_state["daftar"]
    address = latest()
    chosen = answer.get("pilih")
    if chosen:
        visit(address.selecting(str(chosen)))


def event_detail(board: Board, address: Address, shown: Mask, language: Language) -> None:
    """Show the selected event in full."""
    row = board.index.position[address.event or ""]
    st.html(event_head(board, row, language, hidden=not bool(shown[row])))
    _beside(board, address, row, shown, language)
    st.html(event_notes(board, row, language) + evidence(board, row, language, address.selection.text))


def _beside(board: Board, address: Address, row: int, shown: Mask, language: Language) -> None:
    """Show the ways to the events before and after this one, and out of it, and what can be copied."""
    reached = shown.copy()
    reached[row] = True
    near: list[int] = board.order[reached[board.order]].tolist()
    place = near.index(row)
    before = near[place - 1] if place else None
    after = near[place + 1] if place + 1 < len(near) else None
    with st.container(key="langkah", horizontal=True):
        for name, other, icon in (("previous", before, "arrow_back"), ("next", after, "arrow_forward")):
            st.button(
                say(f"ui.{name}", language),
                key=f"_{name}",
                icon=f":material/{icon}:",
                disabled=other is None,
                on_click=visit,
                args=(address.selecting(board.events[other]["id"] if other is not None else None),),
            )
        st.button(
            say("ui.close", language), key="_close", type="tertiary", on_click=visit, args=(address.selecting(None),)
        )
        st.html(
            copy_button("ui.copy_link", HERE, "ui.copied_link", language)
            + copy_button("ui.copy_citation", citation(board, row, HERE, language), "ui.copied_citation", language)
        )


def _page(total: int, page: int, address: Address) -> int:
    """Return the page of a long list: the one with the selected event, until the reader turns it."""
    # Another selection or another length is another widget, which begins at its own page.
    name = f"_halaman-{total}-{address.event}"
    return int(st.pagination(-(-total // PAGE), default=page + 1, key=name)) - 1


def _row(board: Board, address: Address) -> int | None:
    return board.index.position.get(address.event) if address.event else None
