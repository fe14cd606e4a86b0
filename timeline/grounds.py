"""What else of its article an expression's reading rests on: the date it is counted from."""

from collections.abc import Sequence

from timeline.almanac import DAY
from timeline.article import Span
from timeline.dating import Published
from timeline.surroundings import Surroundings
from timeline.timex import Timex
from timeline.told import is_printed


def antecedent_of(timex: Timex, timexes: Sequence[Timex], published: Published, text: str) -> Span | None:
    """Return where in `text` the date stands that an expression is counted from ("dua hari kemudian"), or None.

    timexes
        All expressions of the text, in order.
    """
    parts, told = timex.parts, [one for one in timexes if one.when and one is not timex]
    if parts.deictic is not None and parts.day is None:
        return _day_of_speech(timex, timexes, published, text)
    if parts.is_time and parts.day is None and parts.weekday is None:  # the clock of a day told elsewhere
        days = [one for one in told if one.earliest == timex.earliest]
        return min(days, key=lambda one: abs(one.start - timex.start)).span if days else None
    if parts.sequence is None and parts.pointer is None and not _is_narrated(timex):
        return None
    return next((one.span for one in reversed(told) if one.end <= timex.start), None)


def _is_narrated(timex: Timex) -> bool:
    """Say whether its year is that of the date told before it."""
    return timex.parts.year is None and any(reason.key == "timex.narrated_year" for reason in timex.reasons)


def _day_of_speech(timex: Timex, timexes: Sequence[Timex], published: Published, text: str) -> Span | None:
    """Return where a day is printed on which a quoted "today" rests: beside it, the article's, or the one before."""
    today, around = published.when, Surroundings(text, None)
    if today is None or today.earliest is None or not around.is_quoted(timex.start):
        return None
    printed = [one for one in timexes if is_printed(one.parts)]
    utterance = around.utterance(timex.start)
    beside = next((one.span for one in printed if utterance.covers(one.span)), None)
    days = {one.earliest: one.span for one in reversed(printed)}
    return beside or days.get(today.earliest) or days.get(today.earliest - DAY)
