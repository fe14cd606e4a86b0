"""Who "both", "that state" or a post without a name speaks of: an answer only where one reading fits."""

from functools import lru_cache
from itertools import pairwise

from timeline.names.actor import Gazetteer
from timeline.names.antecedent import Antecedent, Back
from timeline.names.metonymy import Spoken
from timeline.names.post import POST, find_holder_named
from timeline.names.subject import NEXT, find_speaker, find_subject, unknown_people
from timeline.names.wording import mention_words

NEAR = 2  # sentences looked back for a state, or for whoever holds a post
WIDE = 4  # for two people or states
PAIR = 2
MOST_RESTS = 8  # sentences a reading may rest on, through others; a longer chain is no evidence


def find_antecedent(means: str, back: Back, gazetteer: Gazetteer, *, gone_to: bool = False) -> Antecedent | None:
    """Return who a form that stands for names speaks of; None where no reading fits, several do, or it is too far.

    gone_to
        Whether it is a state to which somebody goes: none of whoever the sentence names before is meant then.
    """
    found = _find_state(back, abroad=True) if means == "state" and gone_to else search(means, back, gazetteer)
    return found if found is not None and len(found.rests_on) <= MOST_RESTS else None


def search(means: str, back: Back, gazetteer: Gazetteer) -> Antecedent | None:
    """Return what `means` asks for."""
    if means == "person":
        return find_subject(back)
    if means == "speaker":
        return find_speaker(back)
    if means == POST:
        return find_holder_named(back)
    if means == "state":
        return _find_state(back)
    if means == "states":
        return _find_states(back)
    if means == "leaders":
        return _find_leaders(back, gazetteer)
    return _find_two(back, together=means in ("sides", "they"), most=NEXT if means == "they" else WIDE)


def _find_state(back: Back, *, abroad: bool = False) -> Antecedent | None:
    """Return the one state of the nearest sentence that speaks of any; `abroad`, none that travellers come from."""
    homes = {one.home for one in back.spoken[back.at] if one.person and one.end <= back.start} if abroad else set()
    for index in back.steps(NEAR):
        named = [one for one in back.spoken[index] if one.home and not one.person and one.end <= back.start]
        spoken = [one for one in named if one.home not in homes]
        if any(mention_words("oblique").issuperset(back.text[one.end : back.start].split()) for one in spoken):
            return None
        states = {one.home: one for one in spoken if one.home}
        if len(states) == 1:
            return Antecedent(tuple(states), back.rests(index, tuple(states.values())))
        if states:
            return None
    return None


def _find_two(back: Back, *, together: bool, most: int = WIDE) -> Antecedent | None:
    """Return the two people spoken of last, else two states joined there ("Rusia dan Mongolia").

    together
        Whether one sentence has to name both.
    most
        Sentences looked back.
    """
    people: dict[str, Spoken] = {}
    states: dict[str, Spoken] = {}
    for index in back.steps(most):
        spoken = [one for one in back.spoken[index] if one.actor is not None and one.end <= back.start]
        here = {str(one.actor): one for one in reversed(spoken) if one.person}
        here = _spoken_of_together(spoken) or here
        if not here and index < back.at and unknown_people(back, index):
            return None
        people = {**here, **people}
        states = {**{str(one.actor): one for one in reversed(spoken) if one.actor == one.home}, **states}
        if len(people) == PAIR and not _more_than_homes(states, people):
            return settled(people, back, index)
        if not people and len(states) == PAIR:
            pairs = [set(found) for found in _joined_pairs(back.spoken[index], back.text)]
            return settled(states, back, index) if set(states) in pairs else None
        if len(people) > 1 or len(states) > 1 or (people and together):
            return None
    return None


def _spoken_of_together(spoken: list[Spoken]) -> dict[str, Spoken]:
    """Return the two people for whom one word stands ("keduanya berjabat tangan, sementara Y menunggu"), if any do."""
    pairs = [
        (one, other) for one, other in pairwise(spoken) if one.person and other.person and one.start == other.start
    ]
    return {str(one.actor): one for one in pairs[0]} if len(pairs) == 1 else {}


def _more_than_homes(states: dict[str, Spoken], people: dict[str, Spoken]) -> bool:
    """Say whether two states are spoken of besides two people, so that either pair may be meant."""
    return len(states) == PAIR and not any(one.home in states for one in people.values())


def settled(found: dict[str, Spoken], back: Back, first: int) -> Antecedent:
    """Return those found as the antecedent, ids in order of the alphabet."""
    return Antecedent(tuple(sorted(found)), back.rests(first, tuple(found.values())))


def _find_states(back: Back) -> Antecedent | None:
    """Return the two states spoken of last, by name or through their people; a joined pair goes before a third.

    Two that only happen to be the last are not meant where the opening sentence, the headline, joins one of them with
    another.
    """
    states: dict[str, Spoken] = {}
    hosts: dict[str, Spoken] = {}
    for index in back.steps(WIDE):
        spoken = [one for one in back.spoken[index] if one.home and one.end <= back.start]
        for one in spoken:
            only_there = one.place is not None and one.actor is None
            (hosts if only_there else states).setdefault(str(one.home), one)
        pairs = _joined_pairs(spoken, back.text)
        if len(pairs) == 1:
            return settled(pairs[0], back, index)
        if len(states | hosts) > PAIR or len(pairs) > 1:
            return None
        if len(states | hosts) == PAIR and states:
            return None if index and _is_of_headline(states | hosts, back) else settled(states | hosts, back, index)
    return None


def _is_of_headline(states: dict[str, Spoken], back: Back) -> bool:
    """Say whether the opening sentence joins one of two states with a third."""
    pairs = [set(pair) for pair in _joined_pairs(back.spoken[0], back.text)]
    return len(pairs) == 1 and len(pairs[0].intersection(states)) == 1


def _joined_pairs(spoken: list[Spoken], text: str) -> list[dict[str, Spoken]]:
    """Return each different pair of states joined in a sentence ("Rusia dan Korea Utara"), longer lists left out."""
    pairs: dict[frozenset[str], dict[str, Spoken]] = {}
    listed = False
    for one, other in pairwise(spoken):
        alike = other.start == one.start  # both stand for one word, such as "kedua negara"
        goes_on, listed = listed, other.joined or text[one.end : other.start].strip() == ","
        if (alike or other.joined) and not goes_on and one.home and other.home and one.home != other.home:
            pairs[frozenset((one.home, other.home))] = {one.home: one, other.home: other}
    return list(pairs.values())


def _find_leaders(back: Back, gazetteer: Gazetteer) -> Antecedent | None:
    """Return the leaders of the two states spoken of last, where both were named; else the two states."""
    states = _find_states(back)
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


@lru_cache(maxsize=4096)
def _holders_of(gazetteer: Gazetteer, role: str, state: str) -> frozenset[str]:
    """Return who ever held a post, remembered."""
    return frozenset(person for person, _ in gazetteer.holders(role, state))


def find_holder(role: str, state: str, back: Back, gazetteer: Gazetteer) -> Antecedent | None:
    """Return the person named last who ever held the post ("presiden AS" after Trump); None if nobody near did."""
    holders = _holders_of(gazetteer.data, role, state)
    for index in back.steps(NEAR):
        for one in reversed(back.spoken[index]):
            if one.actor in holders and one.end <= back.start:
                return Antecedent((str(one.actor),), back.rests(index, (one,)))
    return None
