"""How a claim is cited: publisher, title, date, quote, link."""

from timeline.message import Language
from timeline.views.board import Board
from timeline.views.words import bounds_words, one_line, say


def citation(board: Board, row: int, link: str, language: Language) -> str:
    """Return an event's claims as plain text, one a paragraph, and the link to this view."""
    told = [_claim(board, claim, language) for claim in board.events[row]["claims"] if claim in board.claims]
    head = one_line(board.label(row, language))
    return "\n\n".join([head, *told, link])


def _claim(board: Board, claim_id: str, language: Language) -> str:
    claim = board.claims[claim_id]
    article = board.articles.get(claim["article"], {})
    return say(
        "views.citation",
        language,
        publisher=one_line(board.publisher(claim["article"])),
        title=one_line(str(article.get("title") or claim["article"])),
        date=bounds_words(article.get("published") or {}, language),
        quote=one_line(claim["quote"]),
    ) + (f" {article['url']}" if article.get("url") else "")
