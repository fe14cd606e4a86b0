"""Rule tables → compiled rules; complains by file and rule.

A rule is a row of `rules/date-*.toml`: name, TIMEX3 type (or NONE: a trap, something that is no date), pattern,
`norm` (which way of reading it takes), examples and rejects. Patterns are google-re2's; ``<name>`` stands for a macro
or for any word of a lexicon, ``<name:2>`` for the same macro with 2 after its groups' names.
"""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import re2

from timeline import folders
from timeline.errors import RuleError
from timeline.ruletable import rule_table, rule_words
from timeline.union import any_word

RULES = folders.RULES
TYPES = ("DATE", "TIME", "DURATION", "SET", "NONE")
RuleType = Literal["DATE", "TIME", "DURATION", "SET", "NONE"]
REFERENCE = re.compile(r"<([a-z_0-9]+|[A-Z]+)(?::(\d))?>")
GROUP = re.compile(r"\(\?P<([a-z_]+\d?_*)>")

LexiconValue = int | str


@dataclass(frozen=True, slots=True)
class Example:
    """A text that its rule must find whole, between `before` and `after`, and what it means on the day `dct`."""

    text: str
    dct: str | None = None
    edtf: str | None = None
    value: str | None = None
    mod: str | None = None
    before: str = ""
    after: str = ""
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a rule table, its pattern with all names filled in.

    name
        Unique over all tables.
    type
        TIMEX3's, or NONE for a trap.
    norm
        How what it finds is read; None for a trap.
    given
        Parts that the rule itself fixes, beside those its groups name.
    after
        A list of `rules/date-context.toml`, of which one must stand right before it; else it is a trap. Or None.
    rejects
        Texts in which this rule must find nothing.
    """

    name: str
    file: str
    type: RuleType
    pattern: str
    norm: str | None
    given: tuple[tuple[str, LexiconValue], ...]
    examples: tuple[Example, ...]
    rejects: tuple[str, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and what they stand for; `of_group` has the words that a pattern's group may hold, of several lists."""

    words: Mapping[str, Mapping[str, LexiconValue]]
    of_group: Mapping[str, Mapping[str, LexiconValue]]

    def value(self, group: str, text: str) -> LexiconValue | None:
        """Return what `text` stands for in a group of this name, or None."""
        words = self.of_group.get(group) or self.words.get(group, {})
        found = words.get(text.lower())
        return words.get(" ".join(text.casefold().split())) if found is None else found


@cache
def lexicon() -> Lexicon:
    """Return the words of `rules/date-words.toml`, those left to dateparser with its kept answers."""
    answers, source = rule_table("dateparser.toml"), rule_table("date-words.toml")
    words: dict[str, dict[str, LexiconValue]] = {}
    for name, entry in source["lexicon"].items():
        told = {word: answers.get(name, {}).get(word) for word in entry.get("asked", ())}
        silent = sorted(word for word, answer in told.items() if not answer)
        if silent:
            raise RuleError(
                file="date-words.toml",
                rule=name,
                found=f"dateparser has no answer for {silent}",
                remedy="Give them under `own`, or run `python -m timeline.dates.vocabulary`.",
            )
        words[name] = told | entry.get("own", {})
    groups = {name: dict(ChainMap(*(words[one] for one in lists))) for name, lists in source["group"].items()}
    return Lexicon(words, groups)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of the date tables, in the order in which they are preferred: by file name, then by row."""
    macros = rule_table("date-macros.toml")["macro"]
    found: dict[str, Rule] = {}
    for path in sorted(RULES.glob("date-*.toml")):
        for row in rule_table(path.name).get("rule", ()):
            rule = _rule(path.name, row, macros)
            if rule.name in found:
                raise RuleError(file=path.name, rule=rule.name, found="the name is taken", remedy="Choose another.")
            found[rule.name] = rule
    return tuple(found.values())


def _rule(file: str, row: Mapping[str, Any], macros: Mapping[str, str]) -> Rule:
    name = row.get("name", "?")
    wanted = {"name", "type", "pattern", "examples", "rejects"}
    unknown = set(row) - wanted - {"norm", "given", "after"}
    if unknown or not wanted <= set(row) or row["type"] not in TYPES or (row["type"] == "NONE") == ("norm" in row):
        raise RuleError(
            file=file,
            rule=name,
            found=f"fields {sorted(row)}, type {row.get('type')!r}",
            remedy=f"Give {sorted(wanted)}, a type of {TYPES}, and `norm` unless the type is NONE.",
        )
    pattern = expand(row["pattern"], macros, where=(file, name))
    groups = GROUP.findall(pattern)
    if len(groups) != len(set(groups)):
        twice = sorted({group for group in groups if groups.count(group) > 1})
        raise RuleError(file=file, rule=name, found=f"groups {twice} twice", remedy="Number the second: <name:2>.")
    return Rule(
        name,
        file,
        row["type"],
        pattern,
        row.get("norm"),
        tuple(row.get("given", {}).items()),
        tuple(Example(**example) for example in row["examples"]),
        tuple(row["rejects"]),
        row.get("after"),
    )


def expand(pattern: str, macros: Mapping[str, str], *, where: tuple[str, str]) -> str:
    """Return `pattern` with macros and lexicons written out; RuleError where a name is unknown."""

    def fill(found: re.Match[str]) -> str:
        name, number = found[1], found[2]
        if pattern[: found.start()].endswith("?P"):
            return found[0]
        if name in macros:
            inner = expand(macros[name], macros, where=where)
            return GROUP.sub(rf"(?P<\g<1>{number}>", inner) if number else inner
        if name not in lexicon().words:
            raise RuleError(file=where[0], rule=where[1], found=f"<{name}> is no macro or lexicon", remedy="Define it.")
        return _any_of(lexicon().words[name])

    return REFERENCE.sub(fill, pattern)


def _any_of(words: Mapping[str, LexiconValue]) -> str:
    """Return a pattern for any of `words`; a blank in a word stands for any blank, a line break included."""
    blank = rule_table("date-macros.toml")["macro"]["S"]
    return any_word(re2.escape(word).replace("\\ ", blank) for word in sorted(words))


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of these words, whole and in any case; of two that fit the longer."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def context_words(section: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of `rules/date-context.toml`."""
    return rule_words("date-context.toml", section, key)
