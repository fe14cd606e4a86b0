"""What the words around a name make of it: somebody who acts, a place, both or neither."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.name import Name
from timeline.names.wording import cues, mention_words, offices

BREAKS = frozenset('.,:;!?()[]“”"…-–—')
OPENERS = '([“"'
# A site and a comma, before where the report is from.
ADDRESS = re.compile(r"\w[\w-]*(?:\.[a-z]{2,5}){1,2},\s{1,2}")
DATELINE = re.compile(
    r"\s{0,2}(?:(?:[A-Z]{2,}\s?){1,2}|,(?:[^.\n]|\.\w){1,40}?|\([^)\n]{1,40}\)|/[^.\n]{1,20}?)?\s{0,2}(?:--?|[–—])\s"
)
REACH = 64  # characters looked back for the words that lead up to a name
VISIT_REACH = 120
MOST_WORDS = 4
SILENT = frozenset(["none", "matter"])  # readings in which a state does nothing
# After such verbs a state is only where one goes or comes from.
ONLY_WHERE = (("from", "moving"), ("to", "settling"))
PAIR = 2
FAR = 32  # more than this between two names is no mere joining word with a title


class Spoken(NamedTuple):
    """A name, or a word for one, as its sentence speaks of it.

    home
        The state it makes one think of, even where that is no actor ("pemimpin Korea Utara Kim Jong-un").
    reads, role
        How it was read, and the post named before a state ("presiden AS"); "" for none.
    joined
        Whether it is joined to the name before it ("Rusia dan Korea Utara").
    rests_on
        Spans outside its sentence that its reading needs.
    led
        Where the title before it begins; -1 where none does.
    others
        Who else the article calls by the same surname, and where, should this one have been dead by then.
    """

    start: int
    end: int
    actor: str | None = None
    place: str | None = None
    home: str | None = None
    person: bool = False
    reads: str = ""
    role: str = ""
    joined: bool = False
    rests_on: tuple[Span, ...] = ()
    spelt: str | None = None
    led: int = -1
    others: tuple[tuple[str, Span], ...] = ()


class Before(NamedTuple):
    """What leads up to a name: how it is read, the post named there, whether it is joined to the name before it."""

    reads: str = ""
    role: str = ""
    joined: bool = False


def words_before(text: str, lowest: int, start: int) -> tuple[str, ...]:
    """Return up to four lower-case words that lead up to `start` with no punctuation between."""
    if start <= lowest or not text[start - 1].isspace():
        return ()
    words: list[str] = []
    for word in reversed(text[max(lowest, start - REACH) : start].rsplit(None, MOST_WORDS)[-MOST_WORDS:]):
        if word[-1] in BREAKS:
            break
        words.append(word.lstrip(OPENERS).lower())
        if word[0] in OPENERS:
            break
    return tuple(reversed(words))


def longest(phrases: Mapping[str, str], words: tuple[str, ...]) -> tuple[str, int]:
    """Return what the longest run of last words means in a table and how many words it has; ("", 0) if none."""
    for count in range(len(words), 0, -1):
        if (found := phrases.get(" ".join(words[-count:]))) is not None:
            return found, count
    return "", 0


def is_joined(between: str) -> bool:
    """Say whether only a joining word or hyphen stands between two names."""
    if len(between) > FAR:
        return False
    first, *titles = between.lower().split() or [""]
    joins = first in mention_words("joining") or first in mention_words("hyphens")
    return joins and mention_words("common").issuperset(titles)


def is_listed(between: str) -> bool:
    """Say whether only a comma, a joining word or both stand between two names."""
    words = between.replace(",", " , ").split()
    return 0 < len(words) <= PAIR and all(word == "," or word.lower() in mention_words("joining") for word in words)


def look_before(text: str, lowest: int, start: int, previous: Spoken | None) -> Before:
    """Return what leads up to a name at `start` in the sentence that begins at `lowest`.

    previous
        The name before it in the sentence: one joined to it and led up to by nothing of its own is read alike.
    """
    joined = previous is not None and is_joined(text[previous.end : start])
    words = words_before(text, lowest, start)
    if words and words[-1] in mention_words("elect"):
        return Before("none", "", joined)
    while words and words[-1] in mention_words("between"):
        words = words[:-1]
    reads, _ = longest(cues(), words)
    if reads == "acts" or (reads == "to" and not mention_words("sending").isdisjoint(words)):
        return Before("", "", joined)
    if any(reads == one and not mention_words(verbs).isdisjoint(words) for one, verbs in ONLY_WHERE):
        reads = "at"
    if reads := reads or _beyond_fields(words):
        return Before(reads, "", joined)
    if not mention_words("institutions").isdisjoint(words):
        return Before("none", "", joined)
    if not mention_words("former").isdisjoint(words):
        return Before("none", "", joined)
    role, count = longest(offices(), words)
    if role:
        under = not mention_words("under").isdisjoint((*words[:-count][-1:], " ".join(words[:-count][-2:])))
        return Before("", "" if under else role, joined)
    if joined and previous is not None:
        return Before(previous.reads, previous.role, joined=True)
    return Before("none" if _is_glued(text, lowest, start) else "", "", joined)


def _beyond_fields(words: tuple[str, ...]) -> str:
    """Return the reading of a word that keeps a state out of it, before the words for its field ("pakar nuklir")."""
    plain = words
    while plain and plain[-1] in mention_words("fields"):
        plain = plain[:-1]
    reads = longest(cues(), plain)[0] if plain != words else ""
    return reads if reads in SILENT else ""


def _is_glued(text: str, lowest: int, start: int) -> bool:
    """Say whether a prefix that makes an adjective is glued on by a hyphen ("pro-Rusia")."""
    lead = text[max(lowest, start - REACH) : start].rstrip(" ")  # blanks may stand around it ("anti - AS")
    if not lead or lead[-1] not in mention_words("hyphens"):
        return False
    prefix = lead[:-1].lower().split()[-1:]
    return bool(prefix) and prefix[0].rpartition("-")[2] in mention_words("glued")


def is_dateline(text: str, lowest: int, name: Name) -> bool:
    """Say whether a place opens its sentence as agencies print it ("MOSKOW, KOMPAS.com - ", "Kabar.com, Moskow X")."""
    behind_site = ADDRESS.fullmatch(text, lowest, name.start) is not None
    return behind_site or (name.start == lowest and DATELINE.match(text, name.end) is not None)


def is_visited(text: str, lowest: int, start: int) -> bool:
    """Say whether a word of visiting stands in the sentence shortly before `start`."""
    words = text[max(lowest, start - VISIT_REACH) : start].lower().split()
    return any(not mention_words(name).isdisjoint(words) for name in ("visiting", "his-visiting"))


def read_state(name: Name, before: Before, gazetteer: Gazetteer) -> Spoken:
    """Return a state as read by `before`."""
    state = name.form.ids[0]
    acts = before.reads in ("", "to", "from", "visit", "target", "venue", "premises")
    where = None
    if before.reads in ("at", "to", "visit", "target", "region"):
        where = gazetteer.place_of(state)
    elif before.reads == "seat":
        where = gazetteer.capital_of(state)
    return Spoken(
        name.start,
        name.end,
        actor=state if acts else None,
        place=where,
        home=state,
        reads=before.reads,
        role=before.role,
        joined=before.joined,
    )


def read_government(name: Name, before: Before, gazetteer: Gazetteer, *, visited: bool) -> Spoken:
    """Return a capital that may stand for its government: a place after di, ke, dari; both if it is visited."""
    place = name.form.ids[0]
    state = gazetteer.places[place].state
    acts = before.reads in ("", "visit", "target", "premises") or (before.reads == "to" and visited)
    return Spoken(
        name.start,
        name.end,
        actor=state if acts else None,
        place=place if before.reads not in ("", "none", "office", "premises") else None,
        home=state,
        reads=before.reads,
        joined=before.joined,
    )


def read_place(name: Name, before: Before, gazetteer: Gazetteer) -> Spoken:
    """Return a place that never stands for a government."""
    place = name.form.ids[0]
    where = None if before.reads == "office" else place
    return Spoken(
        name.start, name.end, place=where, home=gazetteer.places[place].state, reads=before.reads, joined=before.joined
    )


def read_organisation(name: Name, before: Before, gazetteer: Gazetteer) -> Spoken:
    """Return an organisation; one whose name is a house's is a place after di and ke, others are only a forum then."""
    actor = name.form.ids[0]
    inside = ("at", "region", "to", "visit", "venue") if name.form.kind == "building" else ()
    silent = {"at", "region", "none", "seat", "premises"} | ({"to"} if name.form.kind == "building" else set())
    return Spoken(
        name.start,
        name.end,
        actor=None if before.reads in silent else actor,
        place=gazetteer.name(actor) if before.reads in inside else None,
        home=gazetteer.home_of(actor),
        reads=before.reads,
        joined=before.joined,
    )
