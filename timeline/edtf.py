"""Dates at the precision their source gives: EDTF text with a TIMEX3 `mod`, their bounds, order and words.

EDTF is ISO 8601-2:2019 (levels 0 and 1 as far as news needs them, and unspecified digits of level 1);
`mod` is TIMEX3's attribute of that name (TimeML 1.2.1). Days are calendar days, inclusive at both ends.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from timeline.message import Language, message

MONTHS = 12
DECADE, CENTURY = 10, 100
OPEN = ".."  # in EDTF, the end of an interval that is not told


class Mod(StrEnum):
    """TIMEX3 `mod`: which part of the period, or which side of it, is meant."""

    START = "START"
    MID = "MID"
    END = "END"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    APPROX = "APPROX"


# Thirds of a period, first and last inclusive: days of a month, months of a year, years of a decade.
DAY_THIRDS = {Mod.START: (1, 10), Mod.MID: (11, 20), Mod.END: (21, 31)}
MONTH_THIRDS = {Mod.START: (1, 4), Mod.MID: (5, 8), Mod.END: (9, 12)}
YEAR_THIRDS = {Mod.START: (0, 3), Mod.MID: (4, 6), Mod.END: (7, 9)}


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date no finer than its source.

    edtf
        EDTF text: ``2024-06-05`` (day), ``2021-06`` (month), ``2021`` (year), ``198X`` (decade), ``18XX`` (century),
        ``a/b``, ``a/..``, ``../b``, or any of the first five with ``~`` (approximate).
    mod
        What narrows or loosens it (TIMEX3), or None.
    earliest, latest
        First and last calendar day the text covers, both inclusive; None where it is open.

    >>> DateValue.of(2021, 6)
    DateValue(edtf='2021-06', mod=None, earliest=datetime.date(2021, 6, 1), latest=datetime.date(2021, 6, 30))
    >>> DateValue.of(2019, 2, mod=Mod.END).earliest
    datetime.date(2019, 2, 21)
    """

    edtf: str
    mod: Mod | None
    earliest: date | None
    latest: date | None

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None, *, mod: Mod | None = None) -> "DateValue":
        """Return the day, month or year; ValueError where the calendar has no such day."""
        text = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
        return cls.parse(text, mod)

    @classmethod
    def on(cls, day: date) -> "DateValue":
        """Return a calendar day."""
        return cls.parse(day.isoformat())

    @classmethod
    def between(cls, first: date, last: date, *, mod: Mod | None = None) -> "DateValue":
        """Return the days from `first` to `last`, both inclusive; one day where they are the same."""
        if first == last:
            return cls(first.isoformat(), mod, first, last)
        return cls(f"{first.isoformat()}/{last.isoformat()}", mod, first, last)

    @classmethod
    def parse(cls, text: str, mod: Mod | None = None) -> "DateValue":
        """Return the date that EDTF `text` writes, narrowed by `mod`; ValueError names what is not understood."""
        return _parse(text, Mod(mod) if mod else None)

    def modified(self, mod: Mod | None) -> "DateValue":
        """Return the same date under another `mod`, its bounds counted anew."""
        return self.parse(self.edtf, mod)

    def approximate(self) -> "DateValue":
        """Return the same bounds, marked as approximate."""
        return replace(self, mod=Mod.APPROX)

    def to(self, other: "DateValue") -> "DateValue":
        """Return the interval from the start of this date to the end of `other`; ValueError if it runs backwards."""
        return self.parse(f"{self.edtf}/{other.edtf}")

    def since(self) -> "DateValue":
        """Return this date as the beginning of something that goes on."""
        return self.parse(f"{self.edtf}/{OPEN}", self.mod)

    def until(self) -> "DateValue":
        """Return this date as the end of something whose beginning is not told."""
        return self.parse(f"{OPEN}/{self.edtf}", self.mod)

    @property
    def precision(self) -> str:
        """Say how fine the date is: day, month, year, decade, century, span or open."""
        if "/" in self.edtf:
            return "open" if OPEN in self.edtf else "span"
        core = self.edtf.rstrip("~")
        if core.endswith("X"):
            return "century" if core.endswith("XX") else "decade"
        return {4: "year", 7: "month", 10: "day"}[len(core)]

    @property
    def sort_key(self) -> tuple[date, date]:
        """Return what orders dates: by first day, then by last; open ends lie outermost."""
        return self.earliest or date.min, self.latest or date.max

    def overlaps(self, other: "DateValue") -> bool:
        """Say whether some day belongs to both."""
        first, last = self.sort_key
        other_first, other_last = other.sort_key
        return first <= other_last and other_first <= last

    def days(self) -> Iterator[date]:
        """Yield each day of a closed interval."""
        if self.earliest is None or self.latest is None:
            raise ValueError(f"{self.edtf} has an open end: its days cannot be counted")
        for offset in range((self.latest - self.earliest).days + 1):
            yield self.earliest + timedelta(days=offset)

    def words(self, language: Language) -> str:
        """Return the date in words, such as "akhir Februari 2019"; months as babel writes them."""
        if self.precision == "open":
            first, last = self.edtf.split("/")
            told_end = self.parse(first if last == OPEN else last, self.mod).words(language)
            return message("edtf.since" if last == OPEN else "edtf.until", date=told_end).text(language)
        told = _words(self.edtf.rstrip("~"), language)
        mod = self.mod or (Mod.APPROX if self.edtf.endswith("~") else None)
        return message(f"edtf.{mod}", date=told).text(language) if mod else told


@lru_cache(maxsize=65_536)
def _parse(text: str, mod: Mod | None) -> DateValue:
    if "/" in text:
        first_text, last_text = text.split("/", 1)
        if "/" in last_text:
            raise ValueError(f"EDTF interval {text!r} has more than two ends")
        narrowed = mod if OPEN in (first_text, last_text) else None  # "sejak akhir 2016": of the end that is told
        earliest = None if first_text == OPEN else _parse(first_text, narrowed).earliest
        latest = None if last_text == OPEN else _parse(last_text, narrowed).latest
        if first_text == last_text == OPEN or (earliest and latest and earliest > latest):
            raise ValueError(f"EDTF interval {text!r} is empty: its first day must not lie after its last")
        return DateValue(text, mod, earliest, latest)
    core = text.rstrip("~")
    if re.fullmatch(r"[0-9]{3}X|[0-9]{2}XX", core):
        years = CENTURY if core.endswith("XX") else DECADE
        base = int(core.rstrip("X")) * years
        first, last = YEAR_THIRDS.get(mod, (0, 9)) if mod and years == DECADE else (0, years - 1)
        return DateValue(text, mod, date(max(base + first, 1), 1, 1), date(base + last, 12, 31))
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", core):
        raise ValueError(f"{text!r} is not an EDTF date of the kinds Linimasa uses (DateValue names them)")
    return _unit([int(part) for part in core.split("-")], text, mod)


def _unit(parts: list[int], text: str, mod: Mod | None) -> DateValue:
    if len(parts) == 3:  # noqa: PLR2004  year, month, day
        day = date(*parts)
        return DateValue(text, mod, day, day)
    if len(parts) == 2:  # noqa: PLR2004  year, month
        year, month = parts
        last_day = calendar.monthrange(year, month)[1]
        first, last = DAY_THIRDS.get(mod, (1, 31)) if mod else (1, 31)
        return DateValue(text, mod, date(year, month, first), date(year, month, min(last, last_day)))
    first, last = MONTH_THIRDS.get(mod, (1, MONTHS)) if mod else (1, MONTHS)
    return DateValue(text, mod, date(parts[0], first, 1), date(parts[0], last, calendar.monthrange(parts[0], last)[1]))


@lru_cache(maxsize=65_536)
def _words(text: str, language: Language) -> str:
    if "/" in text:
        first, last = text.split("/", 1)
        return _span_words(first, last, language)
    if text.endswith("XX"):
        return message("edtf.century", century=int(text[:2]) + 1).text(language)
    if text.endswith("X"):
        return message("edtf.decade", decade=f"{text[:3]}0").text(language)
    day = _parse(text, None).earliest
    assert day is not None
    if len(text) == len("YYYY"):
        return f"{day.year}"
    if len(text) == len("YYYY-MM"):
        return format_skeleton("yMMMM", day, locale=language)
    return format_date(day, "d MMMM y", locale=language)


def _span_words(first: str, last: str, language: Language) -> str:
    """Return both ends, without repeating the month and year they share."""
    if first[:4] == last[:4] and len(first) == len(last) > len("YYYY"):
        first_day = _parse(first, None).earliest
        short = "d" if first[:7] == last[:7] else ("MMMM" if len(first) == len("YYYY-MM") else "d MMMM")
        if first_day and not (len(first) == len("YYYY-MM") and first == last):
            told = format_date(first_day, short, locale=language)
            separator = "–" if short in ("d", "MMMM") else " – "
            return f"{told}{separator}{_words(last, language)}"
    ends = [_words(end, language) for end in (first, last)]
    key = "edtf.span" if any(" " in end for end in ends) else "edtf.years"  # as an en dash stands in print
    return message(key, first=ends[0], last=ends[1]).text(language)
