"""What a date speaks of: the deed, who takes part and where, from the clause it stands in outwards."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.article import Span
from timeline.claims.borrowed import borrowed_participants, is_bare
from timeline.claims.deed import SAYING, Deed, deed_of
from timeline.claims.deedless import dates_no_deed
from timeline.claims.holding import able, acts_for, as_of, holder_on, is_invader, is_no_more, is_numbered, repeats_home
from timeline.claims.journey import with_meeting
from timeline.claims.nominal import PREDICATE
from timeline.claims.participants import (
    NOBODY,
    is_of_others,
    is_of_stranger,
    participants_of,
    speakers_and_spoken,
)
from timeline.claims.passage import Passage
from timeline.claims.predicate import has_own_subject
from timeline.claims.reaction import reaction_to
from timeline.claims.role import Roles, roles_of
from timeline.claims.setting import STRUCK, hosts_of, places_of, without_ends
from timeline.dates.timex import Timex
from timeline.language.act import Trigger
from timeline.language.marker import ONLOOKERS
from timeline.names.mention import Mention

# PLOVER types of what others are held to have done than who tells of it.
FORCE = frozenset(["ASSAULT", "COERCE", "MOBILIZE"])
# Units of what is long before or after.
LONG = frozenset(["month", "year", "decade"])


@dataclass(frozen=True, slots=True)
class Scope:
    """What is told: the deed (None where no trigger names one), who does it first, where, and what that rests on.

    named
        The words that name them.
    doers, undergoers
        Those of `actors` who are told to do it, and to undergo it; none where the words do not show anybody.
    bridged
        The earlier sentence that names who is meant, where this one does not.
    aside
        The clause of the date where that only adds to the deed's ("yang semula dijadwalkan pada …").
    """

    clause: Span
    trigger: Trigger | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    named: tuple[Mention, ...]
    doers: tuple[str, ...]
    undergoers: tuple[str, ...]
    bridged: Span | None
    aside: Span | None


def scope_of(view: Passage, timex: Timex | None, before: Callable[[], Passage | None]) -> Scope | None:
    """Return what an expression dates, or None where nobody known takes part; a host alone receives nobody known.

    Without an expression (a headline) it is what the sentence tells first. Where the clause names no deed, its
    governor's is meant; where the sentence names nobody, and the one before tells of the same type of deed, its
    people are; `before` returns that one.
    """
    view = as_of(view.as_said(timex.span) if timex else view, timex)
    deed = with_meeting(view, deed_of(view, timex.span if timex else None))
    if timex and dates_no_deed(view, timex, deed):
        return None
    roles, earlier = _roles(view, deed, before, alone=timex is not None)
    if timex and deed.trigger and _is_unknown_saying(view, deed.trigger, roles):
        return None
    roles = _with_invaders(view, roles, deed.trigger)
    told = _meant(view, roles, deed.trigger, timex)
    places = places_of(view, _scenes(view, deed, roles), deed.trigger, timex)
    hosts = hosts_of(view, places, deed.trigger, roles.ordered, timex.latest if timex else None)
    if not told and not (hosts and _is_struck(deed.trigger, timex)):
        return None
    places = without_ends(view, places, deed.trigger)
    led_to = hosts if deed.trigger and (deed.trigger.act.abroad or not told) else []
    undergoing = [*(told[one] for one in told if one in roles.undergoers), *led_to]
    return Scope(
        clause=deed.clause,
        trigger=deed.trigger,
        actors=tuple(dict.fromkeys([*told.values(), *hosts])),
        doers=able([told[one] for one in told if one in roles.doers], deed.trigger, view.gazetteer),
        undergoers=able(undergoing, deed.trigger, view.gazetteer),
        places=tuple(sorted({one.id for one in places})),
        named=(*roles.ordered, *places),
        bridged=earlier.span if earlier else None,
        aside=deed.aside,
    )


def _meant(view: Passage, roles: Roles, trigger: Trigger | None, timex: Timex | None) -> dict[str, str]:
    """Return who is meant on the day told, by the id of whoever is named."""
    return {
        one.id: one.id
        if is_numbered(view.text, one.span)
        else acts_for(view, one, trigger) or holder_on(view, one, roles.ordered, timex)
        for one in roles.ordered
        if not (repeats_home(view, one, roles) or is_no_more(view, one, timex))
    }


def _scenes(view: Passage, deed: Deed, roles: Roles) -> list[Mention]:
    """Return who and what is named where the deed is told, and on its journey, but for those who do it."""
    chain = deed.chain if deed.journey is None else (deed.journey, *deed.chain)
    doing = {one.span for one in roles.ordered if one.id in roles.doers}
    return [one for one in view.mentions_in(chain) if one.span not in doing]


def _is_struck(deed: Trigger | None, timex: Timex | None) -> bool:
    """Say whether an attack is dated behind its name: its land takes part, whoever did it ("serangan di X, |Rabu|")."""
    return deed is not None and deed.act.type == STRUCK and timex is not None and timex.start >= deed.span.end


def _roles(
    view: Passage, deed: Deed, before: Callable[[], Passage | None], *, alone: bool
) -> tuple[Roles, Passage | None]:
    """Return who takes part, and the sentence before where that one names them."""
    trigger = deed.trigger
    if deed.saying:
        roles = speakers_and_spoken(view, deed)
    else:
        roles = participants_of(view, list(deed.chain), trigger, alone=alone)
    if roles.ordered:
        return roles, None
    earlier = before() if trigger and is_bare(view, trigger) else None
    borrowed = borrowed_participants(earlier, trigger) if earlier and trigger else NOBODY
    if borrowed.ordered:
        # of a deed of one side the sentence before tells who did that one, not this
        told = borrowed if trigger and trigger.act.mutual else Roles(borrowed.ordered, frozenset(), frozenset())
        return told, earlier
    beside = (
        [] if _is_others(view, deed) else [one for one in _anybody(view, deed) if not _does_another(view, one, deed)]
    )
    return roles_of(view, beside, None), None


def _with_invaders(view: Passage, roles: Roles, deed: Trigger | None) -> Roles:
    """Return the roles with whoever is known to have invaded others as the doer ("invasi |Rusia|")."""
    by = {one.id for one in roles.ordered if is_invader(view, one, deed)}
    return Roles(roles.ordered, roles.doers | by, roles.undergoers - by) if by else roles


def _is_others(view: Passage, deed: Deed) -> bool:
    """Say whether a verb has a subject of its own that nobody known is ("|mereka| pergi", "|tim itu| mengunjungi").

    Or whether whoever did it is not told at all, or only answered, or a thing did it ("rudal |yang jatuh| buatan X").
    """
    if deed.trigger is None or is_of_stranger(view, deed.trigger):
        return deed.trigger is not None
    if deed.trigger.voice != "active":
        return is_of_others(view, deed.trigger) or reaction_to(view, deed.trigger) is not None
    index = view.index_at(deed.trigger.span.start)
    return view.clauses[index].kind != "complement" and has_own_subject(view, index, deed.trigger)


def _anybody(view: Passage, deed: Deed) -> list[Mention]:
    """Return everybody named; where a date of no deed stands in what somebody says, not who says it.

    Nor who only tells of force ("dua rudal diluncurkan pada Senin, |kata militer X|").
    """
    clause = view.clauses[deed.chain[0]]
    named = view.actors
    if deed.trigger and deed.trigger.act.type in FORCE and (said := view.attribution):
        return [one for one in named if not said.span.covers(one.span)]
    if deed.trigger or clause.kind != "complement":
        return named
    return [one for one in named if one.start >= clause.span.start]


def _does_another(view: Passage, one: Mention, deed: Deed) -> bool:
    """Say whether somebody does what was long before or after, or has a date of its own.

    "Diteken pada 2000, lima bulan |sebelum X tiba|"; "Sadat tiba pada 1977 |dan setahun kemudian X pulang|"; "Serangan
    pada 2000 |memicu kecaman X|". Or is only told of besides ("|Selain menemui X|, bupati pulang pada Senin").
    """
    index = view.index_at(one.span.start)
    if view.clauses[index].kind == ONLOOKERS and index not in deed.chain:
        return True
    start = view.clauses[index].span.start
    apart = any(time.parts.unit in LONG and 0 <= start - time.end <= 1 for time in view.timexes)
    kind, own = view.clauses[index].kind, view.clauses[index].span
    dated = kind == "coordinate" and any(own.covers(time.span) for time in view.timexes)
    other = index not in deed.chain and bool(view.triggers_in(index))
    return other and (dated or kind == PREDICATE or (apart and kind == "subordinate"))


def _is_unknown_saying(view: Passage, deed: Trigger, roles: Roles) -> bool:
    """Say whether a date is only the day on which nobody known said it ("|seorang pejabat| mengatakan Senin …")."""
    told = view.attribution is not None and view.attribution.since is not None
    return told and deed.act.name == SAYING and deed.voice == "active" and not roles.doers
