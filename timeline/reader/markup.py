"""A web page as it was saved: its article and its record, as trafilatura and htmldate find them."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

import trafilatura
from trafilatura.utils import decode_file, load_html

from timeline.article import Article
from timeline.decode import check_format, check_text, read_bytes
from timeline.entry import slug
from timeline.errors import DataError
from timeline.message import message
from timeline.publication.page import TOP_LINES, read_page
from timeline.publication.published import days_of_record
from timeline.publication.publisher import name_of_site, plain_author, plain_title
from timeline.publication.several import refusal_in
from timeline.reader.stated import changed_of, date_lines, published_of

# What browsers and their extensions write into a page that they save.
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url: ?)(https?://[^\s>]+)")
ALL_PAGES = re.compile(r'href="([^"]*[?&](?:show)?page=all)"')


def read(path: Path) -> Iterator[Article]:
    """Yield the article in a saved .html page; DataError where no article is found on it, or it is none."""
    content = read_bytes(path)
    check_format(content, str(path))
    yield _article_of_page(path.stem, decode_file(content) if content else "", str(path))


def fetch_article(url: str) -> Article:
    """Return the article at an address, its id made of the address; DataError where there is none to be had."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what went wrong is told below, once
    html = trafilatura.fetch_url(url)
    if not html:
        raise DataError("page_fetched.found", file=url, place=message("place.page"))
    path = urlsplit(url)
    html = _whole(url, html)
    return _article_of_page(slug(PurePosixPath(path.path).stem) or slug(path.netloc), html, url, url)


def _whole(url: str, html: str) -> str:
    """Return the page that shows a report of many pages at once, where `html` links to it; else `html`."""
    found = ALL_PAGES.search(html)
    whole = urljoin(url, unescape(found[1])) if found else url
    same_site = urlsplit(whole).netloc == urlsplit(url).netloc
    return (trafilatura.fetch_url(whole) if same_site and whole != url else None) or html


def _article_of_page(article: str, html: str, file: str, url: str | None = None) -> Article:
    """Return the article on a web page; DataError where there is none.

    The date is that of the page's own metadata, never one that merely stands somewhere on it.
    """
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    text = getattr(found, "text", None)
    if found is None or isinstance(found, dict) or not text:
        raise DataError("page_empty.found", file=file, place=message("place.page"))
    url = url or found.url or _saved_from(html)
    publisher = name_of_site(url, found.sitename)
    title = plain_title(found.title, found.sitename, publisher)
    page = load_html(html)
    published, changed = published_of(page), changed_of(page)
    when = days_of_record(published) if published else None
    printed = [] if when and when.precision == "day" else date_lines(page)
    read = read_page(
        article,
        with_heading(check_text(text, file), title, printed),
        title=title,
        publisher=publisher,
        author=plain_author(found.author, found.sitename, publisher),
        url=url,
        published=published,
    )
    if refusal := refusal_in(read.text):
        raise DataError("refusal.found", file=file, place=message("place.page"), found=f"{refusal:.80}")
    return replace(read, banner=read.banner or changed)


def _saved_from(html: str) -> str | None:
    """Return the address from which a browser says that it saved the page."""
    found = SAVED_FROM.search(html)
    return found[1] if found else None


def with_heading(text: str, title: str | None, lines: Sequence[str]) -> str:
    """Return the text with its title and, below that, lines: of a web page the heading is often not taken for text."""
    printed = text.split("\n")
    top = [line.strip().casefold() for line in printed[:TOP_LINES]]
    missing = [line for line in lines if line.casefold() not in top]
    if not title:
        return "\n\n".join((*missing, text))
    at = top.index(title.casefold()) + 1 if title.casefold() in top else 0
    above = ["\n".join(printed[:at])] if at else [title]
    return "\n\n".join((*above, *missing, "\n".join(printed[at:])))
