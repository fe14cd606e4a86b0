"""Who and what place is named where in an article, pronouns and bare surnames included where one reading fits."""

from dataclasses import dataclass
from typing import Literal

from timeline.article import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an actor or a place is spoken of.

    id
        Actor id, or the place's name.
    as_
        ``actor`` or ``place``: "Pyongyang" after ke, di, dari is a place, else its government.
    rests_on
        Spans outside its own sentence that its reading needs (the full name before a bare "Kim").
    spelt
        What was printed, where a misspelt name was matched; else None.
    """

    span: Span
    id: str
    as_: Literal["actor", "place"]
    rests_on: tuple[Span, ...] = ()
    spelt: str | None = None
