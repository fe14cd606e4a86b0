"""The selected event and the list it stands in."""

from collections.abc import Sequence

import streamlit as st

from timeline.message import Language
from timeline.selection import Mask
from timeline.ui.components import copy_buttons, list_box
from timeline.ui.state import current, in_language, visit
from timeline.views.address import ARTICLE, QUOTE, Address
from timeline.views.board import Board
from timeline.views.citation import citation
from timeline.views.detail import claim_card, event_head, event_notes, merge_notes, source_line
from timeline.views.heading import notice
from timeline.views.listing import PAGE, list_years, page_of
from timeline.views.words import say

READING = "timeline/ui/sumber.py"
MOST_CLAIMS = 12


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
    }
    list_box(key="daftar", data=data, on_pilih_change=listed)


def listed() -> None:
    """Select the event chosen in the list."""
    answer = st.session_state["daftar"]
    address, _ = current()
    chosen = answer.get("pilih")
    if chosen:
        visit(address.selecting(str(chosen)))


def event_detail(board: Board, address: Address, shown: Mask, language: Language) -> None:
    """Show the selected event in full, or how to select one."""
    row = _row(board, address)
    if row is None:
        st.html(notice("ui.select_one", language, "unchosen"))
        return
    st.html(event_head(board, row, language, hidden=not bool(shown[row])))
    _beside(board, address, row, shown, language)
    if notes := event_notes(board, row, language):
        st.html(notes)
    claims = [claim for claim in board.events[row]["claims"] if claim in board.claims]
    _claims(board, claims[:MOST_CLAIMS], address, language)
    if len(claims) > MOST_CLAIMS:
        with st.expander(say("ui.more_quotes", language, n=len(claims) - MOST_CLAIMS)):
            _claims(board, claims[MOST_CLAIMS:], address, language)
    if merged := merge_notes(board, row, language):
        st.html(merged)
    _copy(board, row, language)


def _claims(board: Board, claims: Sequence[str], address: Address, language: Language) -> None:
    """Show claims by source, in the order in which the event names its sources."""
    order = {article: number for number, article in enumerate(board.claims[claim]["article"] for claim in claims)}
    told = ""
    for claim in sorted(claims, key=lambda one: order[board.claims[one]["article"]]):
        article = board.claims[claim]["article"]
        if article != told:
            st.html(source_line(board, article, language))
            told = article
        st.html(claim_card(board, claim, language, address.selection.text))
        onward = {ARTICLE: article, QUOTE: claim, **in_language(language)}
        st.page_link(READING, label=say("ui.read_quote", language), icon=":material/menu_book:", query_params=onward)


def _beside(board: Board, address: Address, row: int, shown: Mask, language: Language) -> None:
    """Show the ways to the events before and after this one, and out of it."""
    near = [other for other in board.order if shown[other] or other == row]
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


def _copy(board: Board, row: int, language: Language) -> None:
    data = {
        "buttons": [["link", say("ui.copy_link", language)], ["citation", say("ui.copy_citation", language)]],
        "citation": citation(board, row, "{link}", language),
        "done": say("ui.copied", language),
        "failed": say("ui.not_copied", language),
    }
    copy_buttons(key="salin", data=data)


def _page(total: int, page: int, address: Address) -> int:
    """Return the page of a long list: the one with the selected event, until the reader turns it."""
    # Another selection or another length is another widget, which begins at its own page.
    name = f"_halaman-{total}-{address.event}"
    return int(st.pagination(-(-total // PAGE), default=page + 1, key=name)) - 1


def _row(board: Board, address: Address) -> int | None:
    return board.index.position.get(address.event) if address.event else None
