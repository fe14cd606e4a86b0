"""What other sources say of the same events narrows when an article without a date of its own was published."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from timeline.claims.account import Account
from timeline.claims.claim import NO_TYPE, Claim
from timeline.dates.anchor import anchor_days
from timeline.dates.normaliser import read_timexes
from timeline.edtf import DateValue
from timeline.events.agreement import parties, same_people, same_places
from timeline.events.event import Event
from timeline.message import Message, message
from timeline.names.actor import Gazetteer
from timeline.names.mention import Called
from timeline.publication.published import Published, narrow

# How far from an event an article may lie that dates it by a relative expression: "Oktober lalu" is one for a year,
# counted from the last day of that month.
WINDOW = timedelta(days=400)
YEAR = re.compile(r"\d{4}")
Bounds = tuple[date | None, date | None]


def narrow_dates(accounts: Sequence[Account], events: Sequence[Event], gazetteer: Gazetteer) -> Mapping[str, Published]:
    """Return the new date of every article that other sources date more closely; article id to date.

    Only events that an article with a date of its own tells of can date another.
    """
    dated = {account.record.id for account in accounts if account.is_dated}
    known = _Known(
        [event for event in events if event.when.precision != "open" and not dated.isdisjoint(event.sources)], gazetteer
    )
    found = {}
    for account in accounts:
        if account.record.id in dated:
            continue
        floor = _newest_year(account)
        unread = not anchor_days(account.published.when)
        found_in = (_told(claim, known, without_day=unread) for claim in account.claims)
        told = [one for one in found_in if one and _bounds_it(one[0], floor)]
        published = narrow(account.published, [bounds for bounds, _ in told], dict.fromkeys(why for _, why in told))
        if published != account.published:
            found[account.record.id] = published
    return found


def _newest_year(account: Account) -> date | None:
    """Return the first day of the newest date, year printed, that an article tells of as past: it is no older."""
    days = (
        claim.when.earliest
        for claim in account.claims
        if claim.when and claim.modality == "occurred" and YEAR.search(claim.expression or "")
    )
    return max((day for day in days if day), default=None)


def _bounds_it(bounds: Bounds, floor: date | None) -> bool:
    """Say whether bounds say anything, and do not lie before what the article itself tells of as past."""
    contradicted = floor is not None and bounds[1] is not None and bounds[1] < floor
    return bounds != (None, None) and not contradicted


class _Known:
    """Events that can date an article, by the claims they rest on, and by type and states."""

    def __init__(self, events: Sequence[Event], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._by_claim: dict[str, list[Event]] = defaultdict(list)
        self._by_kind: dict[tuple[str, frozenset[str]], list[Event]] = defaultdict(list)
        for event in events:
            self._by_kind[event.type, frozenset(parties(event.actors, gazetteer))].append(event)
            for claim in event.claims:
                self._by_claim[claim].append(event)

    def meant_by(self, claim: Claim) -> Sequence[Event]:
        """Return the event that a claim is part of, else those that one without a date can mean: the only one with the
        very same people, or all that fit. Whose deed no table names can mean any of that party's."""
        meant = self._by_claim.get(claim.id, ())
        if meant or claim.when or not claim.expression or claim.type == NO_TYPE:
            return meant
        who = parties(claim.actors, self._gazetteer)
        alike = self._by_kind.get((claim.type, frozenset(who)), ())
        fitting = [event for event in alike if _can_mean(claim, event, self._gazetteer)]
        same = [event for event in fitting if parties(event.actors, self._gazetteer) == who]
        return same if len(same) == 1 else fitting


def _told(claim: Claim, known: _Known, *, without_day: bool) -> tuple[Bounds, Message] | None:
    """Return between which days an article with this claim was written, and why; None unless it can mean exactly one
    event that another article dates.

    without_day
        Whether the article was read without any day to count from: what a date means it then means on every day.
    """
    meant = known.meant_by(claim)
    if len(meant) != 1 or not set(meant[0].sources) - {claim.article}:
        return None
    event = meant[0]
    key = "dating.plan" if claim.modality == "planned" else "dating.source"
    relative = claim.expression is not None and not (without_day and claim.when)
    bounds = _days_that_fit(claim, event.when) if relative else _before_or_after(claim, event)
    return bounds, message(key, date=event.when, event=Called(event.label))


def _before_or_after(claim: Claim, event: Event) -> Bounds:
    return (None, event.when.latest) if claim.modality == "planned" else (event.when.earliest, None)


def _can_mean(claim: Claim, event: Event, gazetteer: Gazetteer) -> bool:
    """Say whether the people are those of an event of its type, and its place is named; what is told as done was."""
    return (
        (claim.modality != "occurred" or event.status == "occurred")
        and bool(claim.places and event.places)
        and same_places(claim.places, event.places, gazetteer)
        and same_people(parties(claim.actors, gazetteer), parties(event.actors, gazetteer))
    )


def _days_that_fit(claim: Claim, when: DateValue) -> Bounds:
    """Return the first and last day on which the claim's expression, read on that day, means `when`.

    None where it still means it on the last day looked at: a month with its year means the same for ever after.
    """
    if when.earliest is None or when.latest is None:
        return None, None
    planned = claim.modality == "planned"
    first, last = (when.earliest - WINDOW, when.latest) if planned else (when.earliest, when.latest + WINDOW)
    days = [day for day in DateValue.between(first, last).days() if _means(claim, day, when)]
    if not days:
        return None, None
    return (None if planned and days[0] == first else days[0]), (None if not planned and days[-1] == last else days[-1])


def _means(claim: Claim, day: date, when: DateValue) -> bool:
    """Say whether the claim's expression, read on that day, covers the event: no Sunday is a month's."""
    return any(
        timex.text == claim.expression and timex.when is not None and _covers(timex.when, when)
        for timex in read_timexes(claim.quote, DateValue.on(day))
    )


def _covers(read: DateValue, when: DateValue) -> bool:
    (first, last), (begun, ended) = read.sort_key, when.sort_key
    return first <= begun and ended <= last
