"""The events as a table for spreadsheets."""

import csv
import io
from typing import Any

from timeline.chronology import Chronology
from timeline.schema import rows

COLUMNS = (
    "id", "edtf", "mod", "earliest", "latest", "type", "status", "core", "label_id", "label_en", "actors", "places",
    "sources", "independent_sources", "claims", "quotes",
)  # fmt: skip
# A cell that starts so would be run as a formula by a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(chronology: Chronology) -> str:
    """Return a row for each event, in the order of the table; lists are joined by "; ", quotes by a line break.

    Cells that a spreadsheet would run as a formula begin with an apostrophe.
    """
    quotes = {row["id"]: row["quote"] for row in rows(chronology.claims, "claims")}
    names = {actor["id"]: actor["name"]["id"] for actor in chronology.actors}
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for event in rows(chronology.events, "events"):
        writer.writerow({name: _cell(value) for name, value in _flat(event, names, quotes).items()})
    return written.getvalue()


def _flat(event: dict[str, Any], names: dict[str, str], quotes: dict[str, str]) -> dict[str, object]:
    return {
        **event,
        "core": str(event["core"]).lower(),
        "label_id": event["label"]["id"],
        "label_en": event["label"]["en"],
        "actors": "; ".join(names.get(actor, actor) for actor in event["actors"]),
        "places": "; ".join(event["places"]),
        "sources": "; ".join(event["sources"]),
        "claims": "; ".join(event["claims"]),
        "quotes": "\n".join(quotes[claim] for claim in event["claims"] if claim in quotes),
    }


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
