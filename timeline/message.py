"""Sentences for people, in Indonesian and English, made from the tables in `timeline/messages/` when asked for."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from timeline import folders

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
Template = dict[Language, str | dict[str, str]]
TABLES = folders.MESSAGES


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is known by its key and the values in it; nothing is formatted before `text` is called."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language) -> str:
        """Return the sentence in `language`; values that have `words`, such as dates, speak that language too.

        A table entry is a format string, or a table with `one` and `other`, chosen by the value named `n`.
        """
        values = {name: value.words(language) if hasattr(value, "words") else value for name, value in self.values}
        template = templates()[self.key][language]
        if isinstance(template, dict):
            template = template["one" if values.get("n") == 1 else "other"]
        return template.format(**values)

    def words(self, language: Language) -> str:
        """Return the sentence, so that one message can stand inside another."""
        return self.text(language)

    def texts(self) -> dict[str, str]:
        """Return the sentence in every language, as exports and stores keep it."""
        return {language: self.text(language) for language in LANGUAGES}


def message(key: str, /, **values: object) -> Message:
    """Return the message of `key`; LookupError if no table has it."""
    if key not in templates():
        raise LookupError(f"{TABLES.name}: no table has this message in both languages: {key}")
    return Message(key, tuple(values.items()))


@cache
def templates() -> dict[str, Template]:
    """Return every message template by key, `<file>.<name>`; ValueError where a language is missing."""
    return {
        key: entry
        for path in sorted(TABLES.glob("*.toml"))
        for name, row in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for key, entry in _entries(f"{path.stem}.{name}", row)
    }


def _entries(key: str, row: dict[str, Any]) -> Iterator[tuple[str, Template]]:
    """Yield the entry that a row is, or those of the table that it is; ValueError where one has not both languages."""
    if not isinstance(row, dict) or (set(row) & set(LANGUAGES) and set(row) != set(LANGUAGES)):
        raise ValueError(f"{key}: a message has {' and '.join(LANGUAGES)}, not {row!r}")
    if set(row) == set(LANGUAGES):
        yield key, cast("Template", row)
        return
    for name, entry in row.items():
        yield from _entries(f"{key}.{name}", entry)
