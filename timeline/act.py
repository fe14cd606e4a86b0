"""What is said to be done: triggers of PLOVER event types in a text, by the tables of `rules/act.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import re2

from timeline.article import Span
from timeline.errors import RuleError
from timeline.pattern import compiled

RULES = Path(__file__).parent / "rules" / "act.toml"
Voice = Literal["active", "passive", "noun"]
VOICES: dict[str, Voice] = {"verbs": "active", "passives": "passive", "nouns": "noun"}
# A verb of this rank keeps a date from the noun it governs; one of rank SPEECH gives way to any other act.
GOVERNING, SPEECH = 2, 0
PLOVER = frozenset(
    (
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "OTHER",
    )
)


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of deed: its name (labels are made by it), its PLOVER type, and how its triggers govern."""

    name: str
    type: str
    rank: int = 1
    object_first: bool = False
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Where an act is named, and in which voice."""

    span: Span
    act: Act
    voice: Voice


def find_acts(text: str, span: Span) -> tuple[Trigger, ...]:
    """Return the triggers inside `span`, in order, never overlapping; the longest words win."""
    pattern, rows = _triggers()
    found = []
    for match in pattern.finditer(text[span.start : span.end]):
        act, voice = rows[" ".join(match.group().lower().split())]
        found.append(Trigger(Span(span.start + match.start(), span.start + match.end()), act, voice))
    return tuple(found)


def act_named(name: str) -> Act:
    """Return the act of that name; KeyError if no table has it."""
    return {act.name: act for act, _ in _triggers()[1].values()}[name]


@cache
def _triggers() -> tuple["re2._Regexp[str]", dict[str, tuple[Act, Voice]]]:
    rows: dict[str, tuple[Act, Voice]] = {}
    for row in tomllib.loads(RULES.read_text(encoding="utf-8"))["act"]:
        if row["type"] not in PLOVER:
            raise RuleError(file=RULES.name, rule=row["name"], found=f"type {row['type']}", remedy="Use a PLOVER type.")
        act = Act(
            row["name"], row["type"], row.get("rank", 1), row.get("object_first", False), row.get("mutual", False)
        )
        for key, voice in VOICES.items():
            for words in row.get(key, ()):
                if words in rows:
                    raise RuleError(
                        file=RULES.name,
                        rule=row["name"],
                        found=f"{words!r} triggers {rows[words][0].name} too",
                        remedy="Keep one.",
                    )
                rows[words] = (act, voice)
    alternatives = "|".join(words.replace(" ", r"\s+") for words in sorted(rows, key=len, reverse=True))
    return compiled(rf"\b(?:{alternatives})\b", longest=True), rows
