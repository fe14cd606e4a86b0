"""Bytes to text: UTF-8 only, and what is not is told by its place."""

from pathlib import Path

from timeline.errors import DataError

UTF8_REMEDY = "Save it as UTF-8 and try again."
TEXT_REMEDY = "Save its text as UTF-8, as .txt, and try again."
# How files begin that are no text, whatever they are called.
FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip file, as .docx and .xlsx are",
    b"\xd0\xcf\x11\xe0": "a Word or Excel file",
    b"{\\rtf": "a rich text file",
    b"\x1f\x8b": "a gzip file",
    b"PAR1": "a Parquet file",
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
NUL = "\0"


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; DataError where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def read_utf8(path: Path) -> str:
    """Return the file's text without a byte order mark; DataError names the first byte that is not UTF-8."""
    return decode_utf8(read_bytes(path), str(path))


def decode_utf8(content: bytes, file: str, place: str = "") -> str:
    """Return the text; DataError names the first byte that is not UTF-8, by its line or, where given, by `place`."""
    known = next((name for start, name in FORMATS.items() if content.startswith(start)), None)
    if known:
        raise DataError(file=file, place=place or "file", found=f"this is {known}", remedy=TEXT_REMEDY)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        raise DataError(
            file=file,
            place=f"{place or f'line {len(before)}'}, byte {len(before[-1]) + 1}",
            found=f"0x{content[error.start]:02x} is not UTF-8",
            remedy=UTF8_REMEDY,
        ) from error


def check_text(text: str, file: str, place: str = "text") -> str:
    """Return the text; DataError where it is blank or holds what `check_letters` refuses."""
    if not text.strip():
        raise DataError(file=file, place=place, found="there is no text", remedy="Give the article's text.")
    return check_letters(text, file, place)


def check_letters(text: str, file: str, place: str = "text") -> str:
    """Return the text; DataError where it holds a NUL or half of a surrogate pair, which no text has."""
    if NUL in text:
        where = f"{place}, line {text[: text.index(NUL)].count(chr(10)) + 1}"
        raise DataError(file=file, place=where, found="a NUL character, which no text has", remedy=TEXT_REMEDY)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place, found = f"{place}, character {error.start}", f"half of a surrogate pair (U+{ord(text[error.start]):04X})"
        raise DataError(file=file, place=place, found=found, remedy="Remove or repair it.") from error
    return text


def unreadable(path: Path, error: OSError) -> DataError:
    """Return the error of a file that the system does not let us read."""
    return DataError(
        file=str(path), place="file", found=error.strerror or str(error), remedy="Check its name and its permissions."
    )
