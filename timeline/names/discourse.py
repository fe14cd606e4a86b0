"""What an article has said of whom, as far as it is read: what a reading of one name may ask of all the others."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.article import Span
from timeline.entry import Actor
from timeline.names.actor import Gazetteer
from timeline.names.antecedent import Back
from timeline.names.apposition import repeats
from timeline.names.cast import cast_of
from timeline.names.metonymy import Spoken, words_before
from timeline.names.name import Name
from timeline.names.occurrence import Occurrence
from timeline.names.post import POST, stands_alone
from timeline.names.surname import Called, Surnames


@dataclass(frozen=True, eq=False)
class Discourse:
    """An article, its names by sentence, and what they are taken for, which grows as sentences are read.

    gazetteer
        With the people whom only the article introduces.
    introduced
        Where the article introduces somebody, by id.
    people
        Whom only the article introduces, by id.
    led
        Where the title begins, by where the name does that it leads up to.
    """

    text: str
    sentences: tuple[Span, ...]
    gazetteer: Gazetteer
    names: list[list[Name]]
    spoken: list[list[Spoken]]
    introduced: Mapping[str, Span]
    people: Mapping[str, Actor]
    led: Mapping[int, int]

    @cached_property
    def surnames(self) -> Surnames:
        """Return who is called by which surname; few articles need it."""
        return Surnames(self.text, self.sentences, self.names, self.people)

    def whose(self, name: Name, index: int) -> Called | None:
        """Return the full name a bare surname stands for."""
        return self.surnames.find(name, self.sentences[index])

    def words_before(self, one: Occurrence) -> tuple[str, ...]:
        """Return the words that lead up to a name."""
        return words_before(self.text, one.lowest, one.name.start)

    def back(self, one: Occurrence) -> Back:
        """Return what a name, or a word for one, can look back on."""
        return Back(self.text, self.sentences, self.names, self.spoken, one.sentence, one.name.start)

    def introduction(self, actor: str, index: int) -> tuple[Span, ...]:
        """Return where an article introduces somebody, if in another sentence than `index`."""
        name = self.introduced.get(actor)
        return () if name is None or self.sentences[index].covers(name) else (name,)


def discourse_of(text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer, names: Iterable[Name]) -> Discourse:
    """Return an article of which nothing is read yet; `names` as they stand in the text."""
    cast = cast_of(text, sentences, _by_sentence(text, sentences, gazetteer, names), gazetteer)
    people = {person: one.actor for person, one in cast.people.items() if one.actor is not None}
    return Discourse(
        text,
        sentences,
        gazetteer.joined_by(people),
        cast.names,
        spoken=[[] for _ in sentences],
        introduced={person: one.name for person, one in cast.people.items()},
        people=people,
        led=cast.led,
    )


def _by_sentence(
    text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer, names: Iterable[Name]
) -> list[list[Name]]:
    """Return the names of each sentence, without those outside all, those that repeat the one before, and titles."""
    found: list[list[Name]] = [[] for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    for name in names:
        index = bisect_right(starts, name.start) - 1
        inside = index >= 0 and name.end <= sentences[index].end
        if inside and name.form.ids[0] == POST and not stands_alone(text, sentences[index].start, name):
            continue
        if inside and not repeats(text, name, found[index], gazetteer):
            found[index].append(name)
    return found
