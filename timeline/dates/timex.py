"""A date expression of a text with its reading: TIMEX3, and EDTF beside it."""

from datetime import date
from typing import Any, Literal, NamedTuple

from timeline.article import Span
from timeline.dates.parts import Parts
from timeline.dates.reading import TimexType
from timeline.edtf import DateValue, Mod
from timeline.message import Message

Role = Literal["event", "report"]
NO_PARTS = Parts()


class Timex(NamedTuple):
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
    parts
        What its words and figures hold, before any anchor.
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
    parts: Parts = NO_PARTS

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


def timex_row(timex: Timex) -> dict[str, Any]:
    """Return the fields that `tag` prints, ready for JSON."""
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod.value if timex.mod else None,
        "edtf": timex.edtf,
        "earliest": timex.earliest.isoformat() if timex.earliest else None,
        "latest": timex.latest.isoformat() if timex.latest else None,
        "role": timex.role,
        "rule": timex.rule,
        "reasons": [reason.texts() for reason in timex.reasons],
        "repaired": timex.repaired,
    }
