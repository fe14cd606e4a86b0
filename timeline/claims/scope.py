"""What a date speaks of: the deed, who takes part and where, from the clause it stands in outwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.claims.borrowed import borrowed_participants, is_bare
from timeline.claims.deed import Deed, Past, deed_of
from timeline.claims.edition import is_of_thing, names_its_noun
from timeline.claims.holding import able, acts_for, holder_on, is_invader, is_namesake, is_numbered, repeats_home
from timeline.claims.journey import with_meeting
from timeline.claims.participants import NOBODY, head_of, participants_of, speakers_and_spoken
from timeline.claims.passage import Passage
from timeline.claims.predicate import has_own_subject, names_stranger
from timeline.claims.role import Roles, roles_of
from timeline.claims.setting import hosts_of, places_of, without_ends
from timeline.dates.timex import Timex
from timeline.language.act import Trigger
from timeline.language.conjunction import clause_words
from timeline.language.leading import is_term
from timeline.language.modality import compares
from timeline.language.opening import RELATIVE, SEQUEL
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention

# Words from what shows something to the relative clause that tells when it came out ("foto-foto Kim |yang dirilis …").
LONGEST_HEAD = 4
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
    view = view.as_said(timex.span) if timex else view
    deed = with_meeting(view, deed_of(view, timex.span if timex else None, past=past))
    if timex and _dates_no_deed(view, timex, deed):
        return None
    party, earlier = _party(view, deed, before, alone=timex is not None)
    party = _with_invaders(view, party, deed.trigger, gazetteer)
    told = {
        one.id: one.id
        if is_numbered(view.text, one.span)
        else acts_for(view, one, deed.trigger, gazetteer) or holder_on(view.text, one, party.ordered, timex, gazetteer)
        for one in party.ordered
        if not (is_namesake(view, one, timex, gazetteer) or repeats_home(one, party.ordered, gazetteer))
    }
    if not told:
        return None
    around = deed.chain if deed.journey is None else (deed.journey, *deed.chain)
    doing = {one.span for one in party.ordered if one.id in party.doers}
    scenes = [one for one in view.mentions_in(around) if one.span not in doing]
    places = places_of(view, scenes, deed.trigger, timex, gazetteer)
    hosts = hosts_of(places, deed.trigger, party.ordered, gazetteer, timex.latest if timex else None)
    places = without_ends(view, places, deed.trigger)
    undergoing = [*(told[one] for one in told if one in party.undergoers), *hosts]
    return Scope(
        clause=deed.clause,
        trigger=deed.trigger,
        actors=tuple(dict.fromkeys([*told.values(), *hosts])),
        doers=able([told[one] for one in told if one in party.doers], deed.trigger, gazetteer),
        undergoers=able(undergoing, deed.trigger, gazetteer),
        places=tuple(sorted({one.id for one in places})),
        named=(*party.ordered, *places),
        bridged=earlier.span if earlier else None,
        aside=deed.aside,
    )


def _party(
    view: Passage, deed: Deed, before: Callable[[], Passage | None], *, alone: bool
) -> tuple[Roles, Passage | None]:
    """Return who takes part, and the sentence before where that one names them."""
    trigger = deed.trigger
    party = (
        speakers_and_spoken(view, deed)
        if deed.saying
        else participants_of(view, list(deed.chain), trigger, alone=alone)
    )
    if party.ordered:
        return party, None
    earlier = before() if trigger and is_bare(view, trigger) else None
    borrowed = borrowed_participants(earlier, trigger) if earlier and trigger else NOBODY
    if not borrowed.ordered:
        beside = [one for one in _anybody(view, deed) if not _does_another(view, one, deed)]
        beside = [] if _is_others(view, deed) else beside
        return roles_of(view, beside, None), None
    if trigger and not trigger.act.mutual:  # the sentence before tells who did that deed, not this
        borrowed = Roles(borrowed.ordered, frozenset(), frozenset())
    return borrowed, earlier


def _with_invaders(view: Passage, party: Roles, deed: Trigger | None, gazetteer: Gazetteer) -> Roles:
    """Return the roles with whoever is known to have invaded others as the doer ("invasi |Rusia|")."""
    by = {one.id for one in party.ordered if is_invader(view, one, deed, gazetteer)}
    return Roles(party.ordered, party.doers | by, party.undergoers - by) if by else party


def _is_others(view: Passage, deed: Deed) -> bool:
    """Say whether a verb has a subject of its own that nobody known is ("|mereka| pergi", "|tim itu| mengunjungi")."""
    if deed.trigger is None or deed.trigger.voice != "active":
        return False
    index = view.index_at(deed.trigger.span.start)
    return view.clauses[index].kind != "complement" and has_own_subject(view, index, deed.trigger)


def _anybody(view: Passage, deed: Deed) -> list[Mention]:
    """Return everybody named; where a date of no deed stands in what somebody says, not who says it."""
    clause = view.clauses[deed.chain[0]]
    named = view.actors
    if deed.trigger or clause.kind != "complement":
        return named
    return [one for one in named if one.start >= clause.span.start]


def _does_another(view: Passage, one: Mention, deed: Deed) -> bool:
    """Say whether somebody does what was long before or after, or has a date of its own.

    "Diteken pada 2000, lima bulan |sebelum X tiba|"; "Sadat tiba pada 1977 |dan setahun kemudian X pulang|".
    """
    index = view.index_at(one.span.start)
    start = view.clauses[index].span.start
    apart = any(time.parts.unit in LONG and 0 <= start - time.end <= 1 for time in view.timexes)
    kind, own = view.clauses[index].kind, view.clauses[index].span
    dated = kind == "coordinate" and any(own.covers(time.span) for time in view.timexes)
    other = index not in deed.chain and bool(view.triggers_in(index))
    return other and (dated or (apart and kind == "subordinate"))


def _dates_no_deed(view: Passage, timex: Timex, deed: Deed) -> bool:
    """Say whether a date is of what is named, counted, shown or reported by somebody unknown: of no deed told."""
    if deed.saying:
        return not speakers_and_spoken(view, deed).doers
    if deed.trigger is None and is_term(view.text, timex.span):
        return True
    first = deed.chain[0]
    sequel = view.clauses[first].kind == SEQUEL and not view.triggers_in(first)
    if sequel and not view.actors_in([first]):
        return True  # "X menyetujuinya pada 2023, |disusul majelis tinggi pada 2024|"
    if _is_strangers(view, deed):
        return True
    named = names_its_noun(view, timex.span) or is_of_thing(view, timex, deed.trigger) or _begins_a_count(view, timex)
    return named or _shows(view, deed) or (deed.trigger is None and _tells_of_a_thing(view, deed.chain))


def _is_strangers(view: Passage, deed: Deed) -> bool:
    """Say whether a clause joined by "and" names nobody but a stranger as its subject ("X tiba dan |Budi| pulang")."""
    index = view.index_at(deed.trigger.span.start) if deed.trigger else 0
    if deed.trigger is None or view.clauses[index].kind != "coordinate" or view.actors_in([index]):
        return False
    return names_stranger(view, index, deed.trigger)


def _shows(view: Passage, deed: Deed) -> bool:
    """Say whether a date is the one on which a picture came out ("dalam foto |yang dirilis Senin|")."""
    clause = view.clauses[deed.chain[0]]
    before = view.text[view.span.start : clause.span.start].lower().split()[-LONGEST_HEAD:]
    return clause.kind == RELATIVE and any(word.strip(",") in clause_words("picture") for word in before)


def _tells_of_a_thing(view: Passage, chain: Sequence[int]) -> bool:
    """Say whether a date stands in a relative clause on something that nobody is ("perang, |yang pecah pada 2022|")."""
    first = chain[0]
    if view.clauses[first].kind != RELATIVE or head_of(view, first):
        return False
    return not view.actors_in([first])


def _begins_a_count(view: Passage, timex: Timex) -> bool:
    """Say whether a date only begins the time over which something is counted ("kunjungan ketiga sejak 2019").

    A noun may stand before it that it is the date of ("serangan pertama sejak |perang| 1971").
    """
    if timex.when is None:
        return False
    clause = view.clause_at(timex.start)
    head = clause.governor if clause.kind in (RELATIVE, "subordinate") else None  # "presiden |yang berkunjung sejak …|"
    start = clause.span.start if head is None else view.clauses[head].span.start
    before = view.text[start : timex.start]
    return compares(before) if timex.latest is None else compares(before.rstrip().rpartition(" ")[0] + " ")
