"""Stores, app runs and browsers for the tests of the app."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from tests.app.sample import sample_store
from timeline.ui.library import STORE_VARIABLE

APP = Path(__file__).parents[2] / "app.py"
START_SECONDS = 60
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the invented chronology."""
    return sample_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def app(store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Return a function that runs the app at URL parameters, on the invented chronology."""
    monkeypatch.setenv(STORE_VARIABLE, str(store))

    def run(**parameters: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in parameters.items():
            at.query_params[name] = value
        return at.run()

    return run


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a headless Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of a fresh browser profile, 1400 by 900."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="id-ID")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Return a page as a phone shows it, 390 by 844."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        user_agent="Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150 Mobile",
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(store: Path) -> Iterator[str]:
    """Return the address of the app running on the invented chronology."""
    with served(store) as address:
        yield address


@pytest.fixture(scope="session")
def bundled_site() -> Iterator[str]:
    """Return the address of the app running as `streamlit run app.py` does, on the bundled articles."""
    with served(None) as address:
        yield address


class served:  # noqa: N801  read as a verb where it is used
    """The app as a server of its own, on a free port, for as long as the block lasts."""

    def __init__(self, store: Path | None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.environment = {key: value for key, value in os.environ.items() if key != STORE_VARIABLE}
        if store is not None:
            self.environment[STORE_VARIABLE] = str(store)

    def __enter__(self) -> str:
        command = [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(self.port)]
        quiet = ["--server.fileWatcherType", "none", "--server.address", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, *quiet],
            cwd=APP.parent,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{self.port}"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                    return address
            except OSError:
                time.sleep(0.1)
        self.process.kill()
        raise TimeoutError(f"The app did not answer at {address} within {START_SECONDS} s")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
