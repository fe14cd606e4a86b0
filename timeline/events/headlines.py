"""Headlines without a date of their own: which event each tells of."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from timeline.claims.claim import PAIR, Claim
from timeline.events.agreement import is_definite, sides, told_alike
from timeline.events.blocks import blocks, fineness, join_block, meant
from timeline.events.calendar import Calendar
from timeline.events.group import Group
from timeline.events.reprint import retells
from timeline.language.act import SPEECH
from timeline.message import message
from timeline.names.actor import Gazetteer

# The part of a headline's words that tells of an event where the deed is the same.
HALF = 0.5
# How long before its article an event may lie that a headline tells, or after it one that it announces.
NEWS = timedelta(days=14)


def join_headlines(
    headlines: Sequence[Claim], groups: list[Group], gazetteer: Gazetteer
) -> tuple[list[Group], list[Claim]]:
    """Join each headline to the one event of its own article that it tells of, else to the one of its day.

    Returns the groups, new ones included, and the headlines without a period of their own that joined none.
    """
    left = _join_own(headlines, groups, gazetteer)
    dated = sorted((claim for claim in left if is_definite(claim)), key=fineness)
    fresh = [group for block in blocks(dated, gazetteer) for group in join_block(block, gazetteer)]
    groups = _join_fresh(fresh, groups, gazetteer)
    return groups, _join_awaited([claim for claim in left if not is_definite(claim)], groups, gazetteer)


def _join_own(headlines: Sequence[Claim], groups: Sequence[Group], gazetteer: Gazetteer) -> list[Claim]:
    """Join headlines to events of their own articles; return those that joined none."""
    left = []
    of_article: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for article in {claim.article for claim in group.claims}:
            of_article[article].append(group)
    for claim in headlines:
        who = sides(claim, gazetteer)
        told = _told(claim, who, of_article[claim.article], gazetteer)
        if told is not None:
            told.add(claim, who, 0.8, message("event.headline"))
        else:
            left.append(claim)
    return left


def _told(claim: Claim, who: dict[str, frozenset[str]], groups: Sequence[Group], gazetteer: Gazetteer) -> Group | None:
    """Return the one of an article's events that its headline tells of, or None."""
    alike = [
        group
        for group in groups
        if claim.act is not None
        and group.claims[0].type == claim.type
        and _is_news(claim, group)
        and group.takes(claim, who, gazetteer, claim.article)
    ]
    done = [group for group in alike if _is_told_so(claim, group)]
    found = next((some for some in (alike, done, meant(claim, who, done)) if len(some) == 1), [])
    found = found or [group for group in groups if _is_lead(claim, who, group)]
    return found[0] if len(found) == 1 else None


def _join_fresh(fresh: Sequence[Group], groups: list[Group], gazetteer: Gazetteer) -> list[Group]:
    """Return `groups` with those of headlines alone, each joined to the one event of its day that it fits."""
    calendars: dict[tuple[str, frozenset[str]], Calendar] = defaultdict(Calendar)
    for group in groups:
        if group.period:
            calendars[_kind(group)].add(group)
    for group in fresh:
        home = _only_home(group, calendars[_kind(group)], gazetteer)
        if home:
            home.absorb(group, 0.7, message("event.same_day"))
        else:
            groups.append(group)
            calendars[_kind(group)].add(group)
    return groups


def _join_awaited(headlines: Sequence[Claim], groups: Sequence[Group], gazetteer: Gazetteer) -> list[Claim]:
    """Join what a headline says will be to the one such event of the days to come; return headlines that join none."""
    calendars: dict[str | None, Calendar] = defaultdict(Calendar)
    for group in groups:
        for act in {one.act for one in group.claims} if group.period else ():
            calendars[act].add(group)
    left = []
    for claim in headlines:
        today = claim.when.earliest if claim.when and claim.act and claim.modality == "planned" else None
        coming = calendars[claim.act].within((today, today + NEWS)) if today else []
        who = sides(claim, gazetteer)
        fitting = [group for group in coming if group.takes(claim, who, gazetteer)]
        if len(fitting) == 1:
            fitting[0].add(claim, who, 0.7, message("event.awaited"))
        else:
            left.append(claim)
    return left


def _is_told_so(claim: Claim, group: Group) -> bool:
    """Say whether the headline's own article tells of the event as the headline does, as done or as planned."""
    return any(one.article == claim.article and one.modality == claim.modality for one in group.claims)


def _is_lead(claim: Claim, who: dict[str, frozenset[str]], group: Group) -> bool:
    """Say whether a sentence of a recent event in the same article says what the headline does, or half of it, where
    the deed is the same ("X Serang Y, Z Siap Membalas"), and of no other people of a state both speak of."""
    return _is_news(claim, group) and any(
        one.article == claim.article
        and all(people <= who.get(state, people) or who[state] <= people for state, people in parties.items())
        and one.expression is not None
        and (one.deed is None or one.deed.rank != SPEECH or one.type == claim.type)
        and told_alike(one, claim)
        and set(one.actors) & set(claim.actors)
        and (retells(claim.quote, one.quote) or (one.act == claim.act and retells(claim.quote, one.quote, HALF)))
        for one, parties in zip(group.claims, group.parties, strict=True)
    )


def _is_news(claim: Claim, group: Group) -> bool:
    """Say whether a group is recent enough for a headline: not long before the article, where its date is known."""
    if claim.when is None or claim.when.earliest is None or group.period is None:
        return claim.when is None or group.period is not None
    return group.period[1] >= claim.when.earliest - NEWS


def _kind(group: Group) -> tuple[str, frozenset[str]]:
    """Return the type and the states of a group: only what is alike in both can be one event."""
    return group.claims[0].type, frozenset(group.parties[0])


def _only_home(group: Group, calendar: Calendar, gazetteer: Gazetteer) -> Group | None:
    """Return the one group that all claims of `group` fit, or None."""
    assert group.period is not None
    fitting = (
        other
        for other in calendar.within(group.period)
        if all(
            other.takes(claim, who, gazetteer) and (other.period == group.period or other.may_be_meant(claim, who))
            for claim, who in zip(group.claims, group.parties, strict=True)
        )
    )
    found = list(islice(fitting, PAIR))
    return found[0] if len(found) == 1 else None
