"""Whom an article introduces: people the gazetteer does not know, named after an office, a trade or a rank."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

import re2

from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.entry import Actor, slug
from timeline.name import Name, find_spans, joins_word, options
from timeline.wording import load_wording

RULES = Path(__file__).parent / "rules" / "title.toml"
LONGEST = 2_000  # characters; what is longer is no sentence
REACH = 240  # characters that the longest title and name have
LONGEST_NAME = 5  # words
FULL_NAME = 2
SHORTEST_ALONE = 4  # letters of a name of one word
TOKEN = re.compile(
    r"\((?P<bracket>[^()\n]{1,60})\)|(?P<word>[^\s,;:.()“”\"!?/]+(?:\.(?=\s?[^\W\d_a-z]))?)|(?P<sign>\S)"
)
NAME = re.compile(r"[^\W\d_a-z](?:[’'-]?[^\W\d_])*")
SMALL = re.compile(r"(?<![\w-])[a-z]{2,}")
BEFORE = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-z][\w’'.-]*\s){1,4}[^\W\d_a-z][\w’'-]*(?=, \Z)")
BEFORE_REACH = 60
ABSTRACT = re.compile(r"(?:Ke|Pe[mnr]?|Peng|Per)[a-z]{3,}an|[A-Z][a-z]{3,}(?:asi|itas|isme|logi|nomi|istik)")
# What the words of a title are, a letter each: b its own words, n a noun that takes a name itself, k a body, state or
# place that is known, a an abbreviation in brackets, c a courtesy, x a word that may be of a name, i an initial,
# p somebody who is known, "," a comma, "." where it ends.
TITLED = re.compile(r"(?P<title>(?:[bnkca]|[xip]+[bnka])*)(?P<comma>,?)c*(?P<name>[xip]+)(?:\.|,(?![xip]))")
APART = re.compile(r"(?P<title>(?:[bnkca]|[xip]+[bnka])*x,)(?P<name>[xip]{2,})[.,]")
BODIES = frozenset({"state", "organisation", "building", "government", "place", "medium", "group", "other"})
OWNING = frozenset({"state", "organisation", "building"})
LOCATED = frozenset({"place", "government"})


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person with a title: where the title with the name stands, and the name alone.

    actor
        Whom the gazetteer does not know; None where it does.
    known
        The id of whom it does know, where the name is not only a part of one.
    """

    actor: Actor | None
    titled: Span
    name: Span
    known: str | None = None

    def acts_for(self, owner: str, gazetteer: Gazetteer) -> bool:
        """Say whether whoever bears the title belongs to a state or body."""
        if self.known is not None:
            return gazetteer.covers(owner, self.known)
        of = self.actor.of if self.actor else None
        return of is not None and gazetteer.covers(owner, of)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    span: Span
    known: Name | None = None


def introductions(
    text: str, sentences: Sequence[Span], names: Sequence[Sequence[Name]], gazetteer: Gazetteer
) -> Iterator[Introduced]:
    """Yield everybody named after a title, in order; `names` are the known ones by sentence.

    Headlines in capitals are passed over: a verb may look like a name there.
    """
    starts = [sentence.start for sentence in sentences]
    done, last, begins, within = 0, -1, dict[int, Name](), list[tuple[int, int]]()
    for start, end, _ in find_spans(_heads(), text):
        number = bisect_right(starts, start) - 1
        if start < done or number < 0 or end > sentences[number].end or joins_word(text, start, end):
            continue
        if sentences[number].end - sentences[number].start > LONGEST:
            continue
        if number != last:
            last, begins = number, {name.start: name for name in names[number] if name.form.kind != "anaphor"}
            within = [(name.start, name.end) for name in begins.values()]
        at = bisect_right(within, (start, len(text))) - 1
        if at >= 0 and start < within[at][1]:
            continue  # part of a name ("Ratu Elizabeth")
        found = _read(text, sentences[number], begins, Span(start, end), gazetteer)
        if found is not None and not is_in_capitals(text, sentences[number]):
            done = max(found.titled.end, end)
            yield found


def _read(text: str, sentence: Span, begins: Mapping[int, Name], head: Span, gazetteer: Gazetteer) -> Introduced | None:
    """Return who bears the title that begins with `head`, or None where the words do not show it."""
    tokens = list(_tokens(text, sentence, begins, head))
    kinds = "".join(token.kind for token in tokens)
    found = APART.match(kinds) or TITLED.match(kinds)
    if found is None:
        return _apposed(text, sentence, begins, head, tokens, gazetteer)
    first, last = found.span("name")
    title, named = tokens[:first], tokens[first:last]
    name = Span(named[0].span.start, named[-1].span.end)
    titled = Span(head.start, name.end)
    if found["name"] == "p":
        form = named[0].known.form if named[0].known else None
        return Introduced(None, titled, name, form.ids[0] if form and form.kind == "person" else None)
    full = any(one.known and " " in text[one.span.start : one.span.end] for one in named)
    return (
        _introduced(text, head, title, titled, name, gazetteer)
        if not full and _is_name(text, head, title, named)
        else None
    )


def _is_name(text: str, head: Span, title: Sequence[_Token], named: Sequence[_Token]) -> bool:
    """Say whether words after a title are a name: long enough, and not that of a place or firm the title names."""
    if len(named) > LONGEST_NAME or named[-1].kind == "i":
        return False
    before = next((one for one in reversed(title) if one.kind != "c"), None)
    if before is None:
        naming = text[head.start : head.end].lower() in _words("naming")
    else:
        naming = before.kind == "n"
    if naming:
        return False
    alone = len(named) < FULL_NAME
    return not alone or named[0].span.end - named[0].span.start >= SHORTEST_ALONE


def _apposed(
    text: str, sentence: Span, begins: Mapping[int, Name], head: Span, tokens: Sequence[_Token], gazetteer: Gazetteer
) -> Introduced | None:
    """Return who is named right before a title, after a comma ("Marise Payne, |Menteri Pertahanan Australia|")."""
    found = BEFORE.search(text, max(sentence.start, head.start - BEFORE_REACH), head.start)
    if found is None or any(place in begins for place in range(found.start(), found.end())):
        return None
    words = found.group().split()
    if not all(_kind_of_word(word, running=False) == "x" for word in words):
        return None
    name = Span(*found.span())
    title = list(takewhile(lambda one: one.kind not in ",.", tokens))
    end = next((one.span.end for one in reversed(title) if one.known), head.end)
    return _introduced(text, head, title, Span(name.start, end), name, gazetteer)


def _introduced(
    text: str, head: Span, title: Sequence[_Token], titled: Span, name: Span, gazetteer: Gazetteer
) -> Introduced | None:
    written = " ".join(text[name.start : name.end].replace("’", "'").split())
    owner = _owner(text, head, title, gazetteer)
    actor_id = slug(written)
    if not actor_id or actor_id in gazetteer.actors:
        return None
    printed = " ".join(text[titled.start : titled.end].split())
    actor = Actor(id=actor_id, name=(("id", written), ("en", written)), kind="person", of=owner, titled=printed)
    return Introduced(actor, titled, name)


def _owner(text: str, head: Span, title: Sequence[_Token], gazetteer: Gazetteer) -> str | None:
    """Return whom the bearer of a title acts for: the body or state it names first; None where two states share it."""
    words = [text[head.start : head.end].lower(), *(text[one.span.start : one.span.end].lower() for one in title)]
    if not _words("private").isdisjoint(words):
        return None
    known = [one.known.form for one in title if one.known is not None]
    owners = [form.ids[0] for form in known if form.kind in OWNING]
    states = {one for form, one in zip(known, owners, strict=False) if form.kind == "state"}
    if owners:
        return None if len(states) > 1 and owners[0] in states else owners[0]
    homes = [_homes()[word] for word in words if word in _homes()]
    places = [gazetteer.places[form.ids[0]].state for form in known if form.kind in LOCATED]
    return next((one for one in (*homes, *places) if one in gazetteer.actors), None)


def _tokens(text: str, sentence: Span, begins: Mapping[int, Name], head: Span) -> Iterator[_Token]:
    """Yield the words of a title and of the name after it, up to where neither can go on."""
    at, limit = head.end, min(sentence.end, head.start + REACH)
    running, commas, before = False, 0, text[head.start : head.end].lower()
    while (found := TOKEN.search(text, at, limit)) is not None:
        span = Span(found.start(), found.end())
        known = begins.get(found.start())
        if known is not None:
            span = Span(known.start, known.end)
            kind = "k" if known.form.kind in BODIES else "p"
        elif found["bracket"]:
            kind = "." if running and not found["bracket"].isupper() else "a"
        elif found["sign"]:
            commas += 1
            kind = "," if found["sign"] == "," and commas == 1 else "."
        else:
            kind = _kind_of_word(found["word"], running=running, before=before)
        yield _Token(kind, span, known)
        if kind == ".":
            return
        running, at, before = kind in "xip", span.end, found.group().lower()
    yield _Token(".", Span(limit, limit))


def _kind_of_word(word: str, *, running: bool, before: str = "") -> str:
    """Return what a word of a title or of a name is; `running` after one that may be of the name, `before` the last."""
    plain = word.rstrip(".").lower()
    if (needed := _after().get(plain)) is not None and word[0].isupper():
        return "b" if before in needed else "x"
    if word[0].islower():
        if running:
            return "i" if plain in _words("particle") else "."
        return "b" if plain in _words("link") or plain in _words("body") or plain in _words("head") else "."
    if (kind := _kinds().get(plain)) is not None:
        return kind
    if not NAME.fullmatch(word.rstrip(".")):
        return "."
    if word.endswith(".") or len(word) == 1 or plain in _words("initials"):
        return "i"
    if word[:2].isupper():
        return "." if running else "b"
    return "b" if ABSTRACT.fullmatch(word) else "x"


def is_in_capitals(text: str, sentence: Span) -> bool:
    """Say whether a sentence is printed as headlines are: every word capitalised but those that only join others."""
    small = (found.group() for found in SMALL.finditer(text, sentence.start, sentence.end))
    return all(word in _words("small") for word in small)


def is_of_name(word: str) -> bool:
    """Say whether a word, as printed, may be of a person's name: capitalised, and no word of a title."""
    return bool(word) and word[0].isupper() and _kind_of_word(word, running=False) == "x"


def takes_name(word: str) -> bool:
    """Say whether a noun takes a name of its own ("PT", "Universitas"), so that no person is named right after it."""
    return word.lower() in _words("naming")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = tomllib.loads(RULES.read_text(encoding="utf-8"))
    return table


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(_table()[section]["words"])


@cache
def _kinds() -> dict[str, str]:
    """Return what capitalised words of titles and days are; all others may be names."""
    wording = load_wording().words
    kinds = dict.fromkeys(wording["common"] | _words("head") | _words("body"), "b")
    return (
        kinds
        | dict.fromkeys(_words("naming"), "n")
        | dict.fromkeys(_words("courtesy"), "c")
        | dict.fromkeys(wording["calendar"], ".")
    )


@cache
def _after() -> dict[str, frozenset[str]]:
    """Return the words that are names as well, with those after which they belong to a title."""
    return {word: frozenset(before) for word, before in _table()["after"].items()}


@cache
def _homes() -> dict[str, str]:
    """Return whom the bearer of a title acts for, by the word that says so."""
    return {word: owner for owner, words in _table()["home"].items() for word in words}


@cache
def _heads() -> "re2._Regexp[bytes]":
    """Return the automaton of the words that a title begins with."""
    words = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in sorted(_table()["head"]["words"]))
    return re2.compile(rf"\b(?:{words}|AKBP|AKP|KSAD|KSAL|KSAU|PM|CEO)\b".encode(), options())
