"""An article with its record in front: excerpts (quoted sentences and gaps), and articles in full.

The record is TOML between two lines of ``+++``. In an excerpt every line after it is ``> `` and a sentence, ``[…]``
where sentences are left out, or blank; any other text is the article in full.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from timeline.article import OMITTED, Article, Masked, Span, nfc
from timeline.decode import TEXT, check_text, read_utf8
from timeline.errors import DataError
from timeline.message import message
from timeline.publication.page import read_page

FENCE, QUOTE = "+++", "> "
# How a record of another kind begins.
YAML = re.compile(r"---[ \t]*\n\w+:")
RECORD = ("id", "publisher", "title", "author", "url", "published", "dateline", "banner")
# What an article in full may say of itself; the rest its page shows.
IN_FULL = ("publisher", "title", "author", "url", "published")


def read(path: Path) -> Iterator[Article]:
    """Yield the article in a .md file; DataError names the line that is not what the format allows."""
    text = check_text(nfc(read_utf8(path)), str(path))
    record, body, skipped = _split(text, str(path))
    if record.get("id", path.stem) != path.stem:
        raise DataError("record_id.found", file=str(path), place="id", found=repr(record["id"]), stem=path.stem)
    check_text(body, str(path), message("place.rest"))
    lines = body.split("\n")
    first = next(line for line in lines if line.strip())
    if first.startswith(QUOTE) or first == OMITTED:
        yield _excerpt(path, record, _unquoted(lines, skipped, str(path)))
    else:
        yield _in_full(path.stem, record, body)


def full_markdown(article: Article) -> str:
    """Return the article in full as a file that `read` reads; DataError where it would read an excerpt."""
    if article.text.lstrip().startswith((QUOTE, OMITTED, FENCE)):
        raise DataError("excerpt_like.found", file=article.id, place=TEXT, found=repr(article.text.strip()[:20]))
    return f"{front_matter(article, IN_FULL)}\n{article.text}"


def front_matter(article: Article, fields: Iterable[str] = RECORD) -> str:
    """Return the record of an article between its fences, fields that are not known left out."""
    known = ((name, getattr(article, name)) for name in fields)
    lines = [f"{name} = {_quoted(value)}" for name, value in known if value]
    return "\n".join([FENCE, *lines, FENCE]) + "\n"


def _quoted(value: str) -> str:
    """Return `value` as a basic string of TOML."""
    letters = (f"\\{one}" if one in '"\\' else one if one.isprintable() else f"\\U{ord(one):08X}" for one in value)
    return f'"{"".join(letters)}"'


def _split(text: str, file: str) -> tuple[dict[str, str], str, int]:
    """Return the record, the text after it, and how many lines stand before that text."""
    lines = text.split("\n")
    if YAML.match(text):
        raise DataError("record_yaml.found", file=file, place=message("place.line", n=1), fence=FENCE)
    if lines[0].rstrip() != FENCE:
        return {}, text, 0
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise DataError("record_end.found", file=file, place=message("place.line", n=1), fence=FENCE)
    try:
        record = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        raise DataError("record_toml.found", file=file, place=message("place.record"), error=error) from error
    if isinstance(day := record.get("published"), date):  # a day of TOML's own, without quotation marks
        record["published"] = day.isoformat()
    for key, value in record.items():
        if key not in RECORD or not isinstance(value, str):
            where, found = message("place.record"), f"{key} = {value!r}"
            raise DataError("record_field.found", file=file, place=where, found=found, names=", ".join(RECORD))
    return record, "\n".join(lines[end + 1 :]).lstrip("\n"), end + 1


def _unquoted(lines: list[str], skipped: int, file: str) -> list[str]:
    """Return the lines of an excerpt without their marks of quotation."""
    for number, line in enumerate(lines, skipped + 1):
        if line.strip() and line != OMITTED and not line.startswith(QUOTE):
            where, found = message("place.line", n=number), repr(line[:60])
            raise DataError(
                "excerpt_line.found", file=file, place=where, found=found, quote=repr(QUOTE), omitted=OMITTED
            )
    return [line.removeprefix(QUOTE) for line in lines]


def _excerpt(path: Path, record: dict[str, str], lines: list[str]) -> Article:
    gaps, headline, start = [], None, 0
    for line in lines:
        span = Span(start, start + len(line))
        if line == OMITTED:
            gaps.append(Masked(span, "gap"))
        elif headline is None and line == record.get("title"):
            headline = span
        start = span.end + 1
    known = {**record, "id": path.stem}
    return Article(**known, text="\n".join(lines), headline=headline, masked=tuple(gaps))


def _in_full(article: str, record: dict[str, str], body: str) -> Article:
    return read_page(article, body, **{key: value for key, value in record.items() if key in IN_FULL})
