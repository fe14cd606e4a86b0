"""How the timeline is drawn: by what its lanes are sorted, and whether empty years are folded."""

from dataclasses import replace

import streamlit as st

from timeline.message import Language
from timeline.ui.state import latest, visit
from timeline.views.address import Address
from timeline.views.board import Board
from timeline.views.lanes import LANE_KINDS
from timeline.views.words import say


def toolbar(board: Board, address: Address, language: Language) -> None:
    """Show both choices, the second where there may be years to fold."""
    st.session_state["_jalur"] = address.lanes
    st.segmented_control(
        say("ui.lanes", language),
        LANE_KINDS,
        key="_jalur",
        required=True,
        default=None,
        label_visibility="collapsed",
        format_func=lambda kind: say(f"ui.lanes_{kind}", language),
        on_change=_lanes,
    )
    if board.foldable:
        st.session_state["_lipat"] = not address.unfolded
        st.toggle(say("ui.fold", language), key="_lipat", on_change=_fold)


def _lanes() -> None:
    address = latest()
    visit(replace(address, lanes=st.session_state["_jalur"] or LANE_KINDS[0]))


def _fold() -> None:
    address = latest()
    visit(replace(address, unfolded=not st.session_state["_lipat"]))
