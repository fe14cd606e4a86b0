"""A web page as it was saved: its article and its record, as trafilatura and htmldate find them."""

import logging
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import htmldate
import trafilatura
from trafilatura.utils import decode_file

from timeline.article import Article
from timeline.entry import slug
from timeline.errors import DataError
from timeline.page import read_page
from timeline.reader.decode import check_text, read_bytes

# Fixed, so that the same page is read alike on every day (htmldate's own bounds move with the clock).
EARLIEST, LATEST = "1945-08-17", "2100-01-01"


def read(path: Path) -> Iterator[Article]:
    """Yield the article in a saved .html page; DataError where no article is found on it."""
    content = read_bytes(path)
    yield article_of_page(path.stem, decode_file(content) if content else "", str(path))


def fetch_article(url: str) -> Article:
    """Return the article at an address, its id made of the address; DataError where there is none to be had."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what went wrong is told below, once
    html = trafilatura.fetch_url(url)
    if not html:
        raise DataError(
            file=url, place="page", found="it cannot be fetched", remedy="Save the page in a browser and add that file."
        )
    path = urlsplit(url)
    return article_of_page(slug(PurePosixPath(path.path).stem) or slug(path.netloc), html, url, url)


def article_of_page(article: str, html: str, file: str, url: str | None = None) -> Article:
    """Return the article on a web page; DataError where there is none.

    The date is that of the page's own metadata, never one that merely stands somewhere on it.
    """
    published = htmldate.find_date(
        html, extensive_search=False, original_date=True, url=url, min_date=EARLIEST, max_date=LATEST
    )
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    text = getattr(found, "text", None)
    if found is None or isinstance(found, dict) or not text:
        raise DataError(
            file=file, place="page", found="no article was found", remedy="Save the article's text as .txt instead."
        )
    return read_page(
        article,
        check_text(text, file),
        title=found.title,
        publisher=found.sitename,
        author=found.author,
        url=url or found.url,
        published=published,
    )
