"""The data of the view left behind on the timeline, as files."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from timeline.chronology import Chronology
from timeline.export.as_csv import to_csv
from timeline.export.as_json import to_json
from timeline.message import Language
from timeline.selection import Mask, subset
from timeline.ui.state import LAST_VIEW
from timeline.views.address import read_address
from timeline.views.board import Board
from timeline.views.method import download_head

FORMATS = (("csv", to_csv, "text/csv"), ("json", to_json, "application/json"))


def downloads(board: Board, language: Language) -> None:
    """Show a button for each format."""
    address, _ = read_address(st.session_state.get(LAST_VIEW, {}), board.index)
    shown = board.index.shown(address.selection)
    st.html(download_head(int(shown.sum()), language))
    with st.container(horizontal=True):
        for name, write, kind in FORMATS:
            st.download_button(
                name.upper(),
                partial(_written, write, board, shown),
                file_name=f"linimasa.{name}",
                mime=kind,
                icon=":material/download:",
                on_click="ignore",
            )


def _written(write: Callable[[Chronology], str], board: Board, shown: Mask) -> str:
    return write(subset(board.chronology, shown))
