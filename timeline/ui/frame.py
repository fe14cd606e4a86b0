"""What stands around every page: style, navigation, language, and the bridge to the browser."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from timeline.message import LANGUAGES, Language
from timeline.ui.components import ASSETS, bridge
from timeline.ui.library import at_hand, board, prepare
from timeline.ui.state import language
from timeline.views.palette import LIGHT, Palette, palette
from timeline.views.words import say

PAGES = Path(__file__).parent
ICON = ASSETS / "icon.png"
SIDEBAR_PX = 280
INVERTED = {"--lm-print-filter": "invert(1) hue-rotate(180deg)"}  # a chart drawn for the dark, on paper
NAMED = {
    '[data-testid="stSidebar"]': "ui.filters",
    '[data-testid="stSidebarCollapseButton"] button': "ui.filters_close",
    '[data-testid="stExpandSidebarButton"]': "ui.filters_open",
}
WORDED = {'[data-testid="stSkipToContent"]': "ui.skip"}

# What Streamlit says of itself and its parts, in English only, and our words for it.
PHRASES = {
    "^(?:Close|Dismiss)$": "ui.close",
    "^Page not found$": "ui.not_found",
    "Running the app's main page.$": "ui.not_found_instead",
    "^(.*) — start$": "ui.range_start",
    "^(.*) — end$": "ui.range_end",
}


def colours() -> Palette:
    """Return the palette of the theme the browser shows."""
    return palette(st.context.theme.type)


def on_phone() -> bool:
    """Say whether the browser calls itself a phone's."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def dress(spoken: Language) -> None:
    """Put the style sheet and its colours on the page."""
    own = colours()
    words = {"--lm-filters": f'"{say("ui.filters", spoken)}"'}
    paper = f"@media print{{{_root({**LIGHT.variables(), **INVERTED})}}}" if own is not LIGHT else ""
    st.html(f"<style>{_root({**own.variables(), **words})}{_sheet()}{paper}</style>")


def await_chronology(spoken: Language) -> None:
    """Have the chronology at hand; a reader for whom it is built or read from disk sees what is being done."""
    place = st.empty()  # also where nothing is told: what follows keeps its place on the page, and its focus
    if at_hand():
        return

    def tell(done: int, articles: int) -> None:
        if not done:  # what the first article needs takes longest
            doing = say("ui.building_rules", spoken)
        elif done < articles:
            doing = say("ui.building_articles", spoken, n=done + 1, total=articles)
        else:
            doing = say("ui.building", spoken)
        place.progress((done + 1) / (articles + 2), doing)

    prepare(tell)
    with place, st.spinner(say("ui.building", spoken)):
        board()
    place.empty()


def connect(spoken: Language, *, width: int = 0, reach: Mapping[str, object] | None = None, **answers: object) -> None:
    """Mount the bridge: tell the browser the language, what to scroll to, and whom to answer."""
    names = {selector: say(key, spoken) for selector, key in NAMED.items()}
    texts = {selector: say(key, spoken) for selector, key in WORDED.items()}
    phrases = [[pattern, say(key, spoken)] for pattern, key in PHRASES.items()] if spoken == LANGUAGES[0] else []
    data = {"language": spoken, "names": names, "texts": texts, "phrases": phrases, "width": width, "reach": reach}
    bridge(key="jembatan", data=data, **answers)  # type: ignore[arg-type]


def _root(variables: Mapping[str, str]) -> str:
    return ":root{" + ";".join(f"{name}:{value}" for name, value in variables.items()) + "}"


@cache
def _sheet() -> str:
    return (ASSETS / "linimasa.css").read_text(encoding="utf-8")


__all__ = ["ICON", "PAGES", "SIDEBAR_PX", "colours", "connect", "dress", "language", "on_phone"]
