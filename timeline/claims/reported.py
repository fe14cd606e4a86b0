"""Where what somebody says or denies begins, if no word opens it: a sentence of its own right after the verb."""

from itertools import pairwise

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.language.act import SPEECH, Trigger, glued
from timeline.language.conjunction import clause_words, has_verb, verbs_in
from timeline.language.leading import LONGEST_TITLE, begins_counted, begins_with_subject, is_under, links
from timeline.language.marker import relative_words
from timeline.language.modality import denies
from timeline.language.teller import precedes_speaker

# Words in which what is said names its subject.
SUBJECT = 2


def said_at(view: Passage) -> int | None:
    """Return where what somebody says or denies begins, or None."""
    return _said(view) or _denied(view)


def _said(view: Passage) -> int | None:
    """Return where what somebody says begins after the verb: a name, or people counted, do a deed there."""
    text = view.text
    for verb in view.triggers:
        if verb.act.rank != SPEECH or verb.voice != "active" or precedes_speaker(text, verb.span):
            continue
        begin = _after_day_of_saying(view, verb)
        if _says_of_time_to_come(view, verb) or _says_a_sentence(view, verb):
            return begin
        told = [one for one in view.triggers if one.act.rank != SPEECH and one.span.start > begin]
        if told and (begins_counted(text[begin : told[0].span.start]) or _tells_of(view, begin, told[0])):
            return begin
        name = next((one for one in view.mentions if one.span.start >= begin), None)
        between = text[begin : name.span.start].strip(" ,") if name else ""
        deeds = name and any(
            one.act.rank != SPEECH and one.span.start >= name.span.end and _is_done(text, one) for one in view.triggers
        )
        if deeds and len(between.split()) <= LONGEST_TITLE and not links(between) and not has_verb(between):
            return begin
    return None


def _is_done(text: str, one: Trigger) -> bool:
    """Say whether a trigger is a verb, or the noun of one that says no more ("menggelar |pembicaraan|")."""
    return one.voice != "noun" or is_under(text, one.span, "light")


def _says_a_sentence(view: Passage, verb: Trigger) -> bool:
    """Say whether a verb of saying has a sentence with a date after it, of somebody or something no table knows.

    What the speaker or theirs did ("mengatakan |pihaknya menutup pasar|") is no such sentence.
    """
    text = view.text
    date = next((one for one in view.timexes if one.start > verb.span.end), None)
    if date is None or verb.span.of(text).lower() not in clause_words("reporting"):
        return False
    told = Span(verb.span.end, min(date.start, view.clause_at(verb.span.start).span.end))
    words = told.of(text)
    theirs = any(word.endswith(glued()) for word in words.split()[:SUBJECT])
    deeds = any(told.covers(one.span) for one in view.triggers if one.act.rank != SPEECH)
    if theirs or deeds or not begins_with_subject(words):
        return False
    return words.lstrip().startswith(",") or has_verb(words)


def _tells_of(view: Passage, begin: int, noun: Trigger) -> bool:
    """Say whether what is said begins with a noun for a deed, and a verb tells of it ("menyebut |KTT itu batal|")."""
    if noun.voice != "noun" or view.text[begin : noun.span.start].strip(" ,"):
        return False
    words = view.text[noun.span.end : view.clause_at(begin).span.end].partition(",")[0].split()
    end = next((at for at, word in enumerate(words) if word in relative_words()), len(words))
    told = pairwise(["", *words[:end]])
    return any(verbs_in(word) and before not in clause_words("purpose") for before, word in told)


def _says_of_time_to_come(view: Passage, verb: Trigger) -> bool:
    """Say whether a day that is not over stands behind a verb of saying and its comma ("memastikan, |besok| …")."""
    text, day = view.text, next((one for one in view.timexes if one.start >= verb.span.end), None)
    if day is None or day.latest is None or view.written is None or day.latest <= view.written:
        return False
    sign, *words = text[verb.span.end : day.start].split() or [""]
    return sign == "," and all(word in clause_words("dating") for word in words)


def _after_day_of_saying(view: Passage, verb: Trigger) -> int:
    """Return the end of a verb of saying, with a past day right after it ("mengatakan |Senin lalu| …")."""
    text, day = view.text, next((one for one in view.timexes if one.start >= verb.span.end), None)
    if day is None or day.latest is None or view.written is None or day.latest > view.written:
        return verb.span.end
    between = text[verb.span.end : day.start].split()
    return day.end if not between or (is_under(text, day.span, "dating") and len(between) == 1) else verb.span.end


def _denied(view: Passage) -> int | None:
    """Return where what somebody denies begins right after the verb, be its deed one that no table knows."""
    text, sentence = view.text, view.span
    for name in view.mentions:
        following = text[name.span.end : sentence.end].split()[:1]
        if has_verb("".join(following)) and denies(text[sentence.start : name.span.start]):
            return name.span.start
    return None
