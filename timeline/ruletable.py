"""The tables of `rules/`: each file is read once, its lists of words are sets."""

import tomllib
from functools import cache
from typing import Any

from timeline import folders
from timeline.errors import RuleError


@cache
def rule_table(file: str) -> dict[str, Any]:
    """Return a file of `rules/` as TOML gives it; RuleError names one that is not TOML."""
    try:
        return tomllib.loads((folders.RULES / file).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(file=file, rule="-", found=str(error), remedy="Mend the TOML.") from error


@cache
def rule_words(file: str, section: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of a section of a file."""
    return frozenset(rule_table(file)[section][key])
