"""A speaker's own "today", "yesterday", "tonight": counted from the day on which it was said."""

from collections.abc import Sequence
from datetime import date

from timeline.dates.norm.relative import read_deictic
from timeline.dates.reading import Expression, Frame, Reading, why
from timeline.edtf import DateValue, Mod


def read_speech(expression: Expression, days: Sequence[date]) -> Reading:
    """Return what was meant on the day of speaking; the hull, approximate, where that may be one of several."""
    readings = [read_deictic(expression, Frame(day)) for day in days]
    firsts = [reading.when.earliest for reading in readings if reading.when and reading.when.earliest]
    if len(readings) == 1 or not firsts:
        reading, anchor = readings[0], DateValue.on(days[0])
        told = reading._replace(reasons=(why("spoken", text=expression.text, date=reading.when, anchor=anchor),))
        return loosely(expression, told)
    when = DateValue.between(min(firsts), max(firsts), mod=Mod.APPROX)
    anchor = DateValue.between(days[0], days[-1])
    return Reading(when.edtf, when, (why("spoken_hull", text=expression.text, date=when, anchor=anchor),))


def loosely(expression: Expression, reading: Reading) -> Reading:
    """Return a speaker's "kemarin" as roughly that day: in speech it is as often any day of late."""
    parts = expression.parts
    bare = parts.part is None and parts.hour is None and parts.weekday is None and parts.day is None
    if parts.deictic != -1 or not bare or reading.when is None or reading.when.precision != "day":
        return reading
    when = reading.when.approximate()
    return reading._replace(
        when=when, reasons=(*reading.reasons, why("spoken_loosely", text=expression.text, date=when))
    )
