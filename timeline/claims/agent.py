"""Who does a deed that is told in the passive: named right behind it, or after "by"."""

from timeline.claims.passage import Passage
from timeline.claims.predicate import LONGEST_TITLE, WORD, is_joined, is_strangers, is_title, role_words
from timeline.language.act import Trigger
from timeline.language.conjunction import clause_words
from timeline.language.leading import is_under
from timeline.language.marker import relative_words
from timeline.names.mention import Mention


def is_agent(view: Passage, one: Mention, passive: Trigger) -> bool:
    """Say whether a passive names who does it: right behind it, after "by", or joined to such a name by "and".

    Not who stands before it, by whom another deed was done.
    """
    if one.span.start < passive.span.end:
        return False
    before = [it for it in view.actors if it.span.end <= one.span.start]
    between = view.text[before[-1].span.end : one.span.start] if before else ","
    joined = "," not in between and is_joined(between) and is_agent(view, before[-1], passive)
    return joined or is_told_by(view, one, passive) or _follows_passive(view, one, passive)


def is_told_by(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether "by" before a name says who does the deed: not who does what a relative clause before it tells.

    "Serangan |oleh X|", "serangan yang dilakukan |oleh X|", but not "serangan di desa yang dikuasai oleh X".
    """
    if not is_under(view.text, one.span, "doer"):
        return False
    between = view.text[trigger.span.end : max(trigger.span.end, one.start)].lower()
    opener, verb, _ = ["", "", "", *WORD.findall(between)][-3:]
    return opener not in relative_words() or verb in role_words("given")


def _follows_passive(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name stands right after a passive, "by" or not, but for words of its title."""
    if trigger.voice != "passive" or one.span.start < trigger.span.end:
        return False
    first, *rest = [*WORD.findall(view.text[trigger.span.end : one.start]), ""]
    titles = [word for word in (rest if first in clause_words("doer") else [first, *rest]) if word]
    return (
        len(titles) <= LONGEST_TITLE and all(is_title(word) for word in titles) and not is_strangers(view, one, trigger)
    )
