"""An article of the user's own into `data/local/`, in full."""

import glob
import re
from collections.abc import Iterator
from pathlib import Path

from timeline.article import Article
from timeline.decode import read_utf8
from timeline.errors import DataError
from timeline.reader import read_articles
from timeline.reader.markdown import full_markdown
from timeline.reader.markup import fetch_article

URL = re.compile(r"https?://", re.IGNORECASE)
AS_THEY_ARE = (".txt", ".md")  # what a person can read and mend stays as it is
SAFE_ID = re.compile(r"\w[\w.-]{0,150}")


def add_articles(source: str, folder: Path) -> Iterator[Path | DataError]:
    """Put the articles of a file or an address into `folder`; yield each new file, or why one was refused."""
    for article in _found(source):
        try:
            yield article if isinstance(article, DataError) else _keep(article, source, folder)
        except DataError as error:
            yield error


def _found(source: str) -> Iterator[Article | DataError]:
    if not source.strip():
        yield DataError(file="argument", place="name", found="it is empty", remedy="Name a file or an address.")
        return
    if not URL.match(source):
        yield from read_articles([Path(source)])
        return
    try:
        yield fetch_article(source)
    except DataError as error:
        yield error


def _keep(article: Article, source: str, folder: Path) -> Path:
    """Write the article to a file of its own: a copy where a person can mend its file, else Markdown in full."""
    path = Path(source)
    if path.suffix.lower() in AS_THEY_ARE:
        return _write(folder / path.name, read_utf8(path), source)
    return _write(folder / f"{_checked(article.id, source)}.md", full_markdown(article), source)


def _checked(article: str, source: str) -> str:
    if not SAFE_ID.fullmatch(article):
        remedy = "An id becomes a file's name: letters, digits, full stops, hyphens and underscores, up to 150."
        raise DataError(file=source, place="id", found=repr(article[:60]), remedy=remedy)
    return article


def _write(path: Path, text: str, source: str) -> Path:
    for there in path.parent.glob(f"{glob.escape(path.stem)}.*"):
        raise DataError(
            file=source, place=str(there), found="there is one already", remedy="Remove or rename it first."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        found = error.strerror or str(error)
        raise DataError(file=source, place=str(path), found=found, remedy="Make the folder writable.") from error
    return path
