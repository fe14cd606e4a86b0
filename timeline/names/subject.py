"""Whom "dia" speaks of: the subject of the sentence or of the one before it, unless it may be a stranger."""

import re
from dataclasses import replace

from timeline.article import Span
from timeline.names.antecedent import LONGEST, Antecedent, Back
from timeline.names.metonymy import REACH, Spoken, words_before
from timeline.names.name import Name, covering
from timeline.names.wording import mention_words

CAPITALISED = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]*")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LETTER = re.compile(r"[^\W\d_]")
SHORTEST_STEM = 3
TITLE_COMMA = ", "
APPOSED = frozenset(",)")  # what closes a name that only says who a title is of
NEXT = 1  # sentences looked back
QUOTES = frozenset('“”"')
OPENING_OF = {"”": "“", '"': '"'}
CLOSING_REACH = 4  # characters between a quotation's end and the verb of saying
LONGEST_SPEECH = 3  # sentences of a quotation before its last


def find_subject(back: Back) -> Antecedent | None:
    """Return the one person who is the subject of the nearest sentence that speaks of any person."""
    said = mention_words("speaking").intersection(
        words_before(back.text, back.sentences[back.at].start, back.start)[-1:]
    )
    for index in back.steps(NEXT):
        if said and index == back.at:
            continue
        people = [one for one in back.spoken[index] if one.person and one.end <= back.start and _is_level(one, back)]
        strangers = unknown_people(back, index)
        if not people and not strangers:
            continue
        told_of = _subjects_told_of(people + strangers, back) if index == back.at else []
        if len(told_of) > 1:
            return None
        chosen = next(iter(told_of), None) or subject_of(people, strangers, back, index)
        if chosen is None or chosen.actor is None:
            return None
        return Antecedent((chosen.actor,), back.rests(index, (chosen,)))
    return None


def _subjects_told_of(named: list[Spoken], back: Back) -> list[Spoken]:
    """Return the subjects of what somebody says of others in a sentence ("X mengatakan |Y| pulang ketika dia …")."""
    first, *others = sorted(named, key=lambda one: one.start)
    said = next(
        (
            found.end()
            for found in WORD.finditer(back.text, first.end, back.start)
            if found.group().lower() in mention_words("telling")
        ),
        back.start,
    )
    lowest = back.sentences[back.at].start
    led = {one: _words_leading(back.text, lowest, one) for one in others if one.start >= said}
    told_of = [one for one, words in led.items() if mention_words("oblique").isdisjoint(words)]
    return [] if told_of and told_of[0].actor == first.actor else told_of  # "X mengatakan |dia| …"


def find_speaker(back: Back) -> Antecedent | None:
    """Return whom "katanya" after a quotation speaks of: the subject before where the quotation begins."""
    closing = back.text[max(0, back.start - CLOSING_REACH) : back.start]
    mark = next((char for char in reversed(closing) if char in OPENING_OF), None)
    if mark is None:
        return None
    end = back.text.rindex(mark, 0, back.start)
    opening = back.text.rfind(OPENING_OF[mark], max(0, end - LONGEST), end)
    at = next((index for index in back.steps(LONGEST_SPEECH) if back.sentences[index].start <= opening), None)
    if opening < 0 or at is None:
        return None
    found = find_subject(replace(back, at=at, start=opening))
    between = tuple(back.sentences[index] for index in range(at, back.at))
    return found and replace(found, rests_on=tuple(sorted({*found.rests_on, *between})))


def _is_level(one: Spoken, back: Back) -> bool:
    """Say whether a name stands inside a quotation if and only if the pronoun does; asked within one sentence only."""
    if one.start < back.sentences[back.at].start:
        return True
    return sum(char in QUOTES for char in back.text[one.end : back.start]) % 2 == 0


def subject_of(people: list[Spoken], strangers: list[Spoken], back: Back, index: int) -> Spoken | None:
    """Return the subject among people and strangers of a sentence; None if there is none or two are joined."""
    lowest = back.sentences[index].start
    ordered = sorted(people + strangers, key=lambda one: one.start)
    subjects = []
    for one in ordered:
        led_by = _words_leading(back.text, lowest, one)
        if mention_words("speaking").intersection(led_by[-1:]):
            return one
        if mention_words("oblique").isdisjoint(led_by):
            subjects.append(one)
    if not subjects:
        return None
    after = next((one for one in ordered if one.start >= subjects[0].end), None)
    return None if after is not None and after.joined and after.actor != subjects[0].actor else subjects[0]


def _words_leading(text: str, lowest: int, one: Spoken) -> tuple[str, ...]:
    """Return the words that lead up to a person, through the comma of a title ("kepada ketua itu, |Putin|, …").

    Where no comma closes it too, the name is the subject behind an opening ("Pada Mei, |Putin| menemui …").
    """
    apposed = text.startswith(TITLE_COMMA, one.start - len(TITLE_COMMA)) and text[one.end : one.end + 1] in APPOSED
    if not apposed:
        return words_before(text, lowest, one.start)
    title = text[max(lowest, one.start - REACH) : one.start - len(TITLE_COMMA)] + " "
    return words_before(title, 0, len(title))


def unknown_people(back: Back, index: int) -> list[Spoken]:
    """Return capitalised words of a sentence that may name somebody the gazetteer does not know."""
    sentence = back.sentences[index]
    end = min(sentence.end, back.start)
    opening = LETTER.search(back.text, sentence.start, end)
    return [
        Spoken(found.start(), found.end(), person=True)
        for found in CAPITALISED.finditer(back.text, sentence.start, end)
        if may_name(found.group())
        and covering(Span(*found.span()), back.names[index]) is None
        and (found.start() != (opening and opening.start()) or _may_open(found, end, back.names[index]))
    ]


def may_name(word: str) -> bool:
    """Say whether a capitalised word may be part of a name: no title, day or month, no abbreviation."""
    if word.isupper():
        return False
    return all(word.lower() not in mention_words(name) for name in ("common", "calendar"))


def _may_open(opening: re.Match[str], end: int, names: list[Name]) -> bool:
    """Say whether a capitalised word that opens a sentence may be a name: a predicate or a second name follows."""
    following = WORD.search(opening.string, opening.end(), end)
    if opening.group().lower() in mention_words("openers") or following is None:
        return False
    if opening.string[opening.end() : following.start()].strip():
        return False
    after = following.group()
    if after[0].isupper():
        return may_name(after) and covering(Span(*following.span()), names) is None
    return after in mention_words("predicates") or is_verb(after)


def is_verb(word: str) -> bool:
    """Say whether a word begins as verbs do, with something left to be a verb of."""
    return any(
        word.startswith(prefix) and len(word) >= len(prefix) + SHORTEST_STEM
        for prefix in mention_words("verb-prefixes")
    )
