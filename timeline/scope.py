"""What a date speaks of: the deed, who takes part and where, from the clause it stands in outwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.act import Trigger
from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.clause import RELATIVE, clause_at
from timeline.deed import Past, deed_of, inside, names_its_noun
from timeline.mention import Mention
from timeline.modality import compares
from timeline.party import NOBODY, actors_among, borrowed_party, head_of, is_bare, party_of, saying_party
from timeline.passage import Passage
from timeline.role import Roles, is_numbered, roles_of
from timeline.setting import hosts_of, places_of
from timeline.timex import Timex

# Words that open a clause without a subject: one that joins it, an adverb ("usai kembali membuka …").
OPENING = 2


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


def scope_of(
    view: Passage,
    timex: Timex | None,
    before: Callable[[], Passage | None],
    gazetteer: Gazetteer,
    *,
    past: Past | None = None,
) -> Scope | None:
    """Return what an expression dates, or None where nobody known takes part; a host alone receives nobody known.

    Without an expression (a headline) it is what the sentence tells first. Where the clause names no deed, its
    governor's is meant; where the sentence names nobody, and the one before tells of the same type of deed, its
    people are; `before` returns that one. `past` says whether the date is past.
    """
    deed = deed_of(view, timex.span if timex else None, past=past)
    chain, trigger = list(deed.chain), deed.trigger
    if timex and not deed.saying and (names_its_noun(view, timex.span) or _begins_a_count(view, timex)):
        return None
    party = saying_party(view, deed) if deed.saying else party_of(view, chain, trigger, alone=timex is not None)
    if deed.saying and not party.doers:
        return None  # it is the day of a report, by somebody nobody knows
    if trigger is None and _tells_of_a_thing(view, chain):
        return None
    earlier = before() if trigger and not party.ordered and is_bare(view, trigger) else None
    borrowed = borrowed_party(earlier, trigger) if earlier and trigger else NOBODY
    party = next((one for one in (party, borrowed) if one.ordered), roles_of(view, actors_among(view.mentions), None))
    places = places_of(view, inside(view, chain), timex, gazetteer)
    told = {
        one.id: one.id if is_numbered(view.text, one.span) else _holder(one, party.ordered, timex, gazetteer)
        for one in party.ordered
        if not _is_namesake(view, one, timex, gazetteer)
    }
    if not told:
        return None
    if party is borrowed and trigger and not trigger.act.mutual:
        party = Roles(party.ordered, frozenset(), frozenset())  # the sentence before tells who did that deed, not this
    hosts = hosts_of(places, trigger, party.ordered, gazetteer)
    actors = tuple(dict.fromkeys([*told.values(), *hosts]))
    return Scope(
        clause=deed.clause,
        trigger=trigger,
        actors=actors,
        doers=_able([told[one] for one in told if one in party.doers], trigger, gazetteer),
        undergoers=_able([*(told[one] for one in told if one in party.undergoers), *hosts], trigger, gazetteer),
        places=tuple(sorted({one.id for one in places})),
        named=(*party.ordered, *places),
        bridged=earlier.span if earlier and borrowed.ordered else None,
        aside=deed.aside,
    )


def _tells_of_a_thing(view: Passage, chain: Sequence[int]) -> bool:
    """Say whether a date stands in a relative clause on something that nobody is ("perang, |yang pecah pada 2022|")."""
    first = chain[0]
    if view.clauses[first].kind != RELATIVE or head_of(view, first):
        return False
    return not actors_among(inside(view, [first]))


def _begins_a_count(view: Passage, timex: Timex) -> bool:
    """Say whether a date only begins the time over which something is counted ("kunjungan ketiga sejak 2019")."""
    if timex.when is None or timex.latest is not None:
        return False
    clause = view.clauses[clause_at(view.clauses, timex.start)]
    head = clause.governor if clause.kind == RELATIVE else None  # "presiden pertama |yang berkunjung sejak 1928|"
    start = clause.span.start if head is None else view.clauses[head].span.start
    return compares(view.text[start : timex.start])


def _able(ids: Sequence[str], trigger: Trigger | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return those of `ids` who can do or undergo the deed: only people die, take office."""
    kind = trigger.act.of if trigger else None
    kinds = {one: gazetteer.actors[one].kind for one in ids}
    return tuple(one for one in kinds if kind in (None, kinds[one]) or (kind == BODY and kinds[one] != "person"))


# What does or undergoes a deed that is none of people's.
BODY = "body"


def _holder(one: Mention, all_: Sequence[Mention], timex: Timex | None, gazetteer: Gazetteer) -> str:
    """Return who is meant on that day: of a post ("presiden Vietnam") its holder, of a pair the states it then led.

    Two who met before are no party to "the first summit" of their states in years when neither led one; for a state
    that was no more then its heir stands.
    """
    if timex is None or timex.earliest is None or timex.latest is None:
        return one.id
    if one.role is not None:
        holders = {gazetteer.holder_on(one.role, one.id, day) for day in (timex.earliest, timex.latest)}
        return next((holder for holder in holders if holder and len(holders) == 1), one.id)
    if not any(other.span == one.span and other.id != one.id for other in all_):
        return one.id
    ended = gazetteer.actors[one.id].until
    if gazetteer.actors[one.id].kind == "state" and ended is not None and ended < timex.earliest:
        return gazetteer.state_of(one.id) or one.id  # "kedua negara" of a state that is no more
    return one.id if _in_office(one.id, timex, gazetteer) else gazetteer.home_of(one.id) or one.id


def _is_namesake(view: Passage, one: Mention, timex: Timex | None, gazetteer: Gazetteer) -> bool:
    """Say whether a bare surname must be another's: whoever was called so last was dead on that day."""
    actor, when = gazetteer.actors[one.id], timex and (timex.earliest or timex.latest)
    bare = view.text[one.span.start : one.span.end] in actor.short
    return bare and actor.until is not None and when is not None and actor.until < when


def _in_office(actor: str, timex: Timex, gazetteer: Gazetteer) -> bool:
    """Say whether somebody held a post then; who never held any is not asked."""
    offices = gazetteer.actors[actor].offices
    return not offices or any(
        (office.since is None or timex.latest is None or office.since <= timex.latest)
        and (office.until is None or timex.earliest is None or timex.earliest <= office.until)
        for office in offices
    )
