"""Blocks: claims of one type and the same states, joined from the finest date on.

Where two events fit a coarser claim, it joins neither: in doubt two events stay apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from timeline.claims.claim import NO_TYPE, PAIR, Claim
from timeline.events.agreement import hangs_on_words, period, sides, words_shared
from timeline.events.calendar import Calendar
from timeline.events.group import Group, Period
from timeline.events.joining import DAY, MEET, join_near
from timeline.events.retelling import Retellings
from timeline.language.act import AGREEMENT
from timeline.message import Message, message
from timeline.names.actor import Gazetteer

# A claim with its parties.
Told = tuple[Claim, dict[str, frozenset[str]]]
# Acts by which two people come together.
MEETINGS = frozenset([MEET, "host"])
# Fewer claims than this are compared with each other without looking for rare words first.
FEW = 32
# More groups than this, and a claim is too vague to be looked at closer.
MOST_CANDIDATES = 8


def blocks(claims: Sequence[Claim], gazetteer: Gazetteer) -> Iterator[list[Told]]:
    """Return the claims of the same kind and the same states, each block finest first."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for claim in claims:
        who = sides(claim, gazetteer)
        blocks[_kind(claim), "|".join(sorted(who))].append((claim, who))
    return (blocks[kind] for kind in sorted(blocks))


def _kind(claim: Claim) -> str:
    """Return the type; for what has none the deed, and where no word names one, the time it is told of."""
    if claim.type != NO_TYPE:
        return claim.type
    return f"{NO_TYPE} {claim.act or claim.when}"


def join_block(block: Sequence[Told], gazetteer: Gazetteer) -> list[Group]:
    """Return the groups of a block: days first, then near ones as one, so that a coarser claim finds them joined.

    What tells of two deeds of a day comes before what tells of one of them.
    """
    several = {claim.article for claim, _ in block if claim.another}
    days = sorted((one for one in block if _is_day(one[0])), key=lambda one: one[0].article not in several)
    groups = join_near(_join_claims(days, [], gazetteer), gazetteer)
    return _join_claims([one for one in block if not _is_day(one[0])], groups, gazetteer)


def fineness(claim: Claim) -> tuple[int, date, str]:
    """Return what sorts dated claims: the shortest period first, then by its first day and by id."""
    assert claim.when is not None
    first, last = period(claim.when)
    return (last - first).days, first, claim.id


def _is_day(claim: Claim) -> bool:
    return claim.when is not None and claim.when.earliest == claim.when.latest


def _join_claims(told: Sequence[Told], groups: Sequence[Group], gazetteer: Gazetteer) -> list[Group]:
    """Return `groups` and what is new, each claim joined to the one group that it fits."""
    joined = list(groups)
    known = _known(told, joined)
    for group in joined:
        known.add(group)
    for claim, who in told:
        assert claim.when is not None
        own = period(claim.when)
        near = (one for one in known.within(own, claim) if one.period == own or one.may_be_meant(claim, who))
        fitting = _fitting(claim, who, near, gazetteer)
        if len(fitting) == 1:
            fitting[0].add(claim, who, *_reason(claim, own, fitting[0]))
            known.grow(fitting[0], claim)
        else:
            joined.append(Group([claim], [who], own))
            known.add(joined[-1])
    return joined


def _known(told: Sequence[Told], groups: Sequence[Group]) -> Calendar | Retellings:
    """Return where to look for groups: by day, or by their words where only these tell that two claims are one."""
    claims = [*(claim for claim, _ in told), *(claim for group in groups for claim in group.claims)]
    return Retellings(claims) if len(claims) > FEW and all(map(hangs_on_words, claims)) else Calendar()


def _fitting(
    claim: Claim, who: dict[str, frozenset[str]], groups: Iterable[Group], gazetteer: Gazetteer
) -> list[Group]:
    """Return the group of `groups` that `claim` can join, or several between which it cannot tell."""
    found = list(islice((group for group in groups if group.takes(claim, who, gazetteer)), MOST_CANDIDATES))
    return found if len(found) == MOST_CANDIDATES else meant(claim, who, found)


def meant(claim: Claim, who: dict[str, frozenset[str]], fitting: list[Group]) -> list[Group]:
    """Return which of several groups that fit is meant: the only one of the same deed in the same named place, or with
    the same people named, or of the same deed at one time or in signing; all of them where it cannot be told."""
    if len(fitting) < PAIR:
        return fitting
    untold = any(_has_no_scene(claim, who, group) for group in fitting)
    scenes = [group for group in fitting if not untold and any(_same_scene(claim, one) for one in group.claims)]
    named = [group for group in fitting if any(who.values()) and who in group.parties]
    day = len({group.period for group in fitting}) == 1
    agreed = [
        group
        for group in fitting
        if (day or claim.type == AGREEMENT) and claim.act and any(claim.act == one.act for one in group.claims)
    ]
    occasion = _first_of_days(fitting)
    found = next((closer for closer in (scenes, named, agreed, occasion) if len(closer) == 1), fitting)
    return found if len({group.period for group in found}) > 1 else _nearest_in_words(claim, found)


def _first_of_days(groups: Sequence[Group]) -> list[Group]:
    """Return the first of meetings of the same two on days in a row ("mereka bertemu lagi pada Sabtu"), if they are."""
    ordered = sorted(groups, key=lambda group: group.period or (date.max, date.max))
    days = [group.period[0] for group in ordered if group.period and group.period[0] == group.period[1]]
    run = len(days) == len(ordered) and all(later - day == DAY for day, later in pairwise(days))
    alike = all(group.claims[0].act in MEETINGS and group.parties[0] == ordered[0].parties[0] for group in ordered)
    return ordered[:1] if run and alike and sum(map(len, ordered[0].parties[0].values())) == PAIR else []


def _nearest_in_words(claim: Claim, groups: list[Group]) -> list[Group]:
    """Return which of several groups of one period shares most words with the claim; all where several do."""
    alike = [max(words_shared(claim.gist, one.gist) for one in group.claims) for group in groups]
    return [group for group, count in zip(groups, alike, strict=True) if count == max(alike)]


def _same_scene(claim: Claim, other: Claim) -> bool:
    return claim.act == other.act and bool(set(claim.places) & set(other.places))


def _has_no_scene(claim: Claim, who: dict[str, frozenset[str]], group: Group) -> bool:
    """Say whether nobody tells where the same people did the same deed: it may have been in the same place."""
    same = who in group.parties and any(claim.act == one.act for one in group.claims)
    return same and not any(one.places for one in group.claims)


def _reason(claim: Claim, own: Period, group: Group) -> tuple[float, Message]:
    if own != group.period:
        return 0.8, message("event.within", expression=claim.expression or claim.quote, date=claim.when)
    return 1.0, message("event.same_day" if own[0] == own[1] else "event.same_span")
