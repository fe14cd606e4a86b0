"""What is condemned, punished or refused: a deed told only as a reason was not done by whoever answers it."""

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.language.act import Trigger
from timeline.language.conjunction import tells_deed
from timeline.language.leading import has_own_doer, is_under
from timeline.names.mention import Mention

# PLOVER types of deeds that answer what another did.
ANSWERS = frozenset(["ACCUSE", "REJECT", "PROTEST", "SANCTION", "THREATEN"])


def reaction_to(view: Passage, deed: Trigger) -> Trigger | None:
    """Return the first word for an answer to the deed that a noun names, where nobody is told to have done it; or None.

    Nor may its clause tell where it was: who lives there took part then ("setelah serangan di Paris X mengecam Y").
    "X menghukum Y |setelah| uji coba nuklir pada 2006", "|Atas| peluncuran rudal pada Senin, X mengecam Y".
    """
    if deed.voice != "noun" or deed.act.mutual or deed.act.type in ANSWERS or _names_doer(view, deed):
        return None
    index = view.index_at(deed.span.start)
    clause = view.clauses[index]
    if clause.kind == "subordinate" and not (
        tells_deed(view.text[clause.span.start : deed.span.start]) or view.mentions_in([index])
    ):
        answering = view.governor(index)
    else:
        answering = index if is_under(view.text, deed.span, "cause") else None
    answers = [] if answering is None else view.triggers_in(answering)
    return next((one for one in answers if one.act.type in ANSWERS), None)


def answered(view: Passage, reaction: Trigger) -> list[Mention]:
    """Return whom an answer is aimed at: who is named behind it in its clause."""
    named = view.actors_in([view.index_at(reaction.span.start)])
    return [one for one in named if one.start >= reaction.span.end]


def _names_doer(view: Passage, deed: Trigger) -> bool:
    """Say whether the noun has a doer, with no comma between ("Atas serangan itu|,| X mengecam Y")."""
    behind = [one for one in view.actors_in([view.index_at(deed.span.start)]) if one.start >= deed.span.end]
    if not behind or "," in Span(deed.span.end, behind[0].start).of(view.text):
        return False
    return has_own_doer(view.text, deed.span, behind[0].span)
