"""Everybody an article names: those it introduces beside those who are known, and the parts of names that stand for them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.introduction import (
    FULL_NAME,
    LONGEST,
    Introduced,
    introductions,
    is_in_capitals,
    is_of_name,
    takes_name,
)
from timeline.name import Form, Name, joins_word

SHORTEST_PART = 3
LONGEST_WORD = 32  # letters
ENDS = ".,;:!?()[]“”\"'’…"
OPENS = frozenset('"“”‘(:.,;!?-–—')


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
    titled = list(introductions(text, sentences, names, gazetteer))
    people: dict[str, Introduced] = {}
    for one in titled:
        if one.actor is not None:
            first = people.get(one.actor.id)
            if first is None or (first.actor and first.actor.of is None and one.actor.of is not None):
                people[one.actor.id] = one
    listed = [list(some) for some in names]
    for one in titled:
        _seat(one, listed, sentences, text, gazetteer)
    led = {one.name.start: one.titled.start for one in titled if one.titled.start < one.name.start}
    return Cast(_with_parts(text, sentences, listed, people), people, led)


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


def _is_held(name: Name, one: Introduced, text: str, gazetteer: Gazetteer) -> bool:
    """Say whether a name stands in a title; that of the state or body which the bearer acts for, right before, stays."""
    if name.end <= one.titled.start or name.start >= one.titled.end or one.name.start <= name.start < one.name.end:
        return False
    owner = name.form.ids[0]
    touches = name.form.kind in ("state", "organisation", "building") and text[name.end : one.name.start].isspace()
    return not (touches and one.acts_for(owner, gazetteer))


def _with_parts(
    text: str, sentences: Sequence[Span], names: list[list[Name]], people: Mapping[str, Introduced]
) -> list[list[Name]]:
    """Return the names with what only repeats a part of a full name, or is a stranger's who shares one."""
    called = dict(_full_names(text, names, people))
    bearers: dict[str, list[str]] = {}
    for person, full in called.items():
        for word in full:
            bearers.setdefault(word, []).append(person)
    for word in bearers:
        for at, span in _occurrences(text, sentences, word):
            covering = _covering(span, names[at])
            if covering is None:
                run = _run(text, sentences[at], span, names[at], bearers)
                if run is not None:
                    names[at].append(Name(run.start, run.end, _form(text, run, word, called, bearers, people)))
                    names[at].sort(key=lambda name: name.start)
            elif covering.form.kind == "short" and (covering.start, covering.end) == (span.start, span.end):
                ids = tuple(dict.fromkeys([*covering.form.ids, *bearers[word]]))
                names[at][names[at].index(covering)] = covering._replace(form=Form("short", ids))
    return names


def _full_names(
    text: str, names: Sequence[Sequence[Name]], people: Mapping[str, Introduced]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the people named in full with the words of the longest name; who is introduced may have one of one word."""
    longest: dict[str, tuple[str, ...]] = {}
    for some in names:
        for name in some:
            if name.form.kind == "person":
                words = tuple(word for word in text[name.start : name.end].split() if is_of_name(word))
                fewest = 1 if name.form.ids[0] in people else FULL_NAME
                if len(words) >= fewest and len(words) > len(longest.get(name.form.ids[0], ())):
                    longest[name.form.ids[0]] = words
    yield from longest.items()


def _occurrences(text: str, sentences: Sequence[Span], word: str) -> Iterator[tuple[int, Span]]:
    """Yield where a word stands, with the number of its sentence."""
    start = text.find(word) if len(word) >= SHORTEST_PART else -1
    while start >= 0:
        end = start + len(word)
        at = bisect_left(sentences, end, key=lambda span: span.end)
        inside = at < len(sentences) and sentences[at].start <= start
        if inside and not joins_word(text, start, end) and sentences[at].end - sentences[at].start <= LONGEST:
            yield at, Span(start, end)
        start = text.find(word, end)


def _covering(span: Span, names: Sequence[Name]) -> Name | None:
    return next((name for name in names if name.start < span.end and span.start < name.end), None)


def _run(text: str, sentence: Span, span: Span, names: Sequence[Name], bearers: Mapping[str, list[str]]) -> Span | None:
    """Return the whole run of words of a name around one of them; None where they name no person ("PT Lestari").

    In a headline in capitals only words of names that are known count: others may be verbs.
    """
    capitals = is_in_capitals(text, sentence)
    start, end = span.start, span.end
    while (word := _word_after(text, end, sentence.end)) and (word in bearers or (not capitals and is_of_name(word))):
        if _covering(Span(end + 1, end + 1 + len(word)), names):
            break
        end += 1 + len(word)
    while word := _word_before(text, sentence.start, start):
        before = start - 1 - len(word)
        opens = before == sentence.start or text[before - 1] in OPENS or text[before - 2] in OPENS
        if takes_name(word):
            return None
        if word not in bearers and (capitals or opens or not is_of_name(word)):
            break
        if _covering(Span(before, start - 1), names):
            break
        start = before
    return Span(start, end)


def _word_after(text: str, end: int, limit: int) -> str:
    return (
        text[end + 1 : limit].split(maxsplit=1)[0].rstrip(ENDS)
        if text[end : end + 1] == " " and end + 1 < limit
        else ""
    )


def _word_before(text: str, lowest: int, start: int) -> str:
    return (
        text[max(lowest, start - LONGEST_WORD) : start].split()[-1] if start > lowest and text[start - 1] == " " else ""
    )


def _form(
    text: str,
    run: Span,
    word: str,
    called: Mapping[str, tuple[str, ...]],
    bearers: Mapping[str, list[str]],
    people: Mapping[str, Introduced],
) -> Form:
    """Return whom a run of words may stand for: one by their full name, those it is a part of, or a stranger."""
    words = text[run.start : run.end].split()
    meant = [person for person in bearers[word] if set(called[person]).issuperset(words)]
    full = next((person for person in meant if person in people and len(called[person]) == len(words)), None)
    if full is not None:
        return Form("person", (full,))
    return Form("short", tuple(meant)) if meant else Form("stranger", tuple(bearers[word]))
