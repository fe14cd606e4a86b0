"""Who is meant on the day told: the holder of a post, the states of a pair, nobody by a dead man's surname."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.claims.predicate import role_words
from timeline.claims.role import Roles
from timeline.dates.timex import Timex
from timeline.language.act import SPEECH, Trigger
from timeline.language.leading import is_under
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention, names_itself
from timeline.names.metonymy import words_before
from timeline.names.wording import mention_words

# What does or undergoes a deed that is none of people's.
BODY = "body"
# A word and a number after a name, joined by a hyphen.
NUMBERED = re.compile(r"\s([^\W\d_]+)\s?[-–]?\s?\d")


def able(ids: Sequence[str], trigger: Trigger | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return those of `ids` who can do or undergo the deed: only people die, take office."""
    kind = trigger.act.of if trigger else None
    kinds = {one: gazetteer.actors[one].kind for one in ids}
    return tuple(one for one in kinds if kind in (None, kinds[one]) or (kind == BODY and kinds[one] != "person"))


def is_invader(view: Passage, one: Mention, deed: Trigger | None) -> bool:
    """Say whether who follows right after a noun for an attack is known to have made one ("invasi |Rusia|")."""
    if deed is None or deed.voice != "noun" or not deed.act.object_first or not view.gazetteer.actors[one.id].invaded:
        return False
    return one.span.start >= deed.span.end and not view.text[deed.span.end : one.span.start].strip()


def holder_on(view: Passage, one: Mention, all_: Sequence[Mention], timex: Timex | None) -> str:
    """Return who is meant on that day: of a post ("presiden Vietnam") its holder, of a pair the states it then led.

    A city that stands for its government stands for that of the state which was there. Two who met before are no party
    to "the first summit" of their states in years when neither led one; for a state that was no more then its heir
    stands.
    """
    gazetteer = view.gazetteer
    if timex is None or timex.earliest is None or timex.latest is None:
        return one.id
    if one.role is not None and not _are_several(view, one, all_):
        holders = {gazetteer.holder_on(one.role, one.id, day) for day in (timex.earliest, timex.latest)}
        return next((holder for holder in holders if holder and len(holders) == 1), one.id)
    if gazetteer.actors[one.id].kind == "state" and not names_itself(one, view.text, gazetteer):
        then = gazetteer.state_then(one.id, timex.latest)
        if then != one.id:
            return then  # "Moskow" of 1956
    if not any(other.span == one.span and other.id != one.id for other in all_):
        return one.id
    ended = gazetteer.actors[one.id].until
    if gazetteer.actors[one.id].kind == "state" and ended is not None and ended < timex.earliest:
        return gazetteer.state_of(one.id) or one.id  # "kedua negara" of a state that is no more
    return one.id if _in_office(one.id, timex, gazetteer) else gazetteer.home_of(one.id) or one.id


def _are_several(view: Passage, one: Mention, all_: Sequence[Mention]) -> bool:
    """Say whether a state has several in a post that only one holds: its leaders at large ("|para| pemimpin X")."""
    words = words_before(view.text, view.span.start, one.start)
    alone = not any(other.role is not None and other.span != one.span for other in all_)
    return alone and not mention_words("many").isdisjoint(words)


def is_no_more(view: Passage, one: Mention, timex: Timex | None) -> bool:
    """Say whether a state named by its own name had ended before the time told: it does nothing then."""
    actor = view.gazetteer.actors[one.id]
    if timex is None or timex.earliest is None or actor.kind != "state" or actor.until is None:
        return False
    return actor.until < timex.earliest and names_itself(one, view.text, view.gazetteer)


def is_numbered(text: str, span: Span) -> bool:
    """Say whether a number after a name tells the how-manieth holder of its post is meant ("Presiden AS ke-44")."""
    following = NUMBERED.match(text, span.end)
    return following is not None and following[1].lower() in role_words("numbering")


def acts_for(view: Passage, one: Mention, deed: Trigger | None) -> str | None:
    """Return the state whose forces do the deed behind its leader's name ("X mengumumkan |pasukannya| menyerang Y")."""
    if deed is None or view.gazetteer.actors[one.id].kind != "person":
        return None
    said = [verb.span for verb in view.triggers if verb.act.rank == SPEECH and verb.voice == "active"]
    verb = next((span for span in said if one.span.end <= span.start and span.end < deed.span.start), None)
    told = view.text[verb.end : deed.span.start].lower().split() if verb else ()
    return None if role_words("forces").isdisjoint(told) else view.gazetteer.home_of(one.id)


def repeats_home(view: Passage, one: Mention, roles: Roles) -> bool:
    """Say whether a state only stands for its people, who take part themselves.

    It is one of a pair ("hubungan |kedua negara|"), where who does it is at home ("X mengundang Y ke |Moskow|"), or
    whence somebody comes who is named right behind it ("mitranya dari |Oman|, Y").
    """
    if view.gazetteer.actors[one.id].kind != "state":
        return False
    behind = [other for other in roles.ordered if view.text[one.span.end : other.start] == ", "]
    if is_under(view.text, one.span, "origin") and one.id in {view.gazetteer.home_of(other.id) for other in behind}:
        return True
    pair = {other.id for other in roles.ordered if other.span == one.span}
    people = [other.id for other in roles.ordered if view.gazetteer.actors[other.id].kind == "person"]
    if any(other.as_ == "place" and other.span == one.span for other in view.mentions):
        people = [other for other in people if other in roles.doers]
    elif len(pair) == 1:
        return False
    return pair <= {view.gazetteer.home_of(other) for other in people}


def as_of(view: Passage, timex: Timex | None) -> Passage:
    """Return a passage in which no bare surname, and no post alone, means who was dead on the day told.

    The one other person of that name in the article who may have been alive is meant instead, or whoever held the post
    then, else nobody.
    """
    when = timex and (timex.earliest or timex.latest)
    if when is None or not any(_is_dead(view, one, when) for one in view.mentions):
        return view
    return replace(view, mentions=tuple(_living(view, when)))


def _living(view: Passage, when: date) -> Iterator[Mention]:
    for one in view.mentions:
        if not _is_dead(view, one, when):
            yield one
            continue
        ends = {other: view.gazetteer.actors[other].until for other, _ in one.others}
        alive = [(other, span) for other, span in one.others if (end := ends[other]) is None or end >= when]
        if len(alive) == 1:
            yield one._replace(id=alive[0][0], rests_on=(alive[0][1],))
        elif heir := _heir(view, one, when):
            yield one._replace(id=heir, rests_on=())


def _is_dead(view: Passage, one: Mention, when: date) -> bool:
    if one.as_ != "actor":
        return False
    actor = view.gazetteer.actors[one.id]
    if actor.kind != "person" or actor.until is None or actor.until >= when:
        return False
    return " " not in one.span.of(view.text) or not names_itself(one, view.text, view.gazetteer)


def _heir(view: Passage, one: Mention, when: date) -> str | None:
    """Return who then held the post by whose state alone somebody dead is meant ("pemimpin |Korut| itu"), or None."""
    dead, home = view.gazetteer.actors[one.id], view.gazetteer.home_of(one.id)
    if home is None or not names_itself(one._replace(id=home), view.text, view.gazetteer):
        return None
    held = (view.gazetteer.holder_on(office.role, home, when) for office in dead.offices)
    return next(filter(None, held), None)


def _in_office(actor: str, timex: Timex, gazetteer: Gazetteer) -> bool:
    """Say whether somebody held a post then; who never held any is not asked."""
    offices = gazetteer.actors[actor].offices
    return not offices or any(
        (office.since is None or timex.latest is None or office.since <= timex.latest)
        and (office.until is None or timex.earliest is None or timex.earliest <= office.until)
        for office in offices
    )
