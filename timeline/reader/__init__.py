"""Articles from files and folders, one module per kind of file; what cannot be read is told and passed over."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from timeline.article import Article
from timeline.errors import DataError
from timeline.reader.columns import read_columns
from timeline.reader.lines import read_lines
from timeline.reader.markdown import read_markdown
from timeline.reader.markup import read_markup
from timeline.reader.plain import read_plain

READERS: dict[str, Callable[[Path], Iterator[Article | DataError]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_markup,
    ".htm": read_markup,
    ".jsonl": read_lines,
    ".jsonl.gz": read_lines,
    ".parquet": read_columns,
}


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
        yield from READERS[_kind(path)](path)
    except DataError as error:
        yield error


def find_files(sources: Sequence[Path]) -> Iterator[Path | DataError]:
    """Yield each file to be read once: those named, and those in folders, sorted, that are of a kind we read."""
    seen: set[Path] = set()
    for source in sources:
        for file in _files_of(source):
            if isinstance(file, DataError) or file.resolve() not in seen:
                yield file
            if isinstance(file, Path):
                seen.add(file.resolve())


def _files_of(source: Path) -> list[Path | DataError]:
    kinds = ", ".join(READERS)
    if source.is_dir():
        found = [path for path in sorted(source.rglob("*")) if path.is_file() and _shown(path, source) and _kind(path)]
        if found:
            return [*found]
        return [DataError(file=str(source), place="folder", found="no articles", remedy=f"Give files of {kinds}.")]
    if not source.exists():
        return [DataError(file=str(source), place="file", found="there is none", remedy="Check its name.")]
    if not _kind(source):
        found_kind = source.suffix or "no ending"
        return [DataError(file=str(source), place="name", found=found_kind, remedy=f"Give files of {kinds}.")]
    return [source]


def _shown(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _kind(path: Path) -> str:
    """Return the ending of a file that we read, or an empty text."""
    return next((kind for kind in READERS if path.name.lower().endswith(kind)), "")


def _twice(article: str, file: str, first: str) -> DataError:
    where = "twice in this file" if file == first else f"in {first} too"
    return DataError(file=file, place=f"id {article!r}", found=where, remedy="Give each article an id of its own.")
