"""The words of titles: what each word of one, or of the name after it, is."""

import re
from functools import cache, lru_cache

import re2

from timeline.names.name import options
from timeline.names.wording import mention_words
from timeline.ruletable import rule_table, rule_words

FILE = "title.toml"
NAME = re.compile(r"[^\W\d_a-z](?:[’'-]?[^\W\d_])*")


@lru_cache(maxsize=65_536)
def kind_of(word: str, *, running: bool) -> str:
    """Return what a word of a title or of a name is, `running` after one that may be of the name.

    It is "?" where the word before tells ("Jaksa |Agung|").
    """
    plain = word.rstrip(".").lower()
    if word[0].islower():
        if running:
            return "i" if plain in title_words("particle") else "."
        if plain in title_words("naming"):
            return "n"
        return "b" if any(plain in title_words(section) for section in ("link", "body", "head")) else "."
    if plain in words_after():
        return "?"
    if plain in title_words("younger"):
        return "."
    if (kind := _kinds().get(plain)) is not None:
        return kind
    if not NAME.fullmatch(word.rstrip(".")):
        return "."
    if word.endswith(".") or len(word) == 1 or plain in title_words("initials"):
        return "i"
    if word[:2].isupper():
        return "." if running else "b"
    return "d" if _abstract().fullmatch(word) else "x"


def is_of_name(word: str) -> bool:
    """Say whether a word, as printed, may be of a person's name: capitalised, and no word of a title."""
    return bool(word) and word[0].isupper() and kind_of(word, running=False) in "x?"


def takes_name(word: str) -> bool:
    """Say whether a noun takes a name of its own ("PT", "Universitas"), so that no person is named right after it."""
    return word.lower() in title_words("naming")


def is_younger(word: str) -> bool:
    """Say whether a word after a name makes it somebody else's ("Joe Biden |Jr|")."""
    return word.rstrip(".").lower() in title_words("younger")


def begins_title(word: str) -> bool:
    """Say whether a title begins with a word, as it is printed in small letters."""
    return word in title_words("head")


def opens_sentence(word: str) -> bool:
    """Say whether a word opens a sentence before a name and is no part of it ("Menurut")."""
    return word.lower() in title_words("opener")


@cache
def title_words(section: str) -> frozenset[str]:
    """Return the words of a section of `rules/title.toml`."""
    return rule_words(FILE, section)


@cache
def _kinds() -> dict[str, str]:
    """Return what capitalised words of titles and days are; all others may be names."""
    kinds = dict.fromkeys(mention_words("common") | title_words("head") | title_words("body"), "b")
    kinds |= dict.fromkeys(title_words("rank"), "r")
    kinds |= dict.fromkeys(title_words("naming"), "n") | dict.fromkeys(title_words("courtesy"), "c")
    return kinds | dict.fromkeys(mention_words("calendar"), ".")


@cache
def words_after() -> dict[str, frozenset[str]]:
    """Return the words that are names as well, with those after which they belong to a title."""
    return {word: frozenset(before) for word, before in rule_table(FILE)["after"].items()}


@cache
def home_words(section: str = "home") -> dict[str, str]:
    """Return whom the bearer of a title acts for, by the word that says so."""
    return {word: owner for owner, words in rule_table(FILE)[section].items() for word in words}


@cache
def heads() -> "re2._Regexp[bytes]":
    """Return the automaton of the words that a title begins with; ranks and the like are printed in capitals too."""
    words = sorted(rule_table(FILE)["head"]["words"])
    small = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in words)
    return re2.compile(
        rf"\b(?:{small}|{'|'.join(word.upper() for word in rule_table(FILE)['capitals']['words'])})\b".encode(),
        options(),
    )


@cache
def _abstract() -> re.Pattern[str]:
    """Return the shape of nouns made of verbs and adjectives: capitalised in a title, never somebody's name."""
    return re.compile(rule_table(FILE)["abstract"]["pattern"])
