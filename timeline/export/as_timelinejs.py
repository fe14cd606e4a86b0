"""The dated events as TimelineJS reads them (https://timeline.knightlab.com/docs/json-format.html)."""

import json
from datetime import date
from html import escape

from timeline.chronology import Chronology
from timeline.export.telling import Quote, Told, title_of, told_events
from timeline.message import message


def to_timelinejs(chronology: Chronology) -> str:
    """Return title and events; texts are HTML there, so every word of an article is escaped.

    TimelineJS draws no open end, no uncertainty and no status: `display_date` says the date in words, and what else a
    reader has to know stands above the quotes. Events that neither a first nor a last day dates are left out.
    """
    made = message("export.made_by", n=len(chronology.articles)).text("id")
    title = {"text": {"headline": escape(title_of(chronology, "id")), "text": f"<p>{escape(made)}</p>"}}
    events = [_slide(event) for event in told_events(chronology) if event.earliest or event.latest]
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Told) -> dict[str, object]:
    first, last = event.earliest or event.latest, event.latest or event.earliest
    remarks = "".join(f"<p><strong>{escape(remark.text('id'))}</strong></p>" for remark in event.remarks)
    quotes = "".join(_quote(quote) for quote in event.quotes)
    return {
        "unique_id": event.id,
        "start_date": _day(first),
        **({"end_date": _day(last)} if last != first else {}),
        "display_date": escape(event.date_words("id")),
        "group": escape(message(f"views.type_{event.type}").text("id")),
        "text": {"headline": escape(event.name("id")), "text": remarks + quotes},
    }


def _day(day: date | None) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _quote(quote: Quote) -> str:
    source = escape(", ".join(part for part in (quote.publisher, quote.title) if part))
    linked = f'<a href="{escape(quote.url)}">{source}</a>' if quote.url else source
    return f"<blockquote>{escape(quote.text)}</blockquote><p>{linked}</p>"
