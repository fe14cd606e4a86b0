"""Who takes part in a deed that names nobody: they of whom the sentence before tells."""

from timeline.claims.participants import NOBODY, participants_of
from timeline.claims.passage import Passage
from timeline.claims.role import Roles
from timeline.language.act import SPEECH, Trigger


def is_bare(view: Passage, trigger: Trigger) -> bool:
    """Say whether a deed has no party of its own: a noun, no capitalised name after it, none of another kind before it.

    A verb has a subject, if one that nobody knows; in a passive it may be the noun ("perjanjian itu diteken").
    """
    following = view.text[trigger.span.end : view.span.end].lstrip()
    before = [one for one in view.triggers if one.act.rank != SPEECH and one.span < trigger.span]
    others = [one for one in before if one.act.type != trigger.act.type]
    whole = " " in trigger.span.of(view.text)  # "sanksi itu dicabut"
    noun = trigger.voice == "noun" or (
        trigger.voice == "passive" and (whole or any(it.voice == "noun" for it in before))
    )
    return noun and not following[:1].isupper() and not others


def borrowed_participants(earlier: Passage, trigger: Trigger) -> Roles:
    """Return who takes part in the deed that the sentence before tells of, if it says who does it.

    It is the same, or the one that is now undone ("menjatuhkan sanksi. |Sanksi itu dicabut| …").
    """
    undone = _words(earlier.text, trigger)[0] if trigger.voice == "passive" else ""
    same = [one for one in earlier.triggers if one.act.name == trigger.act.name]
    deed = next(iter(same or [one for one in earlier.triggers if _words(earlier.text, one)[-1] == undone]), None)
    if len(same) > 1:
        return NOBODY  # which of several is meant is not told
    party = participants_of(earlier, list(range(len(earlier.clauses))), deed, alone=False) if deed else NOBODY
    return party if party.doers else NOBODY


def _words(text: str, trigger: Trigger) -> list[str]:
    return trigger.span.of(text).lower().split()
