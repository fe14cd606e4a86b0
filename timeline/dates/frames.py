"""One reading of several: an article of an uncertain day is read on each of its days."""

from collections.abc import Sequence
from datetime import date

from timeline.dates import almanac
from timeline.dates.anchor import is_wide
from timeline.dates.norm import NORMS
from timeline.dates.reading import Expression, Frame, Reading, refused, why
from timeline.edtf import DateValue, Mod

SUNDAY = 7


def read_in_frames(
    expression: Expression, frames: Sequence[Frame], published: DateValue | None, step: str = "hull"
) -> Reading:
    """Return the one reading all frames give, else their hull, marked as approximate; `step` says why."""
    if len(frames) == 1:
        return _read_in(frames[0], expression)
    readings = [_read_in(frame, expression) for frame in frames]
    whens = {reading.when for reading in readings}
    if len(whens) == 1 and len({reading.value for reading in readings}) == 1:
        first = readings[0]
        if first.when is None or not expression.needs.today:
            return first
        return first._replace(reasons=(*first.reasons, why("agreed", anchor=published)))
    firsts = [when.earliest for when in whens if when and when.earliest]
    lasts = [when.latest for when in whens if when and when.latest]
    if is_wide(published) or len(firsts) < len(whens) or len(lasts) < len(whens):
        return refused(expression, "too_wide", anchor=published)
    hull = DateValue.between(min(firsts), max(lasts), mod=Mod.APPROX)
    return Reading(hull.edtf, hull, (why(step, text=expression.text, anchor=published, date=hull),))


def days_for(expression: Expression, days: tuple[date | None, ...]) -> tuple[date | None, ...]:
    """Return the article's `days`; with a Sunday the Monday: "last week" may be the one that it ends."""
    in_weekend = expression.norm == "weekend" or expression.parts.weekday == SUNDAY
    today = days[0]
    if today is None or len(days) > 1 or today.isoweekday() != SUNDAY:
        return days
    return days if in_weekend or expression.parts.week_offset != -1 else (today, today + almanac.DAY)


def in_this_week(expression: Expression) -> Expression:
    """Return a bare weekday as one of the article's own week, of which the article speaks."""
    parts = expression.parts
    pointed = parts.shift is not None or parts.week_shift is not None
    return (
        expression
        if expression.norm != "weekday" or pointed
        else expression._replace(parts=parts._replace(week_shift=0))
    )


def _read_in(frame: Frame, expression: Expression) -> Reading:
    """Return the expression's reading in `frame`; none where it leads out of the calendar ("2015 tahun lalu")."""
    try:
        return NORMS[expression.norm](expression, frame)
    except (ValueError, OverflowError):
        return refused(expression, "impossible")
