"""Recogniser: where expressions of time stand in a text; the longest wins, and traps take what only looks like one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from timeline.parts import Parts, parts_of
from timeline.reading import Expression, needs_of, type_of
from timeline.rulebook import table
from timeline.scanner import Match, scanner

MEMO_LIMIT = 50_000  # texts; real ones repeat, hostile ones must not fill the memory
JOINERS = b".,/:-"  # between digits they make one number of them
# No-break and thin spaces are blanks, dashes are hyphens; as many bytes as before, so that offsets stay.
SAME_LENGTH = tuple(
    (mark.encode(), folded)
    for marks, folded in (("\u00a0", b"  "), ("\u2002\u2003\u2007\u2009\u200a\u202f", b"   "), ("‐‑–—−", b" - "))
    for mark in marks
)
LONGEST_WORD = 24  # bytes
AFTER_FIGURES = b"%_\xc2"  # the last begins the degree sign


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an expression stands, and what it is.

    start, end
        Code points of the text, end exclusive.
    expression
        The rule that found it, and its parts.
    """

    start: int
    end: int
    expression: Expression


@dataclass(frozen=True, slots=True)
class Found:
    """What the bytes of a hit are: an expression, where in them it stands, and what they are if its `after` fails."""

    expression: Expression
    start: int
    end: int
    otherwise: "Found | None"


_memo: dict[bytes, Found | None] = {}


def recognise(text: str) -> tuple[Hit, ...]:
    """Return every expression of time in `text`, in order, none overlapping another."""
    return tuple(hit for start, end, expression in _hits(text) for hit in _split(Hit(start, end, expression)))


def _split(hit: Hit) -> tuple[Hit, ...]:
    """Return the two days of "5 dan 17 April" one by one: they are no interval, unless the second follows the first."""
    parts, joint = hit.expression.parts, hit.expression.parts.joint
    if joint is None or joint.lower() not in joining() or parts.day is None or parts.day2 in (None, parts.day + 1):
        return (hit,)
    first, _, last = (piece.strip() for piece in hit.expression.text.partition(joint))
    if parts.month2 is not None:
        return _two(hit, first, last)
    if parts.weekday2 is not None or not last:
        return (hit,)
    opening = parts._replace(day2=None, joint=None, shift=None)
    closing = parts._replace(day=parts.day2, day2=None, joint=None, weekday=None)
    return (
        Hit(hit.start, hit.start + len(first), _day_of(hit.expression, first, opening)),
        Hit(hit.end - len(last), hit.end, _day_of(hit.expression, last, closing)),
    )


def _two(hit: Hit, first: str, last: str) -> tuple[Hit, ...]:
    """Return two dates that each stand alone, "Rabu (6/5) dan Jumat (8/5)"; one where a half is no date."""
    opening, closing = find(first.encode()), find(last.encode())
    if opening is None or closing is None or (opening.end, closing.start) != (len(first.encode()), 0):
        return (hit,)
    return (
        Hit(hit.start, hit.start + len(first), opening.expression),
        Hit(hit.end - len(last), hit.end, closing.expression),
    )


def _day_of(expression: Expression, text: str, parts: Parts) -> Expression:
    return replace(expression, text=text, norm="day", parts=parts, needs=needs_of("day", parts), readings={})


@cache
def following_prefix() -> bytes:
    """Return the prefix that makes an ordinal of a number."""
    return str(table("date-context.toml")["ordinal"]["prefix"]).encode()


@cache
def joining() -> frozenset[str]:
    """Return the words and signs for "and" between two days."""
    return frozenset(table("date-context.toml")["list"]["and"])


def _hits(text: str) -> Iterator[tuple[int, int, Expression]]:
    data = text.encode("utf-8", "replace")  # a lone surrogate becomes one "?": offsets stay
    plain = len(data) == len(text)
    original, data = data, fold(data, plain=plain)
    passed = at = 0
    for start, end in scanner().spans(data):
        found = find(data[start:end])
        while found is not None and found.expression.after and not _follows(data, start, found.expression.after):
            found = found.otherwise
        if found is None or _glued(data, start + found.start, start + found.end):
            continue
        expression, first, last = found.expression, start + found.start, start + found.end
        if plain:
            yield first, last, expression
            continue
        at += len(original[passed:first].decode())
        width = len(original[first:last].decode())
        yield at, at + width, expression
        passed, at = last, at + width


def fold(data: bytes, *, plain: bool) -> bytes:
    """Return as many bytes, with one sign for every blank and one for every dash; an empty line keeps words apart."""
    if not plain:
        for mark, folded in SAME_LENGTH:
            if mark in data:
                data = data.replace(mark, folded)
    return data.replace(b"\t", b" ").replace(b"\n\n", b"\n\r")


def find(hit: bytes) -> Found | None:
    """Return what the bytes of a hit are, asked once for each text."""
    try:
        return _memo[hit]
    except KeyError:
        if len(_memo) >= MEMO_LIMIT:
            _memo.clear()
        found = _memo[hit] = _find(hit)
        return found


def forget() -> None:
    """Empty the memo, as before the first text."""
    _memo.clear()


def _find(hit: bytes) -> Found | None:
    found = None
    for match in reversed(scanner().matches(hit)):
        found = _found(hit, match, found)
    return found


def _found(hit: bytes, match: Match, otherwise: Found | None) -> Found | None:
    """Return what `match` makes of the hit; None for a trap."""
    if match.rule.norm is None or match.rule.type == "NONE":
        return None
    norm, parts = match.rule.norm, parts_of(match)
    text = _balanced(hit[match.start : match.end].decode())
    kind = type_of(match.rule.type, norm, parts)
    expression = Expression(text, match.rule.name, kind, norm, parts, needs_of(norm, parts), match.rule.after)
    return Found(expression, match.start, match.start + len(text.encode()), otherwise)


def _balanced(text: str) -> str:
    """Return `text` without a bracket at its end that was opened before it: "(tahun 1998)"."""
    opened = "(" in text or "[" in text
    return text if opened or text[-1] not in ")]" else text[:-1].rstrip()


def _follows(data: bytes, start: int, list_name: str) -> bool:
    """Say whether a word of that list stands right before `start`."""
    words = data[max(0, start - LONGEST_WORD) : start].split()
    return bool(words) and words[-1].lower() in following(list_name)


@cache
def following(list_name: str) -> frozenset[bytes]:
    """Return the words of a list of `rules/date-context.toml`, after which some expressions are dates."""
    return frozenset(word.encode() for word in table("date-context.toml")["after"][list_name])


def _glued(data: bytes, start: int, end: int) -> bool:
    """Say whether letters or figures outside belong to it: it is then a part of a longer number, name or code."""
    before = data[start - 1 : start]
    if before:
        if before[0] >= 0x80 and _letter_before(data, start):  # noqa: PLR2004  beyond ASCII, which \b does not know
            return True
        if data[start : start + 1].isdigit() and (
            before in (b"$", b"#", b"@", b"+", b"=", b"_")
            or (before[0] in JOINERS and data[start - 2 : start - 1].isdigit())
            or (before == b"/" and data[start - 2 : start - 1].isalpha())
            or _ordinal(data, start)
        ):
            return True
    after = data[end : end + 1]
    if not after or not data[end - 1 : end].isdigit():
        return bool(after) and after[0] >= 0x80 and data[end - 1 : end].isalnum() and _letter_after(data, end)  # noqa: PLR2004
    return after[0] in AFTER_FIGURES or (after[0] in JOINERS and data[end + 1 : end + 2].isdigit())


def _ordinal(data: bytes, start: int) -> bool:
    """Say whether the figures are those of an ordinal, "ke-50" or "ke - 50": which one, not how many."""
    head = data[max(0, start - 6) : start]
    return b"-" in head and head.rstrip(b" -")[-2:].lower() == following_prefix()


def _letter_before(data: bytes, start: int) -> bool:
    return data[max(0, start - 4) : start].decode("utf-8", "ignore")[-1:].isalpha()


def _letter_after(data: bytes, end: int) -> bool:
    return data[end : end + 4].decode("utf-8", "ignore")[:1].isalpha()
