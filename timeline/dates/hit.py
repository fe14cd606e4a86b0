"""Recogniser: where expressions of time stand in a text; the longest wins, and traps take what only looks like one."""

import re
from typing import NamedTuple

from timeline.dates.edge import follows, is_glued
from timeline.dates.folding import ENCODING, fold
from timeline.dates.lookalike import behind_ordinal, is_lookalike
from timeline.dates.parts import Parts, parts_of
from timeline.dates.reading import Expression, needs_of, type_of
from timeline.dates.rulebook import context_words
from timeline.dates.scanner import Match, scanner

MEMO_LIMIT = 8_192  # texts, of 1.5 KB each; the common ones are soon known again
ONE_DAY = re.compile(r"\b\d{1,2}\b")


class Hit(NamedTuple):
    """Where an expression stands, and what it is.

    start, end
        Code points of the text, end exclusive.
    expression
        The rule that found it, and its parts.
    """

    start: int
    end: int
    expression: Expression


class Found(NamedTuple):
    """What a text is: the expressions in it with where they stand, all of it one but for "5 dan 17 April".

    start, end
        Where the first begins and the last ends.
    after
        The list of words of which one must stand right before it, or None.
    otherwise
        What it is if none does.
    """

    hits: tuple[Hit, ...]
    start: int
    end: int
    after: str | None
    otherwise: "Found | None"


_memo: dict[bytes, Found | None] = {}


def recognise(text: str) -> tuple[Hit, ...]:
    """Return every expression of time in `text`, in order, none overlapping another."""
    data = fold(text)
    hits: list[Hit] = []
    for first, end in scanner().spans(data):
        start = behind_ordinal(data, first, end)
        found = find(data[start:end])
        while found is not None and found.after and not follows(data, start, found.after):
            found = found.otherwise
        if found is None or is_glued(data, start + found.start, start + found.end):
            continue
        if is_lookalike(found.hits[0].expression.rule, data, start + found.start, start + found.end):
            continue
        if hits and found.hits[0].expression.parts.sequence == 1:
            hits[-1] = _without_then(text, hits[-1], start + found.start)
        hits += (Hit(start + one.start, start + one.end, one.expression) for one in found.hits)
    return tuple(hits)


def _without_then(text: str, hit: Hit, start: int) -> Hit:
    """Return a date without the "lalu" behind it that means "then": what starts at `start` goes on from there."""
    printed, _, then = hit.expression.text.rpartition(" ")
    words = context_words("then")
    found = find(fold(printed)) if then in words and words.issuperset(text[hit.end : start].split()) else None
    if found is None or found.after or (found.start, found.end) != (0, len(printed)):
        return hit
    expression = found.hits[-1].expression
    return Hit(hit.start, hit.start + len(printed), expression) if expression.norm == hit.expression.norm else hit


def find(hit: bytes) -> Found | None:
    """Return what the folded text of a hit is, asked once for each; None for a trap."""
    try:
        return _memo[hit]
    except KeyError:
        if len(_memo) >= MEMO_LIMIT:
            _memo.clear()
        found = None
        for match in reversed(scanner().matches(hit)):
            found = _found(hit, match, found)
        _memo[hit] = found
        return found


def forget() -> None:
    """Empty the memo, as before the first text."""
    _memo.clear()


def _found(hit: bytes, match: Match, otherwise: Found | None) -> Found | None:
    """Return what `match` makes of the hit; None for a trap."""
    if match.rule.norm is None or match.rule.type == "NONE":
        return None
    norm, parts = match.rule.norm, parts_of(match)
    text = _balanced(hit[match.start : match.end].decode(ENCODING))
    kind = type_of(match.rule.type, norm, parts)
    expression = Expression(text, match.rule.name, kind, norm, parts, needs_of(norm, parts), {})
    whole = Hit(match.start, match.start + len(text), expression)
    is_one = parts.joint is None or match.start > 0  # "antara 3 dan 5 Mei" is an interval
    hits = (whole,) if is_one else _split(whole, parts.joint or "")
    return Found(hits, whole.start, whole.end, match.rule.after, otherwise)


def _split(hit: Hit, joint: str) -> tuple[Hit, ...]:
    """Return the two days of "5 dan 17 April" one by one: they are no interval, unless the second follows the first."""
    expression, parts = hit.expression, hit.expression.parts
    if joint == "," and parts.weekday is None:
        return _listed(hit)
    chosen, joined = (joint.lower() in context_words("list", key) for key in ("or", "and"))
    if chosen and parts.month2 is None and parts.day is not None and parts.day >= (parts.day2 or parts.day + 1):
        return _last_of(hit, joint)  # "H-90 atau 17 Maret"
    if (chosen or joined) and parts.rank is not None and parts.rank2 not in (None, parts.rank + 1):
        return _ranks(hit, joint)
    if not joined or parts.day is None or parts.day2 in (None, parts.day + 1):
        return (hit,)
    first, _, last = (piece.strip() for piece in expression.text.partition(joint))
    if parts.month2 is not None:
        return _two(hit, first, last)
    if parts.weekday2 is not None or not last:
        return (hit,)
    opening = parts._replace(day2=None, joint=None, shift=None)
    closing = parts._replace(day=parts.day2, day2=None, joint=None, weekday=None)
    return (
        Hit(hit.start, hit.start + len(first), _day_of(expression, first, opening)),
        Hit(hit.end - len(last), hit.end, _day_of(expression, last, closing)),
    )


def _ranks(hit: Hit, joint: str) -> tuple[Hit, ...]:
    """Return the two quarters of "kuartal I dan III 2017" one by one; both are of the year behind them."""
    expression, parts = hit.expression, hit.expression.parts._replace(rank2=None, joint=None)
    first, _, last = (piece.strip() for piece in expression.text.partition(joint))
    second = parts._replace(rank=expression.parts.rank2)
    return (
        Hit(hit.start, hit.start + len(first), expression._replace(text=first, parts=parts, readings={})),
        Hit(hit.end - len(last), hit.end, expression._replace(text=last, parts=second, readings={})),
    )


def _last_of(hit: Hit, joint: str) -> tuple[Hit, ...]:
    expression = hit.expression
    text = expression.text.rpartition(joint)[2].strip()
    parts = expression.parts._replace(day=expression.parts.day2, day2=None, joint=None, weekday=None)
    return (Hit(hit.end - len(text), hit.end, _day_of(expression, text, parts)),)


def _listed(hit: Hit) -> tuple[Hit, ...]:
    """Return the days of "23, 27 dan 30 Juni 2017" one by one; the last has the month printed beside it."""
    text, parts = hit.expression.text, hit.expression.parts._replace(day2=None, joint=None)
    days = list(ONE_DAY.finditer(text))
    starts = [0, *(day.start() for day in days[1:])]
    ends = [*(day.end() for day in days[:-1]), len(text)]
    return tuple(
        Hit(
            hit.start + start,
            hit.start + end,
            _day_of(hit.expression, text[start:end], parts._replace(day=int(day[0]))),
        )
        for day, start, end in zip(days, starts, ends, strict=True)
    )


def _two(hit: Hit, first: str, last: str) -> tuple[Hit, ...]:
    """Return two dates that each stand alone, "Rabu (6/5) dan Jumat (8/5)"; one where a half is no date."""
    opening, closing = find(fold(first)), find(fold(last))
    if opening is None or closing is None:
        return (hit,)
    if (opening.end, closing.start) != (len(first), 0):
        return (hit,)
    return (
        Hit(hit.start, hit.start + len(first), opening.hits[0].expression),
        Hit(hit.end - len(last), hit.end, closing.hits[-1].expression),
    )


def _day_of(expression: Expression, text: str, parts: Parts) -> Expression:
    return expression._replace(text=text, norm="day", parts=parts, needs=needs_of("day", parts), readings={})


def _balanced(text: str) -> str:
    """Return `text` without a bracket at its end that was opened before it: "(tahun 1998)"."""
    if text[-1] not in ")]" or "(" in text or "[" in text:
        return text
    return text[:-1].rstrip()
