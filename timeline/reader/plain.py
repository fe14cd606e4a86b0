"""A page saved as text: one article a file, its id the file's stem."""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.article import Article
from timeline.decode import check_text, read_utf8
from timeline.errors import DataError
from timeline.message import message
from timeline.publication.page import read_page
from timeline.publication.several import another_in, refusal_in

# How the source of a web page begins; no article does.
MARKUP = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|(?:html|head|body|main|article|section|div|p|table|span)[\s>])", re.IGNORECASE
)


def read(path: Path) -> Iterator[Article | DataError]:
    """Yield the article in a .txt file, and where another begins below it, which is not read.

    DataError where it is blank, not UTF-8, a web page's markup, or what a site says in an article's stead.
    """
    text = check_text(read_utf8(path), str(path))
    if found := MARKUP.match(text):
        raise DataError("html.text", file=str(path), place=message("place.line", n=1), found=repr(found[0].strip()))
    if refusal := refusal_in(text):
        raise DataError("refusal.found", file=str(path), found=f"{refusal:.80}")
    other = another_in(text)
    yield read_page(path.stem, text[: other.span.start] if other else text)
    if other:
        line = message("place.line", n=text.count("\n", 0, other.span.start) + 1)
        yield DataError("several.here", file=str(path), place=line, title=other.text)
