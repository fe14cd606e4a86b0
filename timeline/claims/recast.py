"""Which deed a word names where the words around it decide: who does it, what follows it, how it goes on."""

import re
from collections.abc import Callable, Mapping, Sequence

from timeline.claims.epithet import is_epithet
from timeline.claims.told import Told
from timeline.language.act import Needs, Trigger, Voice, act_named, act_words
from timeline.language.conjunction import has_verb
from timeline.language.leading import LONGEST_TITLE, links
from timeline.language.marker import marker_words, markers
from timeline.names.mention import Mention
from timeline.names.title import begins_title

# Words between a verb and the place it leads to or from ("meninggalkan |ibu kota| Hanoi").
LONGEST_KIND = 2
# Words from a verb to "di" and the place it leads to ("tiba |pada Rabu (24/4) dengan kereta api| di").
LONGEST_WAY = 6
# Words from "ke" to a place that is known ("ke Kota Dnipro, |Ukraina|").
LONGEST_AIM = 4
# Words up to what its object is held for ("menetapkan mantan Bupati X dan dua orang lain sebagai |tersangka|").
LONGEST_OBJECT = 16
# Words between a noun and the verb that says it is over ("perjanjian yang diteken kedua negara itu |berakhir|").
LONGEST_NOUN = 12


def recast(told: Told) -> Trigger | None:
    """Return the trigger as the words around it make it, or None where they leave it no deed."""
    trigger = told.trigger
    if trigger.needs and not NEEDED[trigger.needs](told):
        return None
    if is_epithet(told):
        return None
    meant = trigger.act.becomes
    name = next(
        (
            meant[how]
            for how, (voice, holds) in MEANT.items()
            if how in meant and voice == trigger.voice and holds(told)
        ),
        None,
    )
    return trigger if name is None else trigger._replace(act=act_named(name))


def _meets(told: Told) -> bool:
    """Say whether a name follows, after no more than its title ("menerima |Menteri Y|", not "menerima |surat Y|")."""
    return any(_is_title(told.up_to(one)) for one in told.named_behind if one.as_ == "actor")


def _is_title(words: str) -> bool:
    """Say whether words before a name are none, or begin as titles do and are no longer than one."""
    first, *rest = words.split() or [""]
    several = first.lower() in act_words("travellers") or first.lower() in act_words("counted")
    return (not first or begins_title(first.lower()) or several) and len(rest) < LONGEST_TITLE and "," not in words


def _names_state(told: Told) -> bool:
    """Say whether somebody, or a place, follows right after and does nothing there ("mengakui |Y|")."""
    named = next(iter(told.named_behind), None)
    if named is None or told.up_to(named).strip():
        return False
    return not has_verb(" ".join(told.text[named.span.end : told.sentence.end].split()[:2]))


def _calls_untrue(told: Told) -> bool:
    """Say whether a verb of saying calls a charge or a report untrue ("menyebut |tuduhan itu tidak berdasar|")."""
    said = re.split("[,;.”]", told.behind, maxsplit=1)[0].lower().strip(' "“')
    first = next((word for word in said.split() if word not in marker_words("complement")), "")
    return first in act_words("charged") and any(f" {one}" in said for one in act_words("untrue"))


def _place_after(told: Told) -> Mention | None:
    """Return the place, or whoever is named by it, that follows a verb but for a word of its kind; else None."""
    named = next(iter(told.named_behind), None)
    if named is None or not markers().keys().isdisjoint(told.up_to(named).split()):
        return None  # "kembali ke jalurnya |ketika| X …"
    between = told.up_to(named)
    near = len(between.split()) <= LONGEST_KIND and not links(between) and "," not in between
    return named if near and not has_verb(between) else None


def _arrives(told: Told) -> bool:
    """Say whether a verb leads to a place some words on, days and means of travel ("tiba |Rabu naik kereta di| Y")."""
    place = next((one for one in told.named_behind if one.as_ == "place"), None)
    between = told.up_to(place) if place else ""
    way = between.split()
    while way and way[-1][0].isupper():  # "di |Stasiun| Khasan"
        way.pop()
    leads = not act_words("there").isdisjoint(way[-1:]) and len(way) <= LONGEST_WAY and "," not in between
    return leads and not has_verb(between) and markers().keys().isdisjoint(way)


def _are_arms(told: Told) -> bool:
    """Say whether a weapon does it, or it is done to one ("|rudal| yang diluncurkan Y")."""
    return not act_words("arms").isdisjoint(told.subject)


def _is_held(told: Told) -> bool:
    """Say whether what somebody is held for follows ("menetapkan Y sebagai |tersangka|")."""
    words = told.behind.lower().split()[:LONGEST_OBJECT]
    return not act_words("held").isdisjoint(word.strip(",.") for word in words)


def _travels(told: Told) -> bool:
    """Say whether people leave a place or country; what a state leaves it gives up ("X |meninggalkan| lembah itu")."""
    where, actors = _place_after(told), told.gazetteer.actors
    named = where is not None or told.behind.lstrip()[:1].isupper()
    if not named or (where and where.as_ == "actor" and actors[where.id].kind != "state"):
        return False
    person = any(actors[one.id].kind == "person" for one in told.actors_before[-1:])
    return person or not act_words("travellers").isdisjoint(told.subject)


def _are_forces(told: Told) -> bool:
    """Say whether ships, planes or troops come, and nobody by name ("|kapal induk| X tiba di Y") or by office."""
    if any(told.gazetteer.actors[one.id].kind == "person" for one in told.actors_before):
        return False
    subject = " ".join(told.subject)
    named = next((found for force in act_words("forces") if (found := f" {subject} ".partition(f" {force} "))[1]), None)
    return named is not None and not any(begins_title(word) or word in act_words("single") for word in named[0].split())


def _strikes(told: Told) -> bool:
    """Say whether something is fired at a place in a land that is not the doer's ("menembakkan rudal ke Kota Y")."""
    behind = [one for one in told.named_behind if one.as_ == "actor"]  # "rudal yang diluncurkan |X| ke Y"
    doer = next(iter(told.actors_before[::-1] if told.trigger.voice == "active" else behind), None)
    land = next((one for one in told.named_behind if one.as_ == "place"), None)
    place = told.gazetteer.places.get(land.id) if land else None
    if doer is None or land is None or place is None:
        return False
    home = told.gazetteer.state_of(doer.id) or doer.id
    return place.state not in (None, home) and _is_aimed(told.up_to(land).split())


def _is_aimed(between: Sequence[str]) -> bool:
    """Say whether words between a verb and a place say that it is aimed there ("menembakkan rudal |ke| Kota Y")."""
    aimed = next((number for number in reversed(range(len(between))) if between[number] in act_words("aimed")), None)
    return (
        aimed is not None
        and not any(word.endswith(",") for word in between[:aimed])
        and len(between) - aimed <= LONGEST_AIM
        and not has_verb(" ".join(between[aimed:]))
    )


def _is_over(told: Told) -> bool:
    """Say whether the first verb after a noun says that what it names came to its end ("perjanjian itu |berakhir|")."""
    return told.verb_behind(act_words("ending"), LONGEST_NOUN + 1) in act_words("ending")


# What has to stand beside a trigger that needs it.
NEEDED: Mapping[Needs, Callable[[Told], bool]] = {
    "person": _meets,
    "place": lambda told: _place_after(told) is not None,
    "there": _arrives,
    "weapon": _are_arms,
    "forces": _are_forces,
    "suspect": _is_held,
}
# In which voice an act becomes another, and what the words around it then say; the first that holds.
MEANT: Mapping[str, tuple[Voice, Callable[[Told], bool]]] = {
    "ended": ("noun", _is_over),
    "arms_onto": ("passive", lambda told: _are_arms(told) and _strikes(told)),
    "of_arms": ("passive", _are_arms),
    "of_sent": ("passive", _are_forces),
    "of_forces": ("active", _are_forces),
    "of_denial": ("active", _calls_untrue),
    "of_state": ("active", _names_state),
    "of_traveller": ("active", _travels),
    "onto": ("active", _strikes),
}
