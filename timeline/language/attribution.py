"""Who says so: the source a sentence names for what it tells."""

import re
from collections.abc import Sequence
from functools import cache

import re2

from timeline.article import Span
from timeline.language.act import SPEECH, Trigger, glued
from timeline.language.clause import Clause
from timeline.language.conjunction import clause_words, has_verb
from timeline.language.leading import lacks_subject
from timeline.language.marker import relative_words
from timeline.language.source import LONGEST_NAME, Attribution, source_words
from timeline.language.teller import QUOTES, speaker_at_end, speaker_of_complement
from timeline.names.title import begins_title
from timeline.pattern import compiled, compiled_bytes, occurs
from timeline.ruletable import rule_words

# Between a source and what it says, in a headline; words before its name ("|Intelijen| Korsel Sebut …").
COLON, BODY_WORDS = ": ", 1
# The short name of a source, in brackets after it.
SHORT_NAME = re.compile(r"\s?\([^()\n]{1,30}\)")
# What a source told by name is, or goes by if told by what it is ("menurut badan antariksa|, NASA|, roket itu …"), and
# the characters behind that show whether others follow.
APPOSED = re.compile(r",\s([A-Z]{2,8}|[A-Z]\w+(?: [A-Z]\w+)?|[a-z][^,.;:()\n]{2,60})(?=,\s)")
APPOSED_REACH = 60
QUOTED = re.compile(f"[{QUOTES}]")
# Words of what is said before the words that name who says it ("Selain itu|, kata X, …").
LONGEST_OPENING = 5
# Groups of the pattern (google-re2 finds spans by number alone).
PHRASE, VERB, WHO = 1, 2, 3


def find_attribution(
    text: str, sentence: Span, clauses: Sequence[Clause], triggers: Sequence[Trigger], dates: Sequence[Span] = ()
) -> Attribution | None:
    """Return the source a sentence names, or None: "menurut X", "kata X", "X mengatakan bahwa …", "…, X mengatakan"."""
    spoken = speaker_of_complement(text, clauses, triggers)
    if spoken:
        return spoken
    words = sentence.of(text)
    cued = occurs(_cue(), words)
    match = _pattern().search(words) if cued else None
    if match is None:
        unnamed = _unnamed_speaker(text, sentence) if cued else None
        return unnamed or speaker_at_end(text, sentence, triggers, dates)
    who = match.group(WHO).strip()
    if (
        not who
        or len(who.split()) > LONGEST_NAME
        or who.split()[0].lower() in {*source_words()["unnamed"], *source_words()["pointing"]}
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
    if lacks_subject(said) or said.split()[1].endswith(glued()):  # "Demak, kata X, |telah| tumbuh", "… |pihaknya|"
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
    medium = not clause_words("attribution", "media").isdisjoint(who.lower().split())  # "kantor berita X, |Yonhap|, …"
    own = (
        (first.isupper() or medium)
        if who[0].islower()
        else begins_title(first) or first in rule_words("role.toml", "kin")
    )
    behind = text[apposed.end() + 1 : apposed.end() + APPOSED_REACH].split()
    at = next((at for at, word in enumerate(behind) if not word[0].isupper() or word.endswith(",")), -1)
    other = behind[at].endswith(",") or behind[at] in clause_words("coordinate") | relative_words()
    return apposed.end() + 1 if own and not other else end


def _unnamed_speaker(text: str, sentence: Span) -> Attribution | None:
    """Return the words that say that somebody named before says it (", katanya"), or None; they name nobody."""
    match = _pronoun_pattern().search(sentence.of(text))
    verb = Span(sentence.start + match.start(1), sentence.start + match.end(1)) if match else None
    return Attribution("", verb, verb) if verb else None


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


@cache
def _pattern() -> "re2._Regexp[str]":
    prepositions, verbs, ends = (_any_of(source_words()[key]) for key in ("prepositions", "verbs", "ends"))
    site = _any_of(tuple(rule_words("sentence.toml", "domain")))  # "Kabardesa.com"
    word = rf"(?:(?:\b\pL\.)+[^\s,.”\"()]*|[^\s,.”\"()]+(?:\.(?:\pL|{site})\b)*)"
    who = rf"{word}(?:\s+{word})*?"
    opened = rf"(?:(?:^|[\s”\"])(?:{prepositions})|[,?!”\"’]\s+({verbs}))"
    return compiled(rf"({opened}\s+({who}))(?:\s+(?:{ends})\s|\s?[,.”\"()]|$)")


@cache
def _cue() -> "re2._Regexp[bytes]":
    """Return what is found wherever one of the patterns below is, several times as fast."""
    prepositions, verbs = _any_of(source_words()["prepositions"]), _any_of(source_words()["verbs"])
    return compiled_bytes(rf"(?:^|[\s”\"])(?:{prepositions})\s|[,?!”\"’]\s*(?:{verbs})")


@cache
def _pronoun_pattern() -> "re2._Regexp[str]":
    return compiled(rf"[,?!”\"’]\s*((?:{_any_of(source_words()['verbs'])}){glued()})\b")


def _any_of(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
