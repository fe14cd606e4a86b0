"""Of which year a weekday with its date is: printed, or told by an office, by the years a text names, by how long ago.

A weekday whose year is not printed fits about one year in six: taken for the first later year in which it fits, it is
wrong in two of five, so its year has to be told otherwise; a year named but once is too often one of history.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from timeline.article import Span
from timeline.dates.timex import Timex
from timeline.message import Message, message
from timeline.publication.tenure import Tenure

YEAR, HALF_YEAR = timedelta(days=366), timedelta(days=185)
# A weekday falls on the same date again within so many years.
CALENDAR_CYCLE = 12


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day the text names with its weekday, the expression, why it is of that year, and where that stands."""

    day: date
    timex: Timex
    reasons: tuple[Message, ...] = ()
    evidence: tuple[Span, ...] = ()


class Weekdays:
    """The weekdays of one text, each with the year that the text settles.

    past
        Those of `timexes` that are told as past.
    bound
        The last day on which the text can have been published, where the page shows one.
    """

    def __init__(
        self, timexes: Sequence[Timex], past: Sequence[Timex], tenures: Sequence[Tenure], bound: date | None
    ) -> None:
        self._bound = bound
        self._years: dict[int, list[Timex]] = {}
        for one in timexes:
            if one.parts.year:
                self._years.setdefault(one.parts.year, []).append(one)
        self._counts = [one for one in timexes if one.parts.unit == "year" and one.parts.amount]
        named = (one for one in past if one.parts.year and one.earliest)
        self._newest = max(named, key=lambda one: (one.parts.year or 0, -one.start), default=None)
        # Of those who held one office at one time, one says what all say.
        self._tenures: dict[Span, dict[object, Tenure]] = {}
        for tenure in tenures:
            self._tenures.setdefault(tenure.sentence, {}).setdefault(tenure.held, tenure)
        self._sentences = sorted(self._tenures)

    def day_of(self, timex: Timex) -> NamedDay | None:
        """Return the day of a weekday with its date; None where neither it nor the text says of which year it is.

        Without a year it is of the only one in which it fits while those whom its sentence names by an office held it;
        else of the newest past year the text names, if the weekday fits there; else of a later one that begins within a
        year of a day or month named, or to which the text points in other words as well, or the only one that fits
        before the page was saved.
        """
        if timex.parts.year is not None:
            return NamedDay(timex.earliest, timex) if timex.earliest else None
        beside = self._beside(timex)
        return self._in_office(timex, beside) or self._by_years(timex, beside)

    def _beside(self, timex: Timex) -> tuple[Tenure, ...]:
        """Return whom the sentence of an expression names by an office."""
        at = bisect_right(self._sentences, timex.start, key=lambda one: one.start) - 1
        found = at >= 0 and self._sentences[at].covers(timex.span)
        return tuple(self._tenures[self._sentences[at]].values()) if found else ()

    def _fitting(self, timex: Timex, since: int, until: int, beside: Sequence[Tenure]) -> list[date]:
        """Return the days of a weekday and date in those years, not after the bound, all `beside` in office."""
        days = (day for day in _on_weekday(timex, since, until) if self._bound is None or day <= self._bound)
        return [day for day in days if all(one.is_held_on(day) for one in beside)]

    def _in_office(self, timex: Timex, beside: Sequence[Tenure]) -> NamedDay | None:
        """Return the only day on which a weekday falls while those named beside it held their offices."""
        over = next((one for one in beside if one.until), None)
        if over is None or over.until is None:
            return None
        days = self._fitting(timex, over.since.year, over.until.year, beside)
        if len(days) != 1:
            return None
        told = message("dating.office", who=over.text, held=over.term_of(days[0]), text=timex.text, year=days[0].year)
        return NamedDay(days[0], timex, (told,), (over.span,))

    def _by_years(self, timex: Timex, beside: Sequence[Tenure]) -> NamedDay | None:
        """Return the day in the newest past year the text names, or in a later one that something else tells of."""
        newest, bound = self._newest, self._bound
        since = newest.parts.year if newest else None
        if newest is None or since is None:
            return None
        fitting = self._fitting(timex, since, bound.year if bound else since + CALENDAR_CYCLE - 1, beside)
        for day in fitting:
            told = message("dating.year", text=timex.text, since=since, year=day.year)
            if agreeing := self._agreeing(day.year):
                return NamedDay(day, timex, (told, agreeing[0]), (newest.span, *agreeing[1]))
            near = self._near(newest, since) if day.year == since else ()
            if near or (bound is not None and len(fitting) == 1) or _is_soon_after(newest, day):
                return NamedDay(day, timex, (told,), (newest.span, *near))
        return None

    def _near(self, newest: Timex, year: int) -> tuple[Span, ...]:
        """Return what shows that the newest past year can be the article's own: a part of it, it again, one beside."""
        is_short = newest.earliest and newest.latest and newest.latest - newest.earliest < HALF_YEAR
        if newest.parts.month is not None or is_short:
            return (newest.span,)
        beside = chain.from_iterable(self._years.get(other, ()) for other in (year, year - 1, year + 1))
        return next(((one.span,) for one in beside if one is not newest), ())

    def _agreeing(self, year: int) -> tuple[Message, tuple[Span, Span]] | None:
        """Return what else leads to `year`: "24 years ago" beside a year that lies 24 before it."""
        for one in self._counts:
            amount = one.parts.amount
            counted = None if amount is None or isinstance(amount, str) else year + amount
            if counted is not None and counted in self._years:
                other = self._years[int(counted)][0]
                told = message("dating.agrees", text=one.text, year=other.parts.year, sum=year)
                return told, (one.span, other.span)
        return None


def _is_soon_after(named: Timex, day: date) -> bool:
    """Say whether `day` comes within a year of a day or month the text names."""
    fine = named.when is not None and named.when.precision in ("day", "month")
    return fine and named.earliest is not None and day <= named.earliest + YEAR


def _on_weekday(timex: Timex, since: int, until: int) -> Iterator[date]:
    """Yield the days of that weekday and date from the year `since` to the year `until`."""
    parts = timex.parts
    for year in range(since, until + 1):
        try:
            found = date(year, parts.month or 0, parts.day or 0)
        except ValueError:
            continue
        if found.isoweekday() == parts.weekday:
            yield found
