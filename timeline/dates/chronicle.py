"""Chronologies printed as lists: a date alone on its line is that of what stands under it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.article import OMITTED, Masked, Span
from timeline.dates.hit import Hit, recognise
from timeline.language.sentence import split_sentences

NORMS = frozenset({"day", "day_range", "month", "month_range", "year", "decade"})
LONGEST_LINE = 60  # characters
MOST_MARKS = 12  # characters before the date of a line
UNTOLD = 0  # no year
FEWEST = 2  # one date alone on a line may be that of the page; a list has more
FEWEST_AT_TOP = 3  # where no prose stands above the first, that may be the page's too
SENTENCE_ENDS = (".", "!", "?", '"', "”", OMITTED)
# Marks of lists and of emphasis around the date of a line, and the number of the line.
OPENING = re.compile(r"(?:[\s*_#>•·▪●◦‣–—-]|\d{1,2}[.)]\s)*")
MARKS = ":–—-"  # between a date and the title of its entry
CLOSING = " \t\u00a0*_:–—-."
FIGURE = re.compile(r"\d")
UNDER = re.compile(r"(?<=\n)[^\n]*\S[^\n]*")

Order = tuple[int, int, int]


class Heading(NamedTuple):
    """A date alone on its line.

    line, date
        Where the line and the date in it stand.
    year
        The one year that it is of, its own or told over it; None where that is several, UNTOLD where none is.
    order
        Year, month and day, 0 for what is not told.
    end
        Where what it dates ends: at the next heading; of the last, with the sentence under it.
    titled
        Whether a few words follow it: "Juni 2018: KTT Singapura".
    year_at
        Where the heading's date stands that tells its year: its own, or one above; None where none does.
    """

    line: Span
    date: Span
    year: int | None
    order: Order
    end: int = 0
    titled: bool = False
    year_at: Span | None = None


class Chronicle:
    """The headings of a text: at least two, one after the other in the order of time; else none."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self.headings = tuple(headings)
        self._starts = [heading.line.start for heading in headings]

    def over(self, at: int) -> Heading | None:
        """Return the heading that the character at `at` stands under or in, or None."""
        number = bisect_right(self._starts, at) - 1
        heading = self.headings[number] if number >= 0 else None
        return heading if heading is not None and at < heading.end else None

    def last_before(self, at: int) -> Heading | None:
        """Return the last heading of all where `at` stands behind what it dates: as likely of its entry as not."""
        last = self.headings[-1] if self.headings else None
        return last if last is not None and at >= last.end else None

    def beside(self, date: Span) -> tuple[Span, ...]:
        """Return the headings nearest to the one at `date`, which show a list; nothing where that is no heading."""
        number = bisect_right(self._starts, date.start) - 1
        if number < 0 or self.headings[number].date != date:
            return ()
        around = range(max(0, number - FEWEST), min(len(self.headings), number + FEWEST + 1))
        nearest = sorted(around, key=lambda other: abs(other - number))
        return tuple(self.headings[other].date for other in nearest[1:FEWEST_AT_TOP])

    def joined(self, sentences: Sequence[Span], masked: Sequence[Masked]) -> tuple[Span, ...]:
        """Return the sentences, each heading one with the sentence that follows it."""
        lines = {heading.line.start: heading for heading in self.headings}
        found: list[Span] = []
        for sentence in sentences:
            heading = lines.get(found[-1].start) if found else None
            if heading is not None and found[-1].end <= heading.line.end and _follows(heading, sentence, masked):
                found[-1] = Span(found[-1].start, sentence.end)
            else:
                found.append(sentence)
        return tuple(found)


NO_CHRONICLE = Chronicle(())


def may_list(text: str, hits: Sequence[Hit]) -> bool:
    """Say whether enough expressions stand near the beginning of a line: quicker than looking at all lines."""
    near = (text.rfind("\n", max(0, hit.start - MOST_MARKS), hit.start) >= 0 or hit.start < MOST_MARKS for hit in hits)
    return sum(near) >= FEWEST


def find_chronicle(text: str, sentences: Sequence[Span] | None = None) -> Chronicle:
    """Return the list of dated entries that a text holds; `sentences`, if given, are where its prose stands."""
    lines = list(_dated_lines(text)) if "\n" in text else []
    if sentences is not None and lines:
        starts = {sentence.start for sentence in sentences}
        lines = [line for line in lines if line.line.start in starts]
    if not lines:
        return NO_CHRONICLE
    below = lines[1:] if not _has_prose(text[: lines[0].line.start]) else []  # the first may be the page's own
    headings = next((some for some in (lines, below) if some and _is_list(text, some)), None)
    return NO_CHRONICLE if headings is None else Chronicle(list(_with_ends(text, headings)))


def _dated_lines(text: str) -> Iterator[Heading]:
    """Yield the lines that are a date alone or with a title; one without a year is of the year told last."""
    ordered, at = 0, 0
    year: int | None = UNTOLD
    year_at: Span | None = None
    for whole in text.split("\n"):
        start, at = at, at + len(whole) + 1
        if len(whole) > LONGEST_LINE or FIGURE.search(whole) is None:
            continue
        line = whole.strip()
        indent = whole.index(line[0])
        start += indent
        opened = OPENING.match(line)
        first = opened.end() if opened else 0
        words = line[first:].rstrip(CLOSING)
        is_sentence = line.endswith(SENTENCE_ENDS)
        hit = _date_of(words, is_sentence=is_sentence) if indent + first < MOST_MARKS else None
        if hit is None:
            continue
        parts = hit.expression.parts
        told = parts.year or parts.year2 or parts.decade
        date = Span(start + first, start + first + hit.end)
        if told:
            year_at = date
            ordered, year = told, told if parts.year2 in (None, parts.year) and parts.decade is None else None
        yield Heading(
            Span(start, start + len(line)),
            date,
            year,
            (ordered, parts.month or 0, parts.day or 0),
            titled=hit.end < len(words),
            year_at=year_at,
        )


def _date_of(words: str, *, is_sentence: bool) -> Hit | None:
    """Return the date that `words` are, or that stands before a colon or dash and a few words that make no sentence."""
    hits = recognise(words) if words else ()
    if not hits or hits[0].start > 0:
        return None
    title = words[hits[0].end :].lstrip()
    if title and (title[0] not in MARKS or is_sentence or len(hits) > 1):
        return None
    expression = hits[0].expression
    return hits[0] if expression.type == "DATE" and expression.norm in NORMS else None


def _is_list(text: str, headings: Sequence[Heading]) -> bool:
    """Say whether they are a list in the order of time, and the first is not the page's own date.

    That stands above all prose, and is later than what the article tells of.
    """
    pairs = list(pairwise(heading.order for heading in headings))
    rising = all(first < last for first, last in pairs)
    if _has_prose(text[: headings[0].line.start]):
        return len(headings) >= FEWEST and (rising or all(first > last for first, last in pairs))
    return len(headings) >= FEWEST_AT_TOP and rising


def _has_prose(text: str) -> bool:
    return any(line.rstrip().endswith(SENTENCE_ENDS) for line in text.split("\n"))


def _with_ends(text: str, headings: Sequence[Heading]) -> Iterator[Heading]:
    for heading, following in pairwise(headings):
        yield heading._replace(end=following.line.start)
    last = headings[-1]
    told_below = all(
        text[one.line.end : following.line.start].strip(CLOSING + "\n") for one, following in pairwise(headings)
    )
    under = UNDER.search(text, last.line.end) if told_below or not last.titled else None
    sentences = split_sentences(under[0]) if under else ()
    yield last._replace(end=under.start() + sentences[0].end if under and sentences else last.line.end)


def _follows(heading: Heading, sentence: Span, masked: Sequence[Masked]) -> bool:
    between = Span(heading.line.end, sentence.start)
    return sentence.start < heading.end and not any(mask.span.overlaps(between) for mask in masked)
