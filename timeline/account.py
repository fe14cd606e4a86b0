"""One article's account: when it was published and what it claims; its text is not kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.actor import Gazetteer
from timeline.article import Article, Span
from timeline.claim import Claim, extract_claims
from timeline.clause import clause_at, split_clauses
from timeline.dating import Published, date_article, keep_days
from timeline.edtf import DateValue
from timeline.mention import find_mentions
from timeline.modality import modality_of
from timeline.sentence import split_sentences
from timeline.timex import Timex, read_timexes


@dataclass(frozen=True, slots=True)
class Account:
    """What was read of an article: its record (an Article whose text is left out), its date, its claims."""

    record: Article
    published: Published
    claims: tuple[Claim, ...]


def read_article(article: Article, gazetteer: Gazetteer, published: Published | None = None) -> Account:
    """Return the account of an article; `published`, where it is given, stands for what the article itself says."""
    sentences = sentences_of(article)
    published = published or date_article(
        article, lambda: _in_prose(article, read_timexes(article.text, None, sentences)), _past_test(article, sentences)
    )
    if not published.is_day:
        published = keep_days(published, _week_test(article, sentences))
        published = replace(published, evidence=(*published.evidence, *_week_evidence(article, sentences)))
    mentions = find_mentions(article.text, sentences, gazetteer)
    if not any(mention.as_ == "actor" for mention in mentions):  # a claim has an actor
        return Account(replace(article, text=""), published, ())
    timexes = _in_prose(article, read_timexes(article.text, published.anchor, sentences))
    claims = extract_claims(article, sentences, timexes, mentions, published=published, gazetteer=gazetteer)
    return Account(replace(article, text=""), published, claims)


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Return the sentences of an article, its headline one of them even where it ends without a full stop."""
    sentences = split_sentences(article.text, article.masked)
    headline = article.headline
    if headline is None or headline in sentences:
        return sentences
    return tuple(sorted([headline, *(span for span in sentences if not span.overlaps(headline))]))


def _in_prose(article: Article, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    return tuple(timex for timex in timexes if not article.is_masked(timex.span))


def _past_test(article: Article, sentences: Sequence[Span]) -> Callable[[Timex], bool]:
    """Return what says whether an expression speaks of what has happened, not of a plan or a thought."""

    def is_past(timex: Timex) -> bool:
        sentence = next((span for span in sentences if span.covers(timex.span)), None)
        if sentence is None:
            return False
        clauses = split_clauses(article.text, sentence, [timex.span])
        clause = clauses[clause_at(clauses, timex.start)]
        return modality_of(article.text, clause.span, None)[0] == "occurred"

    return is_past


def _week_test(article: Article, sentences: tuple[Span, ...]) -> Callable[[date], bool]:
    """Return what says whether an article can be of a day: of one that speaks of this week, bare weekdays lie in it."""

    def fits(day: date) -> bool:
        timexes = _in_prose(article, read_timexes(article.text, DateValue.on(day), sentences))
        if not any(timex.parts.week_offset == 0 for timex in timexes):
            return True
        return all(same_week(timex.earliest, day) for timex in timexes if is_bare_weekday(timex) and timex.earliest)

    return fits


def _week_evidence(article: Article, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return where the words stand that `_week_test` looks at; nowhere in an article that speaks of no week."""
    timexes = _in_prose(article, read_timexes(article.text, None, sentences))
    if not any(timex.parts.week_offset == 0 for timex in timexes):
        return ()
    return tuple(timex.span for timex in timexes if timex.parts.week_offset == 0 or is_bare_weekday(timex))


def is_bare_weekday(timex: Timex) -> bool:
    """Say whether an expression is a weekday alone, without a date or a word such as "lalu"."""
    parts = timex.parts
    return parts.weekday is not None and parts.day is None and parts.shift is None and parts.week_shift is None


def same_week(one: date, other: date) -> bool:
    """Say whether two days lie in one week, Monday to Sunday."""
    return one.isocalendar()[:2] == other.isocalendar()[:2]
