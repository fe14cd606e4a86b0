"""An article for reading, as HTML: its record, how its date is known, its text with every quote marked."""

from collections.abc import Mapping
from html import escape

from timeline.article import OMITTED
from timeline.message import Language
from timeline.views.board import Board, Record
from timeline.views.evidence import original
from timeline.views.links import inside, to_event
from timeline.views.prose import Part, paragraphs, plain, safe_url, spoken_in
from timeline.views.words import bounds_words, date_words, known, say


def anchor(claim_id: str) -> str:
    """Return the id of the element that holds a quote."""
    return f"k-{claim_id}"


def source_record(board: Board, article_id: str, language: Language) -> str:
    """Return the head of the page: title, publisher, author, when it was published and how that is known."""
    article = board.articles[article_id]
    published = article.get("published") or {}
    basis = known(f"views.basis_{published.get('basis')}", language, str(published.get("basis") or ""))
    author = f" · {plain(article['author'])}" if article.get("author") else ""
    url = safe_url(article.get("url"))
    link = f'<p><a href="{escape(url)}" rel="noopener">{escape(say("views.original", language))}</a></p>' if url else ""
    return (
        f'<header class="lm-record"><h1>{plain(article.get("title") or article_id)}</h1>'
        f"<p class=lm-by><strong>{plain(board.publisher(article_id))}</strong>{author} · "
        f"<time>{escape(bounds_words(published, language))}</time></p>{link}"
        f'<details class="lm-why"><summary>{escape(say("views.why_published", language))}</summary>'
        f"<p>{escape(basis)}</p><ol>{_reasons(published, language)}</ol>{_refused(article, language)}"
        "</details></header>"
    )


def source_text(board: Board, article_id: str, text: str, opened: str | None, language: Language) -> str:
    """Return the article's text with every quote marked and numbered; the opened one stands out."""
    parts, notes, events = [], dict[int, str](), _events_by_claim(board)
    for number, claim in enumerate(claims_of(board, article_id), start=1):
        start, end = int(claim["start"]), int(claim["end"])
        if text[start:end] != claim["quote"]:
            continue
        style = "opened" if claim["id"] == opened else "quote"
        parts.append(Part(start, end, style, anchor(claim["id"])))
        if claim.get("expression_start") is not None and claim.get("expression_end") is not None:
            parts.append(Part(int(claim["expression_start"]), int(claim["expression_end"]), "expression"))
        notes[end] = notes.get(end, "") + _number(board, number, events.get(claim["id"]), language)
    keys = ["marks", *(["marks_excerpt"] if OMITTED in text else [])]
    told = " ".join(escape(say(f"views.{key}", language)) for key in keys)
    return (
        f'<div><p class="lm-marks">{told}</p>'
        f'<article class="lm-text" lang="id">{paragraphs(text, parts, notes)}</article></div>'
    )


def source_margin(board: Board, article_id: str, opened: str | None, language: Language) -> str:
    """Return the list of quotes: each leads to its place in the text and to its event on the timeline."""
    events = _events_by_claim(board)
    items = []
    for number, claim in enumerate(claims_of(board, article_id), start=1):
        row = events.get(claim["id"])
        place = escape(say("views.to_quote", language, n=number))
        target = f'<a class="lm-number" href="#{escape(anchor(claim["id"]))}" aria-label="{place}">{number}</a>'
        when = f"<time>{escape(date_words(claim['edtf'], claim['mod'], language))}</time>"
        named = _event(board, row, language) if row is not None else ""
        current = ' class="lm-current"' if claim["id"] == opened else ""
        page = original(board.articles[article_id], claim, language)
        items.append(f"<li{current}>{target}<div>{when}{named}{page}</div></li>")
    head = escape(say("views.quotes", language, n=len(items)))
    return f'<nav class="lm-margin" aria-label="{head}"><h2>{head}</h2><ol>{"".join(items)}</ol></nav>'


def claims_of(board: Board, article_id: str) -> list[Record]:
    """Return an article's claims in the order of its text."""
    found = [claim for claim in board.claims.values() if claim["article"] == article_id]
    return sorted(found, key=lambda claim: (int(claim["start"]), claim["id"]))


def _events_by_claim(board: Board) -> dict[str, int]:
    """Return the event each claim belongs to, as a row."""
    return {claim: row for row, event in enumerate(board.events) for claim in event["claims"]}


def _number(board: Board, number: int, row: int | None, language: Language) -> str:
    """Return the number of a quote, as a link to its event."""
    if row is None:
        return f"<sup>{number}</sup>"
    name = say("views.to_event", language, label=board.label(row, language))
    return f"<sup>{inside(to_event(board.events[row]['id'], language), str(number), name=name)}</sup>"


def _event(board: Board, row: int, language: Language) -> str:
    """Return the link to an event on the timeline."""
    words = f"<span{spoken_in(board.spoken(row, language), language)}>{plain(board.label(row, language))}</span>"
    return inside(to_event(board.events[row]["id"], language), words, "lm-to-event")


def _reasons(told: Mapping[str, object], language: Language) -> str:
    reasons = told.get("reasons")
    return "".join(f"<li>{plain(one[language])}</li>" for one in (reasons if isinstance(reasons, list) else []))


def _refused(article: Record, language: Language) -> str:
    items = "".join(
        f"<li><q>{plain(one['text'])}</q> {plain(one['reason'][language])}</li>" for one in article.get("refused") or ()
    )
    return f"<p>{escape(say('views.refused', language))}</p><ul>{items}</ul>" if items else ""
