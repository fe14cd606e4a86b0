"""Which expressions of a sentence date an event: no durations, no days of a report, no years of a name."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from timeline.article import Span
from timeline.claims.claim import PAIR
from timeline.claims.edition import is_edition
from timeline.claims.passages import Passages
from timeline.dates.timex import Timex
from timeline.language.conjunction import clause_words
from timeline.language.leading import is_compared, is_under
from timeline.language.modality import surveys
from timeline.language.repetition import frames_count, ordinal_of

# TIMEX3 values that point at no date of their own.
REFERENCES = frozenset(["PRESENT_REF", "PAST_REF", "FUTURE_REF"])
# The number of a paper right before its date ("surat Nomor R43/Pres/07 |tanggal 30 Juli|"), and where it is looked for.
PAPER, PAPER_REACH = re.compile(r"(?:\d\S*/|/\S*\d)\S* \Z"), 40
# How far a zone may reach behind the expression, and how far two clocks lie apart.
ZONE_REACH, A_DAY = 8, timedelta(days=1)
A_DATE_AS_SUCH = "pointed-day"  # "tanggal itu": one that is spoken of, more often than one on which something happens


def datings_of(passages: Passages, number: int, *, is_headline: bool) -> Sequence[Timex | None]:
    """Return the expressions of a sentence that date an event; None where it counts without one."""
    text, span = passages.article.text, passages.sentences[number]
    if is_headline and surveys(span.of(text)):
        return []
    dated = [one for one in passages.timexes(number) if _dates_an_event(one) and not is_compared(text, one.span)]
    dated = [one for one in dated if not (frames_count(text, one.span, span) or _is_chosen(text, one))]
    restated = {place for one, other in pairwise(dated) if (place := _elsewhere(text, one, other))}
    dated = [one for one in dated if one.span not in restated]
    # its other dates tell more than the year of a name, and than the feast that is kept
    dated = [one for one in dated if not (is_edition(text, one.span) or is_under(text, one.span, "keeping"))] or dated
    return dated or ([None] if is_headline or _counts(passages, number) else [])


def _elsewhere(text: str, one: Timex, other: Timex) -> Span | None:
    """Return which of two expressions only tells the day of the same hour by another clock; None where they are two.

    "Jumat (9/5) waktu setempat |atau Sabtu WIB|": the day is that where it happens, else the one told first.
    """
    between = text[one.end : other.start].lower().strip(" ,")
    near = not (one.latest and other.earliest) or abs(other.earliest - one.latest) <= A_DAY
    zoned = any(clause_words("restating", "zones").intersection(_with_zone(text, time)) for time in (one, other))
    if between not in clause_words("restating") or not near or not zoned:
        return None
    there = clause_words("restating", "there")
    return one.span if not there.isdisjoint(_with_zone(text, other)) else other.span


def _with_zone(text: str, one: Timex) -> list[str]:
    """Return the words of an expression and the one behind it ("Sabtu |WIB|")."""
    return (
        text[one.start : one.end].lower().split()
        + text[one.end : one.end + ZONE_REACH].lower().strip(" ).,").split()[:1]
    )


def _is_chosen(text: str, one: Timex) -> bool:
    """Say whether a day is what is set or proposed ("mengusulkan |tanggal 24 April|"), or that of a numbered paper."""
    numbered = PAPER.search(text, max(0, one.start - PAPER_REACH), one.start) is not None
    chosen = one.parts.weekday is None and is_under(text, one.span, "choosing")
    return one.parts.day is not None and (numbered or chosen)


def _counts(passages: Passages, number: int) -> bool:
    """Say whether a sentence that names a pair says the how-manieth time it is."""
    if number not in passages.counting or ordinal_of(passages.article.text, passages.sentences[number]) is None:
        return False
    return len(passages.mentions[number]) >= PAIR


def _dates_an_event(timex: Timex) -> bool:
    """Say whether an expression can date an event: no duration, set, reference, or day of a report."""
    if timex.rule == A_DATE_AS_SUCH:
        return False
    return timex.type in ("DATE", "TIME") and timex.value not in REFERENCES and timex.role == "event"
