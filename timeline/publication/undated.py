"""When an article that prints no date was published, by what its text says.

Of 1,175 dated articles that name a weekday with its date, 98.9 % were published within the week that the newest of
them begins.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal

from timeline.article import Span
from timeline.dates.timex import Timex
from timeline.edtf import DateValue, Mod
from timeline.language.modality import Modality
from timeline.message import Message, message
from timeline.publication.published import Published
from timeline.publication.tenure import Tenure
from timeline.publication.weekday import YEAR, NamedDay, Weekdays

Told = Modality | Literal["named"]
# A news report speaks of days up to so many before its own.
NEWS_DAYS, MONTH = timedelta(days=6), timedelta(days=31)
# No page of news is older: the first Indonesian ones were put on the web then. A day before it is history.
FIRST_PAGES = date(1994, 1, 1)


def date_by_words(
    timexes: Sequence[Timex],
    told: Callable[[Timex], Told | None],
    bound: date | None,
    tenures: Sequence[Tenure] = (),
) -> Published:
    """Return the week that begins with the newest weekday-with-date the text tells of as past, up to what it plans.

    A day of which it also tells as still to come is none it tells of as past.

    told
        How an expression is told: as past ("occurred"), planned, …; "named" of a year that only ends a name.
    bound
        The last day on which it can have been published, where the page shows one.
    tenures
        Who is named by an office, and when they held it.
    """
    past = [one for one in timexes if told(one) in ("occurred", "named")]
    weekdays = [one for one in past if _is_named(one)]
    days = {_calendar_day(one) for one in weekdays}
    ahead = [one for one in timexes if _calendar_day(one) in days and (_points_ahead(one) or told(one) == "planned")]
    coming, against = {_calendar_day(one) for one in ahead}, [one.span for one in ahead]
    named = [one for one in weekdays if _calendar_day(one) not in coming]
    known = Weekdays(timexes, past, tenures, bound)
    dated = [found for one in named if (found := known.day_of(one)) and _can_be(found.day, bound)]
    if not dated:
        to_come = (one for one in timexes if _is_named(one) and (_points_ahead(one) or told(one) == "planned"))
        return Published(None, "none", (_why_not(named, next(to_come, None)),), (), tuple(against))
    newest = max(_near_printed(dated), key=lambda found: (found.day, -found.timex.start))
    later = next((one for one in past if told(one) == "occurred" and _is_told_after(one, newest)), None)
    if later:
        told_later = message("dating.later", text=later.text, date=DateValue.on(newest.day))
        return Published(None, "none", (told_later,), (), (*against, later.span))
    plan = min(
        (one for one in timexes if _is_ahead(one, newest.day) and told(one) == "planned"), key=_day, default=None
    )
    return _week_from(newest, plan, bound, against)


def _near_printed(dated: Sequence[NamedDay]) -> list[NamedDay]:
    """Return the days without those whose year was worked out to be long after a day that prints its own."""
    printed = max((one.day for one in dated if one.timex.parts.year is not None), default=date.max - NEWS_DAYS)
    return [one for one in dated if one.day <= printed + NEWS_DAYS]


def _why_not(named: Sequence[Timex], coming: Timex | None) -> Message:
    """Return why no weekday that a text names as past dates it; or that it names one to come, or none."""
    unclear = next((one for one in named if one.parts.year is None), None)
    if unclear:
        return message("dating.yearless", text=unclear.text)
    odd = next((one for one in named if one.earliest or one.when is None), None)
    if odd:
        return message("dating.out_of_reach" if odd.earliest else "dating.mismatch", text=odd.text)
    return message("dating.still_ahead", text=coming.text) if coming else message("dating.no_day")


def _week_from(newest: NamedDay, plan: Timex | None, bound: date | None, against: Sequence[Span]) -> Published:
    """Return the week that begins with a day, up to what is planned and to the bound, and why."""
    last = min(filter(None, (newest.day + NEWS_DAYS, bound, plan and plan.latest)))
    week = DateValue.between(newest.day, last, mod=Mod.APPROX)
    reasons = (
        message("dating.newest", text=newest.timex.text, date=DateValue.on(newest.day)),
        *newest.reasons,
        *((message("dating.still_ahead", text=plan.text),) if plan else ()),
        message("dating.week", date=week),
    )
    evidence = {newest.timex.span, *newest.evidence, *((plan.span,) if plan else ()), *against}
    return Published(week, "text", reasons, (), tuple(sorted(evidence)))


def _is_named(one: Timex) -> bool:
    """Say whether an expression is a weekday with its date."""
    return one.parts.weekday is not None and one.parts.day is not None and one.parts.month is not None


def _points_ahead(one: Timex) -> bool:
    """Say whether an expression itself says that it is still to come ("besok, Rabu (26/8)", "pekan depan")."""
    return max(one.parts.shift or 0, one.parts.deictic or 0, one.parts.week_shift or 0) > 0


def _is_told_after(one: Timex, newest: NamedDay) -> bool:
    """Say whether an expression, its year printed, is of so long after a day that this is one of history then.

    Of a day that prints its year that is more than a year, as plans for the year that follows are often told without a
    word that says so; after a day whose year was only worked out it is a month.
    """
    if one.parts.year is None or one.earliest is None or _points_ahead(one):
        return False
    return one.earliest > newest.day + (MONTH if newest.timex.parts.year is None else YEAR)


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
