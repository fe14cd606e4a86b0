"""Articles as rows of a Parquet file."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.article import Article
from timeline.decode import unreadable
from timeline.errors import DataError
from timeline.message import message
from timeline.reader.row import OPTIONAL, REQUIRED, article_of_row, no_rows

ROWS_AT_ONCE = 64


def read(path: Path) -> Iterator[Article | DataError]:
    """Yield the article of each row, or why it was refused; a few rows are held at a time."""
    try:
        with pq.ParquetFile(path) as file:
            yield from _articles(file, str(path))
    except pa.ArrowInvalid as error:
        yield DataError("parquet.damaged", file=str(path), error=error)
    except OSError as error:
        yield unreadable(path, error) if error.errno else DataError("parquet.damaged", file=str(path), error=error)


def _articles(file: pq.ParquetFile, name: str) -> Iterator[Article | DataError]:
    names = file.schema_arrow.names
    if missing := [column for column in REQUIRED if names.count(column) != 1]:
        where = message("place.columns")
        raise DataError("row.column", file=name, place=where, name=repr(missing[0]), names=f"{names!r:.200}")
    columns = [column for column in (*REQUIRED, *OPTIONAL) if column in names]
    number = 0
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=columns):
        for at in range(batch.num_rows):
            number += 1
            place = message("place.row", n=number)
            try:
                yield article_of_row(batch.slice(at, 1).to_pylist()[0], name, place)
            except DataError as error:
                yield error
            except (ValueError, OverflowError, pa.ArrowInvalid) as error:  # no UTF-8, no day of the calendar
                yield DataError("parquet.row", file=name, place=place, error=error)
    if not number:
        yield no_rows(name)
