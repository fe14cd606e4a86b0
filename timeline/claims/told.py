"""A word for a deed where it stands: what is in front of it and behind, and who and what is named there."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from timeline.article import Span
from timeline.language.act import Trigger
from timeline.language.conjunction import has_verb
from timeline.language.marker import relative_words
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention

# Characters behind a noun in which the verb is looked for that tells of it.
NOUN_REACH = 120


class Told(NamedTuple):
    """A trigger where it stands: in which sentence of which text, and who and what is named there."""

    text: str
    sentence: Span
    trigger: Trigger
    mentions: Sequence[Mention]
    gazetteer: Gazetteer

    @property
    def front(self) -> str:
        """What stands before the trigger, in small letters."""
        return self.text[self.sentence.start : self.trigger.span.start].lower()

    @property
    def subject(self) -> list[str]:
        """The words before a verb, from the last comma on, in small letters."""
        return self.front.rpartition(",")[2].split()

    @property
    def behind(self) -> str:
        """What stands behind the trigger."""
        return self.text[self.trigger.span.end : self.sentence.end]

    @property
    def named_behind(self) -> list[Mention]:
        """Who and what is named behind the trigger."""
        return [one for one in self.mentions if one.span.start >= self.trigger.span.end]

    @property
    def actors_before(self) -> list[Mention]:
        """Who is named before the trigger."""
        return [one for one in self.mentions if one.as_ == "actor" and one.span.end <= self.trigger.span.start]

    def up_to(self, named: Mention) -> str:
        """What stands between the trigger and a name behind it."""
        return self.text[self.trigger.span.end : named.span.start]

    def verb_behind(self, bare: frozenset[str], most: int) -> str | None:
        """Return the first verb in `most` words behind, or of the `bare` words, which look like none; or None."""
        words = [word.strip(",.") for word in self.behind[:NOUN_REACH].lower().split()[:most]]
        verbs = (word for at, word in enumerate(words) if word in bare or words[max(at - 1, 0)] not in relative_words())
        return next((word for word in verbs if has_verb(word) or word in bare), None)

    def up_to_verb(self) -> list[str]:
        """Return the words behind it before the next verb."""
        return list(takewhile(lambda word: not has_verb(word), self.behind[:NOUN_REACH].split()))
