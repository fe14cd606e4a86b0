"""A row of a table to an article: the fields that .jsonl and .parquet files share."""

from collections.abc import Mapping
from datetime import date

from timeline.article import Article
from timeline.decode import check_text
from timeline.errors import DataError
from timeline.message import Message, message
from timeline.publication.page import read_page

REQUIRED = ("id", "text")
OPTIONAL = ("title", "publisher", "author", "url", "published")
# Fields of a row that are named where one is missing.
MOST_NAMED = 12


def article_of_row(row: object, file: str, place: Message) -> Article:
    """Return the article in a row; DataError names the field that is missing or no text. Other fields are ignored."""
    if isinstance(row, list):
        raise DataError("lines.list", file=file, place=place)
    if not isinstance(row, Mapping):
        raise DataError("row.kind", file=file, place=place, kind=type(row).__name__)
    fields = {name: _field(row, name, file, place) for name in (*REQUIRED, *OPTIONAL)}
    article, text = fields.pop("id"), fields.pop("text")
    if article is None or text is None:
        missing = next(name for name in REQUIRED if row.get(name) is None)
        names = ", ".join([str(name) for name, value in row.items() if value is not None][:MOST_NAMED])
        raise DataError("row.missing", file=file, place=place, name=missing, names=names or "-")
    if not article.strip():
        raise DataError("row.blank", file=file, place=message("place.part", at=place, name="id"))
    for name, value in (("id", article), ("text", text), *((name, value) for name, value in fields.items() if value)):
        check_text(value or "", file, message("place.part", at=place, name=name))
    return read_page(article, text, **fields)


def no_rows(file: str) -> DataError:
    """Return the error of a file that has no row at all."""
    return DataError("row.none", file=file)


def _field(row: Mapping[str, object], name: str, file: str, place: Message) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value
    if name == "id" and type(value) is int:
        return str(value)
    if name == "published" and isinstance(value, date):
        return value.isoformat()
    where = message("place.part", at=place, name=name)
    raise DataError("row_text.odd", file=file, place=where, value=f"{value!r:.60}")
