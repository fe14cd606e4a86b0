"""When an article was published and how we know: a day, an interval or a bound; and what narrows it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from timeline.article import Span
from timeline.edtf import DateValue
from timeline.message import Message, message
from timeline.publication.dateline import full_dates, without_change

Basis = Literal["metadata", "byline", "url", "text", "sources", "none"]
# The first and last day of the calendar, and the days from which computers and spreadsheets count.
NEVER_SET = frozenset({date.min, date.max, date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 30)})
LATE_UTC = re.compile(r"[T ](?:1[7-9]|2[0-3])[:.]\d\d\S*?(?:Z| ?(?:[+-]00:?00|UTC|GMT))$")
YEAR_FIRST = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)|(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
# An anchor is tried day by day only where it is no longer than this.
LONGEST_ANCHOR = 31


@dataclass(frozen=True, slots=True)
class Refused:
    """A date on the page that is not the article's, and why."""

    text: str
    span: Span
    reason: Message


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published.

    when
        A day, an interval, or None; open where only a bound is known.
    evidence
        Where in the text the words stand that say so.
    """

    when: DateValue | None
    basis: Basis
    reasons: tuple[Message, ...]
    refused: tuple[Refused, ...] = ()
    evidence: tuple[Span, ...] = ()

    @property
    def is_day(self) -> bool:
        """Say whether the day is known."""
        return self.when is not None and self.when.earliest is not None and self.when.earliest == self.when.latest

    @property
    def anchor(self) -> DateValue | None:
        """Return what relative expressions are counted from: the date, where both its ends are known."""
        return self.when if self.when and self.when.earliest and self.when.latest else None


def days_of_record(text: str) -> DateValue | None:
    """Return the day that metadata print, as it stands there, never converted from one zone to another; None if none.

    Days that programs write where none was ever set are none.
    A time of 17:00 or later that is given as UTC may be of the next day in Indonesia, or a local time that is marked
    wrongly, as pages of the press have both: two days, then.
    """
    day = _iso_day(text) or day_in(without_change(text))
    if day is None or day in NEVER_SET:
        return None
    return DateValue.between(day, day + timedelta(days=1)) if LATE_UTC.search(text) else DateValue.on(day)


def _iso_day(text: str) -> date | None:
    """Return the day that a text begins with, its year first."""
    match = YEAR_FIRST.match(text)
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None


def day_in(text: str) -> date | None:
    """Return the first day that a line of a page prints in full."""
    return next((one.earliest for one in full_dates(text)), None)


def narrow(
    published: Published, bounds: Iterable[tuple[date | None, date | None]], why: Iterable[Message] = ()
) -> Published:
    """Return `published` within `bounds` (first and last day, None where open); as it was where they contradict it.

    `why` says what the bounds rest on.
    """
    when = published.when
    first, last = (when.earliest, when.latest) if when else (None, None)
    for lower, upper in bounds:
        first = max(filter(None, (first, lower)), default=None)
        last = min(filter(None, (last, upper)), default=None)
    if (first, last) == ((when.earliest, when.latest) if when else (None, None)) or (first and last and first > last):
        return published
    value = interval(first, last)
    return replace(
        published,
        when=value,
        basis="sources",
        reasons=(*published.reasons, *why, message("dating.narrowed", date=value)),
    )


def keep_days(published: Published, fits: Callable[[date], bool]) -> Published:
    """Return `published` without the days on which the article's own words do not fit, if some do and some do not."""
    anchor = published.anchor
    if not anchor or not anchor.earliest or not anchor.latest or published.is_day:
        return published
    if (anchor.latest - anchor.earliest).days >= LONGEST_ANCHOR:
        return published
    days = [day for day in anchor.days() if fits(day)]
    if not days or (days[0], days[-1]) == (anchor.earliest, anchor.latest):
        return published
    value = interval(days[0], days[-1])
    return replace(published, when=value, reasons=(*published.reasons, message("dating.reads", date=value)))


def interval(first: date | None, last: date | None) -> DateValue:
    """Return the days from `first` to `last`, open where one is None."""
    if first and last:
        return DateValue.between(first, last)
    return DateValue.on(first).since() if first else DateValue.on(last or date.max).until()
