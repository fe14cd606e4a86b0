"""Articles from files and folders, one module per kind of file; what cannot be read is told and passed over."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from timeline.article import Article
from timeline.decode import unreadable
from timeline.errors import DataError
from timeline.message import message

Read = Callable[[Path], Iterator[Article | DataError]]
# The module that reads each kind of file. It is imported when a file of that kind is met: web pages and Parquet bring
# large libraries with them that most readings can do without.
READERS = {
    ".txt": "plain",
    ".md": "markdown",
    ".html": "markup",
    ".htm": "markup",
    ".jsonl": "lines",
    ".jsonl.gz": "lines",
    ".parquet": "columns",
}
KINDS = ", ".join(READERS)
# Kinds of files that people save articles in and that are not read: one in a folder is told, other files are not.
DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xhtml", ".mht", ".mhtml", ".webarchive", ".eml", ".msg"}
    | {".xml", ".rss", ".gz", ".zip"}
)
TABLES = frozenset({".json", ".csv", ".tsv", ".xls", ".xlsx", ".ods"})


def read_articles(sources: Sequence[Path]) -> Iterator[Article | DataError]:
    """Yield the articles of files and folders in order, and in their place why some were refused.

    One article is held at a time. Of two articles with one id the first is kept.
    """
    origin: dict[str, str] = {}
    for file in find_files(sources):
        name = str(file)
        for article in [file] if isinstance(file, DataError) else read_file(file):
            if isinstance(article, Article) and article.id in origin:
                yield _twice(article.id, name, origin[article.id])
                continue
            if isinstance(article, Article):
                origin[article.id] = name
            yield article


def read_file(path: Path) -> Iterator[Article | DataError]:
    """Yield the articles in a file, and in their place why some were refused."""
    try:
        yield from _reader(READERS[_kind(path)])(path)
    except DataError as error:
        yield error


@cache
def _reader(module: str) -> Read:
    return cast("Read", import_module(f"{__name__}.{module}").read)


def find_files(sources: Sequence[Path]) -> Iterator[Path | DataError]:
    """Yield each file to be read once: those named, and those in folders, sorted, that are of a kind we read."""
    seen: set[str] = set()
    for source in sources:
        for file in _files_of(source):
            real = "" if isinstance(file, DataError) else os.path.realpath(file)  # of a link to itself too
            if real not in seen:
                yield file
            if real:
                seen.add(real)


def is_folder(path: Path) -> bool:
    """Say whether it is a folder; not where the system does not let us look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _files_of(source: Path) -> list[Path | DataError]:
    try:
        if source.is_dir():
            return _files_in(source)
        if not source.exists():
            return [DataError("named.none", file=str(source))]
    except OSError as error:
        return [unreadable(source, error)]
    return [source if _kind(source) else _of_no_kind(source)]


def _files_in(folder: Path) -> list[Path | DataError]:
    """Return the files of a folder that are to be read, sorted, after the folders in it that cannot be looked into."""
    closed: list[DataError] = []
    walk = os.walk(folder, onerror=lambda error: closed.append(unreadable(Path(error.filename), error)))
    paths = sorted(Path(parent, name) for parent, _, names in walk for name in names)
    shown = [path for path in paths if _shown(path, folder) and (path.is_file() or path.is_symlink())]
    found = [path if _kind(path) else _of_no_kind(path) for path in shown if _kind(path) or _is_document(path)]
    return [*closed, *found] or [DataError("kinds.none", file=str(folder), place=message("place.folder"), kinds=KINDS)]


def _of_no_kind(path: Path) -> DataError:
    ending = path.suffix.lower()
    known = "document.odd" if ending in DOCUMENTS else "table.odd" if ending in TABLES else None
    fault = known or ("kinds.odd" if ending else "kinds.missing")
    return DataError(fault, file=str(path), place=message("place.name"), ending=path.suffix, kinds=KINDS)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in DOCUMENTS | TABLES


def _shown(path: Path, folder: Path) -> bool:
    """Say whether a file is meant to be read: it is not hidden, and no table of a store that lies there."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and not path.with_name("build.json").exists()


def _kind(path: Path) -> str:
    """Return the ending of a file that we read, or an empty text."""
    return next((kind for kind in READERS if path.name.lower().endswith(kind)), "")


def _twice(article: str, file: str, first: str) -> DataError:
    fault = "own_id.here" if file == first else "own_id.there"
    return DataError(fault, file=file, place=message("place.id", id=repr(article)), first=first)
