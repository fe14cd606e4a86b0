"""What the page Sumber is made of: all articles, and one of them for reading."""

import streamlit as st

from timeline.message import Language
from timeline.ui.search import search_box
from timeline.views.address import TEXT
from timeline.views.board import Board
from timeline.views.heading import notice
from timeline.views.links import inside, to_shelf
from timeline.views.shelf import shelf
from timeline.views.source import source_margin, source_record, source_text
from timeline.views.words import say

FEW = 12  # articles that one sees without searching


def articles(board: Board, language: Language) -> None:
    """Show all articles, with a search among them where they are many."""
    st.html(f'<h1 class="lm-title">{say("ui.page_sources", language)}</h1>')
    words = st.query_params.get(TEXT, "")
    if len(board.articles) > FEW or words:
        search_box("_telusur", words, "ui.search_articles", _search, language)
    st.html(shelf(board, words, language))


def reading(board: Board, article: str, text: str, quote: str | None, language: Language) -> None:
    """Show one article: its record above, its text, and its quotes in the margin."""
    back = inside(to_shelf(language), say("ui.all_articles", language), "lm-back")
    st.html(f"{back}{source_record(board, article, language)}")
    with st.container(key="baca"):
        if text:
            st.html(source_text(board, article, text, quote, language))
        else:
            st.html(notice("ui.no_text", language))
        st.html(source_margin(board, article, quote, language))


def _search() -> None:
    words = str(st.session_state["_telusur"]).strip()
    if words:
        st.query_params[TEXT] = words
    else:
        st.query_params.pop(TEXT, None)
