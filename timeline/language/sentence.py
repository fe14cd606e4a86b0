"""Spans of sentences: full stops end them, abbreviations, initials, clock times and ellipses do not."""

import re
from collections.abc import Iterator
from functools import cache

from timeline.article import Masked, Span
from timeline.ruletable import rule_words

QUOTES = frozenset('"“')
THOUSANDS = 3  # digits of a group: "10. 000" is one number, however it was spaced
# An end mark, quotes, brackets and marks of notes ("[2]") that close after it, and the blanks before the next sentence.
# It begins at the first of several marks, so that a long row of them is looked over once; that is asked after a mark,
# not at every letter.
END = re.compile(r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*)(?P<closers>(?:[\"'”’»)\]]|\[\d+\])*)\s+(?=\S)")
# A full stop whose line break was lost when a page was saved ("… kata Rini.Menurut dia …"), perhaps before a quotation.
GLUED = re.compile(r"\.(?P<quote>[\"“”]?)(?=(?P<word>[A-Z][a-z]+|[A-Z]{2,})[\s,])")
LONGEST_WORD = 32  # no word of the tables has more letters
LAST_WORD = re.compile(r"[^\s\"'“”‘’(\[/]*\Z")
FIRST_WORD = re.compile(r"[\"'“”‘’(\[]*(\w*)")
# What agencies print before the first sentence: where it was written, by whom, on what day ("KUPANG, Suara Desa -- ").
DATELINE = re.compile(r"[^\n]{3,70}?\s(?:--?|[–—])\s*(?=\S)")
SHORTEST_GLUED = 3  # signs before such a full stop: shorter words are abbreviations, shorter numbers those of a list
LETTERS = 2  # of the shortest name in letters: "AS"; one is an initial
LONGEST_DATELINE = 72  # characters up to its dash
DASHES = frozenset("-–—")
DATELINE_WORDS = 8
DATELINE_SIGNS = frozenset(",(/.")


def split_sentences(text: str, masked: tuple[Masked, ...] = ()) -> tuple[Span, ...]:
    """Return the span of each sentence, without the blanks around it.

    A line break always ends a sentence; what is masked belongs to none.
    """
    return tuple(
        sentence
        for part in _unmasked(text, masked)
        for line in _lines(text, part)
        for sentence in _sentences_of_line(text, line)
    )


def prose_start(text: str, sentence: Span) -> int:
    """Return where a sentence begins behind its dateline; where it has none, its own start.

    A dateline is capitalised throughout, and more than one name: "KUPANG, Suara Desa -- ", not "Kupang - ".

    >>> text = "Demak (Suara Desa) - Air surut."
    >>> text[prose_start(text, Span(0, len(text))) :]
    'Air surut.'
    """
    start, end = sentence
    while (behind := _past_dateline(text, start, end)) is not None:  # "suaradesa.id – Demak, 3 Mei 2019 – "
        start = behind
    return start


def _past_dateline(text: str, start: int, end: int) -> int | None:
    if DASHES.isdisjoint(text[start : min(end, start + LONGEST_DATELINE)]):
        return None
    found = DATELINE.match(text, start, end)
    line = found[0].rstrip(" \u00a0-–—") if found else ""
    words = [word.strip("(),/") for word in line.split()]
    named = len(words) <= DATELINE_WORDS and not any(word[:1].islower() and not _is_address(word) for word in words)
    signed = (line.isupper() or not DATELINE_SIGNS.isdisjoint(line)) and line.count("(") == line.count(")")
    return found.end() if found and named and signed else None


def _is_address(word: str) -> bool:
    """Say whether a word is that of a site ("suaradesa.co.id")."""
    return word.rpartition(".")[2].lower() in words("domain") and "." in word


def _unmasked(text: str, masked: tuple[Masked, ...]) -> Iterator[Span]:
    start = 0
    for hidden in sorted(mask.span for mask in masked):
        if start < hidden.start:
            yield Span(start, hidden.start)
        start = max(start, hidden.end)
    if start < len(text):
        yield Span(start, len(text))


def _lines(text: str, part: Span) -> Iterator[Span]:
    """Yield the lines of a part that are not blank, without the blanks around them."""
    start = part.start
    for line in part.of(text).split("\n"):
        inner = line.strip()
        if inner:
            first = start + line.index(inner[0])
            yield Span(first, first + len(inner))
        start += len(line) + 1


def _sentences_of_line(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for found in END.finditer(text, line.start, line.end):
        if _ends(text, start, found):
            yield from _unglued(text, Span(start, found.end("closers")))
            start = found.end()
    yield from _unglued(text, Span(start, line.end))


def _unglued(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the sentences of which only a lost line break made one."""
    start = sentence.start
    for found in GLUED.finditer(text, sentence.start, sentence.end):
        if _is_glued(text, start, found):
            closed = found["quote"] == "”" or (found["quote"] == '"' and text.count('"', start, found.start()) % 2)
            end = found.end("quote") if closed else found.start("quote")
            yield Span(start, end)
            start = end
    yield Span(start, sentence.end)


def _is_glued(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a sentence ends at a full stop without a blank: behind a word in small letters, a long number or a
    bracket, before a word that is no part of an address; behind capitals before one that opens sentences.
    """
    before = text[max(start, found.start() - SHORTEST_GLUED) : found.start()]
    if before[-LETTERS:].isupper() and before[-LETTERS:].isalpha() and found["word"].lower() in words("opener"):
        return len(before) > LETTERS
    if found["word"].lower() in words("domain") or len(before) < SHORTEST_GLUED or " " in before.strip(")"):
        return False
    if before[-1].isdigit() or before[-1] == ")":
        return True
    word = _last_word(text, max(start, found.start() - LONGEST_WORD), found.start())
    return before.isalpha() and before.islower() and word.lower() not in words("abbreviation")


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether the end mark at `found` closes the sentence that began at `start`."""
    following = text[found.end()]
    if following.islower():
        return False
    mark, closers = found.groups()
    if closers:
        return True
    if len(mark) > 1 or mark == "…":
        omission = text[found.start() - 1].isspace()  # " ... " stands for words left out, inside a sentence
        return not set(mark) <= set(".…") or (not omission and _opens(text, found.end()))
    return mark != "." or _full_stop_ends(text, start, found)


def _opens(text: str, at: int) -> bool:
    """Say whether the word at `at` is one that opens sentences."""
    first = FIRST_WORD.match(text, at)
    return first is not None and first[1].lower() in words("opener")


def _full_stop_ends(text: str, start: int, found: re.Match[str]) -> bool:
    word = _last_word(text, max(start, found.start() - LONGEST_WORD), found.start())
    initials = all(len(letter) == 1 and letter.isalpha() for letter in word.split("."))  # "H", "B.J"
    if word.lower() in words("abbreviation") or (initials and word.lower() not in words("closing")):
        return not word.islower() and _opens(text, found.end())
    if word.isdigit():
        return not _numbers_a_list(text, start, found) and not _goes_on_as_number(text, found.end())
    following = text[found.end()]
    return word.lower() not in words("closing") or following.isupper() or following in QUOTES


def _last_word(text: str, start: int, end: int) -> str:
    """Return what stands behind the last blank, quote or bracket."""
    word = text[max(start, text.rfind(" ", start, end) + 1) : end]
    last = None if word.isalnum() else LAST_WORD.search(word)
    return last[0] if last else word


def _numbers_a_list(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether only the number stands before the full stop: "2. Kerja sama"."""
    return found.start() - start <= LONGEST_WORD and text[start : found.start()].strip().isdigit()


def _goes_on_as_number(text: str, at: int) -> bool:
    group = text[at : at + THOUSANDS]
    return len(group) == THOUSANDS and group.isdigit() and not text[at + THOUSANDS : at + THOUSANDS + 1].isdigit()


@cache
def words(table: str) -> frozenset[str]:
    """Return the words of a table of `rules/sentence.toml`."""
    return rule_words("sentence.toml", table)
