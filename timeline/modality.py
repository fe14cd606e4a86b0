"""How a deed is told: as done, planned, denied or thinkable; for the how-manieth time; or as one of many."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import re2

from timeline.article import Span
from timeline.pattern import compiled

RULES = Path(__file__).parent / "rules" / "modality.toml"
Modality = Literal["occurred", "planned", "denied", "hypothetical"]
Reach = Literal["before", "next", "after"]
# Words that may stand between a cue that reaches only the next deed and that deed.
WORDS_BETWEEN = 1


@dataclass(frozen=True, slots=True)
class _Cue:
    modality: Modality
    reach: Reach
    pattern: "re2._Regexp[str]"


def modality_of(text: str, clause: Span, deed: Span | None) -> tuple[Modality, str | None]:
    """Return how the deed at `deed` is told in its clause, and the cue that says so; without a cue it occurred.

    Without a deed the whole clause is searched, as if the deed stood at its end.
    """
    if not _any_cue().search(text[clause.start : clause.end]):
        return "occurred", None
    before = text[clause.start : deed.start] if deed else text[clause.start : clause.end]
    after = text[deed.end : clause.end] if deed else ""
    for cue in _cues():
        match = _last(cue.pattern, before) if cue.reach != "after" else cue.pattern.search(after)
        if match is None or (cue.reach == "next" and len(before[match.end() :].split()) > WORDS_BETWEEN):
            continue
        if cue.reach == "before" and cue.modality != "denied" and _past().search(before[match.end() :]):
            continue  # "akan menemui lurah yang |baru saja| terpilih"
        if cue.modality == "denied" and (thought := _only_thought(before)):
            return "hypothetical", thought
        return cue.modality, match.group()
    return "occurred", None


def _only_thought(before: str) -> str | None:
    """Return the cue under which a denial is a mere thought, or None: "mungkin" without "akan"."""
    found = {cue.modality: match for cue in _cues() if cue.reach == "before" and (match := _last(cue.pattern, before))}
    return found["hypothetical"].group() if "hypothetical" in found and "planned" not in found else None


def denies(words: str) -> bool:
    """Say whether `words`, which "bahwa" follows, end in a denial ("membantah laporan")."""
    return _denial().search(words) is not None


def compares(words: str) -> bool:
    """Say whether `words` count or compare and end in "since": "the third … since"."""
    return _compared().search(words) is not None


def ordinal_of(text: str, clause: Span) -> int | None:
    """Return the how-manieth time the clause says it is, or None."""
    told = text[clause.start : clause.end]
    any_number, *numbers = _ordinals()
    if not any_number.search(told):
        return None
    return next(number for number, pattern in enumerate(numbers, 1) if pattern.search(told))


def ordinal_words(text: str) -> Iterator[int]:
    """Yield where a word stands without which nothing is a how-manieth time."""
    return (match.start() for match in _ordinal_word().finditer(text))


def is_counted(text: str, clause: Span) -> bool:
    """Say whether the clause tells of several times at once."""
    return _counted().search(text[clause.start : clause.end]) is not None


def _last(pattern: "re2._Regexp[str]", text: str) -> "re2._Match[str] | None":
    matches = list(pattern.finditer(text))
    return matches[-1] if matches else None


@cache
def _any_cue() -> "re2._Regexp[str]":
    rows = tomllib.loads(RULES.read_text(encoding="utf-8"))["modality"]
    return compiled(rf"\b(?:{'|'.join(word for row in rows for word in row['words'])})\b")


@cache
def _cues() -> tuple[_Cue, ...]:
    rows = tomllib.loads(RULES.read_text(encoding="utf-8"))["modality"]
    return tuple(_Cue(row["name"], row["reach"], compiled(rf"\b(?:{'|'.join(row['words'])})\b")) for row in rows)


@cache
def _past() -> "re2._Regexp[str]":
    words = tomllib.loads(RULES.read_text(encoding="utf-8"))["past"]["words"]
    return compiled(rf"\b(?:{'|'.join(words)})\b")


@cache
def _ordinal_word() -> "re2._Regexp[str]":
    table = tomllib.loads(RULES.read_text(encoding="utf-8"))["ordinal"]
    return compiled("|".join(word for words in table["numbers"] for word in words))


@cache
def _denial() -> "re2._Regexp[str]":
    words = tomllib.loads(RULES.read_text(encoding="utf-8"))["denial"]["words"]
    return compiled(rf"\b(?:{'|'.join(words)})[\s,]*$")


@cache
def _compared() -> "re2._Regexp[str]":
    table = tomllib.loads(RULES.read_text(encoding="utf-8"))["compared"]
    return compiled(rf"\b(?:{table['pattern']})\s(?:.*\s)?(?:{'|'.join(table['since'])})\s*$")


@cache
def _ordinals() -> tuple["re2._Regexp[str]", ...]:
    """Return the pattern of any ordinal, then that of each number from one on."""
    table = tomllib.loads(RULES.read_text(encoding="utf-8"))["ordinal"]
    numbers = [
        "|".join(pattern.replace("{number}", f"(?:{'|'.join(words)})") for pattern in table["patterns"])
        for words in table["numbers"]
    ]
    return tuple(compiled(rf"(?:{alternative})(?:\W|$)") for alternative in ("|".join(numbers), *numbers))


@cache
def _counted() -> "re2._Regexp[str]":
    return compiled(rf"\b(?:{tomllib.loads(RULES.read_text(encoding='utf-8'))['counted']['pattern']})\b")
