"""Organisations that an article names in full with their short name in brackets ("Gerakan Rakyat Muda (GRM)")."""

import re
from collections.abc import Iterator, Sequence

from timeline.article import Span
from timeline.entry import Actor, slug
from timeline.names.bearer import BEFORE_REACH, Introduced
from timeline.names.name import Name
from timeline.names.title import title_words
from timeline.names.wording import mention_words

SHORT = re.compile(r"\(([^\W\d_a-z]{2,8})\)")  # a short name in brackets
WORD = re.compile(r"[^\s,;:.()“”\"!?/]+")


def organisations(text: str, sentence: Span, names: Sequence[Name]) -> Iterator[Introduced]:
    """Yield the organisations named in full with a short name in brackets ("Gerakan Rakyat Muda (GRM)")."""
    for found in SHORT.finditer(text, sentence.start, sentence.end):
        if (
            any(one.start == found.start(1) for one in names)
            or text[found.end() : found.end() + 2].strip()[:1].isupper()
        ):
            continue  # known, or part of a longer name ("Dewan Pimpinan Wilayah (DPW) PPP")
        words = list(WORD.finditer(text, max(sentence.start, found.start() - BEFORE_REACH), found.start()))
        at = len(words)
        while at and (words[at - 1].group()[0].isupper() or words[at - 1].group() in mention_words("joining")):
            at -= 1
        first = _first_word(words[at:], found[1])
        if first is None:
            continue
        span = Span(first.start(), words[-1].end())
        if any(one.start <= span.start and span.end <= one.end for one in names):
            continue
        written = span.of(text)
        owner = next(
            (one.form.ids[0] for one in names if span.start <= one.start < span.end and one.form.kind == "state"), None
        )
        both = (("id", written), ("en", written))
        yield Introduced(span, span, Actor(slug(written), both, "organisation", owner, (found[1],), titled=written))


def _first_word(words: Sequence[re.Match[str]], short: str) -> re.Match[str] | None:
    """Return the last word for an organisation from which on words spell a short name ("Partai X dan |Partai| …")."""
    initials = [word.group()[0].lower() for word in words]
    heads = (at for at, word in enumerate(words) if word.group().lower() in title_words("organisation"))
    return next((words[at] for at in reversed(list(heads)) if _spells(short, initials[at:])), None)


def _spells(short: str, initials: Sequence[str]) -> bool:
    """Say whether the letters of a short name are the first letters of words, in order; joining words may lack."""
    left = iter(initials)
    return short[0].lower() == initials[0] and all(letter in left for letter in short.lower())
