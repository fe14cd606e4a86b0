"""Lines of a page that are not the article's prose, by `rules/page.toml`."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from timeline.article import Masked, Span
from timeline.pattern import compiled
from timeline.publication.publisher import FILE
from timeline.ruletable import rule_table

# The group of the boilerplate pattern that holds the line without the blanks around it.
LINE = 1
# Titles in a list of other articles.
MOST_LISTED = 6
# Characters of the longest line that is no prose: a longer one is a page that lost its breaks.
LONGEST_LINE = 500
# What ends a sentence and no title.
SENTENCE_ENDS = '.!”"'
# What bounds the day of a page though it stands below its end.
COPYRIGHT = "copyright"
# A line of prose: what ends an article ends it only below one, since a list may also stand in the page's head.
PROSE = compiled(r"(?m)^.{60,}[.!”\"][ \t]*$")


def mask_lines(text: str) -> tuple[Masked, ...]:
    """Return what `rules/page.toml` knows for boilerplate: lines, all below an ending one, links within prose."""
    spans = (Span(*match.span(LINE)) for match in _boilerplate().finditer(text))
    lines = [(span, _kind_of(span.of(text))) for span in spans if span.end - span.start <= LONGEST_LINE]
    prose = PROSE.search(text) if any(rule.ends for _, rule in lines) else None
    found: list[Masked] = []
    for at, (span, rule) in enumerate(lines):
        if rule.ends and prose and prose.end() <= span.start:
            found.append(Masked(Span(span.start, len(text)), rule.why))
            found.extend(Masked(line, last.why) for line, last in lines[at:] if last.why == COPYRIGHT)
            break
        found.append(Masked(span, rule.why))
        found.extend(Masked(line, rule.why) for line in (_listed(text, span.end) if rule.heads else ()))
    return tuple(sorted({*found, *_within(text, found)}))


def _within(text: str, found: list[Masked]) -> Iterator[Masked]:
    """Yield what stands within prose, outside what is masked already."""
    spans = sorted(one.span for one in found)
    for why, pattern in _inserted():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            before = bisect_right(spans, Span(span.start, len(text)))
            if not before or spans[before - 1].end <= span.start:
                yield Masked(span, why)


def _listed(text: str, start: int) -> Iterator[Span]:
    """Yield the lines right below a heading that end as titles do, without a full stop."""
    for _ in range(MOST_LISTED):
        start = text.find("\n", start) + 1
        if not start:
            return
        end = text.find("\n", start)
        raw = text[start : end if end >= 0 else len(text)]
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
    return tuple(
        _LineRule(row["why"], row.get("rest", False), row.get("list", False), f"(?:{row['pattern']})")
        for row in rule_table(FILE)["line"]
    )


@cache
def _boilerplate() -> "re2._Regexp[str]":
    """Return one pattern that finds the lines of every rule in one pass."""
    alternatives = "|".join(rule.pattern for rule in _line_rules())
    return compiled(rf"(?m)^[ \t\p{{Zs}}]*({alternatives})[ \t\p{{Zs}}]*$")


@cache
def _inserted() -> tuple[tuple[str, "re2._Regexp[str]"], ...]:
    """Return what each row of links within prose is, and its pattern."""
    return tuple((row["why"], compiled(row["pattern"])) for row in rule_table(FILE)["within"])


@lru_cache(maxsize=4096)
def _kind_of(line: str) -> _LineRule:
    """Return the first rule that matches a line that some rule matches."""
    return next(rule for rule in _line_rules() if compiled(rule.pattern).fullmatch(line))
