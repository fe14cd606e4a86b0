"""A speaker's own "today", "yesterday", "tonight": counted from the day on which it was said."""

from collections.abc import Sequence
from datetime import date

from timeline.edtf import DateValue, Mod
from timeline.norm.relative import read_deictic
from timeline.reading import Expression, Frame, Reading, why


def read_speech(expression: Expression, days: Sequence[date]) -> Reading:
    """Return what was meant on the day of speaking; the hull, approximate, where that may be one of several."""
    readings = [read_deictic(expression, Frame(day)) for day in days]
    firsts = [reading.when.earliest for reading in readings if reading.when and reading.when.earliest]
    if len(readings) == 1 or not firsts:
        reading, anchor = readings[0], DateValue.on(days[0])
        return reading._replace(reasons=(why("spoken", text=expression.text, date=reading.when, anchor=anchor),))
    when = DateValue.between(min(firsts), max(firsts), mod=Mod.APPROX)
    anchor = DateValue.between(days[0], days[-1])
    return Reading(when.edtf, when, (why("spoken_hull", text=expression.text, date=when, anchor=anchor),))
