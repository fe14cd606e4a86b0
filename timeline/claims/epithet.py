"""Words for deeds that tell of none: they count it, or tell who somebody is or on whose side."""

from itertools import pairwise

from timeline.claims.told import Told
from timeline.language.act import act_words
from timeline.language.marker import relative_words

# Words from a noun to the verb that says it grows ("kematian akibat wabah |bertambah|").
LONGEST_MEASURED = 4
# Words from an office to what makes it the first of its kind ("menjadi presiden Amerika Serikat |pertama yang| …").
LONGEST_OFFICE = 5
# The act of who comes into an office, and PLOVER's type of what is done by who backs somebody.
OFFICE, BACKING = "elect", "SUPPORT"


def is_epithet(told: Told) -> bool:
    """Say whether a word for a deed only counts it, or tells who somebody is or on whose side."""
    trigger = told.trigger
    return (
        (trigger.voice == "noun" and (_is_measured(told) or _tells_who(told)))
        or (trigger.act.type == BACKING and _tells_whose_side(told))
        or (trigger.act.name == OFFICE and _is_first_to(told))
    )


def _is_measured(told: Told) -> bool:
    """Say whether a noun is counted, or told to grow: no deed ("|jumlah| kunjungan", "serangan |meningkat|")."""
    if not act_words("measures").isdisjoint(told.front.split()[-1:]):
        return True
    return told.verb_behind(act_words("changes"), LONGEST_MEASURED) in act_words("changes")


def _tells_who(told: Told) -> bool:
    """Say whether a noun that no date follows only tells who somebody is ("|pemimpin| kudeta itu tiba pada 2021")."""
    return not act_words("epithets").isdisjoint(told.front.split()[-1:]) and not _is_dated(told)


def _tells_whose_side(told: Told) -> bool:
    """Say whether backing that no date follows only tells whose side somebody is on ("milisi |yang didukung X| …").

    "Pemberontak Y |dukungan X| memasuki kota."
    """
    before = told.text[told.sentence.start : told.trigger.span.start].split()
    if told.trigger.voice == "passive":
        whose = not relative_words().isdisjoint(before[-1:])
    else:
        named = len(before) > 1 and before[-1][0].isupper()
        whose = told.trigger.voice == "noun" and (named or not act_words("backed").isdisjoint(before[-1:]))
    return whose and told.behind.lstrip()[:1].isupper() and not _is_dated(told)


def _is_dated(told: Told) -> bool:
    """Say whether figures follow before the next verb."""
    return any(char.isdigit() for word in told.up_to_verb() for char in word)


def _is_first_to(told: Told) -> bool:
    """Say whether somebody is the first of an office to do something ("menjadi presiden X |pertama yang| tiba")."""
    words = told.behind.lower().split()[: LONGEST_OFFICE + 2]
    return any(one in act_words("ranked") and other in relative_words() for one, other in pairwise(words))
