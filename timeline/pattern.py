"""Patterns over Indonesian words, compiled for google-re2: case ignored, linear time, quiet."""

from collections.abc import Iterator
from functools import cache

import re2

MEMORY = 64 << 20
ANYWHERE = re2._Anchor.UNANCHORED


@cache
def compiled(pattern: str, *, longest: bool = False) -> "re2._Regexp[str]":
    """Return the compiled pattern; re2.error where it is none. With `longest` the longest alternative wins."""
    return re2.compile(pattern, options(longest=longest))


@cache
def compiled_bytes(pattern: str, *, longest: bool = False) -> "re2._Regexp[bytes]":
    """Return the pattern compiled for `find_spans` and `occurs`."""
    return re2.compile(pattern.encode(), options(longest=longest))


def find_spans(pattern: "re2._Regexp[bytes]", text: str) -> Iterator[tuple[int, int, bytes]]:
    """Yield each match as code points and the bytes it has; bytes are scanned because that is several times faster."""
    data = text.encode("utf-8", "surrogatepass")
    plain = len(data) == len(text)
    bytes_done = chars_done = 0
    for first, last in byte_spans(pattern, data):
        written = data[first:last]
        if plain:
            yield first, last, written
            continue
        start = chars_done + len(data[bytes_done:first].decode("utf-8", "surrogatepass"))
        bytes_done, chars_done = last, start + len(written.decode("utf-8", "surrogatepass"))
        yield start, chars_done, written


def byte_spans(pattern: "re2._Regexp[bytes]", data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the bytes of each match, none empty; C++ is asked itself, since a match object costs as much again."""
    find, size, at = pattern._regexp.Match, len(data), 0
    while True:
        first, at = find(ANYWHERE, data, at, size)[0]
        if first == at:  # -1 both, or empty
            return
        yield first, at


def occurs(pattern: "re2._Regexp[bytes]", text: str) -> bool:
    """Say whether the pattern is found in `text`."""
    data = text.encode("utf-8", "surrogatepass")
    found: int = pattern._regexp.Match(ANYWHERE, data, 0, len(data))[0][0]
    return found >= 0


def options(*, longest: bool, memory: int = MEMORY, capture: bool = True, any_case: bool = True) -> re2.Options:
    """Return how re2 is to scan, quietly; re2's own 8 MiB would let a large union fall back to a slow path."""
    chosen = re2.Options()
    chosen.case_sensitive = not any_case
    chosen.longest_match = longest
    chosen.never_capture = not capture
    chosen.max_mem = memory
    chosen.log_errors = False
    return chosen
