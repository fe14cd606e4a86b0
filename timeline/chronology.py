"""The chronology: three tables with declared columns, the same in memory, in Parquet and in JSON.

Days are ISO texts (``YYYY-MM-DD``) or None in every form: they sort as dates do and pass through no time zone.
Lists are lists, and a text in two languages is ``{"id": ..., "en": ...}``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

ARTICLE_COLUMNS = ("id", "publisher", "title", "author", "url", "published", "refused")
CLAIM_COLUMNS = (
    "id", "article", "quote", "start", "end", "expression", "expression_start", "expression_end", "edtf", "mod",
    "earliest", "latest", "repaired", "role", "type", "actors", "places", "modality", "attributed_to", "context",
    "reasons",
)  # fmt: skip
EVENT_COLUMNS = (
    "id", "aliases", "edtf", "mod", "earliest", "latest", "type", "label", "actors", "places", "status", "core",
    "claims", "sources", "independent_sources", "conflicts", "merge_reasons", "notes",
)  # fmt: skip


# Some rows of the table of that name.
Piece = tuple[str, pd.DataFrame]


class Tabled(Protocol):
    """What comes in tables: articles, claims and events, piece by piece; `build` is asked after that."""

    @property
    def topic(self) -> dict[str, Any]:
        """Return what it is about."""

    @property
    def build(self) -> dict[str, Any]:
        """Return how it was made."""

    @property
    def actors(self) -> list[dict[str, Any]]:
        """Return who is named."""

    def frames(self) -> Iterator[Piece]:
        """Yield the tables piece by piece, each with its name."""


@dataclass(frozen=True)
class Chronology:
    """What was read from a set of articles: tables with the columns above, and what they refer to.

    topic
        ``{"id", "title": {"id", "en"}}``.
    build
        ``{"version", "articles", "refused", "hash"}``.
    actors
        ``{"id", "name": {"id", "en"}, "kind", "of"}`` each.
    """

    topic: dict[str, Any]
    build: dict[str, Any]
    actors: list[dict[str, Any]]
    articles: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame

    def frames(self) -> Iterator[Piece]:
        """Yield each table whole, with its name."""
        yield from (("articles", self.articles), ("claims", self.claims), ("events", self.events))
