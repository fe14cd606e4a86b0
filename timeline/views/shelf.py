"""All articles at a glance, as HTML: each leads to its own page."""

from collections import Counter
from html import escape

from timeline.message import Language
from timeline.selection import hits
from timeline.views.board import Board, Record
from timeline.views.links import inside, to_source
from timeline.views.prose import Part, marked, plain, spoken_in
from timeline.views.words import Count, bounds_words, say

MOST_CARDS = 200  # at once; searching finds the others


def shelf(board: Board, words: str, language: Language) -> str:
    """Return a card for each article that has `words` in its title or its publisher's name, the newest first."""
    found = [name for name, article in board.articles.items() if not words.strip() or _holds(article, words)]
    found.sort(key=lambda name: _published(board.articles[name]), reverse=True)
    quotes = Counter(claim["article"] for claim in board.claims.values())
    cards = "".join(_card(board, name, quotes[name], words, language) for name in found[:MOST_CARDS])
    counted = f'<p class="lm-counted" role="status">{escape(_counted(board, len(found), language))}</p>'
    return f'{counted}<ul class="lm-shelf">{cards}</ul>'


def _counted(board: Board, found: int, language: Language) -> str:
    if found > MOST_CARDS:
        return say("views.articles_cut", language, shown=Count(MOST_CARDS), n=Count(found))
    key = (
        "views.articles" if found == len(board.articles) else "views.articles_found" if found else "views.articles_none"
    )
    return say(key, language, n=Count(found))


def _card(board: Board, name: str, quotes: int, words: str, language: Language) -> str:
    """Return title, publisher, when it was published and how many quotes it gives."""
    article = board.articles[name]
    title = str(article.get("title") or name)
    told = marked(title, [Part(first, last, "hit") for first, last in hits(title, words)])
    when = bounds_words(article.get("published") or {}, language)
    link = inside(to_source(name, language), f"<bdi{spoken_in('id', language)}>{told}</bdi>")
    return (
        f"<li>{link}"
        f"<p class=lm-by><strong>{plain(board.publisher(name))}</strong> · {escape(when)} · "
        f"{escape(say('views.quotes', language, n=quotes))}</p></li>"
    )


def _holds(article: Record, words: str) -> bool:
    return any(hits(str(article.get(field) or article["id"]), words) for field in ("title", "publisher"))


def _published(article: Record) -> str:
    published = article.get("published") or {}
    return str(published.get("latest") or published.get("earliest") or "")
