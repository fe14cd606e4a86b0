"""When an article was published, and how we know: metadata, date line, address, or what its text says."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.article import Article, Masked, Span
from timeline.dates.normaliser import read_timexes
from timeline.dates.timex import Timex
from timeline.edtf import DateValue
from timeline.language.sentence import prose_start
from timeline.message import Message, message
from timeline.publication.published import Published, Refused, day_in, days_of_record
from timeline.publication.tenure import Tenure
from timeline.publication.undated import Told, date_by_words

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d{3}[/-])")
# Blogs have the month in their addresses, and the day above the title ("/2019/05/panen-raya").
URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])/(?=[^/]*[^\W\d_])")
# Archives have the address of a page within theirs, behind the day on which they kept it.
ADDRESS = re.compile(r"https?:/+")
# An address is a day early at most, where the page went out after midnight.
DAY = timedelta(days=1)


def date_article(
    article: Article,
    read: Callable[[], Sequence[Timex]],
    told: Callable[[Timex], Told | None],
    held: Callable[[], Sequence[Tenure]] = tuple,
) -> Published:
    """Return when `article` was published.

    `read` returns its expressions read without an anchor, asked only where nothing firmer dates the article; `told`
    says how one is told, `held` whom the text names by an office. Metadata win over the date line, that over the
    dateline of the first sentence, that over the address, that over the text.
    """
    found = _find(article, read, told, held)
    refused = tuple(one for one in _refused(article) if one.span not in found.evidence)
    return replace(found, reasons=(*_unread(article), *found.reasons), refused=refused)


def _find(
    article: Article,
    read: Callable[[], Sequence[Timex]],
    told: Callable[[Timex], Told | None],
    held: Callable[[], Sequence[Tenure]],
) -> Published:
    """Return the first that dates the article; an address that the text outruns dates it where its words agree."""
    firm = _from_record(article) or _from_opening(article) or _from_header(article)
    if firm:
        return firm
    address, saved = _in_address(article), _saved_by(article)
    outrun = address is not None and _tells_of_later(address, read, told)
    if address and _is_day(address) and not outrun:
        return _by_address(address)
    month = address if address and not _is_day(address) else None
    last = min((one.latest for one in (month, saved) if one and one.latest), default=None)
    words = date_by_words(read(), told, last, held())
    agree = address is not None and words.when is not None and words.when.overlaps(address)
    if address and agree and not month:
        return _by_address(address)
    if words.when and (agree or not month):
        return words
    if month and not outrun:
        return _by_address(month)
    bound = (message("dating.bound", date=saved),) if saved else ()
    reasons = (message("dating.unknown"), *words.reasons, *bound)
    return Published(saved.until() if saved else None, "none", reasons, (), words.evidence)


def _unread(article: Article) -> tuple[Message, ...]:
    """Return what to say of metadata that print no day."""
    text = article.published
    return (message("dating.unread", text=text),) if text and days_of_record(text) is None else ()


def _from_record(article: Article) -> Published | None:
    """Return what the metadata say, or the page's own date line; of two days that metadata leave open, its day."""
    told, line = _from_metadata(article), _from_dateline(article)
    if told and told.when and line and line.when and not told.is_day and line.when.overlaps(told.when):
        return line
    return told or line


def _from_metadata(article: Article) -> Published | None:
    when = days_of_record(article.published) if article.published else None
    key = "dating.metadata" if when and when.precision == "day" else "dating.late"
    return Published(when, "metadata", (message(key, text=article.published),)) if when else None


def _from_dateline(article: Article) -> Published | None:
    when = days_of_record(article.dateline) if article.dateline else None
    key = "dating.byline" if when and when.precision == "day" else "dating.late_line"
    return Published(when, "byline", (message(key, text=article.dateline),)) if when else None


def _from_opening(article: Article) -> Published | None:
    """Return the day that the first sentence's dateline prints in full ("Beijing, 9 Mei 2017 (Xinhua) -- ")."""
    start = 0
    for line in article.text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        prose = span.start if article.is_masked(span) else prose_start(article.text, span)
        if prose > span.start:
            text = article.text[span.start : prose].rstrip(" -–—")
            day = day_in(text)
            told = (message("dating.byline", text=text),)
            return Published(DateValue.on(day), "byline", told, (), (span,)) if day else None
    return None


def _in_address(article: Article) -> DateValue | None:
    """Return the day, or else the month, in the page's address, wherever the page is kept."""
    address = ADDRESS.split(article.url or "")[-1]
    for pattern in (URL_DATE, URL_MONTH):
        match = pattern.search(address)
        try:
            if match:
                return DateValue.of(*(int(part) for part in match.groups()))
        except ValueError:
            continue
    return None


def _by_address(when: DateValue) -> Published:
    return Published(when, "url", (message("dating.url" if _is_day(when) else "dating.url_month", date=when),))


def _is_day(when: DateValue) -> bool:
    return when.precision == "day"


def _tells_of_later(when: DateValue, read: Callable[[], Sequence[Timex]], told: Callable[[Timex], Told | None]) -> bool:
    """Say whether the text tells of a day after `when`, year printed, as past."""
    later = (
        one
        for one in read()
        if one.parts.year and one.parts.day and one.earliest and when.latest and one.earliest > when.latest + DAY
    )
    return any(told(one) == "occurred" for one in later)


def _from_header(article: Article) -> Published | None:
    """Return the day above the title of a page whose address has the month of that day: a blog's, not the reader's."""
    month = _in_address(article)
    header = next((mask.span for mask in article.masked if mask.why == "banner"), None)
    day = day_in(article.slice(header)) if header else None
    if month is None or header is None or day is None or _is_day(month) or not DateValue.on(day).overlaps(month):
        return None
    told = message("dating.header", text=article.slice(header), date=month)
    return Published(DateValue.on(day), "url", (told,), (), (header,))


def _saved_by(article: Article) -> DateValue | None:
    """Return the day, or else the year, that the page's banner or line of change or copyright prints."""
    day = day_in(article.banner) if article.banner else None
    years = [int(found) for found in YEAR.findall(article.banner or "")]
    return DateValue.on(day) if day else DateValue.of(max(years)) if years else None


def _refused(article: Article) -> Iterable[Refused]:
    """Yield every date in a masked part of the page, with what that part is."""
    for masked in article.masked:
        if masked.why not in ("gap", "dateline", "byline", "address"):
            yield from _refused_in(article, masked)


def _refused_in(article: Article, masked: Masked) -> Iterable[Refused]:
    text, start = article.slice(masked.span), masked.span.start
    dates = [timex.span for timex in read_timexes(text, None) if timex.when]
    if masked.why == "copyright" and not dates:
        dates = [Span(*match.span()) for match in YEAR.finditer(text)]
    for date_span in dates:
        span = Span(start + date_span.start, start + date_span.end)
        yield Refused(article.slice(span), span, message(f"dating.{masked.why}"))
