"""Who and what place is named where in an article, pronouns and bare surnames included where one reading fits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from timeline.article import Span
from timeline.errors import RuleError
from timeline.message import Language, Message, message
from timeline.names.actor import Actor, Gazetteer
from timeline.names.metonymy import Spoken
from timeline.names.name import ACTING, Form, Name, Names, fold, gazetteer_forms
from timeline.names.sense import NameReader
from timeline.names.spelling import Speller
from timeline.names.wording import anaphors


class Mention(NamedTuple):
    """A place in the text where an actor or a place is spoken of.

    id
        Actor id, or the place's name.
    as_
        ``actor`` or ``place``: "Pyongyang" after ke, di, dari is a place, else its government.
    rests_on
        Spans outside its own sentence that its reading needs (the full name before a bare "Kim").
    spelt
        What was printed, where a misspelt name was matched; else None.
    role
        The post named before a state that stands for whoever holds it ("presiden Vietnam": president), else None;
        `Gazetteer.holder_on` says who held it on a day.
    led
        Where the title before a person begins; None without one.
    others
        Who else the article calls by a bare surname, and where, should this one have been dead on the day told.
    """

    span: Span
    id: str
    as_: Literal["actor", "place"]
    rests_on: tuple[Span, ...] = ()
    spelt: str | None = None
    role: str | None = None
    led: int | None = None
    others: tuple[tuple[str, Span], ...] = ()

    @property
    def start(self) -> int:
        """Return where it begins with its title."""
        return self.span.start if self.led is None else self.led


class Mentions:
    """The mentions of one article by number of sentence, in order; each sentence is read when asked for.

    Two mentions share a span where one name is a place and an actor ("ke Rusia") or stands for two ("keduanya");
    otherwise none overlap. Text outside the sentences is not read, so that an excerpt is read as its article was.
    """

    def __init__(self, text: str, sentences: tuple[Span, ...], names: Iterable[Name], gazetteer: Gazetteer) -> None:
        misprinted = compiled_speller(gazetteer).find
        self._reader = NameReader(text, sentences, gazetteer, names=names, misprinted=misprinted)
        self._known: dict[int, tuple[Mention, ...]] = {}

    def may_have_actor(self, number: int) -> bool:
        """Say whether a name in that sentence may be an actor's, or a word stand for one; it is not read for that."""
        return number in self._reader.acting

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the gazetteer with the people whom the article introduces."""
        return self._reader.discourse.gazetteer

    @property
    def people(self) -> Mapping[str, Actor]:
        """Return the people whom the article introduces, by id."""
        return self._reader.discourse.people

    def has_actor(self, number: int) -> bool:
        """Say whether somebody acts in that sentence."""
        return self.may_have_actor(number) and any(one.as_ == "actor" for one in self[number])

    def __getitem__(self, number: int) -> tuple[Mention, ...]:
        """Return the mentions of that sentence."""
        if number not in self._known:
            found = (mention for one in self._reader.read(number) for mention in mentions_of(one))
            self._known[number] = tuple(sorted(found, key=lambda one: (one.span, one.as_, one.id)))
        return self._known[number]


def find_names(text: str, gazetteer: Gazetteer) -> tuple[Name, ...]:
    """Return every name and word for one that is printed in `text`, in order, whatever it stands for there."""
    return tuple(compiled_names(gazetteer).scan(text))


def may_act(names: Iterable[Name]) -> bool:
    """Say whether some of `names` can stand for an actor; without one no pronoun or bare surname does either."""
    return any(name.form.kind in ACTING for name in names)


def mentions_of(one: Spoken) -> Iterator[Mention]:
    """Yield an actor, a place, both or neither."""
    span = Span(one.start, one.end)
    if one.actor is not None:
        led = one.led if one.led >= 0 else None
        yield Mention(span, one.actor, "actor", one.rests_on, role=one.role or None, led=led, others=one.others)
    if one.place is not None:
        yield Mention(span, one.place, "place", one.rests_on, one.spelt)


@lru_cache(maxsize=4)
def compiled_names(gazetteer: Gazetteer) -> Names:
    """Return the automaton of all names and all forms that stand for names; RuleError where they collide."""
    forms = gazetteer_forms(gazetteer)
    taken = {fold(written) for written in forms}
    for written, means in anaphors().items():
        if fold(written) in taken:
            raise RuleError(file="mention.toml", rule=written, found="a name has this form", remedy="Change one.")
        forms[written] = Form("anaphor", (means,))
    return Names(forms)


@lru_cache(maxsize=4)
def compiled_speller(gazetteer: Gazetteer) -> Speller:
    """Return what finds misprinted places."""
    return Speller(gazetteer)


@dataclass(frozen=True, slots=True)
class Called:
    """The name of an actor, in the language of whoever reads it."""

    name: tuple[tuple[str, str], ...]

    def words(self, language: Language) -> str:
        """Return the name in `language`."""
        return dict(self.name)[language]


def explain(mention: Mention, text: str, gazetteer: Gazetteer) -> Message | None:
    """Return why the words of `mention` mean what it says; None where they are simply its name."""
    printed = mention.span.of(text)
    if mention.spelt is not None:
        return message("mention.spelt", printed=mention.spelt, name=mention.id)
    if mention.as_ == "place":
        return None
    actor, key = gazetteer.actors[mention.id], fold(printed)
    if actor.titled:
        return message("mention.titled", printed=printed, name=Called(actor.name), title=actor.titled)
    if names_itself(mention, text, gazetteer):
        return None
    if key in folded(actor.short):
        return message("mention.nearest", printed=printed, name=Called(actor.name))
    if actor.kind == "person" and set(key.split()) <= set(fold(actor.name[0][1]).split()):
        return message("mention.nearest", printed=printed, name=Called(actor.name))
    way = "mention.seat" if key in _folded_places(gazetteer.data) else "mention.stands_for"
    return message(way, printed=printed, name=Called(actor.name))


def names_itself(mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    """Say whether the words of a mention are a name of the actor it is of, no city or word that stands for it."""
    actor = gazetteer.actors[mention.id]
    return fold(mention.span.of(text)) in folded((actor.name[0][1], *actor.aliases))


@lru_cache(maxsize=4096)
def folded(names: tuple[str, ...]) -> frozenset[str]:
    """Return the names as they are compared."""
    return frozenset(map(fold, names))


@cache
def _folded_places(gazetteer: Gazetteer) -> frozenset[str]:
    """Return every name of a place as it is compared."""
    return folded(tuple(name for place in gazetteer.places.values() for name in (place.name, *place.aliases)))
