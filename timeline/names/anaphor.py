"""Whom a pronoun or its like is taken for: somebody named before, several, or nobody."""

from collections.abc import Iterator

from timeline.names.discourse import Discourse
from timeline.names.metonymy import MOST_WORDS, REACH, Spoken, read_state
from timeline.names.name import Form, Name
from timeline.names.occurrence import Occurrence
from timeline.names.reference import find_antecedent
from timeline.names.wording import mention_words


def looks_back(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether a word stands for somebody named before: none does for more of a kind, or who met is told after."""
    if _is_plural(one, discourse) or (one.id == "meeting" and _is_of_both(one, discourse)):
        return False
    if one.id == "they" and not _are_two(one, discourse):
        return False
    return one.id != "meeting" or one.following is None or not _is_told_by(one, one.following, discourse)


def senses_of_anaphor(one: Occurrence, discourse: Discourse) -> Iterator[Spoken]:
    """Yield whom a pronoun or its like stands for, each as a mention of its own."""
    gone_to = one.before.reads in ("to", "visit")
    found = find_antecedent(one.id, discourse.back(one), discourse.gazetteer, gone_to=gone_to)
    for actor in found.ids if found else ():
        spoken = _as_state(one, actor, discourse) if one.id in ("state", "states") else _as_actor(one, actor, discourse)
        yield spoken._replace(rests_on=found.rests_on if found else ())


def _as_state(one: Occurrence, state: str, discourse: Discourse) -> Spoken:
    """Return a state as read by what leads up to the word that stands for it."""
    stood_for = Name(one.name.start, one.name.end, Form("state", (state,)))
    return read_state(stood_for, one.before, discourse.gazetteer)


def _as_actor(one: Occurrence, actor: str, discourse: Discourse) -> Spoken:
    """Return whoever a word stands for as somebody who acts."""
    person = discourse.gazetteer.actors[actor].kind == "person"
    home = discourse.gazetteer.home_of(actor)
    return Spoken(one.name.start, one.name.end, actor=actor, home=home, person=person)


def _is_plural(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether a doubled noun or a number makes more of it ("negara-negara itu", "ketujuh negara itu")."""
    if discourse.text[one.name.start - 1 : one.name.start] in mention_words("hyphens"):
        return True
    return not mention_words("many").isdisjoint(discourse.words_before(one)[-1:])


def _are_two(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether "they" is the subject of what two do with each other ("|mereka| kembali bertemu"): no crowd then."""
    if not mention_words("before-post").issuperset(discourse.words_before(one)[-1:]):
        return False
    words = discourse.text[one.name.end : one.name.end + REACH].lower().split()[:MOST_WORDS]
    verb = next((word for word in words if word not in mention_words("time-and-again")), "")
    return verb.rstrip(",.") in mention_words("together")


def _is_of_both(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether "kedua" goes on with a noun, so that two of a kind are meant, no second meeting."""
    words = discourse.text[one.name.start : one.name.end + REACH].lower().split()
    before = len(discourse.text[one.name.start : one.name.end].split()) - 1
    return " ".join(words[before : before + 2]) in mention_words("of-both")


def _is_told_by(one: Occurrence, following: Name, discourse: Discourse) -> bool:
    """Say whether who met is told right after the meeting ("pertemuan kedua Kim dengan Trump")."""
    words = discourse.text[one.name.end : following.start].lower().split()
    return all(word in mention_words("oblique") or word in mention_words("common") for word in words)
