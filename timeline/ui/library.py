"""The chronology for all sessions: read from a store, or built once from the bundled articles.

Layers below know nothing of caches; this is where they are kept.
"""

import gc
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock

import streamlit as st

from timeline.store import load_store, load_texts, store_stamp
from timeline.views.board import Board

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = (ROOT / "data" / "articles", ROOT / "data" / "local")
TOPIC = ROOT / "data" / "topics" / "rusia-korut.toml"
STORE_VARIABLE = "LINIMASA_STORE"

Stamp = tuple[tuple[str, float], ...]
Progress = Callable[[int, int], None]
# Not kept by Streamlit: what it keeps may tell no page how far it is.
_stores: dict[Stamp, Path] = {}
_building = Lock()
_in_memory: set[tuple[str, str]] = set()


def board() -> Board:
    """Return the board of the current chronology; a store rebuilt since is read anew."""
    folder = _folder()
    return _board(str(folder), store_stamp(folder))


def at_hand() -> bool:
    """Say whether the current chronology is in memory, for this reader or for another before."""
    named = os.environ.get(STORE_VARIABLE)
    folder = Path(named) if named else _stores.get(_bundled_stamp())
    return folder is not None and (str(folder), store_stamp(folder)) in _in_memory


def prepare(say_so: Progress) -> None:
    """See to it that there is a chronology; where it has to be built, tell how many articles of how many are done."""
    _folder(say_so)


def texts() -> Mapping[str, str]:
    """Return article id to the text its quotes stand in."""
    folder = _folder()
    return _texts(str(folder), store_stamp(folder))


def _folder(say_so: Progress | None = None) -> Path:
    """Return where the chronology lies: the store named in the environment, else one built here."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else _built(_bundled_stamp(), say_so or _silently)


@st.cache_resource(max_entries=2, show_spinner=False)
def _board(folder: str, stamp: str) -> Board:  # the stamp is what makes an older reading stale
    found = Board.of(load_store(Path(folder)))
    _in_memory.add((folder, stamp))
    # Streamlit collects garbage after every run, and would walk through all of this each time.
    gc.unfreeze()
    gc.freeze()
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _texts(folder: str, stamp: str) -> dict[str, str]:  # noqa: ARG001
    return load_texts(Path(folder))


def _built(stamp: Stamp, say_so: Progress) -> Path:
    """Return the folder of a store built from the bundled articles and those the reader added."""
    with _building:
        if stamp not in _stores:
            _stores[stamp] = _build(len(stamp), say_so)
        return _stores[stamp]


def _silently(done: int, articles: int) -> None:
    """Tell nobody."""


def _build(articles: int, say_so: Progress) -> Path:
    say_so(0, articles)
    # The pipeline brings the language tables and dateparser with it: only who builds waits for them.
    from timeline.pipeline import build_store  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="linimasa-"))
    sources = [path for path in BUNDLED if path.is_dir()]
    build_store(sources, folder, topic=TOPIC, progress=lambda done: say_so(done, articles))
    return folder


def _bundled_stamp() -> Stamp:
    """Return names and times of the articles, so that one added later is read."""
    files = [path for folder in BUNDLED if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()]
    return tuple((path.name, path.stat().st_mtime) for path in files)
