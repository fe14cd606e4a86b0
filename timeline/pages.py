"""The texts of articles that are a file each, read again from disk when asked for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from timeline.article import Article
from timeline.reader import find_files, read_file

PAGE_SUFFIXES = (".txt", ".md", ".html", ".htm")


class PageTexts(Mapping[str, str]):
    """The texts of articles that are a file each, read from disk when asked for; rows of corpora are left out.

    Of two files of one id it is the first that can be read, as in `read_articles`.
    """

    def __init__(self, sources: Sequence[Path]) -> None:
        self._files: dict[str, list[Path]] = {}
        for file in find_files(sources):
            if isinstance(file, Path) and file.suffix.lower() in PAGE_SUFFIXES:
                self._files.setdefault(file.stem, []).append(file)

    def __getitem__(self, article_id: str) -> str:
        """Return the text that the claims' offsets count in."""
        for article in chain.from_iterable(map(read_file, self._files[article_id])):
            if isinstance(article, Article) and article.id == article_id:
                return article.text
        raise KeyError(article_id)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the articles."""
        return iter(self._files)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._files)
