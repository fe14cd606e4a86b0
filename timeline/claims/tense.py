"""When and how a deed is told: its date, done or planned, denied or thinkable, and why."""

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.claims.reach import is_one_more
from timeline.claims.scope import Scope
from timeline.dates.timex import Timex
from timeline.edtf import DateValue, Mod
from timeline.language.act import BIDDING, PROMISING, SPEECH, Trigger
from timeline.language.conjunction import clause_words, has_object, tells_deed
from timeline.language.coordination import COORDINATE
from timeline.language.modality import Modality, absent_from, asks, called_off, fell_through, modality_of, puts_off
from timeline.message import Message, message
from timeline.publication.published import Published

# Deeds after which a "before" or "until" tells by when something is to be done.
PROMISES = PROMISING | {BIDDING}
# How a verb is told that shares it with another joined to it.
SHARED = frozenset(["planned", "hypothetical"])
# What stands between a statement and what it states; what an interval without a beginning begins with in EDTF.
QUOTED, OPEN = ',”"', "../"
QUESTION, COLON, CLOSING = "?", ":", " ”’\"'"


def tell(
    view: Passage, scope: Scope, timex: Timex | None, published: Published, *, is_headline: bool
) -> tuple[DateValue | None, Modality, tuple[Message, ...]]:
    """Return the date, how the deed is told, and why."""
    modality, cue = _modality(view, scope, timex)
    why = (message("claim.cue", cue=cue, modality=message(f"claim.{modality}")),) if cue else ()
    if timex is None:
        when, reason = _undated(modality, published.when if is_headline else None)
        return when, modality, (reason, *why)
    if modality == "occurred" and _is_deadline(scope, timex):
        return timex.when, "planned", (message("claim.deadline"),)
    if modality == "planned" and cue and timex.when and _is_put_off(view.text, cue, timex):
        return DateValue.parse(timex.when.edtf.removeprefix(OPEN), timex.when.mod), modality, why
    if modality == "occurred" and (_points_ahead(timex) or _is_to_come(view, timex)):
        return timex.when, "planned", (message("claim.future"),)
    return timex.when, modality, why


def _modality(view: Passage, scope: Scope, timex: Timex | None) -> tuple[Modality, str | None]:
    """Return how the deed is told by its clause, the date's and what follows, and the cue that says so."""
    text, aside = view.text, scope.aside
    modality, cue = modality_of(text, _telling(text, scope), scope.trigger.span if scope.trigger else None)
    for end in (aside.start, aside.end) if aside else ():
        if modality == "occurred" and aside:
            modality, cue = modality_of(text, aside, Span(end, end))
    over = timex is not None and view.is_past(timex.span)
    if aside and (modality == "denied" or (modality == "planned" and over)) and _happened(view, aside):
        beside = modality_of(text, aside, Span(aside.end, aside.end))
        if beside[0] != "planned":  # "membatalkan kunjungan yang |direncanakan|"
            modality, cue = beside
    if modality in SHARED and cue and timex and _is_of_another(view, scope, cue, timex):
        return "occurred", None
    if modality == "denied" and cue and puts_off(cue) and timex and timex.earliest is None:
        return "planned", cue  # "menunda kunjungan |hingga Oktober|"
    if modality == "planned" and (fallen := _fell_through(view, scope.clause)):
        return "denied", fallen
    if modality == "planned" and timex and (off := called_off(text[timex.end : view.span.end])):
        return "denied", off
    if modality == "occurred" and (shared := _shared_plan(view, scope.trigger)):
        modality, cue = shared
    if modality == "occurred" and timex and (failed := _failed(view, scope, timex)):
        return "denied", failed
    return ("hypothetical", QUESTION) if modality == "occurred" and _is_asked(view, scope.trigger) else (modality, cue)


def _is_of_another(view: Passage, scope: Scope, cue: str, timex: Timex) -> bool:
    """Say whether what is planned or thinkable is what a verb before the deed's noun says, of what was long over.

    "Kedua pihak akan |membalas kunjungan| lurah pada Mei lalu"; "akan |mengadakan kunjungan|" plans the visit itself.
    """
    deed = scope.trigger
    if deed is None or deed.voice != "noun" or not view.is_past(timex.span) or view.is_news(timex.span):
        return False
    before = view.text[scope.clause.start : deed.span.start].lower()
    verbs = [word for word in before[before.rfind(cue.lower()) + len(cue) :].split() if has_object(word)]
    return bool(verbs) and verbs[-1] not in clause_words("light")


def _shared_plan(view: Passage, deed: Trigger | None) -> tuple[Modality, str | None] | None:
    """Return how a verb that is planned or thinkable is told, where the deed's is joined to it by no more than "and".

    "Lurah akan mengunjungi Demak |dan bertemu bupati pada Senin|"; else None.
    """
    clause = view.clause_at(deed.span.start) if deed else None
    if deed is None or clause is None or clause.kind != COORDINATE or clause.governor is None:
        return None
    joined = len(view.text[clause.span.start : deed.span.start].split()) <= 1
    if not joined or deed.voice != "active" or deed.act.rank == SPEECH:
        return None
    verbs = [one for one in view.triggers_in(clause.governor) if one.voice == "active"]
    told = modality_of(view.text, view.clauses[clause.governor].span, verbs[-1].span) if verbs else ("occurred", None)
    if verbs and told[0] == "occurred":
        return _shared_plan(view, verbs[-1])
    return told if told[0] in SHARED else None


def _is_to_come(view: Passage, timex: Timex) -> bool:
    """Say whether a date begins after the article was written."""
    return bool(view.written and timex.earliest and timex.earliest > view.written)


def _points_ahead(timex: Timex) -> bool:
    """Say whether an expression by itself means a time to come ("besok", "pekan depan"), whenever it was written."""
    parts = timex.parts
    shifts = (parts.shift, parts.deictic, parts.week_shift, parts.month_shift, parts.year_shift)
    return any(shift is not None and shift > 0 for shift in shifts)


def _happened(view: Passage, aside: Span) -> bool:
    """Say whether a relative clause tells when what is refused was done ("menolak usul |yang diajukan X pada Mei|")."""
    own = aside.of(view.text)
    return tells_deed(own) and absent_from(view.text[view.span.start : aside.start]) is None


def _is_asked(view: Passage, deed: Trigger | None) -> bool:
    """Say whether a sentence only asks what it tells, not what comes of it ("Kim Tiba di Rusia, |Apa Dibahas?|")."""
    sentence = view.span.of(view.text).rstrip(CLOSING)
    if not sentence.endswith(QUESTION) or COLON in sentence:
        return False
    told, _, tail = sentence.rpartition(",")
    return not (asks(tail) and deed is not None and deed.span.start < view.span.start + len(told))


def asks_after_colon(view: Passage, deed: Trigger | None) -> bool:
    """Say whether a headline names no deed before its colon, and asks after it ("Putin di Hanoi: Apa yang Dicari?")."""
    sentence = view.span.of(view.text).rstrip(CLOSING)
    colon = view.span.start + sentence.find(COLON)
    told = deed is not None and deed.voice != "noun" and deed.span.start < colon
    return COLON in sentence and not told and (sentence.endswith(QUESTION) or asks(sentence.partition(COLON)[2]))


def _fell_through(view: Passage, clause: Span) -> str | None:
    """Return the word with which the clause right after a plan says that nothing came of it, or None."""
    behind = (one.span for one in view.clauses if one.kind == "contrast" and one.span.start == clause.end)
    return next((fell_through(one.of(view.text)) for one in behind), None)


def _failed(view: Passage, scope: Scope, timex: Timex) -> str | None:
    """Return the word by which a date is that of a failure before the deed ("…, setelah dua kali |gagal| pada Mei")."""
    index = view.index_at(timex.start)
    listed = view.clauses[index].governor if is_one_more(view, index, timex.span) else None
    own = view.clauses[index if listed is None else listed]
    apart = own.kind == "subordinate" and scope.trigger is not None and not own.span.covers(scope.trigger.span)
    return fell_through(view.text[own.span.start : timex.start]) if apart else None


def _telling(text: str, scope: Scope) -> Span:
    """Return the span that says how the deed is told; of a statement not what it states.

    "Lurah akan tiba, |demikian pernyataan camat yang dirilis Jumat|."
    """
    deed = scope.trigger
    if deed is None or deed.act.rank != SPEECH:
        return scope.clause
    if deed.voice == "active":
        return Span(scope.clause.start, deed.span.end)
    if deed.voice == "passive":
        return scope.clause
    marks = [text.rfind(mark, scope.clause.start, deed.span.start) + 1 for mark in QUOTED]
    return Span(max(scope.clause.start, *marks), scope.clause.end)


def _is_put_off(text: str, cue: str, timex: Timex) -> bool:
    """Say whether a date without a beginning is the one something is put off to ("ditunda hingga |Oktober")."""
    before = text[max(timex.start - len(cue) - 1, 0) : timex.start].strip()
    return timex.earliest is None and (before.lower() == cue.lower() or puts_off(cue))


def _is_deadline(scope: Scope, timex: Timex) -> bool:
    """Say whether a date is the one by which something agreed or asked for is to be done ("sepakat … sebelum 2007")."""
    promised = scope.trigger and scope.trigger.voice == "active" and scope.trigger.act.type in PROMISES
    ends = timex.when is not None and (timex.when.mod is Mod.BEFORE or timex.when.earliest is None)
    return bool(promised) and ends and scope.trigger is not None and timex.start > scope.trigger.span.end


def _undated(modality: Modality, published: DateValue | None) -> tuple[DateValue | None, Message]:
    """Return the date of a headline that names none: about the day of publication, or from then on for a plan."""
    if published is None or published.earliest is None:
        return None, message("claim.undated")
    if modality == "planned":
        return DateValue.on(published.earliest).since(), message("claim.headline_plan")
    return published.approximate() if published.latest else None, message("claim.headline")
