"""Ways in which what tells little of an event is found to be told better elsewhere: of no type, of one side alone."""

from collections import defaultdict
from datetime import date

from timeline.claims.claim import NO_TYPE, PAIR
from timeline.events.agreement import FIGHT, parties, retold, same_places, told_alike
from timeline.events.calendar import Calendar
from timeline.events.group import Group
from timeline.language.act import SPEECH
from timeline.message import message
from timeline.names.actor import Gazetteer

OWNED_UP = "admit"


def join_others(groups: list[Group], gazetteer: Gazetteer) -> list[Group]:
    """Join what has no type of its own to the one event of its day, in no other place, that covers all its actors, of
    several to the one that a sentence tells with it; what only one party does only where it is told in the same words.
    """
    days: dict[date, list[Group]] = {}
    for group in groups:
        if group.period and group.period[0] == group.period[1] and group.claims[0].type != NO_TYPE:
            days.setdefault(group.period[0], []).append(group)
    kept = []
    for group in groups:
        hosts = _hosts(group, days, gazetteer) if _is_untyped(group) else []
        hosts = hosts if len(hosts) < PAIR else [host for host in hosts if host.quotes() & group.quotes()]
        if len(hosts) == 1:
            hosts[0].absorb(group, 0.7, message("event.other"))
        else:
            kept.append(group)
    return kept


def _is_untyped(group: Group) -> bool:
    """Say whether the group has no type; what somebody says or owns up to is a deed of its own, not another's."""
    first = group.claims[0]
    return first.type == NO_TYPE and (first.deed is None or first.deed.rank != SPEECH) and first.act != OWNED_UP


def _hosts(group: Group, days: dict[date, list[Group]], gazetteer: Gazetteer) -> list[Group]:
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
        and same_places(host.places(), group.places(), gazetteer)
        and (len(mine) >= PAIR or any(retold(a, b) for a in host.claims for b in group.claims))
    ]


def join_lone(groups: list[Group], gazetteer: Gazetteer) -> list[Group]:
    """Join what leaves a side out to the one event of its day in which the same was done with that side.

    An attack is one by who did it, where both name the place, or it names none and the other's place alone tells whom
    it struck. Of a deed of both sides that names one, somebody by name has to be in the same place, or the same article
    to tell with whom.
    """
    hosts: dict[str | None, Calendar] = defaultdict(Calendar)
    for group in groups:
        if group.period and len(group.parties[0]) > 1:
            hosts[group.claims[0].act].add(group)
    kept = []
    for group in groups:
        act = group.claims[0].act
        alike = hosts[act].within(group.period) if act and group.period else []
        homes = [host for host in alike if _is_side_of(group, host, gazetteer)]
        if len(homes) == 1:
            homes[0].absorb(group, 0.7, message("event.other"))
        else:
            kept.append(group)
    return kept


def _is_side_of(lone: Group, host: Group, gazetteer: Gazetteer) -> bool:
    """Say whether a group that names fewer sides can tell, by the same deed, of theirs in another."""
    mine, sides = lone.claims[0], lone.parties[0]
    if mine.deed is None or not sides.keys() < host.parties[0].keys():
        return False
    told = _is_same_attack(lone, host, gazetteer) if mine.deed.type == FIGHT else _is_same_meeting(lone, host)
    return (
        told
        and all(_covered(members, side, host) for side, members in sides.items())
        and lone.is_told_like(host)
        and same_places(host.places(), lone.places(), gazetteer)
    )


def _is_same_attack(one: Group, other: Group, gazetteer: Gazetteer) -> bool:
    mine, theirs = one.claims[0], other.claims[0]
    if not mine.doers or mine.doers != theirs.doers:
        return False
    if one.places():
        return not one.places().isdisjoint(other.places())
    return parties(theirs.actors, gazetteer).keys() == one.parties[0].keys()


def _is_same_meeting(one: Group, other: Group) -> bool:
    mine = one.claims[0]
    (members, *rest) = one.parties[0].values()
    if rest or mine.deed is None or not mine.deed.mutual:
        return False
    there = bool(members) and not one.places().isdisjoint(other.places())
    return there or any(claim.article == mine.article for claim in other.claims)


def _covered(members: frozenset[str], state: str, host: Group) -> bool:
    named = frozenset().union(*(who[state] for who in host.parties if state in who))
    return members <= named or not named
