"""Stores, app runs and browsers for the tests of the app."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.serving import APP, CHROMIUM_ARGUMENTS, served
from tests.app.sample import sample_store
from timeline.ui.library import STORE_VARIABLE


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the invented chronology."""
    return sample_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def app(store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Return a function that runs the app at URL parameters, on the invented chronology."""
    monkeypatch.setenv(STORE_VARIABLE, str(store))
    monkeypatch.setattr("timeline.ui.chart.HEAD_START", 0)  # no browser draws here

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
    with served(environment={**os.environ, STORE_VARIABLE: str(store)}) as address:
        yield address


@pytest.fixture(scope="session")
def bundled_site() -> Iterator[str]:
    """Return the address of the app running as `streamlit run app.py` does, on the bundled articles."""
    with served(environment={key: value for key, value in os.environ.items() if key != STORE_VARIABLE}) as address:
        yield address
