"""The story of another year that a text tells: days and months without a year that are of it, or may be."""

from datetime import date, timedelta

from timeline.dates import almanac
from timeline.dates.parts import Parts
from timeline.dates.surroundings import Surroundings

A_STORY = 500  # characters in which a story goes on
A_PARAGRAPH = 250  # characters in which it goes on by more than a month
A_MONTH = timedelta(days=31)


class Story:
    """The day or month told last, and the years told of each day of the calendar."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._last: tuple[int, date] | None = None
        self._left: tuple[int, date] | None = None  # where the text turned to days of its own
        self._years: dict[tuple[int | None, int | None], list[int]] = {}  # of days told with theirs

    def go_on(self, start: int, day: date) -> None:
        """Remember that the story has come to that day at `start`."""
        self._last = (start, day)

    def stop(self) -> None:
        """Remember that a day of the article's own time was told."""
        self._left, self._last = self._last or self._left, None

    def add_year(self, parts: Parts, day: date | None) -> None:
        """Remember the year that the text tells of a day, or that its weekday tells."""
        year = parts.year or (day.year if day and parts.weekday is not None else None)
        if year is not None and parts.day is not None:
            self._years.setdefault((parts.month, parts.day), []).append(year)

    def year_of(self, start: int, month: int, day: int | None, today: date) -> int | None:
        """Return the year that the story gives to a day or month told at `start`; None where it gives it none."""
        year = self._gone_on(start, month, day, today)
        if year is not None or day is None or _is_near(today, month, day):
            return year
        if self._left is not None and start - self._left[0] <= A_STORY and self._left[1] <= today:
            year = _just_after(self._left[1], month, day)
        if year is not None:
            return year
        years = self._years.get((month, day))
        return years[-1] if years else None

    def _gone_on(self, start: int, month: int, day: int | None, today: date) -> int | None:
        """Return the year in which it lies within a month of the date told last, or later in that one's year.

        None where that is the article's own year up to `today`, and what it looks back on may be near that.
        """
        if self._last is None or start - self._last[0] > A_STORY:
            return None
        at, last = self._last
        if last <= today and last.year >= today.year - (day is None):
            return None
        if day is None and month == last.month:  # "20 Mei 1883 …, hingga akhir Mei"
            return last.year
        after = _just_after(last, month, day or 1)
        if after is not None:
            return after
        if last > today or _is_near(today, month, day or 1):
            return None
        before = _just_before(last, month, day) if day is not None else None
        if before is not None:
            return before
        on = almanac.real_day(last.year, month, day or 1)
        return last.year if on is not None and on > last and self._goes_on_beside(at, start) else None

    def is_only_of_it(self, start: int, month: int, day: int | None, today: date) -> bool:
        """Say whether the story was told a little before, in its paragraph, and no such day is near the article's."""
        beside = self._last is not None and self._goes_on_beside(self._last[0], start)
        return beside and not _is_near(today, month, day or 1)

    def _goes_on_beside(self, at: int, start: int) -> bool:
        return start - at <= A_PARAGRAPH and self._around.shares_line(at, start)

    def is_either(self, start: int, month: int, day: int | None, today: date) -> bool:
        """Say whether a day near the article's own may as well be of the story: it is told on an anniversary."""
        if day is None or not _is_near(today, month, day):
            return False
        years = self._years.get((month, day), [])
        if years:
            return today.year not in years
        if self._last is None or start - self._last[0] > A_STORY or self._last[1].year >= today.year - 1:
            return False
        at, last = self._last
        return self._goes_on_beside(at, start) or _just_before(last, month, day) is not None


def _is_near(today: date, month: int, day: int) -> bool:
    near = (almanac.real_day(year, month, day) for year in (today.year - 1, today.year, today.year + 1))
    return any(one is not None and abs(one - today) <= A_MONTH for one in near)


def _just_after(last: date, month: int, day: int) -> int | None:
    """Return the year in which that day lies in the month after `last`."""
    after = {year: almanac.real_day(year, month, day) for year in (last.year, last.year + 1)}
    return next((year for year, on in after.items() if on is not None and last <= on <= last + A_MONTH), None)


def _just_before(last: date, month: int, day: int) -> int | None:
    """Return the year in which that day lies in the month before `last`."""
    before = {year: almanac.real_day(year, month, day) for year in (last.year, last.year - 1)}
    return next((year for year, on in before.items() if on is not None and last - A_MONTH <= on < last), None)
