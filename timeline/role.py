"""Who does it and who undergoes it: told by voice, word order and the words between."""

from collections.abc import Sequence

from timeline.act import SPEECH, Trigger
from timeline.article import Span
from timeline.attribution import has_own_doer, is_doer, links, shares_subject
from timeline.clause import clause_at
from timeline.mention import Mention
from timeline.passage import Passage

# Words that may stand between a speaker and the verb (the rest of a name, a party in brackets).
WORDS_BEFORE_VERB = 2


def in_order(view: Passage, actors: Sequence[Mention], trigger: Trigger | None) -> tuple[list[Mention], frozenset[str]]:
    """Return `actors`, those who do it first, and the ids of these; in a deed of both sides all do it."""
    if trigger is None:
        return sorted(actors, key=lambda one: one.span.start), frozenset()
    doing = {one for one in actors if trigger.act.mutual or _does(view, one, trigger, actors)}
    ordered = sorted(actors, key=lambda one: (one not in doing or _stands_last(view, one, trigger), one.span.start))
    return ordered, frozenset(one.id for one in doing)


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
        return is_doer(view.text, one.span)
    if trigger.voice == "active":
        return _is_subject(view, one, trigger)
    if one.span.overlaps(trigger.span):  # "kunjungannya"
        return True
    if has_own_doer(view.text, trigger.span, one.span):
        later = [other for other in actors if other.span.start > one.span.end and other.id != one.id]
        return not trigger.act.object_first or bool(later)
    return _is_subject(view, one, trigger) and shares_subject(view.text[one.span.end : trigger.span.start])


def is_speaker(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is who says it: named as the source, as the doer, or right before the verb."""
    if trigger.voice == "noun":
        return has_own_doer(view.text, trigger.span, one.span)
    if trigger.voice == "passive":
        return is_doer(view.text, one.span)
    if view.attribution and view.attribution.span.covers(one.span):
        return True
    between = view.text[one.span.end : trigger.span.start] if one.span.end <= trigger.span.start else None
    return between is not None and len(between.split()) <= WORDS_BEFORE_VERB


def _is_subject(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody stands before the deed, with no preposition that makes a circumstance of them.

    In a clause joined by "and" the subject of an earlier clause is shared.
    """
    if one.span.start >= trigger.span.start:
        return False
    clause = view.clauses[clause_at(view.clauses, one.span.start)]
    before = view.text[_phrase_start(view, clause.span, one) : one.span.start]
    return not links(before)


def _phrase_start(view: Passage, clause: Span, one: Mention) -> int:
    """Return where the phrase that holds a name begins: after the last comma or date of its clause before it."""
    comma = view.text.rfind(",", clause.start, one.span.start) + 1
    dates = [timex.end for timex in view.timexes if timex.end <= one.span.start]
    return max([clause.start, comma, *dates])
