"""An article of the user's own into `data/local/`, in full."""

import glob
import re
from collections.abc import Iterator
from pathlib import Path

from timeline.article import Article
from timeline.decode import read_utf8
from timeline.errors import DataError, system_words
from timeline.message import message
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
        yield DataError("added_name.found", file="add", place=message("place.name"))
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
        raise DataError("added_id.found", file=source, place="id", found=repr(article[:60]))
    return article


def _write(path: Path, text: str, source: str) -> Path:
    for there in path.parent.glob(f"{glob.escape(path.stem)}.*"):
        raise DataError("added_there.found", file=source, place=str(there))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DataError("added_written.found", file=source, place=str(path), words=system_words(error)) from error
    return path
