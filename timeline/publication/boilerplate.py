"""Lines of a page that are not the article's prose, by `rules/page.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from timeline.article import Masked, Span
from timeline.pattern import compiled
from timeline.publication.publisher import RULES

# The group of the boilerplate pattern that holds the line without the blanks around it.
LINE = 1
# Titles in a list of other articles.
MOST_LISTED = 6
# What ends a sentence and no title.
SENTENCE_ENDS = '.!”"'


def mask_lines(text: str) -> tuple[Masked, ...]:
    """Return the lines that `rules/page.toml` knows for boilerplate, and all that follows an ending one."""
    found: list[Masked] = []
    for match in _boilerplate().finditer(text):
        span = Span(*match.span(LINE))
        rule = _kind_of(match.group(LINE))
        if rule.ends:
            found.append(Masked(Span(span.start, len(text)), rule.why))
            break
        found.append(Masked(span, rule.why))
        found.extend(Masked(line, rule.why) for line in (_listed(text, span.end) if rule.heads else ()))
    return tuple(found)


def _listed(text: str, start: int) -> Iterator[Span]:
    """Yield the lines right below a heading that end as titles do, without a full stop."""
    for raw in text[start:].split("\n")[1 : MOST_LISTED + 1]:
        start = text.index("\n", start) + 1
        title = raw.strip()
        if not title or title[-1] in SENTENCE_ENDS:
            return
        first = start + raw.index(title)
        yield Span(first, first + len(title))


@dataclass(frozen=True, slots=True)
class _LineRule:
    """A row of `rules/page.toml`: what a line is, whether it ends the article or heads a list, and its pattern."""

    why: str
    ends: bool
    heads: bool
    pattern: str


@cache
def _line_rules() -> tuple[_LineRule, ...]:
    rows = tomllib.loads(RULES.read_text(encoding="utf-8"))["line"]
    return tuple(
        _LineRule(row["why"], row.get("rest", False), row.get("list", False), f"(?:{row['pattern']})") for row in rows
    )


@cache
def _boilerplate() -> "re2._Regexp[str]":
    """Return one pattern that finds the lines of every rule in one pass."""
    alternatives = "|".join(rule.pattern for rule in _line_rules())
    return compiled(rf"(?m)^[ \t\p{{Zs}}]*({alternatives})[ \t\p{{Zs}}]*$")


@lru_cache(maxsize=4096)
def _kind_of(line: str) -> _LineRule:
    """Return the first rule that matches a line that some rule matches."""
    return next(rule for rule in _line_rules() if compiled(rule.pattern).fullmatch(line))
