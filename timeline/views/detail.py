"""One event in full, as HTML: its date and how sure it is, what sources disagree on, and every claim with its quote."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote as percent

from timeline.message import Language
from timeline.selection import hits
from timeline.views.board import Board, Record, shape
from timeline.views.lanes import theme_of
from timeline.views.prose import Part, marked, plain, safe_url
from timeline.views.words import bounds_words, date_words, known, say

FRAGMENT_WORDS = 8


def event_head(board: Board, row: int, language: Language, *, hidden: bool) -> str:
    """Return the head of an event: date, label, how sure, status, who and where; `hidden` if filters leave it out."""
    event = board.events[row]
    words = date_words(event["edtf"], event["mod"], language)
    facts = [
        say(f"views.sure_{shape(event['edtf'], event['mod'])}", language),
        say("views.sources_tell", language, n=board.weight(row)),
        say("views.core" if event["core"] else "views.context", language),
    ]
    edtf = f'<code title="EDTF">{escape(event["edtf"])}</code>' if event["edtf"] else ""
    hint = f'<p class="lm-hint">{escape(say("views.hidden", language))}</p>' if hidden else ""
    return (
        f'<div class="lm-head"><p class="lm-when"><time>{escape(words)}</time> {edtf} {_status(event, language)}'
        f'<span class="lm-theme">{escape(dict(theme_of(event["type"]).name)[language])}</span></p>'
        f"<h2>{plain(board.label(row, language))}</h2>"
        f'<p class="lm-facts">{" · ".join(escape(fact) for fact in facts)}</p>'
        f'<p class="lm-who">{_who(board, event, language)}</p>{hint}</div>'
    )


def event_notes(board: Board, row: int, language: Language) -> str:
    """Return what sources disagree on, side by side, and the editor's notes; nothing where there are none."""
    event = board.events[row]
    conflicts = "".join(_conflict(board, conflict, language) for conflict in event["conflicts"] or ())
    notes = "".join(
        f"<li>{plain(_say(note, language))} <span class=lm-by>{plain(note['by'])}, "
        f"{escape(date_words(str(note['on']), None, language))}</span></li>"
        for note in event["notes"] or ()
    )
    found = ""
    if conflicts:
        found += (
            f'<section class="lm-conflicts"><h3>{escape(say("views.conflicts", language))}</h3>{conflicts}</section>'
        )
    if notes:
        found += f'<section class="lm-notes"><h3>{escape(say("views.notes", language))}</h3><ul>{notes}</ul></section>'
    return found


def claim_card(board: Board, claim_id: str, language: Language, words: str = "") -> str:
    """Return one claim: the quote with its date expression (and `words`) marked, who is quoted, why this date."""
    claim = board.claims[claim_id]
    start, end = expression_in(claim)
    found = [Part(first, last, "hit") for first, last in hits(claim["quote"], words)]
    told = marked(claim["quote"], [Part(start, end, "expression"), *found] if end > start else found)
    speaker = claim.get("attributed_to")
    remarks = [f"{escape(say('views.attributed', language))} {plain(speaker)}"] if speaker else []
    if claim["modality"] != "occurred":
        remarks.append(escape(_modality(claim, language)))
    by = f'<figcaption class="lm-by">{" · ".join(remarks)}</figcaption>' if remarks else ""
    original = _original(board.articles.get(claim["article"], {}), claim, language)
    quote = f'<blockquote lang="id">{told}</blockquote>'
    return f'<figure class="lm-claim">{quote}{by}{_why(claim, language)}{original}</figure>'


def source_line(board: Board, article_id: str, language: Language) -> str:
    """Return who speaks in the quotes that follow: publisher, title, date of the article."""
    article = board.articles.get(article_id, {})
    when = bounds_words(article.get("published") or {}, language)
    return (
        f'<h3 class="lm-source"><strong>{plain(board.publisher(article_id))}</strong> '
        f"<cite>{plain(article.get('title') or article_id)}</cite> <time>{escape(when)}</time></h3>"
    )


def merge_notes(board: Board, row: int, language: Language) -> str:
    """Return why these claims are held to be one event; nothing where there is but one."""
    reasons = board.events[row]["merge_reasons"] or ()
    items = "".join(
        f'<li>{plain(_say(reason, language))} <span class="lm-score">{float(reason["score"]):.2f}</span></li>'
        for reason in reasons
    )
    if not items:
        return ""
    asked = escape(say("views.why_merged", language))
    return f'<details class="lm-why"><summary>{asked}</summary><ul>{items}</ul></details>'


def expression_in(claim: Record) -> tuple[int, int]:
    """Return where a claim's date expression stands in its quote; (0, 0) where none does."""
    words, quote = claim.get("expression"), claim["quote"]
    if not words:
        return 0, 0
    start = claim.get("expression_start")
    offset = int(start) - int(claim["start"]) if start is not None else -1
    if offset < 0 or quote[offset : offset + len(words)] != words:
        offset = quote.find(words)
    return (offset, offset + len(words)) if offset >= 0 else (0, 0)


def fragment_link(url: object, quote: str) -> str | None:
    """Return a link that opens the original at the quote (a text fragment), or None without a web address.

    Hyphens and commas separate the parts of a fragment, so they are written %2D and %2C.
    """
    page = safe_url(url)
    if page is None:
        return None
    words = quote.split()
    ends = [" ".join(words[:FRAGMENT_WORDS]), " ".join(words[-FRAGMENT_WORDS:])]
    parts = [quote] if len(words) <= 2 * FRAGMENT_WORDS else ends
    encoded = ",".join(percent(part, safe="").replace("-", "%2D") for part in parts)
    return f"{page.split('#')[0]}#:~:text={encoded}"


def _status(event: Record, language: Language) -> str:
    told = known(f"views.status_{event['status']}", language, event["status"])
    return f'<span class="lm-status lm-{escape(event["status"])}">{escape(told)}</span>'


def _who(board: Board, event: Record, language: Language) -> str:
    names = [plain(board.actor_name(actor, language)) for actor in event["actors"]]
    places = ", ".join(plain(place) for place in event["places"])
    return " — ".join(part for part in (" · ".join(names), places) if part)


def _modality(claim: Record, language: Language) -> str:
    return known(f"views.status_{claim['modality']}", language, claim["modality"])


def _say(words: Mapping[str, Any], language: Language) -> str:
    return str(words.get(language) or words.get("id") or "")


def _conflict(board: Board, conflict: Mapping[str, Any], language: Language) -> str:
    """Return one disagreement: each value, and who says so."""
    cells = "".join(
        f"<div><dt>{plain(_value(board, conflict['kind'], value['value'], language))}</dt>"
        f"<dd>{', '.join(_tellers(board, value['claims']))}</dd></div>"
        for value in conflict["values"]
    )
    kind = known(f"views.conflict_{conflict['kind']}", language, conflict["kind"])
    return f"<h4>{escape(kind)}</h4><dl>{cells}</dl>"


def _value(board: Board, kind: str, value: object, language: Language) -> str:
    if kind == "date":
        return date_words(str(value), None, language)
    return board.actor_name(str(value), language) if kind == "actor" else str(value)


def _tellers(board: Board, claims: Sequence[str]) -> list[str]:
    names = [board.publisher(board.claims[claim]["article"]) for claim in claims if claim in board.claims]
    return [plain(name) for name in dict.fromkeys(names)]


def _why(claim: Record, language: Language) -> str:
    """Return the reasons for the date, folded up; a misprint that was repaired is told first."""
    reasons = [_say(reason, language) for reason in claim["reasons"] or ()]
    repaired = [say("views.repaired", language, printed=claim["repaired"])] if claim.get("repaired") else []
    items = "".join(f"<li>{plain(reason)}</li>" for reason in [*repaired, *reasons])
    if not items:
        return ""
    read = date_words(claim["edtf"], claim["mod"], language)
    return (
        f'<details class="lm-why"><summary>{escape(say("views.why_date", language))}</summary>'
        f"<p>{escape(say('views.read_as', language, date=read))}</p><ol>{items}</ol></details>"
    )


def _original(article: Record, claim: Record, language: Language) -> str:
    link = fragment_link(article.get("url"), claim["quote"])
    if link is None:
        return ""
    return f'<a class="lm-original" href="{escape(link)}" rel="noopener">{escape(say("views.original", language))}</a>'
