"""Rows of the chronology's tables, made from what was read and merged."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from timeline.actor import Gazetteer
from timeline.article import Article
from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS
from timeline.claim import Claim
from timeline.edtf import DateValue
from timeline.event import Event
from timeline.message import Message
from timeline.published import Published

Row = dict[str, Any]


def article_table(records: Iterable[tuple[Article, Published]]) -> pd.DataFrame:
    """Return a row per article, by id."""
    ordered = sorted(records, key=lambda one: one[0].id)
    return _frame((_article_row(record, published) for record, published in ordered), ARTICLE_COLUMNS)


def claim_table(claims: Iterable[Claim]) -> pd.DataFrame:
    """Return a row per claim, by article and place in it."""
    ordered = sorted(claims, key=_claim_order, reverse=True)
    return _frame((_claim_row(ordered.pop()) for _ in range(len(ordered))), CLAIM_COLUMNS)  # its row takes its room


def _claim_order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article, claim.span.start, claim.expression_span.start if claim.expression_span else -1, claim.id


def event_table(events: Iterable[Event]) -> pd.DataFrame:
    """Return a row per event, in the order given."""
    return _frame(map(_event_row, events), EVENT_COLUMNS)


def actor_rows(events: Sequence[Event], gazetteer: Gazetteer) -> list[Row]:
    """Return the actors of `events` and what they belong to, body and state, by id."""
    named = {actor for event in events for actor in event.actors}
    with_states = named.union(*(gazetteer.owners(actor) for actor in named))
    return [
        {
            "id": one,
            "name": dict(gazetteer.actors[one].name),
            "kind": gazetteer.actors[one].kind,
            "of": gazetteer.actors[one].of,
        }
        for one in sorted(with_states)
    ]


def _frame(rows: Iterable[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    values: dict[str, list[Any]] = {name: [] for name in columns}
    for row in rows:  # one is held at a time
        for name, column in values.items():
            column.append(row[name])
    # Every column keeps Python objects: None stays None, and a list stays a list.
    return pd.DataFrame({name: pd.Series(column, dtype=object) for name, column in values.items()})


@lru_cache(maxsize=1 << 14)
def _texts(reason: Message) -> dict[str, str]:
    """Return a reason in every language; the same ones are given again and again, and share their texts."""
    return reason.texts()


def _dated(when: DateValue | None) -> Row:
    return {
        "edtf": when.edtf if when else None,
        "mod": str(when.mod) if when and when.mod else None,
        "earliest": when.earliest.isoformat() if when and when.earliest else None,
        "latest": when.latest.isoformat() if when and when.latest else None,
    }


def _article_row(record: Article, published: Published) -> Row:
    dated = _dated(published.when)
    dated.pop("mod")
    return {
        "id": record.id,
        "publisher": record.publisher,
        "title": record.title,
        "author": record.author,
        "url": record.url,
        "published": {**dated, "basis": published.basis, "reasons": [_texts(one) for one in published.reasons]},
        "refused": [
            {"text": one.text, "start": one.span.start, "end": one.span.end, "reason": _texts(one.reason)}
            for one in published.refused
        ],
    }


def _claim_row(claim: Claim) -> Row:
    expression = claim.expression_span
    return {
        "id": claim.id,
        "article": claim.article,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "expression": claim.expression,
        "expression_start": expression.start if expression else None,
        "expression_end": expression.end if expression else None,
        **_dated(claim.when),
        "repaired": claim.repaired,
        "role": claim.role,
        "type": claim.type,
        "actors": list(claim.actors),
        "places": list(claim.places),
        "modality": claim.modality,
        "attributed_to": claim.attributed_to,
        "context": [[span.start, span.end] for span in claim.context],
        "reasons": [_texts(reason) for reason in claim.reasons],
    }


def _event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "aliases": list(event.aliases),
        **_dated(event.when),
        "type": event.type,
        "label": dict(event.label),
        "actors": list(event.actors),
        "places": list(event.places),
        "status": event.status,
        "core": event.core,
        "claims": list(event.claims),
        "sources": list(event.sources),
        "independent_sources": event.independent_sources,
        "conflicts": [
            {"kind": one.kind, "values": [{"value": value, "claims": list(ids)} for value, ids in one.values]}
            for one in event.conflicts
        ],
        "merge_reasons": [
            {"score": one.score, "claims": list(one.claims), **_texts(one.reason)} for one in event.merge_reasons
        ],
        "notes": [{"by": note.by, "on": note.on, **dict(note.text)} for note in event.notes],
    }
