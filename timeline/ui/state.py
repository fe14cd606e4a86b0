"""The URL as the store of the view: read at the top of every run, written by every choice."""

from collections.abc import Mapping

import streamlit as st

from timeline.message import LANGUAGES, Language, Message
from timeline.ui.library import board
from timeline.views.address import LANGUAGE, Address, read_address, read_language, write_address

LAST_VIEW = "linimasa_last_view"
REMEMBERED_LANGUAGE = "linimasa_language"


def parameters() -> dict[str, list[str]]:
    """Return the URL's parameters, repeated ones kept."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def current() -> tuple[Address, tuple[Message, ...]]:
    """Return the view that the URL asks for, and what of it is not understood."""
    return read_address(parameters(), board().index)


def visit(address: Address) -> None:
    """Make the URL that of `address`."""
    st.query_params.from_dict(write_address(address))


def language() -> Language:
    """Return the language of the page: the URL's; else, where another page was left in English, that one's.

    A page switch clears the URL's parameters; a reader's language is meant to outlast it.
    """
    asked = parameters()
    if asked.get(LANGUAGE):
        found = read_language(asked, [])
        st.session_state[REMEMBERED_LANGUAGE] = found
        return found
    remembered: Language = st.session_state.get(REMEMBERED_LANGUAGE, LANGUAGES[0])
    return remembered


def speak(chosen: Language) -> None:
    """Change the language, in the URL and for the pages visited next."""
    st.session_state[REMEMBERED_LANGUAGE] = chosen
    if chosen == LANGUAGES[0]:
        st.query_params.pop(LANGUAGE, None)
    else:
        st.query_params[LANGUAGE] = chosen


def remember_view(address: Address) -> None:
    """Keep the view, so that another page can lead back to it."""
    st.session_state[LAST_VIEW] = write_address(address)


def last_view(spoken: Language) -> Mapping[str, list[str]]:
    """Return the parameters of the view left behind, in the language now spoken."""
    found: dict[str, list[str]] = {k: v for k, v in st.session_state.get(LAST_VIEW, {}).items() if k != LANGUAGE}
    return {**found, **in_language(spoken)}


def in_language(spoken: Language) -> dict[str, list[str]]:
    """Return the parameter that keeps the language; none for the default."""
    return {} if spoken == LANGUAGES[0] else {LANGUAGE: [spoken]}
