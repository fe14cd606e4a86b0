"""The events as a table for spreadsheets."""

import csv
import io
from typing import Any

from timeline.chronology import Chronology
from timeline.export.telling import Told, told_events
from timeline.schema import rows

COLUMNS = (
    "id", "edtf", "mod", "earliest", "latest", "type", "status", "core", "label_id", "label_en", "actors", "places",
    "sources", "independent_sources", "claims", "quotes", "publishers", "urls", "remarks",
)  # fmt: skip
# A cell that starts so would be run as a formula by a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(chronology: Chronology) -> str:
    """Return a row for each event, in the order of the table.

    Lists are joined by "; ", quotes and remarks by a line break.
    Cells that a spreadsheet would run as a formula begin with an apostrophe.
    """
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for event, told in zip(rows(chronology.events, "events"), told_events(chronology), strict=True):
        writer.writerow({name: _cell(value) for name, value in _flat(event, told).items()})
    return written.getvalue()


def _flat(event: dict[str, Any], told: Told) -> dict[str, object]:
    return {
        **event,
        "core": str(event["core"]).lower(),
        "label_id": told.name("id"),
        "label_en": told.name("en"),
        "actors": "; ".join(told.actors),
        "places": "; ".join(told.places),
        "sources": "; ".join(event["sources"]),
        "claims": "; ".join(event["claims"]),
        "quotes": "\n".join(quote.text for quote in told.quotes),
        "publishers": "; ".join(dict.fromkeys(quote.publisher for quote in told.quotes)),
        "urls": "; ".join(dict.fromkeys(quote.url for quote in told.quotes if quote.url)),
        "remarks": "\n".join(remark.text("id") for remark in told.remarks),
    }


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
