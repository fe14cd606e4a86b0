"""What the name of a state is taken for: itself, part of somebody's title, or the holder of a post named before."""

import re
from collections.abc import Iterator
from itertools import takewhile

from timeline.names.beside import TOUCHING, goes_onto, has_stranger, numbers, tells_post, tells_whose
from timeline.names.discourse import Discourse
from timeline.names.metonymy import Spoken, look_before, read_state
from timeline.names.name import Form, Name
from timeline.names.occurrence import Occurrence
from timeline.names.place import located
from timeline.names.reference import find_holder
from timeline.names.title import begins_title
from timeline.names.wording import mention_words

IN_BRACKETS = re.compile(r"\s?\([^()\n]{1,30}\)\s")
OPENED = " ("
LONGEST_GAP = 34


def sense_of_state(one: Occurrence, discourse: Discourse) -> Spoken:
    """Return a state: part of a title before a person, the holder of a post named before, or itself."""
    before = located(one, discourse)
    if before.reads == "target" and goes_onto(discourse.text, one.name):
        before = before._replace(reads="")
    one = one._replace(before=before)
    spoken = read_state(one.name, before, discourse.gazetteer)
    if _only_tells_whose(one, discourse):
        return spoken._replace(actor=None, place=None)
    if before.reads == "matter":
        paired = _is_paired(one, spoken, discourse)
        return spoken._replace(actor=one.id if paired else None, reads="" if paired else "matter")
    return _held(one, spoken, discourse) if before.role else spoken


def senses_of_group(one: Occurrence, discourse: Discourse) -> Iterator[Spoken]:
    """Yield each state of those that a name stands for at once ("kedua Korea")."""
    for state in one.name.form.ids:
        stood_for = Name(one.name.start, one.name.end, Form("state", (state,)))
        yield read_state(stood_for, one.before, discourse.gazetteer)


def _only_tells_whose(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether a state only tells whose the body before it, or what is named after it, is."""
    if one.previous is not None and tells_whose(discourse.text, one.name, one.previous, discourse.gazetteer):
        return True
    if not one.before.role and tells_post(discourse.text, one.name, one.previous):
        return True
    if one.following is None or one.before.reads not in ("", "from", "to"):
        return False
    if one.following.form.kind == "organisation":
        return _owns_bracketed(one, one.following, discourse)
    return _leads_up_to(one, one.following, discourse)


def _owns_bracketed(one: Occurrence, body: Name, discourse: Discourse) -> bool:
    """Say whether a state's own body is in brackets after it ("badan intelijen |Korea Selatan| (NIS)")."""
    owned = discourse.gazetteer.covers(one.id, body.form.ids[0])
    return owned and discourse.text[one.name.end : body.start] == OPENED


def _leads_up_to(one: Occurrence, following: Name, discourse: Discourse) -> bool:
    """Say whether a state stands right before a medium, or before a person of its own, perhaps in their title."""
    led = discourse.led.get(following.start, 0)  # "Putra Mahkota |Arab Saudi| Pangeran Mohammed"
    between = discourse.text[one.name.end : led if led > one.name.end else following.start]
    if following.form.kind not in ("person", "short", "medium") or len(between) > LONGEST_GAP:
        return False
    if following.form.kind != "medium" and not _is_of(one, following, discourse):
        return False
    in_post = bool(one.before.role) or _closes_title(one, following, discourse)
    if len(between) > TOUCHING:
        return IN_BRACKETS.fullmatch(between) is not None or (in_post and numbers(between))
    return between.isspace() or (in_post and between.strip() == ",")


def _closes_title(one: Occurrence, following: Name, discourse: Discourse) -> bool:
    """Say whether a state ends the title of whoever is named between commas ("Menteri Hukum, dan HAM |RI|, X, …")."""
    if not discourse.text.startswith(",", following.end):
        return False
    title = takewhile(_is_of_title, reversed(discourse.text[one.lowest : one.name.start].split()))
    return any(begins_title(word.lower()) for word in title)


def _is_of_title(word: str) -> bool:
    return word[0].isupper() or word.strip(",") in mention_words("joining")


def _is_of(one: Occurrence, following: Name, discourse: Discourse) -> bool:
    """Say whether the person named after a state is known to be of it."""
    if following.form.kind == "person":
        return discourse.gazetteer.covers(one.id, following.form.ids[0])
    called = discourse.whose(following, one.sentence)
    return called is not None and called.person is not None and discourse.gazetteer.covers(one.id, called.person)


def _is_paired(one: Occurrence, spoken: Spoken, discourse: Discourse) -> bool:
    """Say whether the name after a state is joined to it ("soal |Rusia| dan Ukraina")."""
    if one.following is None:
        return False
    return look_before(discourse.text, one.lowest, one.following.start, spoken).joined


def _held(one: Occurrence, spoken: Spoken, discourse: Discourse) -> Spoken:
    """Return whoever holds the post named before a state, if named nearby; without the post if it is a stranger's."""
    if has_stranger(discourse.text, one.name):
        return spoken._replace(role="")
    if one.before.reads:
        return spoken
    found = find_holder(one.before.role, one.id, discourse.back(one), discourse.gazetteer)
    if found is None:
        return spoken
    return spoken._replace(actor=found.ids[0], rests_on=found.rests_on, person=True, role="")
