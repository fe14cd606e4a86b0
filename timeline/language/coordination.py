"""Clauses that stand side by side: what is joined by a conjunction, a comma or a semicolon."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.article import Span
from timeline.language.conjunction import clause_words, joins_verbs, names_subject, opens_with_verb, tells_deed

MAIN, COORDINATE = "main", "coordinate"
# What may part two clauses without a word.
SIGNS = frozenset(",;")
# Characters in which a pronoun is looked for.
REACH = 12


def joined_as(text: str, begun: Span, sign: Span, end: int, dates: Sequence[Span]) -> str | None:
    """Return how what follows a conjunction, a comma or a semicolon is a clause beside what has `begun`; None if not.

    A comma joins two verbs that have a date each ("tiba pada Senin, |menemui lurah pada Selasa|").
    """
    printed, rest = sign.of(text), Span(sign.end, end)
    if printed == ";":
        return MAIN if tells_deed(text[rest.start : _next(text, rest, ";")]) else None
    if printed == ",":
        following = Span(rest.start, _next(text, rest, ","))
        first = [one for one in dates if begun.covers(one) and not text[begun.start : one.start].endswith(", ")]
        dated = bool(first) and any(following.covers(one) for one in dates)
        told = dated and tells_deed(begun.of(text))
        return COORDINATE if told and opens_with_verb(text[rest.start : end].lstrip()) else None
    joins = joins_verbs(text, begun, printed) or names_subject(text, begun, rest)
    if joins or _lists_dates(text, sign, dates):
        return COORDINATE if joins else None
    opens = dates_verb(text, rest, dates) or _dates_another(text, begun, sign.end, dates)
    return COORDINATE if opens or _follows_date(text, sign, dates) else None


def _next(text: str, rest: Span, sign: str) -> int:
    position = text.find(sign, rest.start, rest.end)
    return rest.end if position < 0 else position


def _lists_dates(text: str, sign: Span, dates: Sequence[Span]) -> bool:
    """Say whether a conjunction ends a list of dates of one deed ("serangan pada 2006, 2009 |dan| 2013 memicu …")."""
    last = next((at for at, date in enumerate(dates) if date.start == sign.end + 1), 0)
    listed = dates[max(last - 2, 0) : last + 1]
    between = [text[one.end : other.start].strip() for one, other in pairwise(listed)]
    return len(between) > 1 and between[0] == "," and between[1].strip(", ") == sign.of(text)


def _follows_date(text: str, span: Span, dates: Sequence[Span]) -> bool:
    """Say whether the conjunction at `span` stands right after a date and joins no other date to it.

    "Setelah rapat pada 2006 |dan 2009|, …" has two dates of one clause.
    """
    told = any(date.end <= span.start and not text[date.end : span.start].strip(" ,)") for date in dates)
    joined = any(date.start == span.end + 1 and text[date.end : date.end + 1] == "," for date in dates)
    return told and not joined and any(date.start > span.end for date in dates)


def _dates_another(text: str, begun: Span, at: int, dates: Sequence[Span]) -> bool:
    """Say whether after a conjunction a date comes first, then a subject ("X tiba dan setahun kemudian Y datang")."""
    date = next((one for one in dates if one.start > at), None)
    if date is None or not clause_words("dating").issuperset(text[at : date.start].split()):
        return False
    return _names(text[date.end : date.end + REACH]) and tells_deed(begun.of(text))


def _names(following: str) -> bool:
    """Say whether a name or a pronoun follows."""
    first, *_ = [*following.split(), ""]
    return first[:1].isupper() or first in clause_words("pronoun")


def dates_verb(text: str, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether a date and a verb follow a conjunction ("tiba Senin dan |keesokan harinya menemui| lurah")."""
    date = next((date for date in dates if rest.start < date.start and date.end < rest.end), None)
    if date is None or not all(
        word.lower() in clause_words("dating") for word in text[rest.start : date.start].split()
    ):
        return False
    return opens_with_verb(text[date.end : rest.end].lstrip())
