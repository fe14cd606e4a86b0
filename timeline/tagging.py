"""What `tag` answers: a JSON object a line for each expression of a text, or for each row of many texts."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

from timeline.article import nfc
from timeline.dates.normaliser import read_timexes
from timeline.dates.timex import timex_row
from timeline.decode import check_letters
from timeline.edtf import DateValue
from timeline.errors import DataError
from timeline.message import Message, message

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_dct(text: str) -> DateValue:
    """Return the day that ``YYYY-MM-DD`` names; ValueError where it names none."""
    if not ISO_DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no day written YYYY-MM-DD")
    return DateValue.on(date.fromisoformat(text))


def tag_text(text: str, dct: DateValue | None) -> Iterator[str]:
    """Yield a line for each expression of `text`; offsets count code points of its NFC form with ``\\n`` line ends."""
    for timex in read_timexes(nfc(text), dct):
        yield json.dumps(timex_row(timex), ensure_ascii=False)


def tag_timeml(text: str, dct: DateValue | None) -> str:
    """Return `text` as a TimeML document with its expressions marked."""
    from timeline.dates.timeml import write_timeml  # noqa: PLC0415  XML is for those who ask for it

    text = nfc(text)
    return write_timeml(text, dct, read_timexes(text, dct))


def tag_rows(rows: Iterable[tuple[Message, object]], file: str) -> Iterator[str | DataError]:
    """Yield ``{"id": ..., "timexes": [...]}`` for each row (its place and value), or why it was refused, in order."""
    for place, row in rows:
        if isinstance(row, DataError):
            yield row
            continue
        try:
            yield _tag_row(row, file, place)
        except DataError as error:
            yield error


def _tag_row(row: object, file: str, place: Message) -> str:
    if not isinstance(row, dict):
        raise DataError("tag.kind", file=file, place=place, kind=type(row).__name__)
    for name, kinds in (("id", (str, int)), ("text", (str,))):
        if type(row.get(name)) not in kinds:
            fault, where = "tag.odd" if name in row else "tag.missing", message("place.part", at=place, name=name)
            raise DataError(fault, file=file, place=where, value=f"{row.get(name)!r:.60}")
    try:
        dct = None if row.get("dct") is None else parse_dct(str(row["dct"]))
    except ValueError as error:
        where = message("place.part", at=place, name="dct")
        raise DataError("tag.day", file=file, place=where, value=repr(row["dct"])) from error
    text = nfc(check_letters(row["text"], file, message("place.part", at=place, name="text")))
    timexes = [timex_row(timex) for timex in read_timexes(text, dct)]
    return json.dumps({"id": row["id"], "timexes": timexes}, ensure_ascii=False)
