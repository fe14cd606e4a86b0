"""Misprints: which single change makes a date agree with itself and with the article's day."""

from collections.abc import Iterator
from datetime import date, timedelta
from operator import ne

from timeline.dates import almanac
from timeline.dates.parts import Parts

Repair = tuple[date, str]
# How far before and after the article's day a mended date may lie, tried in this order; a date ahead may lie further.
CLOSE = ((7, 0), (7, 1))
FARTHER = ((31, 14), (200, 31))
AHEAD = 14
FIGURES = 10


def mend(parts: Parts, year: int | None, today: date, *, ahead: bool) -> Repair | None:
    """Return the day meant and which part was off; None where no repair, or more than one, fits the article's day."""
    if parts.deictic is not None and (told := _told(parts, today + timedelta(days=parts.deictic))):
        return told
    usual = [repair for repair in _repairs(parts, year, today) if repair[0].year > 1]
    if parts.weekday is None:  # nothing checks another month or year; only month and day can have changed places
        usual = [repair for repair in usual if repair[1] == "order"]
    figures = list(_day_repairs(parts, year, today))  # rarer, so they must lie close, and nothing usual may fit there
    close = ((repairs, window) for window in CLOSE for repairs in (usual, figures))
    for repairs, window in (*close, *((usual, window) for window in FARTHER)):
        first = today - timedelta(days=window[0] if parts.shift != 1 else -1)
        last = today + timedelta(days=max(window[1], AHEAD if ahead else 0) if parts.shift != -1 else -1)
        fitting = [repair for repair in repairs if first <= repair[0] <= last]
        if fitting:
            by_chance = window in FARTHER and fitting[0][1] == "month"  # weeks away, some month always fits
            return fitting[0] if len({day for day, _ in fitting}) == 1 and not by_chance else None
    return None


def _told(parts: Parts, day: date) -> Repair | None:
    """Return the day that "kemarin" or "hari ini" names, where only day or only month is printed otherwise."""
    if parts.weekday is not None and parts.weekday != day.isoweekday():
        return (day, "weekday") if (parts.day, parts.month) == (day.day, day.month) else None
    if parts.month == day.month:
        return (day, "day") if any(parts.day == other for other in _close_to(day.day)) else None
    return (day, "month") if parts.day == day.day else None


def neighbour(day: date, parts: Parts) -> date | None:
    """Return the day beside `day` that is the weekday printed: then the number may be off as well as the name."""
    beside = (day - almanac.DAY, day + almanac.DAY)
    return next((one for one in beside if one.isoweekday() == parts.weekday), None)


def _repairs(parts: Parts, year: int | None, today: date) -> Iterator[Repair]:
    """Yield every day that differs from what is printed in one part alone."""
    day, month = parts.day or 0, parts.month or 0
    near = range(today.year - 1, today.year + 2)
    years = near if year is None else (year,)
    if parts.weekday is not None:
        yield from ((found, "weekday") for one in years if (found := almanac.real_day(one, month, day)))
    for one in near if year is not None else ():
        if _is_close_year(one, year or 0):  # "28 Oktober 1928" is of no recent year, whatever its weekday
            yield from _agreeing(one, month, day, parts, "year")
    for one in years:
        yield from (pair for other in range(1, 13) for pair in _agreeing(one, other, day, parts, "month"))
        yield from _agreeing(one, day, month, parts, "order")


def _is_close_year(year: int, printed: int) -> bool:
    """Say whether the year before or after was printed for `year`, one other figure, or its figures out of order."""
    right, wrong = str(year), str(printed)
    return abs(year - printed) <= 1 or sum(map(ne, right, wrong)) <= 1 or sorted(right) == sorted(wrong)


def _day_repairs(parts: Parts, year: int | None, today: date) -> Iterator[Repair]:
    """Yield every day whose number is printed with one figure other, more or fewer, and whose weekday agrees."""
    if parts.weekday is not None:
        years = range(today.year - 1, today.year + 2) if year is None else (year,)
        for one in years:
            for other in _close_to(parts.day or 0):
                yield from _agreeing(one, parts.month or 0, other, parts, "day")


def _agreeing(year: int, month: int, day: int, parts: Parts, what: str) -> Iterator[Repair]:
    found = almanac.real_day(year, month, day)
    if found and (parts.weekday is None or found.isoweekday() == parts.weekday):
        yield found, what


def _close_to(day: int) -> Iterator[int]:
    """Yield the days before and after, and those that one figure more, fewer or other would print."""
    for other in range(1, 32):
        same_unit, same_ten = other % FIGURES == day % FIGURES, other // FIGURES == day // FIGURES
        lost = day < FIGURES and day in (other // FIGURES, other % FIGURES)
        if other != day and (same_unit or same_ten or lost or abs(other - day) == 1):
            yield other
