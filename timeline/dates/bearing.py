"""Which way an expression points, and which year one without a year is of: told by the text around it."""

from collections.abc import Sequence
from datetime import date

from timeline.dates.hit import Hit
from timeline.dates.norm.holiday import fixed_day
from timeline.dates.reading import Expression
from timeline.dates.story import A_STORY
from timeline.dates.surroundings import Surroundings
from timeline.dates.told import Told

MOST_BETWEEN = 8  # expressions between a weekday and the same with its date
OF_A_WEEK = frozenset({"weekday", "sequence"})
MOST_LISTED = 12  # months or days whose year only the last of a list has


class Bearings:
    """What the text says of where its expressions point.

    newest
        The article's day, the last of several, or None.
    """

    def __init__(self, hits: Sequence[Hit], around: Surroundings, told: Told, newest: date | None) -> None:
        self._hits, self._around, self._told, self._newest = hits, around, told, newest

    def direction(self, hit: Hit) -> int:
        """Return where its sentence points; a month or day without year follows a coming date told before it there."""
        direction = self._around.direction(hit.start, hit.end)
        newest = self._newest
        if direction == 0 and hit.expression.needs.year and newest is not None:
            return int(self._told.looks_ahead(hit.start, newest))
        return direction

    def year(self, at: int, hit: Hit, *, ahead: bool) -> int | None:
        """Return the year that the sentence names for this expression: before it, or in the next of a list."""
        if hit.expression.norm == "holiday" and (dated := self._year_behind(at, hit)):
            return dated
        end = hit.end
        for following in self._hits[at + 1 : at + MOST_LISTED]:
            parts = following.expression.parts
            if parts.month is None or not self._around.is_list(end, following.start):
                break
            if parts.year is not None:
                return parts.year
            if parts.year_shift is not None and self._newest is not None:
                return self._newest.year + parts.year_shift  # "Januari dan Februari |tahun ini|"
            end = following.end
        year = self._told.year_in_sentence(hit.start)
        newest = self._newest
        return None if year is not None and ahead and newest is not None and year < newest.year else year

    def _year_behind(self, at: int, hit: Hit) -> int | None:
        """Return the year of the date right behind a named day: "Hari Kartini (|21 April 2015|)"."""
        following = self._hits[at + 1] if at + 1 < len(self._hits) else None
        if following is None or not self._around.is_dated(hit.end, following.start):
            return None
        parts = following.expression.parts
        return parts.year if parts.day is not None else None

    def year_narrated(self, hit: Hit, direction: int) -> int | None:
        """Return the year of the story that a day without year goes on with, where that is not the article's own."""
        month, day = _month_and_day(hit)
        if month is None or self._newest is None:
            return None
        comes = day is not None and direction >= 0
        year = self._told.year_to_come(hit.start, self._newest) if comes else None
        year = year or self._told.story.year_of(hit.start, month, day, self._newest)
        if year is None or direction <= 0 or year >= self._newest.year:
            return year
        long_ago = year < self._newest.year - 1  # "15 Agustus 1945 … selambat-lambatnya 16 Agustus", told in March
        return year if long_ago and self._told.story.is_only_of_it(hit.start, month, day, self._newest) else None

    def year_agreeing(self, hit: Hit) -> int | None:
        """Return the year of a story of long ago, beside which a day is told with its weekday: "Senin, 15 April"."""
        parts, newest = hit.expression.parts, self._newest
        if newest is None or parts.month is None:
            return None
        year = self._told.story.year_of(hit.start, parts.month, parts.day, newest)
        return year if year is not None and year < newest.year - 1 else None

    def is_either(self, hit: Hit, direction: int) -> bool:
        """Say whether a day without year may be of the story as well as of the article's own days."""
        month, day = _month_and_day(hit)
        if month is None or self._newest is None or direction > 0:
            return False
        return self._told.story.is_either(hit.start, month, day, self._newest)

    def is_habit(self, hit: Hit) -> bool:
        """Say whether it is a day of every week, told in its sentence or gone on with from an earlier one."""
        goes_on = hit.expression.norm in OF_A_WEEK and self._told.is_habit(hit.start)
        return goes_on or (hit.expression.needs.habit and self._around.is_habit(hit.start, hit.end))

    def is_past_today(self, hit: Hit) -> bool:
        """Say whether the writer tells what has happened "today": where only yesterday is printed, it may be that."""
        parts = hit.expression.parts
        if parts.deictic != 0 or parts.day is not None or parts.weekday is not None:
            return False
        return self._around.direction(hit.start, hit.end) < 0 and not self._around.is_set_off(hit.start)

    def points_at_noun(self, hit: Hit) -> bool:
        """Say whether "this" behind a year that is not the article's belongs to a noun ("Putri Desa 2005 ini")."""
        year, newest = hit.expression.parts.year, self._newest
        return year is not None and newest is not None and year != newest.year and " " in hit.expression.text

    def dated_later(self, at: int, hit: Hit) -> Expression | None:
        """Return what prints the day of a bare weekday behind it in a story of another year: "Minggu (25/6/1950)".

        None behind a comma: that is the day of a saying.
        """
        parts, newest = hit.expression.parts, self._newest
        pointed = any(shift is not None for shift in (parts.shift, parts.week_shift, parts.deictic, parts.ago))
        before = self._around.text[max(0, hit.start - 2) : hit.start].rstrip()
        if pointed or newest is None or before.endswith((",", "(")):
            return None
        for following in self._hits[at + 1 : at + MOST_BETWEEN]:
            told = following.expression.parts
            if following.start - hit.end > A_STORY:
                break
            if told.weekday == parts.weekday and told.day is not None and told.year not in (None, newest.year):
                return following.expression
        return None


def _month_and_day(hit: Hit) -> tuple[int | None, int | None]:
    parts = hit.expression.parts
    return fixed_day(parts.holiday) if parts.holiday else (parts.month, parts.day)
