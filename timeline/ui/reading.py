"""What the page Sumber is made of: the choice of an article, and the article."""

import streamlit as st

from timeline.message import Language
from timeline.ui.filters import source_name
from timeline.ui.state import in_language
from timeline.views.address import ARTICLE
from timeline.views.board import Board
from timeline.views.heading import notice
from timeline.views.shelf import shelf
from timeline.views.source import source_margin, source_record, source_text
from timeline.views.words import say


def picker(board: Board, article: str | None, language: Language) -> None:
    """Show all articles: as a choice beside the one being read, else as the page itself."""
    st.session_state["_artikel"] = article
    st.selectbox(
        say("ui.article", language),
        list(board.articles),
        key="_artikel",
        format_func=lambda one: source_name(board, one),
        placeholder=say("ui.article_choose", language),
        on_change=_open,
        args=(language,),
    )
    if article is None:
        st.html(shelf(board, language))


def reading(board: Board, article: str, text: str, quote: str | None, language: Language) -> None:
    """Show one article: its record above, its text, and its quotes in the margin."""
    st.html(source_record(board, article, language))
    with st.container(key="baca"):
        if text:
            st.html(source_text(board, article, text, quote))
        else:
            st.html(notice("ui.no_text", language))
        st.html(source_margin(board, article, quote, language))


def _open(language: Language) -> None:
    chosen = st.session_state["_artikel"]
    st.query_params.from_dict({**({ARTICLE: chosen} if chosen else {}), **in_language(language)})
