"""The words of `rules/modality.toml` as patterns."""

from functools import cache
from typing import Any

import re2

from timeline.pattern import compiled_bytes
from timeline.ruletable import rule_table


def cue_table() -> dict[str, Any]:
    """Return the sections of the table."""
    return rule_table("modality.toml")


def any_cue_of(section: str) -> str:
    """Return the words of a section as one pattern, or the pattern that it gives for them."""
    row = cue_table()[section]
    return row.get("pattern") or "|".join(row["words"])


@cache
def cue_words(section: str, end: str = r"\b") -> "re2._Regexp[bytes]":
    """Return the pattern of the words of a section, and of what ends it."""
    return compiled_bytes(rf"\b(?:{any_cue_of(section)}){end}")
