"""Everybody an article names: who is known, whom it introduces, and what parts of their names stand for them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.bearer import FULL_NAME, Introduced
from timeline.introduction import LONGEST, LONGEST_WORD, introductions, is_in_capitals
from timeline.name import Form, Name, joins_word
from timeline.organisation import organisations
from timeline.title import is_of_name, opens_sentence, takes_name

SHORTEST_PART = 3
ENDS = ".,;:!?()[]“”\"'’…"
BREAKS = ".:!?–—-\n"  # after them a sentence, or a part like one, begins


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article by sentence, and the people it introduces by id, each where they were first.

    led
        Where the title begins, by where the name does that it leads up to.
    """

    names: list[list[Name]]
    people: Mapping[str, Introduced]
    led: Mapping[int, int]


def cast_of(text: str, sentences: Sequence[Span], names: Sequence[Sequence[Name]], gazetteer: Gazetteer) -> Cast:
    """Return who is named where, `names` being the known ones by sentence."""
    titled = list(introductions(text, sentences, names, gazetteer))
    full = [
        frozenset(text[name.start : name.end].split()) for some in names for name in some if name.form.kind == "person"
    ]
    full += [one.words for one in titled]
    titled = [one for one in titled if one.actor is None or not any(one.words < other for other in full)]
    people: dict[str, Introduced] = {}
    for one in titled:
        if one.actor is not None:
            first = people.get(one.actor.id)
            if first is None or (first.actor and first.actor.of is None and one.actor.of is not None):
                people[one.actor.id] = one
    listed = [list(some) for some in names]
    for one in titled:
        _seat(one, listed, sentences, text, gazetteer)
    _tell_namesakes_apart(titled, listed, text)
    for some, sentence in zip(listed, sentences, strict=True):
        some[:] = [_estranged(name, sentence, some, text, gazetteer) for name in some]
    if "(" in text:
        for at, sentence in enumerate(sentences):
            for one in organisations(text, sentence, listed[at]):
                if one.actor is not None and one.actor.id not in gazetteer.actors:
                    people.setdefault(one.actor.id, one)
        for person, one in people.items():
            if one.actor is not None and one.actor.kind == "organisation":
                _place_organisation(person, one, listed, sentences, text)
    led = {one.name.start: one.titled.start for one in titled if one.titled.start < one.name.start}
    _Parts(text, sentences, listed, people).add()
    return Cast(listed, people, led)


def _seat(one: Introduced, names: list[list[Name]], sentences: Sequence[Span], text: str, gazetteer: Gazetteer) -> None:
    """Put somebody's name in its sentence; the names that their title only holds stand for nobody there."""
    at = bisect_left(sentences, one.name.start, key=lambda span: span.end)
    kept = [
        name._replace(form=Form("other", name.form.ids)) if _is_held(name, one, text, gazetteer) else name
        for name in names[at]
        if one.actor is None or name.end <= one.name.start or name.start >= one.name.end
    ]
    if one.actor is not None:
        kept.append(Name(one.name.start, one.name.end, Form("person", (one.actor.id,))))
    names[at] = sorted(kept, key=lambda name: name.start)


def _tell_namesakes_apart(titled: Sequence[Introduced], names: list[list[Name]], text: str) -> None:
    """Give a name that somebody known shares to whom the article introduces by it ("Bupati Suharto … |Suharto|").

    Where the article names the other one too, by the whole name or a title, either may be meant.
    """
    written: dict[Form, set[str]] = {}
    shared: dict[str, list[Name]] = {}
    for name in (name for some in names for name in some if name.form.kind == "person"):
        word = text[name.start : name.end]
        written.setdefault(name.form, set()).add(word)
        shared.setdefault(word, []).append(name)
    led = {one.name.start for one in titled if one.actor is None}
    titles = {one.known for one in titled if one.actor is None}
    changed: dict[Name, Name] = {}
    for one in titled:
        for name in (name for word in one.words for name in shared.get(word, ())):
            if one.actor is None or name.start in led or one.name.start <= name.start < one.name.end:
                continue
            both = name.form.ids[0] in titles or not written[name.form] <= one.words
            form = Form("short", (one.actor.id, *name.form.ids)) if both else Form("person", (one.actor.id,))
            changed[name] = name._replace(form=form)
    for some in names:
        some[:] = [changed.get(name, name) for name in some]


def _estranged(name: Name, sentence: Span, names: Sequence[Name], text: str, gazetteer: Gazetteer) -> Name:
    """Return a word by which all know somebody as a stranger's, where another name leads up to it ("Igor |Putin|").

    What opens a sentence may be any word; so may every word of a headline in capitals.
    """
    if name.form.kind != "person" or " " in text[name.start : name.end] or text[name.start - 1 : name.start] != " ":
        return name
    before = text[max(sentence.start, name.start - LONGEST_WORD) : name.start - 1]
    word = before.rsplit(" ", maxsplit=1)[-1]
    if not is_of_name(word) or opens_sentence(word) or takes_name(word) or before.strip() == word:
        return name
    if _covering(Span(name.start - 1 - len(word), name.start - 1), names):  # "dari |Pyongyang| Putin terbang"
        return name
    opening = before.removesuffix(word).rstrip()[-1:] in BREAKS
    person = gazetteer.actors.get(name.form.ids[0])
    own = person is None or any(word in written.split() for written in (person.name[0][1], *person.aliases))
    if opening or own or is_in_capitals(text, sentence):
        return name
    return name._replace(form=Form("stranger", name.form.ids))


def _place_organisation(
    organisation: str, one: Introduced, names: list[list[Name]], sentences: Sequence[Span], text: str
) -> None:
    """Put an organisation among the names wherever its full or its short name stands."""
    form = Form("organisation", (organisation,))
    written = [text[one.name.start : one.name.end], *(one.actor.aliases if one.actor else ())]
    ends = [sentence.end for sentence in sentences]
    for name in written:
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            at = bisect_left(ends, span.end)
            inside = at < len(ends) and sentences[at].start <= start and not joins_word(text, start, span.end)
            bracketed = text[start - 1 : start] == "(" and span.end < len(text) and text[span.end] == ")"
            if inside and not bracketed:
                kept = [other for other in names[at] if other.end <= span.start or other.start >= span.end]
                names[at] = sorted([*kept, Name(span.start, span.end, form)], key=lambda other: other.start)
            start = text.find(name, span.end)


def _is_held(name: Name, one: Introduced, text: str, gazetteer: Gazetteer) -> bool:
    """Say whether a name stands in a title; that of a state or body stays right before whoever acts for it."""
    if name.end <= one.titled.start or name.start >= one.titled.end or one.name.start <= name.start < one.name.end:
        return False
    owner = name.form.ids[0]
    touches = name.form.kind in ("state", "organisation", "building") and text[name.end : one.name.start].isspace()
    return not (touches and one.acts_for(owner, gazetteer))


class _Parts:
    """Adds to the names of an article what repeats a part of a full name, or is a stranger's who shares one.

    called, bearers
        The words of each full name; who bears each word.
    """

    def __init__(
        self, text: str, sentences: Sequence[Span], names: list[list[Name]], people: Mapping[str, Introduced]
    ) -> None:
        self._text, self._sentences, self._names, self._people = text, sentences, names, people
        self._ends = [sentence.end for sentence in sentences]
        self._called = self._full_names()
        self._bearers: dict[str, list[str]] = {}
        for person, full in self._called.items():
            for word in full:
                self._bearers.setdefault(word, []).append(person)

    def add(self) -> None:
        """Put each part where it belongs among the names of its sentence."""
        for word, bearers in self._bearers.items():
            for at, span in self._occurrences(word):
                names = self._names[at]
                covering = _covering(span, names)
                if covering is None:
                    run = self._run(at, span)
                    if run is not None:
                        names.append(Name(run.start, run.end, self._form(run, word)))
                        names.sort(key=lambda name: name.start)
                elif covering.form.kind == "short" and (covering.start, covering.end) == (span.start, span.end):
                    ids = tuple(dict.fromkeys([*covering.form.ids, *bearers]))
                    names[names.index(covering)] = covering._replace(form=Form("short", ids))

    def _full_names(self) -> dict[str, list[str]]:
        """Return the words of the longest name of each person; who is introduced may have one of a single word."""
        longest: dict[str, list[str]] = {}
        for names in self._names:
            for name in names:
                if name.form.kind != "person":
                    continue
                person = name.form.ids[0]
                words = [word for word in self._text[name.start : name.end].split() if is_of_name(word)]
                fewest = 1 if person in self._people else FULL_NAME
                if len(words) >= fewest and len(words) > len(longest.get(person, ())):
                    longest[person] = words
        return longest

    def _occurrences(self, word: str) -> Iterator[tuple[int, Span]]:
        """Yield where a word stands, with the number of its sentence."""
        start = self._text.find(word) if len(word) >= SHORTEST_PART else -1
        while start >= 0:
            end = start + len(word)
            at = bisect_left(self._ends, end)
            if not joins_word(self._text, start, end) and self._is_within(at, start):
                yield at, Span(start, end)
            start = self._text.find(word, end)

    def _is_within(self, at: int, start: int) -> bool:
        """Say whether a place lies in a sentence, and in one that is no table or page without full stops."""
        if at == len(self._ends):
            return False
        return self._sentences[at].start <= start and self._ends[at] - self._sentences[at].start <= LONGEST

    def _run(self, at: int, span: Span) -> Span | None:
        """Return the whole run of words of a name around one of them; None where they name no person ("PT Lestari").

        In a headline in capitals only words of names that are known count: others may be verbs.
        """
        sentence, names = self._sentences[at], self._names[at]
        capitals = is_in_capitals(self._text, sentence)
        start, end = span.start, span.end
        while (word := self._word_after(end, sentence.end)) and self._goes_on(word, capitals=capitals):
            if _covering(Span(end + 1, end + 1 + len(word)), names):
                break
            end += 1 + len(word)
        while word := self._word_before(sentence.start, start):
            before = start - 1 - len(word)
            if takes_name(word):
                return None
            if (
                opens_sentence(word)
                or not self._goes_on(word, capitals=capitals)
                or _covering(Span(before, start - 1), names)
            ):
                break
            start = before
        return Span(start, end)

    def _goes_on(self, word: str, *, capitals: bool) -> bool:
        return word in self._bearers or (not capitals and is_of_name(word))

    def _word_after(self, end: int, limit: int) -> str:
        if self._text[end : end + 1] != " " or end + 1 >= limit:
            return ""
        return self._text[end + 1 : min(limit, end + LONGEST_WORD)].split(" ", maxsplit=1)[0].rstrip(ENDS)

    def _word_before(self, lowest: int, start: int) -> str:
        if start <= lowest or self._text[start - 1] != " ":
            return ""
        return self._text[max(lowest, start - LONGEST_WORD) : start - 1].rsplit(" ", maxsplit=1)[-1]

    def _form(self, run: Span, word: str) -> Form:
        """Return whom a run of words may stand for: one by their full name, those it is a part of, or a stranger."""
        words = self._text[run.start : run.end].split()
        meant = [person for person in self._bearers[word] if set(self._called[person]).issuperset(words)]
        for person in meant:
            if person in self._people and len(self._called[person]) == len(words):
                return Form("person", (person,))
        return Form("short", tuple(meant)) if meant else Form("stranger", tuple(self._bearers[word]))


def _covering(span: Span, names: Sequence[Name]) -> Name | None:
    return next((name for name in names if name.start < span.end and span.start < name.end), None)
