"""The editor's entries applied after merging: join and split to groups of claims, the rest to events."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.curation import Entry
from timeline.edtf import DateValue
from timeline.events.agreement import parties
from timeline.events.event import Event, Note, events_of
from timeline.events.group import Group
from timeline.message import message
from timeline.names.actor import Gazetteer
from timeline.topic import TYPES, Topic, is_core

DISPUTED = "disputed"


def edited_events(
    groups: Sequence[Group], entries: Sequence[Entry], gazetteer: Gazetteer, topic: Topic | None
) -> tuple[tuple[Event, ...], tuple[Entry, ...]]:
    """Return the events under the editor's entries, and the entries that apply to no event or claim.

    DataError where an entry sets a type that is none, or names an actor nobody knows.
    """
    for entry in entries:
        _check(entry, gazetteer)
    idle: list[Entry] = []
    edited = list(groups)
    for entry in entries:
        if entry.action in ("join", "split"):
            changed = (
                _join(edited, entry, gazetteer, topic) if entry.action == "join" else _split(edited, entry, gazetteer)
            )
            idle += [] if changed else [entry]
    events = events_of(edited, gazetteer, topic)
    for entry in entries:
        if entry.action in ("join", "split"):
            continue
        found = find_event(events, entry.events[0])
        if found is None:
            idle.append(entry)
        else:
            edited_event = EDITS[entry.action](found, entry)
            events = _replaced(events, found, _weighed(edited_event, gazetteer, topic) if edited_event else None)
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id))), tuple(idle)


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


def find_event(events: Sequence[Event], event_id: str) -> Event | None:
    """Return the event of that id, or the one that has it as an alias; None if there is none."""
    own = next((event for event in events if event.id == event_id), None)
    return own or next((event for event in events if event_id in event.aliases), None)


def _replaced(events: tuple[Event, ...], old: Event, new: Event | None) -> tuple[Event, ...]:
    kept = [event if event.id != old.id else new for event in events]
    return tuple(event for event in kept if event is not None)


def _join(groups: list[Group], entry: Entry, gazetteer: Gazetteer, topic: Topic | None) -> bool:
    events = events_of(groups, gazetteer, topic)
    found = [event for name in entry.events if (event := find_event(events, name))]
    if len({event.id for event in found}) < len(entry.events):
        return False
    first, *others = [next(group for group in groups if group.claims[0].id in event.claims) for event in found]
    for other in others:
        first.absorb(other, 1.0, message("event.curated"))
        groups.remove(other)
    return True


def _split(groups: list[Group], entry: Entry, gazetteer: Gazetteer) -> bool:
    wanted = set(entry.claims)
    home = next((group for group in groups if wanted < {claim.id for claim in group.claims}), None)
    if home is None:
        return False
    moved = [claim for claim in home.claims if claim.id in wanted]
    stay = [claim for claim in home.claims if claim.id not in wanted]
    reasons = [one for one in home.reasons if not wanted & set(one.claims)]
    groups.remove(home)
    groups.append(Group(stay, [parties(claim.actors, gazetteer) for claim in stay], home.period, reasons))
    groups.append(Group(moved, [parties(claim.actors, gazetteer) for claim in moved], None))
    return True


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


EDITS: dict[str, Callable[[Event, Entry], Event | None]] = {
    "set": _set,
    "hide": _hidden,
    "dispute": _disputed,
    "note": _noted,
}
