"""What a text holds besides one article: another below it, or nothing but what a site says in an article's stead."""

from functools import cache
from itertools import islice

import re2

from timeline.pattern import compiled
from timeline.publication.boilerplate import mask_lines
from timeline.publication.dateline import date_line, is_of_publication
from timeline.publication.page import TOP_LINES, Line, is_sentence, is_title, lines_of
from timeline.publication.publisher import FILE
from timeline.ruletable import rule_table

# What an article has at least before another begins, its date line one of it; lines in which the other tells something.
LEAST, BELOW = 2, 6
# Characters of the longest page that may be a refusal: an article that tells of one is longer.
LONGEST_REFUSAL = 1500


def another_in(text: str) -> Line | None:
    """Return the title of another article below the first: right above a date line, what both tell around them."""
    masked = mask_lines(text)
    lines = [line for line in lines_of(text) if not any(mask.span.covers(line.span) for mask in masked)]
    told = 0
    for at, line in enumerate(lines):
        is_dated = at > 0 and is_title(lines[at - 1].text) and _dates_a_page(line.text)
        if is_dated and told >= LEAST and any(is_sentence(one.text) for one in lines[at + 1 : at + BELOW]):
            return lines[at - 1]
        told += is_dated or is_sentence(line.text)
    return None


def refusal_in(text: str) -> str | None:
    """Return what a site says in an article's stead: an error, a check of who reads, a wall of consent; else None."""
    if len(text) > LONGEST_REFUSAL:
        return None
    top = islice(lines_of(text), TOP_LINES)
    return next((line.text for line in top if _refusals().fullmatch(line.text)), None)


def _dates_a_page(text: str) -> bool:
    """Say whether a line prints the day and hour of a page, or says that it is of the publication."""
    timex = date_line(text)
    return timex is not None and (timex.type == "TIME" or is_of_publication(text))


@cache
def _refusals() -> "re2._Regexp[str]":
    return compiled("|".join(f"(?:{row['pattern']})" for row in rule_table(FILE)["refusal"]))
