"""What may be shipped of an article: its record and the sentences quoted as evidence (DESIGN §7)."""

from collections.abc import Sequence

from timeline.article import OMITTED, Article, Span
from timeline.claims.account import Account, sentences_of
from timeline.reader.markdown import QUOTE, front_matter


def write_excerpt(article: Article, account: Account) -> str:
    """Return the excerpt of an article as a file: the record, then each quoted sentence, gaps told.

    Quoted are the headline, every claim's sentence, and the sentences that its reading and the article's date need.
    """
    sentences = sentences_of(article)
    kept = _quoted_sentences(article, account, sentences)
    lines: list[str] = []
    for number, span in enumerate(sentences):
        if span in kept:
            lines.extend(QUOTE + line for line in article.slice(span).split("\n"))
        elif lines[-1:] != [OMITTED] and any(later in kept for later in sentences[number:]):
            lines.append(OMITTED)
    return front_matter(article) + "\n".join(lines) + "\n"


def _quoted_sentences(article: Article, account: Account, sentences: Sequence[Span]) -> frozenset[Span]:
    """Return the sentences that the excerpt quotes."""
    claimed = [span for claim in account.claims for span in (claim.span, *claim.context)]
    needed = [*claimed, *account.published.evidence, *((article.headline,) if article.headline else ())]
    return frozenset(span for span in sentences if any(span.covers(one) for one in needed))


def quoted_share(article: Article, account: Account) -> float:
    """Return the part of the article's sentences that its excerpt quotes, from 0 to 1."""
    sentences = sentences_of(article)
    return len(_quoted_sentences(article, account, sentences)) / max(len(sentences), 1)
