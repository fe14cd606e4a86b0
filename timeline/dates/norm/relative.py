"""What is counted from the article's day."""

from datetime import date, timedelta
from fractions import Fraction

from timeline.dates import almanac
from timeline.dates.norm.clock import day_value, is_past_midnight
from timeline.dates.norm.day import day_range
from timeline.dates.norm.period import dated
from timeline.dates.reading import Expression, Frame, Reading, UnitCount, WeekdayName, refused, why
from timeline.edtf import DateValue, Mod

IN_MONTHS = {
    "month": 1,
    "quarter": 3,
    "third": 4,
    "half": 6,
    "year": 12,
    "windu": 96,
    "decade": 120,
    "century": 1200,
    "millennium": 12_000,
}
IN_HOURS = {"hour": Fraction(1, 24), "minute": Fraction(1, 1440), "second": Fraction(1, 86_400)}
A_WEEK = timedelta(days=7)


def read_weekday(expression: Expression, frame: Frame) -> Reading:
    """Return the weekday nearest on or before the article's day, on or after it where the sentence looks ahead."""
    parts, today = expression.parts, frame.today
    if today is None or parts.weekday is None:
        return refused(expression, "needs_article")
    name, anchor = WeekdayName(parts.weekday), DateValue.on(today)
    weeks = parts.week_shift
    if parts.ago is not None and isinstance(parts.number, Fraction):
        weeks = int(parts.number * parts.ago)
    told = frame.antecedent.earliest if frame.antecedent and weeks is None else None
    if told is not None and abs(told - today) <= A_WEEK and (told >= today or not frame.ahead):
        return _day(expression, told, "weekday_told", weekday=name)
    if told is not None and frame.ahead and timedelta(0) < today - told < A_WEEK:
        return refused(expression, "weekday_either", date=DateValue.on(told))
    if weeks is not None or parts.shift == 0:
        day = almanac.monday_of(today) + timedelta(days=7 * (weeks or 0) + parts.weekday - 1)
        return _day(expression, day, "weekday_of_week", weekday=name, anchor=anchor)
    if parts.deictic is not None:
        return _deictic_weekday(expression, today + timedelta(days=parts.deictic), anchor)
    if parts.shift == 1 or (parts.shift is None and (frame.ahead or _is_deadline(frame, parts.weekday, today))):
        start = today + almanac.DAY if parts.shift == 1 else today
        return _day(expression, almanac.on_or_after(start, parts.weekday), "weekday_after", weekday=name, anchor=anchor)
    start = today - almanac.DAY if parts.shift == -1 else today
    return _day(expression, almanac.on_or_before(start, parts.weekday), "weekday_before", weekday=name, anchor=anchor)


def _deictic_weekday(expression: Expression, told: date, anchor: DateValue) -> Reading:
    """Return the day told beside the weekday, "hari ini, Kamis"; either of both where that is the day before or after.

    None where they are further apart.
    """
    weekday = expression.parts.weekday
    if told.isoweekday() == weekday:
        return _day(expression, told, "deictic", anchor=anchor)
    contradiction = why("contradiction", text=expression.text)
    beside = next((day for day in (told - almanac.DAY, told + almanac.DAY) if day.isoweekday() == weekday), None)
    if beside is None:
        return Reading(None, None, (contradiction, why("no_repair", anchor=anchor)))
    first, last = min(told, beside), max(told, beside)
    when = DateValue.between(first, last, mod=Mod.APPROX)
    step = why("weekday_or_deictic", date=when, anchor=anchor)
    return Reading(day_range(first, last, expression.parts), when, (contradiction, step), repaired=True)


def _is_deadline(frame: Frame, weekday: int, today: date) -> bool:
    """Say whether "hingga Jumat" is nearer to come than past."""
    return frame.until and almanac.on_or_after(today, weekday) - today < today - almanac.on_or_before(today, weekday)


def read_eve(expression: Expression, frame: Frame) -> Reading:
    """Return the night before the weekday: "malam Minggu" is Saturday's."""
    weekday = read_weekday(expression, frame)
    if weekday.when is None or weekday.when.earliest is None:
        return weekday
    eve = _day(expression, weekday.when.earliest - almanac.DAY, "eve", anchor=weekday.when)
    return Reading(eve.value, eve.when, (*weekday.reasons, *eve.reasons))


def _day(expression: Expression, day: date, step: str, **values: object) -> Reading:
    when = DateValue.on(day)
    return Reading(day_value(day, expression.parts), when, (why(step, text=expression.text, date=when, **values),))


def read_deictic(expression: Expression, frame: Frame) -> Reading:
    """Return the day so many days from the article's: kemarin, besok, "tadi malam"."""
    parts, today = expression.parts, frame.today
    if today is None or parts.deictic is None:
        return refused(expression, "needs_article")
    day = today + timedelta(days=parts.deictic + is_past_midnight(parts))
    if parts.weekday is not None and day.isoweekday() != parts.weekday:
        return read_weekday(expression, frame)
    return _day(expression, day, "deictic", anchor=DateValue.on(today))


def read_period(expression: Expression, frame: Frame) -> Reading:
    """Return the article's own week, month, year or decade, or the one so many before or after it."""
    parts, today = expression.parts, frame.today
    if today is None or parts.shift is None:
        return refused(expression, "needs_article")
    edtf, value = period(parts.unit or "", today, parts.shift)
    return dated(expression, edtf, "period", value=value, anchor=DateValue.on(today))


def read_part_to_come(expression: Expression, frame: Frame) -> Reading:
    """Return the part of the article's own period that is yet to end, else of the next: "akhir tahun nanti"."""
    own, following = (
        read_period(expression._replace(parts=expression.parts._replace(shift=by)), frame) for by in (0, 1)
    )
    over = own.when is not None and own.when.latest is not None and frame.today and own.when.latest < frame.today
    return following if over else own


def read_weekend(expression: Expression, frame: Frame) -> Reading:
    """Return Saturday and Sunday of the week named; of the article's own where a sentence without it looks ahead."""
    parts, today = expression.parts, frame.today
    if today is None:
        return refused(expression, "needs_article")
    if parts.week_shift is None and not frame.ahead and not frame.until:  # as often the last one, or any
        return refused(expression, "which_weekend")
    monday = almanac.monday_of(today) + timedelta(days=7 * (parts.week_shift or 0))
    when = DateValue.between(monday + timedelta(days=5), monday + timedelta(days=6))
    reason = why("period", text=expression.text, date=when, anchor=DateValue.on(today))
    return Reading(f"{almanac.week_code(monday)}-WE", when, (reason,))


def period(unit: str, day: date, shift: int) -> tuple[str, str]:
    """Return EDTF and TIMEX3 value of the unit that holds `day`, or of the one so many units later."""
    if unit == "day":
        text = (day + timedelta(days=shift)).isoformat()
        return text, text
    if unit == "week":
        monday = almanac.monday_of(day) + timedelta(days=7 * shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", almanac.week_code(monday)
    months = IN_MONTHS[unit]
    if months == 1:
        year, month = almanac.month_after(day.year, day.month, shift)
        return f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}"
    if months < almanac.MONTHS:
        year, month = almanac.month_after(day.year, (day.month - 1) // months * months + 1, shift * months)
        edtf = f"{year:04d}-{month:02d}/{year:04d}-{month + months - 1:02d}"
        letter = {3: "Q", 6: "H"}.get(months)
        return edtf, f"{year:04d}-{letter}{(month - 1) // months + 1}" if letter else edtf
    years = months // almanac.MONTHS
    if years in (1, 8):
        return f"{day.year + shift * years:04d}", f"{day.year + shift * years:04d}"
    digits = f"{(day.year + shift * years) // years}"
    return (f"{digits}X", digits) if years == 10 else (f"{digits}XX", digits)  # noqa: PLR2004  decade, else century


def read_ago(expression: Expression, frame: Frame) -> Reading:
    """Return the year, month, week or day so many units from the article's: a unit of the expression's kind."""
    parts, today = expression.parts, frame.today
    if isinstance(parts.number, str) or parts.ago is None:
        reference = "PAST_REF" if (parts.ago or 0) < 0 else "FUTURE_REF"
        return Reading(reference, None, (why("vague", text=expression.text),))
    if today is None or parts.number is None:
        return refused(expression, "needs_article")
    if any(beyond(today, parts.unit or "", number) for number in (parts.number, parts.number2)):
        return refused(expression, "before_calendar")
    edtf, value = _counted(parts.unit or "", today, parts.number * parts.ago)
    if isinstance(parts.number2, Fraction):
        far, far_value = _counted(parts.unit or "", today, parts.number2 * parts.ago)
        ends = sorted([(edtf, value), (far, far_value)])
        edtf, value = (f"{ends[0][at].split('/')[0]}/{ends[1][at].split('/')[-1]}" for at in (0, 1))
    count = UnitCount(shown(parts.number), parts.unit or "")
    step = "ago" if parts.ago < 0 else "ahead"
    return dated(expression, edtf, step, value=value, count=count, anchor=DateValue.on(today))


def beyond(day: date, unit: str, number: object) -> bool:
    """Say whether so many units from `day` might lie outside the calendar's years 1 to 9999."""
    if not isinstance(number, Fraction):
        return False
    days = number * IN_MONTHS[unit] * 31 if unit in IN_MONTHS else number * (7 if unit == "week" else 1)
    return days >= (day - date.min).days or days >= (date.max - day).days


def shown(number: Fraction) -> str:
    """Return a number in figures."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def _counted(unit: str, today: date, amount: Fraction) -> tuple[str, str]:
    """Return EDTF and value of what lies `amount` units from `today`; parts of a unit count in the next finer one."""
    if unit in IN_HOURS:
        day = today + timedelta(days=int(amount * IN_HOURS[unit]))
        return day.isoformat(), day.isoformat()
    if unit in ("day", "week"):
        days = amount * (7 if unit == "week" else 1)
        if unit == "week" and amount.denominator == 1:
            return period("week", today, int(amount))
        return period("day", today, round(days))
    months = amount * IN_MONTHS[unit]
    if months.denominator != 1:
        return period("day", today, round(months * 30))
    if unit != "month" and months % almanac.MONTHS == 0 and (amount.denominator == 1 or abs(months) > almanac.MONTHS):
        return period("year", today, int(months / almanac.MONTHS))
    return period("month", today, int(months))


def read_month_ago(expression: Expression, frame: Frame) -> Reading:
    """Return the month, or day, of the year so many years back: "Mei dua tahun lalu", "hari ini, 13 tahun lalu"."""
    parts, today = expression.parts, frame.today
    if today is None or not isinstance(parts.number, Fraction):
        return refused(expression, "needs_article")
    month, day = (today.month, today.day) if parts.month is None else (parts.month, parts.day)
    edtf = f"{today.year - int(parts.number):04d}-{month:02d}"
    if day is not None:
        edtf += f"-{day:02d}"
    count = UnitCount(shown(parts.number), "year")
    return dated(expression, edtf, "ago", count=count, anchor=DateValue.on(today))
