"""The whole chronology as JSON, the form that other programs read."""

import json

from timeline.chronology import Chronology
from timeline.schema import rows

# Needed to merge, of no use to a reader of the export.
INTERNAL = frozenset({"ordinal"})


def to_json(chronology: Chronology) -> str:
    """Return topic, build, actors, articles, claims and events, keys in the order of the tables' columns."""
    tables = {
        name: [
            {key: value for key, value in row.items() if key not in INTERNAL}
            for row in rows(getattr(chronology, name), name)
        ]
        for name in ("articles", "claims", "events")
    }
    head = {"topic": chronology.topic, "build": chronology.build, "actors": chronology.actors}
    return json.dumps({**head, **tables}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
