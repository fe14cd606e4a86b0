"""Entries of the gazetteer: who can act, under which names, for which state, in which office and when; and places."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

ActorKind = Literal["person", "state", "organisation", "medium"]


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """Return the id made from a name: lower-case ASCII words joined by hyphens.

    >>> slug("Kim Jong-un"), slug("Dewan Keamanan PBB"), slug("Türkiye")
    ('kim-jong-un', 'dewan-keamanan-pbb', 'turkiye')
    """
    plain = unicodedata.normalize("NFKD", name.lower())
    kept = "".join(
        char if char.isascii() and char.isalnum() else " " for char in plain if not unicodedata.combining(char)
    )
    return "-".join(kept.split())


@dataclass(frozen=True, slots=True)
class Office:
    """A post and the days it was held; both days inclusive, `until` None while it is held.

    role
        What the post is: one of the roles of ``data/actors.toml`` (``president``).
    of
        The state or organisation it is a post of.
    leads
        Whether who holds it is the leader of `of`.
    """

    title: tuple[tuple[str, str], ...]
    since: date
    until: date | None
    role: str = ""
    of: str | None = None
    leads: bool = False

    def held_on(self, day: date) -> bool:
        """Say whether it was held on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts.

    id
        Slug of the Indonesian name.
    name
        The name by language, `id` and `en`.
    of
        Id of the state it belongs to, or None.
    short
        Names that stand for it only once the full name is in the article ("Kim").
    since, until
        First and last day it can act: founded, dissolved; of a person `until` is the day of death. None: not bounded.
    succeeded_by
        Id of the state whose side its deeds count for (Uni Soviet: Rusia).
    building
        Whether its name is also the name of a house one can be in (Kremlin).
    invaded
        Ids of the states it invaded: "invasi X" alone is then by X, not of it.
    titled
        The title and name by which an article introduces somebody the data do not know; "" for everybody else.
    """

    id: str
    name: tuple[tuple[str, str], ...]
    kind: ActorKind
    of: str | None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    short: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    succeeded_by: str | None = None
    building: bool = False
    invaded: tuple[str, ...] = ()
    titled: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere things happen; its Indonesian name is its id.

    state
        Id of the state it lies in, or None (at sea, disputed).
    within
        Name of the larger place it is part of, or None.
    capital
        Whether it is the capital of `state`.
    government
        Whether its bare name stands for the government of `state` ("Pyongyang menolak").
    where
        The English preposition under which something happens there ("on", "at").
    exact
        Whether it is never meant where its name is misspelt: it is one of many small places with like names.
    """

    name: str
    en: str
    state: str | None
    within: str | None = None
    aliases: tuple[str, ...] = ()
    capital: bool = False
    government: bool = False
    exact: bool = False
    where: str = "in"
