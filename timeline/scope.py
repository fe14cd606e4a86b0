"""What a date speaks of: the deed, who takes part and where, from the clause it stands in outwards."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.act import SPEECH, Trigger
from timeline.actor import Gazetteer
from timeline.article import Span
from timeline.attribution import has_own_doer, is_adverb, is_occasion, links
from timeline.clause import RELATIVE, RESUMED, clause_at
from timeline.conjunction import has_verb
from timeline.deed import Deed, Past, deed_of, governor, in_clause, inside, names_its_noun
from timeline.mention import Mention
from timeline.modality import compares
from timeline.passage import Passage
from timeline.role import Roles, are_joined, charges, is_numbered, receives, roles_of, speaks
from timeline.setting import hosts_of, places_of
from timeline.timex import Timex

# Clauses that may be opened by a verb, whose subject is that of the clause they hang on ("namun akhirnya bertolak").
OPENED = frozenset(["contrast", "subordinate", "simultaneous"])
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
    party = _saying_party(view, deed) if deed.saying else _party(view, chain, trigger, alone=timex is not None)
    if deed.saying and not party.doers:
        return None  # it is the day of a report, by somebody nobody knows
    if trigger is None and _tells_of_a_thing(view, chain):
        return None
    earlier = before() if trigger and not party.ordered and _is_bare(view, trigger) else None
    borrowed = _borrowed(earlier, trigger) if earlier and trigger else NOBODY
    party = next((one for one in (party, borrowed) if one.ordered), roles_of(view, _actors(view.mentions), None))
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
    if view.clauses[first].kind != RELATIVE or _head(view, first):
        return False
    return not _actors(inside(view, [first]))


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
NOBODY = Roles((), frozenset(), frozenset())


def _party(view: Passage, chain: list[int], trigger: Trigger | None, *, alone: bool) -> Roles:
    """Return who takes part; with `alone` a noun that has a doer of its own leaves everybody else out.

    One of several deeds ("… tiga kali, termasuk pertemuan 2002") is done by those who do them all.
    """
    mentions = _participants(view, chain, trigger)
    if (whole := _all_of(view, trigger)) and not set(inside(view, chain[:1])) & set(mentions):
        return roles_of(view, mentions, whole)
    if alone and trigger and (own := _own_party(view, trigger, mentions)):
        mentions = own
    return roles_of(view, mentions, trigger)


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


def _actors(mentions: Iterable[Mention]) -> list[Mention]:
    return [one for one in mentions if one.as_ == "actor"]


def _saying_party(view: Passage, deed: Deed) -> Roles:
    """Return who says it, then who is spoken of before that."""
    speakers = [one for one in _actors(view.mentions) if deed.clause.covers(one.span) and speaks(view, one)]
    spoken_of = [one for one in _actors(view.mentions) if one.span.end <= deed.clause.start]
    return Roles((*speakers, *spoken_of), frozenset(one.id for one in speakers), frozenset())


def _participants(view: Passage, chain: list[int], trigger: Trigger | None) -> list[Mention]:
    """Return who takes part, who does it first; the speaker of a report takes no part in what is reported.

    They are looked for where the deed is told, then where the date stands, then further out.
    """
    conditional = view.clauses[chain[0]].kind == "conditional"  # what is told hangs on it: who acts there takes part
    actors = (not conditional and _actors(inside(view, chain[-1:]))) or _actors(inside(view, chain))
    while not actors and (wider := governor(view, chain[-1])) is not None and wider not in chain:
        chain = [*chain, wider]
        actors = _actors(inside(view, chain))
    if trigger and view.clauses[chain[0]].kind == RELATIVE and len(chain) == 1 and (head := _head(view, chain[0])):
        actors = [head, *actors]
    if trigger and view.clauses[chain[0]].kind == RELATIVE and len(chain) > 1:
        actors = _actors(inside(view, chain[:1])) or actors
    if trigger and _shares_subject(view, trigger, chain[0]):
        actors = _with_subject(view, actors, trigger)
    if trigger and (told := _told_of_speaker(view, actors, trigger)):
        return told
    if trigger and trigger.act.rank == SPEECH:
        return [*actors, *_spoken_of(view, clause_at(view.clauses, trigger.span.start))]
    if trigger and trigger.act.mutual:
        actors = [one for one in actors if not (_asked_for(view, one, trigger) or _is_matter(view, one, trigger))]
    if view.attribution:
        actors = [one for one in actors if not view.attribution.span.covers(one.span)]
    if trigger:
        actors = [one for one in actors if not _stands_aside(view, one, trigger)] or actors
        actors = [one for one in actors if not charges(view, one, trigger)] or actors
    return actors


def _stands_aside(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only named where more is told of another ("mengakui wilayah |yang diduduki Y|")."""
    between = view.text[trigger.span.end : one.span.start]
    _, opens, aside = between.rpartition(" yang ")
    return bool(opens) and "," not in aside and has_verb(aside)


def _head(view: Passage, index: int) -> Mention | None:
    """Return whoever a relative clause tells more of: who is named right before it ("Budi, |yang tiba Senin")."""
    start = view.clauses[index].span.start
    before = [one for one in _actors(view.mentions) if one.span.end <= start]
    return before[-1] if before and not view.text[before[-1].span.end : start].strip(" ,") else None


def _all_of(view: Passage, trigger: Trigger | None) -> Trigger | None:
    """Return the deeds of which `trigger` is said to be one, or None."""
    clause = view.clauses[clause_at(view.clauses, trigger.span.start)] if trigger else None
    if trigger is None or clause is None or clause.kind != "inclusion" or clause.governor is None:
        return None
    return next((one for one in in_clause(view, clause.governor) if one.act.type == trigger.act.type), None)


def _asked_for(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only asked for what others do ("bersidang atas permintaan X")."""
    nouns = [other for other in view.triggers if other.voice == "noun" and other.span.end <= one.span.start]
    last = nouns[-1] if nouns else None
    return last is not None and last.span > trigger.span and is_occasion(view.text, last.span)


def _is_matter(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only talked about: named after the verb and not as whom one talks with."""
    between = view.text[trigger.span.end : one.span.start]
    return trigger.act.matter and trigger.voice == "active" and one.span > trigger.span and not links(between)


def _own_party(view: Passage, trigger: Trigger, actors: Sequence[Mention]) -> list[Mention]:
    """Return who follows a noun that has a doer of its own, and to whom it comes; nobody where it has none."""
    after = [one for one in actors if one.span.start >= trigger.span.end]
    if trigger.voice != "noun" or not after or not has_own_doer(view.text, trigger.span, after[0].span):
        return []
    return [one for one in actors if one in after or receives(view, one, trigger)]


def _spoken_of(view: Passage, clause: int) -> list[Mention]:
    """Return who is named in what the speaker of `clause` says."""
    said = [number for number, one in enumerate(view.clauses) if one.kind == "complement" and one.governor == clause]
    return _actors(inside(view, said))


def _shares_subject(view: Passage, trigger: Trigger, index: int) -> bool:
    """Say whether a clause takes the subject of the one before: joined to it, or opened by a verb ("setelah tiba")."""
    clause = view.clauses[index]
    if clause.kind in ("coordinate", RESUMED):
        return True
    first, *rest = view.text[clause.span.start : trigger.span.start].split() or [""]
    opens = clause.kind in OPENED and clause.span.covers(trigger.span) and bool(first)
    return opens and trigger.voice == "active" and all(is_adverb(word) for word in rest)


def _with_subject(view: Passage, actors: list[Mention], trigger: Trigger) -> list[Mention]:
    """Return `actors` with the subject that clauses joined by "and" share, where this one names none of its own."""
    if any(one.span.start < trigger.span.start for one in actors):
        return actors
    named = _actors(view.mentions)
    ends = (number for number, (one, other) in enumerate(pairwise(named), 1) if not are_joined(view.text, one, other))
    return [*(one for one in named[: next(ends, len(named))] if one not in actors), *actors]


def _told_of_speaker(view: Passage, actors: list[Mention], trigger: Trigger) -> list[Mention]:
    """Return the speaker with who is named after, where the deed is theirs ("…, kata X |usai membuka| rapat Y")."""
    said = view.attribution
    opening = view.clauses[clause_at(view.clauses, trigger.span.start)].span.start
    if said is None or said.verb is None or opening < said.verb.end or trigger.voice == "noun":
        return []
    if len(view.text[opening : trigger.span.start].split()) > OPENING:
        return []  # it has a subject of its own
    speakers = [one for one in _actors(view.mentions) if said.verb.end <= one.span.start and one.span.end <= opening]
    return [*speakers, *(one for one in actors if one.span.start >= opening)] if speakers else []


def _is_bare(view: Passage, trigger: Trigger) -> bool:
    """Say whether a deed has no party of its own: a noun, no capitalised name after it, none of another kind before it.

    A verb has a subject, if one that nobody knows; in a passive it may be the noun ("perjanjian itu diteken").
    """
    following = view.text[trigger.span.end : view.span.end].lstrip()
    before = [one for one in view.triggers if one.act.rank != SPEECH and one.span < trigger.span]
    others = [one for one in before if one.act.type != trigger.act.type]
    whole = " " in view.text[trigger.span.start : trigger.span.end]  # "sanksi itu dicabut"
    noun = trigger.voice == "noun" or (
        trigger.voice == "passive" and (whole or any(it.voice == "noun" for it in before))
    )
    return noun and not following[:1].isupper() and not others


def _borrowed(earlier: Passage, trigger: Trigger) -> Roles:
    """Return who takes part in the deed that the sentence before tells of, if it says who does it.

    It is one of the same type, or the one that is now undone ("menjatuhkan sanksi. |Sanksi itu dicabut| …").
    """
    undone = _words(earlier.text, trigger)[0] if trigger.voice == "passive" else ""
    same = [one for one in earlier.triggers if one.act.type == trigger.act.type]
    deed = next(iter(same or [one for one in earlier.triggers if _words(earlier.text, one)[-1] == undone]), None)
    party = _party(earlier, list(range(len(earlier.clauses))), deed, alone=False) if deed else NOBODY
    return party if party.doers else NOBODY


def _words(text: str, trigger: Trigger) -> list[str]:
    return text[trigger.span.start : trigger.span.end].lower().split()
