"""The forms in which a chronology leaves the house, one module per format."""

from collections.abc import Callable

from timeline.chronology import Chronology
from timeline.export.as_csv import to_csv
from timeline.export.as_html import to_html
from timeline.export.as_ics import to_ics
from timeline.export.as_json import to_json
from timeline.export.as_jsonld import to_jsonld
from timeline.export.as_timelinejs import to_timelinejs

FORMATS: dict[str, Callable[[Chronology], str]] = {
    "json": to_json,
    "csv": to_csv,
    "ics": to_ics,
    "timelinejs": to_timelinejs,
    "jsonld": to_jsonld,
    "html": to_html,
}
