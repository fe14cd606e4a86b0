"""What the word before a noun, a verb, a date or a place makes of it, and what leads from a deed to its doer."""

import re
from collections.abc import Sequence

from timeline.article import Span
from timeline.language.conjunction import clause_words, has_verb, is_object_verb

# Words of a title between a noun and the name of its doer ("kunjungan resmi Perdana Menteri X").
LONGEST_TITLE = 5
# Characters in which a comparison is told; words from "than" to the time.
LONGEST_COMPARISON, LONGEST_BASE = 60, 3
# Characters in which the word before something is looked for.
LONGEST_WORD = 24
# Characters from where somebody comes from to the place that lies in.
ORIGIN_REACH = 80
# What may stand glued before the first word of a sentence.
OPENING = '“"‘(['
# Before a place: something is there.
THERE = "di"
INTERVAL = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
# Words before a noun in which its verb stands ("melakukan |empat kali| kunjungan").
NEAR_NOUN = 3


def is_under(text: str, span: Span, *sections: str) -> bool:
    """Say whether the word before `span` is of one of these sections of `rules/clause.toml` ("|untuk| bertemu")."""
    word = _word_before(text, span)
    return any(word in clause_words(section) for section in sections)


def ends_in(between: str, section: str) -> bool:
    """Say whether a verb of that section of `rules/clause.toml` ends `between` ("|menghadiri| parade")."""
    return not clause_words(section).isdisjoint(between.lower().split()[-NEAR_NOUN:])


def is_copula(word: str) -> bool:
    """Say whether a word says that somebody is one of those told of next ("Budi |adalah| lurah yang menolak")."""
    return word.lower() in clause_words("copula")


def begins_counted(words: str) -> bool:
    """Say whether `words` begin with a number or a word that counts: a subject that is nobody by name."""
    first = words.lower().split(maxsplit=1)[:1]
    counts = bool(first) and (first[0][0].isdigit() or first[0] in clause_words("counted"))
    return counts and clause_words("counted", "times").isdisjoint(words.lower().split(maxsplit=2)[1:2])


def is_term(text: str, date: Span) -> bool:
    """Say whether years tell how long a post is held or a body sits ("menteri |periode| 2010-2013")."""
    before = text[max(date.start - LONGEST_WORD, 0) : date.start].lower().split()[-2:]
    if not before or " ".join(before) in clause_words("term"):
        return bool(before)
    if before[-1] in clause_words("term", "years"):
        return INTERVAL.fullmatch(date.of(text)) is not None
    return before[-1] in clause_words("term") and before[0] not in clause_words("dating")


def takes_part_in(word: str) -> bool:
    """Say whether a verb or preposition before a thing tells that something is done at it ("mengikuti Pilkada")."""
    return any(word.lower() in clause_words(section) for section in ("occasion", "light", "happening", "partaking"))


def is_adverb(word: str) -> bool:
    """Say whether a word may stand between a subject and its verb and names nobody ("telah", "akhirnya")."""
    return word.lower() in clause_words("attribution", "adverbs") or word.lower() in clause_words(
        "coordinate", "before_verb"
    )


def goes_on_there(words: Sequence[str]) -> bool:
    """Say whether the words from a deed to a place tell what goes on there, which it is about ("|perang di| X")."""
    at = next((at for at in reversed(range(len(words))) if words[at] == THERE), 0)
    heads = [head for head in range(max(at - NEAR_NOUN, 0), at) if words[head] in clause_words("ongoing")]
    before = words[heads[0] - 1] if heads and heads[0] else ""
    return bool(heads) and before not in clause_words("occasion") | clause_words("ongoing", "none_before")


def is_origin(text: str, place: Span) -> bool:
    """Say whether a place is where somebody or something comes from, or where that lies ("dari Stasiun X, |Demak|")."""
    words = text[max(place.start - ORIGIN_REACH, 0) : place.start].split()
    while words and words[-1][0].isupper() and not words[-1].endswith("."):
        words.pop()
    return bool(words) and words[-1].lower() in clause_words("origin")


def is_compared(text: str, date: Span) -> bool:
    """Say whether a date stands under a word that holds something against it, or counts it as a year of account.

    Those words may be of the date itself: "|tahun anggaran| 2018"; what comes before the time told is held against it
    after "from" too ("naik |dari| tahun sebelumnya").
    """
    words, before = date.of(text).lower().split(), _word_before(text, date).strip("()")
    if before in clause_words("compared") or " ".join(words[:2]) in clause_words("compared"):
        return True
    lead = [word.strip(",()") for word in text[max(date.start - LONGEST_COMPARISON, 0) : date.start].lower().split()]
    same = clause_words("compared", "same").issuperset(lead[-len(clause_words("compared", "same")) :])
    if same and not clause_words("compared").isdisjoint(lead):
        return True
    than = max((at for at, word in enumerate(lead) if word in clause_words("compared", "than")), default=None)
    if than is None or words[-1] not in clause_words("compared", "previous"):
        return False
    rises = clause_words("compared", "rises").intersection(lead[:than])
    return bool(rises) and len(lead) - than <= LONGEST_BASE


def _word_before(text: str, span: Span) -> str:
    return "".join(text[max(span.start - LONGEST_WORD, 0) : span.start].lower().split()[-1:])


def has_own_doer(text: str, noun: Span, name: Span) -> bool:
    """Say whether `name` follows `noun` as its doer: near, no verb and no linking preposition between."""
    between = text[noun.end : name.start].lower().split()
    near = noun.end <= name.start and len(between) <= LONGEST_TITLE
    return near and not clause_words("linked") & set(between) and not any(map(is_object_verb, between))


def links(words: str) -> bool:
    """Say whether `words` hold a preposition that makes a circumstance of what follows ("dengan", "di")."""
    return bool(clause_words("linked").intersection(word.lstrip(OPENING) for word in words.lower().split()))


def leads_in(words: str) -> bool:
    """Say whether the first of `words` makes a circumstance of them ("|Lewat| unggahan", "|Menjelang| pertemuan")."""
    first = words.lower().split(maxsplit=1)[0]
    return any(first in clause_words(section) for section in ("linked", "occasion", "circumstance"))


def shares_subject(between: str) -> bool:
    """Say whether a verb that says no more than its noun ends `between`, so that its subject does the deed."""
    return ends_in(between, "light")


def lacks_subject(words: str) -> bool:
    """Say whether words begin with a verb or what leads up to one, or are none ("|telah| pulang")."""
    first = "".join(words.lower().replace(",", " ").split(maxsplit=1)[:1])
    return not first or has_verb(first) or is_adverb(first)


def begins_with_subject(words: str) -> bool:
    """Say whether what is said begins with a subject; else it is told of the speaker ("mengatakan |telah| pulang")."""
    first = words.lower().replace(",", " ").split(maxsplit=1)[:1]
    if lacks_subject(words):
        return False
    return clause_words("linked").isdisjoint(first) and clause_words("reporting", "no_subjects").isdisjoint(first)
