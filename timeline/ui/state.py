"""The URL as the store of the view: read at the top of every run, written by every choice."""

from collections.abc import Mapping
from time import monotonic

import streamlit as st

from timeline.message import Language, Message
from timeline.ui.library import board
from timeline.views.address import Address, read_address, read_language, write_address

LAST_VIEW, LAST_VISIT = "linimasa_last_view", "linimasa_last_visit"
# Seconds in which an answer of the browser may have left it before it had the address just written.
ON_ITS_WAY = 2.0


def parameters() -> dict[str, list[str]]:
    """Return the URL's parameters, repeated ones kept."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def current() -> tuple[Address, tuple[Message, ...]]:
    """Return the view that the URL asks for, and what of it is not understood."""
    return read_address(parameters(), board().index)


def latest() -> Address:
    """Return the view to change: the URL's, or the one just written, where the browser answered before it knew that.

    For callbacks alone: on a reader's way back the older address is the one meant.
    """
    before, after, when = st.session_state.get(LAST_VISIT, ({}, {}, 0.0))
    if before != after and parameters() == before and monotonic() - when < ON_ITS_WAY:
        st.query_params.from_dict(after)
    return current()[0]


def visit(address: Address) -> None:
    """Make the URL that of `address`."""
    before = parameters()
    st.query_params.from_dict(write_address(address))
    st.session_state[LAST_VISIT] = before, parameters(), monotonic()


def language() -> Language:
    """Return the language of the page, which the URL names."""
    return read_language(parameters(), [])


def remember_view(address: Address) -> None:
    """Keep the view, so that another page can lead back to it."""
    st.session_state[LAST_VIEW] = write_address(address)


def last_view() -> Mapping[str, list[str]]:
    """Return the parameters of the view left behind on the timeline."""
    found: dict[str, list[str]] = st.session_state.get(LAST_VIEW, {})
    return found
