"""Takes the screenshots in docs/screenshots: each page, desktop and phone, light and dark, of the bundled chronology.

`python docs/screenshots.py` starts the app as a reader would and needs a Chromium ($CHROMIUM, or on the search path).
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "screenshots"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE_AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150 Mobile Safari/537.36"
SCREENS = {
    "desktop": {"viewport": {"width": 1400, "height": 900}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "user_agent": PHONE_AGENT,
    },
}
SETTLE_MS = 2_000
WAIT_MS = 60_000


def main() -> None:
    """Take them all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with served() as address, chromium() as browser:
        event, article, quote = summit(browser, address)
        places = {
            "linimasa": "/",
            "peristiwa": f"/?peristiwa={event}",
            "aktor": "/?aktor=vladimir-putin&jalur=aktor&dari=2018",
            "sumber": f"/sumber?artikel={article}&kutipan={quote}",
            "metode": "/metode",
        }
        for screen, options in SCREENS.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(color_scheme=scheme, **options)  # type: ignore[arg-type]
                for name, place in places.items():
                    shoot(context.new_page(), f"{address}{place}", OUT / f"{name}-{screen}-{scheme}.png")
                shoot(context.new_page(), f"{address}/?bahasa=en", OUT / f"timeline-en-{screen}-{scheme}.png")
                if screen == "phone":
                    shoot(context.new_page(), address, OUT / f"bagan-phone-{scheme}.png", at=".st-key-bagan")
                context.close()


def shoot(page: Page, address: str, file: Path, at: str | None = None) -> None:
    """Write what a reader sees at an address, once it stands still."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=WAIT_MS)
    if "/sumber" not in address and "/metode" not in address:
        page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=WAIT_MS)
    page.wait_for_timeout(SETTLE_MS)
    if at:
        page.evaluate("(at) => document.querySelector(at).scrollIntoView()", at)
        page.wait_for_timeout(500)
    page.screenshot(path=file)
    page.close()
    print(file.relative_to(ROOT))


def summit(browser: Browser, address: str) -> tuple[str, str, str]:
    """Return the summit of 25 April 2019, and a quote of it: event, article and claim as the links of the page say."""
    page = browser.new_page()
    page.goto(f"{address}/?dari=2019-04-25&sampai=2019-04-25&aktor=vladimir-putin&jenis=consult")
    page.get_by_role("option").first.wait_for(timeout=WAIT_MS)
    rows = page.get_by_role("option").filter(has_text="25 April 2019")
    rows.first.click()
    link = page.locator("a[href*='kutipan=']").first
    link.wait_for(timeout=WAIT_MS)
    found = page.evaluate(
        """() => {
            const link = new URL(document.querySelector("a[href*='kutipan=']").href).searchParams;
            const event = new URLSearchParams(location.search).get('peristiwa');
            return JSON.stringify([event, link.get('artikel'), link.get('kutipan')]);
        }"""
    )
    page.close()
    event, article, quote = json.loads(found)
    return event, article, quote


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium."""
    path = os.environ.get("CHROMIUM") or next(found for name in CHROMIUM if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def served() -> Iterator[str]:
    """Give the address of the app on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
    main()
