"""Other spellings of people's names: first names that the press writes in several ways, from one list of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from timeline.entry import Actor
from timeline.errors import DataError
from timeline.names.roster import Row

MOST = 16  # of one name: more are no spellings that anybody prints


def read_spellings(table: Row, file: str) -> Mapping[str, tuple[str, ...]]:
    """Return all spellings of a word by each of them; DataError where a row is no list, or a word stands in two."""
    found: dict[str, tuple[str, ...]] = {}
    rows = table.get("spellings", [])
    for row in rows if isinstance(rows, list) else [rows]:
        if not isinstance(row, list) or not all(isinstance(word, str) and word.strip() for word in row):
            raise DataError("spellings.found", file=file, place="spellings", row=repr(row))
        if twice := [word for word in row if word in found]:
            raise DataError("spelling.twice", file=file, place="spellings", word=repr(twice[0]))
        found |= dict.fromkeys(row, tuple(row))
    return found


def with_spellings(actor: Actor, spellings: Mapping[str, tuple[str, ...]]) -> Actor:
    """Return a person with every spelling of each name of more than one word."""
    if actor.kind != "person" or not spellings:
        return actor
    given = (actor.name[0][1], *actor.aliases)
    others = dict.fromkeys(other for name in given for other in _spelt(name, spellings))
    return replace(actor, aliases=(*actor.aliases, *(other for other in others if other not in given)))


def _spelt(name: str, spellings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    words = name.split()
    if len(words) == 1 or spellings.keys().isdisjoint(words):
        return
    for number, chosen in enumerate(product(*(spellings.get(word, (word,)) for word in words))):
        if number == MOST:
            return
        yield " ".join(chosen)
