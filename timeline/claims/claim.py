"""Claims: "source S says: A did X on D", each with the sentence it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from timeline.article import Article, Span
from timeline.claims.deed import SAYING, Past
from timeline.claims.edition import is_edition
from timeline.claims.gist import gist_of
from timeline.claims.grounds import Grounds
from timeline.claims.passage import Passage, Passages
from timeline.claims.role import accuser_of
from timeline.claims.scope import Scope, scope_of
from timeline.claims.tense import asks_after_colon, tell
from timeline.dates.timex import Timex
from timeline.edtf import DateValue, Mod
from timeline.language.act import Trigger
from timeline.language.conjunction import is_title
from timeline.language.leading import is_compared
from timeline.language.modality import Modality, is_counted, ordinal_of, surveys, tells_another
from timeline.message import Message, message
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mention, Mentions, explain
from timeline.publication.published import Published

# TIMEX3 values that point at no date of their own.
REFERENCES = frozenset(["PRESENT_REF", "PAST_REF", "FUTURE_REF"])
NO_TYPE = "OTHER"
# PLOVER's type for meetings: these are counted ("the first meeting of the two").
MEETING = "CONSULT"
ID_DIGITS = 8
# How long before its article a day lies that is news.
NEWS = timedelta(days=7)
# How far a day that is only counted to may lie from the one meant.
HALF_A_MONTH = timedelta(days=15)
# Characters of the longest sentence that is one: what goes on longer is a table or a page without full stops, nothing
# to quote. It also bounds the work on hostile text.
LONGEST_SENTENCE = 3_000
# Who meets is at least two.
PAIR = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one article says happened, and when.

    id
        Article id and 8 hex digits of the hash of quote and expression; never offsets.
    span
        Where the quote, one whole sentence, stands in the article.
    expression, expression_span
        The words that date it, and where they stand; None where nothing does (a headline, an ordinal mention).
    type, act
        PLOVER event type, and the name of the deed in `rules/act.toml` (None where no word names one).
    actors, doers, undergoers, places
        Actor ids, who does it first; those of them who are told to do it, and to undergo it; place names, sorted.
    context
        Sentences outside the quote that its reading needs.
    ordinal
        Which meeting of these people it is said to be, where it is counted ("pertemuan pertama" is 1).
    gist
        What it tells, as a headline out of its own words.
    counted, another, is_headline
        Whether it tells of several occasions at once; of one more of a kind; whether its quote is the headline.
    alleged
        Whether its source only charges somebody with it ("menuduh X menyerang").
    """

    id: str
    article: str
    quote: str
    span: Span
    expression: str | None
    expression_span: Span | None
    when: DateValue | None
    repaired: str | None
    role: str
    type: str
    act: str | None
    actors: tuple[str, ...]
    doers: tuple[str, ...]
    undergoers: tuple[str, ...]
    places: tuple[str, ...]
    modality: Modality
    attributed_to: str | None
    context: tuple[Span, ...]
    ordinal: int | None
    counted: bool
    another: bool
    is_headline: bool
    gist: str
    reasons: tuple[Message, ...]
    alleged: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What all claims of an article share."""

    article: Article
    published: Published
    gazetteer: Gazetteer
    grounds: Grounds


def extract_claims(
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    mentions: Mentions,
    *,
    published: Published,
    gazetteer: Gazetteer,
) -> tuple[Claim, ...]:
    """Return the claims of an article, in order of their quotes, each id once.

    A claim is a date expression that speaks of an event, a headline, or a counted meeting, with at least one actor.
    """
    found: dict[str, Claim] = {}
    context = _Context(article, published, gazetteer, Grounds(article.text, sentences, timexes, published))
    written = published.when.latest if published.when else None
    passages = Passages(article, sentences, timexes, mentions, written)
    for number in passages.telling():
        sentence = sentences[number]
        named = mentions.may_have_actor(number) or mentions.may_have_actor(number - 1)
        if not named or sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        datings = _datings(passages, number, is_headline=sentence == article.headline)
        if not datings or not _names_somebody(passages, number):
            continue
        told = [_claim(context, passages, number, timex) for timex in datings]
        for claim in _finest([one for one in told if one]):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def _finest(claims: Sequence[Claim]) -> list[Claim]:
    """Return a sentence's claims without those that another tells of a day in theirs ("tahun lalu, … pada 5 Mei")."""
    return [one for one in claims if not any(_refines(other, one) for other in claims)]


def _refines(fine: Claim, coarse: Claim) -> bool:
    """Say whether a claim tells the same deed of the same people with a date that lies within the other's."""
    if fine.when is None or coarse.when is None or fine.when == coarse.when:
        return False
    alike = (fine.act, fine.actors, fine.gist, fine.modality) == (
        coarse.act,
        coarse.actors,
        coarse.gist,
        coarse.modality,
    )
    return alike and _lies_within(fine.when, coarse.when)


def _lies_within(fine: DateValue, coarse: DateValue) -> bool:
    """Say whether a date lies in another, or on a day that the other only counted to ("sebulan sebelumnya, 16 Mei")."""
    if coarse.mod is Mod.APPROX and coarse.precision == fine.precision == "day" and coarse.earliest and fine.earliest:
        return abs(coarse.earliest - fine.earliest) <= HALF_A_MONTH
    closed = coarse.earliest is not None and coarse.latest is not None
    first, last = coarse.sort_key
    return closed and first <= fine.sort_key[0] and fine.sort_key[1] <= last


def _datings(passages: Passages, number: int, *, is_headline: bool) -> Sequence[Timex | None]:
    """Return the expressions of a sentence that date an event; None where it counts without one."""
    text, span = passages.article.text, passages.sentences[number]
    if is_headline and surveys(text[span.start : span.end]):
        return []
    dated = [one for one in passages.timexes(number) if dates_an_event(one) and not is_compared(text, one.span)]
    if any(is_edition(text, one.span) for one in dated):  # its other dates tell more than the year of a name
        dated = [one for one in dated if not is_edition(text, one.span)] or dated
    return dated or ([None] if is_headline or _counts(passages, number) else [])


def _counts(passages: Passages, number: int) -> bool:
    """Say whether a sentence that names a pair says the how-manieth time it is."""
    if number not in passages.counting or ordinal_of(passages.article.text, passages.sentences[number]) is None:
        return False
    return len(passages.mentions[number]) >= PAIR


def dates_an_event(timex: Timex) -> bool:
    """Say whether an expression can date an event: no duration, set, reference, or day of a report."""
    return timex.type in ("DATE", "TIME") and timex.value not in REFERENCES and timex.role == "event"


def _names_somebody(passages: Passages, number: int) -> bool:
    """Say whether somebody acts in a sentence, or in the one before, whose people a noun for a deed may take."""
    mentions = passages.mentions
    return mentions.has_actor(number) or (
        mentions.may_have_actor(number - 1) and passages.has_noun(number) and mentions.has_actor(number - 1)
    )


def _claim(context: _Context, passages: Passages, number: int, timex: Timex | None) -> Claim | None:
    article, view = context.article, passages[number]
    past = _past(timex, context.published) if timex else None
    scope = scope_of(view, timex, lambda: passages.before(number), context.gazetteer, past=past)
    if scope is None or not any(context.gazetteer.is_known(one) for one in scope.actors):
        return None
    ordinal = _ordinal(article.text, view, scope)
    is_headline = article.headline == view.span
    if scope.trigger is None and not is_headline and is_title(article.slice(view.span)):
        return None
    pair = len(scope.actors) >= PAIR
    if is_headline and timex is None and asks_after_colon(view, scope.trigger):
        return None
    if timex is None and not (is_headline and (scope.trigger or pair)) and not (ordinal and pair):
        return None
    when, modality, why = tell(article, view, scope, timex, context.published)
    accuser = accuser_of(view, scope.trigger)
    alleged = (message("claim.alleged", who=view.text[accuser.span.start : accuser.span.end]),) if accuser else ()
    quote = article.slice(view.span)
    expression = timex.text if timex else None
    counted = is_counted(article.text, scope.clause) and not _lists_days(view, scope.clause)
    return Claim(
        id=claim_id(article.id, quote, expression),
        article=article.id,
        quote=quote,
        span=view.span,
        expression=expression,
        expression_span=timex.span if timex else None,
        when=when,
        repaired=timex.repaired if timex else None,
        role=timex.role if timex else "event",
        type=scope.trigger.act.type if scope.trigger else NO_TYPE,
        act=scope.trigger.act.name if scope.trigger else None,
        actors=scope.actors,
        doers=scope.doers,
        undergoers=scope.undergoers,
        places=scope.places,
        modality=modality,
        attributed_to=_source(view, scope.trigger, accuser),
        context=_needed(context, view, scope, timex),
        ordinal=ordinal,
        counted=counted,
        another=tells_another(article.text, scope.clause),
        is_headline=is_headline,
        gist=gist_of(view, scope.clause, scope.named, _speaker(context.gazetteer, scope), context.gazetteer.name),
        reasons=(*_date_reasons(context, timex), *why, *alleged, *_scope_reasons(context, scope, ordinal, counted)),
        alleged=accuser is not None,
    )


def _lists_days(view: Passage, clause: Span) -> bool:
    """Say whether a clause dates one by one what it counts ("dua kali, pada Juni 2018 dan pada Mei 2019")."""
    days = [one for one in view.timexes if clause.covers(one.span) and one.earliest and one.latest]
    return len(days) > 1


def _source(view: Passage, trigger: Trigger | None, accuser: Mention | None) -> str | None:
    """Return who is named as the source of what is told: who says it, or charges somebody with it."""
    said = view.attribution
    if said and said.who and said.covers(trigger):
        return said.who
    return view.text[accuser.span.start : accuser.span.end] if accuser else None


def _past(timex: Timex, published: Published) -> Past | None:
    """Say whether a date lies before the article: within its week, or long ago."""
    day = published.when.latest if published.when else None
    if timex.latest is None or day is None or timex.latest > day:
        return None
    return "news" if day - NEWS <= timex.latest else "history"


def _speaker(gazetteer: Gazetteer, scope: Scope) -> str | None:
    """Return the name of who says it, where the deed is a saying."""
    saying = scope.trigger is not None and scope.trigger.act.name == SAYING and scope.trigger.voice == "active"
    return gazetteer.name(scope.doers[0]) if saying and scope.doers else None


def claim_id(article_id: str, quote: str, expression: str | None) -> str:
    """Return the claim's id: it changes with the words, not with where they stand."""
    digest = sha256(f"{quote}\x1f{expression or ''}".encode()).hexdigest()
    return f"{article_id}-{digest[:ID_DIGITS]}"


def _ordinal(text: str, view: Passage, scope: Scope) -> int | None:
    """Return which meeting it is; a first "since" or "after" another is no first."""
    if not scope.trigger or scope.trigger.act.type != MEETING:
        return None
    follows = [one for one in view.clauses if one.span.start == scope.clause.end and one.kind == "subordinate"]
    return None if follows else ordinal_of(text, scope.clause)


def _needed(context: _Context, view: Passage, scope: Scope, timex: Timex | None) -> tuple[Span, ...]:
    """Return the sentences, other than the quote, that hold what the reading rests on."""
    antecedent = context.grounds.antecedent(timex) if timex else None
    listed = context.grounds.list_around(timex) if timex else ()
    named = (span for one in scope.named for span in one.rests_on)
    needed = [*named, *listed, *filter(None, (scope.bridged, antecedent))]
    return context.grounds.sentences(needed, but=view.span)


def _date_reasons(context: _Context, timex: Timex | None) -> tuple[Message, ...]:
    if timex is None or not context.grounds.is_heading(timex):
        return timex.reasons if timex else ()
    return *timex.reasons, message("claim.heading", text=timex.text)


def _scope_reasons(context: _Context, scope: Scope, ordinal: int | None, counted: bool) -> tuple[Message, ...]:
    trigger, text = scope.trigger, context.article.text
    told = [
        message(
            "claim.trigger", word=context.article.slice(trigger.span), type=message(f"views.type_{trigger.act.type}")
        )
        if trigger
        else message("claim.untriggered")
    ]
    told += filter(None, dict.fromkeys(explain(one, text, context.gazetteer) for one in scope.named))
    if scope.bridged:
        told.append(message("claim.bridged"))
    if ordinal:
        told.append(message("claim.ordinal", number=ordinal))
    if counted:
        told.append(message("claim.counted"))
    return tuple(told)
