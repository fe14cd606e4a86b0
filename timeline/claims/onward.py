"""What a clause joined by "and" to another tells of the same subject: "tiba di Demak |dan bertemu lurah|"."""

from timeline.claims.passage import Passage
from timeline.claims.predicate import names_stranger
from timeline.language.act import Trigger
from timeline.language.modality import modality_of


def goes_on(view: Passage, index: int, wider: int) -> Trigger | None:
    """Return the verb by which a clause goes on with the subject of the clause `wider`, told as done; else None."""
    clause, told = view.clauses[index], view.triggers_in(index)
    if clause.kind != "coordinate" or view.governor(index) != wider or not told or told[0].voice != "active":
        return None
    if modality_of(view.text, clause.span, told[0].span)[0] != "occurred" or names_stranger(view, index, told[0]):
        return None
    named = (one for one in view.mentions_in([index]) if one.as_ == "actor")
    return None if any(one.start < told[0].span.start for one in named) else told[0]
