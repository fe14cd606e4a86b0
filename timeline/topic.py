"""What a chronology is about: two sides, and which events between them are its core."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.entry import slug
from timeline.errors import DataError
from timeline.message import LANGUAGES
from timeline.names.actor import Gazetteer
from timeline.plover import TYPES
from timeline.toml import read_toml

KEYS = frozenset({"id", "title", "sides", "core_types", "since"})
SIDES = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """What the events of a chronology have to do with.

    sides
        Two groups of actor ids; a state stands for its people and organisations too.
    core_types
        Event types that may be core.
    since
        The first day the topic is about: what ends before it is not core.
    """

    id: str
    title: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    core_types: frozenset[str]
    since: date


def load_topic(path: Path, gazetteer: Gazetteer) -> Topic:
    """Return the topic a file describes; DataError names what is not right in it, or a side that nobody knows."""
    table = read_toml(path)
    if odd := sorted(set(table) ^ KEYS):
        fault = "topic_field.unknown" if odd[0] in table else "topic_field.missing"
        raise DataError(fault, file=str(path), place=odd[0], names=", ".join(sorted(KEYS)))
    return Topic(
        id=_id(path, table["id"]),
        title=_title(path, table["title"]),
        sides=_sides(path, table["sides"], gazetteer),
        core_types=_types(path, table["core_types"]),
        since=_since(path, table["since"]),
    )


def is_core(topic: Topic, kind: str, actors: Iterable[str], last: date | None, gazetteer: Gazetteer) -> bool:
    """Say whether an event of the type `kind`, whose last day is `last`, is what the topic is about.

    Both sides take part: people, organisations, and addressees among `actors` count for their state.
    """
    if kind not in topic.core_types or (last is not None and last < topic.since):
        return False
    taking_part = tuple(actors)
    return all(any(_takes_part(side, actor, gazetteer) for actor in taking_part) for side in topic.sides)


def _takes_part(side: tuple[str, ...], actor: str, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.covers(member, actor) for member in side)


def _id(path: Path, found: object) -> str:
    if not isinstance(found, str) or not found or slug(found) != found:
        raise DataError("topic_id.found", file=str(path), place="id", found=repr(found))
    return found


def _title(path: Path, found: object) -> tuple[tuple[str, str], ...]:
    if (
        not isinstance(found, dict)
        or set(found) != set(LANGUAGES)
        or not all(isinstance(one, str) for one in found.values())
    ):
        raise DataError("topic_title.found", file=str(path), place="title", found=repr(found))
    return tuple(found.items())


def _sides(path: Path, found: object, gazetteer: Gazetteer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(found, list) or len(found) != SIDES or not all(isinstance(side, list) and side for side in found):
        raise DataError("topic_sides.found", file=str(path), place="sides", found=repr(found))
    first, second = (tuple(str(actor) for actor in side) for side in found)
    if unknown := [actor for actor in (*first, *second) if actor not in gazetteer.actors]:
        raise gazetteer.unknown(unknown[0], file=str(path), place="sides")
    return first, second


def _types(path: Path, found: object) -> frozenset[str]:
    names = frozenset(map(str, found)) if isinstance(found, list) else frozenset()
    if not names or not names <= TYPES:
        odd = ", ".join(sorted(names - TYPES)) or repr(found)
        types = ", ".join(sorted(TYPES))
        raise DataError("topic_types.found", file=str(path), place="core_types", odd=odd, types=types)
    return names


def _since(path: Path, found: object) -> date:
    if type(found) is not date:
        raise DataError("topic_since.found", file=str(path), place="since", found=repr(found))
    return found
