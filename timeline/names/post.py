"""Whom a post alone speaks of ("kata |Presiden|"): whoever the sentences before named by it, if only one was."""

import re

from timeline.names.antecedent import Antecedent, Back
from timeline.names.metonymy import REACH, Spoken
from timeline.names.name import Name
from timeline.names.subject import is_verb
from timeline.names.wording import mention_words

POST = "post"  # what a form of a post means
WIDE = 4  # sentences looked back
LONGEST_TITLE = 3  # words between a post and the name of who holds it ("Presiden |Republik Indonesia| X")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
BEFORE = re.compile(r"([^\s“”\"(]+)\s\Z")
AFTER = re.compile(r"\s([^\W\d_][\w-]*)")


def stands_alone(text: str, lowest: int, name: Name) -> bool:
    """Say whether a capitalised post stands without whose it is or who holds it, where somebody acts or is acted on."""
    if not text[name.start].isupper() or text[name.start : name.end].isupper():
        return False
    after = AFTER.match(text, name.end)
    if after and (after[1][0].isupper() or after[1] in mention_words("beside-post")):
        return False
    before = BEFORE.search(text, max(lowest, name.start - REACH), name.start)
    word = before[1] if before else ""
    if not word or not word[-1].isalnum():
        return True
    told = word in mention_words("speaking") or word in mention_words("before-post") or is_verb(word)
    return told and word not in mention_words("over-post")


def find_holder_named(back: Back) -> Antecedent | None:
    """Return who was called by the post last; None where two were, or nobody near."""
    post = WORD.match(back.text, back.start)
    found: dict[str, tuple[int, Spoken]] = {}
    for index in back.steps(WIDE):
        for one in reversed(back.spoken[index]):
            if post and one.person and one.actor and one.end <= back.start and _holds(one, post[0], index, back):
                found.setdefault(one.actor, (index, one))
    if len(found) != 1:
        return None
    actor, (index, one) = found.popitem()
    return Antecedent((actor,), back.rests(index, (one,)))


def _holds(one: Spoken, post: str, index: int, back: Back) -> bool:
    """Say whether somebody is called by a post where they are named: right before the name, or instead of it."""
    if back.text[one.start : one.end] == post:
        return True
    lead = WORD.findall(back.text, max(back.sentences[index].start, one.start - REACH), one.start)
    at = next((number for number, word in enumerate(reversed(lead)) if word.lower() == post.lower()), None)
    if at is None or at > LONGEST_TITLE or not all(word[0].isupper() for word in lead[len(lead) - at :]):
        return False
    other = mention_words("former") | mention_words("under")
    return other.isdisjoint(word.lower() for word in lead[: len(lead) - 1 - at][-1:])
