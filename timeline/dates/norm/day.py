"""Days of the calendar: the year found where it is not printed, the weekday held against the numbers."""

from datetime import date, timedelta

from timeline.dates import almanac
from timeline.dates.norm.clock import day_value
from timeline.dates.norm.repair import mend, neighbour
from timeline.dates.parts import Parts
from timeline.dates.reading import Expression, Frame, Reading, WeekdayName, refused, why
from timeline.edtf import DateValue, Mod
from timeline.message import Message

REACH = 14  # years: in 14 years every day and month fall on every weekday, 29 February too
FAR = timedelta(days=360)  # a date without a year is not this far away; a misprint is likelier
HALF_A_YEAR = timedelta(days=182)
EARLIEST = 1000  # a printed year below it lost a figure
SOON = timedelta(days=60)
FORTNIGHT = timedelta(days=14)


def read_day(expression: Expression, frame: Frame) -> Reading:
    """Return the day that day, month and year or weekday name."""
    parts = expression.parts
    if parts.month is None or parts.day is None:
        return refused(expression, "impossible")
    if parts.year is None and parts.year_shift is not None and frame.today is not None:
        return _checked(expression, frame, frame.today.year + parts.year_shift, "year_shifted")
    if parts.year is not None:
        return _checked(expression, frame, parts.year, "printed")
    if frame.today is None and frame.year is not None and parts.shift is None:
        return _checked(expression, frame, frame.year, "sentence_year")
    if frame.today is None:
        return refused(expression, "needs_article")
    if parts.weekday is not None:
        return _year_by_weekday(expression, frame, frame.today)
    return _year_by_direction(expression, frame, frame.today)


def _checked(expression: Expression, frame: Frame, year: int, step: str) -> Reading:
    """Return the day as printed; mended, or None, where it contradicts itself or the calendar."""
    parts = expression.parts
    day = almanac.real_day(year, parts.month or 0, parts.day or 0)
    if day is None or year < EARLIEST or (parts.weekday and day.isoweekday() != parts.weekday):
        return _mended(expression, frame, year)
    return found(expression, day, step)


def _mended(expression: Expression, frame: Frame, year: int | None) -> Reading:
    parts, contradiction = expression.parts, why("contradiction", text=expression.text)
    if frame.today is None:
        return Reading(None, None, (contradiction, why("needs_article", text=expression.text)))
    anchor = DateValue.on(frame.today)
    repair = mend(parts, year, frame.today, ahead=frame.ahead or parts.shift == 1)
    if repair is None:
        return Reading(None, None, (contradiction, why("no_repair", anchor=anchor)))
    day, what = repair
    other = neighbour(day, parts) if what == "weekday" and parts.deictic is None else None
    if other is not None:
        first, last = min(day, other), max(day, other)
        if frame.direction >= 0 or parts.shift is not None or not first <= frame.today < last:
            return _either(expression, first, last, contradiction, anchor)
        day, what = first, what if first == day else "day"  # the later is yet to come, of which nobody tells as past
    reading = found(expression, day, f"repaired_{what}", anchor=anchor)
    return Reading(reading.value, reading.when, (contradiction, *reading.reasons), repaired=True)


def _either(expression: Expression, first: date, last: date, contradiction: Message, anchor: DateValue) -> Reading:
    """Return both days: "Rabu (9/5)" of a Thursday is as often the Wednesday as the 9th."""
    when = DateValue.between(first, last, mod=Mod.APPROX)
    step = why("repaired_either", date=when, anchor=anchor)
    return Reading(day_range(first, last, expression.parts), when, (contradiction, step), repaired=True)


def _year_by_weekday(expression: Expression, frame: Frame, today: date) -> Reading:
    """Return the day in the year nearest to the article's in which weekday, day and month agree."""
    parts = expression.parts
    if frame.narrated and frame.year is not None:
        day = almanac.real_day(frame.year, parts.month or 0, parts.day or 0)
        if day is not None and day.isoweekday() == parts.weekday:  # "Minggu, 14 April 1912 … Senin, 15 April"
            return found(expression, day, "narrated_year")
    same_year = almanac.real_day(today.year, parts.month or 0, parts.day or 0)
    if same_year and same_year.isoweekday() == parts.weekday and abs(same_year - today) <= HALF_A_YEAR:
        return _nearest(expression, same_year, today)
    days = (almanac.real_day(year, parts.month or 0, parts.day or 0) for year in almanac.years_around(today, REACH))
    agreeing = [day for day in days if day and day.isoweekday() == parts.weekday]
    nearest = min(agreeing, key=lambda day: (abs(day - today), day), default=None)
    if nearest is None or not -FAR <= nearest - today <= (FAR if frame.ahead else HALF_A_YEAR):
        return _mended(expression, frame, None)
    return _nearest(expression, nearest, today)


def _nearest(expression: Expression, day: date, today: date) -> Reading:
    name = WeekdayName(expression.parts.weekday or 0)
    return found(expression, day, "nearest_year", weekday=name, anchor=DateValue.on(today))


def _year_by_direction(expression: Expression, frame: Frame, today: date) -> Reading:
    """Return the last such day not after the article's, the next one where the sentence looks ahead."""
    parts = expression.parts
    years = range(today.year - REACH, today.year + REACH + 1)
    days = [day for year in years if (day := almanac.real_day(year, parts.month or 0, parts.day or 0))]
    if not days:
        return _mended(expression, frame, today.year)
    anchor = DateValue.on(today)
    if parts.deictic is not None or parts.shift == 0:
        return found(expression, min(days, key=lambda day: abs(day - today)), "nearest_year_plain", anchor=anchor)
    last = max(day for day in days if day < today or (day == today and parts.shift != -1))
    coming = min(day for day in days if day > today or (day == today and parts.shift != 1))
    if (
        frame.year is not None
        and parts.shift is None
        and (frame.narrated or not _of_a_name(frame, last, coming, today))
    ):
        return _checked(expression, frame, frame.year, "narrated_year" if frame.narrated else "sentence_year")
    if parts.shift == 1 or (parts.shift is None and frame.ahead and today - last > SOON):
        return found(expression, coming, "next_such", anchor=anchor)
    if parts.shift is None and last < today and coming - today <= (HALF_A_YEAR if frame.until else SOON):
        return found(expression, coming, "coming_soon", anchor=anchor)
    return found(expression, last, "last_such", anchor=anchor)


def _of_a_name(frame: Frame, last: date, coming: date, today: date) -> bool:
    """Say whether the year the sentence names is no more than an event's: "anggaran 2020 dibacakan 16 Agustus".

    It is where such a day lies close to the article's, in another year than that, which is the article's or the next.
    """
    if frame.year not in (today.year, today.year + 1):
        return False
    soon = coming - today <= SOON and coming.year != frame.year
    return soon or (not frame.ahead and today - last <= FORTNIGHT and last.year != frame.year)


def read_day_of_month(expression: Expression, frame: Frame) -> Reading:
    """Return "tanggal 24": of the month last spoken of, else of the article's, or the last such before it."""
    parts, today = expression.parts, frame.today
    antecedent = frame.antecedent.earliest if frame.antecedent else None
    if parts.day is None or (today is None and antecedent is None):
        return refused(expression, "needs_article")
    if parts.month_shift is not None and today is not None:
        year, month = almanac.month_after(today.year, today.month, parts.month_shift)
        day = almanac.real_day(year, month, parts.day)
        return found(expression, day, "month_shifted") if day else refused(expression, "impossible")
    if antecedent is not None and (parts.shift is None or _goes_on(parts, antecedent, frame)):
        day = almanac.real_day(antecedent.year, antecedent.month, parts.day)
        return found(expression, day, "month_of", anchor=frame.antecedent) if day else refused(expression, "impossible")
    assert today is not None
    return _nearest_such(expression, frame, today)


def _goes_on(parts: Parts, month: date, frame: Frame) -> bool:
    """Say whether a month told alone lies where the day points: "mulai Oktober, tanggal 2 nanti"."""
    if frame.today is None or frame.antecedent is None or frame.antecedent.precision != "month":
        return False
    day = almanac.real_day(month.year, month.month, parts.day or 0)
    return day is not None and (day >= frame.today if parts.shift == 1 else day <= frame.today)


def _nearest_such(expression: Expression, frame: Frame, today: date) -> Reading:
    parts, months = expression.parts, range(-2, 3)
    days = [
        day
        for offset in months
        if (day := almanac.real_day(*almanac.month_after(today.year, today.month, offset), parts.day or 0))
    ]
    later = parts.shift == 1 or (parts.shift is None and frame.ahead)
    fitting = [day for day in days if (day >= today if later else day <= today)]
    if not fitting:
        return refused(expression, "impossible")
    day = min(fitting) if later else max(fitting)
    return found(expression, day, "next_such" if later else "last_such", anchor=DateValue.on(today))


def found(expression: Expression, day: date, step: str, **values: object) -> Reading:
    """Return `day`, with the time of day that the expression tells, and why it is this day."""
    when = DateValue.on(day)
    if expression.parts.approx == Mod.APPROX:
        when = DateValue.parse(f"{when.edtf}~", Mod.APPROX)
    return Reading(day_value(day, expression.parts), when, (why(step, text=expression.text, date=when, **values),))


def day_range(first: date, last: date, parts: Parts) -> str:
    """Return TIMEX3's value of days from `first` to `last`, with the part of the day they share."""
    return f"{day_value(first, parts)}/{day_value(last, parts)}"
