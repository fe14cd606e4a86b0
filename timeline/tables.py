"""Rows of the chronology's tables, made from what was read and merged."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import pandas as pd

from timeline.article import Article
from timeline.claims.claim import Claim
from timeline.edtf import DateValue
from timeline.events.event import Event
from timeline.message import Message
from timeline.names.actor import Gazetteer
from timeline.publication.published import Published

Row = dict[str, Any]
# Of a frame, at most.
ROWS = 1_000


def frames(rows: Iterator[Row], columns: tuple[str, ...]) -> Iterator[pd.DataFrame]:
    """Yield frames of up to ROWS rows; an empty one where there are none."""
    piece = list(islice(rows, ROWS))
    while True:
        # Every column keeps Python objects: None stays None, and a list stays a list.
        yield pd.DataFrame({name: pd.Series([row[name] for row in piece], dtype=object) for name in columns})
        piece = list(islice(rows, ROWS))
        if not piece:
            return


def joined(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return the pieces of a table as one."""
    return pd.concat(frames, ignore_index=True)


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


@lru_cache(maxsize=1 << 12)
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


def article_row(record: Article, published: Published) -> Row:
    """Return the row of an article."""
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


def claim_rows(claims: Iterable[Claim]) -> list[Row]:
    """Return the rows of an article's claims, by their place in it."""
    return [_claim_row(claim) for claim in sorted(claims, key=_place)]


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.span.start, claim.expression_span.start if claim.expression_span else -1, claim.id


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


def event_row(event: Event) -> Row:
    """Return the row of an event."""
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
