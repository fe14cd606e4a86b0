"""The box in which words are searched for; what is found is the page's own."""

from collections.abc import Callable

import streamlit as st

from timeline.message import Language
from timeline.views.words import say

LONGEST_SEARCH = 200


def search_box(key: str, words: str, hint: str, write: Callable[[], None], language: Language) -> None:
    """Show a box with `words` in it, a message as its `hint`; `write` is called when they change, at `key`."""
    st.session_state[key] = words
    st.text_input(
        say("ui.search", language),
        key=key,
        placeholder=say(hint, language),
        icon=":material/search:",
        max_chars=LONGEST_SEARCH,
        on_change=write,
    )
