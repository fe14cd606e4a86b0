"""Dates of no deed told: of what is named, counted, shown, or done or reported by somebody unknown."""

from collections.abc import Sequence
from datetime import timedelta

from timeline.claims.deed import Deed, marks
from timeline.claims.edition import begins_a_count, is_of_pact, is_of_thing, is_of_topic, names_its_noun, tells_tenure
from timeline.claims.participants import head_of, speakers_and_spoken
from timeline.claims.passage import Passage
from timeline.claims.predicate import names_stranger
from timeline.dates.timex import Timex
from timeline.language.act import SPEECH, Trigger
from timeline.language.conjunction import clause_words
from timeline.language.leading import is_term
from timeline.language.marker import RELATIVE, SEQUEL
from timeline.pattern import compiled_bytes, find_spans
from timeline.ruletable import rule_table

# Words from what shows something to the relative clause that tells when it came out ("foto-foto Kim |yang dirilis …").
LONGEST_HEAD = 4
# Days; a time in brackets behind a name that is longer is a life.
SHORTEST_LIFE = 20 * 365
# How long after a day it may be told when it was kept, rather than what.
LONG_AGO = timedelta(days=3653)


def dates_no_deed(view: Passage, timex: Timex, deed: Deed) -> bool:
    """Say whether a date is of what is named, counted, shown or reported by somebody unknown: of no deed told."""
    if deed.saying:
        return not speakers_and_spoken(view, deed).doers
    if _is_kept(view, timex, deed.trigger):
        return True
    if is_term(view.text, timex.span) or (deed.trigger is not None and tells_tenure(view, timex)):
        return True
    if deed.trigger is not None and deed.trigger.act.rank == SPEECH and is_of_topic(view, deed.trigger, timex):
        return True
    first = deed.chain[0]
    sequel = view.clauses[first].kind == SEQUEL and not view.triggers_in(first)
    if sequel and not view.actors_in([first]):
        return True  # "X menyetujuinya pada 2023, |disusul majelis tinggi pada 2024|"
    if _is_strangers(view, deed):
        return True
    if _is_life(view, timex):
        return True
    named = names_its_noun(view, timex) or is_of_pact(view, timex, deed.trigger)
    named = named or is_of_thing(view, timex, deed.trigger) or begins_a_count(view, timex)
    return named or _shows(view, deed) or (deed.trigger is None and _tells_of_a_thing(view, deed.chain))


def _is_life(view: Passage, timex: Timex) -> bool:
    """Say whether two days in brackets right behind a name tell how long somebody lived ("Budi (2 Mei 1901 – …")."""
    before = view.text[view.span.start : timex.start].rstrip()
    lead = before.removesuffix("(").split()[-1:] if before.endswith("(") or timex.text.startswith("(") else []
    whole = timex.earliest and timex.latest and (timex.latest - timex.earliest).days > SHORTEST_LIFE
    return bool(whole and lead and lead[0][0].isupper())


def _is_kept(view: Passage, timex: Timex, told: Trigger | None) -> bool:
    """Say whether a date is that of what others keep long after ("X menghadiri upacara |memperingati| … 27 Juli 1953").

    Whoever is named behind that word may have had a part in a deed told there.
    """
    if not (view.written and timex.latest and view.written - timex.latest >= LONG_AGO):
        return False
    kept = keeps(view.text[view.span.start : timex.start])
    if kept is None:
        return False
    behind = view.span.start + kept
    return told is None or told.span.start < behind or not any(one.start >= behind for one in view.actors)


def keeps(words: str) -> int | None:
    """Return where the words end by which a day told behind is kept ("upacara yang |menandai|"), or None."""
    pattern = compiled_bytes(rf"\b(?:{rule_table('modality.toml')['kept']['pattern']})\b")
    return max((end for _, end, _ in find_spans(pattern, words)), default=None)


def _is_strangers(view: Passage, deed: Deed) -> bool:
    """Say whether a clause joined by "and" names nobody but a stranger as its subject ("X tiba dan |Budi| pulang")."""
    index = view.index_at(deed.trigger.span.start) if deed.trigger else 0
    if deed.trigger is None or view.clauses[index].kind != "coordinate" or view.actors_in([index]):
        return False
    return names_stranger(view, index, deed.trigger)


def _shows(view: Passage, deed: Deed) -> bool:
    """Say whether a date is the one on which a picture came out ("dalam foto |yang dirilis Senin|")."""
    clause = view.clauses[deed.chain[0]]
    before = view.text[view.span.start : clause.span.start].lower().split()[-LONGEST_HEAD:]
    return clause.kind == RELATIVE and any(word.strip(",") in clause_words("picture") for word in before)


def _tells_of_a_thing(view: Passage, chain: Sequence[int]) -> bool:
    """Say whether a date stands in a relative clause on something that nobody is ("perang, |yang pecah pada 2022|")."""
    first = chain[0]
    if view.clauses[first].kind != RELATIVE:
        return False
    return marks(view, first) or not (head_of(view, first) or view.actors_in([first]))
