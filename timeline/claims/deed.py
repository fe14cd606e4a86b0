"""What a date speaks of: the deed, looked for in the clause the date stands in, then outwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Span
from timeline.claims.attachment import attached
from timeline.claims.claim import MEETING
from timeline.claims.edition import named_deed, names_edition
from timeline.claims.passage import Passage
from timeline.claims.reach import clause_of, is_one_more, tells_by_itself
from timeline.claims.utterance import dates_what_is_said, denial_beside, promise_of, verb_of_saying
from timeline.language.act import SPEECH, Trigger, act_named, act_words, first_deed
from timeline.language.conjunction import clause_words, tells_deed
from timeline.language.coordination import COORDINATE
from timeline.language.leading import is_copula, is_under
from timeline.language.marker import RELATIVE, RESUMED
from timeline.language.modality import absent_from, denies, supposes

# Words between a noun and the relative clause that tells when it was ("serangan di Demak itu |yang terjadi Kamis").
LONGEST_HEAD = 8
SAYING = "say"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a date speaks of.

    chain
        Indexes of the clauses looked at, from the date's outwards.
    trigger
        The word that names it, found in the last of them; None where none does.
    clause
        Where it is told.
    saying
        Whether it is somebody's saying what comes before it ("…, kata X, Senin").
    aside
        The relative clause, or what resumes after one, in which the date stands, where that is not `clause`.
    journey
        The clause of the journey on which it was; None where none is told with it.
    """

    chain: tuple[int, ...]
    trigger: Trigger | None
    clause: Span
    saying: bool = False
    aside: Span | None = None
    journey: int | None = None


def deed_of(view: Passage, date: Span | None) -> Deed:
    """Return what a date speaks of; without one (a headline) it is what the sentence tells first.

    A date that is past is that of a promise, not of what is promised; of a meeting, which has a day of its own, only
    where it has just passed.
    """
    if date is None:
        return _deed(view, list(range(len(view.clauses))), first_deed(_news(view)))
    index = clause_of(view, date)
    if beside := _told_beside(view, date, index):
        return beside
    trigger = attached(view, _told(view, index, date), date)
    if trigger and (done := _done_with_paper(view, index, trigger)):
        return _deed(view, [view.index_at(done.span.start)], done)
    if trigger is None and view.clauses[index].kind == RELATIVE:
        return _told_more_of(view, index)
    chain, trigger = ([index], trigger) if trigger else _outwards(view, index, date)
    news = view.is_news(date)
    if trigger and view.is_past(date) and (news or trigger.act.type != MEETING):
        trigger = promise_of(view, trigger, news=news or date.end < trigger.span.start) or trigger
    if trigger and dates_what_is_said(view, trigger, date):
        return _deed(view, chain, None)
    again = _told_again(view, index, trigger) if trigger and trigger.voice == "noun" else None
    if again:
        return _deed(view, [*chain, index + 1], again)
    return _deed(view, chain, trigger) if trigger else _meanwhile(view, chain, date)


def _news(view: Passage) -> Sequence[Trigger]:
    """Return the deeds of a headline without what it says was before ("|Sempat Bentrok|, X dan Y Sepakat …")."""
    words, comma = view.span.of(view.text).split(), view.text.find(", ", view.span.start, view.span.end)
    bygone = comma >= 0 and words[0].lower() in act_words("bygone")
    return [one for one in view.triggers if not bygone or one.span.start > comma] or view.triggers


def _told_more_of(view: Passage, index: int) -> Deed:
    """Return the deed that a relative clause without one tells more of, or the one at the occasion it dates."""
    head = None if marks(view, index) else _head_noun(view, index)
    if head is None or head.act.rank == SPEECH:  # "dalam pernyataan |yang dirilis Senin|, X mengecam Y"
        head = _under_occasion(view, index) or head
    return _deed(view, [index, view.index_at(head.span.start)] if head else [index], head)


def marks(view: Passage, index: int) -> bool:
    """Say whether a relative clause only tells what its noun is kept in memory of ("Hari X, |yang menandai …|")."""
    return not clause_words("keeping").isdisjoint(view.clauses[index].span.of(view.text).lower().split()[1:2])


def _outwards(view: Passage, index: int, date: Span) -> tuple[list[int], Trigger | None]:
    """Return the clauses from the date's outwards up to the first that tells a deed, and that deed, or None."""
    chain, trigger = [index], None
    while trigger is None and (wider := view.governor(chain[-1])) is not None and wider not in chain:
        if tells_by_itself(view, chain[-1]):
            break
        chain.append(wider)
        triggers = view.triggers_in(wider)
        trigger = attached(view, triggers, date) if is_one_more(view, index, date) else first_deed(triggers)
    return chain, trigger


def _done_with_paper(view: Passage, index: int, said: Trigger) -> Trigger | None:
    """Return what is done with a paper that a relative clause tells more of ("|menolak| resolusi yang mengecam X").

    None where another date stands with that.
    """
    wider = view.governor(index)
    if view.clauses[index].kind != RELATIVE or wider is None or said.voice == "passive":
        return None
    verbs = [one for one in view.triggers_in(wider) if one.voice == "active" and one.span.end <= said.span.start]
    if not verbs or any(view.clauses[wider].span.covers(one.span) for one in view.timexes):
        return None
    between = view.text[verbs[-1].span.start : view.clauses[index].span.start].lower().split()
    return verbs[-1] if len(between) <= LONGEST_HEAD and not clause_words("paper").isdisjoint(between) else None


def _told_again(view: Passage, index: int, noun: Trigger) -> Trigger | None:
    """Return the verb that tells who did what a noun names ("Serangan terjadi |ketika X menyerang Y"), or None.

    Where the noun's own clause names nobody, that is any verb of a clause that does, but for a deed of both sides.
    """
    after = index + 1
    if after >= len(view.clauses) or view.clauses[after].kind != "simultaneous":
        return None
    verbs = [one for one in view.triggers_in(after) if one.voice != "noun" and one.act.rank != SPEECH]
    named, named_then = (any(one.as_ == "actor" for one in view.mentions_in([at])) for at in (index, after))
    told_then = named_then and not named and not noun.act.mutual
    return next((one for one in verbs if told_then or one.act == noun.act), None)


def _told(view: Passage, index: int, date: Span) -> list[Trigger]:
    """Return the triggers of a date's clause without the verb that only names who said it, after the date."""
    verb = view.attribution.verb if view.attribution else None
    return [
        one for one in view.triggers_in(index) if verb is None or verb.start < date.end or not one.span.overlaps(verb)
    ]


def _meanwhile(view: Passage, chain: list[int], date: Span) -> Deed:
    """Return the deed told to have been at the same time, where none else is ("Itu terjadi 2019, |saat X tiba").

    Nor a verb that no table knows ("X kabur pada 2019, saat Y tiba").
    """
    index = chain[0] + 1
    words = set(view.clauses[chain[0]].span.of(view.text).lower().split()) - clause_words("adjective")
    verbs = [one for one in words if tells_deed(one)]
    told = index < len(view.clauses) and view.clauses[index].kind == "simultaneous"
    since = any(one.span == date and one.latest is None for one in view.timexes)  # "tegang sejak Mei, |ketika …"
    told = told and (since or clause_words("happening").issuperset(verbs))
    trigger = next((one for one in view.triggers_in(index) if one.act.rank != SPEECH), None) if told else None
    return _deed(view, [*chain, index] if trigger else chain, trigger)


def _deed(view: Passage, chain: list[int], trigger: Trigger | None) -> Deed:
    if trigger and trigger.act.rank == SPEECH and supposes(trigger.span.of(view.text)):
        trigger = None  # to suppose something is no deed
    where = view.index_at(trigger.span.start) if trigger else chain[0]
    own = view.clauses[chain[0]]
    aside = own.span if where != chain[0] and own.kind in (RELATIVE, RESUMED) else None
    return Deed(tuple(chain), trigger, _told_in(view, where), aside=aside)


def _told_in(view: Passage, index: int) -> Span:
    """Return the span that says how a clause's deed is told: its own, with the denial that governs what is said.

    What somebody says is denied, what a relative clause tells of is said not to be there, or both of two are denied
    ("tidak pernah menyerang |atau mengancam| X").
    """
    clause = view.clauses[index]
    if clause.kind == RELATIVE and clause.governor is not None:
        start = view.clauses[clause.governor].span.start
        absent = absent_from(view.text[start : clause.span.start])
        return clause.span if absent is None else Span(start + absent, clause.span.end)
    if clause.kind == COORDINATE and clause.governor is not None:
        either = clause.span.of(view.text).split(maxsplit=1)[:1] in [[word] for word in clause_words("either")]
        return Span(view.clauses[clause.governor].span.start, clause.span.end) if either else clause.span
    if clause.kind != "complement" or clause.governor is None:
        return clause.span
    governing = view.clauses[clause.governor].span
    before = governing.of(view.text)
    return Span(governing.start, clause.span.end) if denies(before) or supposes(before) else clause.span


def _told_beside(view: Passage, date: Span, index: int) -> Deed | None:
    """Return what a date stands right beside: what is named after it, a verb of saying or denying; or None."""
    if names_edition(view, date):
        return _deed(view, [index], named_deed(view, date))
    if verb := verb_of_saying(view, date):
        return Deed((index,), Trigger(verb, act_named(SAYING), "active"), _said_by(view, verb), saying=True)
    if denial := denial_beside(view, date, index):
        return _deed(view, [index], denial)
    return None


def _said_by(view: Passage, verb: Span) -> Span:
    """Return the words that tell who says it, up to the end: the verb stands before the name, or behind it."""
    start = view.attribution.span.start if view.attribution else verb.start
    return Span(min(start, verb.start), view.span.end)


def _head_noun(view: Passage, index: int) -> Trigger | None:
    """Return the deed that a relative clause without one tells more of: the noun right before it, no clause between."""
    around = [] if index == 0 else view.triggers_in(index - 1)
    before = [one for one in around if one.span.end <= view.clauses[index].span.start]
    if not before or before[-1].voice != "noun":
        return None
    between = view.text[before[-1].span.end : view.clauses[index].span.start].split()
    return before[-1] if len(between) <= LONGEST_HEAD and not any(map(is_copula, between)) else None


def _under_occasion(view: Passage, index: int) -> Trigger | None:
    """Return the deed after an occasion in front that a relative clause dates ("Dalam acara yang digelar Kamis, …")."""
    governing = view.governor(index)
    opening = view.clauses[governing].span if governing is not None else None
    front = Span(_second_word(view.text, opening.start), opening.end) if opening else None
    if front is None or not is_under(view.text, front, "occasion"):
        return None
    later = [one for one in view.triggers if one.span.start >= view.clauses[index].span.end]
    return first_deed(later)


def _second_word(text: str, start: int) -> int:
    blank = text.find(" ", start)
    return start if blank < 0 else blank + 1
