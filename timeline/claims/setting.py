"""Where a deed is told to have happened: the places of its clause, of several those told beside the date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.dates.timex import Timex
from timeline.entry import slug
from timeline.language.act import SPEECH, Trigger
from timeline.language.conjunction import clause_words, is_object_verb
from timeline.language.leading import goes_on_there, is_origin, is_under
from timeline.names.actor import Gazetteer
from timeline.names.beside import continues
from timeline.names.mention import Mention

# PLOVER's type of what befalls a land.
STRUCK = "ASSAULT"
# The act of those who go away: where they go is not where it happens.
LEAVING = "depart"
# Words that may lead up to a place from its preposition on ("di gedung balai kota lama Hanoi").
WORDS_TO_PLACE = 6


def places_of(
    view: Passage, mentions: Iterable[Mention], trigger: Trigger | None, timex: Timex | None
) -> tuple[Mention, ...]:
    """Return the places at which the deed of `trigger` is told to happen, without those that another of them lies in.

    Those it came from count only where no other is named.
    """
    scenes = list(_scenes(view, [one for one in mentions if one.as_ == "place"], trigger))
    if trigger is None or trigger.act.name != LEAVING:
        scenes = [one for one in scenes if not is_origin(view.text, one.span)] or scenes
    beside = _beside(view, scenes, timex)
    return _finest(scenes if beside is None else beside, view.gazetteer)


def _scenes(view: Passage, places: Sequence[Mention], trigger: Trigger | None) -> Iterator[Mention]:
    """Yield the places at which something is told to happen, and those of a list that begins with one."""
    last: Mention | None = None
    for place in places:
        listed = last is not None and continues(view.text[last.span.end : place.span.start])
        if listed or _is_scene(view, place, trigger):
            last = place
            yield place


def without_ends(view: Passage, places: tuple[Mention, ...], trigger: Trigger | None) -> tuple[Mention, ...]:
    """Return the places without those to which somebody leaves another ("meninggalkan |Hanoi| menuju Demak")."""
    if trigger is None or trigger.act.name != LEAVING:
        return places
    return tuple(one for one in places if _touches(view, trigger, one)) or places


def hosts_of(
    view: Passage, places: Sequence[Mention], trigger: Trigger | None, actors: Sequence[Mention], day: date | None
) -> list[str]:
    """Return the states a deed leads to or from ("berkunjung ke") or strikes, unless somebody of theirs is named.

    `day` says when: a city then lay in the state that was there.
    """
    if trigger is None or not (trigger.act.abroad or trigger.act.type == STRUCK):
        return []
    behind = [one.id for one in places if one.span.start > trigger.span.start]
    known = [view.gazetteer.places.get(one) for one in behind]
    states = {place.state for place in known if place and place.state}
    if trigger.act.type == STRUCK and actors:
        states.update(land for one in behind if (land := slug(one)) in view.gazetteer.actors)
    present = {view.gazetteer.state_of(one.id) or one.id for one in actors}
    then = (view.gazetteer.state_then(state, day) if day else state for state in states if state not in present)
    return sorted(then)


def _finest(places: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    return tuple(
        one for one in places if not any(other.id != one.id and gazetteer.lies_in(other.id, one.id) for other in places)
    )


def _beside(view: Passage, scenes: Sequence[Mention], timex: Timex | None) -> list[Mention] | None:
    """Return the places that a list of days tells beside this one; None where there is no such list.

    "bertemu |di Singapura pada Juni 2018|, di Hanoi pada Februari 2019": each day closes its part of the list, or
    opens it where no place comes before the first.
    """
    days = [one.span for one in view.timexes if one.when is not None]
    if timex is None or len(days) < 2 or len(scenes) < 2:  # noqa: PLR2004  one of each is no list
        return None
    closes = scenes[0].span.end <= days[0].start
    before = max((one.end for one in days if one.end <= timex.start), default=view.span.start)
    after = min((one.start for one in days if one.start >= timex.end), default=view.span.end)
    part = Span(before, timex.end) if closes else Span(timex.start, after)
    return [one for one in scenes if part.covers(one.span)]


def _touches(view: Passage, trigger: Trigger, place: Mention) -> bool:
    """Say whether a place is named right after the deed, or before it."""
    return not view.text[trigger.span.end : place.span.start].strip()


def _is_aim(view: Passage, verb: Trigger) -> bool:
    """Say whether a journey is only what something else is done for."""
    return verb.act.abroad and verb.voice == "active" and is_under(view.text, verb.span, "purpose")


def _is_said_there(verb: Trigger, place: Mention, deed: Trigger) -> bool:
    """Say whether a place is where somebody tells of the deed ("|di Demak|, X mengatakan akan bertemu Y")."""
    speaks = verb.act.rank == SPEECH and verb.voice == "active"
    return speaks and place.span.end <= verb.span.start and verb.span.end <= deed.span.start


def _follows(view: Passage, verb: Trigger, place: Mention) -> bool:
    return verb.span.end <= place.span.start and _touches(view, verb, place)


def _brought_about(between: str) -> bool:
    """Say whether a verb right behind a comma tells what a deed brought about ("…, |memicu| kepergian mereka ke X")."""
    firsts = (part.split(maxsplit=1)[0] for part in between.split(", ")[1:] if part.split())
    return any(first.islower() and is_object_verb(first) for first in firsts)


def _is_scene(view: Passage, place: Mention, trigger: Trigger | None) -> bool:
    """Say whether something is told to happen at a place: a preposition leads up to it, or the deed is called after it.

    "rencana pembangunan Gaza" is about a place, "KTT Hanoi" was there; "membahas perang di Gaza" was not.
    """
    if trigger is not None and goes_on_there(view.text[trigger.span.end : place.span.start].lower().split()):
        return False
    told = trigger is not None and trigger.act.rank != SPEECH
    if told and trigger and _brought_about(view.text[trigger.span.end : place.span.start]):
        return False
    if any(one != trigger and _is_aim(view, one) and _follows(view, one, place) for one in view.triggers):
        return False  # "mengundang Y untuk mengunjungi |Demak| dalam pertemuan Senin"
    if trigger is not None and any(_is_said_there(one, place, trigger) for one in view.triggers):
        return False
    before = view.text[view.span.start : place.span.start].split()
    touches = trigger is not None and _touches(view, trigger, place)
    lead = (word.lower().strip('(“"') for word in before[-WORDS_TO_PLACE:])
    return touches or not before or not clause_words("placing").isdisjoint(lead)
