"""When an article that prints no date was published, by what its text says.

Of 1,175 dated articles that name a weekday with its date, 98.9 % were published within the week that the newest of
them begins. A weekday whose year is not printed fits about one year in six: taken for the first later year in which it
fits, it is wrong in two of five, so its year has to be told otherwise; a year named but once is too often of history.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.article import Span
from timeline.dates.timex import Timex
from timeline.edtf import DateValue, Mod
from timeline.language.modality import Modality
from timeline.message import Message, message
from timeline.publication.published import Published
from timeline.publication.tenure import Tenure

# A news report speaks of days up to so many before its own.
NEWS_DAYS = timedelta(days=6)
YEAR, HALF_YEAR = timedelta(days=366), timedelta(days=185)
# A weekday falls on the same date again within so many years.
CALENDAR_CYCLE = 12
# No page of news is older: the first Indonesian ones were put on the web then. A day before it is history.
FIRST_PAGES = date(1994, 1, 1)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day the text names with its weekday, the expression, why it is of that year, and where that stands."""

    day: date
    timex: Timex
    reasons: tuple[Message, ...] = ()
    evidence: tuple[Span, ...] = ()


def date_by_words(
    timexes: Sequence[Timex],
    told: Callable[[Timex], Modality | None],
    bound: date | None,
    tenures: Sequence[Tenure] = (),
) -> Published:
    """Return the week that begins with the newest weekday-with-date the text tells of as past, up to what it plans.

    A day of which it also tells as still to come is none it tells of as past.

    told
        How an expression is told: as past ("occurred"), planned, …
    bound
        The last day on which it can have been published, where the page shows one.
    tenures
        Who is named by an office, and when they held it.
    """
    past = [one for one in timexes if told(one) == "occurred"]
    weekdays = [one for one in past if one.parts.weekday and one.parts.day and one.parts.month]
    days = {_calendar_day(one) for one in weekdays}
    ahead = [one for one in timexes if _calendar_day(one) in days and (_points_ahead(one) or told(one) == "planned")]
    coming, against = {_calendar_day(one) for one in ahead}, [one.span for one in ahead]
    named = [one for one in weekdays if _calendar_day(one) not in coming]
    dated = [
        found for one in named if (found := _day_of(one, timexes, past, bound, tenures)) and _can_be(found.day, bound)
    ]
    if not dated:
        unclear = next((one for one in named if one.parts.year is None), None)
        reasons = (message("dating.yearless", text=unclear.text),) if unclear else ()
        return Published(None, "none", reasons, (), tuple(against))
    newest = max(dated, key=lambda found: (found.day, -found.timex.start))
    plan = min(
        (one for one in timexes if _is_ahead(one, newest.day) and told(one) == "planned"), key=_day, default=None
    )
    last = min(filter(None, (newest.day + NEWS_DAYS, bound, plan and plan.latest)))
    week = DateValue.between(newest.day, last, mod=Mod.APPROX)
    return Published(
        week,
        "text",
        (
            message("dating.newest", text=newest.timex.text, date=DateValue.on(newest.day)),
            *newest.reasons,
            *((message("dating.still_ahead", text=plan.text),) if plan else ()),
            message("dating.week", date=week),
        ),
        (),
        tuple(sorted({newest.timex.span, *newest.evidence, *((plan.span,) if plan else ()), *against})),
    )


def _points_ahead(one: Timex) -> bool:
    """Say whether an expression itself says that it is still to come ("besok, Rabu (26/8)", "pekan depan")."""
    return max(one.parts.shift or 0, one.parts.deictic or 0, one.parts.week_shift or 0) > 0


def _calendar_day(one: Timex) -> tuple[int | None, int | None]:
    return one.parts.month, one.parts.day


def _can_be(day: date, bound: date | None) -> bool:
    """Say whether news can be of that day."""
    return day >= FIRST_PAGES and (bound is None or day <= bound)


def _is_ahead(one: Timex, day: date) -> bool:
    """Say whether an expression is a day, printed with its year, in the week after `day`."""
    parts = one.parts
    printed = parts.year is not None and parts.day is not None and not parts.is_range
    return printed and one.latest is not None and day < one.latest <= day + NEWS_DAYS


def _day(one: Timex) -> date:
    return one.latest or date.max


def _day_of(
    timex: Timex, timexes: Sequence[Timex], past: Sequence[Timex], bound: date | None, tenures: Sequence[Tenure]
) -> _Day | None:
    """Return the day of a weekday with its date; None where neither it nor the text says of which year it is.

    Without a year it is of the only one in which it fits while those whom its sentence names by an office held it;
    else of the newest past year the text names, if the weekday fits there; else of a later one that begins within a
    year of a day or month named, or to which the text points in other words as well, or the only one that fits before
    the page was saved.
    """
    parts = timex.parts
    if parts.year is not None:
        return _Day(timex.earliest, timex) if timex.earliest else None
    beside = [one for one in tenures if one.sentence.covers(timex.span)]
    if (found := _day_in_office(timex, beside, bound)) is not None:
        return found
    named = [one for one in past if one.parts.year and one.earliest]
    if not named:
        return None
    newest = max(named, key=lambda one: (one.parts.year or 0, -one.start))
    since = newest.parts.year or 0
    until = bound.year if bound else since + CALENDAR_CYCLE - 1
    fitting = [
        day
        for day in _fitting(timex, since, until)
        if (bound is None or day <= bound) and all(one.is_held_on(day) for one in beside)
    ]
    for day in fitting:
        told = message("dating.year", text=timex.text, since=since, year=day.year)
        agreeing = next(_agreeing(day.year, timexes), None)
        if agreeing:
            return _Day(day, timex, (told, agreeing[0]), (newest.span, *agreeing[1]))
        near = _near(newest, timexes) if day.year == since else ()
        if near or (bound is not None and len(fitting) == 1) or _is_soon_after(newest, day):
            return _Day(day, timex, (told,), (newest.span, *near))
    return None


def _near(newest: Timex, timexes: Sequence[Timex]) -> tuple[Span, ...]:
    """Return what shows that the newest past year can be the article's own: a part of a year, or one beside it again.

    A year named but once, and far from all others, is one of history as often as not.
    """
    is_short = newest.earliest and newest.latest and newest.latest - newest.earliest < HALF_YEAR
    if newest.parts.month is not None or is_short:
        return (newest.span,)
    year = newest.parts.year or 0
    beside = (one for one in timexes if one is not newest and one.parts.year and abs(one.parts.year - year) <= 1)
    return tuple(one.span for one in beside)[:1]


def _is_soon_after(named: Timex, day: date) -> bool:
    """Say whether `day` comes within a year of a day or month the text names."""
    fine = named.when is not None and named.when.precision in ("day", "month")
    return fine and named.earliest is not None and day <= named.earliest + YEAR


def _day_in_office(timex: Timex, beside: Sequence[Tenure], bound: date | None) -> _Day | None:
    """Return the only day on which a weekday falls while those named beside it held their offices; None without one."""
    over = next((one for one in beside if one.until), None)
    if over is None or over.until is None:
        return None
    days = _fitting(timex, over.since.year, over.until.year)
    held = [day for day in days if all(one.is_held_on(day) for one in beside) and (bound is None or day <= bound)]
    if len(held) != 1:
        return None
    told = message("dating.office", who=over.text, held=over.term_of(held[0]), text=timex.text, year=held[0].year)
    return _Day(held[0], timex, (told,), (over.span,))


def _fitting(timex: Timex, since: int, until: int) -> Iterator[date]:
    """Yield the days of that weekday and date from the year `since` to the year `until`."""
    parts = timex.parts
    for year in range(since, until + 1):
        try:
            found = date(year, parts.month or 0, parts.day or 0)
        except ValueError:
            continue
        if found.isoweekday() == parts.weekday:
            yield found


def _agreeing(year: int, timexes: Sequence[Timex]) -> Iterator[tuple[Message, tuple[Span, Span]]]:
    """Yield what else leads to `year`: "24 years ago" beside a year that lies 24 before it."""
    named = [one for one in timexes if one.parts.year]
    for one in timexes:
        amount = one.parts.amount if one.parts.unit == "year" else None
        if not amount or isinstance(amount, str):
            continue  # "tahun ini" is no count
        for other in named:
            if other.parts.year and other.parts.year - amount == year:
                told = message("dating.agrees", text=one.text, year=other.parts.year, sum=year)
                yield told, (one.span, other.span)
