"""What stands right beside an expression and settles its day or its year."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.dates.hit import Hit
from timeline.dates.surroundings import Surroundings
from timeline.edtf import DateValue

DATES = frozenset({"day", "weekday", "deictic"})
LONG_UNITS = frozenset({"month", "quarter", "half", "year", "decade", "century"})
TELLING_A_DAY = frozenset({"day", "sequence", "pointer"})


class Neighbours(NamedTuple):
    """The expressions of a text, by number; `read` returns what one of them means."""

    hits: tuple[Hit, ...]
    around: Surroundings
    read: Callable[[int], DateValue | None]

    def apposed(self, at: int) -> DateValue | None:
        """Return the date printed right behind what counts to it or points at it: "keesokan harinya, Rabu (4/5)".

        It is a day, but for years and months: "dua tahun kemudian, tepatnya pada tahun 1927".
        """
        hit = self.hits[at]
        following = self.hits[at + 1] if at + 1 < len(self.hits) else None
        if following is None:
            return None
        parts, unit = following.expression.parts, hit.expression.parts.unit
        is_long = unit in LONG_UNITS and following.expression.norm == unit and parts.year is not None
        if not is_long and following.expression.norm not in DATES:
            return None
        if unit in LONG_UNITS and parts.year is None and parts.weekday is None:
            return None  # "dua tahun kemudian, tepatnya 5 Mei": the count gives the day its year
        other = hit.expression.norm != "clock"  # what is told in another way, not the same hour elsewhere
        if not self.around.is_apposed(hit.end, following.start, other=other):
            return None
        when = self.read(at + 1)
        return when if when is not None and when.precision == (unit if is_long else "day") else None

    def follows_day(self, at: int) -> bool:
        """Say whether what tells a day stands right before it: "Sehari sebelumnya, |Rabu| malam"."""
        return at > 0 and self.hits[at - 1].expression.norm in TELLING_A_DAY and self._is_beside(at)

    def year_is_lost(self, at: int) -> bool:
        """Say whether its year was counted from a date that the text does not tell: "dua tahun kemudian, 5 Mei"."""
        counting = self.hits[at - 1].expression if at else None
        if counting is None or counting.norm != "sequence" or counting.parts.unit not in LONG_UNITS:
            return False
        return self._is_beside(at) and self.read(at - 1) is None

    def _is_beside(self, at: int) -> bool:
        return self.around.is_apposed(self.hits[at - 1].end, self.hits[at].start, other=True)
