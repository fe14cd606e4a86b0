"""Whom an article introduces: people the gazetteer does not know, named after an office, a trade or a rank."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.bearer import COMMA, Introduced, Title
from timeline.names.name import Name, joins_word
from timeline.names.title import begins_title, heads, takes_name, title_words, words_after
from timeline.pattern import find_spans

LONGEST = 2_000  # characters; what is longer is no sentence
LONGEST_WORD = 32  # letters
SMALL = re.compile(r"(?<![\w-])[a-z]{2,}")
# With words of these sections a title goes on.
GOING_ON = ("link", "body", "head", "naming")


def introductions(
    text: str, sentences: Sequence[Span], names: Sequence[Sequence[Name]], gazetteer: Gazetteer
) -> Iterator[Introduced]:
    """Yield everybody named after a title, in order; `names` are the known ones by sentence.

    Headlines in capitals are passed over: a verb may look like a name there.
    """
    done, last, begins, within = 0, -1, dict[int, Name](), list[tuple[int, int]]()
    for number, head in _first_words(text, sentences):
        if head.start < done:
            continue
        if number != last:
            last, begins = number, {name.start: name for name in names[number] if name.form.kind != "anaphor"}
            within = [(name.start, name.end) for name in begins.values()]
        at = bisect_right(within, (head.start, len(text))) - 1
        if at >= 0 and head.start < within[at][1]:
            continue  # part of a name ("Ratu Elizabeth")
        found = Title(text, sentences[number], head, begins, gazetteer).bearer()
        if found is not None and not is_in_capitals(text, sentences[number]):
            done = max(found.titled.end, head.end)
            yield found


def _first_words(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Yield the words that may begin a title, with the number of their sentence."""
    starts = [sentence.start for sentence in sentences]
    for start, end, _ in find_spans(heads(), text):
        if text[start].isupper() and (text[start:end].lower() in words_after() or _is_in_name(text, start)):
            continue  # a name rather ("Imam Hartono", "Jalan Jenderal Hartono")
        if not _may_go_on(text, end) and not text.startswith(COMMA, start - len(COMMA)):
            continue
        number = bisect_right(starts, start) - 1
        if number < 0 or end > sentences[number].end or joins_word(text, start, end):
            continue
        if sentences[number].end - sentences[number].start <= LONGEST:
            yield number, Span(start, end)


def _is_in_name(text: str, start: int) -> bool:
    """Say whether a capitalised word before a title takes a name, which the title begins."""
    before = text[max(0, start - LONGEST_WORD) : start].rsplit(" ", maxsplit=2)[-2:-1]
    return any(word[:1].isupper() and takes_name(word) and not begins_title(word.lower()) for word in before)


def _may_go_on(text: str, end: int) -> bool:
    """Say whether what follows a title's first word may be of the title, or the name."""
    following = text[end : end + LONGEST_WORD].split(" ", maxsplit=2)[1:2]
    word = following[0] if following else ""
    return not word[:1].islower() or any(word in title_words(section) for section in GOING_ON)


def is_in_capitals(text: str, sentence: Span) -> bool:
    """Say whether a sentence is printed as headlines are: every word capitalised but those that only join others."""
    small = (found.group() for found in SMALL.finditer(text, sentence.start, sentence.end))
    return all(word in title_words("small") for word in small)
