"""Which claims are about the same event: blocks of one type and the same states, joined from the finest date on.

The outcome does not depend on the order in which claims come: within a block they are taken by length of period, then
by day, then by id. Where two events fit a coarser claim, it joins neither: in doubt two events stay apart.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

import pandas as pd

from timeline.act import SPEECH, act_named
from timeline.actor import Gazetteer
from timeline.agreement import contains, is_definite, parties, period, same_people, same_places, told_alike
from timeline.claim import MEETING, NO_TYPE, PAIR, Claim
from timeline.group import Group, Period
from timeline.message import Message, message

# Days that two reports of one meeting may lie apart (a summit of two days, a report by local time).
NEAR = timedelta(days=2)


def group_claims(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[Group]:
    """Return the groups of claims that are about the same event; a claim without a date that joins none is in none."""
    definite, loose, undated = _sorted(claims)
    groups = [group for block in _blocks(definite, gazetteer) for group in _join_block(block, gazetteer)]
    groups = _join_others(groups)
    groups = _join_ordinals(groups)
    for claim in undated:
        _join_undated(claim, parties(claim.actors, gazetteer), groups)
    alone = [Group([claim], [parties(claim.actors, gazetteer)], None) for claim in loose]
    return sorted([*groups, *alone], key=lambda group: min(claim.id for claim in group.claims))


def _sorted(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim], list[Claim]]:
    """Return the claims with a definite period (finest first), those with a loose one, and those without a date."""
    unique = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    definite = [claim for claim in unique if is_definite(claim)]
    loose = [claim for claim in unique if claim.when and not is_definite(claim)]
    undated = [claim for claim in unique if not claim.when]
    return sorted(definite, key=_fineness), loose, undated


def _fineness(claim: Claim) -> tuple[int, date, str]:
    assert claim.when is not None
    first, last = period(claim.when)
    return (last - first).days, first, claim.id


def _blocks(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[list[tuple[Claim, dict[str, frozenset[str]]]]]:
    """Yield claims of the same type (for OTHER: the same act) and the same states, each block finest first."""
    if not claims:
        return
    who = [parties(claim.actors, gazetteer) for claim in claims]
    table = pd.DataFrame(
        {
            "type": [
                claim.type if claim.type != NO_TYPE else f"{NO_TYPE} {claim.act or claim.quote}" for claim in claims
            ],
            "states": ["|".join(sorted(states)) for states in who],
        }
    )
    for _, rows in table.groupby(["type", "states"], sort=True).indices.items():
        yield [(claims[row], who[row]) for row in rows]


def _join_block(block: Sequence[tuple[Claim, dict[str, frozenset[str]]]], gazetteer: Gazetteer) -> list[Group]:
    groups: list[Group] = []
    starts: list[tuple[date, int]] = []  # first day and number of each group, sorted
    for claim, who in block:
        assert claim.when is not None
        own = period(claim.when)
        covered = starts[bisect_left(starts, (own[0], -1)) : bisect_left(starts, (own[1], len(groups)))]
        fitting = _fitting(claim, who, own, [groups[number] for _, number in covered], gazetteer)
        if len(fitting) == 1:
            fitting[0].add(claim, who, *_reason(claim, own, fitting[0]))
        else:
            insort(starts, (own[0], len(groups)))
            groups.append(Group([claim], [who], own))
    return _join_near(groups, gazetteer)


def _join_near(groups: list[Group], gazetteer: Gazetteer) -> list[Group]:
    """Join two meetings of the same people in the same place that different articles put a day or two apart.

    Only where each is the other's only match: a third one near by, and all stay apart.
    """
    meetings = [group for group in groups if group.period and group.period[0] == group.period[1] and _pair(group)]
    near: list[list[int]] = [[] for _ in meetings]
    for one, other in _near_pairs(meetings, gazetteer):
        near[one].append(other)
        near[other].append(one)
    gone = []
    for number, matches in enumerate(near):
        if len(matches) == 1 and len(near[matches[0]]) == 1 and number < matches[0]:
            meetings[number].absorb(meetings[matches[0]], 0.6, message("event.near"))
            gone.append(meetings[matches[0]])
    return [group for group in groups if group not in gone]


def _near_pairs(meetings: Sequence[Group], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the numbers of meetings (in order of their days) that can be one."""
    for number, one in enumerate(meetings):
        for later in range(number + 1, len(meetings)):
            if _first_day(meetings[later]) - _first_day(one) > NEAR:
                break
            if _is_near(one, meetings[later], gazetteer):
                yield number, later


def _first_day(group: Group) -> date:
    assert group.period is not None
    return group.period[0]


def _is_near(one: Group, other: Group, gazetteer: Gazetteer) -> bool:
    if one.claims[0].type != MEETING or _pair(one) != _pair(other):
        return False
    if {claim.article for claim in one.claims} & {claim.article for claim in other.claims}:
        return False
    mine, theirs = ({place for claim in group.claims for place in claim.places} for group in (one, other))
    alike = all(told_alike(a, b) for a in one.claims for b in other.claims)
    return bool(mine and theirs) and alike and same_places(mine, theirs, gazetteer)


def _fitting(
    claim: Claim, who: dict[str, frozenset[str]], own: Period, groups: Iterable[Group], gazetteer: Gazetteer
) -> list[Group]:
    """Return up to two groups that `claim` could join; the second is enough to know that it joins none."""
    fitting = (
        group for group in groups if group.period and contains(own, group.period) and group.takes(claim, who, gazetteer)
    )
    return list(islice(fitting, PAIR))


def _reason(claim: Claim, own: Period, group: Group) -> tuple[float, Message]:
    if own != group.period:
        return 0.8, message("event.within", expression=claim.expression or claim.quote, date=claim.when)
    return 1.0, message("event.same_day" if own[0] == own[1] else "event.same_span")


def _join_others(groups: list[Group]) -> list[Group]:
    """Join what has no type of its own to the one event of its day that covers all its actors."""
    days: dict[date, list[Group]] = {}
    for group in groups:
        if group.period and group.period[0] == group.period[1] and group.claims[0].type != NO_TYPE:
            days.setdefault(group.period[0], []).append(group)
    kept = []
    for group in groups:
        hosts = _hosts(group, days) if _is_untyped(group) else []
        if len(hosts) == 1:
            hosts[0].absorb(group, 0.7, message("event.other"))
        else:
            kept.append(group)
    return kept


def _is_untyped(group: Group) -> bool:
    """Say whether the group has no type; what somebody says is a deed of its own, not another's."""
    first = group.claims[0]
    return first.type == NO_TYPE and (first.act is None or act_named(first.act).rank != SPEECH)


def _hosts(group: Group, days: dict[date, list[Group]]) -> list[Group]:
    if not group.period or group.period[0] != group.period[1]:
        return []
    mine = {
        state: frozenset().union(*(who.get(state, frozenset()) for who in group.parties)) for state in group.parties[0]
    }
    return [
        host
        for host in days.get(group.period[0], [])
        if all(state in host.parties[0] for state in mine)
        and all(_covered(members, state, host) for state, members in mine.items())
        and told_alike(host.claims[0], group.claims[0])
    ]


def _covered(members: frozenset[str], state: str, host: Group) -> bool:
    named = frozenset().union(*(who[state] for who in host.parties if state in who))
    return members <= named or not named


def _pair(group: Group) -> frozenset[str]:
    """Return the people who meet, where they are exactly two of two states."""
    members = [frozenset().union(*(who.get(state, frozenset()) for who in group.parties)) for state in group.parties[0]]
    people = frozenset().union(*members)
    return people if len(people) == PAIR and len(members) == PAIR else frozenset()


def _join_ordinals(groups: list[Group]) -> list[Group]:
    """Join what is told to be the same, counted meeting of the same two people, even under different dates."""
    known: dict[tuple[frozenset[str], int], Group] = {}
    kept = []
    for group in groups:
        pair = _pair(group) if group.claims[0].type == MEETING else frozenset()
        numbers = {claim.ordinal for claim in group.claims if claim.ordinal} if pair else set()
        earlier = next((known[pair, number] for number in sorted(numbers) if (pair, number) in known), None)
        if earlier:
            earlier.absorb(group, 0.7, message("event.ordinal", number=min(numbers)))
        else:
            kept.append(group)
        for number in numbers:
            known.setdefault((pair, number), earlier or group)
    return kept


def _join_undated(claim: Claim, who: dict[str, frozenset[str]], groups: Sequence[Group]) -> None:
    """Join a claim without a date to the one counted meeting of its people that it can be."""
    if claim.type != MEETING or claim.ordinal is None:
        return
    fitting = [
        group
        for group in groups
        if group.claims[0].type == MEETING
        and any(one.ordinal == claim.ordinal for one in group.claims)
        and any(same_people(mine, who) for mine in group.parties)
        and _pair(group)
    ]
    if len(fitting) == 1:
        fitting[0].add(claim, who, 0.7, message("event.ordinal", number=claim.ordinal))
