"""What is counted from a date of the text: one spoken of before, or printed right behind."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from timeline.dates import almanac
from timeline.dates.norm.period import dated, read_quarter
from timeline.dates.norm.relative import IN_HOURS, IN_MONTHS, beyond, period, shown
from timeline.dates.reading import Expression, Frame, Reading, UnitCount, refused, why
from timeline.edtf import DateValue, Mod

A_MONTH = timedelta(days=31)
A_YEAR = timedelta(days=360)
A_WEEK = timedelta(days=7)
LONGEST, LASTING = {"week": A_WEEK, "month": A_YEAR}, timedelta.max  # of what "the one before" is told of
SUNDAY = 7
ROUNDED = 50  # what is 75 years later may be a year off


def read_sequence(expression: Expression, frame: Frame) -> Reading:
    """Return what lies so many units from the date last spoken of, or the article's, at that date's precision.

    None where that leads past the article's day and the sentence does not look ahead: it is counted from another date.
    """
    parts, antecedent = expression.parts, frame.antecedent
    if frame.apposed:
        return read_pointer(expression._replace(parts=parts._replace(pointer=0)), frame)
    if antecedent is None and frame.today is not None and parts.unit not in IN_HOURS:
        antecedent = DateValue.on(frame.today)
    if isinstance(parts.number, str) or antecedent is None or parts.number is None or parts.sequence is None:
        return refused(expression, "no_antecedent")
    moved = _moved(antecedent, parts.unit or "", parts.number * parts.sequence)
    if moved is None or (not frame.ahead and _overtakes(antecedent, moved, frame.today)):
        return refused(expression, "no_antecedent")
    count = UnitCount(shown(parts.number), parts.unit or "")
    step = "counted_after" if parts.sequence > 0 else "counted_before"
    value = f"{moved.edtf}{parts.part or ''}"
    return Reading(value, moved, (why(step, text=expression.text, date=moved, count=count, anchor=antecedent),))


def _overtakes(antecedent: DateValue, moved: DateValue, today: date | None) -> bool:
    """Say whether counting led from what is past, or today, to what is to come."""
    return bool(
        today
        and antecedent.latest
        and moved.earliest
        and (antecedent.latest <= today or antecedent.precision == "year")
        and antecedent.earliest
        and moved.earliest > today + (moved.earliest - antecedent.earliest) / ROUNDED
    )


def _moved(antecedent: DateValue, unit: str, amount: Fraction) -> DateValue | None:
    """Return `antecedent` moved by whole days or months; None where it is open, or finer than it can be moved."""
    first, last = antecedent.earliest, antecedent.latest
    if first is None or last is None or beyond(first, unit, abs(amount)) or beyond(last, unit, abs(amount)):
        return None
    mover = _mover(unit, amount)
    months = amount * IN_MONTHS.get(unit, 0)
    if antecedent.precision == "day":
        moved = DateValue.on(mover(first))
        return moved.approximate() if months else moved  # "setahun kemudian" is seldom the very day
    if amount > 0 and _has_ends(antecedent) and (months < almanac.MONTHS or last.year > first.year):
        return _moved(DateValue.parse(antecedent.edtf.rpartition("/")[2]), unit, amount)
    if not months and last - first > A_MONTH:
        return None
    if antecedent.precision in ("year", "month") and unit == "year" and months % almanac.MONTHS == 0:
        return DateValue.of(first.year + int(months / almanac.MONTHS))  # seldom the very month
    if antecedent.precision == "year" and months and months % almanac.MONTHS == 0:
        return DateValue.of(first.year + int(months / almanac.MONTHS))
    if antecedent.precision == "month" and months and months.denominator == 1:
        return DateValue.of(*almanac.month_after(first.year, first.month, int(months)))
    return DateValue.between(mover(first), mover(last), mod=Mod.APPROX)


def _has_ends(when: DateValue) -> bool:
    """Say whether it lasts from one date to another, after which one counts; not a week, of which one day is meant."""
    if when.precision != "span" or when.mod is not None or when.earliest is None or when.latest is None:
        return False
    return not (when.latest - when.earliest <= A_WEEK and when.latest.isoweekday() == SUNDAY)


def _mover(unit: str, amount: Fraction) -> Callable[[date], date]:
    months = amount * IN_MONTHS.get(unit, 0)
    if months and months.denominator == 1:
        return lambda day: almanac.add_months(day, int(months))
    days = months * 30 if months else amount * IN_HOURS.get(unit, 7 if unit == "week" else 1)
    return lambda day: day + timedelta(days=round(days))


def read_pointer(expression: Expression, frame: Frame) -> Reading:
    """Return the day, week, month or year last spoken of, or the one after or before it."""
    parts, antecedent = expression.parts, frame.antecedent
    if frame.apposed and parts.unit == "day" and antecedent is not None:  # "hari berikutnya, 21 Juli": that is the day
        return dated(expression, antecedent.edtf, "apposed", value=antecedent.edtf, anchor=antecedent)
    first, last = _ends(antecedent, parts.pointer or 0)
    if first is None or last is None or parts.pointer is None or last - first > LONGEST.get(parts.unit or "", LASTING):
        return refused(expression, "no_antecedent")
    edtf, value = period(parts.unit or "", last if parts.pointer > 0 else first, parts.pointer)
    if parts.pointer == 0 and period(parts.unit or "", last, 0)[0] != edtf:  # "tahun itu" of several
        return refused(expression, "no_antecedent")
    return dated(expression, edtf, "apposed" if frame.apposed else "pointer", value=value, anchor=antecedent)


def _ends(antecedent: DateValue | None, pointer: int) -> tuple[date | None, date | None]:
    """Return the first and last day that one points from: of what lasts from one date to another, those of its end."""
    if antecedent is None:
        return None, None
    if pointer > 0 and _has_ends(antecedent):
        antecedent = DateValue.parse(antecedent.edtf.rpartition("/")[2])
    return antecedent.earliest, antecedent.latest


def read_pointed_month(expression: Expression, frame: Frame) -> Reading:
    """Return the month, or day, of the year last spoken of: "Mei tahun itu"."""
    parts, antecedent = expression.parts, frame.antecedent
    if antecedent is None or antecedent.earliest is None or parts.month is None:
        return refused(expression, "no_antecedent")
    year = antecedent.earliest.year + (parts.pointer or 0)
    edtf = f"{year:04d}-{parts.month:02d}"
    if parts.day is not None:
        if almanac.real_day(year, parts.month, parts.day) is None:
            return refused(expression, "impossible")
        edtf += f"-{parts.day:02d}"
    return dated(expression, edtf, "pointer", anchor=antecedent)


def read_pointed_quarter(expression: Expression, frame: Frame) -> Reading:
    """Return the quarter, third or half of the year last spoken of: "semester I tahun sebelumnya"."""
    parts, antecedent = expression.parts, frame.antecedent
    if antecedent is None or antecedent.earliest is None:
        return refused(expression, "no_antecedent")
    year = antecedent.earliest.year + (parts.pointer or 0)
    reading = read_quarter(expression._replace(parts=parts._replace(year=year)), frame)
    if reading.when is None:
        return reading
    return reading._replace(reasons=(why("pointer", text=expression.text, date=reading.when, anchor=antecedent),))


def read_same_month(expression: Expression, frame: Frame) -> Reading:
    """Return the month or quarter last spoken of, or the article's, in another year: "bulan yang sama tahun lalu"."""
    parts, antecedent = expression.parts, frame.antecedent
    told, year = antecedent.earliest if antecedent else frame.today, parts.year
    if year is None and parts.sequence is not None and told is not None:
        year = told.year + parts.sequence
    if year is None and frame.today is not None:
        year = frame.today.year + (parts.year_shift or 0)
    if told is None or year is None:
        return refused(expression, "needs_article")
    edtf, value = period(parts.unit or "month", date(year, told.month, 1), 0)
    return dated(expression, edtf, "pointer", value=value, anchor=antecedent or DateValue.on(told))
