"""Nouns for deeds that another deed is told with: as its subject with their own date, as its topic or its cause."""

from collections.abc import Sequence

from timeline.article import Span
from timeline.language.act import AGREEMENT, SPEECH, Trigger
from timeline.language.clause import Clause
from timeline.language.conjunction import clause_words, has_object, is_object_verb, tells_deed
from timeline.language.leading import is_adverb, is_under
from timeline.language.marker import relative_words
from timeline.language.modality import is_commemorated, modality_of

# The kind of clause that begins there.
PREDICATE = "predicate"
# Words from a date to the verb of which the noun is the subject ("kunjungan itu pada 2019 |tidak juga| memicu …").
BEFORE_VERB = 3
# Letters from an answer to what it answers ("tanggapan terhadap |serangan|").
REPLYING = 32
# Characters before a noun in which it is told how long ago it was.
COMMEMORATING = 48
# Characters from an agreement to the relative clause that tells more of it ("dari kesepakatan X |yang dibuat| 2015").
OWNER_REACH = 40


def predicates_of(
    text: str, clauses: Sequence[Clause], triggers: Sequence[Trigger], dates: Sequence[Span]
) -> list[int]:
    """Return where the verb begins in each clause whose subject is a noun for a deed, followed by its date.

    "Pembunuhan X di Demak pada Senin |memicu kecaman Y|".
    """
    found = (_predicate_of(text, one.span, triggers, dates) for one in clauses)
    return [at for at in found if at is not None]


def is_mere(text: str, noun: Trigger) -> bool:
    """Say whether a noun tells no deed: it is a topic, an agreement that is left, or what is remembered years after."""
    start = max(0, noun.span.start - COMMEMORATING)
    before = ("" if start else "\n") + text[start : noun.span.start]
    told_more = relative_words().intersection(text[noun.span.end : noun.span.end + OWNER_REACH].split())
    left = noun.act.type == AGREEMENT and is_under(text, noun.span, "source") and not told_more
    return left or is_under(text, noun.span, "topic", "site") or is_commemorated(before)


def is_answered(text: str, noun: Span, dates: Sequence[Span]) -> bool:
    """Say whether a noun is what a deed answers, no date behind it being its own ("balasan atas |serangan|")."""
    before = text[max(0, noun.start - REPLYING) : noun.start].lower().split()[-2:]
    answering = [clause_words("reply"), clause_words("reply", "to")]
    led = len(before) == len(answering) and all(word in words for word, words in zip(before, answering, strict=True))
    return led and not any(date.start >= noun.end for date in dates)


def _predicate_of(text: str, clause: Span, triggers: Sequence[Trigger], dates: Sequence[Span]) -> int | None:
    inner = [one for one in triggers if clause.covers(one.span)]
    if not inner or not _is_subject(text, clause, inner[0]):
        return None
    noun, days = inner[0].span, [one for one in dates if clause.covers(one) and one.start >= inner[0].span.end]
    between = text[noun.end : days[0].start] if days else ""
    parted = "," in between and text[clause.start : noun.start].strip()  # "Hari kedua kunjungan, X |Senin| pulang"
    if not days or parted or tells_deed(between):
        return None
    verb = _verb_after(text, Span(_end_of_list(text, days), clause.end))
    if verb is None or modality_of(text, Span(noun.start, clause.end), noun)[0] != "occurred":
        return None
    told = verb.of(text)
    if told.lower() in clause_words("happening") or told in clause_words("involving"):
        return None
    other = any(one.span.start == verb.start and one.act.type != inner[0].act.type for one in inner)
    return verb.start if other or has_object(told) or len(days) > 1 else None


def _end_of_list(text: str, days: Sequence[Span]) -> int:
    """Return where the dates end that are joined to the first ("pada 2006|, 2009 dan 2013| memicu")."""
    end = days[0].end
    for one in days[1:]:
        if text[end : one.start].strip(" ,") not in ("", *clause_words("coordinate")):
            break
        end = one.end
    return end


def _is_subject(text: str, clause: Span, noun: Trigger) -> bool:
    """Say whether a noun for a deed opens a clause, under no preposition."""
    if noun.voice != "noun" or noun.act.rank == SPEECH or is_under(text, noun.span, "occasion", "linked"):
        return False
    return not tells_deed(text[clause.start : noun.span.start])


def _verb_after(text: str, rest: Span) -> Span | None:
    """Return the verb right after a date, or after adverbs."""
    start = rest.start
    for word in rest.of(text).split()[:BEFORE_VERB]:
        start = text.index(word, start)
        if is_object_verb(word):
            return Span(start, start + len(word))
        if not is_adverb(word):
            return None
        start += len(word)
    return None
