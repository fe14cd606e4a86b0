"""The parts of an expression: what its words and figures hold, before any anchor says which day is meant."""

from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.dates.number import SOME, Number, either, number
from timeline.dates.rulebook import Lexicon, LexiconValue, lexicon
from timeline.dates.scanner import Match
from timeline.ruletable import rule_table

TEXTUAL = frozenset({"span", "again", "half"})
LAST_CENTURY_FROM = 40  # "tahun '65": the press has a past before dateparser's
UNITS = ("number", "number2", "number3")
REMEMBERED = 8192  # texts of groups; real ones repeat


class Parts(NamedTuple):
    """What an expression prints; None for what it does not. A trailing 2 is the end of a range.

    A tuple, for it has so many fields that a frozen dataclass takes longer to make than the text to match.

    weekday
        Monday 1 to Sunday 7.
    year
        In full: two digits are completed as dateparser does.
    part
        TIMEX3's part of the day: TMO, TAF, TEV, TNI.
    number, unit
        How many of which unit; `SOME` where the number is not told.
    shift, year_shift, week_shift, month_shift
        -1 the one before the article's own, 0 its own, 1 the next.
    away
        Days from a named day, "H-7".
    ago, sequence, pointer, deictic
        Direction counted in: from the article's day, from an earlier date of the text, to one just spoken of; days.
    """

    weekday: int | None = None
    weekday2: int | None = None
    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    year: int | None = None
    year2: int | None = None
    hour: int | None = None
    hour2: int | None = None
    minute: int | None = None
    minute2: int | None = None
    second: int | None = None
    half_to: int | None = None
    part: str | None = None
    zone: str | None = None
    mod: str | None = None
    approx: str | None = None
    number: Number | None = None
    number2: Number | None = None
    number3: Number | None = None
    unit: str | None = None
    unit3: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    week_shift: int | None = None
    month_shift: int | None = None
    ago: int | None = None
    sequence: int | None = None
    pointer: int | None = None
    deictic: int | None = None
    decade: int | None = None
    decade2: int | None = None
    century: int | None = None
    century2: int | None = None
    rank: int | None = None
    rank2: int | None = None
    part_of_year: int | None = None
    season: str | None = None
    holiday: str | None = None
    anniversary: int | None = None
    away: int | None = None
    reference: str | None = None
    joint: str | None = None

    @property
    def amount(self) -> Number | None:
        """Return how many units back (negative) or forth, from whatever it is counted from, or None."""
        direction = self.ago or self.sequence
        if direction is None:
            return None if self.shift is None else Fraction(self.shift)
        return self.number * direction if isinstance(self.number, Fraction) else self.number

    @property
    def week_offset(self) -> int | None:
        """Return which week from the article's own is meant: "minggu ini" 0, "Senin pekan depan" 1, else None."""
        return self.shift if self.unit == "week" else self.week_shift

    @property
    def is_range(self) -> bool:
        """Say whether it prints both a start and an end."""
        ends = {self.weekday2, self.day2, self.month2, self.year2, self.decade2, self.century2, self.rank2}
        return ends != {None} or self.joint is not None

    @property
    def is_bare_weekday(self) -> bool:
        """Say whether it prints a weekday and nothing that says of which week."""
        told = {self.day, self.shift, self.week_shift, self.deictic, self.ago}
        return self.weekday is not None and told == {None}

    @property
    def is_time(self) -> bool:
        """Say whether it tells a time within a day."""
        return self.hour is not None or self.part is not None


def parts_of(match: Match) -> Parts:
    """Return what the groups of `match` hold, with what its rule gives; of two that hold the same part, the first."""
    row: list[Any] = list(NOTHING)
    for name, value in match.rule.given:
        row[FIELD[name]] = value
    for group, text in match.groups.items():
        for name, told in _told(group, text):
            if row[FIELD[name]] is None:
                row[FIELD[name]] = told
    if half := match.groups.get("half"):  # "setahun setengah"
        row[FIELD["number"]] = 1 + Fraction(str(lexicon().value("fraction", half)))
    parts = Parts._make(row)
    return parts if parts.holiday is None or parts.year is None else _in_our_calendar(parts)


def _in_our_calendar(parts: Parts) -> Parts:
    """Return what tells the year of a feast with that of our calendar: "Imlek 2570" is of 2019, "Nyepi 1941" too."""
    named, told = rule_table("date-9-holiday.toml")["day"].get(parts.holiday, {}), parts.year or 0
    years, ours = named.get("years", {}), told + named.get("calendar", 0)
    return parts._replace(year=ours) if str(ours) in years and str(told) not in years else parts


NOTHING = Parts()
FIELD = {name: at for at, name in enumerate(Parts._fields)}


@lru_cache(maxsize=REMEMBERED)
def _told(group: str, text: str) -> tuple[tuple[str, Any], ...]:
    """Return the parts that a group of this name tells with this text, each with its name."""
    words, name = lexicon(), group.rstrip("_")
    if name == "joint":
        return (("joint", text.strip() or None),)
    if name in ("one", "some"):  # "sehari", "berhari-hari"
        return ("number", Fraction(1) if name == "one" else SOME), ("unit", words.value(name, text))
    if name == "part_today":
        deictic, part = _part_today(str(words.value(name, text)))
        return ("deictic", deictic), ("part", part)
    if name in TEXTUAL:
        return ()
    if name == "number" and (numbers := either(text, words)):
        return ("number", numbers[0]), ("number2", numbers[1])
    value = _value(name, text, words)
    if name == "half_to" and isinstance(value, int):  # "setengah tiga": half an hour to go
        return ("half_to", value), ("hour", value - 1 or 12), ("minute", 30)
    return (("decade" if name == "tens" else name, value),)


def _value(name: str, text: str, words: Lexicon) -> LexiconValue | Number | None:
    base = name.rstrip("23")
    if name in UNITS:
        return number(text, words)
    if name == "away":  # "- 7"
        return int("".join(text.split()))
    if text.isdigit():
        return _full_year(text) if base == "year" else int(text)
    if base == "year":
        return _full_year(text[1:])
    return words.value(base, text.rstrip(".") if base in ("month", "weekday") else text)


def _full_year(digits: str) -> int:
    if len(digits) != 2:  # noqa: PLR2004  two digits leave the century out
        return int(digits)
    since = min(LAST_CENTURY_FROM, rule_table("dateparser.toml")["last_century_from"])
    century = 1900 if int(digits) >= since else 2000
    return century + int(digits)


def _part_today(code: str) -> tuple[int, str]:
    """Return the day and the part of it that "-1TNI" writes."""
    day, part = code.split("T")
    return int(day), f"T{part}"
