"""What is told to last since a day: one event with what happened on that day, and with what others say lasts since."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from timeline.claims.claim import PAIR, Claim
from timeline.edtf import DateValue
from timeline.events.agreement import sides
from timeline.events.group import Group
from timeline.language.act import SPEECH
from timeline.message import message
from timeline.names.actor import Gazetteer

# An interval without an end ends so in EDTF.
OPEN = "/.."


def join_lasting(claims: Sequence[Claim], groups: Sequence[Group], gazetteer: Gazetteer) -> list[Group]:
    """Join each claim that tells since which day a deed of both sides lasts to the one such event that begins then.

    "Gencatan senjata mulai berlaku |sejak 4 Mei|" is that of the 4th. Returns what joins none as groups of their own.
    """
    begun: dict[object, list[Group]] = defaultdict(list)
    for group in groups:
        if group.period and group.period[0] == group.period[1]:
            begun[_key(group.claims[0], group.parties[0], group.period[0])].append(group)
    alone = []
    for claim in claims:
        who, day = sides(claim, gazetteer), _first_day(claim)
        known = begun[_key(claim, who, day)] if day and len(who) >= PAIR else []
        fitting = [group for group in known if group.takes(claim, who, gazetteer)]
        if len(fitting) == 1:
            fitting[0].add(claim, who, 0.7, message("event.begun"))
            continue
        alone.append(Group([claim], [who], None))
        known.append(alone[-1])
    return alone


def _key(claim: Claim, who: dict[str, frozenset[str]], day: date) -> object:
    return claim.act, frozenset(who), day


def _first_day(claim: Claim) -> date | None:
    """Return the day since which a deed lasts; None where that is no single day, or the deed a saying or counted."""
    if claim.when is None or claim.counted or claim.deed is None or claim.deed.rank == SPEECH:
        return None
    begins, is_open, _ = claim.when.edtf.partition(OPEN)
    first = DateValue.parse(begins) if is_open and not claim.when.edtf.startswith("..") else None
    return first.earliest if first and first.earliest == first.latest else None
