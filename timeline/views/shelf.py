"""All articles at a glance, as HTML: each leads to its own page."""

from html import escape
from urllib.parse import urlencode

from timeline.message import Language
from timeline.views.address import ARTICLE, LANGUAGE
from timeline.views.board import Board
from timeline.views.prose import plain
from timeline.views.words import bounds_words, say

MOST_CARDS = 300  # the choice above the cards has them all


def shelf(board: Board, language: Language) -> str:
    """Return a card for each article: title, publisher, when it was published, how many quotes it gives."""
    quotes: dict[str, int] = {}
    for claim in board.claims.values():
        quotes[claim["article"]] = quotes.get(claim["article"], 0) + 1
    spoken = {LANGUAGE: language} if language != "id" else {}
    cards = "".join(
        f'<li><a href="?{escape(urlencode({ARTICLE: name, **spoken}))}">{plain(article.get("title") or name)}</a>'
        f"<p class=lm-by><strong>{plain(board.publisher(name))}</strong> · "
        f"{escape(bounds_words(article.get('published') or {}, language))} · "
        f"{escape(say('views.quotes', language, n=quotes.get(name, 0)))}</p></li>"
        for name, article in list(board.articles.items())[:MOST_CARDS]
    )
    return f'<h1 class="lm-title">{escape(say("ui.page_sources", language))}</h1><ul class="lm-shelf">{cards}</ul>'
