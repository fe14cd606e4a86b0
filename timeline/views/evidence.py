"""What an event rests on, as HTML: each source, its quotes with the date expression marked, and why this date."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote as percent

from timeline.message import Language
from timeline.selection import expression_of, hits
from timeline.views.board import Board, Record
from timeline.views.links import inside, to_source
from timeline.views.prose import Part, marked, plain, safe_url, spoken_in
from timeline.views.reasons import by_subject
from timeline.views.words import bounds_words, date_words, known, say

FRAGMENT_WORDS = 8
MOST_CLAIMS = 12


def evidence(board: Board, row: int, language: Language, words: str = "") -> str:
    """Return every claim of an event, by source in the order in which the event names them; many are folded up."""
    claims = [claim for claim in board.events[row]["claims"] if claim in board.claims]
    order = {article: number for number, article in enumerate(board.claims[claim]["article"] for claim in claims)}
    claims.sort(key=lambda claim: order[board.claims[claim]["article"]])
    some, more = claims[:MOST_CLAIMS], claims[MOST_CLAIMS:]
    told = _told(board, some, language, words)
    if more:
        head = escape(say("ui.more_quotes", language, n=len(more)))
        rest = _told(board, more, language, words)
        told += f'<details class="lm-more"><summary>{head}</summary>{rest}</details>'
    return f'<div class="lm-evidence">{told}{_merged(board, row, language)}</div>'


def fragment_link(url: object, quote: str) -> str | None:
    """Return a link that opens the original at the quote (a text fragment), or None without a web address.

    Hyphens and commas separate the parts of a fragment, so they are written %2D and %2C. No part may go on in another
    paragraph, so that of a quote under a date on a line of its own begins behind that line.
    """
    page = safe_url(url)
    if page is None:
        return None
    quote = quote.rpartition("\n")[2]
    words = quote.split()
    ends = [" ".join(words[:FRAGMENT_WORDS]), " ".join(words[-FRAGMENT_WORDS:])]
    parts = [quote] if len(words) <= 2 * FRAGMENT_WORDS else ends
    encoded = ",".join(percent(part, safe="").replace("-", "%2D") for part in parts)
    return f"{page.split('#')[0]}#:~:text={encoded}"


def original(article: Record, claim: Record, language: Language) -> str:
    """Return a link that opens the original page at a claim's quote; nothing without a web address."""
    link = fragment_link(article.get("url"), claim["quote"])
    if link is None:
        return ""
    return f'<a class="lm-original" href="{escape(link)}" rel="noopener">{escape(say("views.original", language))}</a>'


def _told(board: Board, claims: Sequence[str], language: Language, words: str) -> str:
    """Return the claims, under the name of each source as it begins to speak."""
    found, speaker = [], None
    for claim in claims:
        article = board.claims[claim]["article"]
        if article != speaker:
            found.append(_source(board, article, language))
            speaker = article
        found.append(_claim(board, claim, language, words))
    return "".join(found)


def _source(board: Board, article_id: str, language: Language) -> str:
    """Return who speaks in the quotes that follow: publisher, title, date of the article."""
    article = board.articles.get(article_id, {})
    when = bounds_words(article.get("published") or {}, language)
    title = f"<cite{spoken_in('id', language)}>{plain(article.get('title') or article_id)}</cite>"
    return (
        f'<h3 class="lm-source"><strong>{plain(board.publisher(article_id))}</strong> '
        f"{inside(to_source(article_id, language), title)} <time>{escape(when)}</time></h3>"
    )


def _claim(board: Board, claim_id: str, language: Language, words: str) -> str:
    """Return one claim: the quote with its date expression (and `words`) marked, who is quoted, why this date."""
    claim = board.claims[claim_id]
    start, end = expression_of(claim)
    found = [Part(first, last, "hit") for first, last in hits(claim["quote"], words)]
    told = marked(claim["quote"], [Part(start, end, "expression"), *found] if end > start else found)
    speaker = claim.get("attributed_to")
    remarks = [f"{escape(say('views.attributed', language))} {plain(speaker)}"] if speaker else []
    if claim["modality"] != "occurred":
        remarks.append(escape(known(f"views.told_{claim['modality']}", language, claim["modality"])))
    by = f'<figcaption class="lm-by">{" · ".join(remarks)}</figcaption>' if remarks else ""
    onward = inside(to_source(claim["article"], language, claim_id), escape(say("ui.read_quote", language)))
    page = original(board.articles.get(claim["article"], {}), claim, language)
    return (
        f'<figure class="lm-claim"><blockquote lang="id">{told}</blockquote>{by}'
        f'<div class="lm-ways">{_why(claim, language)}{onward}{page}</div></figure>'
    )


def _why(claim: Record, language: Language) -> str:
    """Return what the date was read as and, folded up, the reasons; a misprint that was repaired is told first."""
    read = f"<time>{escape(date_words(claim['edtf'], claim['mod'], language))}</time>"
    reasons = [str(reason.get(language) or reason.get("id") or "") for reason in claim["reasons"] or ()]
    repaired = [say("views.repaired", language, printed=claim["repaired"])] if claim.get("repaired") else []
    told = by_subject([*repaired, *reasons], language)
    if not told:
        return f'<p class="lm-read">{read}</p>'
    asked = escape(say("views.why_date", language))
    parts = "".join(_reasons(subject, some, language) for subject, some in told.items())
    return f'<details class="lm-why"><summary>{read} {asked}</summary>{parts}</details>'


def _reasons(subject: str, reasons: Sequence[str], language: Language) -> str:
    """Return the reasons for one thing, under its name."""
    head = escape(say(f"views.why_{subject}_head", language))
    return f"<h4>{head}</h4><ol>{''.join(f'<li>{plain(reason)}</li>' for reason in reasons)}</ol>"


def _merged(board: Board, row: int, language: Language) -> str:
    """Return why these claims are held to be one event; nothing where there is but one."""
    items = "".join(
        f"<li>{plain(reason.get(language) or reason.get('id') or '')} "
        f'<span class="lm-score">{float(reason["score"]):.2f}</span></li>'
        for reason in board.events[row]["merge_reasons"] or ()
    )
    if not items:
        return ""
    asked = escape(say("views.why_merged", language))
    return f'<details class="lm-why lm-merged"><summary>{asked}</summary><ul>{items}</ul></details>'
