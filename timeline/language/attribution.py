"""Who says so: the source a sentence names for what it tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import re2

from timeline.article import Span
from timeline.language.act import SPEECH, Trigger, glued
from timeline.language.clause import Clause
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_adverb, leads_in, links, opens_with_verb
from timeline.language.marker import RESUMED, relative_words
from timeline.language.sentence import prose_start
from timeline.names.title import begins_title, opens_sentence
from timeline.pattern import compiled, compiled_bytes, occurs
from timeline.ruletable import rule_table, rule_words

# A source is named in few words; more is no name.
LONGEST_NAME = 16
# Between a source and what it says, in a headline; words before its name ("|Intelijen| Korsel Sebut …").
COLON, BODY_WORDS = ": ", 1
# A place alone before a dash and a capital, as some papers open their first sentence ("Demak - Dinas air menyebut …").
LONE_DATELINE = re.compile(r"^[A-Z][\w’']*(?:\s[A-Z][\w’']*)?\s(?:--?|[–—])\s+(?=[A-Z])")
# The short name of a source, in brackets after it.
SHORT_NAME = re.compile(r"\s?\([^()\n]{1,30}\)")
# What a source told by name is, or goes by if told by what it is ("menurut badan antariksa|, NASA|, roket itu …"), and
# the characters behind that show whether others follow.
APPOSED = re.compile(r",\s([A-Z]{2,8}|[a-z][^,.;:()\n]{2,60})(?=,\s)")
APPOSED_REACH = 60
QUOTES = '"“”'
QUOTED = re.compile(f"[{QUOTES}]")
# Words of what is said before the words that name who says it ("Selain itu|, kata X, …").
LONGEST_OPENING = 5
# Clauses that begin with a word which joins them to another.
OPENED = frozenset(["contrast", "subordinate", "simultaneous"])
# Groups of the pattern (google-re2 finds spans by number alone).
PHRASE, VERB, WHO = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name a source (`who`), and the whole phrase with the verb or preposition (`span`).

    verb
        Where the verb stands that follows what is said (", kata X"); None where the source is named otherwise.
    since
        Where what is said begins, if the source has deeds of its own before ("X tiba dan mengatakan bahwa …"); or None.
    """

    who: str
    span: Span
    verb: Span | None = None
    since: int | None = None

    @property
    def named(self) -> int:
        """Return where the words that name the source may begin: behind the verb, but for ", X mengatakan"."""
        return self.span.start if self.verb is None or self.span.end == self.verb.end else self.verb.end

    def covers(self, trigger: Trigger | None) -> bool:
        """Say whether the source is named for that deed, not for another in the same sentence."""
        return self.since is None or trigger is None or trigger.act.rank == SPEECH or trigger.span.start >= self.since


def find_attribution(
    text: str, sentence: Span, clauses: Sequence[Clause], triggers: Sequence[Trigger], dates: Sequence[Span] = ()
) -> Attribution | None:
    """Return the source a sentence names, or None: "menurut X", "kata X", "X mengatakan bahwa …", "…, X mengatakan"."""
    spoken = _speaker_of_complement(text, clauses, triggers)
    if spoken:
        return spoken
    words = sentence.of(text)
    cued = occurs(_cue(), words)
    match = _pattern().search(words) if cued else None
    if match is None:
        unnamed = _unnamed_speaker(text, sentence) if cued else None
        return unnamed or _speaker_at_end(text, sentence, triggers, dates)
    who = match.group(WHO).strip()
    if (
        not who
        or len(who.split()) > LONGEST_NAME
        or who.split()[0].lower() in {*_table()["unnamed"], *_table()["pointing"]}
    ):
        return None
    start, end = sentence.start + match.start(PHRASE), sentence.start + match.end(WHO)
    if bracket := SHORT_NAME.match(text, end, sentence.end):  # "Badan Intelijen Nasional (NIS)"
        end = bracket.end()
    end = _end_of_apposed(text, who, end)
    verb = Span(sentence.start + match.start(VERB), sentence.start + match.end(VERB)) if match.group(VERB) else None
    verb = None if verb and _is_interposed(text, sentence, verb, end) else verb
    return Attribution("" if who.lower() in clause_words("attribution", "pronouns") else who, Span(start, end), verb)


def _is_interposed(text: str, sentence: Span, verb: Span, end: int) -> bool:
    """Say whether who says it is named before the subject of what is said ("Selain itu, |kata X|, Y menyerang …")."""
    told, said = text[sentence.start : verb.start].rstrip(" ,"), text[end : sentence.end]
    if not told[-1:].strip("!?") or not said.startswith(", ") or QUOTED.search(text, sentence.start, sentence.end):
        return False
    if opens_with_verb(said) or said.split()[1].endswith(glued()):  # "Demak, kata X, |telah| tumbuh", "… |pihaknya|"
        return False
    return len(told.split()) <= LONGEST_OPENING and not has_verb(told) and has_verb(said)


def _end_of_apposed(text: str, who: str, end: int) -> int:
    """Return where ends what is told of a source between commas: the letters it goes by, or its post.

    Not the first of several ("AS, Jepang dan …"), nor what a name set off behind belongs to ("ketua DPR, Budi, …").
    """
    apposed = APPOSED.match(text, end)
    if apposed is None:
        return end
    first = apposed[1].split()[0]
    own = first.isupper() if who[0].islower() else begins_title(first) or first in rule_words("role.toml", "kin")
    behind = text[apposed.end() + 1 : apposed.end() + APPOSED_REACH].split()
    at = next((at for at, word in enumerate(behind) if not word[0].isupper() or word.endswith(",")), -1)
    other = behind[at].endswith(",") or behind[at] in clause_words("coordinate") | relative_words()
    return apposed.end() + 1 if own and not other else end


def find_announcer(text: str, headline: Span, name: Span, triggers: Sequence[Trigger]) -> Attribution | None:
    """Return the source with which a headline begins, before a colon or a verb of saying, if it tells another deed.

    "Kremlin: Putin Tiba", "Kremlin Sebut Putin Tiba".
    """
    if len(text[headline.start : name.start].split()) > BODY_WORDS:
        return None
    who = Span(headline.start, name.end)
    if text.startswith(COLON, name.end):
        return Attribution(who.of(text), Span(who.start, who.end + len(COLON)))
    verb, *told = [*triggers, None]
    says = verb is not None and verb.act.rank == SPEECH and verb.voice == "active" and any(told)
    if verb is None or not says or text[name.end : verb.span.start].strip():
        return None
    return Attribution(who.of(text), Span(who.start, verb.span.end))


def without_date(said: Attribution, text: str, dates: Sequence[Span]) -> Attribution:
    """Return the source without the date of its saying ("kata KCNA |lusanya|", "KCNA |pada Senin| mengatakan")."""
    start = said.span.start if said.verb is None else said.verb.end
    start = max(start, text.find(said.who, start, said.span.end))  # "pada Senin, |X| mengatakan"
    date = next((one for one in dates if start < one.end and one.start < said.span.end), None)
    if date is None:
        return said
    span = Span(said.span.start, max(said.span.end, date.end)) if said.verb is None else said.span
    words = text[start : date.start].split()
    words = words[:-1] if words and words[-1].lower().strip(",") in clause_words("dating") else words
    words = [] if len(words) == 1 and opens_sentence(words[0]) else words  # "|setelah pada Senin| X mengatakan"
    if not words:  # "|pada Senin| X mengatakan"
        return replace(said, who=said.who[date.end - start :].strip(" ,") or said.who, span=span)
    span = span if said.verb is None else Span(said.span.start, date.start)
    return replace(said, who=" ".join(words).rstrip(","), span=span)


def precedes_speaker(text: str, verb: Span) -> bool:
    """Say whether a verb of saying is one that stands before whoever says it ("kata X")."""
    return verb.of(text).lower().removesuffix(glued()) in clause_words("attribution", "verbs")


def _unnamed_speaker(text: str, sentence: Span) -> Attribution | None:
    """Return the words that say that somebody named before says it (", katanya"), or None; they name nobody."""
    match = _pronoun_pattern().search(sentence.of(text))
    verb = Span(sentence.start + match.start(1), sentence.start + match.end(1)) if match else None
    return Attribution("", verb, verb) if verb else None


def _speaker_of_complement(text: str, clauses: Sequence[Clause], triggers: Sequence[Trigger]) -> Attribution | None:
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


def _speaker_at_end(
    text: str, sentence: Span, triggers: Sequence[Trigger], dates: Sequence[Span]
) -> Attribution | None:
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
    while words and words[-1].lower() in _table()["adverbs"]:
        words.pop()
    if len(words) > 1 and opens_sentence(words[0]):
        words.pop(0)
    who = " ".join(words)
    unnamed = any(word.lower().strip(QUOTES) in _table()["unnamed"] for word in words)
    return "" if unnamed or who.lower() in _table()["pronouns"] else who


def _has_front(words: str) -> bool:
    """Say whether what stands before the first comma only says when, where or at which occasion."""
    front, comma, _ = words.partition(", ")
    if not comma or not front.strip():
        return False
    first = front.split()[0]
    return leads_in(front) or opens_sentence(first) or first[0].isdigit() or first.lower() in clause_words("asked")


def _table() -> dict[str, list[str]]:
    """Return the lists of the table of sources."""
    table: dict[str, list[str]] = rule_table("clause.toml")["attribution"]
    return table


@cache
def _pattern() -> "re2._Regexp[str]":
    prepositions, verbs, ends = (_any_of(_table()[key]) for key in ("prepositions", "verbs", "ends"))
    word = r"(?:(?:\b\pL\.)+[^\s,.”\"()]*|[^\s,.”\"()]+(?:\.\pL\b)*)"
    who = rf"{word}(?:\s+{word})*?"
    opened = rf"(?:(?:^|[\s”\"])(?:{prepositions})|[,?!”\"’]\s+({verbs}))"
    return compiled(rf"({opened}\s+({who}))(?:\s+(?:{ends})\s|\s?[,.”\"()]|$)")


@cache
def _cue() -> "re2._Regexp[bytes]":
    """Return what is found wherever one of the patterns below is, several times as fast."""
    prepositions, verbs = _any_of(_table()["prepositions"]), _any_of(_table()["verbs"])
    return compiled_bytes(rf"(?:^|[\s”\"])(?:{prepositions})\s|[,?!”\"’]\s*(?:{verbs})")


@cache
def _pronoun_pattern() -> "re2._Regexp[str]":
    return compiled(rf"[,?!”\"’]\s*((?:{_any_of(_table()['verbs'])}){glued()})\b")


def _any_of(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
