"""The page Linimasa: the timeline, its filters, the list of its events, and the one selected."""

import streamlit as st

from timeline.ui.chart import WIDTH_KEY, chart, choose, dragged, width
from timeline.ui.event import event_detail, event_list
from timeline.ui.filters import filters
from timeline.ui.frame import connect, language
from timeline.ui.library import board
from timeline.ui.state import current, latest, remember_view
from timeline.ui.toolbar import toolbar
from timeline.views.chips import chips
from timeline.views.heading import counted, faults, missing, title

spoken = language()
events = board()
address, misread = current()
shown = events.index.shown(address.selection)
remember_view(address)


def answered() -> None:
    """Do what the bridge reports: a drag, a click on a label, the chart's width."""
    latest()  # a width may be told while a click is on its way
    answer = st.session_state["jembatan"]
    if answer.get("lebar"):
        st.session_state[WIDTH_KEY] = int(answer["lebar"])
    if answer.get("rentang"):
        dragged(answer["rentang"])
    if answer.get("pilih"):
        choose(answer["pilih"])


with st.container(key="isi"):
    head, tools, canvas, below = (
        st.container(key="judul"),
        st.container(key="alat", horizontal=True, horizontal_alignment="right", vertical_alignment="center"),
        st.container(key="bagan"),
        st.container(key="bawah"),
    )

# The chart goes out first: the browser draws it while the rest is still on its way.
with canvas:
    if (shown & events.index.dated).any():
        chart(events, address, shown, spoken)
    else:
        st.html(missing(events, int(shown.sum()), spoken))
with head:
    told = faults(misread, spoken) if misread else ""
    number = counted(events, int(shown.sum()), spoken)
    st.html(title(events, spoken) + number + told + chips(events, address, spoken))
with below:
    with st.container(key="daftar_kolom"):
        if shown.any():
            event_list(events, address, shown, spoken)
    if address.event:
        with st.container(key="rincian"):
            event_detail(events, address, shown, spoken)
if events.events:
    with tools:
        toolbar(events, address, spoken)
    with st.sidebar:
        filters(events, address, events.index.counts(address.selection), spoken)

reach = {"id": ".lm-head", "once": address.event, "block": "nearest", "behavior": "smooth", "focus": False}
connect(
    spoken,
    width=width(),
    reach=reach if address.event else None,
    on_lebar_change=answered,
    on_rentang_change=answered,
    on_pilih_change=answered,
)
