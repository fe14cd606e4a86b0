"""The editor's entries: what a person decided after reading, with who, when and why (`data/curation.toml`)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple, TypeGuard

from timeline.decode import unreadable
from timeline.edtf import DateValue
from timeline.errors import DataError
from timeline.toml import read_toml

Action = Literal["set", "join", "split", "hide", "dispute", "note"]
ACTIONS: tuple[Action, ...] = ("set", "join", "split", "hide", "dispute", "note")
# What an editor may set by hand.
SETTABLE = ("edtf", "type", "label", "places", "actors")
# What each entry says besides what it is about.
SIGNED = ("by", "on", "reason")
LANGUAGES = frozenset({"id", "en"})
PAIR = 2

Row = dict[str, object]


class Where(NamedTuple):
    """Where an entry stands: its file, and which it is."""

    file: str
    place: str

    def fault(self, fault: str, **values: object) -> DataError:
        """Return the error for something there that is not right."""
        return DataError(fault, file=self.file, place=self.place, **values)


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision.

    events
        Ids (or aliases) of the events it is about: two or more for join, else one.
    claims
        Ids of the claims that become an event of their own (split).
    fields
        What is set, by field name; a label by language.
    by, on, reason
        The editor, the day, and why, in both languages.
    where
        Its file, and its place in it.
    """

    action: Action
    events: tuple[str, ...]
    claims: tuple[str, ...]
    fields: tuple[tuple[str, object], ...]
    by: str
    on: date
    reason: tuple[tuple[str, str], ...]
    where: Where


def load_curation(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file; none where there is no file. DataError names the entry that is wrong."""
    try:
        if not path.exists():
            return ()
    except OSError as error:
        raise unreadable(path, error) from error
    tables = read_toml(path)
    for name, rows in tables.items():
        if name not in ACTIONS:
            raise DataError("entry_action.found", file=str(path), place=name, actions=", ".join(ACTIONS))
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise DataError("entry_list.found", file=str(path), place=name, name=name)
    return tuple(
        _entry(action, row, Where(str(path), f"{action} {number}"))
        for action in ACTIONS
        for number, row in enumerate(tables.get(action, ()), 1)
    )


def _entry(action: Action, row: Row, where: Where) -> Entry:
    allowed = (*_names(action), *SIGNED, *(SETTABLE if action == "set" else ()))
    if odd := sorted(set(row) - set(allowed)):
        raise where.fault("entry_field.found", name=repr(odd[0]), action=action, names=", ".join(allowed))
    fields = tuple((name, _checked(name, row[name], where)) for name in SETTABLE if name in row)
    if missing := [name for name in (*_names(action), *SIGNED) if name not in row]:
        raise where.fault("entry_about.found", name=missing[0], action=action)
    if action == "set" and not fields:
        raise where.fault("entry_nothing.found", names=", ".join(SETTABLE))
    events, claims = _about(action, row, where)
    by, on, reason = _signed(row, where)
    return Entry(action, events, claims, fields, by, on, reason, where)


def _names(action: Action) -> tuple[str, ...]:
    """Return the fields that say what an entry is about."""
    return ("events",) if action == "join" else ("event", "claims") if action == "split" else ("event",)


def _about(action: Action, row: Row, where: Where) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the events and the claims that an entry is about."""
    found = {name: _texts(row[name]) for name in _names(action)}
    if odd := [name for name, texts in found.items() if not texts]:
        raise where.fault("entry_ids.found", name=odd[0], value=repr(row[odd[0]]))
    events = found.get("events") or found["event"]
    if (action == "join") != (len(events) >= PAIR) or len(set(events)) < len(events):
        fault = "entry_events.found" if action == "join" else "entry_event.found"
        raise where.fault(fault, events=", ".join(events))
    return events, found.get("claims", ())


def _signed(row: Row, where: Where) -> tuple[str, date, tuple[tuple[str, str], ...]]:
    """Return who decided, when and why."""
    by, on, reason = (row[name] for name in SIGNED)
    if not isinstance(by, str) or not by.strip():
        raise where.fault("entry_by.found", value=repr(by))
    if type(on) is not date:
        raise where.fault("entry_on.found", value=repr(on))
    if not _in_both(reason):
        raise where.fault("entry_reason.found", value=repr(reason))
    return by, on, tuple(sorted(reason.items(), reverse=True))


def _checked(name: str, value: object, where: Where) -> object:
    """Return what is set, a date as text."""
    if name == "edtf":
        try:
            return DateValue.parse(str(value)).edtf
        except ValueError as error:
            raise where.fault("entry_edtf.found", value=repr(value)) from error
    if name == "type" and not isinstance(value, str):
        raise where.fault("entry_text.found", name=name, value=repr(value))
    if name == "label" and not _in_both(value):
        raise where.fault("entry_label.found", value=repr(value))
    if name in ("places", "actors") and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise where.fault("entry_texts.found", name=name, value=repr(value))
    if name == "actors" and not value:
        raise where.fault("entry_nobody.found")
    return value


def _in_both(value: object) -> TypeGuard[dict[str, str]]:
    """Say whether it is a text in each language."""
    return (
        isinstance(value, dict)
        and set(value) == LANGUAGES
        and all(isinstance(one, str) and one.strip() for one in value.values())
    )


def _texts(value: object) -> tuple[str, ...]:
    """Return a text, or a list of them, as a tuple; nothing where it is neither."""
    found = value if isinstance(value, list) else [value]
    texts = tuple(one for one in found if isinstance(one, str) and one)
    return texts if len(texts) == len(found) else ()
