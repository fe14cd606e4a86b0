"""Expressions that our rules do not read: of another order, left to dateparser; of another calendar, left alone."""

from datetime import date, datetime, time

from timeline.dates.reading import Expression, Frame, Reading, refused, why
from timeline.edtf import DateValue

DIGITS = {"year": 4, "month": 7}


def read_other_calendar(expression: Expression, _frame: Frame) -> Reading:
    """Return no day: of what another calendar counts, we would only guess it."""
    return refused(expression, "other_calendar")


def read_before_calendar(expression: Expression, _frame: Frame) -> Reading:
    """Return no day: before the year 1000 calendars differ, and before the year 1 `DateValue` has none."""
    return refused(expression, "before_calendar")


def read_by_dateparser(expression: Expression, frame: Frame) -> Reading:
    """Return the day, month or year that dateparser makes of the words, at the precision it tells."""
    from timeline.dates.vocabulary import read  # noqa: PLC0415  its import costs a fifth of a second, and few pages need it

    base = datetime.combine(frame.today or date(2000, 1, 1), time())
    found = read(expression.text, base)
    if found is None:
        return refused(expression, "unread")
    moment, precision = found
    edtf = moment.date().isoformat()[: DIGITS.get(precision, 10)]
    when = DateValue.parse(edtf)
    return Reading(edtf, when, (why("dateparser", text=expression.text, date=when),))
