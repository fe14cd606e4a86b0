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
LETTER_PX = 6.8
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
    found: list[Named] = []
    for stretch, (since, until) in enumerate(axis.stretches):
        day = axis.day(axis.unit(since)).replace(day=1)
        end = axis.day(axis.unit(until))
        while day <= end:
            following = date(day.year + day.month // DECEMBER, day.month % DECEMBER + 1, 1)
            first, last = max(years(day), since), min(years(following), until)
            if (day.month - 1) % step == 0 and last > first:
                told = format_skeleton("yMMM", day, locale=language)
                short = told if day.month == 1 else format_skeleton("MMM", day, locale=language)
                long = str(day.year) if day.month == 1 and step > 1 else told
                place = (axis.unit(first) + axis.unit(last)) / 2
                found.append(
                    Named(place, axis.unit(first), long if day.month == 1 else short, long, (stretch, day.year))
                )
            day = following
    return _thinned(found, width / (axis.span[1] - axis.span[0]), width)


def _days(axis: Axis, width: float, per_year: float, language: Language) -> list[Tick]:
    step = next(days for days in (1, 2, 5, 10) if per_year / 365 * days >= DAY_PX or days == 10)  # noqa: PLR2004
    day, end = axis.day(axis.span[0]), axis.day(axis.span[1])
    found: list[Named] = []
    while day <= end:
        first, last = axis.unit(years(day)), axis.unit(years(day + timedelta(days=1)))
        short, long = (format_skeleton(skeleton, day, locale=language) for skeleton in ("MMMd", "yMMMd"))
        found.append(Named((first + last) / 2, first, short, long, (0, day.year)))
        day += timedelta(days=step)
    return _thinned(found, width / (axis.span[1] - axis.span[0]), width)


@dataclass(frozen=True, slots=True)
class Named:
    """A tick that may be told with its year; `group` is the stretch and the year that need to be told once."""

    at: float
    start: float
    short: str
    long: str
    group: tuple[int, int]


def _thinned(found: list[Named], scale: float, width: float) -> list[Tick]:
    """Return the ticks whose names touch neither the one before nor the edge; the first of a year names the year."""
    kept: list[Tick] = []
    told: set[tuple[int, int]] = set()
    for named in found:
        text = named.short if named.group in told else named.long
        half, x = len(text) * LETTER_PX / 2, named.at * scale
        clear = not kept or x - kept[-1].at * scale >= half + len(kept[-1].text) * LETTER_PX / 2 + 8
        if clear and half <= x <= width - half:
            kept.append(Tick(named.at, named.start, text))
            told.add(named.group)
    return kept
