"""A page saved as text: one article a file, its id the file's stem."""

from collections.abc import Iterator
from pathlib import Path

from timeline.article import Article
from timeline.page import read_page
from timeline.reader.decode import check_text, read_utf8


def read(path: Path) -> Iterator[Article]:
    """Yield the article in a .txt file; DataError where it is blank or not UTF-8."""
    yield read_page(path.stem, check_text(read_utf8(path), str(path)))
