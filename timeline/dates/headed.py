"""Days and months whose year stands elsewhere: over them in a list of dates, or behind them with the same weekday."""

from datetime import date

from timeline.dates import almanac
from timeline.dates.anchor import anchor_days
from timeline.dates.chronicle import UNTOLD, Chronicle, Heading
from timeline.dates.frames import read_in_frames
from timeline.dates.hit import Hit
from timeline.dates.reading import Expression, Frame, Reading, WeekdayName, refused, why
from timeline.edtf import DateValue

HEADED = frozenset({"day", "day_range", "month", "month_range", "weekday", "week_of_month", "quarter"})


def read_entry(chronicle: Chronicle, hit: Hit, published: DateValue | None) -> Reading | None:
    """Return the reading of a day or month without year in a list of dates; None where the list says nothing of it.

    Behind the last entry nothing says whether it still is of it: where its year is not the article's, it is unread.
    """
    if not _is_of_heading(hit.expression):
        return None
    if heading := chronicle.over(hit.start):
        passed = heading.year == UNTOLD or (heading.inline and hit.expression.norm == "weekday")
        return None if passed else _read_under(heading, hit.expression, published)
    last = chronicle.last_before(hit.start)
    if last is None or hit.expression.parts.weekday is not None:
        return None
    years = {day.year for day in anchor_days(published)}
    return None if last.year == UNTOLD or years == {last.year} else _unread(hit.expression)


def read_as(weekday: Expression, dated: Expression) -> Reading:
    """Return the reading of a bare weekday as the day that another expression prints in full."""
    parts = weekday.parts._replace(day=dated.parts.day, month=dated.parts.month, year=dated.parts.year)
    reading = read_in_frames(weekday._replace(norm="day", parts=parts), [Frame()], None)
    if reading.when is None:
        return _unread(weekday)
    name = WeekdayName(parts.weekday or 0)
    return reading._replace(reasons=(why("weekday_later", text=weekday.text, date=reading.when, weekday=name),))


def read_on(weekday: Expression, day: date) -> Reading:
    """Return the reading of a bare weekday as that day, which the words before it lead to."""
    parts = weekday.parts._replace(day=day.day, month=day.month, year=day.year)
    reading = read_in_frames(weekday._replace(norm="day", parts=parts), [Frame()], None)
    name = WeekdayName(parts.weekday or 0)
    return reading._replace(reasons=(why("weekday_counted", text=weekday.text, date=reading.when, weekday=name),))


def _unread(expression: Expression) -> Reading:
    return refused(expression, "no_antecedent")


def _is_of_heading(expression: Expression) -> bool:
    """Say whether it is of the year, or the week, of the date that heads its entry in a list of dates."""
    parts = expression.parts
    pointed = {parts.shift, parts.week_shift, parts.month_shift, parts.year_shift, parts.deictic} != {None}
    return expression.norm in HEADED and not pointed and parts.year is None and parts.year2 is None


def _read_under(heading: Heading, expression: Expression, published: DateValue | None) -> Reading:
    """Return the reading of a day or month without year under a heading: of its year; a weekday only as its day."""
    parts, (year, month, day) = expression.parts, heading.order
    if heading.year is None:
        return _unread(expression)
    if expression.norm == "weekday":
        printed = almanac.real_day(year, month, day)
        if printed is None or printed.isoweekday() != parts.weekday:
            return _unread(expression)
        expression = expression._replace(norm="day", parts=parts._replace(day=day, month=month))
    of_year = expression._replace(parts=expression.parts._replace(year=heading.year))
    reading = read_in_frames(of_year, [Frame(one) for one in anchor_days(published) or (None,)], published)
    if reading.when is None or reading.repaired:
        return _unread(expression)
    return reading._replace(reasons=(why("headed", text=expression.text, date=reading.when),))
