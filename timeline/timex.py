"""Normaliser: which days an expression means, counted from its anchor; None where the words do not say."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.article import Span
from timeline.edtf import DateValue, Mod
from timeline.message import Message

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["event", "report"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression and its reading (TIMEX3, TimeML 1.2.1, with EDTF beside it).

    start, end
        Code points of the text, end exclusive; `text` is exactly that slice.
    value
        TIMEX3's value, or None where the words do not fix one.
    when
        The days it means; None for durations, sets, references, and where no date follows. A TIME has its day.
    role
        ``report`` where it dates who reported something, not what happened.
    rule
        The name of the rule that found it.
    reasons
        The steps of the reading, in order.
    repaired
        What was printed, where a misprint was mended; else None.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    when: DateValue | None
    role: Role
    rule: str
    reasons: tuple[Message, ...] = ()
    repaired: str | None = None

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)

    @property
    def edtf(self) -> str | None:
        """Return the date as EDTF text, or None."""
        return self.when.edtf if self.when else None

    @property
    def mod(self) -> Mod | None:
        """Return TIMEX3's mod, or None."""
        return self.when.mod if self.when else None

    @property
    def earliest(self) -> date | None:
        """Return the first day, inclusive; None where open or unknown."""
        return self.when.earliest if self.when else None

    @property
    def latest(self) -> date | None:
        """Return the last day, inclusive; None where open or unknown."""
        return self.when.latest if self.when else None
