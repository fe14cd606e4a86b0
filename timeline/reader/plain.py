"""A page saved as text: one article a file, its id the file's stem."""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.article import Article
from timeline.decode import check_text, read_utf8
from timeline.errors import DataError
from timeline.message import message
from timeline.publication.page import read_page

# How the source of a web page begins; no article does.
MARKUP = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|(?:html|head|body|main|article|section|div|p|table|span)[\s>])", re.IGNORECASE
)


def read(path: Path) -> Iterator[Article]:
    """Yield the article in a .txt file; DataError where it is blank, not UTF-8, or a web page's markup."""
    text = check_text(read_utf8(path), str(path))
    if found := MARKUP.match(text):
        raise DataError("html.text", file=str(path), place=message("place.line", n=1), found=repr(found[0].strip()))
    yield read_page(path.stem, text)
