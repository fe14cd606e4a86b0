"""Who does it and who undergoes it: told by voice, word order and the words between."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.claims.agent import is_agent, is_told_by
from timeline.claims.passage import Passage
from timeline.claims.predicate import (
    WORD,
    heads,
    is_joined,
    is_linked,
    is_object,
    is_subject,
    is_title,
    role_words,
)
from timeline.claims.speaker import is_speaker
from timeline.language.act import SPEECH, Trigger, act_words
from timeline.language.conjunction import clause_words
from timeline.language.leading import ends_in, has_own_doer, is_under, shares_subject
from timeline.names.mention import Mention

# Words of a noun, up to the verb behind it ("sanksi |baru itu| dijatuhkan").
WORDS_TO_PASSIVE = 4
# PLOVER types of what is rather announced by others than by who does it.
OF_OTHERS = frozenset(["COERCE", "ASSAULT"])
# PLOVER's type of what is agreed, which who helped it about may announce.
AGREED = "AGREE"
# PLOVER types of what is done for somebody.
HELPING = frozenset(["SUPPORT", "AID"])
# PLOVER's types of what forces do: sent and shown before onlookers, called back.
PARADING, CALLED_BACK = "MOBILIZE", "RETREAT"


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part, who does it first; the ids of those who do it, and of those who undergo it.

    Somebody in neither takes part in a way that the words do not show.
    """

    ordered: tuple[Mention, ...]
    doers: frozenset[str]
    undergoers: frozenset[str]


def roles_of(view: Passage, actors: Sequence[Mention], trigger: Trigger | None) -> Roles:
    """Return the roles of `actors` in the deed; in a deed of both sides everybody who takes part does it."""
    if trigger is None:
        return Roles(tuple(sorted(actors, key=lambda one: one.span.start)), frozenset(), frozenset())
    doing = {one for one in actors if _does(view, one, trigger, actors)}
    undergoing = {
        one for one in actors if one not in doing and _undergoes(view, one, _anew(view, one, trigger), actors)
    }
    if trigger.act.mutual:
        both = doing | undergoing
        led = {
            one for one in both if heads(view.text[view.span.start : one.start])
        }  # who leads one side is not the other
        doing, undergoing = both - led if both - led else both, set()
    ordered = sorted(actors, key=lambda one: (one not in doing or _stands_last(view, one, trigger), one.span.start))
    doers = frozenset(one.id for one in doing)
    return Roles(tuple(ordered), doers, frozenset(one.id for one in undergoing) - doers)


def _anew(view: Passage, one: Mention, trigger: Trigger) -> Trigger:
    """Return the counted noun that tells the deed again, with `one` ("bertemu X, dua kali |KTT| dengan Y"), else it."""
    nouns = [it for it in view.triggers if it.act is trigger.act and it.voice == "noun" and it.span.end <= one.start]
    if not nouns or nouns[-1].span.start < trigger.span.end:
        return trigger
    last = nouns[-1]
    counted = view.text[trigger.span.end : last.span.start].lower().split()[-1:]
    shared = view.index_at(last.span.start) == view.index_at(trigger.span.start)
    return last if shared and role_words("times").intersection(counted) else trigger


def _stands_last(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a party to a deed of both sides is named as the other one: neither doer nor subject."""
    return (
        trigger.act.mutual
        and not is_under(view.text, one.span, "doer")
        and one.span.start > trigger.span.start
        and (trigger.voice != "noun" or not has_own_doer(view.text, trigger.span, one.span))
    )


def _does(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH:
        return is_speaker(view, one, trigger)
    if trigger.voice == "passive":
        return is_agent(view, one, trigger) or _sends_its_own(view, one, trigger, actors)
    if is_told_by(view, one, trigger):
        return True
    if trigger.voice == "active":
        return is_subject(view, one, trigger)
    if one.span.overlaps(trigger.span) or _is_given_by(view, one, trigger):  # "kunjungannya"
        return True
    if _set_apart(view, one, trigger, actors):
        return False
    if _has_headline_subject(view, one, trigger, actors):
        return False
    if has_own_doer(view.text, trigger.span, one.span):
        later = [other for other in actors if other.span.start > one.span.end and other.id != one.id]
        return not trigger.act.object_first or any(is_linked(view.text[one.span.end : it.span.start]) for it in later)
    between = view.text[one.span.end : trigger.span.start]
    titled = not between.strip() and view.text[trigger.span.start].isupper()  # "Korut Uji Coba Rudal"
    itself = _does_itself(between, trigger) and not _tells_of_pact(view, one, trigger, actors)
    return is_subject(view, one, trigger) and (titled or itself)


def _sends_its_own(view: Passage, one: Mention, passive: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether forces are sent and nobody is told to send them: whose they are does ("tentara X dikirim ke Y")."""
    named = any(is_agent(view, other, passive) for other in actors)
    return not named and _has_forces(view, one, passive) and is_subject(view, one, passive)


def _has_forces(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name tells whose the forces are that are sent or called back: they go nowhere to it."""
    if trigger.act.type not in (PARADING, CALLED_BACK):
        return False
    earlier = [other for other in view.actors if other.span.end <= one.start]
    if earlier and is_joined(view.text[earlier[-1].span.end : one.start]):
        return _has_forces(view, earlier[-1], trigger)
    before = view.text[view.span.start : one.start].lower().split()
    return bool(before) and before[-1] in act_words("forces")


def _is_given_by(view: Passage, one: Mention, noun: Trigger) -> bool:
    """Say whether a passive that only says it was done leads from a noun to a name ("sanksi itu |dijatuhkan| X")."""
    words = WORD.findall(view.text[noun.span.end : max(noun.span.end, one.start)])
    at = next((at for at, word in enumerate(words[:WORDS_TO_PASSIVE]) if word in role_words("given")), None)
    if at is None or noun.act.mutual or not all(word[0].isalpha() for word in words):
        return False
    return all(is_title(word) or word in clause_words("doer") for word in words[at + 1 :])


def _has_headline_subject(view: Passage, one: Mention, noun: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether somebody stands right before a noun that a headline uses as its verb ("AS |Sanksi| Bank X")."""
    if one.span.start < noun.span.end or not view.text[noun.span.start].isupper():
        return False
    before = [other for other in actors if other.span.end <= noun.span.start]
    return bool(before) and not view.text[before[-1].span.end : noun.span.start].strip()


def _does_itself(between: str, noun: Trigger) -> bool:
    """Say whether a verb before a noun says no more than the noun does: "mengumumkan sanksi", not "… penangkapan"."""
    announced = noun.act.type in OF_OTHERS and ends_in(between, "announcing")
    watched = noun.act.type == PARADING and ends_in(between, "attending")
    return shares_subject(between) and not announced and not watched


def _tells_of_pact(view: Passage, one: Mention, noun: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether somebody alone makes known what is agreed, and not with whom: others may have agreed it."""
    if noun.act.type != AGREED or not ends_in(view.text[one.span.end : noun.span.start], "announcing"):
        return False
    alone = not any(other.id != one.id and other.span.end <= noun.span.start for other in actors)
    return alone and role_words("with").isdisjoint(WORD.findall(view.text[noun.span.end : view.span.end]))


def _set_apart(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether a comma parts a noun from the first name after it ("Korut gelar uji coba, |Seoul| bersidang")."""
    between = Span(trigger.span.end, max(trigger.span.end, one.span.start))
    first = not any(between.covers(other.span) for other in actors)
    return first and "," in between.of(view.text)


def _undergoes(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH or _has_forces(view, one, trigger):
        return False
    if trigger.voice == "passive":
        return is_subject(view, one, trigger)
    if one.span.start < trigger.span.end:
        return trigger.voice == "noun" and receives(view, one, trigger)
    before = [other for other in actors if trigger.span.end <= other.span.start < one.span.start]
    if before and is_joined(view.text[before[-1].span.end : one.start]):
        return _undergoes(view, before[-1], trigger, actors)
    between = view.text[trigger.span.end : one.start]
    struck = trigger.act.type in OF_OTHERS
    return (
        is_object(between, struck=struck)
        and not _is_against(between, trigger)
        and not _of_its_object(view, one, trigger)
    )


def _is_against(between: str, trigger: Trigger) -> bool:
    """Say whether help or backing, or what it is for, is directed against somebody ("mendukung |perang melawan| Y")."""
    *object_, last = between.lower().split() or [""]
    return trigger.act.type in HELPING and bool(object_) and last in role_words("against")


def _of_its_object(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether it comes to somebody through another deed, the verb's object ("mendukung |sanksi| terhadap Y")."""
    nouns = [other for other in view.triggers if other.voice == "noun" and trigger.span.end <= other.span.start]
    inner = next((other for other in nouns if other.span.end <= one.start), None)
    if inner is None or trigger.act.mutual:
        return False
    return not role_words("link").isdisjoint(WORD.findall(view.text[inner.span.start : one.start]))


def receives(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether the subject before a noun is the one it comes to ("menghadiri undangan Raja")."""
    verb = view.text[one.span.end : trigger.span.start].lower().split()[-1:]
    return bool(role_words("receiving").intersection(verb)) and is_subject(view, one, trigger)
