"""Who does it and who undergoes it: told by voice, word order and the words between."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.act import CHARGING, SPEECH, SUFFIX, Trigger
from timeline.article import Span
from timeline.attribution import has_own_doer, is_adverb, is_doer, links, shares_subject
from timeline.clause import RELATIVE, clause_at
from timeline.conjunction import is_object_verb
from timeline.introduction import begins_title
from timeline.mention import Mention
from timeline.passage import Passage
from timeline.subject import CAPITALISED, may_name
from timeline.wording import load_wording

RULES = Path(__file__).parent / "rules" / "role.toml"
# Words that may stand between a speaker and the verb (the rest of a name, a party in brackets).
WORDS_BEFORE_VERB = 2
# Words of a title between a deed and who takes part; words of the thing that is given, before the one it is given to.
LONGEST_TITLE, LONGEST_THING = 8, 4
# Words looked back for an office before the name of a state.
MOST_OFFICE = 4
# Clauses that may leave out their subject and take the one of the clause they hang on.
SHARING = frozenset(["coordinate", "subordinate", "simultaneous", "contrast"])
WORD = re.compile(r"[^\s,;:.()“”\"]+|[,;:.()“”\"]")
# A word and a number after a name, joined by a hyphen.
NUMBERED = re.compile(r"\s([^\W\d_]+)\s?[-–]?\s?\d")
# A name that follows another one directly, or after a comma.
FOLLOWING = re.compile(r"\s?,?\s{1,2}([^\W\d_a-z][\w’'-]*)")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part, who does it first; the ids of those who do it, and of those who undergo it.

    Somebody in neither takes part in a way that the words do not show.
    """

    ordered: tuple[Mention, ...]
    doers: frozenset[str]
    undergoers: frozenset[str]


def roles_of(view: Passage, actors: Sequence[Mention], trigger: Trigger | None) -> Roles:
    """Return the roles of `actors` in the deed; in a deed of both sides everybody who takes part does it."""
    if trigger is None:
        return Roles(tuple(sorted(actors, key=lambda one: one.span.start)), frozenset(), frozenset())
    doing = {one for one in actors if _does(view, one, trigger, actors)}
    undergoing = {one for one in actors if one not in doing and _undergoes(view, one, trigger, actors)}
    if trigger.act.mutual:
        doing, undergoing = doing | undergoing, set()
    ordered = sorted(actors, key=lambda one: (one not in doing or _stands_last(view, one, trigger), one.span.start))
    doers = frozenset(one.id for one in doing)
    return Roles(tuple(ordered), doers, frozenset(one.id for one in undergoing) - doers)


def _stands_last(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a party to a deed of both sides is named as the other one: neither doer nor subject."""
    return (
        trigger.act.mutual
        and not is_doer(view.text, one.span)
        and one.span.start > trigger.span.start
        and (trigger.voice != "noun" or not has_own_doer(view.text, trigger.span, one.span))
    )


def _does(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH:
        return is_speaker(view, one, trigger)
    if trigger.voice == "passive" or is_doer(view.text, one.span):
        return is_doer(view.text, one.span) or _follows_passive(view, one, trigger)
    if trigger.voice == "active":
        return _is_subject(view, one, trigger)
    if one.span.overlaps(trigger.span):  # "kunjungannya"
        return True
    if _set_apart(view, one, trigger, actors):
        return False
    if has_own_doer(view.text, trigger.span, one.span):
        later = [other for other in actors if other.span.start > one.span.end and other.id != one.id]
        return not trigger.act.object_first or any(_is_linked(view.text[one.span.end : it.span.start]) for it in later)
    between = view.text[one.span.end : trigger.span.start]
    titled = not between.strip() and view.text[trigger.span.start].isupper()  # "Korut Uji Coba Rudal"
    return _is_subject(view, one, trigger) and (titled or shares_subject(between))


def _set_apart(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    """Say whether a comma parts a noun from the first name after it ("Korut gelar uji coba, |Seoul| bersidang")."""
    between = Span(trigger.span.end, max(trigger.span.end, one.span.start))
    first = not any(between.covers(other.span) for other in actors)
    return first and "," in view.text[between.start : between.end]


def _undergoes(view: Passage, one: Mention, trigger: Trigger, actors: Sequence[Mention]) -> bool:
    if trigger.act.rank == SPEECH:
        return False
    if trigger.voice == "passive":
        return _is_subject(view, one, trigger)
    if one.span.start < trigger.span.end:
        return trigger.voice == "noun" and receives(view, one, trigger)
    before = [other for other in actors if trigger.span.end <= other.span.start < one.span.start]
    if before and _is_joined(view.text[before[-1].span.end : one.start]):
        return _undergoes(view, before[-1], trigger, actors)
    return _is_object(view.text[trigger.span.end : one.start]) and not _of_its_object(view, one, trigger)


def _of_its_object(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether it comes to somebody through another deed, the verb's object ("mendukung |sanksi| terhadap Y")."""
    nouns = [other for other in view.triggers if other.voice == "noun" and trigger.span.end <= other.span.start]
    inner = next((other for other in nouns if other.span.end <= one.start), None)
    if inner is None or trigger.act.mutual:
        return False
    return not _words("link").isdisjoint(WORD.findall(view.text[inner.span.end : one.start]))


def charges(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only charges another with the deed ("|X| menuduh Y menyerang …")."""
    charge = next((other for other in view.triggers if other.act.rank >= CHARGING and other.span < trigger.span), None)
    if charge is None or charge.voice != "active" or one.span.end > charge.span.start:
        return False
    between = Span(charge.span.end, trigger.span.start)
    return any(between.covers(other.span) for other in view.mentions if other.as_ == "actor")


def accuser_of(view: Passage, trigger: Trigger | None) -> Mention | None:
    """Return who charges somebody with the deed, or None."""
    actors = (one for one in view.mentions if one.as_ == "actor")
    return next((one for one in actors if trigger and charges(view, one, trigger)), None)


def receives(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether the subject before a noun is the one it comes to ("menghadiri undangan Raja")."""
    verb = view.text[one.span.end : trigger.span.start].lower().split()[-1:]
    return bool(_words("receiving").intersection(verb)) and _is_subject(view, one, trigger)


def _follows_passive(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name stands right after a passive, "by" or not, but for words of its title."""
    if trigger.voice != "passive" or one.span.start < trigger.span.end:
        return False
    first, *rest = [*WORD.findall(view.text[trigger.span.end : one.start]), ""]
    titles = [word for word in (rest if first == "oleh" else [first, *rest]) if word]
    return (
        len(titles) <= LONGEST_TITLE
        and all(_is_title(word) for word in titles)
        and not _is_strangers(view, one, trigger)
    )


def _is_object(between: str) -> bool:
    """Say whether what stands between a deed and a name makes the name its object."""
    words = WORD.findall(between)
    last = max((number for number, word in enumerate(words) if word in _words("link")), default=None)
    title = words if last is None else words[last + 1 :]
    thing = [] if last is None else words[:last]
    return (
        len(title) <= LONGEST_TITLE
        and all(_is_title(word) or word in _words("joining") for word in title)
        and len(thing) <= LONGEST_THING
        and not any(is_object_verb(word) or not word[0].isalnum() or word == "yang" for word in thing)
    )


def _is_linked(between: str) -> bool:
    """Say whether what stands between two names leads from who does it to whom it comes ("invasi X |ke| Y")."""
    words = WORD.findall(between)
    return bool(words) and words[0] in _words("link") and all(_is_title(word) for word in words[1:])


def _is_joined(between: str) -> bool:
    words = WORD.findall(between)
    joins = words and (words[0] == "," or words[0] in _words("joining"))
    return bool(joins) and all(word == "," or word in _words("joining") or _is_title(word) for word in words)


def are_joined(text: str, one: Mention, other: Mention) -> bool:
    """Say whether the second of two names follows the first as one more of the same ("X dan Presiden Y")."""
    return one.span.end <= other.span.start and _is_joined(text[one.span.end : other.span.start])


def _is_title(word: str) -> bool:
    return word[0].isupper() or word in _words("title")


def is_speaker(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is who says it: named as the source, as the doer, or right before the verb."""
    if trigger.voice == "noun":
        return has_own_doer(view.text, trigger.span, one.span)
    if trigger.voice == "passive":
        return is_doer(view.text, one.span)
    if view.attribution and view.attribution.span.covers(one.span):
        return True
    between = Span(one.span.end, max(one.span.end, trigger.span.start))
    named = any(between.covers(other.span) for other in view.mentions)  # "Gubernur BI |Agus Martowardojo| mengatakan"
    near = len(view.text[between.start : between.end].split()) <= WORDS_BEFORE_VERB
    return one.span.end <= trigger.span.start and near and not named


def speaks(view: Passage, one: Mention) -> bool:
    """Say whether a name in the words that tell who says so is a speaker's: a state speaks through an office."""
    said = view.attribution
    if said is None or said.verb is None:
        return False
    if one.span == said.verb:  # "katanya"
        return True
    if one.span.start < said.verb.end:
        return False
    if one.led is not None and not view.text[said.verb.end : max(one.led, said.verb.end)].strip():
        return True
    start = said.verb.end if said.span.covers(one.span) else said.span.end
    lead = [word for word in WORD.findall(view.text[start : one.span.start]) if word != ","]
    office = any(word.lower() in _words("title") or begins_title(word.lower()) for word in lead)
    apart = bool(lead) and links(lead[0])  # "kata X |dalam Forum| ASEAN"
    return not apart and all(_is_title(word) for word in lead) and (office or (not lead and said.span.covers(one.span)))


def is_numbered(text: str, span: Span) -> bool:
    """Say whether a number after a name tells the how-manieth holder of its post is meant ("Presiden AS ke-44")."""
    following = NUMBERED.match(text, span.end)
    return following is not None and following[1].lower() in _words("numbering")


def _is_subject(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody stands before the deed, with no preposition that makes a circumstance of them.

    In a clause that names no subject of its own the one of an earlier clause is shared.
    """
    if one.span.start >= trigger.span.start or _is_strangers(view, one, trigger) or _only_says(view, one, trigger):
        return False
    index = clause_at(view.clauses, one.span.start)
    own = clause_at(view.clauses, trigger.span.start)
    if index != own and view.clauses[own].kind == RELATIVE:
        return not view.text[one.span.end : view.clauses[own].span.start].strip(" ,")
    if index != own and (view.clauses[own].kind not in SHARING or _has_own_subject(view, own, trigger)):
        return False
    before = view.text[_phrase_start(view, view.clauses[index].span, one) : one.span.start]
    return not (links(before) or _is_fronted(view, one, trigger) or _has_another_do(view, one, trigger))


def _has_another_do(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is the subject of an earlier verb, and who does the deed is named after that.

    "X menuduh |Y menyerang| Z", "X membantu |Y mengembangkan| rudal".
    """
    verbs = [other for other in view.triggers if other.voice == "active" and other.span.end <= trigger.span.start]
    verb = next((other for other in verbs if other.span.start >= one.span.end), None)
    if verb is None:
        return False
    nearer = [other.span.end for other in view.mentions if other.span.start >= verb.span.end and other.as_ == "actor"]
    last = max((end for end in nearer if end <= trigger.span.start), default=None)
    if last is None:
        return verb.act.rank == SPEECH and _is_of_others(view.text[verb.span.end : trigger.span.start])
    return all(map(is_adverb, view.text[last : trigger.span.start].split()))


def _is_of_others(said: str) -> bool:
    """Say whether what stands between a verb of saying and a deed names another ("mengatakan |polisi| menangkap")."""
    words = [word.strip(",") for word in said.split() if not is_adverb(word.strip(","))]
    return bool(words) and not links(said) and not any(word.endswith(SUFFIX) for word in words)


def _is_fronted(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a comma sets a name apart from the one before the verb ("Usai jamu Raja, |Ratu| temui petani")."""
    comma = view.text.find(",", one.span.end, trigger.span.start)
    last = max((other.span.end for other in view.mentions if other.span.end <= trigger.span.start), default=0)
    between = view.text[comma + 1 : trigger.span.start].lower().split()
    return (
        0 <= comma < last and not view.text[last : trigger.span.start].strip() and _words("joining").isdisjoint(between)
    )


def _is_strangers(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name only tells whose a stranger is that follows it ("penyair China Wang Daoming").

    Where an office stands before it, the stranger acts for it ("Menteri Pertahanan Oman Budi Lestari"). In a headline
    every word is capitalised, its deed too.
    """
    if view.text[trigger.span.start].isupper():
        return False
    following = FOLLOWING.match(view.text, one.span.end, view.span.end)
    if following is None or not may_name(following[1], load_wording()) or _is_known(view, following.start(1)):
        return False
    before = view.text[view.span.start : one.span.start].lower().split()[-MOST_OFFICE:]
    return not _words("title").intersection(before) or bool(_words("private").intersection(before))


def _only_says(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only says that a stranger did it ("Budi mengatakan |MSH| ditangkap")."""
    said = [verb.span for verb in view.triggers if verb.act.rank == SPEECH and verb.voice == "active"]
    between = [verb for verb in said if one.span.end <= verb.start and verb.end < trigger.span.start]
    words = WORD.findall(view.text[between[-1].end : trigger.span.start]) if between else []
    return bool(words) and words[0][0].isupper() and not _is_known(view, view.text.index(words[0], between[-1].end))


def _has_own_subject(view: Passage, clause: int, trigger: Trigger) -> bool:
    """Say whether a clause has a subject of its own, which no gazetteer may know ("setelah |negara itu| menyerang")."""
    if _names_stranger(view, clause, trigger):
        return True
    opening, *words = view.text[view.clauses[clause].span.start : trigger.span.start].split() or [""]
    known = [*(one.span for one in view.mentions), *(one.span for one in view.timexes)]
    start = view.clauses[clause].span.start
    if any(start <= one.start < trigger.span.start for one in known) or links(" ".join(words)):
        return False
    return bool(opening) and any(word[0].isalpha() and not is_adverb(word) for word in words)


def _names_stranger(view: Passage, clause: int, trigger: Trigger) -> bool:
    """Say whether a capitalised word between the start of a clause and its deed may be a stranger's name."""
    start = view.clauses[clause].span.start
    return any(
        found.start() > start and may_name(found.group(), load_wording()) and not _is_known(view, found.start())
        for found in CAPITALISED.finditer(view.text, start, trigger.span.start)
    )


def _is_known(view: Passage, position: int) -> bool:
    return any(mention.span.start <= position < mention.span.end for mention in view.mentions)


def _phrase_start(view: Passage, clause: Span, one: Mention) -> int:
    """Return where the phrase that holds a name begins: after the last comma or date of its clause before it."""
    comma = view.text.rfind(",", clause.start, one.span.start) + 1
    dates = [timex.end for timex in view.timexes if timex.end <= one.span.start]
    return max([clause.start, comma, *dates])


@cache
def _words(section: str) -> frozenset[str]:
    """Return the words of a section of `rules/role.toml`."""
    return frozenset(tomllib.loads(RULES.read_text(encoding="utf-8"))[section]["words"])
