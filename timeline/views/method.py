"""How Linimasa works, for readers, as HTML: reading, merging, the signs and the words."""

from functools import cache
from html import escape

from babel.numbers import format_decimal

from timeline import folders
from timeline.message import Language
from timeline.toml import read_toml
from timeline.views.heading import sign
from timeline.views.words import Count, say

SECTIONS = ("reading", "dating", "merging", "sure", "editor")
SIGNS = ("day", "month", "year", "span", "approx", "since", "planned", "disputed", "size", "fold")
SCORES = folders.DATA / "scores.toml"
DOWNLOADS = "downloads"
TERMS = ("claim", "event", "core", "context", "edtf", "independent")


def method(language: Language) -> str:
    """Return the page's text, beside a list of its parts."""
    parts = {name: f"<p>{escape(say(f'method.{name}', language))}</p>" for name in SECTIONS}
    parts["scores"] = f"<p>{escape(say('method.scores', language))}</p>{_scores(language)}"
    parts["signs"] = _signs(language)
    parts["terms"] = _terms(language)
    heads = {name: escape(say(f"method.{name}_title", language)) for name in parts}
    heads[DOWNLOADS] = escape(say("ui.downloads", language))
    told = "".join(f'<h2 id="m-{name}">{heads[name]}</h2>{text}' for name, text in parts.items())
    links = "".join(f'<li><a href="#m-{name}">{head}</a></li>' for name, head in heads.items())
    return (
        f'<div class="lm-pages"><article class="lm-method"><h1 class="lm-title">{escape(say("method.title", language))}'
        f"</h1><p>{escape(say('method.intro', language))}</p>{told}</article>"
        f'<nav class="lm-contents" aria-label="{escape(say("method.contents", language))}">'
        f"<h2>{escape(say('method.contents', language))}</h2><ul>{links}</ul></nav></div>"
    )


def download_head(shown: int, language: Language) -> str:
    """Return what stands above the buttons that give the data away."""
    told = escape(say("ui.downloads_what", language, n=Count(shown)))
    return (
        f'<div class="lm-method"><h2 id="m-{DOWNLOADS}">{escape(say("ui.downloads", language))}</h2><p>{told}</p></div>'
    )


@cache
def scores() -> tuple[tuple[str, float, dict[str, str]], ...]:
    """Return gate, per cent and name of each figure of accuracy."""
    entries = read_toml(SCORES)["score"]
    return tuple((one["gate"], float(one["value"]), one["name"]) for one in entries)


def _scores(language: Language) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name[language])}</th><td>{escape(_percent(value, language))}</td></tr>'
        for _, value, name in scores()
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _percent(value: float, language: Language) -> str:
    return say("method.at_least", language, percent=format_decimal(value, "0.#", locale=language))


def _signs(language: Language) -> str:
    rows = "".join(
        f'<tr><td>{sign(name, language)}</td><th scope="row">'
        f"{escape(say(f'views.sign_{name}', language))}</th>"
        f"<td>{escape(say(f'method.sign_{name}', language))}</td></tr>"
        for name in SIGNS
    )
    return f'<table class="lm-signs"><tbody>{rows}</tbody></table>'


def _terms(language: Language) -> str:
    return "<dl>{}</dl>".format(
        "".join(
            f"<dt>{escape(say(f'method.term_{name}_name', language))}</dt>"
            f"<dd>{escape(say(f'method.term_{name}', language))}</dd>"
            for name in TERMS
        )
    )
