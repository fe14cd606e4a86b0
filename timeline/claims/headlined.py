"""Who takes part in the deed of a headline, whose parts stand side by side with commas between them."""

from itertools import pairwise

from timeline.article import Span
from timeline.claims.claim import MEETING
from timeline.claims.passage import Passage
from timeline.language.act import Trigger
from timeline.language.conjunction import clause_words
from timeline.language.leading import has_own_doer
from timeline.names.mention import Mention

COMMA = ", "
ATTACK, THREAT = "ASSAULT", "THREATEN"


def headlined(view: Passage, deed: Trigger) -> list[Mention] | None:
    """Return who takes part in the deed of a headline: who is named in its part, and the subject that it shares.

    A part that begins with a name tells of another ("Korut Uji Rudal, |Jepang Protes|"), one without a subject goes on
    with this one, or leads up to it ("Bawa Pesan, |Budi Temui Siti|"). None where the headline has but one part.
    """
    parts = _parts(view, deed)
    own = next(part for part in parts if part.covers(deed.span))
    if len(parts) == 1:
        return None
    named = _named(view, own)
    own_doer = deed.voice == "noun" and named and has_own_doer(view.text, deed.span, named[0].span)
    if not own_doer and not any(one.span.end <= deed.span.start for one in named):
        named = [*_subject(view, parts, own), *named]
    goes_on = [part for part in parts if part.start > own.start and _goes_on(view, part, deed)]
    return [*named, *(one for part in goes_on for one in _named(view, part))]


def _parts(view: Passage, deed: Trigger) -> list[Span]:
    """Return the parts of a headline; commas of a list of names with which one begins part nothing."""
    text, starts, at = view.text, [view.span.start], view.span.start
    begins, ends = {one.start for one in view.mentions}, {one.span.end for one in view.mentions}
    while (comma := text.find(COMMA, at, view.span.end)) >= 0:
        at = comma + len(COMMA)
        joining, _, _ = text[at : view.span.end].partition(" ")
        first = at + len(joining) + 1 if joining in clause_words("coordinate") else at
        if deed.span.start < comma < deed.span.end:
            continue  # "Mengirim 10, 20 Tentara"
        listed = starts[-1] in begins and comma in ends and first in begins
        if not listed or Span(starts[-1], comma).covers(deed.span):
            starts.append(at)
    return [Span(one, other) for one, other in pairwise([*starts, view.span.end])]


def _named(view: Passage, part: Span) -> list[Mention]:
    return [one for one in view.actors if part.covers(one.span)]


def _subject(view: Passage, parts: list[Span], own: Span) -> list[Mention]:
    """Return who begins the next part that begins with a name, else the one before."""
    after = [part for part in parts if part.start > own.start]
    before = [part for part in parts if part.start < own.start]
    for part in [*after, *reversed(before)]:
        first = [one for one in _named(view, part) if one.start == part.start]
        if first:
            joined = [one for one in _named(view, part) if one.start > first[0].start]
            pair = [one for one in joined if view.text[first[0].span.end : one.start].strip() in ("-", "–")]
            return [first[0], *pair]
    return []


def _goes_on(view: Passage, part: Span, deed: Trigger) -> bool:
    """Say whether a part that begins with no name tells of a deed of the same type; of a meeting by a verb.

    Who threatens to answer an attack was struck ("X Gempur Pangkalan, |Y Ancam Balas|").
    """
    told = next((one for one in view.triggers if part.covers(one.span)), None)
    if told is None:
        return False
    if any(one.start == part.start for one in _named(view, part)):
        return (deed.act.type, told.act.type) == (ATTACK, THREAT)
    return told.act.type == deed.act.type and (told.act.type != MEETING or told.voice != "noun")
