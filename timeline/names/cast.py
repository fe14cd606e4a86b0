"""Everybody an article names: who is known, whom it introduces, and what parts of their names stand for them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.bearer import Introduced
from timeline.names.introduction import introductions
from timeline.names.name import Form, Name, joins_word
from timeline.names.namesake import estranged, tell_namesakes_apart
from timeline.names.organisation import organisations
from timeline.names.repeated import Parts


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article by sentence, and the people it introduces by id, each where they were first.

    led
        Where the title begins, by where the name does that it leads up to.
    """

    names: list[list[Name]]
    people: Mapping[str, Introduced]
    led: Mapping[int, int]


def cast_of(text: str, sentences: Sequence[Span], names: Sequence[Sequence[Name]], gazetteer: Gazetteer) -> Cast:
    """Return who is named where, `names` being the known ones by sentence."""
    titled = _in_full(list(introductions(text, sentences, names, gazetteer)), names, text)
    people = _people_of(titled)
    listed = [list(some) for some in names]
    for one in titled:
        _seat(one, listed, sentences, text, gazetteer)
    tell_namesakes_apart(titled, listed, text)
    for some, sentence in zip(listed, sentences, strict=True):
        some[:] = [
            estranged(name, sentence, some, text, gazetteer) if name.form.kind == "person" else name for name in some
        ]
    for one in _organisations(text, sentences, listed):
        if one.actor is not None and one.actor.id not in gazetteer.actors:
            people.setdefault(one.actor.id, one)
    for person, one in people.items():
        if one.actor is not None and one.actor.kind == "organisation":
            _place_organisation(person, one, listed, sentences, text)
    led = {one.name.start: one.titled.start for one in titled if one.titled.start < one.name.start}
    Parts(text, sentences, listed, people).add()
    return Cast(listed, people, led)


def _in_full(titled: Sequence[Introduced], names: Sequence[Sequence[Name]], text: str) -> list[Introduced]:
    """Return the introductions without those by a part of a name that the article has in full."""
    known = (name for some in names for name in some if name.form.kind == "person")
    full = [frozenset(text[name.start : name.end].split()) for name in known] + [one.words for one in titled]
    return [one for one in titled if one.actor is None or not any(one.words < other for other in full)]


def _people_of(titled: Sequence[Introduced]) -> dict[str, Introduced]:
    """Return who is introduced, each where they were first, or first as somebody's who is known."""
    people: dict[str, Introduced] = {}
    for one in titled:
        if one.actor is not None:
            first = people.setdefault(one.actor.id, one)
            if first.actor and first.actor.of is None and one.actor.of is not None:
                people[one.actor.id] = one
    return people


def _organisations(text: str, sentences: Sequence[Span], names: Sequence[Sequence[Name]]) -> Iterator[Introduced]:
    """Yield the organisations that an article names with their short name in brackets."""
    for at, sentence in enumerate(sentences) if "(" in text else ():
        if text.find("(", sentence.start, sentence.end) >= 0:
            yield from organisations(text, sentence, names[at])


def _seat(one: Introduced, names: list[list[Name]], sentences: Sequence[Span], text: str, gazetteer: Gazetteer) -> None:
    """Put somebody's name in its sentence; the names that their title only holds stand for nobody there."""
    at = bisect_left(sentences, one.name.start, key=lambda span: span.end)
    kept = [
        name._replace(form=Form("other", name.form.ids)) if _is_held(name, one, text, gazetteer) else name
        for name in names[at]
        if one.actor is None or name.end <= one.name.start or name.start >= one.name.end
    ]
    if one.actor is not None:
        kept.append(Name(one.name.start, one.name.end, Form("person", (one.actor.id,))))
    names[at] = sorted(kept, key=lambda name: name.start)


def _place_organisation(
    organisation: str, one: Introduced, names: list[list[Name]], sentences: Sequence[Span], text: str
) -> None:
    """Put an organisation among the names wherever its full or its short name stands."""
    form = Form("organisation", (organisation,))
    written = [one.name.of(text), *(one.actor.aliases if one.actor else ())]
    ends = [sentence.end for sentence in sentences]
    for name in written:
        found: dict[int, list[Name]] = {}
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            at = bisect_left(ends, span.end)
            inside = at < len(ends) and sentences[at].start <= start and not joins_word(text, start, span.end)
            bracketed = text[start - 1 : start] == "(" and span.end < len(text) and text[span.end] == ")"
            if inside and not bracketed:
                found.setdefault(at, []).append(Name(span.start, span.end, form))
            start = text.find(name, span.end)
        for at, placed in found.items():
            names[at] = _with(names[at], placed)


def _with(names: Sequence[Name], placed: Sequence[Name]) -> list[Name]:
    """Return the names of a sentence with those of `placed`, which are in order; they stand for what they overlap."""
    starts = [name.start for name in placed]
    kept = [
        name for name in names if (before := bisect_left(starts, name.end)) == 0 or placed[before - 1].end <= name.start
    ]
    return sorted([*kept, *placed], key=lambda name: name.start)


def _is_held(name: Name, one: Introduced, text: str, gazetteer: Gazetteer) -> bool:
    """Say whether a name stands in a title; that of a state or body stays right before whoever acts for it."""
    if name.end <= one.titled.start or name.start >= one.titled.end or one.name.start <= name.start < one.name.end:
        return False
    owner = name.form.ids[0]
    touches = name.form.kind in ("state", "organisation", "building") and text[name.end : one.name.start].isspace()
    return not (touches and one.acts_for(owner, gazetteer))
