"""A text, its bibliographic record and its masked spans; every quote is an exact slice of it."""

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from timeline.errors import QuoteMismatchError

OMITTED = "[…]"  # how an excerpt marks sentences it leaves out


class Span(NamedTuple):
    """Code points of a text: `start` inclusive, `end` exclusive.

    A tuple: dozens are made and compared for each article, three times as fast as a frozen dataclass.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words of `text` there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Masked:
    """A part of the page that is not the article's own prose, and what it is.

    why
        ``banner`` (the day the page was saved), ``updated``, ``dateline``, ``byline``, ``caption``, ``copyright``,
        ``related``, ``advert``, ``menu``, ``mail`` (the head of an e-mail), ``sent`` (its day), ``address``,
        ``several`` (date lines that differ), or ``gap`` (sentences an excerpt leaves out).
    """

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its record and the whole page's text, NFC; boilerplate is masked, never cut out.

    headline
        Where the title stands in `text`, or None where the page does not print it.
    published
        The date the metadata gives, as printed there (ISO 8601, or the page's own words), or None.
    dateline, banner
        The page's own date line, and the line of the day on which the page was saved or changed (else its copyright
        line), as printed, or None.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    dateline: str | None = None
    banner: str | None = None
    headline: Span | None = None
    masked: tuple[Masked, ...] = ()

    def slice(self, span: Span) -> str:
        """Return the words at `span`."""
        return self.text[span.start : span.end]

    def check_quote(self, quote: str, start: int) -> None:
        """Raise QuoteMismatchError unless `quote` stands at `start`, character for character."""
        found = self.text[start : start + len(quote)]
        if found != quote:
            raise QuoteMismatchError(article_id=self.id, start=start, quote=quote, found=found)

    def is_masked(self, span: Span) -> bool:
        """Say whether any of `span` lies in a masked part."""
        return any(masked.span.overlaps(span) for masked in self.masked)

    def leaves_out(self, span: Span) -> bool:
        """Say whether an excerpt leaves sentences out in `span`."""
        return any(masked.why == "gap" and masked.span.overlaps(span) for masked in self.masked)


def nfc(text: str) -> str:
    """Return `text` in NFC with `\\n` line ends: the form in which all offsets are counted."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)
