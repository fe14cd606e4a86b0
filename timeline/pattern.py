"""Patterns over Indonesian words, compiled for google-re2: case ignored, linear time, quiet."""

from functools import cache

import re2

MEMORY = 64 << 20


@cache
def compiled(pattern: str, *, longest: bool = False) -> "re2._Regexp[str]":
    """Return the compiled pattern; re2.error where it is none. With `longest` the longest alternative wins."""
    options = re2.Options()
    options.case_sensitive = False
    options.longest_match = longest
    options.max_mem = MEMORY
    options.log_errors = False
    return re2.compile(pattern, options)
