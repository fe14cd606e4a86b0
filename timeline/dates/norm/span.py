"""Ranges: from one day, weekday or month to another, the year or month they share found for both."""

from datetime import date

from timeline.dates import almanac
from timeline.dates.norm.day import day_range, read_day
from timeline.dates.norm.period import dated, one_of, year_of_month
from timeline.dates.norm.relative import read_weekday
from timeline.dates.parts import Parts
from timeline.dates.reading import Expression, Frame, Reading, refused, why
from timeline.edtf import DateValue

FRIDAY = 5


def read_day_range(expression: Expression, frame: Frame) -> Reading:
    """Return the days from the first to the last; month and year, where told once, hold for both."""
    parts = expression.parts
    if {parts.year, parts.year2, parts.weekday, parts.weekday2, parts.shift} == {None}:
        return _from_its_start(expression, frame)
    last = expression._replace(
        parts=Parts(
            weekday=parts.weekday2,
            day=parts.day2,
            month=parts.month2 or parts.month,
            year=parts.year2 or parts.year,
            shift=parts.shift,
        ),
    )
    end = read_day(last, frame)
    if end.when is None or end.when.earliest is None:
        return end
    start = _first_before(expression, end.when.earliest)
    if start is None:
        return refused(expression, "backwards")
    when = DateValue.between(start, end.when.earliest)
    value, reasons = day_range(start, end.when.earliest, parts), (*end.reasons, why("range", date=when))
    return one_of(Reading(value, when, reasons, end.repaired), parts.joint)


def _from_its_start(expression: Expression, frame: Frame) -> Reading:
    """Return the days of a range that nothing places but today: it begins where its first day alone would be."""
    parts = expression.parts
    start = read_day(expression._replace(parts=Parts(day=parts.day, month=parts.month)), frame)
    if start.when is None or start.when.earliest is None:
        return start
    first = start.when.earliest
    days = (
        almanac.real_day(year, parts.month2 or parts.month or 0, parts.day2 or 0)
        for year in (first.year, first.year + 1)
    )
    last = next((day for day in days if day and day > first), None)
    if last is None or (parts.month2 is None and last.year != first.year):
        return refused(expression, "backwards")
    when = DateValue.between(first, last)
    reasons = (*start.reasons, why("range", date=when))
    return one_of(Reading(day_range(first, last, parts), when, reasons, start.repaired), parts.joint)


def _first_before(expression: Expression, end: date) -> date | None:
    """Return the first day of the range: in the year of its end, or the year before across New Year."""
    parts = expression.parts
    years = (parts.year,) if parts.year2 and parts.year else (end.year, end.year - 1)
    days = (almanac.real_day(year, parts.month or 0, parts.day or 0) for year in years)
    return next((day for day in days if day and day < end), None)


def read_weekday_range(expression: Expression, frame: Frame) -> Reading:
    """Return the days from one weekday to the next other one."""
    parts = expression.parts
    if _is_any_week(parts) and frame.direction == 0:
        return refused(expression, "habit")
    start = read_weekday(expression._replace(parts=parts._replace(weekday2=None)), frame)
    if start.when is None or start.when.earliest is None or parts.weekday2 is None:
        return start
    first = start.when.earliest
    last = almanac.on_or_after(first, parts.weekday2)
    if not frame.ahead and frame.today and last > frame.today and parts.week_shift is None and parts.shift is None:
        back = almanac.on_or_before(frame.today, parts.weekday2)
        first, last = almanac.on_or_before(back, parts.weekday or 1), back
    when = DateValue.between(first, last)
    return one_of(Reading(day_range(first, last, parts), when, (*start.reasons, why("range", date=when))), parts.joint)


def _is_any_week(parts: Parts) -> bool:
    """Say whether it is the working week, of which no word says which: "Senin sampai Jumat"."""
    pointed = parts.week_shift is not None or parts.shift is not None
    return not pointed and parts.weekday == 1 and (parts.weekday2 or 0) >= FRIDAY


def read_month_range(expression: Expression, frame: Frame) -> Reading:
    """Return the months from the first to the last; a year told once holds for both."""
    parts = expression.parts
    last = expression._replace(
        parts=Parts(month=parts.month2, year=parts.year2, year_shift=parts.year_shift, shift=parts.shift)
    )
    year, step = year_of_month(last, frame)
    if parts.year is not None and parts.year2 is None:
        year, step = parts.year + ((parts.month2 or 0) < (parts.month or 0)), "printed"
    if year is None or parts.month is None or parts.month2 is None:
        return refused(expression, "needs_article")
    first_year = parts.year if parts.year is not None else year - (parts.month > parts.month2)
    first, end = f"{first_year:04d}-{parts.month:02d}", f"{year:04d}-{parts.month2:02d}"
    if first >= end:
        return refused(expression, "backwards")
    return one_of(dated(expression, f"{first}/{end}", step), parts.joint)
