"""The editor's entries applied after merging: join and split to groups of claims, the rest to events."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from timeline.curation import Entry
from timeline.edtf import DateValue
from timeline.errors import DataError
from timeline.events.agreement import sides
from timeline.events.event import Event, Note, events_of
from timeline.events.group import Group
from timeline.message import message
from timeline.names.actor import Gazetteer
from timeline.plover import TYPES
from timeline.topic import Topic, is_core

DISPUTED = "disputed"


def edited_events(
    groups: Sequence[Group], entries: Sequence[Entry], gazetteer: Gazetteer, topic: Topic | None
) -> tuple[tuple[Event, ...], tuple[DataError, ...]]:
    """Return the events under the editor's entries, and why an entry does not apply: nothing is guessed for it.

    DataError where an entry sets a type that is none, or names an actor nobody knows.
    """
    for entry in entries:
        _check(entry, gazetteer)
    idle: list[DataError] = []
    events = _regrouped(groups, entries, idle, gazetteer, topic)
    done: dict[tuple[str, str], Entry] = {}
    for entry in (one for one in entries if one.action in EDITS):
        try:
            meant = _meant(events, entry.events[0], entry)
            _set_once(meant, entry, done)
        except DataError as fault:
            idle.append(fault)
            continue
        changed = EDITS[entry.action](meant, entry)
        events = _replaced(events, meant, _weighed(changed, gazetteer, topic) if changed else None)
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id))), tuple(idle)


def _regrouped(
    groups: Sequence[Group],
    entries: Sequence[Entry],
    idle: list[DataError],
    gazetteer: Gazetteer,
    topic: Topic | None,
) -> tuple[Event, ...]:
    """Return the events after what is joined and split, each with who did so and why; what does not apply is `idle`."""
    edited, applied = list(groups), []
    for entry in (one for one in entries if one.action in REGROUPING):
        events = events_of(edited, gazetteer, topic)
        try:
            meant = [_meant(events, name, entry) for name in entry.events]
            applied.append((entry, REGROUPING[entry.action](edited, meant, entry, gazetteer)))
        except DataError as fault:
            idle.append(fault)
    events = events_of(edited, gazetteer, topic)
    for entry, claims in applied:
        events = tuple(event if claims.isdisjoint(event.claims) else _noted(event, entry) for event in events)
    return events


def _check(entry: Entry, gazetteer: Gazetteer) -> None:
    for name, value in entry.fields:
        if name == "type" and value not in TYPES:
            raise entry.where.fault("entry_type.found", value=repr(value), types=", ".join(sorted(TYPES)))
        if name == "actors" and (unknown := [one for one in _texts(value, ()) if one not in gazetteer.actors]):
            raise gazetteer.unknown(unknown[0], file=entry.where.file, place=entry.where.place)


def _weighed(event: Event, gazetteer: Gazetteer, topic: Topic | None) -> Event:
    """Return the event as core or context by what it says now."""
    core = topic is not None and is_core(topic, event.type, event.actors, event.when.latest, gazetteer)
    return replace(event, core=core)


def _meant(events: Sequence[Event], event_id: str, entry: Entry) -> Event:
    """Return the event of that id, or the one that has it as an alias; DataError where there is none, or several."""
    found = [event for event in events if event.id == event_id] or [one for one in events if event_id in one.aliases]
    if not found:
        raise entry.where.fault("entry_idle.found", event=event_id)
    if len(found) > 1:
        raise entry.where.fault("entry_several.found", event=event_id, ids=_listed(one.id for one in found))
    return found[0]


def _set_once(event: Event, entry: Entry, done: dict[tuple[str, str], Entry]) -> None:
    """Remember what an entry sets; DataError where another has set it."""
    for name, _ in entry.fields:
        earlier = done.setdefault((event.id, name), entry)
        if earlier is not entry:
            raise entry.where.fault("entry_again.found", name=name, event=event.id, entry=earlier.where.place)


def _replaced(events: tuple[Event, ...], old: Event, new: Event | None) -> tuple[Event, ...]:
    kept = [event if event.id != old.id else new for event in events]
    return tuple(event for event in kept if event is not None)


def _join(groups: list[Group], found: Sequence[Event], entry: Entry, _gazetteer: Gazetteer) -> frozenset[str]:
    """Make one of the groups of these events; return their claims."""
    if len({event.id for event in found}) < len(found):
        raise entry.where.fault("entry_joined.found", events=_listed(entry.events))
    first, *others = [next(group for group in groups if group.claims[0].id in event.claims) for event in found]
    for other in others:
        first.absorb(other, 1.0, message("event.curated"))
        groups.remove(other)
    return frozenset(claim.id for claim in first.claims)


def _split(groups: list[Group], found: Sequence[Event], entry: Entry, gazetteer: Gazetteer) -> frozenset[str]:
    """Take the entry's claims out of the event they are of; return all that it had."""
    wanted, had = set(entry.claims), frozenset(found[0].claims)
    if not wanted < had:
        fault = "entry_whole.found" if wanted >= had else "entry_claims.found"
        strange = _listed(sorted(wanted - had))
        raise entry.where.fault(fault, event=found[0].id, strange=strange, claims=_listed(found[0].claims))
    home = next(group for group in groups if group.claims[0].id in had)
    moved = [claim for claim in home.claims if claim.id in wanted]
    stay = [claim for claim in home.claims if claim.id not in wanted]
    reasons = [one for one in home.reasons if not wanted & set(one.claims)]
    groups.remove(home)
    groups.append(Group(stay, [sides(claim, gazetteer) for claim in stay], home.period, reasons))
    groups.append(Group(moved, [sides(claim, gazetteer) for claim in moved], None))
    return had


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)


def _noted(event: Event, entry: Entry) -> Event:
    return replace(event, notes=(*event.notes, Note(entry.by, entry.on.isoformat(), entry.reason)))


def _disputed(event: Event, entry: Entry) -> Event:
    return replace(_noted(event, entry), status=DISPUTED)


def _hidden(_event: Event, _entry: Entry) -> None:
    return None


def _set(event: Event, entry: Entry) -> Event:
    """Return the event with what the editor set; a date as EDTF, a label by language."""
    fields = dict(entry.fields)
    when = DateValue.parse(str(fields["edtf"])) if "edtf" in fields else event.when
    label = fields.get("label")
    return replace(
        _noted(event, entry),
        when=when,
        type=str(fields.get("type", event.type)),
        label=tuple(label.items()) if isinstance(label, dict) else event.label,
        actors=_texts(fields.get("actors"), event.actors),
        places=_texts(fields.get("places"), event.places),
    )


def _texts(value: object, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else otherwise


REGROUPING: dict[str, Callable[[list[Group], Sequence[Event], Entry, Gazetteer], frozenset[str]]] = {
    "join": _join,
    "split": _split,
}
EDITS: dict[str, Callable[[Event, Entry], Event | None]] = {
    "set": _set,
    "hide": _hidden,
    "dispute": _disputed,
    "note": _noted,
}
