"""How fast the app is beside a trivial Streamlit page with one trivial Plotly chart, measured in the same run.

`python -m benchmarks.app [EVENTS ...]` makes stores of 100, 1,000, 5,000 and 50,000 events, serves each in turn beside
the trivial page, and prints per store: server time of a rerun, cold start to the first chart, and click to redrawn
chart in a headless Chromium (medians of ten), with their ratios to the trivial page's.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from benchmarks.serving import APP, chromium, served
from benchmarks.stores import shaped_store

SIZES = (100, 1_000, 5_000, 50_000)
TIMES = 10
WAIT = 60_000
CHART = ".js-plotly-plot .main-svg .scatterlayer"
TRIVIAL = """
import plotly.graph_objects as go
import streamlit as st

kind = st.segmented_control("Kind", ["a", "b"], default="a")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[1, 3, 2 if kind == "a" else 5], mode="markers")), key=kind)
"""
# Runs in the page: takes the next choice of one of its groups, each group in turn, and waits until the chart that is
# there now has given way to one that is drawn. So each click leads to a view not seen before, and never to one kept.
REDRAWN = """(turn) => new Promise((done) => {
    const layer = () => document.querySelector('.js-plotly-plot .main-svg .scatterlayer');
    const groups = [...document.querySelectorAll('[role=radiogroup]')];
    const choices = [...groups[turn % groups.length].querySelectorAll('[role=radio]')];
    const taken = choices.findIndex((one) => one.getAttribute('aria-checked') === 'true');
    const old = layer();
    const began = performance.now();
    const look = () => {
        const now = layer();
        const drawn = now && now !== old && now.querySelector('path');
        if (drawn) requestAnimationFrame(() => done(performance.now() - began));
        else requestAnimationFrame(look);
    };
    choices[(taken + 1) % choices.length].click();
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
            with served(page) as trivial, served(environment={**os.environ, "LINIMASA_STORE": str(store)}) as app:
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
    """Return the medians of click to redrawn chart: the trivial page's switch; the app's years, scope and lanes."""
    pages = [ready(browser, trivial), ready(browser, app)]
    times = [tuple(click(page, turn) for page in pages) for turn in range(TIMES + 2)]
    for page in pages:
        page.context.close()
    return statistics.median(pair[0] for pair in times[2:]), statistics.median(pair[1] for pair in times[2:])


def ready(browser: Browser, address: str) -> Page:
    """Return a page on which the chart stands."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_selector(f"{CHART} path", state="attached", timeout=WAIT)
    page.wait_for_timeout(1500)
    return page


def click(page: Page, turn: int) -> float:
    """Return seconds from a click on a choice not taken to the chart drawn anew."""
    took = float(page.evaluate(REDRAWN, turn)) / 1000
    page.wait_for_timeout(600)
    return took


def warm(browser: Browser, *addresses: str) -> None:
    """Open each address once: a server imports its libraries for the first visitor only."""
    for address in addresses:
        cold_start(browser, address)


def rerun(store: Path) -> float:
    """Return seconds of server time for a rerun with one filter changed (median of ten)."""
    os.environ["LINIMASA_STORE"] = str(store)
    app = AppTest.from_file(str(APP), default_timeout=120).run()
    times = []
    for number in range(TIMES):
        app.query_params["lingkup"] = ("inti", "semua")[number % 2]
        began = time.perf_counter()
        app.run()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", type=int, default=SIZES)
    main(tuple(parser.parse_args().events))
