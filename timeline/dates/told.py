"""The dates a text has told so far, for what points back to them."""

from bisect import bisect_left
from datetime import date, timedelta
from operator import itemgetter

from timeline.dates.parts import Parts
from timeline.dates.reading import FINER_THAN_DAY, Expression, fine_enough
from timeline.dates.said import Said
from timeline.dates.story import A_STORY, Story
from timeline.dates.surroundings import Surroundings
from timeline.edtf import DateValue

A_MOMENT, FEW = 300, 3  # characters in which it counts minutes, and days told last
OF_NEWS = timedelta(days=14)
A_YEAR = timedelta(days=366)
PERIODS = frozenset({"month", "quarter", "half", "year"})


class Told:
    """The dates a text has told so far, for what points back to them; each question costs the same however many."""

    def __init__(self, around: Surroundings, today: date | None) -> None:
        self._around = around
        self._today = today
        self.story = Story(around)
        self._latest: dict[str, tuple[int, DateValue]] = {}  # by precision: where, and what
        self._of_weekday: dict[int, DateValue] = {}
        self._year: tuple[int, int] | None = None
        self._last: tuple[int, date] | None = None
        self._days: list[tuple[int, DateValue]] = []
        self._event_days: list[tuple[int, DateValue]] = []
        self._open_days: list[tuple[int, DateValue]] = []  # "sejak Selasa": what lasts is rather the background
        self.said = Said(around)
        self._titled: set[int] = set()
        self._news: set[int] = set()  # where a day is told as that of news is: by its weekday, or as "today"
        self._then: int | None = None  # where the text pointed back at the date told last
        self._habit: int | None = None  # where a weekday of every week was told, and no day of the calendar since

    def add(self, start: int, when: DateValue, parts: Parts, *, reported: bool, titled: bool = False) -> None:
        """Remember that the expression at `start` means `when`; a report's date is nothing to count from.

        Nor is one in a title (`titled`): what it heads is of that date, and counts from what was told before.
        """
        if titled:
            self._titled.add(start)
        if parts.day is not None:
            self._habit = None
        self._add_year(start, when, parts)
        self.story.add_year(parts, when.earliest)
        if when.earliest is not None:
            self._last = (start, when.earliest)
        precision = when.precision
        if precision == "open" and parts.ago is not None:  # "sejak sekitar sepekan lalu" tells no day to count from
            return
        day = _closed(when) if precision == "open" else when
        is_day = precision == "day" or (day is not when and day.precision == "day")
        if is_day:
            self._add_day(start, day, parts, reported=reported)
        if reported or (parts.holiday is not None and when.mod is not None):  # "usai Lebaran" is no day to point at
            return
        self._latest[day.precision] = (start, when)
        goes_on = any(part is not None for part in (parts.month, parts.sequence, parts.pointer, parts.holiday))
        if day.earliest is not None and goes_on:
            self.story.go_on(start, (day.latest if day.precision == "span" else None) or day.earliest)
        elif is_day:
            self.story.stop()
        if is_day and not self._around.is_of_noun(start):
            (self._event_days if day is when else self._open_days).append((start, day))
        if is_day and parts.weekday is not None and parts.day is not None:
            self._of_weekday[parts.weekday] = day

    def _add_day(self, start: int, day: DateValue, parts: Parts, *, reported: bool) -> None:
        if not reported:
            self._days.append((start, day))
        if parts.weekday is not None or parts.deictic is not None:
            self._news.add(start)
        if day.earliest and is_printed(parts) and self._around.is_told(start):
            self.said.add(start, day.earliest)

    def _add_year(self, start: int, when: DateValue, parts: Parts) -> None:
        if parts.year is not None:
            self._year = (start, parts.year)
        elif when.earliest is not None and _settles_year(when, parts):
            self._year = (start, when.earliest.year)

    def add_habit(self, start: int) -> None:
        """Remember that the text tells there what is done every week, on a weekday."""
        self._habit = start

    def is_habit(self, start: int) -> bool:
        """Say whether a weekday at `start` goes on with what is done every week: "setiap Sabtu …. Pada Senin …"."""
        return self._habit is not None and start - self._habit <= A_STORY

    def lose(self) -> None:
        """Forget what to count from: a date was told that nobody can tell, and what follows counts from that."""
        self._latest.clear()

    def point_back(self, start: int) -> None:
        """Remember that what is told there was then: "saat itu"."""
        self._then = start

    def year_in_sentence(self, start: int) -> int | None:
        """Return the year printed last before `start` in the same sentence, or that of the date it says was "then"."""
        if self._year is None:
            return None
        at, year = self._year
        return year if self._around.shares_sentence(at, start) or self._is_then(at, start) else None

    def _is_then(self, at: int, start: int) -> bool:
        """Say whether the sentence at `start` tells what was at the date told last, `at`."""
        if self._then is None or self._last is None or not at < self._then <= at + A_STORY:
            return False
        return self._last[0] <= at and self._around.shares_sentence(self._then, start)

    def year_to_come(self, start: int, today: date) -> int | None:
        """Return the coming year where the text told it last, a little before `start`: "tahun depan. Pada 18 April"."""
        at, when = self._latest.get("year", (-1, None))
        if when is None or when.earliest is None or self._last is None or self._last[0] != at or start - at > A_MOMENT:
            return None
        return when.earliest.year if when.earliest > today else None

    def looks_ahead(self, start: int, today: date) -> bool:
        """Say whether the date told last before `start` in the same sentence lies after `today`."""
        last = self._last
        return last is not None and last[1] > today and self._around.shares_sentence(last[0], start)

    def antecedent(self, start: int, expression: Expression) -> DateValue | None:
        """Return the date that an expression at `start` points back to, or None."""
        parts = expression.parts
        if expression.norm in ("clock", "part_of_day"):
            return self._day_of(start, sentence_only=expression.norm == "part_of_day")
        if expression.norm == "weekday":
            pointed = any(shift is not None for shift in (parts.shift, parts.week_shift, parts.deictic))
            return None if pointed or parts.weekday is None else self._of_weekday.get(parts.weekday)
        latest = self._latest_for(start, parts)
        found = [latest[precision] for precision in fine_enough(expression) if precision in latest]
        last = max(found, key=itemgetter(0), default=None)
        # "awal bulan ini, pada hari yang sama": which day is meant the sentence does not say.
        newer = max((at for at, _ in latest.values()), default=-1)
        vaguer = last is not None and newer > last[0] and self._around.shares_sentence(newer, start)
        if last is not None and expression.norm == "sequence" and self._is_off(last[0], start, parts):
            return None
        if last is None or (vaguer and not self._around.shares_sentence(last[0], start)):
            return None
        return _closed(last[1])

    def day_of_story(self, start: int) -> date | None:
        """Return the day told last of a story of another time; None where what is told at `start` is no more of it."""
        at, told = self._latest.get("day", (0, None))
        day = told.earliest if told else None
        if day is None or self._today is None or start - at > A_STORY or self._around.is_set_off(start):
            return None
        return day if abs(day - self._today) > OF_NEWS else None

    def _latest_for(self, start: int, parts: Parts) -> dict[str, tuple[int, DateValue]]:
        """Return the dates told last; without the day of news where figures are compared: "kata X, Senin (3/6)"."""
        compared = parts.pointer == -1 and parts.unit in PERIODS and self._around.is_compared(start, than=True)
        if not compared or self._latest.get("day", (-1,))[0] not in self._news:
            return self._latest
        return {precision: told for precision, told in self._latest.items() if precision != "day"}

    def _is_off(self, at: int, start: int, parts: Parts) -> bool:
        """Say whether the date at `at` stands in a title, or is one of several too far off to count minutes from."""
        if parts.unit in FINER_THAN_DAY and start - at > A_MOMENT:
            return len({day.edtf for _, day in self._event_days[-FEW:]}) > 1
        return at in self._titled

    def is_long_ago(self, start: int) -> bool:
        """Say whether the sentence at `start` told a weekday that is neither of the article's time nor near it.

        Set off by a comma a weekday is that of the saying ("…, kata X, |Rabu|").
        """
        if not self._days or self._today is None or self._around.is_set_off(start):
            return False
        at, when = self._days[-1]
        day = when.earliest or when.latest
        return (
            day is not None
            and at in self._news
            and abs(day - self._today) > OF_NEWS
            and self._around.shares_sentence(at, start)
        )

    def is_story_of_weekdays(self, start: int) -> bool:
        """Say whether one of another year was told a little before: "Ahad, 26 Agustus 1883. Puncaknya |Senin pagi|"."""
        if self._today is None or self._around.is_set_off(start):
            return False
        for at, when in reversed(self._days):
            day = when.earliest or when.latest
            if start - at > A_STORY or day is None or abs(day - self._today) <= A_YEAR:
                return False
            if at in self._news:
                return True
        return False

    def is_story(self, start: int) -> bool:
        """Say whether what counts at `start` counts from a speaker's own story: its quotation has told no date."""
        at = max((where for where, _ in self._latest.values()), default=0)
        return self._around.is_quoted(start) and not (
            self._around.is_quoted(at) and self._around.shares_line(at, start)
        )

    def _day_of(self, start: int, *, sentence_only: bool) -> DateValue | None:
        """Return the day that the sentence at `start` speaks of: told before it there, after it there, or earlier."""
        if not self._days:
            return None
        sentence = self._around.utterance(start)
        at = bisect_left(self._days, start, key=itemgetter(0))
        if at > 0 and self._days[at - 1][0] >= sentence.start:
            return self._days[at - 1][1]
        if at < len(self._days) and self._days[at][0] < sentence.end and not self._around.is_of_noun(self._days[at][0]):
            return self._days[at][1]
        if sentence_only:
            return None
        days = self._event_days if self._event_days and self._event_days[0][0] < start else self._open_days
        earlier = bisect_left(days, start, key=itemgetter(0)) - 1
        if earlier < 0 or self._is_past_story(*days[earlier], start) or self._is_of_saying(*days[earlier]):
            return None
        return days[earlier][1]

    def _is_of_saying(self, where: int, day: DateValue) -> bool:
        """Say whether the day told there is set off, as that of a saying is, and another was told before."""
        return self._around.is_set_off(where) and any(
            at < where and other != day and not self._around.is_set_off(at)
            for at, other in (*self._event_days, *self._open_days)
        )

    def _is_past_story(self, where: int, day: DateValue, start: int) -> bool:
        """Say whether the day told there is of a story of long ago that the text has left by `start`."""
        is_old = self._today and day.earliest and self._today - day.earliest > A_YEAR
        return bool(is_old) and start - where > A_STORY


def is_printed(parts: Parts) -> bool:
    """Say whether weekday and day are printed, as the press does for what it has just learnt."""
    return parts.weekday is not None and parts.day is not None


def _settles_year(when: DateValue, parts: Parts) -> bool:
    """Say whether a day without year behind it is of its year: "tahun lalu, pada 5 Mei", "sebulan kemudian, 5 Mei"."""
    counted = parts.sequence is not None or parts.pointer is not None
    return (parts.unit == "year" and when.precision == "year") or (parts.unit == "month" and counted)


def _closed(when: DateValue) -> DateValue:
    """Return the date without the open end that "sejak" gave it."""
    return DateValue.parse(when.edtf.replace("/..", "").replace("../", "")) if when.precision == "open" else when
