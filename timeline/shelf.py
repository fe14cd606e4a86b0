"""Rows laid aside in a file while claims are merged: in memory stays only what merging asks for."""

import os
import pickle
import tempfile
from collections.abc import Iterator

from timeline.claims.account import Account
from timeline.errors import DataError, system_words
from timeline.message import message
from timeline.tables import Row, article_row, claim_rows

# Bytes up to which nothing is written to the disk.
IN_MEMORY = 1 << 20


class Shelf:
    """The rows of articles and of their claims, in a file without a name that ends with the shelf.

    They are pickled: nobody but this process can write into a file without a name.
    """

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed with the shelf
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._places)

    def lay(self, account: Account) -> Account:
        """Lay aside the rows of an article, in place of earlier ones, and return what merging asks for.

        DataError where the disk has no room.
        """
        try:
            self._places[account.record.id] = self._file.seek(0, os.SEEK_END)
            for rows in (article_row(account.record, account.published), claim_rows(account.claims)):
                pickle.dump(rows, self._file)
        except OSError as error:
            where, words = message("place.aside"), system_words(error)
            raise DataError("room.none", file=tempfile.gettempdir(), place=where, words=words) from error
        return account.bare()

    def article_rows(self) -> Iterator[Row]:
        """Yield a row for each article, by id."""
        return (pickle.load(self._file) for _ in self._found())

    def claim_rows(self) -> Iterator[Row]:
        """Yield a row for each claim, by article and place in it."""
        for _ in self._found():
            pickle.load(self._file)  # the article's
            yield from pickle.load(self._file)

    def _found(self) -> Iterator[str]:
        """Yield the id of each article, in order, with the file standing at its rows."""
        for article in sorted(self._places):
            self._file.seek(self._places[article])
            yield article
