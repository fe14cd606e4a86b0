"""Which way an expression points, and which year one without a year is of: told by the text around it."""

from collections.abc import Sequence
from datetime import date

from timeline.hit import Hit
from timeline.surroundings import Surroundings
from timeline.told import Told

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
        end = hit.end
        for following in self._hits[at + 1 : at + MOST_LISTED]:
            parts = following.expression.parts
            if parts.month is None or not self._around.is_list(end, following.start):
                break
            if parts.year is not None:
                return parts.year
            end = following.end
        year = self._told.year_in_sentence(hit.start)
        newest = self._newest
        return None if year is not None and ahead and newest is not None and year < newest.year else year

    def year_narrated(self, hit: Hit, direction: int) -> int | None:
        """Return the year of the story that a day without year goes on with, where that is not the article's own."""
        parts, newest = hit.expression.parts, self._newest
        if parts.month is None or newest is None:
            return None
        year = self._told.year_narrated(hit.start, parts.month, parts.day, newest)
        year = year or self._told.year_told(parts.month, parts.day, newest)
        return None if year is not None and direction > 0 and year < newest.year else year
