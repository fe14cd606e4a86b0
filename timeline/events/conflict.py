"""What the sources of one event do not agree on, and what cannot be: kept side by side, never settled here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.claims.claim import Claim
from timeline.edtf import DateValue
from timeline.events.agreement import parties, same_people, same_places
from timeline.events.group import Group
from timeline.events.quantity import quantities
from timeline.names.actor import Gazetteer

Kind = Literal["date", "place", "number", "actor", "status"]
DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources do not agree on; each value with the claims that tell it, none for what the gazetteer knows."""

    kind: Kind
    values: tuple[tuple[str, tuple[str, ...]], ...]


def find_conflicts(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[Conflict, ...]:
    """Return the conflicts of dates, places, numbers and actors, in that order."""
    return (
        *_dates(claims),
        *_places(claims, gazetteer),
        *_numbers(claims),
        *_participants(claims, gazetteer),
        *_anachronisms(claims, gazetteer),
    )


def find_denials(groups: Sequence[Group], gazetteer: Gazetteer) -> dict[int, Conflict]:
    """Return, by number of the group, that what one tells of is denied by another: the same deed of the same people, on
    the same day, in places that agree. What is denied stays apart, and both say so."""
    told: dict[object, list[int]] = {}
    for number, group in enumerate(groups):
        first = group.claims[0]
        if first.act and group.period and group.period[0] == group.period[1]:
            told.setdefault((first.act, group.period, frozenset(group.parties[0])), []).append(number)
    return {
        number: Conflict("status", ((groups[done].claims[0].modality, _ids(groups[done])), (DENIED, _ids(groups[no]))))
        for numbers in told.values()
        for no in numbers
        for done in numbers
        if _contradicts(groups[no], groups[done], gazetteer)
        for number in (no, done)
    }


def _contradicts(denial: Group, told: Group, gazetteer: Gazetteer) -> bool:
    denied, done = denial.claims[0], told.claims[0]
    return (
        (denied.modality, done.modality) == (DENIED, "occurred")
        and same_people(denial.parties[0], told.parties[0])
        and same_places(denied.places, done.places, gazetteer)
    )


def _ids(group: Group) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in group.claims))


def _dates(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield the dates told, each without a day in common with some other; what prints none tells none, though it is
    placed on one."""
    told: dict[DateValue, list[str]] = {}
    for claim in claims:
        if claim.expression and claim.when and claim.when.earliest and claim.when.latest:
            told.setdefault(claim.when, []).append(claim.id)
    apart = [one for one in told if any(not one.overlaps(other) for other in told)]
    if apart:
        ordered = sorted(apart, key=lambda when: (when.sort_key, when.edtf))
        yield Conflict("date", tuple((when.edtf, tuple(sorted(told[when]))) for when in ordered))


def _places(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[Conflict]:
    """Yield the places told of which each lies apart from some other; what holds all of them contradicts none."""
    told: dict[str, list[str]] = {}
    placed = [claim for claim in claims if claim.places]
    for claim in placed:
        if any(not same_places(claim.places, other.places, gazetteer) for other in placed):
            told.setdefault(", ".join(claim.places), []).append(claim.id)
    if told:
        yield Conflict("place", _sorted(told))


def _numbers(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Yield each noun that two articles count differently."""
    told: dict[str, dict[str, list[Claim]]] = {}
    if len({claim.article for claim in claims}) == 1:
        return
    for claim in claims:
        for noun, count in quantities(claim.quote).items():
            told.setdefault(noun, {}).setdefault(f"{count:,f} {noun}".replace(",", "."), []).append(claim)
    for _, counts in sorted(told.items()):
        if len(counts) > 1 and len({claim.article for tellers in counts.values() for claim in tellers}) > 1:
            yield Conflict("number", _sorted({value: [one.id for one in tellers] for value, tellers in counts.items()}))


def _participants(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[Conflict]:
    """Yield the people of one state of whom two articles name others ("diteken Menteri A", "diteken Menteri B")."""
    if len({claim.article for claim in claims}) == 1:
        return
    named = [(claim, parties(claim.actors, gazetteer)) for claim in claims]
    for state in sorted({state for _, who in named for state in who}):
        told: dict[frozenset[str], list[str]] = {}
        for claim, who in named:
            if people := who.get(state):
                told.setdefault(people, []).append(claim.id)
        if any(not (one <= other or other <= one) for one in told for other in told):
            values = {", ".join(sorted(map(gazetteer.name, people))): ids for people, ids in told.items()}
            yield Conflict("actor", _sorted(values))


def _anachronisms(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[Conflict]:
    """Yield everybody who is told to act when they could not: before they were, or after they had died or dissolved."""
    told: dict[str, list[str]] = {}
    for claim in claims:
        if claim.when is None or claim.modality != "occurred":
            continue
        for actor in claim.actors:
            if not _could_act(actor, claim.when, gazetteer):
                told.setdefault(actor, []).append(claim.id)
    for actor, ids in sorted(told.items()):
        known = gazetteer.actors[actor]
        span = f"{known.since or '..'}/{known.until or '..'}"
        yield Conflict("actor", ((gazetteer.name(actor), tuple(sorted(ids))), (span, ())))


def _could_act(actor: str, when: DateValue, gazetteer: Gazetteer) -> bool:
    """Say whether somebody existed on some day of `when`."""
    known = gazetteer.actors[actor]
    first, last = when.sort_key
    return (known.since is None or known.since <= last) and (known.until is None or first <= known.until)


def _sorted(told: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((value, tuple(sorted(ids))) for value, ids in sorted(told.items()))
