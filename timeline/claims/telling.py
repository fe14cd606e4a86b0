"""What one sentence tells, by one of its dates or without any, as a claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Article, Span
from timeline.claims.charge import accuser_of
from timeline.claims.claim import MEETING, NO_TYPE, PAIR, Claim, claim_id
from timeline.claims.deed import SAYING
from timeline.claims.gist import gist_of
from timeline.claims.grounds import Grounds
from timeline.claims.passage import Passage
from timeline.claims.passages import Passages
from timeline.claims.reasons import charge_reasons, date_reasons, scope_reasons
from timeline.claims.scope import Scope, scope_of
from timeline.claims.tense import asks_after_colon, tell
from timeline.dates.timex import Timex
from timeline.language.act import Trigger
from timeline.language.conjunction import is_heading, is_object_verb
from timeline.language.marker import relative_words
from timeline.language.repetition import is_counted, ordinal_of, tells_another
from timeline.publication.published import Published


@dataclass(frozen=True, slots=True)
class Report:
    """What all claims of an article share."""

    article: Article
    passages: Passages
    grounds: Grounds
    published: Published


def claim_of(report: Report, number: int, timex: Timex | None) -> Claim | None:
    """Return what a sentence claims of an expression's days, or without one; None where nobody known does anything."""
    view = report.passages[number]
    scope = scope_of(view, timex, lambda: report.passages.before(number))
    if scope is None or not any(view.gazetteer.is_known(one) for one in scope.actors):
        return None
    tells = _tells_an_event(view, scope, timex, is_headline=report.article.headline == view.span)
    return _claim(report, view, scope, timex) if tells else None


def _claim(report: Report, view: Passage, scope: Scope, timex: Timex | None) -> Claim:
    article, is_headline = report.article, report.article.headline == view.span
    when, modality, why = tell(view, scope, timex, report.published, is_headline=is_headline)
    ordinal, accuser = _ordinal(view, scope, timex), _accuser(view, scope.trigger)
    counted = is_counted(article.text, scope.clause) and not _lists_days(view, scope.clause)
    told = scope_reasons(view, scope, ordinal=ordinal, counted=counted)
    quote, expression = article.slice(view.span), timex.text if timex else None
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
        attributed_to=_source(view, scope.trigger) or accuser,
        context=_needed(report.grounds, view, scope, timex),
        ordinal=ordinal,
        counted=counted,
        another=tells_another(article.text, scope.clause),
        is_headline=is_headline,
        gist=gist_of(view, scope.clause, scope.named, _speaker(view, scope), date=timex),
        reasons=(*date_reasons(report.grounds, timex), *why, *charge_reasons(accuser), *told),
        alleged=accuser is not None,
    )


def _tells_an_event(view: Passage, scope: Scope, timex: Timex | None, *, is_headline: bool) -> bool:
    """Say whether a sentence tells an event: no mere title; without a date, a headline's deed or a counted meeting."""
    if scope.trigger is None and not is_headline and is_heading(view.span.of(view.text)):
        return False
    if timex is not None:
        return True
    pair = len(scope.actors) >= PAIR
    if is_headline and asks_after_colon(view, scope.trigger):
        return False
    return (is_headline and (scope.trigger is not None or pair)) or (pair and bool(_ordinal(view, scope, timex)))


def _lists_days(view: Passage, clause: Span) -> bool:
    """Say whether a clause dates one by one what it counts ("dua kali, pada Juni 2018 dan pada Mei 2019")."""
    days = [one for one in view.timexes if clause.covers(one.span) and one.earliest and one.latest]
    return len(days) > 1


def _accuser(view: Passage, trigger: Trigger | None) -> str | None:
    """Return the words that name who only charges somebody with the deed, or None."""
    accuser = accuser_of(view, trigger)
    return accuser.span.of(view.text) if accuser else None


def _source(view: Passage, trigger: Trigger | None) -> str | None:
    """Return who is named as saying what is told, or None; without what is told of them ("kata X |yang tiba|").

    Behind a name nothing in small letters is part of it ("kata Budi |singkat|"); that of a bare noun is ("dinas air").
    """
    said = view.attribution
    if said is None or not said.covers(trigger):
        return None
    every = said.who.split()
    words = every[: _end_of_name(every)]
    capitals = [at for at, word in enumerate(words) if not word.islower()]
    named = capitals and (capitals[-1] > 0 or said.verb is not None or len(words) < len(every))
    return " ".join(words[: capitals[-1] + 1] if named else words).rstrip(",") or None


def _end_of_name(words: Sequence[str]) -> int:
    """Return at which word begins what is told of a source ("X |yang| tiba", "X |menjalani| tes")."""
    name = next((at for at, word in enumerate(words) if not word.islower()), len(words))
    told = (word in relative_words() or (at > name and _is_verb(word)) for at, word in enumerate(words))
    return next((at for at, ends in enumerate(told) if ends), len(words))


def _is_verb(word: str) -> bool:
    return word.islower() and is_object_verb(word)


def _speaker(view: Passage, scope: Scope) -> str | None:
    """Return the name of who says it, where the deed is a saying or the speaker's ("kata X |saat membuka| Y")."""
    trigger, said = scope.trigger, view.attribution
    if trigger is None or trigger.voice != "active" or not scope.doers:
        return None
    theirs = said is not None and any(
        one.id == scope.doers[0] and said.span.overlaps(one.span) for one in view.mentions
    )
    behind = theirs and said is not None and said.verb is not None and trigger.span.start > said.verb.end
    return view.gazetteer.name(scope.doers[0]) if behind or trigger.act.name == SAYING else None


def _ordinal(view: Passage, scope: Scope, timex: Timex | None) -> int | None:
    """Return which meeting it is; a first "since" or "after" another is no first, nor is another beside the first.

    "Pertama kali bertemu di X pada 2019, |lalu di Y pada 2023|."
    """
    days = [one for one in view.timexes if one.when is not None and one.start >= scope.clause.start]
    if not scope.trigger or scope.trigger.act.type != MEETING or (timex and days and timex.start > days[0].start):
        return None
    follows = [one for one in view.clauses if one.span.start == scope.clause.end and one.kind == "subordinate"]
    return None if follows else ordinal_of(view.text, scope.clause)


def _needed(grounds: Grounds, view: Passage, scope: Scope, timex: Timex | None) -> tuple[Span, ...]:
    """Return the sentences, other than the quote, that hold what the reading rests on."""
    antecedent = grounds.antecedent(timex) if timex else None
    listed = grounds.list_around(timex) if timex else ()
    named = (span for one in scope.named for span in one.rests_on)
    needed = [*named, *listed, *filter(None, (scope.bridged, antecedent))]
    return grounds.sentences(needed, but=view.span)
