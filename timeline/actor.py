"""The gazetteer: who can act, under which names, for which state, in which office and when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ActorKind = Literal["person", "state", "organisation"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post and the days it was held; `until` None while it is held."""

    title: tuple[tuple[str, str], ...]
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts.

    id
        Slug of the Indonesian name.
    name
        The name by language, `id` and `en`.
    of
        Id of the state it belongs to, or None.
    """

    id: str
    name: tuple[tuple[str, str], ...]
    kind: ActorKind
    of: str | None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
