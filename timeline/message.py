"""Sentences for people, in Indonesian and English, made from the tables in `timeline/messages/` when asked for."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from timeline import folders
from timeline.errors import RuleError

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
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
        values: dict[str, Any] = dict(self.values)
        for name, value in self.values:
            if hasattr(value, "words"):
                values[name] = value.words(language)
        template = templates()[self.key][language]
        if isinstance(template, dict):
            template = template["one" if dict(self.values).get("n") == 1 else "other"]
        return template.format(**values)

    def words(self, language: Language) -> str:
        """Return the sentence, so that one message can stand inside another."""
        return self.text(language)

    def texts(self) -> dict[str, str]:
        """Return the sentence in every language, as exports and stores keep it."""
        return {language: self.text(language) for language in LANGUAGES}


def message(key: str, **values: object) -> Message:
    """Return the message of `key`; RuleError if no table has it."""
    if key not in templates():
        raise RuleError(
            file=str(TABLES.name), rule=key, found="no table has this message", remedy="Add it in both languages."
        )
    return Message(key, tuple(values.items()))


@cache
def templates() -> dict[str, dict[Language, str | dict[str, str]]]:
    """Return every message template by key, `<file>.<name>`; RuleError where a language is missing."""
    found: dict[str, dict[Language, str | dict[str, str]]] = {}
    for path in sorted(TABLES.glob("*.toml")):
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if set(entry) != set(LANGUAGES):
                raise RuleError(
                    file=path.name, rule=name, found=f"languages {sorted(entry)}", remedy="Give `id` and `en`."
                )
            found[f"{path.stem}.{name}"] = entry
    return found
