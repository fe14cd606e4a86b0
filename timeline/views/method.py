"""How Linimasa works, for readers, as HTML: reading, merging, the signs and the words."""

from html import escape

from timeline.message import Language
from timeline.views.words import say

SECTIONS = ("reading", "dating", "merging", "sure", "editor")
SIGNS = ("day", "month", "year", "span", "approx", "since", "planned", "disputed", "size", "fold")
TERMS = ("claim", "event", "core", "context", "edtf", "independent")


def method(language: Language) -> str:
    """Return the page's text."""
    sections = "".join(
        f"<h2>{escape(say(f'method.{name}_title', language))}</h2><p>{escape(say(f'method.{name}', language))}</p>"
        for name in SECTIONS
    )
    return (
        f'<article class="lm-method"><h1 class="lm-title">{escape(say("method.title", language))}</h1>'
        f"<p>{escape(say('method.intro', language))}</p>{sections}"
        f"<h2>{escape(say('method.signs_title', language))}</h2>{_signs(language)}"
        f"<h2>{escape(say('method.terms_title', language))}</h2>{_terms(language)}</article>"
    )


def _signs(language: Language) -> str:
    rows = "".join(
        f'<tr><td><span class="lm-sign lm-sign-{name}"></span></td><th scope="row">'
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
