"""Articles as JSON, a line each, packed by gzip or not."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.article import Article
from timeline.decode import decode_utf8, unreadable
from timeline.errors import FILE, DataError
from timeline.message import Message, message
from timeline.reader.row import article_of_row, no_rows

OPENINGS = (b"[", b"{")


def read(path: Path) -> Iterator[Article | DataError]:
    """Yield the article of each line, or why it was refused; one line is held at a time."""
    place = None
    for place, row in json_rows(path):
        if isinstance(row, DataError):
            yield row
            continue
        try:
            yield article_of_row(row, str(path), place)
        except DataError as error:
            yield error
    if not place:
        yield no_rows(str(path))


def json_rows(path: Path) -> Iterator[tuple[Message, object]]:
    """Yield the place and value of each line that is not blank, a DataError in its stead where it is no JSON."""
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            yield from parse_lines(file, str(path))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield FILE, DataError("gzip.damaged", file=str(path), error=error)
    except OSError as error:
        yield FILE, unreadable(path, error)


def parse_lines(lines: Iterable[bytes], name: str) -> Iterator[tuple[Message, object]]:
    """Yield the place and value of each line that is not blank, a DataError in its stead where it is no JSON."""
    for number, line in enumerate(lines, 1):
        place = message("place.line", n=number)
        if not line.strip():
            continue
        try:
            yield place, json.loads(decode_utf8(line, name, place))
        except DataError as error:
            yield place, error
        except (ValueError, RecursionError) as error:  # no JSON, or a number of thousands of digits
            if number == 1 and line.strip() in OPENINGS:
                yield place, DataError("lines.spread", file=name, place=place)
                return  # no line of it would be a row
            yield place, DataError("lines.json", file=name, place=place, error=error)
