"""Claims taken to be one event, with why they were joined; a group grows while claims are merged."""

from dataclasses import dataclass, field
from datetime import date

from timeline.claims.claim import PAIR, Claim
from timeline.edtf import Mod
from timeline.events.agreement import (
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


@dataclass(slots=True, eq=False)
class Group:
    """Claims taken to be one event, the finest first; grows while claims are joined."""

    claims: list[Claim]
    parties: list[dict[str, frozenset[str]]]
    period: Period | None
    reasons: list[MergeReason] = field(default_factory=list)

    def takes(
        self, claim: Claim, who: dict[str, frozenset[str]], gazetteer: Gazetteer, article: str | None = None
    ) -> bool:
        """Say whether `claim` contradicts no claim of this group, or none of `article`, where that is given.

        The same people meet once a day: of them, another article may name another place. Where this group's own sources
        name two, one of them is enough.
        """
        here = any(set(one.places) & set(claim.places) for one in self.claims)
        return all(
            told_alike(one, claim)
            and same_people(mine, who)
            and not is_another(one, claim)
            and same_deed(one, claim, len(who), gazetteer)
            and (
                here
                or same_places(one.places, claim.places, gazetteer)
                or (self._same_meeting(claim, who) and mine == who)
            )
            for one, mine in zip(self.claims, self.parties, strict=True)
            if article in (None, one.article)
        )

    def may_be_meant(self, claim: Claim, who: dict[str, frozenset[str]]) -> bool:
        """Say whether a coarser date may mean this group's: not where it tells another deed, of people unnamed here.

        That two leaders met in September is not told by one's arrival on the 12th. Of what is done again and again a
        month means a day that is not itself counted only where it names the same place or uses the same words.
        """
        counted = all(one.when is not None and one.when.mod == Mod.APPROX for one in self.claims)
        if claim.type in REPEATED and not counted and not any(tells_the_same(one, claim) for one in self.claims):
            return False
        named = frozenset().union(*(members for mine in self.parties for members in mine.values()))
        people = frozenset().union(*who.values())
        return people <= named or any(one.act == claim.act for one in self.claims)

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
