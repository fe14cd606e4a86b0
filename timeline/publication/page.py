"""What a saved page is made of: title, byline, date line and banner, and the lines that are not the article's prose."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from timeline.article import Article, Masked, Span, nfc
from timeline.dates.chronicle import find_chronicle
from timeline.dates.timex import Timex
from timeline.language.sentence import split_sentences
from timeline.publication.address import address_in
from timeline.publication.boilerplate import SENTENCE_ENDS, mask_lines
from timeline.publication.dateline import belongs_to_title, date_line, is_of_publication
from timeline.publication.published import days_of_record
from timeline.publication.publisher import JOINTS, find_publisher, plain_author, plain_title
from timeline.publication.signature import author_of, day_line
from timeline.publication.wrapping import part_dateline, part_senders, unquote, unwrap

# Signs of no width that pages carry between and within words: spaces, joiners, soft hyphens, marks of direction.
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# How many printed lines of a page may hold its title, byline and date line.
TOP_LINES = 30
# A line is a title from this many words on, a byline up to as many.
TITLE_WORDS, BYLINE_WORDS = 4, 4
# A line that ends as a sentence is one of prose from so many words on; so many of them may stand in the top.
SENTENCE_WORDS, TOP_SENTENCES = 8, 2
SHORTEST_WORD = 2
# Signs with which notes and chats set off a line.
EMPHASIS = "#*_ "
# What may stand before the first word of a title, and how one ends that is cut short.
OPENS_TITLE, CUT = "\"'“‘([#*_ ", ("...", "…")
# Lines that bound when a page was published, the firmest first.
LATEST = ("updated", "sent", "banner", "copyright")


class Line(NamedTuple):
    """One printed line, blanks at its ends left out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Top:
    """What the first lines of a page say of the article."""

    title: Line | None
    author: str | None
    dateline: Line | None
    banner: Line | None
    masked: tuple[Masked, ...]


NOTHING = Top(None, None, None, None, ())


def read_page(
    article_id: str,
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Article:
    """Return the article on a page; what the caller knows of its record wins over what the page shows.

    The title, where it is not given, is the first line that reads like one and is no banner. A line that only dates
    the day on which the page was saved (a banner above the title) is kept as `banner`, never as `dateline`.
    """
    text = unwrap(part_dateline(part_senders(unquote(INVISIBLE.sub("", nfc(text))))))
    url = url or address_in(text)
    masked = mask_lines(text)
    when = days_of_record(published) if published else None
    top = _read_top(text, masked, title, is_dated=when is not None and when.precision == "day")
    dateline = top.dateline.text if top.dateline else ""
    publisher = publisher or find_publisher(text, url, dateline)
    return Article(
        id=article_id,
        text=text,
        title=title or (plain_title(top.title.text.strip(EMPHASIS), publisher) if top.title else None),
        publisher=publisher,
        author=author or author_of(text, masked, dateline) or plain_author(top.author, publisher),
        url=url,
        published=published,
        dateline=dateline or (None if when else day_line(text, masked)),
        banner=top.banner.text if top.banner else _latest_line(text, masked),
        headline=top.title.span if top.title else None,
        masked=tuple(sorted({*masked, *top.masked})),
    )


def lines_of(text: str) -> Iterator[Line]:
    """Yield the printed lines of a page that are not blank."""
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            first = start + raw.index(stripped[0])
            yield Line(Span(first, first + len(stripped)), stripped)
        start += len(raw) + 1


def _read_top(text: str, masked: tuple[Masked, ...], title: str | None, *, is_dated: bool = False) -> Top:
    """Return what the first lines say: title, author, and, unless the article `is_dated`, its date line and banner."""
    covered = {mask.span.start for mask in masked}
    lines = list(_above_prose(islice((line for line in lines_of(text) if line.span.start not in covered), TOP_LINES)))
    dated = {} if is_dated else _dated_lines(_unlisted(text, lines), title)
    heading = _heading([line for line in lines if line not in dated], title)
    if heading is None and not dated:
        return NOTHING
    above = [line for line in dated if heading and line.span < heading.span]
    below = [line for line in dated if line not in above]
    banner = next((line for line in above if dated[line].type == "DATE"), None)
    firmest = _firmest({line: dated[line] for line in below or above if line is not banner})
    agree = len({dated[line].earliest for line in firmest}) == 1
    dateline = firmest[0] if agree else None
    author = _author_in(lines, heading, dateline, text)
    repeats = [line for line in lines if heading and line is not heading and _holds(line, heading)]
    several = [] if agree else firmest
    parts = [
        *((banner, "banner"), (dateline, "dateline"), (author, "byline")),
        *((line, "menu") for line in repeats),
        *((line, "several") for line in several),
    ]
    return Top(
        title=heading,
        author=author.text if author else None,
        dateline=dateline,
        banner=banner,
        masked=tuple(Masked(line.span, why) for line, why in parts if line),
    )


def _above_prose(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a page's top, as far as its second sentence: the first may sum the article up."""
    told = 0
    for line in lines:
        yield line
        told += is_sentence(line.text)
        if told == TOP_SENTENCES:
            return


def _unlisted(text: str, lines: Iterable[Line]) -> list[Line]:
    """Return the lines that head no entry of a list of dates."""
    listed = {heading.line.start for heading in find_chronicle(text).headings}
    return [line for line in lines if line.span.start not in listed]


def _dated_lines(lines: Sequence[Line], title: str | None) -> dict[Line, Timex]:
    """Return the lines that print a full date and little else, but the title, what reads like one above it, and what a
    line leads up to ("Berikut kronologinya menurut polisi:").
    """
    led = {line for before, line in pairwise(lines) if before.text.endswith(":") and is_title(before.text)}
    found = {line: timex for line in lines if line not in led and (timex := date_line(line.text))}
    if title is not None:
        return {line: timex for line, timex in found.items() if not _is_same(line.text, title)}
    heading = _heading([line for line in lines if line not in found], None)
    titled = (line for line in found if belongs_to_title(line.text, found[line]))
    above = next((line for line in titled if heading is None or line.span < heading.span), None)
    return {line: timex for line, timex in found.items() if line is not above}


def _firmest(dated: Mapping[Line, Timex]) -> list[Line]:
    """Return the lines that say they are of the publication, else those that print the hour too, else all."""
    told = [line for line in dated if is_of_publication(line.text)]
    return told or [line for line in dated if dated[line].type == "TIME"] or list(dated)


def _latest_line(text: str, masked: tuple[Masked, ...]) -> str | None:
    """Return the line that tells when the page was changed, or its copyright line: it bounds when it was published."""
    found = {mask.why: mask.span.of(text) for mask in reversed(masked) if mask.why in LATEST}
    return next((found[why] for why in LATEST if why in found), None)


def _heading(lines: Sequence[Line], title: str | None) -> Line | None:
    """Return the line of the title: the one given, else the first that reads like one, above the first paragraph.

    A title of two or three words is one only where nothing but prose comes after it; one that holds a title printed
    below it tells the page's place in its site besides.
    """
    if title is not None:
        return next((line for line in lines if _is_same(line.text, title)), None)
    above = list(takewhile(lambda line: not _is_paragraph(line.text), lines))
    found = next((line for line in above if is_title(line.text) and line.text[-1] not in ":|"), None)
    if found is None or found.text.endswith("."):
        short = next((line for line in above if line is not found and _is_short_title(line.text)), None)
        return short if short and (found is None or short.span < found.span) else found
    whole = (line for line in above if line.text != found.text and _holds(found, line) and is_title(line.text))
    return next(whole, found)


def _holds(line: Line, title: Line) -> bool:
    """Say whether a line is a title again, or with the way to it before it ("Beranda Desa …") or its site behind it."""
    site = any(line.text.startswith(f"{title.text}{joint}") for joint in JOINTS)
    return site or f" {line.text}".endswith(f" {title.text}")


def _is_same(line: str, title: str) -> bool:
    return line.casefold() == nfc(title).strip().casefold()


def is_title(text: str) -> bool:
    """Say whether a line reads like a title: not one cut short ("Banjir Masih Terjadi, ..."), nor with an address."""
    words = [word for word in text.split() if len(word) >= SHORTEST_WORD]
    begins = text.lstrip(OPENS_TITLE)[:1]
    whole = not text.endswith(CUT) and "@" not in text
    return len(words) >= TITLE_WORDS and whole and begins.isalnum() and not begins.islower()


def is_sentence(text: str) -> bool:
    """Say whether a line is one of prose."""
    return len(text.split()) > SENTENCE_WORDS and text[-1] in SENTENCE_ENDS


def _is_short_title(text: str) -> bool:
    return (
        SHORTEST_WORD <= len(text.split()) < TITLE_WORDS and text[0].isupper() and text[-1] not in SENTENCE_ENDS + ":,"
    )


def _is_paragraph(text: str) -> bool:
    """Say whether a line holds more than one sentence, or a long one that ends in a full stop, as no title does."""
    return len(split_sentences(text)) > 1 or (text[-1] == "." and len(text.split()) > SENTENCE_WORDS)


def _author_in(lines: Sequence[Line], heading: Line | None, dateline: Line | None, text: str) -> Line | None:
    """Return the line that is nothing but a name, below the title or beside the date line, and stands nowhere else.

    Whom the page tells of is no author: so are captions and sections told apart.
    """
    others = text.replace(dateline.text, "") if dateline else text
    marks = [lines.index(line) for line in (heading, dateline) if line]
    beside = (line for at, line in enumerate(lines) if at - 1 in marks or (dateline and at + 1 == marks[-1]))
    names = (line for line in beside if line is not heading and _is_name(line.text))
    return next((line for line in names if others.casefold().count(line.text.casefold()) <= 1), None)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= BYLINE_WORDS and all(word[0].isupper() and word.strip(".").isalpha() for word in words)
