"""Two expressions that are the ends of one interval: "8 Maret 1942 hingga Agustus 1945", "besok sampai Minggu"."""

from timeline.dates import almanac
from timeline.dates.norm.clock import day_value
from timeline.dates.reading import Reading, sided, why
from timeline.dates.rulebook import context_words
from timeline.dates.timex import Timex
from timeline.edtf import DateValue, Mod
from timeline.message import Message

WIDEST = 16  # characters between the two: "sampai dengan" and its blanks
NOW = "PRESENT_REF"
DASHES = frozenset({"-", "–"})
ONE_SIDED = (Mod.BEFORE, Mod.AFTER)
NARROWED = {"decade": len("YYYY"), "year": len("YYYY-MM"), "month": len("YYYY-MM-DD")}


def join_ends(text: str, timexes: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """Return the expressions of `text`, any two that are the first and the last of one interval as one."""
    joined: list[Timex] = []
    for timex in timexes:
        beside = joined and timex.start - joined[-1].end <= WIDEST and _is_joined(text, joined[-1], timex)
        whole = _interval(text, joined[-1], timex) if beside else None
        if whole is not None:
            joined[-1] = whole
            continue
        if beside and timex.value == NOW and _is_date(joined[-1]):
            joined[-1] = _going_on(joined[-1])
        joined.append(timex)
    return tuple(joined)


def _going_on(first: Timex) -> Timex:
    """Return what lasts until now, "2013 hingga kini", as the beginning of what goes on."""
    reading = sided(Reading(first.value, first.when, first.reasons), "since")
    return first._replace(when=reading.when, reasons=reading.reasons)


def _interval(text: str, first: Timex, last: Timex) -> Timex | None:
    """Return both as one; None where the first does not lie before the last."""
    if not _is_date(first) or not _is_date(last) or first.role != last.role:
        return None
    last = _next_weekday(first, last)
    begins, ends = _edge(first, 0), _edge(last, -1)
    if begins.sort_key[0] >= ends.sort_key[0] or begins.sort_key[1] >= ends.sort_key[1]:
        return None
    mod = Mod.APPROX if Mod.APPROX in (first.mod, last.mod) else None
    when = DateValue.parse(f"{begins.edtf}/{ends.edtf}", mod)
    span = text[first.start : last.end]
    return first._replace(
        end=last.end,
        text=span,
        type=first.type if first.type == last.type else "DATE",
        value=f"{first.value}/{last.value}",
        when=when,
        reasons=(*filter(_holds_of_both, (*first.reasons, *last.reasons)), why("interval", text=span, date=when)),
        repaired=span if first.repaired or last.repaired else None,
    )


def _holds_of_both(reason: Message) -> bool:
    return reason not in (why("since"), why("until"))


def _is_date(timex: Timex) -> bool:
    """Say whether it means days of its own; not a day of a month that something behind it may name."""
    day_alone = timex.parts.day is not None and timex.parts.month is None
    return timex.when is not None and timex.mod not in ONE_SIDED and not day_alone


def _is_joined(text: str, first: Timex, last: Timex) -> bool:
    gap = text[first.end : last.start].lower()
    between = " ".join(gap.split())
    if "," in first.text:
        between = between.removeprefix(",").lstrip()  # what a comma opened, another closes: "Senin, 3 Juni, hingga ..."
    if between in context_words("list", "and"):
        before = text[max(0, first.start - WIDEST) : first.start].lower().split()
        return not context_words("list", "between").isdisjoint((" ".join(before[-1:]), " ".join(before[-2:])))
    if between in DASHES:
        return not gap.lstrip(" ").startswith("\n")  # at the head of a line it marks the next of a list
    return between in context_words("before", "until")


def _next_weekday(first: Timex, last: Timex) -> Timex:
    """Return a bare weekday that ends an interval as the first such after its beginning."""
    begins, parts = _edge(first, 0), last.parts
    if parts.weekday is None or (parts.day, parts.shift, parts.week_shift, parts.ago) != (None,) * 4:
        return last
    if begins.precision != "day" or begins.latest is None:
        return last
    day = almanac.on_or_after(begins.latest + almanac.DAY, parts.weekday)
    return last._replace(value=day_value(day, parts), when=DateValue.on(day))


def _edge(timex: Timex, at: int) -> DateValue:
    """Return the first (0) or last (-1) date of what it means, as fine as "awal" or "akhir" before it makes it."""
    assert timex.when is not None
    dates = [DateValue.parse(edtf) for edtf in timex.when.edtf.split("/") if edtf != ".."]
    if len(dates) > 1 or timex.parts.mod is None or dates[0].precision not in NARROWED:
        return dates[at]
    part = dates[0].modified(Mod(timex.parts.mod))
    day = part.latest if at else part.earliest
    assert day is not None
    return DateValue.parse(day.isoformat()[: NARROWED[part.precision]])
