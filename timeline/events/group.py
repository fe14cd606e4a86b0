"""Claims taken to be one event, with why they were joined; a group grows while claims are merged."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from timeline.claims.claim import PAIR, Claim
from timeline.edtf import Mod
from timeline.events.agreement import (
    done_alike,
    is_another,
    is_mutual,
    same_deed,
    same_people,
    same_places,
    tells_the_same,
    told_alike,
)
from timeline.message import Message
from timeline.names.actor import Gazetteer

# PLOVER's types for deeds of which one month sees many: attacks, and forces sent or tested.
REPEATED = frozenset(["ASSAULT", "MOBILIZE"])
Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class MergeReason:
    """Why claims were joined: a score from 0 to 1, the claims, and the reason in words."""

    score: float
    claims: tuple[str, ...]
    reason: Message


class Alike(NamedTuple):
    """Claims that differ at most in their words, dates and articles: one of them, their parties, all by article."""

    one: Claim
    parties: dict[str, frozenset[str]]
    told: dict[str, list[Claim]]


@dataclass(slots=True, eq=False)
class Group:
    """Claims taken to be one event, the finest first; grows while claims are joined."""

    claims: list[Claim]
    parties: list[dict[str, frozenset[str]]]
    period: Period | None
    reasons: list[MergeReason] = field(default_factory=list)
    _alike: dict[object, Alike] = field(default_factory=dict)
    _sorted: int = 0

    def takes(
        self, claim: Claim, who: dict[str, frozenset[str]], gazetteer: Gazetteer, article: str | None = None
    ) -> bool:
        """Say whether `claim` contradicts no claim of this group, or none of `article`, where that is given.

        The same people meet once a day: of them, another article may name another place. Where this group's own sources
        name two, one of them is enough.
        """
        here = any(set(alike.one.places) & set(claim.places) for alike in self.kinds())
        return all(
            told_alike(alike.one, claim)
            and same_people(alike.parties, who)
            and not any(is_another(one, claim) for one in alike.told.get(claim.article, ()))
            and (alike.one.type != claim.type or _same_deed(alike, claim, len(who), gazetteer, article))
            and (
                here
                or same_places(alike.one.places, claim.places, gazetteer)
                or (self._same_meeting(claim, who) and alike.parties == who)
            )
            for alike in self.kinds()
            if article is None or article in alike.told
        )

    def kinds(self) -> Iterable[Alike]:
        """Return the claims by all that agreement asks of them besides their words."""
        for number in range(self._sorted, len(self.claims)):
            one = self.claims[number]
            kind = one.modality, one.act, one.actors, one.doers, one.undergoers, one.places
            alike = self._alike.setdefault(kind, Alike(one, self.parties[number], {}))
            alike.told.setdefault(one.article, []).append(one)
        self._sorted = len(self.claims)
        return self._alike.values()

    def close(self) -> None:
        """Let go of what only comparing asks for, half of what a group holds: it grows no more."""
        self._alike, self._sorted = {}, 0

    def places(self) -> set[str]:
        """Return the places that any of the claims names."""
        return {place for claim in self.claims for place in claim.places}

    def quotes(self) -> set[tuple[str, str]]:
        """Return the sentences that the claims rest on, each with its article."""
        return {(claim.article, claim.quote) for claim in self.claims}

    def is_told_like(self, other: "Group") -> bool:
        """Say whether the modalities of all claims of both can be of one event."""
        return all(told_alike(a.one, b.one) for a in self.kinds() for b in other.kinds())

    def may_be_meant(self, claim: Claim, who: dict[str, frozenset[str]]) -> bool:
        """Say whether a coarser date may mean this group's: not where it tells another deed, of people unnamed here.

        That two leaders met in September is not told by one's arrival on the 12th. Of what is done again and again a
        month means a day that is not itself counted only where it names the same place or uses the same words.
        """
        counted = all(one.when is not None and one.when.mod == Mod.APPROX for one in self.claims)
        if claim.type in REPEATED and not counted and not any(tells_the_same(one, claim) for one in self.claims):
            return False
        named = frozenset().union(*(members for alike in self.kinds() for members in alike.parties.values()))
        people = frozenset().union(*who.values())
        return people <= named or any(alike.one.act == claim.act for alike in self.kinds())

    def _same_meeting(self, claim: Claim, who: dict[str, frozenset[str]]) -> bool:
        """Say whether `claim` tells, in another article, of named people who meet or sign on this group's one day."""
        when = claim.when
        if self.period is None or self.period[0] != self.period[1] or when is None:
            return False
        people = frozenset().union(*who.values())
        articles = {one.article for one in self.claims}
        day = (when.earliest, when.latest) == self.period
        return day and is_mutual(claim) and len(people) >= PAIR and claim.article not in articles

    def add(self, claim: Claim, who: dict[str, frozenset[str]], score: float, reason: Message) -> None:
        """Join `claim`, keeping why."""
        self.reasons.append(MergeReason(score, (self.claims[0].id, claim.id), reason))
        self.claims.append(claim)
        self.parties.append(who)

    def absorb(self, other: "Group", score: float, reason: Message) -> None:
        """Join all of another group."""
        self.reasons += [*other.reasons, MergeReason(score, (self.claims[0].id, other.claims[0].id), reason)]
        self.claims += other.claims
        self.parties += other.parties


def _same_deed(alike: Alike, claim: Claim, states: int, gazetteer: Gazetteer, article: str | None) -> bool:
    """Say whether `claim` can be of the deed of all these, or of those of `article`, whose words are asked only if
    they count."""
    if done_alike(alike.one, claim, states, gazetteer):
        return True
    told = chain.from_iterable(alike.told.values()) if article is None else alike.told[article]
    return all(same_deed(one, claim, states, gazetteer) for one in told)
