"""Events with all that an export for people says of them, each with its quotes and their sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from timeline.chronology import Chronology
from timeline.edtf import DateValue, Mod
from timeline.message import Language, message
from timeline.schema import rows


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article, and whose it is.

    url
        Where the article stands on the web, http or https only; else None.
    """

    text: str
    article: str
    publisher: str
    title: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is told.

    when
        Its date as EDTF has it, or None.
    earliest, latest
        Its first and last day, inclusive; None where open.
    """

    id: str
    label: tuple[tuple[str, str], ...]
    when: DateValue | None
    earliest: date | None
    latest: date | None
    type: str
    status: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    quotes: tuple[Quote, ...]

    def name(self, language: Language) -> str:
        """Return its label in `language`."""
        return dict(self.label)[language]

    def date_words(self, language: Language) -> str:
        """Return its date in words."""
        return (self.when.words(language) if self.when else message("edtf.undated").text(language)).strip()


def told_events(chronology: Chronology) -> Iterator[Told]:
    """Yield the events in the order of the table."""
    articles = {row["id"]: row for row in rows(chronology.articles, "articles")}
    claims = {row["id"]: row for row in rows(chronology.claims, "claims")}
    names = {actor["id"]: actor["name"]["id"] for actor in chronology.actors}
    for event in rows(chronology.events, "events"):
        quoted = {claims[claim]["quote"]: claims[claim] for claim in event["claims"] if claim in claims}
        yield Told(
            id=event["id"],
            label=tuple(event["label"].items()),
            when=DateValue.parse(event["edtf"], Mod(event["mod"]) if event["mod"] else None) if event["edtf"] else None,
            earliest=date.fromisoformat(event["earliest"]) if event["earliest"] else None,
            latest=date.fromisoformat(event["latest"]) if event["latest"] else None,
            type=event["type"],
            status=event["status"],
            actors=tuple(names.get(actor, actor) for actor in event["actors"]),
            places=tuple(event["places"]),
            quotes=tuple(_quote(claim, articles.get(claim["article"], {})) for claim in quoted.values()),
        )


def title_of(chronology: Chronology, language: Language) -> str:
    """Return the topic's title, or a word for a chronology without a topic."""
    title = (chronology.topic.get("title") or {}).get(language)
    return str(title) if title else message("export.untitled").text(language)


def _quote(claim: dict[str, Any], article: dict[str, Any]) -> Quote:
    return Quote(
        text=claim["quote"],
        article=claim["article"],
        publisher=article.get("publisher") or claim["article"],
        title=article.get("title"),
        url=_web_address(article.get("url")),
        published=(article.get("published") or {}).get("edtf"),
    )


def _web_address(url: str | None) -> str | None:
    """Return `url` where it is one of the web: `javascript:` and its like are no links."""
    try:
        return url if url and urlsplit(url).scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None
