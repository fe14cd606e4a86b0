"""Calendar arithmetic on whole days: months and years added, weeks, the weekday nearest to a day."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = 7
MONTHS = 12
DECEMBER = 12


def real_day(year: int, month: int, day: int) -> date | None:
    """Return that day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in(year: int, month: int) -> int:
    """Return how many days the month has."""
    return calendar.monthrange(year, month)[1]


def month_index(day: date) -> int:
    """Return how many months after the month before the calendar's first its month is: those of a year follow on."""
    return day.year * MONTHS + day.month


def month_after(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month, so many `months` later (earlier where negative)."""
    index = year * MONTHS + month - 1 + months
    return index // MONTHS, index % MONTHS + 1


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, so many `months` later; the month's last day where it is shorter."""
    year, month = month_after(day.year, day.month, months)
    return date(year, month, min(day.day, days_in(year, month)))


def monday_of(day: date) -> date:
    """Return the Monday of the week `day` lies in; weeks are Monday to Sunday."""
    return day - timedelta(days=day.weekday())


def week_code(day: date) -> str:
    """Return the week `day` lies in, as ISO 8601 and TIMEX3 write it: 2019-W18."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def on_or_before(day: date, weekday: int) -> date:
    """Return the nearest `weekday` (Monday 1) that is not after `day`."""
    return day - timedelta(days=(day.isoweekday() - weekday) % WEEK)


def on_or_after(day: date, weekday: int) -> date:
    """Return the nearest `weekday` (Monday 1) that is not before `day`."""
    return day + timedelta(days=(weekday - day.isoweekday()) % WEEK)


def years_around(today: date, reach: int) -> Iterator[int]:
    """Yield the years up to `reach` away from `today`, the nearest first, the past one before the coming one."""
    yield today.year
    for away in range(1, reach + 1):
        yield today.year - away
        yield today.year + away
