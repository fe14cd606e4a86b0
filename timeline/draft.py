"""What a build found before it is in tables, which are then made piece by piece: never held as a whole."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from timeline import __version__
from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, Chronology, Piece
from timeline.events.event import Event
from timeline.names.actor import Gazetteer
from timeline.shelf import Shelf
from timeline.tables import Row, actor_rows, event_row, frames, joined
from timeline.topic import Topic

T = TypeVar("T")
NO_TOPIC: Row = {"id": None, "title": {"id": None, "en": None}}


class Draft:
    """What was read and merged, let go bit by bit while `frames` makes its tables.

    topic, build, actors
        As a `Chronology` has them; the hash of `build` is that of the tables, so it is there when all are made.
    claims, events
        How many there are.
    """

    def __init__(
        self,
        shelf: Shelf,
        events: Sequence[Event],
        gazetteer: Gazetteer,
        topic: Topic | None,
        *,
        claims: int,
        refused: int,
    ) -> None:
        self.topic = {"id": topic.id, "title": dict(topic.title)} if topic else NO_TOPIC
        self.actors = actor_rows(events, gazetteer)
        self.build: Row = {"version": __version__, "articles": len(shelf), "refused": refused, "hash": ""}
        self.claims, self.events = claims, len(events)
        self._shelf, self._events = shelf, list(reversed(events))

    def frames(self) -> Iterator[Piece]:
        """Yield the tables piece by piece, each with its name; once, since nothing is kept of what is out."""
        digest = hashlib.sha256()
        for name, frame in self._frames():
            if len(frame):
                digest.update(frame.to_json(orient="records", force_ascii=False).encode())
            yield name, frame
        self.build["hash"] = digest.hexdigest()[:16]

    def chronology(self) -> Chronology:
        """Return it whole; nothing is left of the draft then."""
        pieces: dict[str, list[Piece]] = {}
        for piece in self.frames():
            pieces.setdefault(piece[0], []).append(piece)
        return Chronology(
            topic=self.topic,
            build=self.build,
            actors=self.actors,
            **{name: joined(frame for _, frame in some) for name, some in pieces.items()},
        )

    def _frames(self) -> Iterator[Piece]:
        for frame in frames(self._shelf.article_rows(), ARTICLE_COLUMNS):
            yield "articles", frame
        for frame in frames(self._shelf.claim_rows(), CLAIM_COLUMNS):
            yield "claims", frame
        for frame in frames(map(event_row, _let_go(self._events)), EVENT_COLUMNS):
            yield "events", frame


def _let_go(members: list[T]) -> Iterator[T]:
    """Yield the members of a list, the last first, emptying it: nobody else holds them then."""
    while members:
        yield members.pop()
