"""Ways in which groups of claims turn out to be one event: near days, a counted meeting."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from timeline.claims.claim import MEETING, PAIR, Claim
from timeline.events.agreement import is_mutual, same_people, same_places, share_words, sides, told_alike
from timeline.events.group import Group
from timeline.language.act import act_named
from timeline.message import message
from timeline.names.actor import Gazetteer

# Days that two reports of one meeting may lie apart (a summit of two days, a report by local time).
NEAR = timedelta(days=2)
DAY, A_YEAR = timedelta(days=1), timedelta(days=366)
MEET, VISIT, SIGN = "meet", "visit", "sign"


def join_near(groups: list[Group], gazetteer: Gazetteer) -> list[Group]:
    """Join two groups that can be one occasion, though different articles put it a day or two apart.

    Only where each is the other's only match: a third one near by, and all stay apart.
    """
    single = [group for group in groups if group.period and group.period[0] == group.period[1] and _happens_once(group)]
    near: list[list[int]] = [[] for _ in single]
    for one, other in _near_pairs(single, gazetteer):
        near[one].append(other)
        near[other].append(one)
    gone = set()
    for number, matches in enumerate(near):
        if len(matches) == 1 and len(near[matches[0]]) == 1 and number < matches[0]:
            single[number].absorb(single[matches[0]], 0.6, message("event.near"))
            gone.add(single[matches[0]])
    return [group for group in groups if group not in gone]


def _near_pairs(single: Sequence[Group], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the numbers of groups (in order of their days) that can be one."""
    for number, one in enumerate(single):
        for later in range(number + 1, len(single)):
            if _first_day(single[later]) - _first_day(one) > NEAR:
                break
            if _is_near(one, single[later], gazetteer):
                yield number, later


def _first_day(group: Group) -> date:
    assert group.period is not None
    return group.period[0]


def _is_near(one: Group, other: Group, gazetteer: Gazetteer) -> bool:
    if {claim.article for claim in one.claims} & {claim.article for claim in other.claims}:
        return False
    if not (one.is_told_like(other) and _same_occasion(one, other)):
        return False
    mine, theirs = one.places(), other.places()
    told = bool(mine and theirs) or one.claims[0].act == SIGN or _is_done_once({one.claims[0].act})
    return told and (same_places(mine, theirs, gazetteer) or _is_next_door(one, other, gazetteer))


def _is_next_door(one: Group, other: Group, gazetteer: Gazetteer) -> bool:
    """Say whether two people met in two places of one region, a day apart: papers that differ on both tell of one
    meeting, for one who had told of two would name the second."""
    regions = [{gazetteer.region_of(place) for place in group.places()} - {None} for group in (one, other)]
    met = len(_people(one)) == PAIR and {claim.act for group in (one, other) for claim in group.claims} == {MEET}
    return met and _first_day(other) - _first_day(one) == DAY and not regions[0].isdisjoint(regions[1])


def _same_occasion(one: Group, other: Group) -> bool:
    """Say whether two groups tell of what hardly happens twice in three days: two people who meet, one who comes
    somewhere or dies, two states that sign something told in the same words or break off their ties."""
    groups, kinds = (one, other), {one.claims[0].type, other.claims[0].type}
    acts = {claim.act for group in groups for claim in group.claims}
    pair = one.parties[0].keys() == other.parties[0].keys() and len(one.parties[0]) == PAIR
    if acts == {SIGN}:
        return pair and any(share_words(a.gist, b.gist) for a in one.claims for b in other.claims)
    who = [_people(group) for group in groups]
    if _is_done_once(acts):
        return one.parties[0].keys() == other.parties[0].keys() and who[0] == who[1] and (pair or len(who[0]) == 1)
    if kinds != {MEETING} or not pair:
        return False
    came = acts == {VISIT} or (_first_day(other) - _first_day(one) == DAY and all(map(_tells_arrival, groups)))
    came = came and not who[0].isdisjoint(who[1]) and same_people(one.parties[0], other.parties[0])
    return came or (who[0] == who[1] and len(who[0]) == PAIR)


def _tells_arrival(group: Group) -> bool:
    """Say whether some claim tells that somebody came, who by night came on either of two days."""
    return any(claim.act == VISIT for claim in group.claims)


def _happens_once(group: Group) -> bool:
    """Say whether a group tells of what hardly happens twice in three days, at first sight."""
    first = group.claims[0]
    return first.type == MEETING or first.act == SIGN or _is_done_once({first.act})


def _is_done_once(acts: set[str | None]) -> bool:
    return len(acts) == 1 and all(act is not None and act_named(act).once for act in acts)


def _pair(group: Group) -> frozenset[str]:
    """Return the people who meet, where they are exactly two of two states."""
    people = _people(group)
    return people if len(people) == PAIR and len(group.parties[0]) == PAIR else frozenset()


def _people(group: Group) -> frozenset[str]:
    return frozenset().union(*(members for who in group.parties for members in who.values()))


def join_ordinals(groups: list[Group]) -> list[Group]:
    """Join what is told to be the same, counted meeting of the same two people, even under different dates.

    Two dates of one sentence are of two meetings.
    """
    known: dict[tuple[frozenset[str], int], Group] = {}
    kept = []
    for group in groups:
        pair = _pair(group) if group.claims[0].type == MEETING else frozenset()
        numbers = {claim.ordinal for claim in group.claims if claim.ordinal} if pair else set()
        earlier = next((known[pair, number] for number in sorted(numbers) if (pair, number) in known), None)
        if earlier and _can_be_one(earlier, group):
            earlier.absorb(group, 0.7, message("event.ordinal", number=min(numbers)))
        else:
            kept.append(group)
        for number in numbers:
            known.setdefault((pair, number), earlier or group)
    return kept


def _can_be_one(one: Group, other: Group) -> bool:
    """Say whether nothing keeps two groups apart that are told to be the same, counted meeting."""
    apart = one.quotes() & other.quotes() or _is_years_off(one, other)
    return not apart and one.is_told_like(other)


def _is_years_off(one: Group, other: Group) -> bool:
    """Say whether over a year lies between two groups: no papers differ so much on one meeting, each counts its own."""
    (_, ended), (first, _) = sorted(group.period or (date.min, date.max) for group in (one, other))
    return first - ended > A_YEAR


def join_undated(claims: Sequence[Claim], groups: Sequence[Group], gazetteer: Gazetteer) -> None:
    """Join each claim without a date to the one counted meeting of its people that it can be."""
    meetings = [group for group in groups if group.claims[0].type == MEETING]
    counted = [group for group in meetings if any(claim.ordinal for claim in group.claims)]
    for claim in claims:
        if claim.type != MEETING or claim.ordinal is None:
            continue
        who = sides(claim, gazetteer)
        fitting = [
            group
            for group in counted
            if any(_counts_alike(one, claim, gazetteer) for one in group.claims)
            and any(same_people(mine, who) for mine in group.parties)
            and all(told_alike(alike.one, claim) for alike in group.kinds())
            and _pair(group)
        ]
        if len(fitting) == 1:
            fitting[0].add(claim, who, 0.7, message("event.ordinal", number=claim.ordinal))


def _counts_alike(one: Claim, other: Claim, gazetteer: Gazetteer) -> bool:
    """Say whether two claims give the same number, at places that may be one.

    The first visit to a land is the first meeting only where that is told to have been there.
    """
    told = is_mutual(other) or bool(one.places)
    return told and one.ordinal == other.ordinal and same_places(one.places, other.places, gazetteer)
