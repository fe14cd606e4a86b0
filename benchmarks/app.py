"""How fast the app is beside a trivial Streamlit page with one trivial Plotly chart, measured in the same run.

`python -m benchmarks.app [EVENTS ...]` makes stores of 100, 1,000, 5,000 and 50,000 events, serves each in turn beside
the trivial page, and prints per store: server time of a rerun, cold start to the first chart, and click to redrawn
chart in a headless Chromium (medians of ten), with their ratios to the trivial page's.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.stores import shaped_store

ROOT = Path(__file__).parents[1]
SIZES = (100, 1_000, 5_000, 50_000)
TIMES = 10
WAIT = 60_000
CHART = ".js-plotly-plot .main-svg .scatterlayer"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TRIVIAL = """
import plotly.graph_objects as go
import streamlit as st

kind = st.segmented_control("Kind", ["a", "b"], default="a")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[1, 3, 2 if kind == "a" else 5], mode="markers")), key=kind)
"""
# Runs in the page: when the chart that is there now has given way to one that is drawn.
REDRAWN = """() => new Promise((done) => {
    const old = document.querySelector('.js-plotly-plot .main-svg .scatterlayer');
    const began = performance.now();
    const look = () => {
        const now = document.querySelector('.js-plotly-plot .main-svg .scatterlayer');
        const drawn = now && now !== old && now.querySelector('path');
        if (drawn) requestAnimationFrame(() => done(performance.now() - began));
        else requestAnimationFrame(look);
    };
    [...document.querySelectorAll('[role=radio]')].find((one) => one.getAttribute('aria-checked') === 'false').click();
    look();
})"""


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        page = Path(scratch) / "trivial.py"
        page.write_text(TRIVIAL, encoding="utf-8")
        print(f"{'events':>8} {'rerun on server':>16} {'cold start':>22} {'click to chart':>22}")
        for size in sizes:
            store = shaped_store(size, Path(scratch) / str(size))
            with served(page, {}) as trivial, served(ROOT / "app.py", {"LINIMASA_STORE": str(store)}) as app:
                warm(browser, trivial, app)
                cold = paired(lambda one: cold_start(browser, one), trivial, app)
                click = paired_clicks(browser, trivial, app)
            server = rerun(store)
            print(f"{size:>8} {server * 1000:>13.0f} ms {told(*cold)} {told(*click)}", flush=True)


def told(trivial: float, app: float) -> str:
    """Return both times and their ratio."""
    return f"{app * 1000:>6.0f}/{trivial * 1000:>5.0f} ms {app / trivial:>5.2f} x"


def paired(measure: Callable[[str], float], trivial: str, app: str) -> tuple[float, float]:
    """Return the medians of both, measured by turns, so that the machine's moods fall on both."""
    pairs = [(measure(trivial), measure(app)) for _ in range(TIMES)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def cold_start(browser: Browser, address: str) -> float:
    """Return seconds from opening an address in a fresh profile to its chart."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(f"{CHART} path", state="attached", timeout=WAIT)
    took = time.perf_counter() - began
    context.close()
    return took


def paired_clicks(browser: Browser, trivial: str, app: str) -> tuple[float, float]:
    """Return the medians of click to redrawn chart: the trivial page's switch, and the app's lanes or scope."""
    pages = [ready(browser, trivial), ready(browser, f"{app}")]
    times: list[tuple[float, ...]] = []
    for _ in range(TIMES + 1):
        times.append(tuple(click(page) for page in pages))
    for page in pages:
        page.context.close()
    return statistics.median(pair[0] for pair in times[1:]), statistics.median(pair[1] for pair in times[1:])


def ready(browser: Browser, address: str) -> Page:
    """Return a page on which the chart stands."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_selector(f"{CHART} path", state="attached", timeout=WAIT)
    # The language switch comes first on the app's pages: take it out, so that a filter is what is clicked.
    page.evaluate("document.querySelector('.st-key-kop [data-testid=stButtonGroup]')?.remove()")
    page.wait_for_timeout(1500)
    return page


def click(page: Page) -> float:
    """Return seconds from a click on the first choice not taken to the chart drawn anew."""
    took = float(page.evaluate(REDRAWN)) / 1000
    page.wait_for_timeout(600)
    return took


def warm(browser: Browser, *addresses: str) -> None:
    """Open each address once: a server imports its libraries for the first visitor only."""
    for address in addresses:
        cold_start(browser, address)


def rerun(store: Path) -> float:
    """Return seconds of server time for a rerun with one filter changed (median of ten)."""
    os.environ["LINIMASA_STORE"] = str(store)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    times = []
    for number in range(TIMES):
        app.query_params["lingkup"] = ("inti", "semua")[number % 2]
        began = time.perf_counter()
        app.run()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium."""
    path = os.environ.get("CHROMIUM") or next(found for name in CHROMIUM if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def served(script: Path, environment: dict[str, str]) -> Iterator[str]:
    """Give the address of a Streamlit script served on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.fileWatcherType", "none"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats", "false"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield address
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or SIZES)
