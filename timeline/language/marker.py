"""The kinds of clauses, and the words that open them."""

from functools import cache
from typing import NamedTuple

from timeline.ruletable import rule_table

CONTRAST, ONLOOKERS, RELATIVE, RESUMED, SEQUEL = "contrast", "circumstance", "relative", "resumed", "sequel"
# Clauses that a length of time may lead up to.
FRONTED = frozenset(["subordinate", "simultaneous"])
# A marker of this kind opens a clause only where a sentence or its part begins.
ASIDES = frozenset([ONLOOKERS, SEQUEL])
# At the end of a marker that is written as one with the word after it ("|pasca|gempa").
PREFIXED = "-"


class Opening(NamedTuple):
    """Where a clause begins, and how; what resumes says where the clause `inner` began that stood in between."""

    start: int
    kind: str
    inner: int | None = None


class Marker(NamedTuple):
    """What a word opens, and where: `apart` only where a part of the sentence begins, never before `none_before`.

    A `preposition` opens nothing before a date.
    """

    kind: str
    preposition: bool
    none_before: frozenset[str]
    apart: bool


def relative_words() -> frozenset[str]:
    """Return the words that open a relative clause."""
    return marker_words(RELATIVE)


@cache
def marker_words(kind: str) -> frozenset[str]:
    """Return the words that open a clause of that kind."""
    return frozenset(word for word, marker in markers().items() if marker.kind == kind)


def marker_of(printed: str) -> Marker | None:
    """Return the marker of a word as it is printed, or of the prefix of one; None for a sign or a conjunction."""
    word = printed.lower()
    prefixes = (one for one in markers() if one.endswith(PREFIXED) and word.startswith(one.removesuffix(PREFIXED)))
    return markers().get(word) or markers().get(next(prefixes, ""))


@cache
def markers() -> dict[str, Marker]:
    """Return the marker of each word that opens a clause by itself, as the table writes the word."""
    return {
        word: Marker(
            row["kind"],
            row.get("preposition", False),
            frozenset(row.get("none_before", ())),
            apart=row["kind"] in ASIDES,
        )
        for row in rule_table("clause.toml")["marker"]
        for word in row["words"]
    }
