"""Linimasa in Streamlit: `streamlit run app.py`."""

import logging

import streamlit as st

from timeline.errors import TimelineError
from timeline.ui.frame import ICON, PAGES, SIDEBAR_PX, await_chronology, dress, language
from timeline.ui.state import last_view, parameters
from timeline.views.heading import broken
from timeline.views.masthead import masthead
from timeline.views.words import say

spoken = language()
pages = {
    "timeline": st.Page(PAGES / "linimasa.py", title=say("ui.title_timeline", spoken), url_path="", default=True),
    "sources": st.Page(PAGES / "sumber.py", title=say("ui.title_sources", spoken), url_path="sumber"),
    "method": st.Page(PAGES / "metode.py", title=say("ui.title_method", spoken), url_path="metode"),
}
st.set_page_config(page_icon=ICON, layout="wide", initial_sidebar_state=SIDEBAR_PX)
page = st.navigation(list(pages.values()), position="hidden")
here = next(name for name, one in pages.items() if one is page)
around = st.container(key="kop")


def surround() -> None:
    """Put the style sheet on the page, and above it the way to the others."""
    with around:
        dress(spoken)
        st.html(masthead(here, parameters(), last_view(), spoken))


# On the first run nothing can be shown without it. Later it is there already, and the page goes out before it.
first = "linimasa_around" not in st.session_state
if first:
    surround()
    st.session_state["linimasa_around"] = True
try:
    await_chronology(spoken)
    page.run()
except TimelineError as error:
    logging.getLogger("linimasa").exception("The chronology cannot be shown")
    st.html(broken(error, spoken))
if not first:
    surround()
