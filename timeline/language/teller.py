"""Who stands before a verb of saying: its subject, by the clauses of the sentence, or behind what is said."""

import re
from collections.abc import Sequence

from timeline.article import Span
from timeline.language.act import SPEECH, Trigger, glued
from timeline.language.clause import Clause
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_adverb, leads_in, links
from timeline.language.marker import RESUMED
from timeline.language.sentence import prose_start
from timeline.language.source import LONGEST_NAME, Attribution, source_words
from timeline.names.title import opens_sentence

# A place alone before a dash and a capital, as some papers open their first sentence ("Demak - Dinas air menyebut …").
LONE_DATELINE = re.compile(r"^[A-Z][\w’']*(?:\s[A-Z][\w’']*)?\s(?:--?|[–—])\s+(?=[A-Z])")
QUOTES = '"“”'
# Clauses that begin with a word which joins them to another.
OPENED = frozenset(["contrast", "subordinate", "simultaneous"])


def speaker_of_complement(text: str, clauses: Sequence[Clause], triggers: Sequence[Trigger]) -> Attribution | None:
    """Return the subject of a verb of saying, where what is said is a clause of its own ("X mengatakan bahwa …")."""
    for clause in clauses:
        if clause.kind != "complement" or clause.governor is None:
            continue
        before = clauses[clause.governor]
        acting = [one for one in triggers if one.voice == "active"]
        verb = next((one for one in acting if _says(text, one) and before.span.covers(one.span)), None)
        who = _subject(text, before, verb, clauses, acting) if verb else ""
        if before.kind in OPENED and len(who.split()) == 1:  # "saat mengumumkan …": the word that opens the clause
            continue
        if verb and who and len(who.split()) <= LONGEST_NAME:
            return Attribution(who, Span(before.span.start, verb.span.end), since=clause.span.start)
    return None


def speaker_at_end(text: str, sentence: Span, triggers: Sequence[Trigger], dates: Sequence[Span]) -> Attribution | None:
    """Return who stands behind the last comma with a verb of saying and its date alone ("…, X mengatakan |Senin|.")."""
    verb = triggers[-1] if triggers else None
    if verb is None or verb.voice != "active" or not _says(text, verb):
        return None
    rest = text[verb.span.end : sentence.end]
    for date in dates:
        rest = rest.replace(date.of(text), "") if date.start >= verb.span.end else rest
    comma = text.rfind(", ", sentence.start, verb.span.start)
    who = Span(comma + len(", "), verb.span.start)
    told, name = text[sentence.start : max(comma, sentence.start)], who.of(text).strip()
    alone = all(word.strip(" ,.()") in ("", *clause_words("dating")) for word in rest.lower().split())
    named = name and not (links(name.split()[0]) or has_verb(name) or is_adverb(name.split()[0]))
    if comma < 0 or not (alone and named and tells_deed(told)) or len(name.split()) > LONGEST_NAME:
        return None
    return Attribution(name, Span(who.start, verb.span.end), verb.span)


def _says(text: str, verb: Trigger) -> bool:
    """Say whether a verb of saying has its speaker before it; whoever follows "kata" says what stands before that."""
    return verb.act.rank == SPEECH and not precedes_speaker(text, verb.span)


def precedes_speaker(text: str, verb: Span) -> bool:
    """Say whether a verb of saying is one that stands before whoever says it ("kata X")."""
    return verb.of(text).lower().removesuffix(glued()) in clause_words("attribution", "verbs")


def _subject(text: str, clause: Clause, verb: Trigger, clauses: Sequence[Clause], acting: Sequence[Trigger]) -> str:
    """Return who says it: what stands before the verb, or before that of the clause it is joined to."""
    if clause.kind == RESUMED and clause.governor is not None and not text[clause.span.start : verb.span.start].strip():
        return _speaker(text, clauses[clause.governor].span)  # "X, |yang tiba Senin|, mengatakan bahwa …"
    if clause.kind == "coordinate" and clause.governor is not None:
        joined = clauses[clause.governor]
        first = next((one for one in acting if joined.span.covers(one.span)), None)
        return _subject(text, joined, first, clauses, acting) if first else ""
    return _speaker(text, Span(clause.span.start, verb.span.start))


def _speaker(text: str, subject: Span) -> str:
    """Return the name in what stands before a verb of saying, without dateline, adverbs and what comes in front."""
    told = text[prose_start(text, subject) : subject.end].strip(' ,“"')
    name = told
    while _has_front(name):  # "Dalam surat pada Senin, 5 Mei, |menjelang rapat|, X mengatakan"
        name = name.partition(", ")[2]
    in_front = name != told
    place, _, last = name.rpartition(", ")
    if in_front and len(place.split()) == 1 and place[0].isupper() and not text[: subject.end].rstrip().endswith(","):
        name = last if clause_words("coordinate").isdisjoint(last.split()) else name  # "Di balai desa, |Demak|, X …"
    words = LONE_DATELINE.sub("", name if in_front else told).split()
    while words and words[-1].lower() in source_words()["adverbs"]:
        words.pop()
    if len(words) > 1 and opens_sentence(words[0]):
        words.pop(0)
    who = " ".join(words)
    unnamed = any(word.lower().strip(QUOTES) in source_words()["unnamed"] for word in words)
    return "" if unnamed or who.lower() in source_words()["pronouns"] else who


def _has_front(words: str) -> bool:
    """Say whether what stands before the first comma only says when, where or at which occasion."""
    front, comma, _ = words.partition(", ")
    if not comma or not front.strip():
        return False
    first = front.split()[0]
    return leads_in(front) or opens_sentence(first) or first[0].isdigit() or first.lower() in clause_words("asked")
