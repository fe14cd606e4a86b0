"""The words from a title's first one on, up to where neither it nor a name after it can go on."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.article import Span
from timeline.entry import slug
from timeline.names.name import Name
from timeline.names.title import kind_of, takes_name, title_words, words_after

TOKEN = re.compile(
    r"\((?P<bracket>[^()\n]{1,60})\)|(?P<word>[^\s,;:.()“”\"!?/]+(?:\.(?=\s?[^\W\d_a-z]))?)|(?P<sign>\S)"
)
# What the words are, a letter each: b a title's own words, d nouns made of verbs, r a rank, n a noun that takes a
# name itself, k a body, state or place that is known, a an abbreviation in brackets, c a courtesy, x a word that may be
# of a name, i an initial, p somebody who is known, "," a comma, "." where it ends.
NAMED = frozenset("xip")
BODIES = frozenset({"state", "organisation", "building", "government", "place", "medium", "group", "other"})
MOST_COMMAS = 1


class Token(NamedTuple):
    """A word of a title or name: what it is, where it stands, and the known name that begins there."""

    kind: str
    span: Span
    known: Name | None = None


def read_tokens(text: str, head: Span, limit: int, begins: Mapping[int, Name]) -> Iterator[Token]:
    """Yield the words after the first one of a title, the last of kind "."; `begins` are known names by start."""
    at, running, commas, before = head.end, False, 0, head.of(text).lower()
    while (found := TOKEN.search(text, at, limit)) is not None:
        start, end = found.span()
        known = begins.get(start)
        if known is not None and known.form.kind == "short" and known.end < end:
            known = None  # "Kim |Hong|-kyun" is nobody called Hong
        commas += found["sign"] == ","
        if known is not None:
            kind, end = _kind_of_known(known, text), known.end
        else:
            kind = _kind(found, before, running=running, commas=commas)
        yield Token(kind, Span(start, end), known)
        if kind == ".":
            return
        running, at, before = kind in NAMED, end, found.group().lower()
    yield Token(".", Span(limit, limit))


def _kind_of_known(known: Name, text: str) -> str:
    if known.form.kind not in BODIES:
        return "p"
    printed = text[known.start : known.end]  # "Polsek |Sukamaju|" is a part of what it stands for
    return "n" if takes_name(printed) and slug(printed) != known.form.ids[0] else "k"


def _kind(found: re.Match[str], before: str, *, running: bool, commas: int) -> str:
    if found["bracket"]:
        return "." if running and not found["bracket"].isupper() else "a"
    if found["sign"]:
        return "," if found["sign"] == "," and commas <= MOST_COMMAS else "."
    kind, word = kind_of(found["word"], running=running), found["word"].lower()
    if before in title_words("where") and word in title_words("house"):
        return "n"
    if kind != "?":
        return kind
    return "b" if before in words_after()[found["word"].rstrip(".").lower()] else "x"
