"""Who a pronoun, "both", "that state" or a post without a name speaks of, where one reading fits.

What an answer rests on is an unbroken run of sentences up to its own; an excerpt that keeps them reads the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.name import Name
from timeline.stance import Spoken, words_before
from timeline.wording import Wording

OMITTED = "[…]"  # how an excerpt marks sentences it leaves out
CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*")
PREDICATE = re.compile(r"(?:me|ber|ter|di)[a-z]{3,}")
NEAR = 2  # sentences looked back for one person or state
WIDE = 4  # for two
PAIR = 2


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who is meant, and the spans outside the sentence that this rests on."""

    ids: tuple[str, ...]
    rests_on: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """What can be looked back on from `start` in sentence `at`; `spoken` and `names` are by sentence."""

    text: str
    sentences: tuple[Span, ...]
    names: list[list[Name]]
    spoken: list[list[Spoken]]
    at: int
    start: int

    def steps(self, most: int) -> Iterator[int]:
        """Yield this sentence and up to `most` before it, nearest first; never across what an excerpt left out."""
        yield self.at
        for index in range(self.at - 1, max(-1, self.at - 1 - most), -1):
            if OMITTED in self.text[self.sentences[index].start : self.sentences[index + 1].start]:
                return
            yield index

    def rests(self, first: int, used: tuple[Spoken, ...]) -> tuple[Span, ...]:
        """Return the sentences from `first` to before this one, and what the names used rest on themselves."""
        spans = {self.sentences[index] for index in range(first, self.at)}
        spans.update(span for one in used for span in one.rests_on)
        return tuple(sorted(spans))


def find_antecedent(means: str, back: Back, gazetteer: Gazetteer, wording: Wording) -> Antecedent | None:
    """Return who a form that stands for names speaks of; None where no reading fits or several do."""
    if means == "person":
        return find_subject(back, wording)
    if means == "state":
        return find_state(back)
    if means == "states":
        return find_states(back)
    if means == "leaders":
        return find_leaders(back, gazetteer)
    return find_two(back, joined=means == "meeting")


def find_subject(back: Back, wording: Wording) -> Antecedent | None:
    """Return the one person who is the subject of the nearest sentence that speaks of any person."""
    for index in back.steps(NEAR):
        people = [one for one in back.spoken[index] if one.person and one.end <= back.start]
        strangers = unknown_people(back, index, wording)
        if not people and not strangers:
            continue
        chosen = subject_of(people, strangers, back, index, wording)
        if chosen is None or chosen.actor is None:
            return None
        return Antecedent((chosen.actor,), back.rests(index, (chosen,)))
    return None


def subject_of(
    people: list[Spoken], strangers: list[Spoken], back: Back, index: int, wording: Wording
) -> Spoken | None:
    """Return the subject among people and strangers of a sentence; None if there is none or two are joined."""
    lowest = back.sentences[index].start
    ordered = sorted(people + strangers, key=lambda one: one.start)
    subjects = []
    for one in ordered:
        led_by = words_before(back.text, lowest, one.start)
        if wording.words["speaking"].intersection(led_by[-1:]):
            return one
        if wording.words["oblique"].isdisjoint(led_by):
            subjects.append(one)
    if not subjects:
        return None
    after = next((one for one in ordered if one.start >= subjects[0].end), None)
    return None if after is not None and after.joined and after.actor != subjects[0].actor else subjects[0]


def unknown_people(back: Back, index: int, wording: Wording) -> list[Spoken]:
    """Return capitalised words of a sentence that may name somebody the gazetteer does not know."""
    sentence = back.sentences[index]
    end = min(sentence.end, back.start)
    found = []
    opening = True
    for match in CAPITALISED.finditer(back.text, sentence.start, end):
        word, was_opening, opening = match.group(), opening, False
        if not word[0].isupper() or word.isupper() or word.lower() in wording.words["common"]:
            continue
        if is_known(match.start(), match.end(), back.names[index]):
            continue
        if was_opening and not may_open(match, end, back.names[index], wording):
            continue
        found.append(Spoken(match.start(), match.end(), person=True))
    return found


def is_known(start: int, end: int, names: list[Name]) -> bool:
    """Say whether a known name covers any of the span."""
    return any(name.start < end and start < name.end for name in names)


def may_open(opening: re.Match[str], end: int, names: list[Name], wording: Wording) -> bool:
    """Say whether a capitalised word that opens a sentence may be a name: a predicate or a second name follows."""
    following = CAPITALISED.search(opening.string, opening.end(), end)
    if opening.group().lower() in wording.words["openers"] or following is None:
        return False
    if opening.string[opening.end() : following.start()].strip():
        return False
    after = following.group()
    if after[0].isupper():
        return not is_known(following.start(), following.end(), names)
    return after in wording.words["predicates"] or PREDICATE.fullmatch(after) is not None


def find_state(back: Back) -> Antecedent | None:
    """Return the one state of the nearest sentence that speaks of any."""
    for index in back.steps(NEAR):
        spoken = [one for one in back.spoken[index] if one.home and not one.person and one.end <= back.start]
        states = {one.home: one for one in spoken if one.home}
        if len(states) == 1:
            return Antecedent(tuple(states), back.rests(index, tuple(states.values())))
        if states:
            return None
    return None


def find_two(back: Back, *, joined: bool) -> Antecedent | None:
    """Return the two people, else the two states, spoken of last; if `joined`, states only as "Rusia dan Mongolia"."""
    people: dict[str, Spoken] = {}
    states: dict[str, Spoken] = {}
    for index in back.steps(WIDE):
        for one in back.spoken[index]:
            if one.actor is not None and one.end <= back.start and (one.person or one.actor == one.home):
                (people if one.person else states).setdefault(one.actor, one)
        if len(people) == PAIR and not more_than_homes(states, people):
            return settled(people, back, index)
        if not people and len(states) == PAIR:
            pair = set(states) in [set(found) for found in joined_pairs(back.spoken[index], back.text)]
            return settled(states, back, index) if pair or not joined else None
        if len(people) > 1 or len(states) > 1:
            return None
    return None


def more_than_homes(states: dict[str, Spoken], people: dict[str, Spoken]) -> bool:
    """Say whether two states are spoken of besides two people, so that either pair may be meant."""
    return len(states) == PAIR and not any(one.home in states for one in people.values())


def settled(found: dict[str, Spoken], back: Back, first: int) -> Antecedent:
    """Return those found as the antecedent, ids in order of the alphabet."""
    return Antecedent(tuple(sorted(found)), back.rests(first, tuple(found.values())))


def find_states(back: Back) -> Antecedent | None:
    """Return the two states spoken of last, by name or through their people; a joined pair goes before a third."""
    states: dict[str, Spoken] = {}
    hosts: dict[str, Spoken] = {}
    for index in back.steps(WIDE):
        spoken = [one for one in back.spoken[index] if one.home and one.end <= back.start]
        for one in spoken:
            only_there = one.place is not None and one.actor is None
            (hosts if only_there else states).setdefault(str(one.home), one)
        if len(states) == PAIR:
            return settled(states, back, index)
        if len(states) > PAIR:
            pairs = joined_pairs(spoken, back.text)
            return settled(pairs[0], back, index) if len(pairs) == 1 else None
        if len(states | hosts) == PAIR and states:
            return settled(states | hosts, back, index)
    return None


def joined_pairs(spoken: list[Spoken], text: str) -> list[dict[str, Spoken]]:
    """Return each different pair of states joined in a sentence ("Rusia dan Korea Utara"), longer lists left out."""
    pairs: dict[frozenset[str], dict[str, Spoken]] = {}
    listed = False
    for one, other in pairwise(spoken):
        goes_on, listed = listed, other.joined or text[one.end : other.start].strip() == ","
        if other.joined and not goes_on and one.home and other.home and one.home != other.home:
            pairs[frozenset((one.home, other.home))] = {one.home: one, other.home: other}
    return list(pairs.values())


def find_leaders(back: Back, gazetteer: Gazetteer) -> Antecedent | None:
    """Return the leaders of the two states spoken of last, where both were named; else the two states."""
    states = find_states(back)
    if states is None:
        return None
    leaders: dict[str, Spoken] = {}
    for index in back.steps(WIDE):
        for one in reversed([one for one in back.spoken[index] if one.person and one.end <= back.start]):
            if one.home in states.ids and one.actor and leads(one.actor, one.home, gazetteer):
                leaders.setdefault(one.home, one)
        if len(leaders) == len(states.ids):
            people = {str(one.actor): one for one in leaders.values()}
            found = settled(people, back, index)
            return Antecedent(found.ids, tuple(sorted({*found.rests_on, *states.rests_on})))
    return states


def leads(person: str, state: str, gazetteer: Gazetteer) -> bool:
    """Say whether a person ever led a state."""
    return any(office.leads and office.of == state for office in gazetteer.actors[person].offices)


def find_holder(role: str, state: str, back: Back, gazetteer: Gazetteer) -> Antecedent | None:
    """Return the person named last who ever held the post ("presiden AS" after Trump); None if nobody near did."""
    holders = {person for person, _ in gazetteer.holders(role, state)}
    for index in back.steps(NEAR):
        for one in reversed(back.spoken[index]):
            if one.actor in holders and one.end <= back.start:
                return Antecedent((str(one.actor),), back.rests(index, (one,)))
    return None
