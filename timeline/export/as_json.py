"""The whole chronology as JSON, the form that other programs read."""

import json

from timeline.chronology import Chronology
from timeline.schema import SCHEMAS, rows


def to_json(chronology: Chronology) -> str:
    """Return topic, build, actors, articles, claims and events, keys in the order of the tables' columns."""
    head = {"topic": chronology.topic, "build": chronology.build, "actors": chronology.actors}
    tables = {name: rows(getattr(chronology, name), name) for name in SCHEMAS}
    return json.dumps({**head, **tables}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
