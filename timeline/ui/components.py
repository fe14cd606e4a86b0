"""The pieces that Streamlit has no widget for: the bridge to the browser, the list box, and lists of boxes to tick."""

from pathlib import Path

import streamlit as st

ASSETS = Path(__file__).parent / "assets"


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


bridge = st.components.v2.component("linimasa.bridge", html="<span hidden></span>", js=_asset("bridge.js"))
list_box = st.components.v2.component(
    "linimasa.list", html="<div></div>", css=_asset("listbox.css"), js=_asset("listbox.js")
)
facet_boxes = st.components.v2.component(
    "linimasa.facets", html="<div></div>", css=_asset("facets.css"), js=_asset("facets.js")
)
