"""The chronology as one web page that needs nothing else: by year, each event with its quotes; no script."""

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
time, .when {{ font-variant-numeric: tabular-nums; }}
blockquote {{ margin: .75rem 0 .25rem; padding-left: 1rem; border-left: 3px solid #b3261e; }}
footer, .when {{ opacity: .8; }}
article {{ break-inside: avoid; }}
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
    by_year = sorted(told_events(chronology), key=lambda event: _edge(event) or date.max)
    for year, events in groupby(by_year, key=_year):
        yield f"<h2>{escape(year)}</h2>"
        for event in events:
            yield from _event(event)


def _year(event: Told) -> str:
    edge = _edge(event)
    return str(edge.year) if edge else message("edtf.undated").text("id")


def _edge(event: Told) -> date | None:
    """Return the day an event is listed under: its first, or its last where nobody tells when it began."""
    return event.earliest or event.latest


def _event(event: Told) -> Iterator[str]:
    yield f'<article id="{escape(event.id)}">'
    yield f"<h3>{escape(event.name('id'))}</h3>"
    when = escape(event.date_words("id"))
    dated = f'<time datetime="{event.earliest}">{when}</time>' if event.earliest else when
    yield f'<p class="when">{dated}</p>'
    for remark in event.remarks:
        yield f"<p><strong>{escape(remark.text('id'))}</strong></p>"
    for quote in event.quotes:
        yield f"<blockquote>{escape(quote.text)}</blockquote>"
        yield f"<p>{_source(quote)}</p>"
    yield "</article>"


def _source(quote: Quote) -> str:
    name = escape(", ".join(part for part in (quote.publisher, quote.title) if part))
    return f'<a href="{escape(quote.url)}" rel="noreferrer">{name}</a>' if quote.url else name
