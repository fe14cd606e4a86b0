"""Which sources are copies: articles that tell an event in nearly the same sentence take it from one agency text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from timeline.article import Span
from timeline.claims.claim import Claim
from timeline.language.sentence import prose_start, words
from timeline.names.wording import mention_words

# From this likeness on (rapidfuzz ratio, 0 to 100) two sentences are one text, edited at most.
COPY_RATIO = 90.0
# A shorter sentence can be alike by chance.
FEWEST_WORDS = 7
# Words that count when a headline is held against a sentence; how many it needs, and what part of them must be there.
BRACKETS = re.compile(r"\s*\([^()]*\)")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
SHORTEST_STEM = 4
FEWEST_RETOLD, RETOLD = 4, 0.7


def independent_sources(claims: Sequence[Claim]) -> int:
    """Return how many sources tell an event on their own: copies of one text count once."""
    if len(claims) == 1:
        return 1  # most events
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda one: one.id):
        alike = [group for group in groups if any(is_copy(claim, one) for one in group)]
        merged = [claim, *(one for group in alike for one in group)]
        groups = [group for group in groups if group not in alike] + [merged]
    return len(groups)


def retells(headline: str, sentence: str, part: float = RETOLD) -> bool:
    """Say whether that part of a headline's words stands in a sentence, verbs with the same prefix, another or none.

    >>> retells("Desa Serahkan Kapal Temuan ke Bupati", "Desa itu menyerahkan kapal temuan warga kepada bupati, Senin.")
    True
    >>> retells("Pasar Ikan di Demak Dibuka Lagi", "Bupati membuka kembali pasar ikan di Demak, Senin.")
    True
    >>> retells("Bupati Tinggalkan Demak Usai Panen", "Bupati meninggalkan Demak setelah panen, Senin.")
    True
    """
    said, told = set(LONG_WORD.findall(headline.lower())), sentence.lower()
    return len(said) >= FEWEST_RETOLD and sum(_stem(word) in told for word in said) >= part * len(said)


def _stem(word: str) -> str:
    """Return a word without its prefix, or the first letter that one would swallow, if enough of it is left."""
    prefixes = (*mention_words("verb-prefixes"), *words("swallowed"))
    prefix = next((one for one in prefixes if word.startswith(one)), "")
    return word.removeprefix(prefix) if len(word) >= len(prefix) + SHORTEST_STEM else word


def is_copy(one: Claim, other: Claim) -> bool:
    """Say whether two claims rest on one text: of the same article, or told in nearly the same words.

    Who writes that something will be done does not copy who writes that it was.
    """
    if one.article == other.article:
        return True
    if one.modality != other.modality:
        return False
    mine, theirs = _prose(one.quote), _prose(other.quote)
    if min(len(mine.split()), len(theirs.split())) < FEWEST_WORDS:
        return False
    return fuzz.ratio(mine, theirs, score_cutoff=COPY_RATIO) > 0


@lru_cache(maxsize=4096)
def _prose(quote: str) -> str:
    """Return a quote without its dateline and what stands in brackets: there each paper writes what is its own."""
    return BRACKETS.sub("", quote[prose_start(quote, Span(0, len(quote))) :])
