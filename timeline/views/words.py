"""Words for readers: interface sentences, dates and names, each in the language asked for."""

from collections.abc import Mapping
from functools import lru_cache

from babel.numbers import format_decimal

from timeline.edtf import DateValue, Mod
from timeline.message import Language, message, templates

INVISIBLE = {
    code: None
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF))
    for code in range(first, last + 1)
}


class Count(int):
    """A number of things, told with the separators of the language: 5.000 peristiwa, 5,000 events."""

    def words(self, language: Language) -> str:
        """Return the number in figures."""
        return str(int(self)) if self < 1000 else format_decimal(int(self), locale=language)  # noqa: PLR2004


def say(key: str, language: Language, **values: object) -> str:
    """Return the sentence `key` of the message tables."""
    return _said(key, language, tuple(values.items()))


@lru_cache(maxsize=16_384)
def _said(key: str, language: Language, values: tuple[tuple[str, object], ...]) -> str:
    return message(key, **dict(values)).text(language)


def known(key: str, language: Language, otherwise: str) -> str:
    """Return the sentence `key` where a table has it, else `otherwise`: types and kinds may grow before the tables."""
    return say(key, language) if key in templates() else otherwise


@lru_cache(maxsize=65_536)
def date_words(edtf: str | None, mod: str | None, language: Language) -> str:
    """Return a date in words; what is not EDTF is shown as it stands, nothing as "no date"."""
    if not edtf:
        return say("edtf.undated", language)
    try:
        return DateValue.parse(edtf, Mod(mod) if mod else None).words(language)
    except ValueError:
        return edtf


def bounds_words(published: Mapping[str, str | None], language: Language) -> str:
    """Return when something was published: its date, or what bounds it."""
    if published.get("edtf"):
        return date_words(published["edtf"], published.get("mod"), language)
    first, last = published.get("earliest"), published.get("latest")
    if first and last:
        return date_words(first if first == last else f"{first}/{last}", None, language)
    if first:
        return date_words(f"{first}/..", None, language)
    return date_words(f"../{last}" if last else None, None, language)


def one_line(text: str, limit: int = 0) -> str:
    """Return `text` on one line without invisible direction marks, cut at `limit` characters if that is given."""
    plain = " ".join(text.translate(INVISIBLE).split())
    return f"{plain[: limit - 1].rstrip()}…" if limit and len(plain) > limit else plain
