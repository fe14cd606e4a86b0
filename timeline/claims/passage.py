"""One sentence with what was found in it: clauses, triggers, who is named, who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.article import Span
from timeline.dates.timex import Timex
from timeline.language.act import Trigger
from timeline.language.clause import Clause, index_at
from timeline.language.marker import RESUMED
from timeline.language.source import Attribution
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention

# How long before its article a day lies that is news.
NEWS = timedelta(days=7)
QUOTES = frozenset('“”"')


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with everything that was found in it.

    gazetteer
        With the people whom the article introduces.
    written
        The last day on which the article may have been written; None where nothing tells.
    """

    text: str
    span: Span
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    triggers: tuple[Trigger, ...]
    attribution: Attribution | None
    gazetteer: Gazetteer
    written: date | None = None
    is_headline: bool = False

    def is_past(self, span: Span) -> bool:
        """Say whether the expression at `span` speaks of a time that was over when the article was written."""
        latest = self._latest(span)
        return latest is not None and self.written is not None and latest <= self.written

    def is_news(self, span: Span) -> bool:
        """Say whether the expression at `span` speaks of the days right before the article was written."""
        latest = self._latest(span)
        return latest is not None and self.written is not None and self.written - NEWS <= latest <= self.written

    def _latest(self, span: Span) -> date | None:
        return next((one.latest for one in self.timexes if one.span == span), None)

    def as_said(self, date: Span) -> "Passage":
        """Return what is said with `date` in it, without what is told behind the verb that names who says it.

        "Harga naik sejak 2019, kata X |dalam pertemuan dengan Y di Demak|." Where the speech goes on, all is kept.
        """
        said = self.attribution
        if said is None or said.verb is None or date.end > said.verb.start:
            return self
        if not QUOTES.isdisjoint(self.text[said.verb.end : self.span.end]):
            return self
        triggers = tuple(one for one in self.triggers if one.span.start <= said.verb.start)
        return replace(
            self, triggers=triggers, mentions=tuple(one for one in self.mentions if one.start < said.span.end)
        )

    @property
    def actors(self) -> list[Mention]:
        """Return where actors are named, not places."""
        return [one for one in self.mentions if one.as_ == "actor"]

    def index_at(self, position: int) -> int:
        """Return the index of the clause that holds `position`."""
        return index_at(self.clauses, position)

    def clause_at(self, position: int) -> Clause:
        """Return the clause that holds `position`."""
        return self.clauses[self.index_at(position)]

    def governor(self, index: int) -> int | None:
        """Return the clause that governs this one; what somebody says is governed by nothing but itself."""
        clause = self.clauses[self.whole(index)]
        return None if clause.kind == "complement" else clause.governor

    def whole(self, index: int) -> int:
        """Return the clause of which this is a part: the one that it resumes, else itself."""
        clause = self.clauses[index]
        return index if clause.kind != RESUMED or clause.governor is None else self.whole(clause.governor)

    def parts(self, index: int) -> list[Span]:
        """Return the spans of a clause: what comes before the clauses that stand inside it, and what resumes behind."""
        host = self.whole(index)
        return [one.span for number, one in enumerate(self.clauses) if self.whole(number) == host]

    def triggers_in(self, index: int) -> list[Trigger]:
        """Return the triggers of a clause."""
        spans = self.parts(index)
        return [one for one in self.triggers if any(span.covers(one.span) for span in spans)]

    def mentions_in(self, chain: Sequence[int]) -> list[Mention]:
        """Return who and what place is named in these clauses."""
        spans = [span for index in chain for span in self.parts(index)]
        return [one for one in self.mentions if any(span.covers(one.span) for span in spans)]

    def actors_in(self, chain: Sequence[int]) -> list[Mention]:
        """Return the actors that are named in these clauses."""
        return [one for one in self.mentions_in(chain) if one.as_ == "actor"]
