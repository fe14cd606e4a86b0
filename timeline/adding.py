"""An article of the user's own into `data/local/`, in full."""

import re
from collections.abc import Iterable
from pathlib import Path

from timeline.article import Article
from timeline.errors import DataError
from timeline.reader import read_file
from timeline.reader.markdown import full_markdown
from timeline.reader.markup import fetch_article

URL = re.compile(r"https?://", re.IGNORECASE)
AS_THEY_ARE = (".txt", ".md")  # what a person can read and mend stays as it is
SAFE_ID = re.compile(r"\w[\w.-]{0,150}")


def add_articles(source: str, folder: Path) -> Iterable[Path | DataError]:
    """Put the articles of a file or an address into `folder`; yield each new file, or why one was refused."""
    folder.mkdir(parents=True, exist_ok=True)
    if URL.match(source):
        yield from _each([fetch_article(source)], source, folder)
        return
    path = Path(source)
    found = list(read_file(path))
    if path.suffix.lower() in AS_THEY_ARE and all(isinstance(one, Article) for one in found):
        yield _write(folder / path.name, path.read_text(encoding="utf-8-sig"), source)
    else:
        yield from _each(found, source, folder)


def _each(found: Iterable[Article | DataError], source: str, folder: Path) -> Iterable[Path | DataError]:
    for article in found:
        if isinstance(article, DataError):
            yield article
            continue
        try:
            yield _write(folder / f"{_checked(article.id, source)}.md", full_markdown(article), source)
        except DataError as error:
            yield error


def _checked(article: str, source: str) -> str:
    if not SAFE_ID.fullmatch(article):
        remedy = "An id becomes a file's name: letters, digits, full stops, hyphens and underscores, up to 150."
        raise DataError(file=source, place="id", found=repr(article[:60]), remedy=remedy)
    return article


def _write(path: Path, text: str, source: str) -> Path:
    if path.exists():
        raise DataError(file=source, place=str(path), found="there is one already", remedy="Remove or rename it first.")
    path.write_text(text, encoding="utf-8")
    return path
