"""One reading of several: an article of an uncertain day is read on each of its days."""

from collections.abc import Sequence

from timeline.dates.anchor import is_wide
from timeline.dates.norm import NORMS
from timeline.dates.reading import Expression, Frame, Reading, why
from timeline.edtf import DateValue, Mod


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
        return Reading(None, None, (why("too_wide", text=expression.text, anchor=published),))
    hull = DateValue.between(min(firsts), max(lasts), mod=Mod.APPROX)
    return Reading(hull.edtf, hull, (why(step, text=expression.text, anchor=published, date=hull),))


def _read_in(frame: Frame, expression: Expression) -> Reading:
    """Return the expression's reading in `frame`; none where it leads out of the calendar ("2015 tahun lalu")."""
    try:
        return NORMS[expression.norm](expression, frame)
    except (ValueError, OverflowError):
        return Reading(None, None, (why("impossible", text=expression.text),))
