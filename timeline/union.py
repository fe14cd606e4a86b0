"""One pattern for many: what several begin or end with is written once, so that the automaton follows few threads.

`union` is for longest match, where the order of alternatives means nothing; `any_word` is for every match.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

# A sign that no bracket opens: an escape, a class of signs, or the sign itself; and what may repeat it.
PLAIN = re.compile(r"\\[pPx]\{[^}]*\}|\\x[0-9a-fA-F]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\\\[]", re.DOTALL)
REPEAT = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})?")
GROUP = "(?:"
LONG_END = 60  # characters of pattern from which on it pays to share an end at the cost of sharing beginnings

Pieces = tuple[str, ...]


def union(patterns: Iterable[str]) -> str:
    """Return a pattern that matches what any of `patterns` does."""
    return _joined([branch for pattern in patterns for branch in _branches(pattern)])


def any_word(patterns: Iterable[str]) -> str:
    """Return a group for any of some words, written as patterns: the longest that fits is tried first."""
    return _grouped(_joined([branch for pattern in patterns for branch in _branches(pattern)]))


def _joined(branches: Sequence[Pieces]) -> str:
    """Return one pattern for all branches: a tree by what they begin with, after those with the same long end."""
    by_head: dict[str, list[Pieces]] = {}
    for branch in _with_shared_ends(branches):
        by_head.setdefault(branch[0] if branch else "", []).append(branch[1:])
    nothing = by_head.pop("", None)  # shorter than the others: tried last
    told = [head + (_joined(rests) if any(rests) else "") for head, rests in by_head.items()]
    told += [""] if nothing else []
    return told[0] if len(told) == 1 else f"{GROUP}{'|'.join(told)})"


def _with_shared_ends(branches: Sequence[Pieces]) -> list[Pieces]:
    by_end: dict[str, list[Pieces]] = {}
    for branch in branches:
        by_end.setdefault(branch[-1] if branch and len(branch[-1]) >= LONG_END else "", []).append(branch)
    told = by_end.pop("", [])
    for end, ending in by_end.items():
        told += ending if len(ending) == 1 else [(_joined([branch[:-1] for branch in ending]), end)]
    return told


@cache
def _branches(pattern: str) -> tuple[Pieces, ...]:
    """Return the alternatives at the top of `pattern`, each cut into the pieces that follow one another."""
    branches: list[list[str]] = [[]]
    at = 0
    while at < len(pattern):
        end = _end_of_group(pattern, at) if pattern[at] == "(" else _end_of_plain(pattern, at)
        piece = pattern[at:end]
        if piece == "|":
            branches.append([])
            at = end
            continue
        at = _end_of_repeat(pattern, end)
        inner = _branches(piece[len(GROUP) : -1]) if at == end and piece.startswith(GROUP) else ()
        if len(inner) == 1:  # brackets around a sequence, such as a span's, must not hide what it begins with
            branches[-1].extend(inner[0])
        else:
            branches[-1].append(_shared(piece) + pattern[end:at])
    return tuple(tuple(branch) for branch in branches)


@cache
def _shared(piece: str) -> str:
    """Return a group with what its alternatives share written once; any other piece as it is."""
    if not piece.startswith(GROUP):
        return piece
    return _grouped(_joined(_branches(piece[len(GROUP) : -1])))


def _grouped(pattern: str) -> str:
    is_group = pattern.startswith(GROUP) and _end_of_group(pattern, 0) == len(pattern)
    return pattern if is_group else f"{GROUP}{pattern})"


def _end_of_plain(pattern: str, at: int) -> int:
    found = PLAIN.match(pattern, at)
    assert found is not None, pattern[at:]
    return found.end()


def _end_of_repeat(pattern: str, at: int) -> int:
    found = REPEAT.match(pattern, at)
    return found.end() if found else at


def _end_of_group(pattern: str, at: int) -> int:
    """Return where the bracket that opens at `at` has closed."""
    depth = 0
    while True:
        if pattern[at] in "()":
            depth += 1 if pattern[at] == "(" else -1
            at += 1
            if depth == 0:
                return at
        else:
            at = _end_of_plain(pattern, at)
