"""Years, months and days along the axis: as many as fit, the years that matter first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_skeleton

from timeline.message import Language
from timeline.views.axis import Axis, years

YEAR_PX, MONTH_PX, DAY_PX = 34.0, 46.0, 54.0
EDGE_PX = 13.0
WHOLE = 0.99
MONTHS_FROM, DAYS_FROM = 150.0, 3_000.0
ROUND = (100, 50, 20, 10, 5, 2, 1)
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A named period: where its name stands, and where it begins (units)."""

    at: float
    start: float
    text: str


def ticks(axis: Axis, *, width: float, language: Language, wanted: Iterable[int] = ()) -> list[Tick]:
    """Return the ticks of an axis `width` pixels wide; `wanted` years are placed first, then round ones."""
    per_year = _pixels_a_year(axis, width)
    if per_year >= DAYS_FROM:
        return _days(axis, width, per_year, language)
    if per_year >= MONTHS_FROM:
        return _months(axis, width, per_year, language)
    return _years(axis, width, wanted)


def _pixels_a_year(axis: Axis, width: float) -> float:
    first, last = axis.span
    since, until = max(axis.stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (axis.unit(until) - axis.unit(since)) / max(last - first, 1e-9) * width / max(until - since, 1e-9)


def _years(axis: Axis, width: float, wanted: Iterable[int]) -> list[Tick]:
    inside = [
        (year, max(years(date(year, 1, 1)), since), min(years(date(year + 1, 1, 1)), until))
        for since, until in axis.stretches
        for year in range(axis.day(axis.unit(since)).year, axis.day(axis.unit(until)).year + 1)
    ]
    rank = {year: number for number, year in enumerate(dict.fromkeys(wanted))}
    # A year that a fold cuts short comes last: its name would stand askew between its neighbours.
    order = sorted(
        ((year, first, last) for year, first, last in inside if last > first),
        key=lambda one: (rank.get(one[0], len(rank)), one[2] - one[1] < WHOLE, _roundness(one[0]), one[0]),
    )
    placed: list[tuple[float, Tick]] = []
    scale = width / (axis.span[1] - axis.span[0])
    for year, first, last in order:
        tick = Tick((axis.unit(first) + axis.unit(last)) / 2, axis.unit(first), str(year))
        x = tick.at * scale
        if EDGE_PX <= x <= width - EDGE_PX and all(abs(x - other) >= YEAR_PX for other, _ in placed):
            placed.append((x, tick))
    return [tick for _, tick in sorted(placed, key=lambda one: one[0])]


def _roundness(year: int) -> int:
    return next(number for number, step in enumerate(ROUND) if year % step == 0)


def _months(axis: Axis, width: float, per_year: float, language: Language) -> list[Tick]:
    step = next(months for months in (1, 2, 3, 6) if per_year / 12 * months >= MONTH_PX or months == 6)  # noqa: PLR2004
    found: list[Tick] = []
    for since, until in axis.stretches:
        day = axis.day(axis.unit(since)).replace(day=1)
        end = axis.day(axis.unit(until))
        while day <= end:
            following = date(day.year + day.month // DECEMBER, day.month % DECEMBER + 1, 1)
            first, last = max(years(day), since), min(years(following), until)
            if (day.month - 1) % step == 0 and last > first:
                skeleton = "yMMM" if day.month == 1 else "MMM"
                text = str(day.year) if day.month == 1 and step > 1 else format_skeleton(skeleton, day, locale=language)
                found.append(Tick((axis.unit(first) + axis.unit(last)) / 2, axis.unit(first), text))
            day = following
    return _thinned(found, width / (axis.span[1] - axis.span[0]), width)


def _days(axis: Axis, width: float, per_year: float, language: Language) -> list[Tick]:
    step = next(days for days in (1, 2, 5, 10) if per_year / 365 * days >= DAY_PX or days == 10)  # noqa: PLR2004
    day, end = axis.day(axis.span[0]), axis.day(axis.span[1])
    found: list[Tick] = []
    while day <= end:
        first, last = axis.unit(years(day)), axis.unit(years(day + timedelta(days=1)))
        text = format_skeleton("yMMMd" if not found else "MMMd", day, locale=language)
        found.append(Tick((first + last) / 2, first, text))
        day += timedelta(days=step)
    return _thinned(found, width / (axis.span[1] - axis.span[0]), width)


def _thinned(found: list[Tick], scale: float, width: float) -> list[Tick]:
    """Return the ticks whose names neither touch the one before nor the edge."""
    kept: list[Tick] = []
    for tick in found:
        half = len(tick.text) * 3.4
        clear = not kept or (tick.at - kept[-1].at) * scale >= half + len(kept[-1].text) * 3.4 + 8
        if clear and half <= tick.at * scale <= width - half:
            kept.append(tick)
    return kept
