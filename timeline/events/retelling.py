"""Groups by the words of their claims, for deeds that only the same words make one (sayings, what no table names)."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from timeline.claims.claim import Claim
from timeline.events.agreement import FEWEST_SHARED, RETOLD_OF_DAY, contains, telling_words
from timeline.events.group import Group, Period


class Retellings:
    """Groups with a period, found by what they tell: those that share half the words of the shorter with a claim.

    Whoever shares half of its words shares one of its rarer half. Only these are looked up, so that a claim is held
    against few groups, however many there are; what has too few words to tell is held against all.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        """`claims` are all that will be added or asked about: they tell which words are rare."""
        self._counts = Counter(word for claim in claims for word in telling_words(claim.quote))
        self._all: dict[Group, None] = {}
        self._terse: dict[Group, None] = {}
        self._by_word: dict[str, dict[Group, None]] = defaultdict(dict)
        self._by_rare_word: dict[str, dict[Group, None]] = defaultdict(dict)

    def add(self, group: Group) -> None:
        """Remember a group with its claims."""
        self._all[group] = None
        for claim in group.claims:
            self.grow(group, claim)

    def grow(self, group: Group, claim: Claim) -> None:
        """Remember that `claim` is one of `group` now."""
        words = telling_words(claim.quote)
        if len(words) < FEWEST_SHARED:
            self._terse[group] = None
        for word in words:
            self._by_word[word][group] = None
        for word in self._rarer(words):
            self._by_rare_word[word][group] = None

    def within(self, own: Period, claim: Claim) -> list[Group]:
        """Return the groups whose period lies within `own` and that can tell what `claim` does."""
        words = telling_words(claim.quote)
        found = dict(self._terse if len(words) >= FEWEST_SHARED else self._all)
        for word in words:
            found |= self._by_rare_word.get(word, {})
        for word in self._rarer(words):
            found |= self._by_word.get(word, {})
        return [group for group in found if group.period and contains(own, group.period)]

    def _rarer(self, words: frozenset[str]) -> list[str]:
        """Return so many of the rarest words that any half of all has one of them."""
        ranked = sorted(words, key=lambda word: (self._counts[word], word))
        return ranked[: len(words) - int(RETOLD_OF_DAY * len(words)) + 1]
