"""A journey and the meeting it led to, told as one: "tiba di Demak |dan bertemu lurah|" dates the meeting."""

from dataclasses import replace

from timeline.article import Span
from timeline.claims.deed import Deed
from timeline.claims.passage import Passage
from timeline.claims.predicate import names_stranger
from timeline.language.act import Trigger
from timeline.language.modality import modality_of

VISITING = "visit"
MEETINGS = frozenset(["meet", "talk"])


def with_meeting(view: Passage, deed: Deed) -> Deed:
    """Return the meeting that a journey led to, or that was on one, with both clauses; else the deed as it is.

    Each must be told by a verb, of one subject, and the two share the one date: "berkunjung ke X pada Mei 2019 |dan
    bertemu Y|".
    """
    told = deed.trigger
    if told is None or told.voice != "active" or len(deed.chain) > 1:
        return deed
    own = view.index_at(told.span.start)
    way = own if told.act.name == VISITING else own - 1
    met = _meeting_in(view, way + 1, way) if 0 <= way < len(view.clauses) - 1 else None
    other = way if way != own else way + 1
    if met is None or any(view.clauses[other].span.covers(one.span) for one in view.timexes):
        return deed
    if way == own:
        told_in = Span(deed.clause.start, view.clauses[way + 1].span.end)
        return replace(deed, chain=(way + 1,), trigger=met, clause=told_in, journey=way)
    went = any(one.act.name == VISITING and one.voice == "active" for one in view.triggers_in(way))
    return replace(deed, journey=way) if went and met == told else deed


def _meeting_in(view: Passage, index: int, governor: int) -> Trigger | None:
    """Return the meeting with somebody known that a clause joined to `governor` tells of its subject, or None."""
    deed = _goes_on(view, index, governor)
    met = deed is not None and deed.act.name in MEETINGS and view.actors_in([index])
    return deed if met else None


def _goes_on(view: Passage, index: int, wider: int) -> Trigger | None:
    """Return the verb by which a clause goes on with the subject of the clause `wider`, told as done; else None."""
    clause, told = view.clauses[index], view.triggers_in(index)
    if clause.kind != "coordinate" or view.governor(index) != wider or not told or told[0].voice != "active":
        return None
    if modality_of(view.text, clause.span, told[0].span)[0] != "occurred" or names_stranger(view, index, told[0]):
        return None
    named = (one for one in view.mentions_in([index]) if one.as_ == "actor")
    return None if any(one.start < told[0].span.start for one in named) else told[0]
