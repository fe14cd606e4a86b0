"""Which person a bare surname stands for: the full name last before it, else the first one after."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.article import Span
from timeline.names.metonymy import words_before
from timeline.names.name import Form, Name
from timeline.names.wording import mention_words

LONGEST_HEADLINE = 200  # characters
FEW = 20  # strangers of the same surname passed over to find whom a headline means
# A blank or hyphen and a capitalised word in small letters: the surname goes on as a name ("Lee Jai-chun").
NEXT_NAME = re.compile(r"[ \u00a0-]{1,2}[^\W\d_a-z][^\W\d_]*[a-z]")
# A word in small letters: a headline whose words are capitalised has none but prepositions and the like.
LOWER_WORD = re.compile(r"(?<![\w’'-])[a-z]\w{3,}")


@dataclass(frozen=True, slots=True)
class Called:
    """A full name, or a stranger's that begins with a known surname, and the sentence it stands in.

    in_passing
        Whether it is given as somebody's kin or of the dead.
    """

    name: Name
    sentence: Span
    in_passing: bool

    @property
    def person(self) -> str | None:
        """Return the actor's id; None for a stranger."""
        return self.name.form.ids[0] if self.name.form.kind == "person" else None

    def shares(self, form: Form) -> bool:
        """Say whether it is a stranger's name that has a word of the names `form` is short for."""
        return self.name.form.kind == "stranger" and not set(self.name.form.ids).isdisjoint(form.ids)


class Surnames:
    """The people an article calls by name; asked for one surname at a time, it remembers who fits."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Sequence[Sequence[Name]],
        unknown: Collection[str],
    ) -> None:
        """`unknown` are the people whom only the article introduces."""
        self._text, self._unknown = text, unknown
        self._opening = (
            sentences[0] if sentences and sentences[0].end - sentences[0].start <= LONGEST_HEADLINE else None
        )
        self._called = list(self._people(sentences, names))
        self._fits: dict[Form, Sequence[tuple[list[Called], frozenset[Span]]]] = {}

    def find(self, bare: Name, sentence: Span) -> Called | None:
        """Return the full name a bare surname stands for; None where it is a stranger's, or part of a name itself.

        People named in passing stand back, and so does who is named in full in the same sentence ("Kim Yo-jong, adik
        Kim"). Of two whom one sentence names neither is meant for sure. Only what was named is asked, never how often,
        so that an excerpt that keeps the full name says the same.
        """
        of_kin = self._after_kin(bare, sentence)
        for named, shared in self._fitting(bare.form):
            at = bisect_left(named, bare.start, key=lambda one: one.name.start)
            if at < len(named) and named[at].name == bare:
                return None
            first = bisect_left(named, sentence.start, key=lambda one: one.name.start)
            here = named[at - 1] if at > first else None
            earlier = named[first - 1] if first else None
            behind = [one for one in named[at : at + FEW] if not one.in_passing]
            later = self._first(behind, is_headline=sentence == self._opening)
            chosen = (earlier or later) if of_kin else (here if here and not earlier else earlier or later)
            if chosen is not None:
                return chosen if chosen.person and chosen.sentence not in shared else None
        return None

    def others(self, bare: Name, person: str) -> tuple[Called, ...]:
        """Return who else the article calls by a surname, each where named last before it, else first after it.

        Nobody where a stranger is called so too.
        """
        leading = self._fitting(bare.form)[0][0]
        if any(one.person is None for one in leading):
            return ()
        last = {one.person: one for one in leading if one.name.start < bare.start}
        first = {one.person: one for one in reversed(leading) if one.name.start > bare.start}
        return tuple(one for one in (first | last).values() if one.person != person)

    def _first(self, called: Sequence[Called], *, is_headline: bool) -> Called | None:
        """Return the first person; a headline means whom all know rather than whom only its text introduces."""
        people = [one for one in called if one.person]
        known = [one for one in people if one.person not in self._unknown] if is_headline else []
        return next(iter(known or people), None)

    def _after_kin(self, bare: Name, sentence: Span) -> bool:
        """Say whether a word of kinship stands right before ("adik Kim"): it is somebody else's name then."""
        words = words_before(self._text, sentence.start, bare.start)
        return not mention_words("kin").isdisjoint(words[-1:])

    def _fitting(self, form: Form) -> Sequence[tuple[list[Called], frozenset[Span]]]:
        """Return whom a surname may mean and the sentences that name two, without those named in passing, then with."""
        if form not in self._fits:
            fits = [one for one in self._called if one.name.form == form or one.person in form.ids or one.shares(form)]
            leading = [one for one in fits if not one.in_passing]
            self._fits[form] = [(named, _shared(named)) for named in (leading, fits)]
        return self._fits[form]

    def _people(self, sentences: Sequence[Span], names: Sequence[Sequence[Name]]) -> Iterator[Called]:
        """Yield everybody called by a full name, known or not, in order."""
        for sentence, found in zip(sentences, names, strict=True):
            last: Called | None = None
            for name, following in pairwise([*found, None]):
                if name is None or name.form.kind not in ("person", "short", "stranger"):
                    continue
                if name.form.kind == "short" and not self._goes_on(name, following, sentence):
                    continue
                kin = self._is_kin(name, sentence) or (last is not None and self._is_kin_too(last, name))
                last = Called(name, sentence, in_passing=name.form.kind == "person" and kin)
                yield last

    def _is_kin(self, name: Name, sentence: Span) -> bool:
        """Say whether somebody is named as kin, or of the dead ("adiknya Kim Yo-jong", "adik Kim, Kim Yo-jong")."""
        start = name.start
        if self._text.startswith(", ", start - 2):  # whose kin it is stands before the comma
            surname = self._text[name.start : name.end].split()[0]
            if self._text[sentence.start : start - 2].endswith(f" {surname}"):  # "utusan Kim, Kim Yong-chol"
                return True
            start = self._text.rfind(" ", sentence.start, start - 2) + 1 or start
        words = words_before(self._text, sentence.start, start)
        return not mention_words("kin").isdisjoint(words)

    def _is_kin_too(self, kin: Called, name: Name) -> bool:
        """Say whether a name is joined to that of kin ("kakek dan ayahnya, Kim Il Sung |dan Kim Jong Il|")."""
        return kin.in_passing and self._text[kin.name.end : name.start].strip() in mention_words("joining")

    def _goes_on(self, name: Name, following: Name | None, sentence: Span) -> bool:
        """Say whether a bare surname is only the start of a name the gazetteer does not know.

        In a headline of capitals ("Lurah dan Park Gelar Rapat") it is only if the text has the two words elsewhere too.
        """
        touching = following is not None and following.start <= name.end + 1
        if touching and following is not None and following.form.kind == "stranger":
            return len(name.form.ids) > 1  # "Kim |Jong Gyu|"; a surname of one alone only spelt his name otherwise
        after = None if touching else NEXT_NAME.match(self._text, name.end)
        if after is None or after.group().strip().lower() in mention_words("calendar"):  # "bertemu Kim |Rabu| (24/4)"
            return False
        if sentence != self._opening:
            return True
        small = LOWER_WORD.findall(self._text, sentence.start, sentence.end)
        return (
            not mention_words("oblique").issuperset(small) or self._text.count(self._text[name.start : after.end()]) > 1
        )


def _shared(named: Sequence[Called]) -> frozenset[Span]:
    """Return the sentences that name more than one bearer of a surname, known or not."""
    people: dict[Span, set[str | None]] = {}
    for one in named:
        people.setdefault(one.sentence, set()).add(one.person)
    return frozenset(sentence for sentence, bearers in people.items() if len(bearers) > 1)
