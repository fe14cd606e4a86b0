"""Who does it and who undergoes it: told by voice, word order and the words between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.claims.predicate import (
    LONGEST_TITLE,
    WORD,
    heads,
    is_joined,
    is_linked,
    is_object,
    is_strangers,
    is_subject,
    is_title,
    role_words,
)
from timeline.language.act import CHARGING, SPEECH, Trigger
from timeline.language.leading import announces, attends, brings_doer, has_own_doer, is_doer, links, shares_subject
from timeline.names.mention import Mention
from timeline.names.title import begins_title

# Words that may stand between a speaker and the verb (the rest of a name, a party in brackets).
WORDS_BEFORE_VERB = 2
# Words of a noun, up to the verb behind it ("sanksi |baru itu| dijatuhkan").
WORDS_TO_PASSIVE = 4
# Under this a deed is not told as done.
ACCUSING = "accuse"
# PLOVER types of what is rather announced by others than by who does it.
OF_OTHERS = frozenset(["COERCE", "ASSAULT"])
# PLOVER's type of what is done before onlookers.
PARADING = "MOBILIZE"
# A word and a number after a name, joined by a hyphen.
NUMBERED = re.compile(r"\s([^\W\d_]+)\s?[-–]?\s?\d")


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
        and not is_doer(view.text, one.span)
        and one.span.start > trigger.span.start
        and (trigger.voice != "noun" or not has_own_doer(view.text, trigger.span, one.span))
    )


def _does(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH:
        return is_speaker(view, one, trigger)
    if trigger.voice == "passive":
        return _is_agent(view, one, trigger)
    if is_doer(view.text, one.span):
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
    return is_subject(view, one, trigger) and (titled or _does_itself(between, trigger))


def _is_given_by(view: Passage, one: Mention, noun: Trigger) -> bool:
    """Say whether a passive that only says it was done leads from a noun to a name ("sanksi itu |dijatuhkan| X")."""
    words = WORD.findall(view.text[noun.span.end : max(noun.span.end, one.start)])
    at = next((at for at, word in enumerate(words[:WORDS_TO_PASSIVE]) if word in role_words("given")), None)
    if at is None or noun.act.mutual or not all(word[0].isalpha() for word in words):
        return False
    return all(is_title(word) or brings_doer(word) for word in words[at + 1 :])


def _has_headline_subject(view: Passage, one: Mention, noun: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether somebody stands right before a noun that a headline uses as its verb ("AS |Sanksi| Bank X")."""
    if one.span.start < noun.span.end or not view.text[noun.span.start].isupper():
        return False
    before = [other for other in actors if other.span.end <= noun.span.start]
    return bool(before) and not view.text[before[-1].span.end : noun.span.start].strip()


def _does_itself(between: str, noun: Trigger) -> bool:
    """Say whether a verb before a noun says no more than the noun does: "mengumumkan sanksi", not "… penangkapan"."""
    others = (noun.act.type in OF_OTHERS and announces(between)) or (noun.act.type == PARADING and attends(between))
    return shares_subject(between) and not others


def _set_apart(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether a comma parts a noun from the first name after it ("Korut gelar uji coba, |Seoul| bersidang")."""
    between = Span(trigger.span.end, max(trigger.span.end, one.span.start))
    first = not any(between.covers(other.span) for other in actors)
    return first and "," in between.of(view.text)


def _undergoes(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH:
        return False
    if trigger.voice == "passive":
        return is_subject(view, one, trigger)
    if one.span.start < trigger.span.end:
        return trigger.voice == "noun" and receives(view, one, trigger)
    before = [other for other in actors if trigger.span.end <= other.span.start < one.span.start]
    if before and is_joined(view.text[before[-1].span.end : one.start]):
        return _undergoes(view, before[-1], trigger, actors)
    return is_object(view.text[trigger.span.end : one.start]) and not _of_its_object(view, one, trigger)


def _of_its_object(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether it comes to somebody through another deed, the verb's object ("mendukung |sanksi| terhadap Y")."""
    nouns = [other for other in view.triggers if other.voice == "noun" and trigger.span.end <= other.span.start]
    inner = next((other for other in nouns if other.span.end <= one.start), None)
    if inner is None or trigger.act.mutual:
        return False
    return not role_words("link").isdisjoint(WORD.findall(view.text[inner.span.end : one.start]))


def charges(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only charges another with the deed ("|X| menuduh Y menyerang …")."""
    charge = _charge(view, trigger)
    if charge is None or charge.voice != "active" or one.span.end > charge.span.start:
        return False
    between = Span(charge.span.end, trigger.span.start)
    return any(between.covers(other.span) for other in view.actors)


def _charge(view: Passage, trigger: Trigger) -> Trigger | None:
    """Return the verb before a deed that keeps it from its date, unless the deed has a clause and a subject of its own.

    "X mengecam Y, |dan Z menarik| duta besarnya."
    """
    charge = next((one for one in view.triggers if one.act.rank >= CHARGING and one.span < trigger.span), None)
    own = view.clause_at(trigger.span.start).span
    subject = Span(own.start, max(own.start, trigger.span.start))
    apart = charge is not None and not own.covers(charge.span)
    return None if apart and any(subject.covers(one.span) for one in view.actors) else charge


def accuser_of(view: Passage, trigger: Trigger | None) -> Mention | None:
    """Return who accuses somebody of the deed, or None."""
    charge = _charge(view, trigger) if trigger else None
    if trigger is None or charge is None or charge.act.name != ACCUSING:
        return None
    return next((one for one in view.actors if charges(view, one, trigger)), None)


def receives(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether the subject before a noun is the one it comes to ("menghadiri undangan Raja")."""
    verb = view.text[one.span.end : trigger.span.start].lower().split()[-1:]
    return bool(role_words("receiving").intersection(verb)) and is_subject(view, one, trigger)


def _is_agent(view: Passage, one: Mention, passive: Trigger) -> bool:
    """Say whether a passive names who does it: right behind it, after "by", or joined to such a name by "and".

    Not who stands before it, by whom another deed was done.
    """
    if one.span.start < passive.span.end:
        return False
    before = [it for it in view.actors if it.span.end <= one.span.start]
    between = view.text[before[-1].span.end : one.span.start] if before else ","
    joined = "," not in between and is_joined(between) and _is_agent(view, before[-1], passive)
    return joined or is_doer(view.text, one.span) or _follows_passive(view, one, passive)


def _follows_passive(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name stands right after a passive, "by" or not, but for words of its title."""
    if trigger.voice != "passive" or one.span.start < trigger.span.end:
        return False
    first, *rest = [*WORD.findall(view.text[trigger.span.end : one.start]), ""]
    titles = [word for word in (rest if brings_doer(first) else [first, *rest]) if word]
    return (
        len(titles) <= LONGEST_TITLE and all(is_title(word) for word in titles) and not is_strangers(view, one, trigger)
    )


def is_speaker(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is who says it: named as the source, as the doer, or right before the verb."""
    if trigger.voice == "noun":
        return has_own_doer(view.text, trigger.span, one.span)
    if trigger.voice == "passive":
        return _is_agent(view, one, trigger)
    if view.attribution and view.attribution.span.covers(one.span):
        return True
    between = Span(one.span.end, max(one.span.end, trigger.span.start))
    named = any(between.covers(other.span) for other in view.mentions)  # "Gubernur BI |Agus Martowardojo| mengatakan"
    dates = sum(len(time.text.split()) for time in view.timexes if between.covers(time.span))
    near = len(between.of(view.text).split()) - dates <= WORDS_BEFORE_VERB
    return one.span.end <= trigger.span.start and near and not named


def speaks(view: Passage, one: Mention) -> bool:
    """Say whether a name in the words that tell who says so is a speaker's: a state speaks through an office."""
    said = view.attribution
    if said is None or said.verb is None:
        return False
    if one.span == said.verb:  # "katanya"
        return True
    if one.span.start < said.verb.end:
        return False
    if one.led is not None and not view.text[said.verb.end : max(one.led, said.verb.end)].strip():
        return True
    start = said.verb.end if said.span.covers(one.span) else said.span.end
    lead = [word for word in WORD.findall(view.text[start : one.span.start]) if word != ","]
    office = any(word.lower() in role_words("title") or begins_title(word.lower()) for word in lead)
    apart = bool(lead) and links(lead[0])  # "kata X |dalam Forum| ASEAN"
    return not apart and all(is_title(word) for word in lead) and (office or (not lead and said.span.covers(one.span)))


def is_numbered(text: str, span: Span) -> bool:
    """Say whether a number after a name tells the how-manieth holder of its post is meant ("Presiden AS ke-44")."""
    following = NUMBERED.match(text, span.end)
    return following is not None and following[1].lower() in role_words("numbering")
