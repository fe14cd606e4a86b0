"""The forms in which a chronology leaves the house, one module per format."""

from collections.abc import Callable

from timeline.chronology import Chronology
from timeline.export.as_csv import to_csv
from timeline.export.as_json import to_json

FORMATS: dict[str, Callable[[Chronology], str]] = {"json": to_json, "csv": to_csv}
