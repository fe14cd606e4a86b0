"""The parts of an expression: what its words and figures hold, before any anchor says which day is meant."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from timeline.number import SOME, Number, number
from timeline.rulebook import Lexicon, LexiconValue, lexicon, table
from timeline.scanner import Match

TEXTUAL = frozenset({"joint", "span", "again", "some", "one", "half"})
LAST_CENTURY_FROM = 40  # "tahun '65": the press has a past before dateparser's
UNITS = ("number", "number2", "number3")


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
    rank: int | None = None
    part_of_year: int | None = None
    season: str | None = None
    holiday: str | None = None
    anniversary: int | None = None
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
        ends = (self.weekday2, self.day2, self.month2, self.year2, self.decade2)
        return any(end is not None for end in ends)

    @property
    def is_time(self) -> bool:
        """Say whether it tells a time within a day."""
        return self.hour is not None or self.part is not None


def parts_of(match: Match) -> Parts:
    """Return what the groups of `match` hold, with what its rule gives."""
    words = lexicon()
    found: dict[str, Any] = dict(match.rule.given)
    for group, text in match.groups.items():
        name = group.rstrip("_")
        if name not in TEXTUAL:
            found.setdefault(name, _value(name, text, words))
    found |= _one_word(match.groups, words)
    if (half_to := found.get("half_to")) is not None:  # "setengah tiga": half an hour to go
        found |= {"hour": half_to - 1 or 12, "minute": 30}
    found.pop("part_today", None)
    if (today := match.groups.get("part_today")) is not None:
        found["deictic"], found["part"] = _part_today(str(words.value("part_today", today)))
    if match.groups.get("joint"):
        found["joint"] = match.groups["joint"].strip()
    tens = found.pop("tens", None)
    return Parts(**(found | {"decade": tens} if tens else found))


def _value(name: str, text: str, words: Lexicon) -> LexiconValue | Number | None:
    base = name.rstrip("23")
    if name in UNITS:
        return number(text, words)
    if text.isdigit():
        return _full_year(text) if base == "year" else int(text)
    if base == "year":
        return _full_year(text[1:])
    return words.value(base, text.rstrip(".") if base in ("month", "weekday") else text)


def _full_year(digits: str) -> int:
    if len(digits) != 2:  # noqa: PLR2004  two digits leave the century out
        return int(digits)
    century = 1900 if int(digits) >= min(LAST_CENTURY_FROM, table("dateparser.toml")["last_century_from"]) else 2000
    return century + int(digits)


def _one_word(groups: Mapping[str, str], words: Lexicon) -> dict[str, Any]:
    """Return number and unit of "sehari", "setahun setengah", "berhari-hari"."""
    if one := groups.get("one") or groups.get("one_"):
        extra = number(groups["half"], words) if "half" in groups else None
        return {"number": 1 + extra if isinstance(extra, Fraction) else Fraction(1), "unit": words.value("one", one)}
    if some := groups.get("some"):
        return {"number": SOME, "unit": words.value("some", some)}
    return {}


def _part_today(code: str) -> tuple[int, str]:
    """Return the day and the part of it that "-1TNI" writes."""
    day, part = code.split("T")
    return int(day), f"T{part}"
