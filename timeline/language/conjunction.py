"""What a conjunction joins: two verbs, two sentences, or no more than two names; and what begins as verbs do."""

from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import re2

from timeline.article import Span
from timeline.pattern import compiled, compiled_bytes, find_spans
from timeline.ruletable import rule_table, rule_words

# Words of a subject, at most; characters in which a word that points back is looked for.
LONGEST_SUBJECT, POINTING_REACH = 5, 12


def has_verb(words: str) -> bool:
    """Say whether one of `words` begins as verbs do and is none of the nouns that do so too."""
    return any(
        word.decode().lower() not in clause_words("coordinate", "no_verbs") for _, _, word in find_spans(_verb(), words)
    )


def tells_deed(words: str) -> bool:
    """Say whether `words` have a verb, one without a prefix ("kembali") included."""
    return has_verb(words) or not clause_words("coordinate", "bare_verbs").isdisjoint(words.lower().split())


def verbs_in(words: str) -> int:
    """Return how many predicates begin in `words`; verbs that follow one another are one ("akan berusaha menahan")."""
    verbs = [
        has_verb(word)
        or word in clause_words("coordinate", "bare_verbs")
        or word in clause_words("coordinate", "auxiliaries")
        for word in words.split()
    ]
    return sum(verb and not before for before, verb in pairwise([False, *verbs]))


def is_heading(line: str) -> bool:
    """Say whether a line tells nothing: no sentence, without a verb ("1. Raja dan Ratu (1949)")."""
    words = line.rstrip()
    return words[-1:] not in '.!?…”"' and not tells_deed(words)


@lru_cache(maxsize=1 << 14)
def is_object_verb(word: str) -> bool:
    """Say whether a word begins as verbs with an object do ("menyerang", "diserang"); a name does not."""
    return _object_verb().match(word) is not None and word not in clause_words("coordinate", "no_verbs")


def has_object(verb: str) -> bool:
    """Say whether a verb with an object is active: whoever is named behind it undergoes it."""
    return compiled(_table()["active_verb"]).match(verb) is not None


def opens_with_verb(words: str) -> bool:
    """Say whether the first of `words` is a verb, or an adverb before one."""
    found = _predicate().match(words)
    return found is not None and found.group().split()[-1] not in clause_words("coordinate", "no_verbs")


def joins_verbs(text: str, begun: Span, phrase: str) -> bool:
    """Say whether a conjunction was found with a verb behind it, and is no adverb of the subject that `begun` names.

    "Kedua lurah |kemudian bertemu|" is one clause.
    """
    first, _, verb = phrase.partition(" ")
    if not verb or verb.rpartition(" ")[2].lower() in clause_words("coordinate", "no_verbs"):
        return False
    if not verbs_in(begun.of(text)):  # "lurah yang ramah |dan| terbuka"
        return False
    subject = begun.of(text).lower().split()
    bare = (
        len(subject) <= LONGEST_SUBJECT
        and not has_verb(" ".join(subject))
        and not clause_words("coordinate", "bare_verbs").intersection(subject)
    )
    return first.lower() not in clause_words("coordinate", "adverbs") or not bare


def names_subject(text: str, begun: Span, rest: Span) -> bool:
    """Say whether a conjunction after a comma leads on to a subject of its own ("…, dan |Lurah Siti| menemui …").

    In a list ("lurah, camat, dan |Bupati| menemui …") no verb stands since the comma before.
    """
    before = begun.of(text).rstrip()
    if not before.endswith(",") or not tells_deed(before[:-1].rpartition(",")[2]):
        return False
    words = rest.of(text).split()[: LONGEST_SUBJECT + 1]
    verb = next((number for number, word in enumerate(words) if tells_deed(word)), 0)
    named = verb > 0 and (words[0][0].isupper() or words[0] in clause_words("pronoun"))
    return named and not any("," in word for word in words[:verb])


def points_back(text: str, at: int) -> bool:
    """Say whether a word that points back follows ("sejak |itu|"): then no clause opens."""
    return not clause_words("known").isdisjoint(text[at : at + POINTING_REACH].lower().split()[:1])


def predicate() -> str:
    """Return the pattern of a verb, one without a prefix included, with the adverbs before it."""
    bare = "|".join(sorted(clause_words("coordinate", "bare_verbs")))
    return _with_adverbs(f"{_table()['verb']}|{bare}")


def _with_adverbs(verb: str) -> str:
    return rf"(?:(?:{'|'.join(_table()['before_verb'])}) ){{0,2}}(?:{verb})"


@cache
def _verb() -> "re2._Regexp[bytes]":
    return compiled_bytes(rf"\b{_with_adverbs(_table()['verb'])}\b")


@cache
def _predicate() -> "re2._Regexp[str]":
    return compiled(rf"(?:{predicate()})\b")


@cache
def _object_verb() -> "re2._Regexp[str]":
    return compiled(_table()["object_verb"])


@cache
def clause_words(section: str, key: str = "words") -> frozenset[str]:
    """Return a list of words of a section of `rules/clause.toml`."""
    return rule_words("clause.toml", section, key)


def _table() -> dict[str, Any]:
    """Return the section on clauses that stand side by side."""
    table: dict[str, Any] = rule_table("clause.toml")["coordinate"]
    return table
