"""What stands above every page, as HTML: the way to the other pages, a way to share this one, the languages."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from timeline.message import LANGUAGES, Language
from timeline.views.address import LANGUAGE
from timeline.views.links import HERE, copy_button, inside
from timeline.views.words import say

PLACES = {"timeline": "./", "sources": "sumber", "method": "metode"}
Parameters = Mapping[str, Sequence[str]]


def masthead(here: str, parameters: Parameters, view: Parameters, language: Language) -> str:
    """Return the links of the page `here` (one of PLACES), shown at URL `parameters`.

    view
        The parameters of the timeline as it was left behind.
    """
    asked = {"timeline": parameters if here == "timeline" else view}
    pages = "".join(
        f"<li>{inside(_href(name, asked.get(name, {}), language), _page(name, language), current=name == here)}</li>"
        for name in PLACES
    )
    languages = "".join(
        f"<li>{_in_language(here, parameters, spoken, current=spoken == language)}</li>" for spoken in LANGUAGES
    )
    share = copy_button("ui.share", HERE, "ui.copied_link", language)
    return (
        f'<div class="lm-masthead">{_menu("ui.pages", pages, "", language)}{share}'
        f"{_menu('ui.language', languages, 'lm-languages', language)}</div>"
    )


def _menu(key: str, items: str, style: str, language: Language) -> str:
    return f'<nav aria-label="{escape(say(key, language))}"><ul class="{style}">{items}</ul></nav>'


def _page(name: str, language: Language) -> str:
    return escape(say(f"ui.page_{name}", language))


def _in_language(here: str, parameters: Parameters, spoken: Language, *, current: bool) -> str:
    words = f'<span lang="{spoken}" aria-hidden="true">{spoken.upper()}</span>'
    return inside(_href(here, parameters, spoken), words, name=say("ui.own_name", spoken), current=current)


def _href(name: str, parameters: Parameters, language: Language) -> str:
    """Return a link to a page, in a language; the first language is the one that no link names."""
    others = {key: list(values) for key, values in parameters.items() if key != LANGUAGE}
    query = urlencode({**others, **({LANGUAGE: [language]} if language != LANGUAGES[0] else {})}, doseq=True)
    return f"{PLACES[name]}?{query}" if query else PLACES[name]
