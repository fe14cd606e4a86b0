"""Which person a bare surname stands for: the full name last before it, else the first one after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.name import Name
from timeline.stance import words_before
from timeline.wording import Wording

# A blank or hyphen and a capitalised word in small letters: the surname goes on as a name ("Lee Jai-chun").
NEXT_NAME = re.compile(r"[ \u00a0-]{1,2}[^\W\d_a-z][^\W\d_]*[a-z]")


@dataclass(frozen=True, slots=True)
class Called:
    """A full name or bare surname of a person, and the sentence it stands in."""

    name: Name
    sentence: Span


def find_person(text: str, bare: Name, called: Sequence[Called], wording: Wording) -> Called | None:
    """Return the full name a bare surname stands for; None where it is a stranger's.

    People named as somebody's kin, or as dead, stand back. Only what was named is asked, never how often, so that an
    excerpt that keeps the full name gives the same answer.
    """
    if goes_on(text, bare):
        return None
    fits = [one for one in called if one.name is not bare and could_be(text, one.name, bare)]
    earlier = [one for one in fits if one.name.start < bare.start]
    free = [one for one in earlier if one.name.form.kind == "short" or not in_passing(text, one, wording)]
    later = [one for one in fits if one.name.start > bare.start and one.name.form.kind == "person"]
    chosen = (free or earlier)[-1:] or later[:1]
    return chosen[0] if chosen and chosen[0].name.form.kind == "person" else None


def could_be(text: str, named: Name, bare: Name) -> bool:
    """Say whether `named` is a person of that surname, or a stranger of it ("Lee Jai-chun")."""
    if named.form.kind == "short":
        return named.form == bare.form and goes_on(text, named)
    return named.form.ids[0] in bare.form.ids


def goes_on(text: str, name: Name) -> bool:
    """Say whether a bare surname is only the start of a name the gazetteer does not know."""
    return NEXT_NAME.match(text, name.end) is not None


def in_passing(text: str, one: Called, wording: Wording) -> bool:
    """Say whether a full name is given as somebody's kin or of the dead."""
    words = words_before(text, one.sentence.start, one.name.start)
    return not wording.words["kin"].isdisjoint(words)
