"""Bytes to text: UTF-8 only, and what is not is told by its place."""

from pathlib import Path

from timeline.errors import DataError

UTF8_REMEDY = "Save it as UTF-8 and try again."


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
    """Return the text; DataError names the first byte that is not UTF-8, after `place` where that is given."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(
            file=file,
            place=f"{place + ', ' if place else ''}byte {error.start}",
            found=f"0x{content[error.start]:02x} is not UTF-8",
            remedy=UTF8_REMEDY,
        ) from error


def check_text(text: str, file: str, place: str = "text") -> str:
    """Return the text; DataError where it is blank or holds half of a surrogate pair, which no file can store."""
    if not text.strip():
        raise DataError(file=file, place=place, found="there is no text", remedy="Give the article's text.")
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
