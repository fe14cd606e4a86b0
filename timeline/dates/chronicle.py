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
NO_ORDER = (0, 0, 0)


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
    inline
        Whether its entry stands behind it in the same line: "2018: Kim bertemu Trump. Hasilnya samar."
    year_at
        Where the heading's date stands that tells its year: its own, or one above; None where none does.
    """

    line: Span
    date: Span
    year: int | None
    order: Order
    end: int = 0
    titled: bool = False
    inline: bool = False
    year_at: Span | None = None


class Chronicle:
    """The headings of a text: at least two, in the order of time or against it; else none."""

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
        if not self.headings:
            return tuple(sentences)
        lines = {heading.line.start: heading for heading in self.headings if not heading.inline}
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
    headings = next((some for some in _choices(text, lines) if _is_list(text, some)), None)
    return NO_CHRONICLE if headings is None else Chronicle(list(_with_ends(text, headings)))


def _choices(text: str, lines: list[Heading]) -> Iterator[list[Heading]]:
    """Yield the lines that may be a list: all, all but a first that may be the page's own, all with no year lent."""
    yield lines
    if _may_be_of_page(text, lines[0]) and all(line.year_at != lines[0].date for line in lines[1:]):
        yield lines[1:]
    if all(line.inline for line in lines) and any(line.year_at == line.date for line in lines):
        yield [
            line if line.year_at in (None, line.date) else line._replace(year=None, order=NO_ORDER) for line in lines
        ]


def _dated_lines(text: str) -> Iterator[Heading]:
    """Yield the lines that are a date alone or with a title; one without a year is of the year told last."""
    ordered, at = 0, 0
    year: int | None = UNTOLD
    year_at: Span | None = None
    for whole in text.split("\n"):
        start, at = at, at + len(whole) + 1
        if FIGURE.search(whole[:LONGEST_LINE]) is None:
            continue
        line = whole.strip()
        indent = whole.index(line[0])
        start += indent
        opened = OPENING.match(line)
        first = opened.end() if opened else 0
        words = line[first:].rstrip(CLOSING)
        hit = _date_of(words[:LONGEST_LINE]) if indent + first < MOST_MARKS else None
        title = words[hit.end :].lstrip() if hit else ""
        if hit is None or (title and title[0] not in MARKS):
            continue
        inline = bool(title) and (len(line) > LONGEST_LINE or line.endswith(SENTENCE_ENDS) or _is_dated(title))
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
            titled=bool(title),
            inline=inline,
            year_at=year_at,
        )


def _date_of(words: str) -> Hit | None:
    """Return the date that `words` begin with."""
    hits = recognise(words) if words else ()
    if not hits or hits[0].start > 0:
        return None
    expression = hits[0].expression
    return hits[0] if expression.type == "DATE" and expression.norm in NORMS else None


def _is_dated(title: str) -> bool:
    """Say whether what follows the date of a line tells another: no title does."""
    return bool(recognise(title))


def _is_list(text: str, headings: Sequence[Heading]) -> bool:
    """Say whether they are a list: in the order of time, or against it; years and months in any, if they are many."""
    told = [heading.order for heading in headings if heading.order != NO_ORDER]
    pairs = list(pairwise(told))
    rising = all(first < last or (first == last and not first[-1]) for first, last in pairs)
    falling = all(first > last or (first == last and not first[-1]) for first, last in pairs)
    if headings and _may_be_of_page(text, headings[0]):
        return len(headings) >= FEWEST_AT_TOP and rising
    if len(headings) >= FEWEST_AT_TOP and not any(day for *_, day in told):
        return True
    lent = any(heading.year_at != heading.date for heading in headings if heading.order != NO_ORDER)
    falling = falling and (not lent or len(headings) >= FEWEST_AT_TOP)  # "12 Juni 2018", "28 Februari": of 2019, maybe
    return len(headings) >= FEWEST and (rising or falling)


def _may_be_of_page(text: str, heading: Heading) -> bool:
    """Say whether it may be the page's own date: a day alone on its line above all prose."""
    is_alone = not heading.titled and heading.order[-1] > 0
    return is_alone and not _has_prose(text[: heading.line.start])


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
