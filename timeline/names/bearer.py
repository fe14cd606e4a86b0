"""Who bears a title: the name after it, or before it and a comma, and whom they act for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from timeline.article import Span
from timeline.entry import Actor, slug
from timeline.names.actor import Gazetteer
from timeline.names.name import Name
from timeline.names.owner import owner_of
from timeline.names.title import begins_title, home_words, kind_of, title_words
from timeline.names.token import NAMED, Token, read_tokens
from timeline.names.wording import mention_words

REACH = 240  # characters that the longest title and name have
BEFORE_REACH = 80
LONGEST_NAME = 5  # words
FULL_NAME = 2
SHORTEST_ALONE = 4  # letters of a name of one word
# Capitalised words right before a title, set off by a comma.
BEFORE = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-z][\w’'.-]*\s){1,4}[^\W\d_a-z][\w’'-]*(?=, \Z)")
COMMA = ", "
WORD = re.compile(r"[^\s,;:.()“”\"!?/]+")
# In the letters of `timeline.names.token`: a title, ranks after a comma, the name.
TITLED = re.compile(
    r"(?P<title>(?:[xip]*n[xip]+,(?=r)|[bdrnkca]|[xip]+[bdrnka])*)(?P<comma>(?:,r*)?)c*(?P<name>[xip]+)(?:\.|,(?![xip]))"
)
# A place or firm and a comma before the name ("pengamat politik Jayabaya, |Siti Lestari|, menilai").
APART = re.compile(r"(?P<title>(?:[bdrnkca]|[xip]+[bdrnka])*x,)(?P<name>[xip]{2,})[.,]")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person with a title: where the title with the name stands, and the name alone.

    actor
        Whom the gazetteer does not know; None where it does.
    known
        The id of whom it does know; beside `actor`, of whom it knows by the same name in another office.
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
        if self.actor is None and self.known is not None:
            return gazetteer.covers(owner, self.known)
        of = self.actor.of if self.actor else None
        return of is not None and gazetteer.covers(owner, of)


class Title:
    """A title in a sentence from its first word on; `begins` are the known names of the sentence by start."""

    def __init__(self, text: str, sentence: Span, head: Span, begins: Mapping[int, Name], gazetteer: Gazetteer) -> None:
        self._text, self._sentence, self._head, self._begins = text, sentence, head, begins
        self._gazetteer = gazetteer
        self._tokens = list(read_tokens(text, head, min(sentence.end, head.start + REACH), begins))

    def bearer(self) -> Introduced | None:
        """Return who bears it, or None where the words do not show that."""
        kinds = "".join([token.kind for token in self._tokens])
        found = None if NAMED.isdisjoint(kinds) else APART.match(kinds) or TITLED.match(kinds)
        after = self._after(found) if found else None
        return after or (self._named_before() if self._text.startswith(COMMA, self._head.start - len(COMMA)) else None)

    def _after(self, found: re.Match[str]) -> Introduced | None:
        """Return who is named after the title."""
        first, last = found.span("name")
        first += self._words_of_firm(self._tokens[:first], self._tokens[first:last])
        title, named = self._tokens[:first], self._tokens[first:last]
        name = Span(named[0].span.start, named[-1].span.end)
        titled = Span(self._head.start, name.end)
        if found["name"] == "p" and named[0].known is not None:
            return self._known(title, titled, named[0].known)
        if not self._is_name(title, named):
            return None
        apposition = self._apposition(last)
        return self._introduced([*title, *apposition], Span(titled.start, _end_of(apposition, name.end)), name)

    def _known(self, title: Sequence[Token], titled: Span, known: Name) -> Introduced:
        """Return somebody whom the gazetteer knows, or whoever only has their name ("Bupati |Suharto|")."""
        name = Span(known.start, known.end)
        person = known.form.ids[0] if known.form.kind == "person" else None
        if person is not None:
            titled = Span(self._behind_another(title, person, name.start), titled.end)
        words = {word.lower() for word in WORD.findall(self._words_of(Span(titled.start, name.start)))}
        if person is None or " " in self._words_of(name) or title_words("lesser").isdisjoint(words):
            return Introduced(titled, name, known=person)
        return Introduced(titled, name, self._actor(title, titled, self._words_of(titled)), known=person)

    def _behind_another(self, title: Sequence[Token], person: str, end: int) -> int:
        """Return where a title begins behind another state's and "and" ("pemimpin X dan |Presiden Y Budi|")."""
        start = self._head.start
        for before, one, after in zip(
            title, title[1:], [*(token.span.start for token in title[2:]), end], strict=False
        ):
            others = before.known is not None and before.known.form.kind == "state"
            if not others or before.known is None or self._words_of(one.span) not in mention_words("joining"):
                continue
            if not self._gazetteer.covers(before.known.form.ids[0], person):
                start = after
        return start

    def _apposition(self, at: int) -> list[Token]:
        """Return a title that follows the name after a comma ("Jenderal Budi Lestari, |komandan Prancis|")."""
        if self._tokens[at].kind != ",":
            return []
        title = list(takewhile(lambda one: one.kind not in ",.", self._tokens[at + 1 :]))
        return title if title and begins_title(self._words_of(title[0].span)) else []

    def _is_name(self, title: Sequence[Token], named: Sequence[Token]) -> bool:
        """Say whether words are a name: long enough, nobody's who is known, nor that of a place or firm."""
        if len(named) > LONGEST_NAME or named[-1].kind == "i":
            return False
        if any(one.known and " " in self._words_of(one.span) for one in named):
            return False
        before = next((one for one in reversed(title) if one.kind != "c"), None)
        if before.kind == "n" if before else self._words_of(self._head).lower() in title_words("naming"):
            return False
        if before and self._words_of(before.span) in mention_words("joining"):
            return False
        return len(named) >= FULL_NAME or self._stands_alone(title, named[0])

    def _words_of_firm(self, title: Sequence[Token], named: Sequence[Token]) -> int:
        """Return how many words of a name are a firm's that nobody knows; the last two are the person's.

        An initial is no word by itself ("Telkom |Alex J. Sinaga|").
        """
        words = [self._words_of(one) for one in (self._head, *(token.span for token in title))]
        if title_words("firm").isdisjoint(word.lower() for word in words) or any(one.known for one in title):
            return 0
        if any(word.lower() in title_words("public") or (word.isupper() and len(word) > 1) for word in words[1:]):
            return 0  # "Direktur Jenderal", "Direktur Utama PLN"
        full = [at for at, one in enumerate(named) if one.kind != "i"]
        return full[-FULL_NAME] if len(full) > FULL_NAME else 0

    def _stands_alone(self, title: Sequence[Token], named: Token) -> bool:
        """Say whether one word is a name: after a body that is known, or a rank, and no word of a place."""
        last = next((one for one in reversed(title) if one.kind not in "c,"), None)
        head, alone = self._words_of(self._head).lower(), self._words_of(named.span)
        leads = last.kind in "kr" if last else head in title_words("rank") or head in home_words()
        return leads and len(alone) >= SHORTEST_ALONE and alone not in _place_words(self._gazetteer)

    def _named_before(self) -> Introduced | None:
        """Return who is named right before a title, after a comma ("Marise Payne, |Menteri Pertahanan Australia|")."""
        lowest = max(self._sentence.start, self._head.start - BEFORE_REACH)
        found = BEFORE.search(self._text, lowest, self._head.start)
        if found is None or any(place in self._begins for place in range(found.start(), found.end())):
            return None
        if not all(kind_of(word, running=False) in "x?" for word in found.group().split()):
            return None
        title = list(takewhile(lambda one: one.kind not in ",.", self._tokens))
        titled = Span(found.start(), _end_of(title, self._head.end))
        return self._introduced(title, titled, Span(*found.span()))

    def _introduced(self, title: Sequence[Token], titled: Span, name: Span) -> Introduced | None:
        written = " ".join(self._words_of(name).replace("’", "'").split())
        if not slug(written) or slug(written) in self._gazetteer.actors:
            return None
        return Introduced(titled, name, self._actor(title, titled, written))

    def _actor(self, title: Sequence[Token], titled: Span, written: str) -> Actor:
        printed = " ".join(self._words_of(titled).split())
        owner = owner_of(self._text, self._head, title, self._gazetteer)
        return Actor(slug(written), (("id", written), ("en", written)), "person", owner, titled=printed)

    def _words_of(self, span: Span) -> str:
        return span.of(self._text)


def _end_of(title: Sequence[Token], otherwise: int) -> int:
    """Return where the last known name of a title ends; `otherwise` where it has none."""
    return next((one.span.end for one in reversed(title) if one.known), otherwise)


@lru_cache(maxsize=4)
def _place_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Return every word of the names of states and places: alone it is no person's name ("wakil Korea")."""
    states = (name for actor in gazetteer.actors.values() if actor.kind == "state" for _, name in actor.name)
    return frozenset(word for name in (*states, *gazetteer.places) for word in name.split())
