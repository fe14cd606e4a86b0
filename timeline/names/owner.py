"""Whom the bearer of a title acts for: the body or state that the title names first."""

from collections.abc import Sequence

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.title import home_words, title_words
from timeline.names.token import Token
from timeline.names.wording import mention_words

OWNING = frozenset({"state", "organisation", "building"})
LOCATED = frozenset({"place", "government"})


def owner_of(text: str, head: Span, title: Sequence[Token], gazetteer: Gazetteer) -> str | None:
    """Return the id of whom they act for; None for nobody known, or where two states share the title."""
    words = [one.of(text).lower() for one in (head, *(token.span for token in title))]
    if not title_words("private").isdisjoint(words):
        return None
    committees = home_words("committee")
    if sits := next((committees[word.strip("()")] for word in words if word.strip("()") in committees), None):
        return None if title_words("local") & set(words) else sits
    title = _from_ministry(text, title)
    known = [one.known.form for one in title if one.known is not None]
    owners = [form.ids[0] for form in known if form.kind in OWNING]
    if owners:
        states = {form.ids[0] for form in known if form.kind == "state"}
        return None if len(states) > 1 and owners[0] in states and _joins_states(text, title) else owners[0]
    homes = [home_words()[word] for word in words if word in home_words()]
    places = [gazetteer.places[form.ids[0]].state for form in known if form.kind in LOCATED]
    return next((one for one in (*homes, *places) if one in gazetteer.actors), None)


def _from_ministry(text: str, title: Sequence[Token]) -> Sequence[Token]:
    """Return a title from the ministry on whose desk for a state is named before it ("Dirjen Oman |Kementerian …|")."""
    words = [one.span.of(text).lower().split()[0] for one in title]
    at = next((at for at, word in enumerate(words) if word in title_words("ministry")), 0)
    return title[at:]


def _joins_states(text: str, title: Sequence[Token]) -> bool:
    """Say whether a title is for several states ("Direktur Jenderal Prancis dan Oman")."""
    states = [one.span for one in title if one.known is not None and one.known.form.kind == "state"]
    between = text[states[0].end : states[1].start].lower().split()
    return not mention_words("joining").isdisjoint(between)
