"""What every name of an article is taken for, sentence by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.antecedent import Back
from timeline.names.apposition import repeats, tells_where
from timeline.names.beside import (
    TOUCHING,
    goes_onto,
    has_agent,
    has_stranger,
    is_in_title,
    listed,
    numbers,
    points,
    tells_whose,
)
from timeline.names.cast import cast_of
from timeline.names.name import ACTORS, Form, Name
from timeline.names.reference import NEAR, WIDE, find_antecedent, find_holder
from timeline.names.stance import (
    Before,
    Spoken,
    is_dateline,
    is_visited,
    look_before,
    read_government,
    read_organisation,
    read_place,
    read_state,
    words_before,
)
from timeline.names.subject import NEXT
from timeline.names.surname import Called, Surnames
from timeline.names.title import begins_title
from timeline.names.wording import Wording

IN_BRACKETS = re.compile(r"\s?\([^()\n]{1,30}\)\s")
OPENED = " ("
REACHES = {"person": NEXT, "state": NEAR}  # sentences looked back on from a word that means one person, or one state
LONGEST_GAP = 34


def insert(name: Name, names: list[Name]) -> None:
    """Put a name in its place among others of its sentence, unless it overlaps one."""
    at = bisect_left(names, name.start, key=lambda one: one.start)
    if (at and names[at - 1].end > name.start) or (at < len(names) and names[at].start < name.end):
        return
    names.insert(at, name)


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
        wording: Wording,
        *,
        names: Iterable[Name],
        misprinted: Callable[[str], Iterable[Name]],
    ) -> None:
        self.text, self.sentences, self.wording = text, sentences, wording
        self.names: list[list[Name]] = [[] for _ in sentences]
        self.spoken: list[list[Spoken]] = [[] for _ in sentences]
        self.starts = [sentence.start for sentence in sentences]
        self.surnames: Surnames | None = None
        self._misprinted = misprinted
        self._unread = set(range(len(sentences)))
        for name in names:
            index = self.sentence_of(name)
            if index is not None and not repeats(text, name, self.names[index], gazetteer):
                self.names[index].append(name)
        cast = cast_of(text, sentences, self.names, gazetteer)
        self.names = cast.names
        self.led = cast.led
        self.introduced = {person: one.name for person, one in cast.people.items()}
        self.people = {person: one.actor for person, one in cast.people.items() if one.actor is not None}
        self.gazetteer = gazetteer.joined_by(self.people)
        # the sentences in which somebody may act
        self.acting = {index for index, some in enumerate(self.names) if any(one.form.kind in ACTORS for one in some)}

    def read(self, index: int) -> list[Spoken]:
        """Return what the names of a sentence are taken for, in order."""
        for number in range(self._first_looked_at(index), index + 1):
            if number in self._unread:
                self._unread.remove(number)
                self._add_misprinted(number)
                for name, following in pairwise([*self.names[number], None]):
                    if name is not None:
                        self.spoken[number].extend(self.speak(name, following, number))
        return self.spoken[index]

    def _add_misprinted(self, index: int) -> None:
        start, end = self.sentences[index]
        for name in self._misprinted(self.text[start:end]):
            insert(Name(start + name.start, start + name.end, name.form), self.names[index])

    def _first_looked_at(self, index: int) -> int:
        """Return the first sentence whose reading that of `index` may depend on, through others too."""
        first = at = index
        while at >= max(first, 0) and at in self._unread:
            lowest = self.sentences[at].start
            first = min(first, at - max((self._reach(name, lowest) for name in self.names[at]), default=0))
            at -= 1
        return max(first, 0)

    def _reach(self, name: Name, lowest: int) -> int:
        """Return how many sentences the reading of a name may look back."""
        if name.form.kind == "anaphor":
            return REACHES.get(name.form.ids[0], WIDE)
        if name.form.kind == "organisation":
            return NEXT if points(self.text, name, self.wording) else 0
        if name.form.kind != "state":
            return 0
        led_by = words_before(self.text, lowest, name.start)
        return 0 if self.wording.words_of_offices.isdisjoint(led_by) else NEAR  # for who was named in that post

    def sentence_of(self, name: Name) -> int | None:
        """Return the number of the sentence a name lies in; None outside all."""
        index = bisect_right(self.starts, name.start) - 1
        return index if index >= 0 and name.end <= self.sentences[index].end else None

    def speak(self, name: Name, following: Name | None, index: int) -> Iterator[Spoken]:
        """Yield what a name is taken for; nothing for names that only look like one."""
        kind, lowest = name.form.kind, self.sentences[index].start
        if kind in ("other", "medium", "stranger"):
            return
        previous = self.spoken[index][-1] if self.spoken[index] else None
        before = look_before(self.text, lowest, self.led.get(name.start, name.start), self.wording, previous)
        if kind in ("state", "government"):
            before = listed(
                self.text, name, following, before, previous, wording=self.wording, gazetteer=self.gazetteer
            )
        if kind == "anaphor":
            yield from self.refer(name, following, index, before)
        elif kind == "person":
            rests_on = self.introduction(name.form.ids[0], index)
            spoken = self.person(name, name.form.ids[0], self.through_title(name, before, previous), rests_on)
            yield self.represented(spoken, following, lowest)
        elif kind == "short":
            yield from self.surname(name, index, before)
        elif kind == "state":
            yield self.state(name, following, index, before)
        elif kind == "group":
            for state in name.form.ids:
                yield read_state(Name(name.start, name.end, Form("state", (state,))), before, self.gazetteer)
        elif kind in ("organisation", "building"):
            yield self.organisation(name, following, index, before)
        elif not is_dateline(self.text, lowest, name):
            yield self.place(name, before, previous, lowest)

    def organisation(self, name: Name, following: Name | None, index: int, before: Before) -> Spoken:
        """Return an organisation, or whoever of it was named before ("Ketua DPR itu"); neither in somebody's title."""
        spoken = read_organisation(name, before, self.gazetteer)
        spoken = spoken._replace(rests_on=self.introduction(name.form.ids[0], index))
        if is_in_title(self.text, name, following):
            return spoken._replace(actor=None, reads="none")
        if not self.is_pointed_at(name, index):
            return spoken
        found = find_antecedent("person", self.back(name, index), self.gazetteer, self.wording)
        if found is None:
            return spoken._replace(actor=None, reads="none")
        return spoken._replace(actor=found.ids[0], person=True, rests_on=found.rests_on)

    def is_pointed_at(self, name: Name, index: int) -> bool:
        """Say whether an office of a body is spoken of as that of somebody named before ("Wakil Ketua DPR |ini|")."""
        words = words_before(self.text, self.sentences[index].start, name.start)
        return points(self.text, name, self.wording) and any(begins_title(one) for one in words)

    def place(self, name: Name, before: Before, previous: Spoken | None, lowest: int) -> Spoken:
        """Return a place as one, or as the government it stands for."""
        if name.form.kind != "government":
            spelt = self.text[name.start : name.end] if name.form.kind == "misspelt" else None
            return read_place(name, before, self.gazetteer)._replace(spelt=spelt)
        before = self.located(name, before, previous, lowest)
        visited = before.reads == "to" and is_visited(self.text, lowest, name.start, self.wording)
        return read_government(name, before, self.gazetteer, visited=visited)

    def located(self, name: Name, before: Before, previous: Spoken | None, lowest: int) -> Before:
        """Return `before` with the stance of a region where a name only tells where what is before it lies."""
        if before.reads or before.role:
            return before
        tells = tells_where(self.text, lowest, name, previous=previous, wording=self.wording, gazetteer=self.gazetteer)
        return before._replace(reads="region") if tells else before

    def person(self, name: Name, actor: str, before: Before, rests_on: tuple[Span, ...]) -> Spoken:
        """Return a person as an actor."""
        home = self.gazetteer.home_of(actor)
        return Spoken(
            name.start,
            name.end,
            actor=actor,
            home=home,
            person=True,
            joined=before.joined,
            rests_on=rests_on,
            led=self.led.get(name.start, -1),
        )

    def through_title(self, name: Name, before: Before, previous: Spoken | None) -> Before:
        """Return `before` as joined where the state in the person's title is ("Kim dan Presiden Rusia Putin")."""
        if previous is None or not previous.joined or self.text[previous.end : name.start].strip():
            return before
        return before._replace(joined=True)

    def surname(self, name: Name, index: int, before: Before) -> Iterator[Spoken]:
        """Yield the person a bare surname stands for, if it can be told; "adik Kim" only tells whose kin is meant."""
        if not self.wording.words["kin"].isdisjoint(
            words_before(self.text, self.sentences[index].start, name.start)[-1:]
        ):
            return
        found = self.whose(name, index)
        if found is not None:
            outside = found.sentence != self.sentences[index]
            rests_on = (Span(found.name.start, found.name.end),) if outside else ()
            actor = found.name.form.ids[0]
            spoken = self.person(name, actor, before, (*rests_on, *self.introduction(actor, index)))
            yield self.represented(spoken, None, self.sentences[index].start)

    def represented(self, spoken: Spoken, following: Name | None, lowest: int) -> Spoken:
        """Return a person; for whom somebody speaks or goes their state, nobody where that one is named too."""
        nobody = spoken._replace(actor=None, person=False, reads="none")
        words = words_before(self.text, lowest, spoken.start)
        if not self.wording.words["around"].isdisjoint(words[-1:]):
            return nobody
        led = tuple(self.text[spoken.led : spoken.start].lower().split()) if spoken.led >= 0 else ()
        if not has_agent(led or words, str(spoken.actor), self.wording, self.gazetteer):
            return spoken
        named = following is not None and following.form.kind in ("person", "short")
        apposed = named and following and not self.text[spoken.end : following.start].strip(" ,")
        return nobody if apposed else spoken._replace(actor=spoken.home, person=False)

    def introduction(self, actor: str, index: int) -> tuple[Span, ...]:
        """Return where an article introduces somebody, if in another sentence than `index`."""
        name = self.introduced.get(actor)
        return () if name is None or self.sentences[index].covers(name) else (name,)

    def whose(self, name: Name, index: int) -> Called | None:
        """Return the full name a bare surname stands for."""
        if self.surnames is None:
            self.surnames = Surnames(self.text, self.sentences, self.names, self.wording, self.people)
        return self.surnames.find(name, self.sentences[index])

    def state(self, name: Name, following: Name | None, index: int, before: Before) -> Spoken:
        """Return a state: part of a title before a person, the holder of a post named before, or itself."""
        earlier = self.spoken[index][-1] if self.spoken[index] else None
        before = self.located(name, before, earlier, self.sentences[index].start)
        if before.reads == "target" and goes_onto(self.text, name, self.wording):
            before = before._replace(reads="")
        spoken = read_state(name, before, self.gazetteer)
        if earlier is not None and tells_whose(self.text, name, earlier, self.gazetteer):
            return spoken._replace(actor=None, place=None)
        if (
            before.reads in ("", "from", "to")
            and following is not None
            and self.belongs_to(name, following, before, index)
        ):
            return spoken._replace(actor=None, place=None)
        if before.reads == "matter":
            paired = (
                following is not None
                and look_before(self.text, self.sentences[index].start, following.start, self.wording, spoken).joined
            )
            return spoken._replace(actor=name.form.ids[0] if paired else None, reads="" if paired else "matter")
        if before.role and has_stranger(self.text, name, self.wording):
            return spoken._replace(role="")
        if before.role and not before.reads:
            found = find_holder(before.role, name.form.ids[0], self.back(name, index), self.gazetteer)
            if found is not None:
                return spoken._replace(actor=found.ids[0], rests_on=found.rests_on, person=True, role="")
        return spoken

    def belongs_to(self, name: Name, following: Name, before: Before, index: int) -> bool:
        """Say whether a state only tells whose the person, medium or body in brackets right after it is."""
        if following.form.kind == "organisation":  # "badan intelijen |Korea Selatan| (NIS)"
            owned = self.gazetteer.covers(name.form.ids[0], following.form.ids[0])
            return owned and self.text[name.end : following.start] == OPENED
        led = self.led.get(following.start, 0)  # "Putra Mahkota |Arab Saudi| Pangeran Mohammed"
        between = self.text[name.end : led if led > name.end else following.start]
        if following.form.kind not in ("person", "short", "medium") or len(between) > LONGEST_GAP:
            return False
        if following.form.kind != "medium":
            called = self.whose(following, index) if following.form.kind == "short" else None
            person = called.person if called else following.form.ids[0]
            unknown = following.form.kind == "short" and called is None
            if unknown or person is None or not self.gazetteer.covers(name.form.ids[0], person):
                return False
        if len(between) > TOUCHING:
            return IN_BRACKETS.fullmatch(between) is not None or (bool(before.role) and numbers(between, self.wording))
        return between.isspace() or (bool(before.role) and between.strip() == ",")

    def back(self, name: Name, index: int) -> Back:
        """Return what a word at `name` can look back on."""
        return Back(self.text, self.sentences, self.names, self.spoken, index, name.start)

    def refer(self, name: Name, following: Name | None, index: int, before: Before) -> Iterator[Spoken]:
        """Yield whom a pronoun or its like stands for, each as a mention of its own."""
        means = name.form.ids[0]
        if self.is_plural(name, index):
            return
        if means == "meeting" and following is not None and self.named_after(name, following):
            return
        if means == "states":
            self.read(0)  # the headline
        found = find_antecedent(means, self.back(name, index), self.gazetteer, self.wording)
        for actor in found.ids if found else ():
            if means in ("state", "states"):
                stood_for = Name(name.start, name.end, Form("state", (actor,)))
                yield read_state(stood_for, before, self.gazetteer)._replace(rests_on=found.rests_on if found else ())
                continue
            kind = self.gazetteer.actors[actor].kind
            yield Spoken(
                name.start,
                name.end,
                actor=actor,
                home=self.gazetteer.home_of(actor),
                person=kind == "person",
                rests_on=found.rests_on if found else (),
            )

    def is_plural(self, name: Name, index: int) -> bool:
        """Say whether a doubled noun or a number makes more of it ("negara-negara itu", "ketujuh negara itu")."""
        if self.text[name.start - 1 : name.start] in self.wording.words["hyphens"]:
            return True
        words = words_before(self.text, self.sentences[index].start, name.start)
        return not self.wording.words["many"].isdisjoint(words[-1:])

    def named_after(self, name: Name, following: Name) -> bool:
        """Say whether who met is told right after the meeting ("pertemuan kedua Kim dengan Trump")."""
        words = self.text[name.end : following.start].lower().split()
        return all(word in self.wording.words["oblique"] or word in self.wording.words["common"] for word in words)
