"""The events as linked data (JSON-LD, https://schema.org): what happened, and the reports that say so."""

import json
from urllib.parse import quote

from timeline.chronology import Chronology
from timeline.export.telling import Quote, Told, title_of, told_events
from timeline.message import LANGUAGES


def to_jsonld(chronology: Chronology) -> str:
    """Return a list of events; `temporalCoverage` has the EDTF date, `startDate` and `endDate` its bounds.

    No "<" stands in it, so that it may be put into a page's script element as it is.
    """
    graph = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": [_in(language, title_of(chronology, language)) for language in LANGUAGES],
        "itemListElement": [_event(event) for event in told_events(chronology)],
    }
    return json.dumps(graph, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"


def _event(event: Told) -> dict[str, object]:
    found = {
        "@type": "Event",
        "@id": _fragment(event.id),
        "name": [_in(language, text) for language, text in event.label],
        "additionalType": f"PLOVER:{event.type}",
        "temporalCoverage": event.when.edtf if event.when else None,
        "startDate": event.earliest.isoformat() if event.earliest else None,
        "endDate": event.latest.isoformat() if event.latest else None,
        "disambiguatingDescription": event.status,
        "description": [_in(language, one.text(language)) for one in event.remarks for language in LANGUAGES],
        "about": [{"@type": "Thing", "name": actor} for actor in event.actors],
        "location": [{"@type": "Place", "name": place} for place in event.places],
        "subjectOf": [_quotation(one) for one in event.quotes],
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _quotation(told: Quote) -> dict[str, object]:
    article = {
        "@type": "NewsArticle",
        "@id": _fragment(told.article),
        "publisher": {"@type": "Organization", "name": told.publisher},
        "headline": told.title,
        "url": told.url,
        "datePublished": told.published,
    }
    known = {name: value for name, value in article.items() if value is not None}
    return {"@type": "Quotation", "text": told.text, "inLanguage": "id", "isPartOf": known}


def _fragment(name: str) -> str:
    """Return the address of something on this page; an article's id may have any letters, an address may not."""
    return f"#{quote(name, safe='')}"


def _in(language: str, text: str) -> dict[str, str]:
    return {"@value": text, "@language": language}
