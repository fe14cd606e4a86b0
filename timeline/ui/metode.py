"""The page Metode: how dates are read and merged, what the signs and words mean, and the data to take away."""

import streamlit as st

from timeline.ui.downloads import downloads
from timeline.ui.frame import connect, language
from timeline.ui.library import board
from timeline.views.method import method

spoken = language()
with st.container(key="halaman"):
    st.html(method(spoken))
    downloads(board(), spoken)
connect(spoken)
