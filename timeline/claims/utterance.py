"""What a date stands beside that is said, denied or promised: words, whose day is not that of what they tell."""

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.language.act import SPEECH, Trigger, act_named, glued
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_adverb, is_under, links
from timeline.language.marker import RELATIVE
from timeline.language.modality import denial_in, modality_of

# Words between a verb of saying and what somebody means to do ("menyatakan |siap untuk| mengirim").
MEANT = 2
AGREEING, DENYING = "agree", "deny"
OPENING_QUOTES = '“‘"'


def verb_of_saying(view: Passage, date: Span) -> Span | None:
    """Return the verb after what is said where the date follows its speaker and no other deed stands between."""
    said = view.attribution
    own = view.clause_at(date.start)
    if said is None or said.verb is None or date.start < said.span.end or own.kind == RELATIVE:
        return None
    between = Span(said.span.end, date.start)
    if between.of(view.text).endswith(", ") and _is_asked(between.of(view.text)):
        return said.verb
    earlier = max((one.end for one in view.timexes if between.covers(one.span)), default=date.start)
    if has_verb(view.text[earlier : date.start]):  # "kata X, Senin, |merujuk| pada tuntutan Y sehari sebelumnya"
        return None
    words = view.text[between.start : between.end].lstrip()
    if words.startswith(",") and is_adverb("".join(words[1:].split()[:1])):
        return None  # "Demak, kata X, |telah| tumbuh sejak Senin"
    told = [one for one in view.triggers if between.covers(one.span) and one.act.rank != SPEECH]
    deeds = [one for one in told if one.voice != "noun" or not is_under(view.text, one.span, "occasion")]
    quoted = any(mark in between.of(view.text) for mark in OPENING_QUOTES)
    return None if deeds or quoted else said.verb


def _is_asked(words: str) -> bool:
    """Say whether what follows a speaker only tells what they were asked or answered ("kata X |saat ditanya Y|")."""
    return not clause_words("asked").isdisjoint(words.lower().split(maxsplit=2)[:2])


def denial_beside(view: Passage, date: Span, index: int) -> Trigger | None:
    """Return the verb of denying that a date stands right before or behind: that was done, if not what is denied."""
    clause = view.clauses[index].span
    found = denial_in(clause.of(view.text))
    if found is None:
        return None
    verb = Span(clause.start + found[0], clause.start + found[1])
    between = view.text[min(date.end, verb.end) : max(date.start, verb.start)]
    if any(one.span.overlaps(verb) for one in view.triggers) or tells_deed(between):
        return None
    near = date.end <= verb.start or len(between.split()) <= 1
    return Trigger(verb, act_named(DENYING), "active") if near else None


def dates_what_is_said(view: Passage, verb: Trigger, date: Span) -> bool:
    """Say whether a date stands within what a verb of saying says, not right behind the verb, nor at the end."""
    between = view.text[verb.span.end : max(verb.span.end, date.start)]
    words = between.replace(",", " ").split()
    if verb.span.of(view.text).lower() not in clause_words("reporting"):
        return False
    if len(words) <= MEANT or not has_verb(between):  # "mengungkap |serangan itu| Senin" tells when it was revealed
        return False
    at_the_end = between.rstrip().endswith(",") and view.is_news(date)
    second = view.text.index(words[1], view.text.index(words[0], verb.span.end) + len(words[0]))
    # "mengatakan |dalam pidato| Senin"
    occasion = (view.is_news(date) or not view.is_past(date)) and is_under(
        view.text, Span(second, date.start), "occasion"
    )
    return not (at_the_end or occasion or links(words[0]))


def promise_of(view: Passage, verb: Trigger, *, news: bool) -> Trigger | None:
    """Return the verb right before another that tells what is agreed to or meant ("sepakat |memulihkan …"), or None.

    A plan may be made known of what a noun names too ("mengumumkan |rencananya menggelar uji coba|").
    """
    before = [one for one in view.triggers if one.span.end <= verb.span.start]
    if not before or before[-1].voice != "active":
        return None
    between = Span(before[-1].span.end, verb.span.start)
    first = "".join(between.of(view.text).lower().split()[:1])
    if before[-1].act.rank == SPEECH and first.removesuffix(glued()) in clause_words("scheme"):
        return before[-1] if news else None
    if verb.voice != "active":
        return None
    if before[-1].act.rank == SPEECH:  # "menyatakan |bersedia mengirim …"
        return before[-1] if news and _plans(view.text, between) else None
    if before[-1].act.name != AGREEING:
        return None
    return None if between.of(view.text).strip() and not is_under(view.text, verb.span, "purpose") else before[-1]


def _plans(text: str, between: Span) -> bool:
    """Say whether nothing but a word for what is yet to come, and an adverb, stands between two verbs."""
    near = len(between.of(text).split()) <= MEANT
    return near and modality_of(text, between, None)[0] == "planned"
