"""Linimasa in Streamlit: `streamlit run app.py`."""

import logging

import streamlit as st

from timeline.errors import TimelineError
from timeline.ui.frame import ICON, PAGES, SIDEBAR_PX, await_chronology, dress, language, masthead
from timeline.views.heading import notice
from timeline.views.words import say

spoken = language()
pages = {
    "timeline": st.Page(PAGES / "linimasa.py", title=say("ui.title_timeline", spoken), url_path="", default=True),
    "sources": st.Page(PAGES / "sumber.py", title=say("ui.title_sources", spoken), url_path="sumber"),
    "method": st.Page(PAGES / "metode.py", title=say("ui.title_method", spoken), url_path="metode"),
}
st.set_page_config(page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR_PX)
page = st.navigation(list(pages.values()), position="hidden")
dress(spoken)
masthead(pages, spoken)
try:
    await_chronology(spoken)
    page.run()
except TimelineError:
    logging.getLogger("linimasa").exception("The chronology cannot be shown")
    st.html(notice("ui.broken", spoken))
