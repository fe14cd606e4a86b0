"""Days and months in an entry of a list of dates: of the year, or the day, that heads it."""

from datetime import date

from timeline.anchor import anchor_days
from timeline.chronicle import Heading
from timeline.edtf import DateValue
from timeline.frames import read_in_frames
from timeline.reading import Expression, Frame, Reading, why

HEADED = frozenset({"day", "day_range", "month", "month_range", "weekday", "week_of_month", "quarter"})


def is_of_heading(expression: Expression) -> bool:
    """Say whether it is of the year, or the week, of the date that heads its entry in a list of dates."""
    parts = expression.parts
    pointed = {parts.shift, parts.week_shift, parts.month_shift, parts.year_shift, parts.deictic} != {None}
    return expression.norm in HEADED and not pointed and parts.year is None and parts.year2 is None


def read_under(heading: Heading, expression: Expression, published: DateValue | None) -> Reading:
    """Return the reading of a day or month without year under a heading: of its year; a weekday only as its day."""
    parts, (year, month, day) = expression.parts, heading.order
    unread = Reading(None, None, (why("no_antecedent", text=expression.text),))
    if heading.year is None:
        return unread
    if expression.norm == "weekday":
        if day == 0 or date(year, month, day).isoweekday() != parts.weekday:
            return unread
        expression = expression._replace(norm="day", parts=parts._replace(day=day, month=month))
    of_year = expression._replace(parts=expression.parts._replace(year=heading.year))
    reading = read_in_frames(of_year, [Frame(one) for one in anchor_days(published) or (None,)], published)
    if reading.when is None or reading.repaired:
        return unread
    return reading._replace(reasons=(why("headed", text=expression.text, date=reading.when),))
