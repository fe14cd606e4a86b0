"""What stands beside a name and tells what it is there for: a title, a list, a body, whoever speaks for somebody."""

import re

from timeline.names.actor import Gazetteer
from timeline.names.metonymy import Before, Spoken, is_listed, longest
from timeline.names.name import Name
from timeline.names.surname import NEXT_NAME
from timeline.names.title import begins_title
from timeline.names.wording import mention_words, offices

# The year behind a name of a list, in brackets or after a word or two.
DATED = re.compile(r"^\s?(?:\([^()\n]*\d{4}\)|[^,.;()\n]{0,24}\b\d{4}\b)")
REACH = 48  # characters in which a name of a list has its year
ONTO_REACH = 12  # characters in which the word after a name ends
NUMBER = re.compile(r"\s([^\W\d_]+)\s?[-–]?\s?\d+,?\s")
# Words of a post told between commas in which its noun stands ("saat itu |ketua|"), and what closes it.
POST_WITHIN, POST_ENDS = 3, ",.)"
TOUCHING = 2  # characters between a state and the person or body it belongs to


def listed(
    text: str,
    name: Name,
    following: Name | None,
    before: Before,
    previous: Spoken | None,
    *,
    gazetteer: Gazetteer,
) -> Before:
    """Return `before` of a state or capital as that of the one before it in a list ("di Oman, |Yaman|, dan Iran").

    Each may have its year behind it ("di Oman (2018), |Sanaa| (2019), dan Iran", "di Oman pada 2018, Sanaa pada …").
    """
    if previous is None or not previous.reads or before.reads or before.role or before.joined:
        return before
    between, behind = text[previous.end : name.start], text[name.end : name.end + REACH]
    dated = DATED.match(between) is not None and DATED.match(behind) is not None
    alike = previous.home is not None and previous.place == gazetteer.place_of(previous.home)
    if not (alike or (previous.place and dated)):
        return before  # "di Yerusalem, |Turki| dan Israel bertemu"
    goes_on = following is not None and continues(between) and continues(text[name.end : following.start])
    closes = (previous.joined or dated) and "," in between and continues(between)
    return Before(previous.reads, previous.role, joined=True) if goes_on or closes else before


def continues(between: str) -> bool:
    """Say whether a list goes on between two names: a comma or "and", and the first one's year before them."""
    return is_listed(DATED.sub("", between))


def has_agent(words: tuple[str, ...], person: str, gazetteer: Gazetteer) -> bool:
    """Say whether the words before a person are of whoever speaks for them ("juru bicara Presiden |Putin|").

    An office between is theirs then; it is the other's in "utusan Presiden AS |Steve Witkoff|".
    """
    roles = {office.role for office in gazetteer.actors[person].offices}
    if not roles or not words:
        return False
    agents = dict.fromkeys(mention_words("agents"), "agent")
    last = next((at for at in range(len(words), 0, -1) if longest(agents, words[:at])[1]), None)
    if last is None:
        return False
    between = words[last:]
    held = (offices().get(" ".join(between[:count])) for count in range(len(between), 0, -1))
    return not between or not roles.isdisjoint(held)


def tells_whose(text: str, name: Name, earlier: Spoken, gazetteer: Gazetteer) -> bool:
    """Say whether a state only tells whose the body right before it is ("Badan X (|NIS|) Korea Selatan")."""
    body = gazetteer.actors[earlier.actor] if earlier.actor else None
    between = text[earlier.end : name.start]
    return (
        body is not None
        and body.kind == "organisation"
        and body.of == name.form.ids[0]
        and between.strip() in ("", ")")
        and len(between) <= TOUCHING
    )


def has_stranger(text: str, name: Name) -> bool:
    """Say whether somebody the gazetteer does not know is named right after a post ("Menlu India Vijay G.")."""
    found = NEXT_NAME.match(text, name.end)
    return found is not None and found.group().strip().lower() not in mention_words("calendar")


def goes_onto(text: str, name: Name) -> bool:
    """Say whether a word of direction follows: the state before it invades ("invasi Rusia ke Ukraina")."""
    after = text[name.end : name.end + ONTO_REACH].lower().split()
    return bool(after) and after[0] in mention_words("onto")


def is_in_title(text: str, name: Name, following: Name | None) -> bool:
    """Say whether an organisation only tells whose officer the person right after it is ("Sekjen PBB X")."""
    if following is None or following.form.kind not in ("person", "short"):
        return False
    between = text[name.end : following.start]
    return between.isspace() and len(between) <= TOUCHING


def tells_post(text: str, name: Name, previous: Spoken | None) -> bool:
    """Say whether a body or state tells which post somebody named before has ("Budi, kini ketua |DPR|, pulang")."""
    if previous is None or not previous.person:
        return False
    comma, _, post = text[previous.end : name.start].partition(", ")
    named = any(begins_title(word.lower()) for word in post.split()[:POST_WITHIN])
    return not comma and "," not in post and named and text[name.end : name.end + 1] in POST_ENDS


def points(text: str, name: Name) -> bool:
    """Say whether a word after a name points back to somebody named before ("Ketua DPR |ini|")."""
    after = text[name.end : name.end + ONTO_REACH].lower().split()
    return bool(after) and after[0] in mention_words("pointing")


def numbers(between: str) -> bool:
    """Say whether what stands between a state and a person counts the holders of a post ("Presiden AS |ke-44,| X")."""
    found = NUMBER.fullmatch(between.lower())
    return found is not None and found[1] in mention_words("numbering")
