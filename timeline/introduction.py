"""Whom an article introduces: people the gazetteer does not know, named after an office, a trade or a rank."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.entry import Actor, slug
from timeline.name import Name, joins_word
from timeline.pattern import find_spans
from timeline.title import heads, home_words, kind_of, title_words, words_after
from timeline.wording import load_wording

LONGEST = 2_000  # characters; what is longer is no sentence
REACH = 240  # characters that the longest title and name have
LONGEST_NAME = 5  # words
LONGEST_WORD = 32  # letters
FULL_NAME = 2
SHORTEST_ALONE = 4  # letters of a name of one word
TOKEN = re.compile(
    r"\((?P<bracket>[^()\n]{1,60})\)|(?P<word>[^\s,;:.()“”\"!?/]+(?:\.(?=\s?[^\W\d_a-z]))?)|(?P<sign>\S)"
)
SMALL = re.compile(r"(?<![\w-])[a-z]{2,}")
# Capitalised words right before a title, set off by a comma.
BEFORE = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-z][\w’'.-]*\s){1,4}[^\W\d_a-z][\w’'-]*(?=, \Z)")
BEFORE_REACH = 80
SHORT = re.compile(r"\(([^\W\d_a-z]{2,8})\)")  # a short name in brackets
WORD = re.compile(r"[^\s,;:.()“”\"!?/]+")
# What the words of a title are, a letter each: b its own words, d nouns made of verbs, r a rank, n a noun that takes a
# name itself, k a body, state or place that is known, a an abbreviation in brackets, c a courtesy, x a word that may be
# of a name, i an initial, p somebody who is known, "," a comma, "." where it ends.
TITLED = re.compile(r"(?P<title>(?:[bdrnkca]|[xip]+[bdrnka])*)(?P<comma>(?:,r*)?)c*(?P<name>[xip]+)(?:\.|,(?![xip]))")
# A place or firm and a comma before the name ("pengamat politik Jayabaya, |Siti Lestari|, menilai").
APART = re.compile(r"(?P<title>(?:[bdrnkca]|[xip]+[bdrnka])*x,)(?P<name>[xip]{2,})[.,]")
NAMED = frozenset("xip")
BODIES = frozenset({"state", "organisation", "building", "government", "place", "medium", "group", "other"})
OWNING = frozenset({"state", "organisation", "building"})
LOCATED = frozenset({"place", "government"})


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person with a title: where the title with the name stands, and the name alone.

    actor
        Whom the gazetteer does not know; None where it does.
    known
        The id of whom it does know.
    """

    titled: Span
    name: Span
    actor: Actor | None = None
    known: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """Return the words of the name of somebody whom the gazetteer does not know."""
        return frozenset(self.actor.name[0][1].split()) if self.actor else frozenset()

    def acts_for(self, owner: str, gazetteer: Gazetteer) -> bool:
        """Say whether whoever bears the title belongs to a state or body."""
        if self.known is not None:
            return gazetteer.covers(owner, self.known)
        of = self.actor.of if self.actor else None
        return of is not None and gazetteer.covers(owner, of)


class _Token(NamedTuple):
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
    for start, end, _ in find_spans(heads(), text):
        if text[start].isupper() and text[start:end].lower() in words_after():
            continue  # a name rather ("Imam Hartono")
        if not _may_go_on(text, end) and not text.startswith(", ", start - 2):
            continue
        number = bisect_right(starts, start) - 1
        if start < done or number < 0 or end > sentences[number].end or joins_word(text, start, end):
            continue
        if number != last:
            last, begins = number, {name.start: name for name in names[number] if name.form.kind != "anaphor"}
            within = [(name.start, name.end) for name in begins.values()]
        at = bisect_right(within, (start, len(text))) - 1
        if (at >= 0 and start < within[at][1]) or sentences[number].end - sentences[number].start > LONGEST:
            continue  # part of a name ("Ratu Elizabeth")
        found = _Title(text, sentences[number], Span(start, end), begins, gazetteer).bearer()
        if found is not None and not is_in_capitals(text, sentences[number]):
            done = max(found.titled.end, end)
            yield found


def _may_go_on(text: str, end: int) -> bool:
    """Say whether what follows a title's first word may be of the title, or the name."""
    following = text[end : end + LONGEST_WORD].split(" ", maxsplit=2)[1:2]
    word = following[0] if following else ""
    going_on = ("link", "body", "head", "naming")
    return not word[:1].islower() or any(word in title_words(section) for section in going_on)


class _Title:
    """The words from a title's first one on, up to where neither it nor a name after it can go on."""

    def __init__(self, text: str, sentence: Span, head: Span, begins: Mapping[int, Name], gazetteer: Gazetteer) -> None:
        self._text, self._sentence, self._head, self._begins = text, sentence, head, begins
        self._gazetteer = gazetteer
        self._tokens = list(self._read())

    def bearer(self) -> Introduced | None:
        """Return who bears it, or None where the words do not show that."""
        kinds = "".join([token.kind for token in self._tokens])
        found = None if NAMED.isdisjoint(kinds) else APART.match(kinds) or TITLED.match(kinds)
        if found is None:
            return self._named_before() if self._text.startswith(", ", self._head.start - 2) else None
        first, last = found.span("name")
        title, named = self._tokens[:first], self._tokens[first:last]
        name = Span(named[0].span.start, named[-1].span.end)
        titled = Span(self._head.start, name.end)
        if found["name"] == "p":
            form = named[0].known.form if named[0].known else None
            return Introduced(titled, name, known=form.ids[0] if form and form.kind == "person" else None)
        return self._introduced(title, titled, name) if self._is_name(title, named) else None

    def _is_name(self, title: Sequence[_Token], named: Sequence[_Token]) -> bool:
        """Say whether words are a name: long enough, nobody's who is known, nor that of a place or firm."""
        if len(named) > LONGEST_NAME or named[-1].kind == "i":
            return False
        if any(one.known and " " in self._words_of(one.span) for one in named):
            return False
        before = next((one for one in reversed(title) if one.kind != "c"), None)
        if before.kind == "n" if before else self._words_of(self._head).lower() in title_words("naming"):
            return False
        if len(named) >= FULL_NAME:
            return True
        last = next((one for one in reversed(title) if one.kind not in "c,"), None)
        head = self._words_of(self._head).lower()
        leads = last.kind in "kr" if last else head in title_words("rank") or head in home_words()
        alone = self._words_of(named[0].span)
        return leads and len(alone) >= SHORTEST_ALONE and alone not in place_words(self._gazetteer)

    def _named_before(self) -> Introduced | None:
        """Return who is named right before a title, after a comma ("Marise Payne, |Menteri Pertahanan Australia|")."""
        lowest = max(self._sentence.start, self._head.start - BEFORE_REACH)
        found = BEFORE.search(self._text, lowest, self._head.start)
        if found is None or any(place in self._begins for place in range(found.start(), found.end())):
            return None
        if not all(kind_of(word, running=False) in "x?" for word in found.group().split()):
            return None
        title = list(takewhile(lambda one: one.kind not in ",.", self._tokens))
        end = next((one.span.end for one in reversed(title) if one.known), self._head.end)
        return self._introduced(title, Span(found.start(), end), Span(*found.span()))

    def _introduced(self, title: Sequence[_Token], titled: Span, name: Span) -> Introduced | None:
        written = " ".join(self._words_of(name).replace("’", "'").split())
        actor_id = slug(written)
        if not actor_id or actor_id in self._gazetteer.actors:
            return None
        printed = " ".join(self._words_of(titled).split())
        both = (("id", written), ("en", written))
        return Introduced(titled, name, Actor(actor_id, both, "person", self._owner(title), titled=printed))

    def _owner(self, title: Sequence[_Token]) -> str | None:
        """Return whom the bearer acts for: the body or state named first; None where two states share the title."""
        words = [self._words_of(one).lower() for one in (self._head, *(token.span for token in title))]
        if not title_words("private").isdisjoint(words):
            return None
        known = [one.known.form for one in title if one.known is not None]
        owners = [form.ids[0] for form in known if form.kind in OWNING]
        if owners:
            states = {form.ids[0] for form in known if form.kind == "state"}
            return None if len(states) > 1 and owners[0] in states and self._joins_states(title) else owners[0]
        homes = [home_words()[word] for word in words if word in home_words()]
        places = [self._gazetteer.places[form.ids[0]].state for form in known if form.kind in LOCATED]
        return next((one for one in (*homes, *places) if one in self._gazetteer.actors), None)

    def _joins_states(self, title: Sequence[_Token]) -> bool:
        """Say whether a title is for several states ("Direktur Jenderal Prancis dan Oman")."""
        states = [one.span for one in title if one.known is not None and one.known.form.kind == "state"]
        between = self._text[states[0].end : states[1].start].lower().split()
        return not load_wording().words["joining"].isdisjoint(between)

    def _words_of(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _read(self) -> Iterator[_Token]:
        at, limit = self._head.end, min(self._sentence.end, self._head.start + REACH)
        running, commas, before = False, 0, self._words_of(self._head).lower()
        while (found := TOKEN.search(self._text, at, limit)) is not None:
            start, end = found.span()
            known = self._begins.get(start)
            if known is not None:
                kind, end = "k" if known.form.kind in BODIES else "p", known.end
            elif found["word"]:
                kind = kind_of(found["word"], running=running)
                if kind == "?":
                    kind = "b" if before in words_after()[found["word"].rstrip(".").lower()] else "x"
            elif found["bracket"]:
                kind = "." if running and not found["bracket"].isupper() else "a"
            else:
                commas += 1
                kind = "," if found["sign"] == "," and commas == 1 else "."
            yield _Token(kind, Span(start, end), known)
            if kind == ".":
                return
            running, at, before = kind in NAMED, end, found.group().lower()
        yield _Token(".", Span(limit, limit))


def is_in_capitals(text: str, sentence: Span) -> bool:
    """Say whether a sentence is printed as headlines are: every word capitalised but those that only join others."""
    small = (found.group() for found in SMALL.finditer(text, sentence.start, sentence.end))
    return all(word in title_words("small") for word in small)


@lru_cache(maxsize=4)
def place_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Return every word of the names of states and places: alone it is no person's name ("wakil Korea")."""
    states = (name for actor in gazetteer.actors.values() if actor.kind == "state" for _, name in actor.name)
    return frozenset(word for name in (*states, *gazetteer.places) for word in name.split())


def organisations(text: str, sentence: Span, names: Sequence[Name]) -> Iterator[Introduced]:
    """Yield the organisations named in full with a short name in brackets ("Gerakan Rakyat Muda (GRM)")."""
    for found in SHORT.finditer(text, sentence.start, sentence.end):
        if (
            any(one.start == found.start(1) for one in names)
            or text[found.end() : found.end() + 2].strip()[:1].isupper()
        ):
            continue  # known, or part of a longer name ("Dewan Pimpinan Wilayah (DPW) PPP")
        words = list(WORD.finditer(text, max(sentence.start, found.start() - BEFORE_REACH), found.start()))
        at = len(words)
        while at and (words[at - 1].group()[0].isupper() or words[at - 1].group() in load_wording().words["joining"]):
            at -= 1
        first = _first_word(words[at:], found[1])
        if first is None:
            continue
        span = Span(first.start(), words[-1].end())
        if any(one.start <= span.start and span.end <= one.end for one in names):
            continue
        written = text[span.start : span.end]
        owner = next(
            (one.form.ids[0] for one in names if span.start <= one.start < span.end and one.form.kind == "state"), None
        )
        both = (("id", written), ("en", written))
        yield Introduced(span, span, Actor(slug(written), both, "organisation", owner, (found[1],), titled=written))


def _first_word(words: Sequence[re.Match[str]], short: str) -> re.Match[str] | None:
    """Return the last word for an organisation from which on words spell a short name ("Partai X dan |Partai| …")."""
    initials = [word.group()[0].lower() for word in words]
    heads = (at for at, word in enumerate(words) if word.group().lower() in title_words("organisation"))
    return next((words[at] for at in reversed(list(heads)) if _spells(short, initials[at:])), None)


def _spells(short: str, initials: Sequence[str]) -> bool:
    """Say whether the letters of a short name are the first letters of words, in order; joining words may lack."""
    left = iter(initials)
    return short[0].lower() == initials[0] and all(letter in left for letter in short.lower())
