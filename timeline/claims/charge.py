"""Deeds that somebody is only charged with, and by whom ("X menuduh Y |menyerang| Z")."""

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.language.act import CHARGING, Trigger
from timeline.names.mention import Mention

# Under this a deed is not told as done.
ACCUSING = "accuse"


def charges(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only charges another with the deed ("|X| menuduh Y menyerang …")."""
    charge = _charge(view, trigger)
    if charge is None or charge.voice != "active" or one.span.end > charge.span.start:
        return False
    between = Span(charge.span.end, trigger.span.start)
    return any(between.covers(other.span) for other in view.actors)


def _charge(view: Passage, trigger: Trigger) -> Trigger | None:
    """Return the verb before a deed that keeps it from its date, unless the deed has a clause and a subject of its own.

    "X mengecam Y, |dan Z menarik| duta besarnya."
    """
    charge = next((one for one in view.triggers if one.act.rank >= CHARGING and one.span < trigger.span), None)
    own = view.clause_at(trigger.span.start).span
    subject = Span(own.start, max(own.start, trigger.span.start))
    apart = charge is not None and not own.covers(charge.span)
    return None if apart and any(subject.covers(one.span) for one in view.actors) else charge


def accuser_of(view: Passage, trigger: Trigger | None) -> Mention | None:
    """Return who accuses somebody of the deed, or None."""
    charge = _charge(view, trigger) if trigger else None
    if trigger is None or charge is None or charge.act.name != ACCUSING:
        return None
    return next((one for one in view.actors if charges(view, one, trigger)), None)
