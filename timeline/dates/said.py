"""When what is quoted was said: by the weekdays and dates that a text prints beside it."""

from bisect import bisect_left
from datetime import date
from operator import itemgetter

from timeline.dates import almanac
from timeline.dates.surroundings import Surroundings

SECOND_DAY = date.min + almanac.DAY  # of the calendar: the first with a yesterday
DAYS_OF_NEWS = 7  # how long ago a quotation was said at most
A_MOMENT = 300  # characters from the day of one quotation to the next


class Said:
    """The days that a text prints with their weekday, as the press does for when something was said."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._printed: list[tuple[int, date]] = []
        self._days: set[date] = set()
        self._beside: set[date] = set()  # those set off by a comma outside of quotations: "kata X, Rabu (28/6)"

    def add(self, start: int, day: date) -> None:
        """Remember that `day` is printed at `start`, behind all others."""
        self._printed.append((start, day))
        self._days.add(day)
        if self._around.is_set_off(start) and not self._around.is_quoted(start):
            self._beside.add(day)

    def days(self, start: int, today: date) -> tuple[date, ...]:
        """Return on which days what is quoted at `start` may have been said; none where that is simply `today`.

        The sentence prints the day beside the quotation, or one set off just before it does; else it was the article's
        own day, or the day before, where the article prints that and not its own.
        """
        spoken = self._around.utterance(start)
        first, end = (bisect_left(self._printed, at, key=itemgetter(0)) for at in (spoken.start, spoken.end))
        for at, day in self._printed[first:end]:
            if 0 <= (today - day).days <= DAYS_OF_NEWS and not self._around.is_quoted(at):
                return (day,) if day != today else ()
        if first and self._is_just_before(*self._printed[first - 1], spoken.start, today):
            return (self._printed[first - 1][1],)
        return self.written(today)

    def written(self, today: date) -> tuple[date, ...]:
        """Return the days on which the text may have been written: two where it prints yesterday and not `today`.

        So it is where somebody spoke yesterday and nobody today, though `today` is that of an event.
        """
        yesterday = max(today, SECOND_DAY) - almanac.DAY
        days = self._beside if yesterday in self._beside else self._days
        return (yesterday, today) if today not in days and yesterday in days else ()

    def _is_just_before(self, at: int, day: date, start: int, today: date) -> bool:
        """Say whether what is said from `start` on was said on the day at `at`: "kata X, Senin (3/6). "Hari ini"."""
        near = start - at <= A_MOMENT and 0 < (today - day).days <= DAYS_OF_NEWS
        return near and self._around.is_set_off(at) and not self._around.is_quoted(at)
