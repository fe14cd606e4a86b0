"""What several tests need: the repository's root and a real Chromium."""

import os
import shutil
from pathlib import Path

import pytest

from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer

ROOT = Path(__file__).parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder that holds app.py."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the Chromium that `make test` found, or that the search path has."""
    named = os.environ.get("CHROMIUM")
    path = named or next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("no Chromium: set CHROMIUM, install chromium, or deselect with -m 'not browser'")
    return path


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the bundled gazetteer."""
    return load_gazetteer(ROOT / "data")
