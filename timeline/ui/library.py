"""The chronology for all sessions: read from a store, or built once from the bundled articles.

Layers below know nothing of caches; this is where they are kept.
"""

import gc
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from timeline.store import load_store, load_texts, store_stamp
from timeline.views.board import Board

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = (ROOT / "data" / "articles", ROOT / "data" / "local")
TOPIC = ROOT / "data" / "topics" / "rusia-korut.toml"
STORE_VARIABLE = "LINIMASA_STORE"


def board() -> Board:
    """Return the board of the current chronology; a store rebuilt since is read anew."""
    folder = _folder()
    return _board(str(folder), store_stamp(folder))


def texts() -> Mapping[str, str]:
    """Return article id to the text its quotes stand in."""
    folder = _folder()
    return _texts(str(folder), store_stamp(folder))


def _folder() -> Path:
    """Return where the chronology lies: the store named in the environment, else one built here."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else Path(_bundled(_bundled_stamp()))


@st.cache_resource(max_entries=2, show_spinner=False)
def _board(folder: str, stamp: str) -> Board:  # noqa: ARG001  the stamp is what makes an older reading stale
    found = Board.of(load_store(Path(folder)))
    # Streamlit collects garbage after every run, and would walk through all of this each time.
    gc.unfreeze()
    gc.freeze()
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _texts(folder: str, stamp: str) -> dict[str, str]:  # noqa: ARG001
    return load_texts(Path(folder))


@st.cache_resource(max_entries=2, show_spinner=False)
def _bundled(stamp: tuple[tuple[str, float], ...]) -> str:  # noqa: ARG001
    """Return the folder of a store built from the bundled articles and those the reader added."""
    # The pipeline brings the language tables and dateparser with it: only who builds waits for them.
    from timeline.pipeline import build_store  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="linimasa-"))
    build_store([path for path in BUNDLED if path.is_dir()], folder, topic=TOPIC)
    return str(folder)


def _bundled_stamp() -> tuple[tuple[str, float], ...]:
    """Return names and times of the articles, so that one added later is read."""
    files = [path for folder in BUNDLED if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]
    return tuple((path.name, path.stat().st_mtime) for path in files)
