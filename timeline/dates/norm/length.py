"""Durations, sets and references: they have a value, and no days."""

from fractions import Fraction

from timeline.dates.number import SOME, Number
from timeline.dates.reading import Expression, Frame, Reading, why

# TIMEX3 has no letter for these: they are so many of a unit that has one.
LETTERS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1), "week": ("", "W", 1),
    "month": ("", "M", 1), "quarter": ("", "Q", 1), "third": ("", "M", 4), "half": ("", "M", 6), "year": ("", "Y", 1),
    "windu": ("", "Y", 8), "decade": ("", "DE", 1), "century": ("", "CE", 1), "millennium": ("", "ML", 1),
}  # fmt: skip

# What less than one of a unit is told in, and how many of those it has: half an hour is PT30M.
FINER = {("", "ML"): ("", "Y", 1000), ("", "CE"): ("", "Y", 100), ("", "DE"): ("", "Y", 10), ("", "D"): ("T", "H", 24),
         ("T", "H"): ("T", "M", 60), ("T", "M"): ("T", "S", 60)}  # fmt: skip


def read_duration(expression: Expression, _frame: Frame) -> Reading:
    """Return how long: P3M, PT48H, PXM for several months, P2Y6M."""
    parts = expression.parts
    value = _length(parts.number, parts.unit or "day")
    if parts.unit3 and parts.number3 is not None:
        rest = _length(parts.number3, parts.unit3)
        value += rest[2:] if value.startswith("PT") and rest.startswith("PT") else rest[1:]
    if parts.number2 is not None:
        value += f"/{_length(parts.number2, parts.unit or 'day')}"
    return Reading(value, None, (why("duration", text=expression.text),))


def _length(number: Number | None, unit: str) -> str:
    time, letter, times = LETTERS[unit]
    if number is None or isinstance(number, str):
        return f"P{time}{SOME}{letter}"
    whole = number * times
    if whole.denominator != 1 and letter == "Y":
        whole, letter = whole * 12, "M"
    if whole < 1 and (finer := FINER.get((time, letter))) and (whole * finer[2]).denominator == 1:
        time, letter, whole = finer[0], finer[1], whole * finer[2]
    told = str(whole.numerator) if whole.denominator == 1 else f"{float(whole):g}"
    return f"P{time}{told}{letter}"


def read_set(expression: Expression, _frame: Frame) -> Reading:
    """Return how often: P1Y for every year, XXXX-WXX-1 for every Monday, XXXX-08-17 for every 17 August."""
    parts = expression.parts
    if parts.weekday is not None:
        value = f"XXXX-WXX-{parts.weekday}{parts.part or ''}"
    elif parts.month is not None:
        value = f"XXXX-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day is not None else "")
    elif parts.part is not None:
        value = f"XXXX-XX-XX{parts.part}"
    else:
        value = _length(parts.number or Fraction(1), parts.unit or "day")
    return Reading(value, None, (why("set", text=expression.text),))


def read_reference(expression: Expression, _frame: Frame) -> Reading:
    """Return PRESENT_REF, PAST_REF or FUTURE_REF, as the rule says."""
    return Reading(expression.parts.reference, None, (why("reference", text=expression.text),))
