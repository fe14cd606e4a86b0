"""Which way words point: ahead ("akan"), or back ("telah")."""

import re
from functools import cache

from timeline.dates.rulebook import context_words
from timeline.language.conjunction import opens_with_verb, tells_deed
from timeline.ruletable import rule_table

GOVERNING = 8  # words: "akan segera resmi diumumkan"
WORD = re.compile(r"\w+")
JOINT = re.compile(r"\b(\w+)(?= (\w+)\s)")


def directions(text: str) -> list[int]:
    """Return where each word of direction in `text` points, in order; "akan diumumkan" points ahead as a whole."""
    words = WORD.findall(text.lower())
    ways, governed = pointing(), context_words("tense", "governed")
    told: list[int] = []
    ahead_at = -GOVERNING
    for at, word in enumerate(words):
        if word not in ways:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in context_words("tense", "before_verb") and not opens_with_verb(following):
            continue  # "menuntut penarikan |segera| pasukan"
        sign = ways[word].get(following) or ways[word].get("")
        if sign is None or (sign < 0 and word in governed and at - ahead_at < GOVERNING):
            continue
        if sign > 0:
            ahead_at = at
        told.append(sign)
    return told


def of_same_verb(head: str, tail: str) -> str:
    """Return what of `tail` speaks of the verb in `head`: nothing behind "and" and a word of direction.

    "tiba Selasa |dan akan bertemu …": the day is of what was done before.
    """
    if not tells_deed(head):
        return tail
    for joint in JOINT.finditer(tail):
        if joint[1] in context_words("list", "and") and directions(joint[2]):
            return tail[: joint.start()]
    return tail


def is_of_saying(head: str) -> bool:
    """Say whether a comma sets apart what follows `head` from what somebody says in it: it dates the saying."""
    return head.rstrip().endswith(",") and not context_words("tense", "said").isdisjoint(WORD.findall(head.lower()))


@cache
def pointing() -> dict[str, dict[str, int]]:
    """Return where words of direction point, ahead 1 or back -1: by their first word, then by the one that follows."""
    ways: dict[str, dict[str, int]] = {}
    for name, sign in (("past", -1), ("ahead", 1)):
        for phrase in rule_table("date-context.toml")["tense"][name]:
            word, _, following = phrase.partition(" ")
            ways.setdefault(word, {})[following] = sign
    return ways
