"""Bytes to text: UTF-8 only, and what is not is told by its place."""

from collections.abc import Mapping
from pathlib import Path

from timeline.errors import FILE, DataError, system_words
from timeline.message import Message, message

# How files begin that hold no text of any encoding, whatever they are called; and texts of other encodings.
FORMATS = {
    b"\x89PNG": "found.picture",
    b"\xff\xd8\xff": "found.picture",
    b"GIF8": "found.picture",
    b"%PDF-": "found.pdf",
    b"PK\x03\x04": "found.zip",
    b"\xd0\xcf\x11\xe0": "found.office",
    b"{\\rtf": "found.rtf",
    b"\x1f\x8b": "found.gzip",
    b"PAR1": "found.parquet",
}
ENCODINGS = {
    b"\xff\xfe\x00\x00": "found.utf32",
    b"\xff\xfe": "found.utf16",
    b"\xfe\xff": "found.utf16",
}
NUL = "\0"
# Characters of the longest text that is taken for one article.
LONGEST = 1_000_000
TEXT = Message("place.text")


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; DataError where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def read_utf8(path: Path) -> str:
    """Return the file's text without a byte order mark; DataError names the first byte that is not UTF-8."""
    return decode_utf8(read_bytes(path), str(path))


def decode_utf8(content: bytes, file: str, place: Message | None = None) -> str:
    """Return the text; DataError names the first byte that is not UTF-8, by its line or, where given, by `place`."""
    check_format(content, file, place, FORMATS | ENCODINGS)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        where = message("place.byte", at=place or message("place.line", n=len(before)), n=len(before[-1]) + 1)
        raise DataError("utf8.byte", file=file, place=where, byte=f"0x{content[error.start]:02x}") from error


def check_format(
    content: bytes, file: str, place: Message | None = None, formats: Mapping[bytes, str] = FORMATS
) -> None:
    """Raise DataError where the bytes begin as one of `formats`."""
    known = next((message(name) for start, name in formats.items() if content.startswith(start)), None)
    if known:
        raise DataError("plain.kind", file=file, place=place or FILE, kind=known)


def check_text(text: str, file: str, place: Message = TEXT) -> str:
    """Return the text; DataError where it is blank, too long for one article, or holds what `check_letters` refuses."""
    if not text.strip():
        raise DataError("blank.text", file=file, place=place)
    if len(text) > LONGEST:
        raise DataError("several.long", file=file, place=place, count=len(text), most=LONGEST)
    return check_letters(text, file, place)


def check_letters(text: str, file: str, place: Message = TEXT) -> str:
    """Return the text; DataError where it holds a NUL or half of a surrogate pair, which no text has."""
    if NUL in text:
        where = message("place.line_of", at=place, n=text[: text.index(NUL)].count("\n") + 1)
        raise DataError("plain.nul", file=file, place=where)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        where = message("place.character", at=place, n=error.start)
        raise DataError("surrogate.half", file=file, place=where, code=f"{ord(text[error.start]):04X}") from error
    return text


def unreadable(path: Path, error: OSError) -> DataError:
    """Return the error of a file that the system does not let us read."""
    return DataError("system.unreadable", file=str(path), words=system_words(error))
