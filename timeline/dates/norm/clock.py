"""Times of day, and the TIMEX3 value of a day with one."""

from datetime import date

from timeline.dates import almanac
from timeline.dates.parts import Parts
from timeline.dates.reading import Expression, Frame, Reading, refused, why
from timeline.edtf import DateValue

NOON, MIDNIGHT = 12, 24
EVENING_FROM = 6  # "jam 6 malam" is 18.00, "jam 2 malam" is 02.00
LATE = ("TEV", "TAF")


def day_value(day: date, parts: Parts) -> str:
    """Return TIMEX3's value: the day, with its clock time or part of the day where one is told."""
    if parts.hour is None:
        return f"{day.isoformat()}{parts.part or ''}"
    value = f"{day.isoformat()}T{_clock(parts.hour, parts.minute, parts)}"
    if parts.second is not None:
        value += f":{parts.second:02d}"
    return value if parts.hour2 is None else f"{value}/{day.isoformat()}T{_clock(parts.hour2, parts.minute2, parts)}"


def _clock(hour: int, minute: int | None, parts: Parts) -> str:
    if hour == MIDNIGHT and not minute:  # the end of the day named, not its beginning
        return "24:00"
    return f"{_of_day(hour, parts):02d}:{minute or 0:02d}"


def _of_day(hour: int, parts: Parts) -> int:
    """Return the hour on a clock of 24: "jam 5 sore" is 17."""
    if parts.zone in ("AM", "PM"):
        return hour % NOON + (NOON if parts.zone == "PM" else 0)
    if hour == MIDNIGHT:
        return 0
    if hour >= NOON:
        return hour
    late = parts.part in LATE and hour < NOON and not (parts.part == "TAF" and hour >= 9)  # noqa: PLR2004  "jam 11 siang"
    at_night = parts.part == "TNI" and EVENING_FROM <= hour < NOON
    return hour + NOON if late or at_night else hour


def is_past_midnight(parts: Parts) -> bool:
    """Say whether it is an hour of last night that is of the day after: "tadi malam pukul 01.30"."""
    at_night = parts.deictic == -1 and parts.part == "TNI"
    return at_night and parts.hour is not None and parts.hour < EVENING_FROM


def _is_amiss(told: date, frame: Frame) -> bool:
    """Say whether the day told lies behind a sentence that looks ahead, or ahead of one that looks back.

    "Acara akan dimulai pukul 14.00, kata X, Senin": the Monday is the day of the saying.
    """
    if frame.today is None:
        return False
    return (frame.direction > 0 and told < frame.today) or (frame.direction < 0 and told > frame.today + almanac.DAY)


def read_clock(expression: Expression, frame: Frame) -> Reading:
    """Return the time on the day its sentence speaks of; none where the text has told no such day."""
    told = frame.antecedent.earliest if frame.antecedent else None
    if told is None or (not frame.apposed and _is_amiss(told, frame)):
        return refused(expression, "clock_nowhere")
    told += almanac.DAY * (expression.parts.pointer or 0)  # "malam sebelumnya"
    when = DateValue.on(told)
    return Reading(day_value(told, expression.parts), when, (why("clock_told", text=expression.text, date=when),))
