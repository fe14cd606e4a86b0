"""The editor's entries: what a person decided after reading, with who, when and why (`data/curation.toml`)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from timeline.errors import DataError

Action = Literal["set", "join", "split", "hide", "dispute", "note"]
ACTIONS: tuple[Action, ...] = ("set", "join", "split", "hide", "dispute", "note")
# What an editor may set by hand.
SETTABLE = ("edtf", "type", "label", "places", "actors")


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
    """

    action: Action
    events: tuple[str, ...]
    claims: tuple[str, ...]
    fields: tuple[tuple[str, object], ...]
    by: str
    on: date
    reason: tuple[tuple[str, str], ...]


def load_curation(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file; none where there is no file. DataError names the entry that is wrong."""
    if not path.exists():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(file=str(path), place="TOML", found=str(error), remedy="Mend the syntax there.") from error
    unknown = sorted(set(tables) - set(ACTIONS))
    if unknown:
        raise DataError(file=str(path), place=unknown[0], found="no such action", remedy=f"Use {', '.join(ACTIONS)}.")
    return tuple(
        _entry(action, row, f"{path}: {action} {number}")
        for action in ACTIONS
        for number, row in enumerate(tables.get(action, ()), 1)
    )


def _entry(action: Action, row: dict[str, object], place: str) -> Entry:
    reason, on, by = row.get("reason"), row.get("on"), row.get("by")
    if not isinstance(by, str) or not isinstance(on, date):
        raise DataError(file="curation", place=place, found=f"by {by!r}, on {on!r}", remedy="Give an editor and a day.")
    if not isinstance(reason, dict) or set(reason) != {"id", "en"}:
        raise DataError(
            file="curation", place=place, found=f"reason {reason!r}", remedy="Give reason.id and reason.en."
        )
    events = _texts(row.get("events", row.get("event")))
    claims = _texts(row.get("claims"))
    fields = tuple((name, row[name]) for name in SETTABLE if name in row)
    missing = (
        (not events and "event") or (action == "join" and len(events) < 2 and "events")  # noqa: PLR2004  at least a pair
    ) or ((action == "split" and not claims and "claims") or (action == "set" and not fields and "a field to set"))
    if missing:
        raise DataError(file="curation", place=place, found=f"no {missing}", remedy=f"An entry of {action} needs it.")
    return Entry(action, events, claims, fields, by, on, tuple(sorted(reason.items(), reverse=True)))


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
