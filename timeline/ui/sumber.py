"""The page Sumber: an article for reading, its quotes marked and linked to their events."""

import streamlit as st

from timeline.message import Message
from timeline.ui.frame import connect, language
from timeline.ui.library import board, texts
from timeline.ui.reading import articles, reading
from timeline.ui.state import parameters
from timeline.views.address import ARTICLE, QUOTE, read_one
from timeline.views.heading import faults
from timeline.views.source import anchor

spoken = language()
events = board()
misread: list[Message] = []
article = read_one(parameters(), ARTICLE, list(events.articles), misread)
quote = read_one(parameters(), QUOTE, list(events.claims), misread)
if quote and events.claims[quote]["article"] != article:
    article = events.claims[quote]["article"]

with st.container(key="halaman"):
    if misread:
        st.html(faults(tuple(misread), spoken))
    if article:
        reading(events, article, texts().get(article, ""), quote, spoken)
    else:
        articles(events, spoken)

reach = {"id": anchor(quote), "once": quote, "block": "center", "behavior": "auto", "focus": True} if quote else None
connect(spoken, reach=reach)
