"""What a reading rests on outside its own sentence: the date it is counted from, and the sentences that hold it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import islice

from timeline.article import Span
from timeline.dates.almanac import DAY
from timeline.dates.chronicle import Chronicle, find_chronicle
from timeline.dates.surroundings import Surroundings
from timeline.dates.timex import Timex
from timeline.dates.told import is_printed
from timeline.publication.published import Published


class Grounds:
    """An article's dates and sentences, looked up by place: each question costs the same however many there are.

    timexes
        All expressions of the text, in order.
    """

    def __init__(self, text: str, sentences: Sequence[Span], timexes: Sequence[Timex], published: Published) -> None:
        self._text = text
        self._around = Surroundings(text, None)
        self._sentences = sentences
        self._timexes = timexes
        self._today = published.when.earliest if published.when else None

    def sentences(self, spans: Iterable[Span], *, but: Span) -> tuple[Span, ...]:
        """Return the sentences, other than `but`, that hold one of `spans`, in order, each once."""
        found = (self._sentence(span) for span in spans)
        return tuple(sorted({one for one in found if one is not None and one != but}))

    def antecedent(self, timex: Timex) -> Span | None:
        """Return where the date stands that an expression is counted from ("dua hari kemudian"), or None."""
        parts = timex.parts
        if parts.deictic is not None and parts.day is None:
            return self._day_of_speech(timex)
        if _has(timex, "weekday_later"):
            later = islice(self._printed, bisect_right(self._printed, timex.start, key=_start), None)
            return next(one.span for one in later if one.parts.weekday == parts.weekday)
        if _has(timex, "weekday_counted"):
            told = _before(self._of_day.get(timex.earliest, []), timex) if timex.earliest else None
            return (self.antecedent(told) or told.span) if told else None
        if parts.is_time and parts.day is None and parts.weekday is None:
            return self._day_of_clock(timex)
        if parts.sequence is None and parts.pointer is None and not _is_narrated(timex):
            return None
        same = self._of_calendar_day.get((parts.month, parts.day), []) if _is_narrated(timex) else []
        told = _before(same, timex) or _before(self._dated, timex)
        return told.span if told else None

    def is_heading(self, timex: Timex) -> bool:
        """Say whether an expression stands alone on its line, as the date of what stands under it."""
        return timex.span in self._headings

    def list_around(self, timex: Timex) -> tuple[Span, ...]:
        """Return the dates that show a list to be one, where an expression heads an entry of it or takes its year."""
        heading = self._chronicle.over(timex.start)
        heads = heading is not None and heading.date == timex.span and not heading.inline
        if heading is None or not (heads or _has(timex, "headed")):
            return ()
        return (heading.date, heading.year_at or heading.date, *self._chronicle.beside(heading.date))

    def _sentence(self, span: Span) -> Span | None:
        at = bisect_right(self._sentences, span.start, key=_start) - 1
        return self._sentences[at] if at >= 0 and self._sentences[at].covers(span) else None

    def _day_of_clock(self, timex: Timex) -> Span | None:
        """Return where the day of a clock is told: the nearest other expression of that day."""
        same = self._of_day.get(timex.earliest, []) if timex.earliest else []
        at = bisect_left(same, timex.start, key=_start)
        beside = [one for one in same[max(0, at - 1) : at + 2] if one is not timex]
        return min(beside, key=lambda one: abs(one.start - timex.start)).span if beside else None

    def _day_of_speech(self, timex: Timex) -> Span | None:
        """Return where a day is printed on which a quoted "today" rests: beside it, or of the article, or before."""
        if self._today is None or not self._around.is_quoted(timex.start):
            return None
        utterance = self._around.utterance(timex.start)
        at = bisect_left(self._printed, utterance.start, key=_start)
        if at < len(self._printed) and utterance.covers(self._printed[at].span):
            return self._printed[at].span
        return self._first_of_day.get(self._today) or self._first_of_day.get(self._today - DAY)

    @cached_property
    def _chronicle(self) -> Chronicle:
        return find_chronicle(self._text, self._sentences)

    @cached_property
    def _headings(self) -> frozenset[Span]:
        return frozenset(heading.date for heading in self._chronicle.headings if not heading.inline)

    @cached_property
    def _dated(self) -> list[Timex]:
        return [one for one in self._timexes if one.when]

    @cached_property
    def _printed(self) -> list[Timex]:
        return [one for one in self._timexes if is_printed(one.parts)]

    @cached_property
    def _of_day(self) -> dict[date, list[Timex]]:
        days: dict[date, list[Timex]] = {}
        for one in self._dated:
            if one.earliest:
                days.setdefault(one.earliest, []).append(one)
        return days

    @cached_property
    def _of_calendar_day(self) -> dict[tuple[int | None, int | None], list[Timex]]:
        """Return what is dated and prints a day with its year, by month and day."""
        days: dict[tuple[int | None, int | None], list[Timex]] = {}
        for one in self._dated:
            if one.parts.year is not None and one.parts.day is not None:
                days.setdefault((one.parts.month, one.parts.day), []).append(one)
        return days

    @cached_property
    def _first_of_day(self) -> dict[date, Span]:
        return {one.earliest: one.span for one in reversed(self._printed) if one.earliest}


def _start(one: Timex | Span) -> int:
    return one.start


def _before(told: Sequence[Timex], timex: Timex) -> Timex | None:
    """Return the last of `told`, in order, that stands before an expression."""
    at = bisect_left(told, timex.start, key=_start)
    return told[at - 1] if at else None


def _is_narrated(timex: Timex) -> bool:
    """Say whether its year is that of the date told before it."""
    return timex.parts.year is None and _has(timex, "narrated_year")


def _has(timex: Timex, step: str) -> bool:
    """Say whether a reading took that step."""
    return any(reason.key == f"timex.{step}" for reason in timex.reasons)
