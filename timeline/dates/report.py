"""Dates of reports: when something was made known, not when it happened ("dilansir X, Rabu")."""

import re
from functools import cache

from timeline.dates.rulebook import context_words, whole_words
from timeline.ruletable import rule_table

REACH = 90  # characters between "dilansir" and its date
LONGEST_WORD = 20
SET_OFF = re.compile(r", \w+, $")  # "laman olahraga Spanyol, |marca|, Selasa": a name, in small letters too


def is_report(text: str, start: int, end: int) -> bool:
    """Say whether the date there is that of a report: only names stand between "dilansir" and it.

    After "menurut X" it is one where a comma follows: "Menurut X, Senin, ...", not "Menurut X, pada Senin ...".
    """
    window = text[max(0, start - REACH - LONGEST_WORD) : start]
    if not any(stem in window for stem in stems()):
        return False
    told = list(words().finditer(window))
    if not told or len(window) - told[-1].end() > REACH:
        return False
    between = SET_OFF.sub(",", window[told[-1].end() :])
    source = told[-1].group().lower() in context_words("report", "by_whom")
    if source and (text[end : end + 1] != "," or not _runs_on(between)):
        return False
    return "\n" not in between and all(_is_name(word) for word in between.replace("(", " ").split())


def _runs_on(between: str) -> bool:
    """Say whether no word sets a date apart from the name before it ("X, pada Senin")."""
    return between.rstrip().endswith(",") or "," not in between


def _is_name(word: str) -> bool:
    bare = word.strip(",.;:\"'“”‘’()")
    return not bare or not bare[0].islower() or bare in context_words("report", "names") or "." in bare


@cache
def stems() -> tuple[str, ...]:
    """Return what the words that bring a report hold, each one of it: quicker to look for than the words."""
    return tuple(rule_table("date-context.toml")["report"]["stems"])


@cache
def words() -> re.Pattern[str]:
    """Return the pattern of words that bring a report."""
    return whole_words([*rule_table("date-context.toml")["report"]["words"], *context_words("report", "by_whom")])
