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
    """Join what names one side alone to the one event of its day in which that side does the same with another.

    An attack on nobody told is one at a place that another paper names; of a deed of both sides somebody by name has to
    be in the same place, or the same article to tell with whom.
    """
    hosts: dict[str | None, Calendar] = defaultdict(Calendar)
    for group in groups:
        if group.period and len(group.parties[0]) > 1:
            hosts[group.claims[0].act].add(group)
    kept = []
    for group in groups:
        act = group.claims[0].act
        alike = hosts[act].within(group.period) if act and group.period and len(group.parties[0]) == 1 else []
        homes = [host for host in alike if _is_side_of(group, host, gazetteer)]
        if len(homes) == 1:
            homes[0].absorb(group, 0.7, message("event.other"))
        else:
            kept.append(group)
    return kept


def _is_side_of(lone: Group, host: Group, gazetteer: Gazetteer) -> bool:
    """Say whether a group of one side can tell, by the same deed, of that side's part in another."""
    mine, theirs = lone.claims[0], host.claims[0]
    if mine.deed is None:
        return False
    (side, members), *_ = lone.parties[0].items()
    alone = parties(theirs.actors, gazetteer).keys() == {side} and not lone.places()  # only its place names the other
    fought = mine.deed.type == FIGHT and bool(mine.doers) and mine.doers == theirs.doers and alone
    there = bool(members) and not lone.places().isdisjoint(host.places())
    shared = mine.deed.mutual and (there or any(one.article == mine.article for one in host.claims))
    return (
        (fought or shared)
        and side in host.parties[0]
        and _covered(members, side, host)
        and lone.is_told_like(host)
        and same_places(host.places(), lone.places(), gazetteer)
    )


def _covered(members: frozenset[str], state: str, host: Group) -> bool:
    named = frozenset().union(*(who[state] for who in host.parties if state in who))
    return members <= named or not named
