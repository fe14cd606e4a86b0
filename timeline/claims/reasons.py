"""Why a sentence is read as it is, in words: its date, its deed, who is named, who only charges somebody with it."""

from timeline.claims.grounds import Grounds
from timeline.claims.passage import Passage
from timeline.claims.scope import Scope
from timeline.dates.timex import Timex
from timeline.message import Message, message
from timeline.names.mention import explain


def date_reasons(grounds: Grounds, timex: Timex | None) -> tuple[Message, ...]:
    """Return why an expression means the days it does; nothing where none dates the claim."""
    if timex is None or not grounds.is_heading(timex):
        return timex.reasons if timex else ()
    return *timex.reasons, message("claim.heading", text=timex.text)


def charge_reasons(accuser: str | None) -> tuple[Message, ...]:
    """Return that somebody is only charged with the deed, and by whom."""
    return (message("claim.alleged", who=accuser),) if accuser is not None else ()


def scope_reasons(view: Passage, scope: Scope, *, ordinal: int | None, counted: bool) -> tuple[Message, ...]:
    """Return which word names the deed, how who is named is known, and what is counted."""
    told = [
        _deed_reason(view.text, scope),
        *filter(None, dict.fromkeys(explain(one, view.text, view.gazetteer) for one in scope.named)),
    ]
    if scope.bridged:
        told.append(message("claim.bridged"))
    if ordinal:
        told.append(message("claim.ordinal", number=ordinal))
    if counted:
        told.append(message("claim.counted"))
    return tuple(told)


def _deed_reason(text: str, scope: Scope) -> Message:
    trigger = scope.trigger
    if trigger is None:
        return message("claim.untriggered")
    word = trigger.span.of(text)
    return message("claim.trigger", word=word, type=message(f"views.type_{trigger.act.type}"))
