"""Takes the screenshots in docs/screenshots: each page, desktop and phone, light and dark, of the bundled chronology.

`python -m docs.screenshots` starts the app as a reader would and needs a Chromium ($CHROMIUM, or on the search path).
"""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.serving import ROOT, chromium, served

OUT = ROOT / "docs" / "screenshots"
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


if __name__ == "__main__":
    main()
