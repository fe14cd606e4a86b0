"""Years, months and days along the axis: as many as fit, the years that matter first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_skeleton

from timeline.message import Language
from timeline.views.axis import Axis, Narrow, day_of, years
from timeline.views.words import date_words

YEAR_PX, MONTH_PX, DAY_PX = 34.0, 46.0, 54.0
HALF = 0.51  # of a year: what a fold leaves of the one before it or after it
LETTER_PX, BETWEEN_PX = 6.8, 6.5
MONTHS_FROM, DAYS_FROM = 150.0, 3_000.0
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A named period: where its name stands, and where it begins (units)."""

    at: float
    start: float
    text: str


def ticks(axis: Axis, *, width: float, language: Language, wanted: Iterable[int] = ()) -> list[Tick]:
    """Return the ticks of an axis `width` pixels wide: first narrow stretches, then `wanted` years, then even steps."""
    per_year = _pixels_a_year(axis, width)
    if per_year >= DAYS_FROM:
        found = _days(axis, width, per_year, language)
    elif per_year >= MONTHS_FROM:
        found = _months(axis, width, per_year, language)
    else:
        found = _years(axis, per_year, wanted)
    periods = [tick for part in axis.narrow for tick in _period(axis, part, width, language)]
    return _placed([*periods, *found], width / (axis.span[1] - axis.span[0]), width)


def _pixels_a_year(axis: Axis, width: float) -> float:
    first, last = axis.span
    since, until = max(axis.even, key=lambda stretch: stretch[1] - stretch[0])
    return (axis.unit(until) - axis.unit(since)) / max(last - first, 1e-9) * width / max(until - since, 1e-9)


def _years(axis: Axis, per_year: float, wanted: Iterable[int]) -> list[Tick]:
    """Return the `wanted` years, those at even steps, and where neither leaves a stretch a name the one in its middle.

    What a fold leaves of the year beside it has no name unless it is wanted.
    """
    drawn = [_years_of(stretch) for stretch in axis.even]
    there = {year: part for years_ in drawn for year, part in years_.items()}
    whole = [[year for year, (first, last) in years_.items() if last - first > HALF] for years_ in drawn]
    step = next((size for size in STEPS if size * per_year >= YEAR_PX), STEPS[-1])
    chosen = [year for year in wanted if year in there]
    chosen += [year for some in whole for year in some if year % step == 0]
    named = {*chosen} - {min(there)}  # the first may have no room at the edge
    chosen += [some[len(some) // 2] for some in whole if some and named.isdisjoint(some)]
    return [_tick(axis, *there[year], str(year)) for year in dict.fromkeys(chosen)]


def _years_of(stretch: tuple[float, float]) -> dict[int, tuple[float, float]]:
    """Return the calendar years of a stretch, and what is drawn of each."""
    since, until = stretch
    found = {
        year: (max(years(date(year, 1, 1)), since), min(years(date(year + 1, 1, 1)), until))
        for year in range(day_of(since).year, day_of(until).year + 1)
    }
    return {year: (first, last) for year, (first, last) in found.items() if last > first}


def _period(axis: Axis, part: Narrow, width: float, language: Language) -> list[Tick]:
    """Return the names of a narrow stretch: its years where they have room, its decade, or its first and last year."""
    drawn = (axis.unit(part.until) - axis.unit(part.since)) / (axis.span[1] - axis.span[0]) * width
    if drawn >= YEAR_PX * (part.until - part.since):
        return [_tick(axis, *place, str(year)) for year, place in _years_of((part.since, part.until)).items()]
    decade = part.first % 10 == 0 and part.last == part.first + 9
    text = date_words(f"{part.first // 10}X", None, language) if decade else f"{part.first}–{part.last % 100:02d}"
    return [_tick(axis, part.since, part.until, text)]


def _tick(axis: Axis, first: float, last: float, text: str) -> Tick:
    return Tick((axis.unit(first) + axis.unit(last)) / 2, axis.unit(first), text)


def _placed(ticks: Iterable[Tick], scale: float, width: float) -> list[Tick]:
    """Return the ticks that keep clear of those before them and of the edges, from left to right."""
    kept: list[Tick] = []
    for tick in ticks:
        half, x = len(tick.text) * LETTER_PX / 2, tick.at * scale
        clear = all(abs(x - other.at * scale) >= half + len(other.text) * LETTER_PX / 2 + BETWEEN_PX for other in kept)
        if clear and half <= x <= width - half:
            kept.append(tick)
    return sorted(kept, key=lambda tick: tick.at)


def _months(axis: Axis, width: float, per_year: float, language: Language) -> list[Tick]:
    step = next(months for months in (1, 2, 3, 6) if per_year / 12 * months >= MONTH_PX or months == 6)  # noqa: PLR2004
    found: list[Named] = []
    for stretch, (since, until) in enumerate(axis.even):
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
        clear = not kept or x - kept[-1].at * scale >= half + len(kept[-1].text) * LETTER_PX / 2 + BETWEEN_PX
        if clear and half <= x <= width - half:
            kept.append(Tick(named.at, named.start, text))
            told.add(named.group)
    return kept
