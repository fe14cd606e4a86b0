"""Events with all that an export for people says of them, each with its quotes and their sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from timeline.chronology import Chronology
from timeline.edtf import DateValue, Mod
from timeline.message import Language, Message, message
from timeline.schema import rows
from timeline.selection import expression_of

# The status of which nothing needs to be said.
AS_TOLD = "occurred"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text that is there in both languages."""

    id: str
    en: str

    def words(self, language: Language) -> str:
        """Return it in `language`."""
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article, whose it is, and how its date was read.

    expression
        Where its date expression stands in `text`; (0, 0) where none does.
    reasons
        Why it is read as `when`.
    url
        Where the article stands on the web, http or https only; else None.
    published
        The day the article was published; None where it is not known to the day.
    """

    text: str
    expression: tuple[int, int]
    when: DateValue | None
    reasons: tuple[Spoken, ...]
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
    sources
        How many tell it independently of each other.
    remarks
        What a reader has to know beside its date: that it was only planned, denied or is disputed, what its sources
        disagree on, and what the editor says.
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
    sources: int
    quotes: tuple[Quote, ...]
    remarks: tuple[Message, ...]

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
            when=_when(event),
            earliest=date.fromisoformat(event["earliest"]) if event["earliest"] else None,
            latest=date.fromisoformat(event["latest"]) if event["latest"] else None,
            type=event["type"],
            status=event["status"],
            actors=tuple(names.get(actor, actor) for actor in event["actors"]),
            places=tuple(event["places"]),
            sources=event["independent_sources"],
            quotes=tuple(_quote(claim, articles.get(claim["article"], {})) for claim in quoted.values()),
            remarks=tuple(_remarks(event, names, _publishers(event, claims, articles))),
        )


def _when(row: dict[str, Any]) -> DateValue | None:
    """Return the date of an event or a claim."""
    return DateValue.parse(row["edtf"], Mod(row["mod"]) if row["mod"] else None) if row["edtf"] else None


def _publishers(
    event: dict[str, Any], claims: dict[str, dict[str, Any]], articles: dict[str, dict[str, Any]]
) -> dict[str, str]:
    """Return who published each claim of an event, and of what contradicts it, by id."""
    told = [one for conflict in event["conflicts"] for value in conflict["values"] for one in value["claims"]]
    return {one: _publisher(claims[one], articles) for one in (*event["claims"], *told) if one in claims}


def _remarks(event: dict[str, Any], names: dict[str, str], publishers: dict[str, str]) -> Iterator[Message]:
    if event["status"] != AS_TOLD:
        yield message("export.status", status=message(f"views.status_{event['status']}"))
    for conflict in event["conflicts"]:
        kind = message(f"views.conflict_{conflict['kind']}")
        for one in conflict["values"]:
            who = ", ".join(dict.fromkeys(publishers[claim] for claim in one["claims"] if claim in publishers))
            value = _value(conflict["kind"], one["value"], names)
            yield message("export.conflict", kind=kind, value=value, who=who or message("export.our_data"))
    for note in event["notes"]:
        yield message("export.note", by=note["by"], on=_dated(note["on"]), text=Spoken(note["id"], note["en"]))


def _value(kind: str, value: str, names: dict[str, str]) -> object:
    if kind == "status":
        return message(f"views.status_{value}")
    return _dated(value) if kind == "date" else names.get(value, value)


def _dated(text: str) -> DateValue | str:
    """Return the date a text is, so that it is told in words; the text as it is where it is none."""
    try:
        return DateValue.parse(text)
    except ValueError:
        return text


def _publisher(claim: dict[str, Any], articles: dict[str, dict[str, Any]]) -> str:
    return str(articles.get(claim["article"], {}).get("publisher") or claim["article"])


def title_of(chronology: Chronology, language: Language) -> str:
    """Return the topic's title, or a word for a chronology without a topic."""
    title = (chronology.topic.get("title") or {}).get(language)
    return str(title) if title else message("export.untitled").text(language)


def _quote(claim: dict[str, Any], article: dict[str, Any]) -> Quote:
    published = article.get("published") or {}
    return Quote(
        text=claim["quote"],
        expression=expression_of(claim),
        when=_when(claim),
        reasons=tuple(Spoken(one["id"], one["en"]) for one in claim["reasons"]),
        article=claim["article"],
        publisher=_publisher(claim, {claim["article"]: article}),
        title=article.get("title"),
        url=_web_address(article.get("url")),
        published=published.get("edtf") if published.get("earliest") == published.get("latest") else None,
    )


def _web_address(url: str | None) -> str | None:
    """Return `url` where it is one of the web: `javascript:` and its like are no links."""
    try:
        return url if url and urlsplit(url).scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None
