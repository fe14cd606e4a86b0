"""What every name of an article is taken for, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.anaphor import looks_back, senses_of_anaphor
from timeline.names.beside import listed, points
from timeline.names.body import sense_of_body
from timeline.names.discourse import discourse_of
from timeline.names.metonymy import Before, Spoken, is_dateline, look_before, words_before
from timeline.names.name import ACTORS, Name
from timeline.names.occurrence import Occurrence
from timeline.names.person import sense_of_person, sense_of_surname
from timeline.names.place import sense_of_government, sense_of_place
from timeline.names.reference import NEAR, WIDE
from timeline.names.state import sense_of_state, senses_of_group
from timeline.names.subject import NEXT
from timeline.names.wording import office_words

REACHES = {"person": NEXT, "state": NEAR}  # sentences looked back on from a word that means one person, or one state
NOBODYS = frozenset(["other", "medium", "stranger"])  # kinds of names that only look like an actor's


class NameReader:
    """One article's names; a sentence is read when asked for, once, after those before it that it may look back on.

    names
        As they stand in the text.
    misprinted
        Finds misprinted places in the words of a sentence; those that overlap one of `names` are left out.
    """

    def __init__(
        self,
        text: str,
        sentences: tuple[Span, ...],
        gazetteer: Gazetteer,
        *,
        names: Iterable[Name],
        misprinted: Callable[[str], Iterable[Name]],
    ) -> None:
        self.discourse = discourse_of(text, sentences, gazetteer, names)
        self._misprinted = misprinted
        self._unread = set(range(len(sentences)))
        # the sentences in which somebody may act
        self.acting = {
            index for index, some in enumerate(self.discourse.names) if any(one.form.kind in ACTORS for one in some)
        }

    def read(self, index: int) -> list[Spoken]:
        """Return what the names of a sentence are taken for, in order."""
        names, spoken = self.discourse.names, self.discourse.spoken
        for number in range(self._first_looked_at(index), index + 1):
            if number in self._unread:
                self._unread.remove(number)
                self._add_misprinted(number)
                for name, following in pairwise([*names[number], None]):
                    if name is not None and name.form.kind not in NOBODYS:
                        spoken[number].extend(self._senses(self._occurrence(name, following, number)))
        return spoken[index]

    def _add_misprinted(self, index: int) -> None:
        start, end = self.discourse.sentences[index]
        for name in self._misprinted(self.discourse.text[start:end]):
            insert(Name(start + name.start, start + name.end, name.form), self.discourse.names[index])

    def _first_looked_at(self, index: int) -> int:
        """Return the first sentence whose reading that of `index` may depend on, through others too."""
        first = at = index
        while at >= max(first, 0) and at in self._unread:
            lowest = self.discourse.sentences[at].start
            first = min(first, at - max((self._reach(name, lowest) for name in self.discourse.names[at]), default=0))
            at -= 1
        return max(first, 0)

    def _reach(self, name: Name, lowest: int) -> int:
        """Return how many sentences the reading of a name may look back."""
        text = self.discourse.text
        if name.form.kind == "anaphor":
            return REACHES.get(name.form.ids[0], WIDE)
        if name.form.kind == "organisation":
            return NEXT if points(text, name) else 0
        if name.form.kind != "state":
            return 0
        led_by = words_before(text, lowest, name.start)
        return 0 if office_words().isdisjoint(led_by) else NEAR  # for who was named in that post

    def _occurrence(self, name: Name, following: Name | None, index: int) -> Occurrence:
        """Return a name of a sentence, those before it being read."""
        lowest, spoken = self.discourse.sentences[index].start, self.discourse.spoken[index]
        previous = spoken[-1] if spoken else None
        before = self._before(name, following, lowest, previous)
        return Occurrence(name, index, lowest, before, previous, following)

    def _before(self, name: Name, following: Name | None, lowest: int, previous: Spoken | None) -> Before:
        """Return what leads up to a name, or to its title, or to the list that it is part of."""
        text = self.discourse.text
        before = look_before(text, lowest, self.discourse.led.get(name.start, name.start), previous)
        if name.form.kind not in ("state", "government"):
            return before
        return listed(text, name, following, before, previous, gazetteer=self.discourse.gazetteer)

    def _senses(self, one: Occurrence) -> Iterator[Spoken]:
        """Yield what a name is taken for."""
        match one.name.form.kind:
            case "anaphor":
                yield from self._antecedents(one)
            case "person":
                yield sense_of_person(one, self.discourse)
            case "short":
                if (spoken := sense_of_surname(one, self.discourse)) is not None:
                    yield spoken
            case "state":
                yield sense_of_state(one, self.discourse)
            case "group":
                yield from senses_of_group(one, self.discourse)
            case "organisation" | "building":
                yield sense_of_body(one, self.discourse)
            case kind if not is_dateline(self.discourse.text, one.lowest, one.name):
                yield (sense_of_government if kind == "government" else sense_of_place)(one, self.discourse)

    def _antecedents(self, one: Occurrence) -> Iterator[Spoken]:
        """Yield whom a pronoun or its like stands for; which two states are meant, the headline may tell."""
        if looks_back(one, self.discourse):
            if one.id == "states":
                self.read(0)
            yield from senses_of_anaphor(one, self.discourse)


def insert(name: Name, names: list[Name]) -> None:
    """Put a name in its place among others of its sentence, unless it overlaps one."""
    at = bisect_left(names, name.start, key=lambda one: one.start)
    if (at and names[at - 1].end > name.start) or (at < len(names) and names[at].start < name.end):
        return
    names.insert(at, name)
