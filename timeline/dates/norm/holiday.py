"""Named days: those of a fixed date, and those a table gives year by year."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from timeline.dates import almanac
from timeline.dates.norm.day import found
from timeline.dates.parts import Parts
from timeline.dates.reading import Expression, Frame, Reading, refused
from timeline.edtf import DateValue
from timeline.ruletable import rule_table

OF_LATE = timedelta(days=14)  # "massa aksi Hari Tani akan diterima": the day is still celebrated
A_SEASON = timedelta(days=60)  # further off it is as likely another country's day of that name


def read_holiday(expression: Expression, frame: Frame) -> Reading:
    """Return the named day nearest to the article's, the next one where the sentence looks ahead."""
    parts, today = expression.parts, frame.today
    name = parts.holiday or ""
    entry = rule_table("date-9-holiday.toml")["day"].get(name, {})
    if "once" in entry:
        return _of_year(expression, name, parts.year or entry["once"], "holiday_once")
    if parts.anniversary is not None and "founded" in entry:
        return _of_year(expression, name, entry["founded"] + parts.anniversary, "anniversary")
    if parts.year is not None:
        return _of_year(expression, name, _own_year(entry, parts.year, today), "holiday_printed")
    if frame.year is not None and parts.shift is None and parts.year_shift is None:
        return _of_year(expression, name, frame.year, "narrated_year" if frame.narrated else "holiday_printed")
    if today is None:
        return refused(expression, "needs_article")
    if parts.year_shift is not None:
        return _of_year(expression, name, today.year + parts.year_shift, "year_shifted")
    days = [day for year in range(today.year - 1, today.year + 2) if (day := day_of(name, year))]
    if parts.shift == -1:
        days = [day for day in days if day < today][-1:]
    elif parts.shift == 1 or (frame.ahead and not any(today - OF_LATE <= day < today for day in days)):
        days = [day for day in days if day >= today][:1]
    if not days:
        return refused(expression, "holiday_unknown")
    nearest = min(days, key=lambda day: abs(day - today))
    if entry.get("varies") and parts.shift is None and abs(nearest - today) > A_SEASON:
        return refused(expression, "holiday_varies")
    day = nearest + _away(entry, parts)
    return found(expression, day, "holiday", anchor=DateValue.on(today))


def _of_year(expression: Expression, name: str, year: int, step: str) -> Reading:
    day = day_of(name, year)
    if day is None:
        return refused(expression, "holiday_unknown")
    entry = rule_table("date-9-holiday.toml")["day"][name]
    return found(expression, day + _away(entry, expression.parts), step)


def _away(entry: Mapping[str, Any], parts: Parts) -> timedelta:
    """Return how far from its first day what is counted is: "H+1" is the day after its last, "H-1" before its first."""
    away = parts.away or 0
    return timedelta(days=away + entry.get("days", 1) - 1 if away > 0 else away)


def _own_year(entry: Mapping[str, Any], told: int, today: date | None) -> int:
    """Return the year of the day itself: "malam Tahun Baru 2025" is the night before, unless it lies a year off."""
    if not entry.get("eve"):
        return told
    return told if today is not None and today > date(told, 7, 1) else told - 1


def fixed_day(name: str) -> tuple[int | None, int | None]:
    """Return month and day of a named day that is the same every year; None twice of another."""
    fixed = rule_table("date-9-holiday.toml")["day"].get(name, {}).get("on")
    return (int(fixed[:2]), int(fixed[3:])) if fixed else (None, None)


def day_of(name: str, year: int) -> date | None:
    """Return the day on which the named day falls in `year`; None where the table does not say."""
    entry = rule_table("date-9-holiday.toml")["day"].get(name)
    if entry is None:
        return None
    if "on" in entry:
        month, day = (int(part) for part in entry["on"].split("-"))
        return almanac.real_day(year, month, day)
    if "easter" in entry:
        return _easter(year) + timedelta(days=entry["easter"])
    told = entry["years"].get(str(year))
    return date.fromisoformat(f"{year:04d}-{told}") if told else None


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    lifted = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - lifted - rest % 4) % 7
    correction = (golden + 11 * lifted + 22 * weekday) // 451
    month, day = divmod(lifted + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
