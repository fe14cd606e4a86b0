"""One article's account: when it was published and what it claims; its text is not kept."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from timeline.article import Article, Masked, Span
from timeline.claims.claim import Claim
from timeline.claims.extraction import LONGEST_SENTENCE, extract_claims
from timeline.claims.headline import settle_headline
from timeline.dates.chronicle import find_chronicle
from timeline.dates.normaliser import read_timexes
from timeline.dates.pointing import directions
from timeline.dates.timex import Timex
from timeline.edtf import DateValue
from timeline.language.clause import index_of, split_clauses
from timeline.language.marker import relative_words
from timeline.language.modality import modality_of
from timeline.language.sentence import split_sentences
from timeline.names.actor import Actor, Gazetteer
from timeline.names.mention import Mentions, find_names, may_act
from timeline.pattern import compiled
from timeline.publication.dating import date_article
from timeline.publication.published import Published, keep_days
from timeline.publication.tenure import find_tenures
from timeline.publication.undated import Told

# A word with a capital that does not begin its sentence.
ENDS_A_NAME = compiled(r"\s\p{Lu}\S* \z")


@dataclass(frozen=True, slots=True)
class Account:
    """What was read of an article: its record (an Article without its text and what is masked there), date, claims.

    people
        Those of its claims whom no data know: the article introduces them.
    """

    record: Article
    published: Published
    claims: tuple[Claim, ...]
    people: tuple[Actor, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Say whether the article says itself when it was published."""
        return self.published.basis in ("metadata", "byline", "url", "text")

    def bare(self) -> "Account":
        """Return what merging asks for: no record, no reasons but those of a date that others may narrow."""
        published = replace(self.published, reasons=(), refused=(), evidence=()) if self.is_dated else self.published
        claims = tuple(claim.bare() for claim in self.claims)
        return Account(Article(self.record.id, ""), published, claims, self.people)


class _Prose:
    """An article's sentences and expressions of time; most articles never need them."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences of the article."""
        return sentences_of(self.article)

    def timexes(self, anchor: DateValue | None) -> tuple[Timex, ...]:
        """Return the expressions outside of what is masked, counted from `anchor`."""
        found = read_timexes(self.article.text, anchor, self.sentences)
        return tuple(_unmasked(found, sorted(self.article.masked))) if self.article.masked else found


def _unmasked(timexes: Iterable[Timex], masked: Sequence[Masked]) -> Iterator[Timex]:
    """Yield the expressions that no masked part overlaps; both in order."""
    at = end = 0
    for timex in timexes:
        while at < len(masked) and masked[at].span.start < timex.end:
            end = max(end, masked[at].span.end)
            at += 1
        if end <= timex.start:
            yield timex


def read_article(article: Article, gazetteer: Gazetteer, published: Published | None = None) -> Account:
    """Return the account of an article; `published`, where it is given, stands for what the article itself says."""
    prose = _Prose(article)
    names = find_names(article.text, gazetteer)
    published = published or date_article(
        article,
        lambda: prose.timexes(None),
        partial(_how_told, prose),
        lambda: tuple(find_tenures(article.text, prose.sentences, names, gazetteer)),
    )
    if not published.is_day:
        published = keep_days(published, _week_test(prose))
        published = replace(published, evidence=(*published.evidence, *_week_evidence(prose)))
    mentions = Mentions(article.text, prose.sentences, names, gazetteer) if names else None
    if mentions is None or not (may_act(names) or mentions.people):  # a claim has an actor
        return Account(replace(article, text="", masked=()), published, ())
    timexes = prose.timexes(published.anchor)
    claims = extract_claims(article, prose.sentences, timexes, mentions, published)
    claims = settle_headline(claims, published)
    named = {actor for claim in claims for actor in claim.actors}
    people = tuple(actor for person, actor in mentions.people.items() if person in named)
    return Account(replace(article, text="", masked=()), published, claims, people)


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Return the sentences of an article, its headline one of them even where it ends without a full stop.

    A date alone on its line, in a list of such, is one sentence with what follows it.
    """
    sentences = split_sentences(article.text, article.masked)
    sentences = find_chronicle(article.text, sentences).joined(sentences, article.masked)
    headline = article.headline
    if headline is None or headline in sentences:
        return sentences
    return tuple(sorted([headline, *(span for span in sentences if not span.overlaps(headline))]))


def _how_told(prose: _Prose, timex: Timex) -> Told | None:
    """Return how an expression is told; None of one in no sentence, or in one too long to be one.

    The nearest word before it that points ahead or back decides: what dates a report or a saying is past, whatever is
    said ("kami umumkan pekan ini," kata X, Senin (12/3/2018)), what is aimed at is to come. A year that a name ends in
    says nothing of the kind: "kualifikasi Piala Dunia |2026|".
    """
    at = bisect_left(prose.sentences, timex.end, key=lambda span: span.end)
    sentence = prose.sentences[at] if at < len(prose.sentences) else None
    if sentence is None or not sentence.covers(timex.span) or sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    text = prose.article.text
    before = text[sentence.start : timex.start]
    clauses = split_clauses(text, sentence, [timex.span])
    clause = clauses[index_of(text, clauses, timex.span)].span
    described = (text.find(f" {word} ", timex.end, clause.end) for word in relative_words())
    end = min((at for at in described if at >= 0), default=clause.end)  # "bertemu Senin |untuk rapat yang akan …|"
    told = modality_of(text, Span(clause.start, end), None)[0]
    if told == "occurred" and timex.text.isdigit() and ENDS_A_NAME.search(before):
        return "named"
    lasts = timex.when is not None and timex.latest is None  # "akan berdemonstrasi terhitung |sejak Jumat (28/8)|"
    if lasts:
        return "occurred" if told == "denied" else told  # "tak pernah menang |sejak 2022|"
    ways = [-1] if timex.role == "report" else directions(before)[-1:]
    if ways == [1] and told == "occurred":
        return "planned"
    return "occurred" if ways == [-1] else told


def _week_test(prose: _Prose) -> Callable[[date], bool]:
    """Return what says whether an article can be of a day: of one that speaks of this week, bare weekdays lie in it."""

    def fits(day: date) -> bool:
        timexes = prose.timexes(DateValue.on(day))
        weekdays = (one.earliest for one in timexes if one.parts.is_bare_weekday and one.earliest)
        return not _speaks_of_this_week(timexes) or all(_same_week(one, day) for one in weekdays)

    return fits


def _week_evidence(prose: _Prose) -> tuple[Span, ...]:
    """Return where the words stand that `_week_test` looks at; nowhere in an article that speaks of no week."""
    timexes = prose.timexes(None)
    if not _speaks_of_this_week(timexes):
        return ()
    return tuple(one.span for one in timexes if one.parts.week_offset == 0 or one.parts.is_bare_weekday)


def _speaks_of_this_week(timexes: Iterable[Timex]) -> bool:
    return any(one.parts.week_offset == 0 for one in timexes)


def _same_week(one: date, other: date) -> bool:
    """Say whether two days lie in one week, Monday to Sunday."""
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def with_people(gazetteer: Gazetteer, accounts: Iterable[Account]) -> Gazetteer:
    """Return the gazetteer with those whom articles introduce; in whatever order they come, the same.

    Who is introduced as of two bodies acts for the state of both, else for nobody known.
    """
    found: dict[str, list[Actor]] = {}
    for account in accounts:
        for actor in account.people:
            found.setdefault(actor.id, []).append(actor)
    return gazetteer.joined_by({person: _one_of(actors, gazetteer) for person, actors in found.items()})


def _one_of(actors: Sequence[Actor], gazetteer: Gazetteer) -> Actor:
    """Return one entry for somebody whom several articles introduce."""
    first = min(actors, key=lambda one: (one.titled, one.name))
    owners = {one.of for one in actors if one.of is not None}
    homes = {gazetteer.home_of(one) for one in owners}
    shared = owners if len(owners) == 1 else homes
    return replace(first, of=shared.pop() if len(shared) == 1 else None)
