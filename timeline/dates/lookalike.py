"""What looks like a date and is none: figures that count what follows them or end a title, a weekday in a name."""

from functools import cache

from timeline.ruletable import rule_table

BARE_YEAR, WEEKDAY = "year-alone", "weekday"  # rules
FIGURES = 4
SIGHT = 48  # characters either side
QUOTES = b'"\x7f'  # the last is any mark that Latin-1 lacks
BEGINNING = b",.!?"


def is_lookalike(rule: str, data: bytes, start: int, end: int) -> bool:
    """Say whether the words around belie what `rule` found: a year that counts, a weekday within a name."""
    if rule == BARE_YEAR:
        return _is_no_year(data, start, end)
    return rule == WEEKDAY and _is_name(data, start, end)


def _is_no_year(data: bytes, start: int, end: int) -> bool:
    """Say whether the bare year at `start` counts something ("membebaskan 2017 tawanan") or ends a title in quotes."""
    if end - start != FIGURES:
        return False
    following = data[end : end + 1]
    return _counts(data, start, end) if following == b" " else following in QUOTES and _ends_title(data, start)


def _is_name(data: bytes, start: int, end: int) -> bool:
    """Say whether the bare weekday at `start` stands amid a name, between capitals ("Sri Rabu Wati")."""
    if b" " in data[start:end] or data[start - 1 : start] != b" " or not data[end + 1 : end + 2].isupper():
        return False
    before = data[max(0, start - SIGHT) : start].split()[-1:]
    named = bool(before) and before[0].isalpha() and before[0][:1].isupper() and before[0][1:].islower()
    return named and data[end : end + 1] == b" " and before[0].lower() not in _words("not_named")


def _counts(data: bytes, start: int, end: int) -> bool:
    """Say whether a noun follows, and before it stands a verb that takes one, or nothing of its sentence."""
    noun = data[end + 1 : end + SIGHT].split(b" ", 1)[0].rstrip(b",.")
    if not noun.islower() or not noun.isalpha() or noun in _words("not_counted") or noun.startswith(_heads("verb")):
        return False
    head = data[max(0, start - SIGHT) : start].rstrip(b" ")
    verb = head.split()[-1:]
    if not verb or head[-1:] in BEGINNING:
        return True
    return verb[0].lower() in _words("counting") or (
        verb[0].startswith(_heads("active")) and verb[0] not in _words("of_time")
    )


def _ends_title(data: bytes, start: int) -> bool:
    """Say whether only capitalised words stand between the opening quotation mark and the year: "Pyongyang 1987"."""
    head = data[max(0, start - SIGHT) : start]
    opening = max(head.rfind(mark) for mark in (b'"', b"\x7f"))
    words = head[opening + 1 :].split()
    return opening >= 0 and bool(words) and all(word[:1].isupper() for word in words)


@cache
def _words(name: str) -> frozenset[bytes]:
    return frozenset(word.encode() for word in rule_table("date-context.toml")["figures"][name])


@cache
def _heads(name: str) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in rule_table("date-context.toml")["figures"][name])


def behind_ordinal(data: bytes, start: int, end: int) -> int:
    """Return where a hit begins whose figures are an ordinal's: "gaji ke-13 |Juli|"; `start` of any other."""
    if not data[start : start + 1].isdigit() or not is_ordinal(data, start):
        return start
    rest = data[start:end].lstrip(b"0123456789").lstrip()
    return end - len(rest) if rest else start


def is_ordinal(data: bytes, start: int) -> bool:
    """Say whether the figures are those of an ordinal, "ke-50" or "ke - 50": which one, not how many."""
    head = data[max(0, start - 6) : start]
    return b"-" in head and head.rstrip(b" -")[-2:].lower() == _following_prefix()


@cache
def _following_prefix() -> bytes:
    """Return the prefix that makes an ordinal of a number."""
    return str(rule_table("date-context.toml")["ordinal"]["prefix"]).encode()
