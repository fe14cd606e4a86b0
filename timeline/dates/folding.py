"""Text as the automaton scans it: one byte for each code point, so that offsets stay; one sign for all of a kind.

Every blank is a space, every dash a hyphen, every apostrophe `'`; Latin-1 is kept, and of the rest only whether it is
a letter.
"""

import codecs

ENCODING = "latin-1"
LETTER = 0xAA  # any letter that Latin-1 lacks
OTHER = 0x7F  # any other sign that it lacks
SIGNS = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " ")
    | dict.fromkeys("‐‑–—−", "-")
    | dict.fromkeys("’‘`´", "'")
)
WITHIN = bytes.maketrans(b"\t\xa0`\xb4", b"  ''")  # those of them that are in Latin-1


def fold(text: str) -> bytes:
    """Return a byte for each code point of `text`; an empty line keeps words apart."""
    return text.encode(ENCODING, FOLDING).translate(WITHIN).replace(b"\n\n", b"\n\r")


def is_letter(byte: int) -> bool:
    """Say whether the byte stands for a letter beyond ASCII."""
    return byte >= 0x80 and chr(byte).isalpha()  # noqa: PLR2004  ASCII ends there


def _folded(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    signs = error.object[error.start : error.end].translate(SIGNS)
    return bytes(ord(one) if one < "\x80" else LETTER if one.isalpha() else OTHER for one in signs), error.end


FOLDING = "timeline.dates.folding"
codecs.register_error(FOLDING, _folded)
