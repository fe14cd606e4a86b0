"""What is said to be done: triggers of PLOVER event types in a text, by the tables of `rules/act.toml`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, NamedTuple

import re2

from timeline.article import Span
from timeline.errors import RuleError
from timeline.pattern import compiled_bytes, find_spans
from timeline.plover import TYPES
from timeline.ruletable import rule_table
from timeline.union import any_word, union

FILE = "act.toml"
Voice = Literal["active", "passive", "noun"]
# What has to stand beside a trigger: a person, a place or "suspect" after it, a weapon or forces before it; or nothing.
Needs = Literal["", "person", "place", "there", "weapon", "forces", "suspect"]
QUOTES = "\"“‘'"  # before a word that is quoted
VOICES: dict[str, Voice] = {
    "verbs": "active",
    "persons": "active",
    "placed": "active",
    "arriving": "active",
    "weapons": "active",
    "suspects": "active",
    "passive_persons": "passive",
    "forces": "passive",
    "passives": "passive",
    "nouns": "noun",
    "doer_nouns": "noun",
}
NEEDS: dict[str, Needs] = {
    "persons": "person",
    "passive_persons": "person",
    "placed": "place",
    "arriving": "there",
    "weapons": "weapon",
    "forces": "forces",
    "suspects": "suspect",
}
HEADLINES = "headlines"
# What a row may say of its act besides name and type, and where it becomes another.
OPTIONS = ("rank", "object_first", "mutual", "matter", "of", "alone", "once", "lasting", "abroad", "envoys")
BECOMES = ("ended", "arms_onto", "of_arms", "of_sent", "of_forces", "of_denial", "of_state", "of_traveller", "onto")
# A verb of this rank keeps a date from the noun it governs, one of rank CHARGING from what somebody is charged with
# ("menuduh Y menyerang"), one of rank ASKING from whatever is asked for; one of rank SPEECH gives way to any other act.
ASKING, CHARGING, GOVERNING, SPEECH = 4, 3, 2, 0
# PLOVER's type for what is agreed: who leaves it does not agree, and to agree and to sign it are two days.
AGREEMENT = "AGREE"
# PLOVER's types of what is asked for or invited to, and of what somebody is charged with.
BIDDING, CHARGE = "REQUEST", "ACCUSE"
# PLOVER types of deeds that announce another one.
PROMISING = frozenset([AGREEMENT, "THREATEN"])
# PLOVER types of what is done by words: who says it does it.
SPOKEN = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "PROTEST", "AGREE", "SANCTION"])


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of deed: its name (labels are made by it), its PLOVER type, and how its triggers govern.

    of
        The only kind of actor that does or undergoes it ("person", "state"; "body": none but people); None for any.
    alone
        Whether who does it needs nobody and nothing besides ("runtuh").
    once
        Whether it hardly happens twice within days ("wafat").
    lasting
        Whether its nouns name what goes on ("kerja sama"), so that a day of news is that of the verb over them.
    abroad
        Whether the state of the place it leads to or from takes part.
    envoys
        Whether it is done to the envoys of the state that undergoes it.
    becomes
        The act it is instead, by what the words around it then say (`BECOMES`, told in `rules/act.toml`).
    """

    name: str
    type: str
    rank: int = 1
    object_first: bool = False
    mutual: bool = False
    matter: bool = False
    of: str | None = None
    alone: bool = False
    once: bool = False
    lasting: bool = False
    abroad: bool = False
    envoys: bool = False
    becomes: Mapping[str, str] = field(default_factory=dict, hash=False)


class Trigger(NamedTuple):
    """Where an act is named, and in which voice."""

    span: Span
    act: Act
    voice: Voice
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a trigger."""

    act: Act
    voice: Voice
    needs: Needs


def find_acts(text: str, span: Span, *, headline: bool = False) -> tuple[Trigger, ...]:
    """Return the triggers inside `span`, in order, never overlapping; the longest words win.

    In a headline verbs may lack their prefix. What a trigger `needs` is for the sentence to show (`claims.recast`).
    """
    pattern, rows = _triggers(headline)
    found = []
    for start, end, printed in find_spans(pattern, span.of(text)):
        written = next((one for one in _written(printed.decode()) if one in rows), None)
        if written is None:
            continue  # an idiom
        form = rows[written]
        where = Span(span.start + start, span.start + end)
        found.append(Trigger(where, form.act, form.voice, form.needs))
    return tuple(found)


def first_deed(triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the first deed told; where nothing is done the first saying, or None."""
    return next((one for one in triggers if one.act.rank != SPEECH), next(iter(triggers), None))


def act_named(name: str) -> Act:
    """Return the act of that name; KeyError if no table has it."""
    return _acts()[name]


@cache
def _acts() -> dict[str, Act]:
    return {form.act.name: form.act for form in reversed(_triggers(False)[1].values())}


def _act_of(row: Mapping[str, Any]) -> Act:
    if row["type"] not in TYPES:
        raise RuleError(file=FILE, rule=row["name"], found=f"type {row['type']}", remedy="Use a PLOVER type.")
    options = {key: row[key] for key in ("name", "type", *OPTIONS) if key in row}
    return Act(**options, becomes={key: row[key] for key in BECOMES if key in row})


def _forms(row: Mapping[str, Any], act: Act) -> Iterator[tuple[str, _Form]]:
    """Yield the triggers of an act as its row writes them."""
    for key, voice in VOICES.items():
        done = replace(act, object_first=False) if key == "doer_nouns" else act
        for words in row.get(key, ()):
            yield words, _Form(done, voice, NEEDS.get(key, ""))


@cache
def _triggers(headline: bool) -> tuple["re2._Regexp[bytes]", dict[str, _Form]]:
    """Return one pattern over every trigger and idiom, and what each trigger stands for."""
    rows: dict[str, _Form] = {}
    for row in rule_table(FILE)["act"]:
        act = _act_of(row)
        for words, form in _forms(row, act):
            if words in rows:
                found = f"{words!r} triggers {rows[words].act.name} too"
                raise RuleError(file=FILE, rule=act.name, found=found, remedy="Keep one.")
            rows[words] = form
        for words in row.get(HEADLINES, ()) if headline else ():
            rows.setdefault(words, _Form(act, "active", ""))
    counting = any_word(sorted(act_words("counted")))
    many = rf"\s+(?:(?:\d[\d.,]*|{counting})\s+)*[{QUOTES}]?"  # between a verb and what it counts, or calls by a name
    told = [
        words.replace(" ", many if row.voice == "active" else r"\s+") + f"(?:-?{glued()})?"
        for words, row in sorted(rows.items())
    ]
    told += [words.replace(" ", rf"\s+[{QUOTES}]?") for words in sorted(act_words("idioms"))]
    return compiled_bytes(rf"\b{union(told)}\b", longest=True), rows


def _written(printed: str) -> Iterator[str]:
    """Yield the ways in which the tables may write a trigger: as printed, or without what is counted or glued on."""
    words = [word.lstrip(QUOTES) for word in printed.lower().split()]
    if " ".join(words) in act_words("idioms"):
        return
    for kept in (words, [word for word in words if not _counts(word)]):
        written = " ".join(kept)
        yield from (written, written.removesuffix(glued()).removesuffix("-"))


@cache
def glued() -> str:
    """Return the pronoun that is glued to verbs and nouns: their object, or whose they are ("katanya")."""
    return str(rule_table(FILE)["glued"])


@cache
def kinds_of(act: str) -> dict[str, "re2._Regexp[bytes]"]:
    """Return patterns of the words that tell kinds of an act apart, by the name of the kind."""
    kinds: dict[str, list[str]] = next(
        (row["kinds"] for row in rule_table(FILE)["act"] if row["name"] == act and "kinds" in row), {}
    )
    return {kind: compiled_bytes(rf"(?i)\b{any_word(sorted(words))}(?:nya)?\b") for kind, words in kinds.items()}


def _counts(word: str) -> bool:
    return word[0].isdigit() or word in act_words("counted")


@cache
def act_words(name: str) -> frozenset[str]:
    """Return one of the lists of words of `rules/act.toml`."""
    return frozenset(rule_table(FILE)[name])
