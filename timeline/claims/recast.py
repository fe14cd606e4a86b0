"""Which deed a word names where the words around it decide: who does it, what follows it, how it goes on."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from timeline.article import Span
from timeline.language.act import Trigger, act_named, act_words
from timeline.language.conjunction import has_verb
from timeline.language.leading import LONGEST_TITLE, links
from timeline.language.marker import marker_words, markers, relative_words
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention
from timeline.names.title import begins_title

# Characters after a name in which the two words that follow it end.
NEAR = 80
# Words between a verb and the place it leads to or from ("meninggalkan |ibu kota| Hanoi").
LONGEST_KIND = 2
# Words from a verb to "di" and the place it leads to ("tiba |pada Rabu (24/4) dengan kereta api| di").
LONGEST_WAY = 6
# Words from "ke" to a place that is known ("ke Kota Dnipro, |Ukraina|").
LONGEST_AIM = 4
# Words between a noun and the verb that says it is over ("perjanjian yang diteken kedua negara itu |berakhir|").
LONGEST_NOUN, NOUN_REACH = 12, 120
# Words from a noun to the verb that says it grows ("kematian akibat wabah |bertambah|").
LONGEST_MEASURED = 4
# Words up to what its object is held for ("menetapkan mantan Bupati X dan dua orang lain sebagai |tersangka|").
LONGEST_OBJECT = 16
# The act of who comes into an office.
OFFICE = "elect"
# PLOVER's type of what is done by who backs somebody.
BACKING = "SUPPORT"
# Words from an office to what makes it the first of its kind ("menjadi presiden Amerika Serikat |pertama yang| …").
LONGEST_OFFICE = 5


def recast(
    text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> Trigger | None:
    """Return the trigger as the words around it make it, or None where they leave it no deed."""
    if trigger.needs == "person" and not _meets(text, trigger, mentions):
        return None
    if trigger.needs == "place" and _place_after(text, trigger, mentions) is None:
        return None
    if trigger.needs == "there" and not _arrives(text, sentence, trigger, mentions):
        return None
    if trigger.needs == "weapon" and act_words("arms").isdisjoint(_subject(text, sentence, trigger)):
        return None
    if trigger.needs == "forces" and not _are_forces(text, sentence, trigger, mentions, gazetteer):
        return None
    if trigger.needs == "suspect" and act_words("held").isdisjoint(_object(text, sentence, trigger)):
        return None
    if trigger.voice == "noun" and (_is_measured(text, sentence, trigger) or _tells_who(text, sentence, trigger)):
        return None
    if trigger.act.type == BACKING and _tells_whose_side(text, sentence, trigger):
        return None
    if trigger.act.name == OFFICE and _is_first_to(text, sentence, trigger):
        return None
    meant = _meant(text, sentence, trigger, mentions, gazetteer)
    return trigger if meant is None else trigger._replace(act=act_named(meant))


def _meant(
    text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> str | None:
    """Return the name of the act that is meant instead, or None."""
    act = trigger.act
    if trigger.voice == "noun":
        return act.ended if act.ended and _is_over(text, sentence, trigger) else None
    if (
        trigger.voice == "passive"
        and act.of_arms
        and not act_words("arms").isdisjoint(_subject(text, sentence, trigger))
    ):
        fired = act_named(act.of_arms)
        return fired.onto if fired.onto and _strikes(text, trigger, mentions, gazetteer) else fired.name
    of_forces = act.of_forces if trigger.voice == "active" else act.of_sent
    if of_forces and _are_forces(text, sentence, trigger, mentions, gazetteer):
        return of_forces
    if trigger.voice != "active":
        return None
    if act.of_denial and _calls_untrue(text, sentence, trigger):
        return act.of_denial
    if act.of_state and _names_state(text, sentence, trigger, mentions):
        return act.of_state
    if act.of_traveller and _travels(text, sentence, trigger, mentions, gazetteer):
        return act.of_traveller
    return act.onto if act.onto and _strikes(text, trigger, mentions, gazetteer) else None


def _meets(text: str, trigger: Trigger, mentions: Sequence[Mention]) -> bool:
    """Say whether a name follows, after no more than its title ("menerima |Menteri Y|", not "menerima |surat Y|")."""
    between = (
        text[trigger.span.end : one.span.start]
        for one in mentions
        if one.as_ == "actor" and one.span.start >= trigger.span.end
    )
    return any(_is_title(words) for words in between)


def _is_title(words: str) -> bool:
    """Say whether words before a name are none, or begin as titles do and are no longer than one."""
    first, *rest = words.split() or [""]
    several = first.lower() in act_words("travellers") or first.lower() in act_words("counted")
    return (not first or begins_title(first.lower()) or several) and len(rest) < LONGEST_TITLE and "," not in words


def _names_state(text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention]) -> bool:
    """Say whether somebody, or a place, follows right after and does nothing there ("mengakui |Y|")."""
    named = next((one for one in mentions if one.span.start > trigger.span.end), None)
    if named is None or text[trigger.span.end : named.span.start].strip():
        return False
    return not has_verb(" ".join(text[named.span.end : min(sentence.end, named.span.end + NEAR)].split()[:2]))


def _calls_untrue(text: str, sentence: Span, verb: Trigger) -> bool:
    """Say whether a verb of saying calls a charge or a report untrue ("menyebut |tuduhan itu tidak berdasar|")."""
    said = re.split("[,;.”]", text[verb.span.end : sentence.end], maxsplit=1)[0].lower().strip(' "“')
    first = next((word for word in said.split() if word not in marker_words("complement")), "")
    return first in act_words("charged") and any(f" {one}" in said for one in act_words("untrue"))


def _is_first_to(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Say whether somebody is the first of an office to do something ("menjadi presiden X |pertama yang| tiba")."""
    words = text[trigger.span.end : sentence.end].lower().split()[: LONGEST_OFFICE + 2]
    return any(one in act_words("ranked") and other in relative_words() for one, other in pairwise(words))


def _place_after(text: str, trigger: Trigger, mentions: Sequence[Mention]) -> Mention | None:
    """Return the place, or whoever is named by it, that follows a verb but for a word of its kind; else None."""
    named = next((one for one in mentions if one.span.start >= trigger.span.end), None)
    between = text[trigger.span.end : named.span.start] if named else ""
    if not markers().keys().isdisjoint(between.split()):
        return None  # "kembali ke jalurnya |ketika| X …"
    near = named is not None and len(between.split()) <= LONGEST_KIND and not links(between) and "," not in between
    return named if near and not has_verb(between) else None


def _arrives(text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention]) -> bool:
    """Say whether a verb leads to a place some words on, days and means of travel ("tiba |Rabu naik kereta di| Y")."""
    place = next((one for one in mentions if one.as_ == "place" and one.span.start >= trigger.span.end), None)
    between = text[trigger.span.end : place.span.start] if place and place.span.end <= sentence.end else ""
    way = between.split()
    while way and way[-1][0].isupper():  # "di |Stasiun| Khasan"
        way.pop()
    leads = not act_words("there").isdisjoint(way[-1:]) and len(way) <= LONGEST_WAY and "," not in between
    return leads and not has_verb(between) and markers().keys().isdisjoint(way)


def _subject(text: str, sentence: Span, trigger: Trigger) -> list[str]:
    """Return the words before a verb, from the last comma on, in small letters."""
    before = text[sentence.start : trigger.span.start].lower()
    return before.rpartition(",")[2].split()


def _object(text: str, sentence: Span, trigger: Trigger) -> list[str]:
    """Return the words after a verb, in small letters."""
    words = text[trigger.span.end : sentence.end].lower().split()
    return [word.strip(",.") for word in words[:LONGEST_OBJECT]]


def _travels(text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Say whether people leave a place or country; what a state leaves it gives up ("X |meninggalkan| lembah itu")."""
    where = _place_after(text, trigger, mentions)
    named = where is not None or text[trigger.span.end : sentence.end].lstrip()[:1].isupper()
    if not named or (where and where.as_ == "actor" and gazetteer.actors[where.id].kind != "state"):
        return False
    before = [one for one in mentions if one.as_ == "actor" and one.span.end <= trigger.span.start]
    person = bool(before) and gazetteer.actors[before[-1].id].kind == "person"
    return person or not act_words("travellers").isdisjoint(_subject(text, sentence, trigger))


def _are_forces(text: str, sentence: Span, trigger: Trigger, mentions: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Say whether ships, planes or troops come, and nobody by name ("|kapal induk| X tiba di Y") or by office."""
    people = (one for one in mentions if one.as_ == "actor" and gazetteer.actors[one.id].kind == "person")
    if any(one.span.end <= trigger.span.start for one in people):
        return False
    subject = " ".join(_subject(text, sentence, trigger))
    named = next((found for force in act_words("forces") if (found := f" {subject} ".partition(f" {force} "))[1]), None)
    return named is not None and not any(begins_title(word) or word in act_words("single") for word in named[0].split())


def _strikes(text: str, trigger: Trigger, mentions: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Say whether something is fired at a place in a land that is not the doer's ("menembakkan rudal ke Kota Y")."""
    actors = [one for one in mentions if one.as_ == "actor"]
    before = [one for one in actors if one.span.end <= trigger.span.start]
    behind = [one for one in actors if one.span.start >= trigger.span.end]  # "rudal yang diluncurkan |X| ke Y"
    doer = next(iter(before[::-1] if trigger.voice == "active" else behind), None)
    land = next((one for one in mentions if one.as_ == "place" and one.span.start >= trigger.span.end), None)
    if doer is None or land is None:
        return False
    between = text[trigger.span.end : land.span.start].split()
    aimed = [number for number, word in enumerate(between) if word in act_words("aimed")]
    place = gazetteer.places.get(land.id)
    home = gazetteer.state_of(doer.id) or doer.id
    struck = place is not None and place.state not in (None, home)
    return (
        struck
        and bool(aimed)
        and not any(word.endswith(",") for word in between[: aimed[-1]])
        and len(between) - aimed[-1] <= LONGEST_AIM
        and not has_verb(" ".join(between[aimed[-1] :]))
    )


def _is_over(text: str, sentence: Span, noun: Trigger) -> bool:
    """Say whether the first verb after a noun says that what it names came to its end ("perjanjian itu |berakhir|")."""
    return _verb_after(text, sentence, noun, act_words("ending"), LONGEST_NOUN + 1) in act_words("ending")


def _is_measured(text: str, sentence: Span, noun: Trigger) -> bool:
    """Say whether a noun is counted, or told to grow: no deed ("|jumlah| kunjungan", "serangan |meningkat|")."""
    before = text[sentence.start : noun.span.start].lower().split()[-1:]
    if not act_words("measures").isdisjoint(before):
        return True
    return _verb_after(text, sentence, noun, act_words("changes"), LONGEST_MEASURED) in act_words("changes")


def _tells_who(text: str, sentence: Span, noun: Trigger) -> bool:
    """Say whether a noun that no date follows only tells who somebody is ("|pemimpin| kudeta itu tiba pada 2021")."""
    before = text[sentence.start : noun.span.start].lower().split()[-1:]
    if act_words("epithets").isdisjoint(before):
        return False
    following = text[noun.span.end : min(sentence.end, noun.span.end + NOUN_REACH)].split()
    named = takewhile(lambda word: not has_verb(word), following)
    return not any(char.isdigit() for char in "".join(named))


def _tells_whose_side(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Say whether backing that no date follows only tells whose side somebody is on ("milisi |yang didukung X| …").

    "Pemberontak Y |dukungan X| memasuki kota."
    """
    before = text[sentence.start : trigger.span.start].split()[-1:]
    following = text[trigger.span.end : min(sentence.end, trigger.span.end + NOUN_REACH)].split()
    if trigger.voice == "passive":
        whose = not relative_words().isdisjoint(before)
    else:
        named = bool(before) and before[0][0].isupper() and len(text[sentence.start : trigger.span.start].split()) > 1
        whose = trigger.voice == "noun" and (named or not act_words("backed").isdisjoint(before))
    told = "".join(takewhile(lambda word: not has_verb(word), following))
    return whose and bool(following) and following[0][0].isupper() and not any(map(str.isdigit, told))


def _verb_after(text: str, sentence: Span, noun: Trigger, bare: frozenset[str], most: int) -> str | None:
    """Return the first verb in `most` words after a noun, or of the `bare` words, which look like none; or None."""
    following = text[noun.span.end : min(sentence.end, noun.span.end + NOUN_REACH)]
    words = [word.strip(",.") for word in following.lower().split()[:most]]
    told = (word for at, word in enumerate(words) if word in bare or words[max(at - 1, 0)] not in relative_words())
    return next((word for word in told if has_verb(word) or word in bare), None)
