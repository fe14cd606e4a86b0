"""Whether two claims can be about the same event: their people, places and the way they are told."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from timeline.claims.claim import MEETING, PAIR, Claim
from timeline.edtf import DateValue, Mod
from timeline.events.reprint import is_copy
from timeline.language.act import SPEECH
from timeline.language.sentence import words
from timeline.names.actor import Gazetteer

VISIT, HOST = "visit", "host"
# Attacks of one side are told apart by their places.
FIGHT = "ASSAULT"
WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
PLAIN_WORD = re.compile(r"(?<![\w’'-])[a-z][\w’'-]{3,}")
# How many words, and which part of the shorter sentence's, tell that two of an unnamed deed speak of one thing; on one
# day a smaller part is enough, if it is of more words, and fewer words where two do it in one named place.
FEWEST_SHARED, RETOLD = 3, 0.7
FEWEST_OF_DAY, FEWEST_THERE, RETOLD_OF_DAY = 4, 2, 0.5
# The same for what one speaker says, of which words for where it was said are part.
FEWEST_SAID, RESAID = 6, 2 / 3
# A plan and its fulfilment are one event, and so are a plan and word that it fell through.
TOGETHER = (frozenset(["occurred", "planned"]), frozenset(["planned", "denied"]))
# What covers no definite period joins nothing.
LOOSE = frozenset(["open", "decade", "century"])
LOOSE_MODS = frozenset([Mod.BEFORE, Mod.AFTER])


@lru_cache(maxsize=4096)
def parties(actors: tuple[str, ...], gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """Return, by state, which of its people and bodies are among `actors`; nobody where the state itself is named.

    Somebody who belongs to no state is a party alone. The same few meet again and again: the answer is remembered.
    """
    found: dict[str, set[str]] = {}
    for actor in actors:
        home = gazetteer.home_of(actor) or actor
        found.setdefault(home, set()).update({actor} - {home})
    return {state: frozenset(members) for state, members in found.items()}


def sides(claim: Claim, gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """Return the parties of a claim; an attack has the land it strikes as one, whether or not that is named to act."""
    struck = claim.places if claim.deed and claim.deed.type == FIGHT else ()
    lands = (place.state for name in struck if (place := gazetteer.places.get(name)) and place.state)
    return parties((*claim.actors, *lands), gazetteer)


def same_people(one: dict[str, frozenset[str]], other: dict[str, frozenset[str]]) -> bool:
    """Say whether nobody contradicts: of each state, one side names all those whom the other does."""
    return one.keys() == other.keys() and all(
        members <= other[state] or other[state] <= members for state, members in one.items()
    )


def same_deed(one: Claim, other: Claim, states: int, gazetteer: Gazetteer) -> bool:
    """Say whether the deeds can be one: done by the same side, and told of enough to be no other of that kind.

    What somebody says, and what no word of the tables names, is the same only in mostly the same words. What a single
    party does is the same only where it is known to do it, by the same deed, and in the same words where it takes
    somebody or something besides; or where the same people undergo it.
    """
    if one.act is None and other.act is None:
        return retold(one, other)
    if (is_copy(one, other) and one.article != other.article) or _is_one_telling(one, other):
        return True
    if (told := done_alike(one, other, states, gazetteer)) is not None:
        return told
    act = one.deed
    if act is None or one.act != other.act:
        return False
    if act.rank == SPEECH:
        return bool(one.doers) and one.doers == other.doers and _resaid(one, other)
    doers, others = (parties(claim.doers, gazetteer).keys() for claim in (one, other))
    if doers and doers == others and share_words(one.gist, other.gist):
        return True
    if act.type == FIGHT and _strikes_there(one, other, gazetteer):
        return True
    return not (doers and others and doers != others) and _hits_one_person(one, other, gazetteer)


def done_alike(one: Claim, other: Claim, states: int, gazetteer: Gazetteer) -> bool | None:
    """Say whether the deeds can be one by what is done and by whom; None where the words have to tell."""
    acts = [claim.deed for claim in (one, other)]
    if acts == [None, None] or any(act and act.rank == SPEECH for act in acts):
        return None
    if {one.act, other.act} == {VISIT, HOST}:
        return _is_hosted(one, other, gazetteer)
    doers, others = (parties(claim.doers, gazetteer).keys() for claim in (one, other))
    both_ways = any(act is None or act.mutual for act in acts)
    if doers and others and not both_ways and not doers & others:
        return False
    if states > 1:
        return True
    if acts[0] is None or acts[0] != acts[1]:
        return False
    known = bool(doers) and doers == others and (acts[0].alone or acts[0].type == FIGHT)
    return True if known else None


def _is_one_telling(one: Claim, other: Claim) -> bool:
    """Say whether one sentence names a day twice for what it tells ("hari ini akan …, Selasa (25/8)")."""
    same = one.article == other.article and one.quote == other.quote and one.when == other.when
    return same and one.act == other.act and one.gist == other.gist


def retold(one: Claim, other: Claim) -> bool:
    """Say whether two sentences share most of the words of the shorter that are no names and tell something alone.

    Of one sentence two clauses may tell of two things.
    """
    if one.quote == other.quote and one.article == other.article:
        return one.gist == other.gist
    mine, theirs = (telling_words(claim.quote) for claim in (one, other))
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    if fewer < FEWEST_SHARED:
        return one.article != other.article and is_copy(one, other)
    if shared >= FEWEST_SHARED and shared >= RETOLD * fewer:
        return True
    if shared < RETOLD_OF_DAY * fewer:
        return False
    there = len(one.actors) >= PAIR and not set(one.places).isdisjoint(other.places)
    day = all(claim.when is not None and claim.when.earliest == claim.when.latest for claim in (one, other))
    return (there and shared >= FEWEST_THERE) or (day and shared >= FEWEST_OF_DAY)


def _resaid(one: Claim, other: Claim) -> bool:
    """Say whether two articles quote most of the same words, however each tells where and to whom they were said."""
    mine, theirs = (telling_words(claim.quote) for claim in (one, other))
    shared = len(mine & theirs)
    return one.article != other.article and shared >= max(FEWEST_SAID, RESAID * min(len(mine), len(theirs)))


@lru_cache(maxsize=4096)
def telling_words(quote: str) -> frozenset[str]:
    """Return the words of a quote that are no names and tell something alone."""
    return frozenset(PLAIN_WORD.findall(quote)) - words("opener")


def _strikes_there(one: Claim, other: Claim, gazetteer: Gazetteer) -> bool:
    """Say whether two attacks of which at most one tells who did it struck one place.

    "Rudal yang ditembakkan Y menghantam …" names no doer but the same party; where neither does, a land is too wide.
    """
    there = set(one.places) & set(other.places)
    if not one.doers and not other.doers:
        return any(place not in map(gazetteer.place_of, parties(one.actors, gazetteer)) for place in there)
    unhurt = not one.undergoers and not other.undergoers
    return unhurt and bool(one.doers) != bool(other.doers) and bool(there)


def _hits_one_person(one: Claim, other: Claim, gazetteer: Gazetteer) -> bool:
    """Say whether both name the same people as those whom it is done to: they are arrested or ousted once a day."""
    mine, theirs = (
        {actor for actor in claim.undergoers if gazetteer.actors[actor].kind == "person"} for claim in (one, other)
    )
    return bool(mine) and mine == theirs


def tells_the_same(one: Claim, other: Claim) -> bool:
    """Say whether two claims name a place they share, or share half of the words of the shorter."""
    return not set(one.places).isdisjoint(other.places) or share_words(one.gist, other.gist)


def is_another(one: Claim, other: Claim) -> bool:
    """Say whether one article tells of two deeds of a kind: they signed one thing and "also" another.

    Who meets also talks: of meetings the word tells nothing.
    """
    told = one.article == other.article and one.act == other.act and one.quote != other.quote
    return told and one.type != MEETING and (one.another or other.another)


def _is_hosted(one: Claim, other: Claim, gazetteer: Gazetteer) -> bool:
    """Say whether one tells who came, and the other who received them."""
    comes, receives = (one, other) if one.act == VISIT else (other, one)
    hosts = parties(comes.undergoers, gazetteer).keys()
    guests = parties(comes.doers, gazetteer).keys() or parties(comes.actors, gazetteer).keys() - hosts
    received = receives.undergoers or tuple(one for one in receives.actors if one not in receives.doers)
    return not guests.isdisjoint(parties(received, gazetteer))


def share_words(one: str, other: str) -> bool:
    """Say whether two gists share half of the words of the shorter: they tell whom a lone party did it to."""
    mine, theirs = (set(WORD.findall(text.lower().replace("-", " "))) - words("opener") for text in (one, other))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def words_shared(one: str, other: str) -> int:
    """Return how many words two gists share that are no names: what it is about, not who does it."""
    return len(set(PLAIN_WORD.findall(one)) & set(PLAIN_WORD.findall(other)))


def hangs_on_words(claim: Claim) -> bool:
    """Say whether a claim is one with others of its kind only by its words: a saying, or what no table names."""
    return claim.deed is None or claim.deed.rank == SPEECH


def is_mutual(claim: Claim) -> bool:
    """Say whether both sides do what the claim tells ("bertemu", "menandatangani")."""
    return claim.deed is not None and claim.deed.mutual


def same_places(one: Iterable[str], other: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Say whether some place of one is, holds or lies in some place of the other; true where either names none."""
    mine, theirs = tuple(one), tuple(other)
    if not mine or not theirs:
        return True
    return any(a == b or gazetteer.lies_in(a, b) or gazetteer.lies_in(b, a) for a in mine for b in theirs)


def told_alike(one: Claim, other: Claim) -> bool:
    """Say whether the two modalities can be of one event; what fell through is the plan for that very deed."""
    modalities = {one.modality, other.modality}
    return len(modalities) == 1 or (modalities in TOGETHER and ("denied" not in modalities or one.act == other.act))


def is_definite(claim: Claim) -> bool:
    """Say whether a claim has a period of its own that others can be held against."""
    when = claim.when
    return when is not None and not claim.counted and when.precision not in LOOSE and when.mod not in LOOSE_MODS


def period(when: DateValue) -> tuple[date, date]:
    """Return the first and last day of a closed date."""
    if when.earliest is None or when.latest is None:
        raise ValueError(f"{when.edtf} has an open end and covers no period")
    return when.earliest, when.latest


def contains(outer: tuple[date, date], inner: tuple[date, date]) -> bool:
    """Say whether `inner` lies wholly within `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
