"""The claims of an article, out of those of its sentences that may speak of an event."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.article import Article, Span
from timeline.claims.claim import Claim, claim_id
from timeline.claims.datings import datings_of
from timeline.claims.finest import finest
from timeline.claims.grounds import Grounds
from timeline.claims.passages import Passages
from timeline.claims.telling import Report, claim_of
from timeline.dates.timex import Timex
from timeline.names.mention import Mentions
from timeline.publication.published import Published

# Characters of the longest sentence that is one: what goes on longer is a table or a page without full stops, nothing
# to quote. It also bounds the work on hostile text.
LONGEST_SENTENCE = 3_000


def extract_claims(
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    mentions: Mentions,
    published: Published,
) -> tuple[Claim, ...]:
    """Return the claims of an article, in order of their quotes, each id once.

    A claim is a date expression that speaks of an event, a headline, or a counted meeting, with at least one actor.
    """
    found: dict[str, Claim] = {}
    written = published.when.latest if published.when else None
    passages = Passages(article, sentences, timexes, mentions, written)
    report = Report(article, passages, Grounds(article.text, sentences, timexes, published), published)
    for number in passages.telling():
        sentence = sentences[number]
        named = mentions.may_have_actor(number) or mentions.may_have_actor(number - 1)
        if not named or sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        datings = datings_of(passages, number, is_headline=sentence == article.headline)
        if not datings or not _names_somebody(passages, number):
            continue
        told = [claim_of(report, number, timex) for timex in datings]
        for claim in finest([one for one in told if one]):
            _keep(found, claim)
    return tuple(found.values())


def _keep(found: dict[str, Claim], claim: Claim) -> None:
    """Add a claim; the same words may date it twice, at two places ("di Hanoi |(2019)| dan Panmunjom |(2019)|")."""
    times, first = 1, found.setdefault(claim.id, claim)
    while (first.act, first.actors, first.places) != (claim.act, claim.actors, claim.places):
        times += 1
        again = replace(claim, id=claim_id(claim.article, claim.quote, claim.expression, times))
        first = found.setdefault(again.id, again)


def _names_somebody(passages: Passages, number: int) -> bool:
    """Say whether somebody acts in a sentence, or in the one before, whose people a noun for a deed may take."""
    mentions = passages.mentions
    return mentions.has_actor(number) or (
        mentions.may_have_actor(number - 1) and passages.has_noun(number) and mentions.has_actor(number - 1)
    )
