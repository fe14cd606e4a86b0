"""Which claims are about the same event: blocks of one type and the same states, joined from the finest date on.

The outcome does not depend on the order in which claims come: within a block they are taken by length of period, then
by day, then by id. Where two events fit a coarser claim, it joins neither: in doubt two events stay apart.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from timeline.claims.claim import NO_TYPE, PAIR, Claim
from timeline.events.agreement import contains, is_definite, parties, period, told_alike, words_shared
from timeline.events.group import Group, Period
from timeline.events.joining import join_near, join_ordinals, join_others, join_undated
from timeline.events.reprint import retells
from timeline.language.act import AGREEMENT, SPEECH, act_named
from timeline.message import Message, message
from timeline.names.actor import Gazetteer

# A claim with its parties.
_Told = tuple[Claim, dict[str, frozenset[str]]]
# More groups than this, and a claim is too vague to be looked at closer.
MOST_CANDIDATES = 8
# How long before its article an event may lie that a headline tells.
NEWS = timedelta(days=14)


def group_claims(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[Group]:
    """Return the groups of claims that are about the same event; a claim without a date that joins none is in none."""
    definite, loose, undated, headlines = _sorted(claims)
    groups = [group for block in _blocks(definite, gazetteer) for group in _join_block(block, gazetteer)]
    groups = join_others(groups, gazetteer)
    groups = join_ordinals(groups)
    groups, left = _join_headlines(headlines, groups, gazetteer)
    loose += [claim for claim in left if claim.when and not is_definite(claim)]
    undated += [claim for claim in left if not claim.when]
    join_undated(undated, groups, gazetteer)
    alone = [Group([claim], [parties(claim.actors, gazetteer)], None) for claim in loose]
    return sorted([*groups, *alone], key=lambda group: min(claim.id for claim in group.claims))


def _sorted(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim], list[Claim], list[Claim]]:
    """Return the claims with a period of their own (finest first), those with a loose one, those without a date, and
    the headlines that name none."""
    unique = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    headlines = [claim for claim in unique if _is_bare_headline(claim)]
    rest = [claim for claim in unique if not _is_bare_headline(claim)]
    definite = sorted((claim for claim in rest if is_definite(claim)), key=_fineness)
    loose = [claim for claim in rest if claim.when and not is_definite(claim)]
    return definite, loose, [claim for claim in rest if not claim.when], headlines


def _is_bare_headline(claim: Claim) -> bool:
    return claim.is_headline and claim.expression is None


def _fineness(claim: Claim) -> tuple[int, date, str]:
    assert claim.when is not None
    first, last = period(claim.when)
    return (last - first).days, first, claim.id


def _blocks(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[list[_Told]]:
    """Return the claims of the same type (for OTHER: the same act) and the same states, each block finest first."""
    blocks: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for claim in claims:
        who = parties(claim.actors, gazetteer)
        kind = claim.type if claim.type != NO_TYPE else f"{NO_TYPE} {claim.act or claim.quote}"
        blocks[kind, "|".join(sorted(who))].append((claim, who))
    return (blocks[kind] for kind in sorted(blocks))


class _Calendar:
    """Groups with a period, by its first day."""

    def __init__(self) -> None:
        self._days: list[date] = []
        self._groups: list[Group] = []

    def add(self, group: Group) -> None:
        """Put a group in its place, after others of its first day."""
        assert group.period is not None
        at = bisect_right(self._days, group.period[0])
        self._days.insert(at, group.period[0])
        self._groups.insert(at, group)

    def within(self, own: Period) -> list[Group]:
        """Return the groups whose period lies within `own`, in order."""
        begun = self._groups[bisect_left(self._days, own[0]) : bisect_right(self._days, own[1])]
        return [group for group in begun if group.period and contains(own, group.period)]


def _join_block(block: Sequence[_Told], gazetteer: Gazetteer) -> list[Group]:
    """Return the groups of a block: days first, then near ones as one, so that a coarser claim finds them joined.

    What tells of two deeds of a day comes before what tells of one of them.
    """
    several = {claim.article for claim, _ in block if claim.another}
    days = sorted((one for one in block if _is_day(one[0])), key=lambda one: one[0].article not in several)
    groups = join_near(_join_claims(days, [], gazetteer), gazetteer)
    return _join_claims([one for one in block if not _is_day(one[0])], groups, gazetteer)


def _is_day(claim: Claim) -> bool:
    return claim.when is not None and claim.when.earliest == claim.when.latest


def _join_claims(told: Sequence[_Told], groups: Sequence[Group], gazetteer: Gazetteer) -> list[Group]:
    """Return `groups` and what is new, each claim joined to the one group that it fits."""
    joined = list(groups)
    calendar = _Calendar()
    for group in joined:
        calendar.add(group)
    for claim, who in told:
        assert claim.when is not None
        own = period(claim.when)
        near = (one for one in calendar.within(own) if one.period == own or one.may_be_meant(claim, who))
        fitting = _fitting(claim, who, near, gazetteer)
        if len(fitting) == 1:
            fitting[0].add(claim, who, *_reason(claim, own, fitting[0]))
        else:
            joined.append(Group([claim], [who], own))
            calendar.add(joined[-1])
    return joined


def _fitting(
    claim: Claim, who: dict[str, frozenset[str]], groups: Iterable[Group], gazetteer: Gazetteer
) -> list[Group]:
    """Return the group of `groups` that `claim` can join, or several between which it cannot tell."""
    found = list(islice((group for group in groups if group.takes(claim, who, gazetteer)), MOST_CANDIDATES))
    return found if len(found) == MOST_CANDIDATES else _meant(claim, who, found)


def _meant(claim: Claim, who: dict[str, frozenset[str]], fitting: list[Group]) -> list[Group]:
    """Return which of several groups that fit is meant: the only one of the same deed in the same named place, or with
    the same people named, or that was signed where the claim tells of signing; all of them where it cannot be told."""
    if len(fitting) < PAIR:
        return fitting
    scenes = [group for group in fitting if any(_same_scene(claim, one) for one in group.claims)]
    named = [group for group in fitting if any(who.values()) and who in group.parties]
    agreed = [
        group for group in fitting if claim.type == AGREEMENT and any(claim.act == one.act for one in group.claims)
    ]
    found = next((closer for closer in (scenes, named, agreed) if len(closer) == 1), fitting)
    return found if len({group.period for group in found}) > 1 else _nearest_in_words(claim, found)


def _nearest_in_words(claim: Claim, groups: list[Group]) -> list[Group]:
    """Return which of several groups of one period shares most words with the claim; all where several do."""
    alike = [max(words_shared(claim.gist, one.gist) for one in group.claims) for group in groups]
    return [group for group, count in zip(groups, alike, strict=True) if count == max(alike)]


def _same_scene(claim: Claim, other: Claim) -> bool:
    return claim.act == other.act and bool(set(claim.places) & set(other.places))


def _reason(claim: Claim, own: Period, group: Group) -> tuple[float, Message]:
    if own != group.period:
        return 0.8, message("event.within", expression=claim.expression or claim.quote, date=claim.when)
    return 1.0, message("event.same_day" if own[0] == own[1] else "event.same_span")


def _join_headlines(
    headlines: Sequence[Claim], groups: list[Group], gazetteer: Gazetteer
) -> tuple[list[Group], list[Claim]]:
    """Join each headline to the one event of its own article that it tells of, else to the one of its day.

    Returns the groups, new ones included, and the headlines without a period of their own that joined none.
    """
    left = []
    of_article: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for article in {claim.article for claim in group.claims}:
            of_article[article].append(group)
    for claim in headlines:
        who = parties(claim.actors, gazetteer)
        told = [
            group
            for group in of_article[claim.article]
            if claim.act is not None
            and group.claims[0].type == claim.type
            and _is_news(claim, group)
            and group.takes(claim, who, gazetteer, claim.article)
        ]
        done = [group for group in told if _is_told_so(claim, group)]
        told = next((found for found in (told, done, _meant(claim, who, done)) if len(found) == 1), [])
        told = told or [group for group in of_article[claim.article] if _is_lead(claim, group)]
        if len(told) == 1:
            told[0].add(claim, who, 0.8, message("event.headline"))
        else:
            left.append(claim)
    dated = sorted((claim for claim in left if is_definite(claim)), key=_fineness)
    fresh = [group for block in _blocks(dated, gazetteer) for group in _join_block(block, gazetteer)]
    calendars: dict[tuple[str, frozenset[str]], _Calendar] = defaultdict(_Calendar)
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
    return groups, [claim for claim in left if not is_definite(claim)]


def _is_told_so(claim: Claim, group: Group) -> bool:
    """Say whether the headline's own article tells of the event as the headline does, as done or as planned."""
    return any(one.article == claim.article and one.modality == claim.modality for one in group.claims)


def _is_lead(claim: Claim, group: Group) -> bool:
    """Say whether a sentence of a recent event in the same article says what the headline does."""
    return _is_news(claim, group) and any(
        one.article == claim.article
        and one.expression is not None
        and (one.act is None or act_named(one.act).rank != SPEECH or one.type == claim.type)
        and told_alike(one, claim)
        and set(one.actors) & set(claim.actors)
        and retells(claim.quote, one.quote)
        for one in group.claims
    )


def _is_news(claim: Claim, group: Group) -> bool:
    """Say whether a group is recent enough for a headline: not long before the article, where its date is known."""
    if claim.when is None or claim.when.earliest is None or group.period is None:
        return claim.when is None or group.period is not None
    return group.period[1] >= claim.when.earliest - NEWS


def _kind(group: Group) -> tuple[str, frozenset[str]]:
    """Return the type and the states of a group: only what is alike in both can be one event."""
    return group.claims[0].type, frozenset(group.parties[0])


def _only_home(group: Group, calendar: _Calendar, gazetteer: Gazetteer) -> Group | None:
    """Return the one group that all claims of `group` fit, or None."""
    assert group.period is not None
    fitting = (
        other
        for other in calendar.within(group.period)
        if all(other.takes(*pair, gazetteer) for pair in zip(group.claims, group.parties, strict=True))
    )
    found = list(islice(fitting, PAIR))
    return found[0] if len(found) == 1 else None
