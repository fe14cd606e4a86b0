"""The chronology as one web page that needs nothing else: by year, events, quotes and how each was read; no script."""

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby

from timeline.chronology import Chronology
from timeline.export.telling import Quote, Told, title_of, told_events
from timeline.message import message

HEAD = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
h1, blockquote {{ font-family: Georgia, "Noto Serif", serif; }}
h2 {{ border-bottom: 1px solid; margin-top: 2.5rem; }}
h3 {{ margin-bottom: 0; }}
h2, .when, summary {{ font-variant-numeric: tabular-nums; }}
p {{ margin: .25rem 0; }}
blockquote {{ margin: 1rem 0 .25rem; padding-left: 1rem; border-left: 3px solid #b3261e; }}
mark {{ background: none; color: inherit; text-decoration: underline 2px #b3261e; text-underline-offset: .2em; }}
.when, .source, details, footer {{ font-size: .875rem; opacity: .8; }}
.remark {{ font-weight: 600; }}
details {{ margin: 0 0 .5rem; }}
ol {{ margin: .25rem 0; padding-left: 1.5rem; }}
article {{ margin-top: 2rem; break-inside: avoid; }}
@media print {{ details::details-content {{ content-visibility: visible; block-size: auto; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
"""


def to_html(chronology: Chronology) -> str:
    """Return the page; every word of an article or of the data is escaped, links are http or https."""
    made = escape(message("export.made_by", n=len(chronology.articles)).text("id"))
    body = "\n".join(_years(chronology))
    head = HEAD.format(title=escape(title_of(chronology, "id")))
    return f"{head}{body}\n<footer><p>{made}</p></footer>\n</body>\n</html>\n"


def _years(chronology: Chronology) -> Iterator[str]:
    for year, events in groupby(sorted(told_events(chronology), key=_place), key=_heading):
        yield f"<h2>{escape(year)}</h2>"
        for event in events:
            yield from _event(event)


def _place(event: Told) -> tuple[int, bool, date]:
    """Return what orders the page: by year, what is known to the year before decades and centuries, then by day."""
    edge = _edge(event)
    return edge.year, _is_long(event), edge


def _heading(event: Told) -> str:
    if _edge(event) == date.max:
        return message("edtf.undated").text("id")
    return event.date_words("id") if _is_long(event) else str(_edge(event).year)


def _is_long(event: Told) -> bool:
    return event.when is not None and event.when.precision in ("decade", "century")


def _edge(event: Told) -> date:
    """Return the day an event is listed under: its first, or its last where nobody tells when it began."""
    return event.earliest or event.latest or date.max


def _event(event: Told) -> Iterator[str]:
    yield f'<article id="{escape(event.id)}">'
    yield f"<h3>{escape(event.name('id'))}</h3>"
    when = escape(event.date_words("id"))
    dated = f'<time datetime="{event.earliest}">{when}</time>' if event.earliest else when
    told = message("views.sources_tell", n=event.sources).text("id")
    facts = (", ".join(event.actors), ", ".join(event.places), told)
    yield f'<p class="when">{" · ".join([dated, *(escape(fact) for fact in facts if fact)])}</p>'
    for remark in event.remarks:
        yield f'<p class="remark">{escape(remark.text("id"))}</p>'
    for quote in event.quotes:
        yield f"<blockquote>{_marked(quote)}</blockquote>"
        yield f'<p class="source">{_source(quote)}</p>'
        yield _why(quote)
    yield "</article>"


def _marked(quote: Quote) -> str:
    """Return the sentence with its date expression marked."""
    start, end = quote.expression
    if start == end:
        return escape(quote.text)
    before, words, after = quote.text[:start], quote.text[start:end], quote.text[end:]
    return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"


def _why(quote: Quote) -> str:
    """Return what the date was read as and, folded up, why."""
    read = (quote.when.words("id") if quote.when else message("edtf.undated").text("id")).strip()
    head = f"{escape(read)} · {escape(message('views.why_date').text('id'))}"
    reasons = "".join(f"<li>{escape(reason.words('id'))}</li>" for reason in quote.reasons)
    return f"<details><summary>{head}</summary><ol>{reasons}</ol></details>" if reasons else ""


def _source(quote: Quote) -> str:
    name = escape(", ".join(part for part in (quote.publisher, quote.title) if part))
    return f'<a href="{escape(quote.url)}" rel="noreferrer">{name}</a>' if quote.url else name
