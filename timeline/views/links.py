"""Links from page to page and buttons that copy, as HTML; the bridge follows and serves them without a reload."""

from html import escape
from urllib.parse import urlencode

from timeline.message import LANGUAGES, Language
from timeline.views.address import ARTICLE, EVENT, LANGUAGE, QUOTE, Address, write_address
from timeline.views.words import say

READING = "sumber"
HERE = "{link}"  # in a text to copy: the address of the view as it stands then


def to_view(address: Address) -> str:
    """Return a link to a view of the timeline."""
    return f"./?{urlencode(write_address(address), doseq=True)}".removesuffix("?")


def to_event(event: str, language: Language) -> str:
    """Return a link from a page beside it to the timeline with an event selected; it holds under any base path."""
    return f"./?{_query({EVENT: event}, language)}"


def to_source(article: str, language: Language, quote: str | None = None) -> str:
    """Return a link to an article, at a quote if one is given, from the timeline and from the page itself."""
    return f"{READING}?{_query({ARTICLE: article, **({QUOTE: quote} if quote else {})}, language)}"


def to_shelf(language: Language) -> str:
    """Return a link from an article to the page of all articles."""
    query = _query({}, language)
    return f"{READING}?{query}" if query else READING


def inside(href: str, words: str, style: str = "", *, name: str = "", current: bool = False) -> str:
    """Return a link to another page or view of the app around `words` (HTML); `name` for who hears it read out.

    current
        It leads to where the reader is.
    """
    spoken = (f' aria-label="{escape(name)}"' if name else "") + (' aria-current="page"' if current else "")
    return f'<a class="lm-inside {style}" href="{escape(href)}"{spoken}>{words}</a>'


def copy_button(key: str, text: str, done: str, language: Language) -> str:
    """Return a button named `key` that copies `text`, and the place where it says `done` or that it could not."""
    told = " ".join(
        f'data-{name}="{escape(value)}"'
        for name, value in (("copy", text), ("done", say(done, language)), ("failed", say("ui.not_copied", language)))
    )
    return (
        f'<span class="lm-copy"><button type="button" {told}>{escape(say(key, language))}</button>'
        '<span role="status"></span></span>'
    )


def _query(parameters: dict[str, str], language: Language) -> str:
    return urlencode({**parameters, **({LANGUAGE: language} if language != LANGUAGES[0] else {})})
