"""One pattern for many: what several begin with is written once, so that the automaton has fewer threads to follow."""

import re
from collections.abc import Sequence

# A sign that no bracket opens: an escape, a class of signs, or the sign itself; and what may repeat it.
PLAIN = re.compile(r"\\[pPx]\{[^}]*\}|\\x[0-9a-fA-F]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\\\[]", re.DOTALL)
REPEAT = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})?")


def union(patterns: Sequence[str]) -> str:
    """Return a pattern that matches what any of `patterns` does; longest match makes their order meaningless."""
    return _joined([_pieces(pattern) for pattern in patterns])


def _joined(branches: list[tuple[str, ...]]) -> str:
    by_head: dict[str, list[tuple[str, ...]]] = {}
    for branch in branches:
        by_head.setdefault(branch[0] if branch else "", []).append(branch[1:])
    told = [head + (_joined(rests) if any(rests) else "") for head, rests in by_head.items()]
    return told[0] if len(told) == 1 else f"(?:{'|'.join(told)})"


def _pieces(pattern: str) -> tuple[str, ...]:
    """Return `pattern` cut between the pieces that follow each other at its top; whole if they are alternatives."""
    pieces, at = [], 0
    while at < len(pattern):
        end = _end_of_group(pattern, at) if pattern[at] == "(" else _end_of_plain(pattern, at)
        if pattern[at:end] == "|":
            return (f"(?:{pattern})",)
        end = _end_of_repeat(pattern, end)
        pieces.append(pattern[at:end])
        at = end
    return tuple(pieces)


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
