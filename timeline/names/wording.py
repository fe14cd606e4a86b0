"""How Indonesian says who and where: `rules/mention.toml`, read and checked once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from string import Formatter

from timeline.errors import RuleError
from timeline.ruletable import rule_table

FILE = "mention.toml"
READS = frozenset(
    {"acts", "at", "to", "from", "visit", "target", "region", "venue", "seat", "none", "matter", "office", "premises"}
)
MEANS = frozenset({"person", "speaker", "pair", "sides", "they", "meeting", "leaders", "states", "state", "post"})

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The tables, ready for look-up.

    words
        Word lists by name, lower case.
    cues
        How a name is read after these words: one of `READS`.
    offices, words_of_offices
        The role a word for a post stands for; every word of these.
    anaphors
        What a form that stands for names means: one of `MEANS`.
    """

    words: Mapping[str, frozenset[str]]
    cues: Mapping[str, str]
    offices: Mapping[str, str]
    words_of_offices: frozenset[str]
    anaphors: Mapping[str, str]


@cache
def load_wording() -> Wording:
    """Return the tables; RuleError names the row that is not right."""
    return make_wording(rule_table(FILE))


@cache
def mention_words(name: str) -> frozenset[str]:
    """Return a list of words of `rules/mention.toml`, in lower case."""
    return load_wording().words[name]


def cues() -> Mapping[str, str]:
    """Return how a name is read after which words."""
    return load_wording().cues


def offices() -> Mapping[str, str]:
    """Return the role that each word for a post stands for."""
    return load_wording().offices


def anaphors() -> Mapping[str, str]:
    """Return what each form that stands for names means."""
    return load_wording().anaphors


def office_words() -> frozenset[str]:
    """Return every word of the words for posts."""
    return load_wording().words_of_offices


def make_wording(table: Mapping[str, object]) -> Wording:
    """Return the tables of a parsed file."""
    slots = dict(_lists(table, "slot", "words"))
    cues = {word: _one_of(row, "reads", READS) for row in _rows(table, "cue") for word in _strings(row, "words")}
    anaphors = {
        form: _one_of(row, "means", MEANS)
        for row in _rows(table, "anaphor")
        for written in _strings(row, "forms")
        for form in fill_slots(written, slots)
    }
    offices = {word: str(row["role"]) for row in _rows(table, "office") for word in _strings(row, "words")}
    return Wording(
        words={name: frozenset(word.lower() for word in words) for name, words in _lists(table, "words", "words")},
        cues=cues,
        offices=offices,
        words_of_offices=frozenset(word for phrase in offices for word in phrase.split()),
        anaphors=anaphors,
    )


def fill_slots(written: str, slots: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield every form a row with `{slots}` stands for.

    >>> list(fill_slots("{meeting} {nth}", {"meeting": ("rapat",), "nth": ("pertama", "kedua")}))
    ['rapat pertama', 'rapat kedua']
    """
    names = [name for _, name, _, _ in Formatter().parse(written) if name]
    for words in product(*(slots[name] for name in names)):
        yield written.format(**dict(zip(names, words, strict=True)))


def _rows(table: Mapping[str, object], section: str) -> Iterator[Row]:
    found = table.get(section)
    if not isinstance(found, list) or not found:
        raise RuleError(file=FILE, rule=section, found="no rows", remedy=f"Write [[{section}]] tables.")
    yield from found


def _lists(table: Mapping[str, object], section: str, key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in _rows(table, section):
        yield str(row["name"]), _strings(row, key)


def _strings(row: Row, key: str) -> tuple[str, ...]:
    found = row.get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise RuleError(file=FILE, rule=_title(row), found=f"`{key}` is {found!r}", remedy="Give a list of words.")
    return tuple(found)


def _one_of(row: Row, key: str, known: frozenset[str]) -> str:
    found = str(row.get(key))
    if found not in known:
        raise RuleError(
            file=FILE, rule=_title(row), found=f"`{key}` is {found!r}", remedy=f"Use one of {sorted(known)}."
        )
    return found


def _title(row: Row) -> str:
    return str(row.get("name") or row.get("role"))
