"""Events: groups of claims, told as one, with what they agree and disagree on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from timeline.claims.claim import NO_TYPE, Claim
from timeline.edtf import DateValue, Mod
from timeline.events.agreement import VISIT, same_places
from timeline.events.conflict import Conflict, find_conflicts, find_denials
from timeline.events.group import Group, MergeReason
from timeline.events.label import event_id, event_label
from timeline.events.reprint import independent_sources
from timeline.names.actor import Gazetteer
from timeline.topic import Topic, is_core

# How an event is told, the firmest first: that it happened, or fell through, outweighs that it was planned.
STATUSES = ("occurred", "denied", "planned", "hypothetical")
SUFFIX_DIGITS = 4
# From so many articles on, whom one of them alone names is no part of the label.
SEVERAL = 3
# A day that is only about right ("empat bulan kemudian") is no finer than the month that another source prints.
A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor says of an event."""

    by: str
    on: str
    text: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or was said to: when, who, where, and the claims it rests on.

    aliases
        The ids its other claims would give, so that links made before a merge still resolve.
    when
        The date of its finest claim.
    sources, independent_sources
        Ids of the articles, sorted; how many there are when copies of one text count once.
    """

    id: str
    aliases: tuple[str, ...]
    when: DateValue
    type: str
    label: tuple[tuple[str, str], ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    status: str
    core: bool
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent_sources: int
    conflicts: tuple[Conflict, ...]
    merge_reasons: tuple[MergeReason, ...]
    notes: tuple[Note, ...] = ()


def events_of(groups: Sequence[Group], gazetteer: Gazetteer, topic: Topic | None) -> tuple[Event, ...]:
    """Return the events that `groups` of claims are, by day, then id; no id twice, none an alias of another.

    A group in which no claim has a date is no event: nothing says where on the timeline it stands.
    """
    dated = [group for group in groups if any(claim.when for claim in group.claims)]
    ids = _ids(dated)
    taken = set(ids)
    denials = find_denials(dated, gazetteer)
    events = [
        replace(event, conflicts=(*event.conflicts, denials[number])) if number in denials else event
        for number, event in enumerate(
            _event(group, own, taken, gazetteer, topic) for group, own in zip(dated, ids, strict=True)
        )
    ]
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id)))


def _event(group: Group, own_id: str, taken: set[str], gazetteer: Gazetteer, topic: Topic | None) -> Event:
    finest = _finest_claim(group.claims)
    assert finest.when is not None
    kind = _type(group.claims)
    named = _named(group.claims, gazetteer)
    status = min((claim.modality for claim in group.claims), key=STATUSES.index)
    teller = _teller(group.claims, kind, status, named)
    actors = tuple(sorted(named, key=lambda one: (one not in teller.actors, [*teller.actors, *named].index(one))))
    places = _places(group.claims, gazetteer)
    label = event_label(
        teller,
        [one for one in actors if one in _involved(teller, actors, gazetteer)],
        _seen(teller, group.claims, places, gazetteer),
        gazetteer,
    )
    return Event(
        id=own_id,
        aliases=tuple(sorted({event_id(claim) for claim in group.claims} - taken)),
        when=finest.when,
        type=kind,
        label=tuple(label.items()),
        actors=actors,
        places=places,
        status=status,
        core=topic is not None and is_core(topic, kind, actors, finest.when.latest, gazetteer),
        claims=tuple(claim.id for claim in sorted(group.claims, key=_rank)),
        sources=tuple(sorted({claim.article for claim in group.claims})),
        independent_sources=independent_sources(group.claims),
        conflicts=find_conflicts(group.claims, gazetteer),
        merge_reasons=tuple(sorted(group.reasons, key=lambda one: one.claims)),
    )


def _finest_claim(claims: Sequence[Claim]) -> Claim:
    """Return the claim that dates the event: the finest date that is printed, of these the one that most articles tell.

    A headline's day is that of its article: it dates only what no other claim does. What is told as done comes before
    what was planned, however often; of days told equally often that comes first whose place more articles name, then
    the smallest id.
    """
    if len(claims) == 1:
        return claims[0]  # most events
    ranked = sorted(claims, key=_rank)
    first = ranked[0]
    finest = [one for one in ranked if (_fineness(one), one.modality) == (_fineness(first), first.modality)]
    return max(finest, key=lambda claim: (_tellers(finest, claim.when), _placers(claims, claim.places)))


def _tellers(claims: Sequence[Claim], when: DateValue | None) -> int:
    """Return how many articles tell that date."""
    return len({claim.article for claim in claims if claim.when == when})


def _placers(claims: Sequence[Claim], places: Sequence[str]) -> int:
    """Return how many articles name one of the places."""
    return len({claim.article for claim in claims if not set(claim.places).isdisjoint(places)})


def _rank(claim: Claim) -> tuple[tuple[bool, bool, int, bool], int, str]:
    return _fineness(claim), STATUSES.index(claim.modality), claim.id


def _fineness(claim: Claim) -> tuple[bool, bool, int, bool]:
    when = claim.when
    closed = when is not None and when.earliest is not None and when.latest is not None
    days = (when.latest - when.earliest).days if closed and when and when.earliest and when.latest else 0
    if days == 0 and claim.expression and when is not None and when.mod == Mod.APPROX:
        days = A_MONTH
    vague = when is not None and when.mod is not None
    return not closed, claim.expression is None, days, vague


def _ids(groups: Sequence[Group]) -> list[str]:
    """Return an id for each group; where two would be alike, all but the first get a part of their claim's hash."""
    ids: dict[str, None] = {}
    for group in groups:
        ids[next(one for one in _possible_ids(_finest_claim(group.claims)) if one not in ids)] = None
    return list(ids)


def _possible_ids(claim: Claim) -> Iterator[str]:
    """Yield the ids a claim may give, plainest first: of one sentence in two articles the short hash is the same."""
    own, whole = event_id(claim), sha256(claim.id.encode()).hexdigest()
    yield own
    yield f"{own}-{claim.id[-SUFFIX_DIGITS:]}"
    yield from (f"{own}-{whole[:digits]}" for digits in range(SUFFIX_DIGITS, len(whole) + 1))


def _type(claims: Sequence[Claim]) -> str:
    """Return the type most claims tell; OTHER only where all do."""
    types = Counter(claim.type for claim in claims if claim.type != NO_TYPE)
    return min(types, key=lambda name: (-types[name], name)) if types else NO_TYPE


def _named(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return who takes part, the finest claim's first; a state gives way to its people."""
    named = tuple(dict.fromkeys(actor for claim in sorted(claims, key=_rank) for actor in claim.actors))
    return tuple(one for one in named if not any(gazetteer.covers(one, other) for other in named if other != one))


def _teller(claims: Sequence[Claim], kind: str, status: str, named: Sequence[str]) -> Claim:
    """Return the claim the label is made from: of the event's type, denied where the event is, naming most of those
    whom several articles name and nobody whom one alone does, in words that show who does it, the commonest deed, as
    the event is told and when it is.
    """
    agreed = _agreed(claims, named)
    telling = [claim for claim in claims if claim.type == kind]
    telling = [claim for claim in telling if not claim.alleged] or telling
    deeds = Counter(claim.act for claim in telling)
    when = _finest_claim(claims).when
    return min(
        telling,
        key=lambda claim: (
            (claim.modality == "denied") != (status == "denied"),
            -len(set(claim.actors) & agreed),
            len(set(claim.actors) & (set(named) - agreed)),
            not agreed.intersection(claim.actors) <= {*claim.doers, *claim.undergoers},
            claim.modality != status,
            -deeds[claim.act],
            not claim.places,
            claim.when != when,
            _rank(claim),
        ),
    )


def _agreed(claims: Sequence[Claim], named: Sequence[str]) -> set[str]:
    """Return those whom more than one article names; everybody where fewer than three articles tell it."""
    tellers = {one: len({claim.article for claim in claims if one in claim.actors}) for one in named}
    several = len({claim.article for claim in claims}) >= SEVERAL
    return {one for one, count in tellers.items() if count > 1} if several else set(named)


def _seen(teller: Claim, claims: Sequence[Claim], places: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the places a label may name: those that the claim it is made from does not contradict.

    Where a journey leads tell only those who tell of that journey.
    """
    told = {place for claim in claims if claim.act == teller.act for place in claim.places}
    return tuple(
        place
        for place in places
        if same_places([place], teller.places, gazetteer) and (place in told or teller.act != VISIT)
    )


def _involved(teller: Claim, actors: Sequence[str], gazetteer: Gazetteer) -> set[str]:
    """Return those of `actors` that the teller names, itself or through their state."""
    return {
        one for one in actors if one in teller.actors or any(gazetteer.covers(state, one) for state in teller.actors)
    }


def _places(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the places, the finest first: one that holds another comes after it."""
    named = sorted({place for claim in claims for place in claim.places})
    return tuple(sorted(named, key=lambda one: sum(gazetteer.lies_in(other, one) for other in named if other != one)))
