"""The view a URL stands for, and the URL a view has: ids, never names; defaults leave nothing behind.

Reading never fails: what is unknown is left out, and a message says what was.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.edtf import DateValue
from timeline.message import LANGUAGES, Language, Message, message
from timeline.selection import EventIndex, Selection
from timeline.views.lanes import LANE_KINDS
from timeline.views.words import one_line

Parameters = Mapping[str, Sequence[str]]

ACTOR, SOURCE, TYPE, STATUS = "aktor", "sumber", "jenis", "status"
SINCE, UNTIL, TEXT, SCOPE, LANES = "dari", "sampai", "cari", "lingkup", "jalur"
EVENT, LANGUAGE, UNFOLD = "peristiwa", "bahasa", "lipat"
ARTICLE, QUOTE = "artikel", "kutipan"
CORE, ALL = "inti", "semua"
FLAT = "tidak"
FACET_NAMES = {"actors": ACTOR, "sources": SOURCE, "types": TYPE, "statuses": STATUS}
SCOPES = (ALL, CORE)

EVERYTHING = Selection()
LONGEST_TEXT = 200
SHOWN_VALUE = 60


@dataclass(frozen=True, slots=True)
class Address:
    """A view of the timeline page.

    event
        Id of the selected event; an alias has become the id it stands for.
    unfolded
        Draw empty years at full length.
    """

    selection: Selection = EVERYTHING
    lanes: str = LANE_KINDS[0]
    event: str | None = None
    language: Language = LANGUAGES[0]
    unfolded: bool = False

    def selecting(self, event: str | None) -> "Address":
        """Return this view with another event selected."""
        return replace(self, event=event)

    def filtered(self, **changes: object) -> "Address":
        """Return this view with some of its filters changed (fields of Selection)."""
        return replace(self, selection=replace(self.selection, **changes))  # type: ignore[arg-type]


def read_address(parameters: Parameters, index: EventIndex) -> tuple[Address, tuple[Message, ...]]:
    """Return the view that URL `parameters` ask for, and a message for each value that is not understood."""
    faults: list[Message] = []
    facets = {facet: _ids(parameters, name, index.values[facet], faults) for facet, name in FACET_NAMES.items()}
    since, until = _period(parameters, SINCE, faults), _period(parameters, UNTIL, faults)
    if since and until and since.earliest and until.latest and since.earliest > until.latest:
        faults.append(message("views.fault_order", first=since.edtf, last=until.edtf))
        since = until = None
    selection = Selection(
        actors=facets["actors"],
        sources=facets["sources"],
        types=facets["types"],
        statuses=facets["statuses"],
        since=since,
        until=until,
        text=_last(parameters, TEXT).strip()[:LONGEST_TEXT],
        core_only=_one_of(parameters, SCOPE, SCOPES, faults) == CORE,
    )
    lanes = _one_of(parameters, LANES, LANE_KINDS, faults)
    unfolded = _one_of(parameters, UNFOLD, ("ya", FLAT), faults) == FLAT
    event = _event(parameters, index, faults)
    return Address(selection, lanes, event, read_language(parameters, faults), unfolded), tuple(faults)


def write_address(address: Address) -> dict[str, list[str]]:
    """Return the URL parameters of a view, defaults left out, in a fixed order."""
    chosen = address.selection
    found = {name: [_written(facet, value) for value in chosen.facet(facet)] for facet, name in FACET_NAMES.items()}
    single = {
        SINCE: chosen.since.edtf if chosen.since else "",
        UNTIL: chosen.until.edtf if chosen.until else "",
        TEXT: chosen.text,
        SCOPE: CORE if chosen.core_only else "",
        LANES: "" if address.lanes == LANE_KINDS[0] else address.lanes,
        UNFOLD: FLAT if address.unfolded else "",
        EVENT: address.event or "",
        LANGUAGE: "" if address.language == LANGUAGES[0] else address.language,
    }
    return {name: values for name, values in {**found, **{n: [v] for n, v in single.items() if v}}.items() if values}


def read_language(parameters: Parameters, faults: list[Message]) -> Language:
    """Return the language asked for; the first one where it is not known."""
    found = _one_of(parameters, LANGUAGE, LANGUAGES, faults)
    return next(language for language in LANGUAGES if language == found)


def read_one(parameters: Parameters, name: str, known: Sequence[str], faults: list[Message]) -> str | None:
    """Return the last value of a parameter if it is one of `known`; None, and a message, if it is not."""
    value = _last(parameters, name)
    if not value or value in known:
        return value or None
    faults.append(_fault(name, value))
    return None


def _last(parameters: Parameters, name: str) -> str:
    values = parameters.get(name, ())
    return values[-1] if values else ""


def _fault(name: str, value: str) -> Message:
    return message("views.fault_value", name=name, value=one_line(value, SHOWN_VALUE))


def _written(facet: str, value: str) -> str:
    return value.lower() if facet == "types" else value


def _ids(parameters: Parameters, name: str, known: Sequence[str], faults: list[Message]) -> tuple[str, ...]:
    """Return the known ids among the values, without repeats; types are written small in the URL."""
    asked = list(dict.fromkeys(value for value in parameters.get(name, ()) if value))
    if not asked:
        return ()
    facet = next(key for key, value in FACET_NAMES.items() if value == name)
    ids = {_written(facet, value): value for value in known}
    faults.extend(_fault(name, value) for value in asked if value not in ids)
    return tuple(ids[value] for value in asked if value in ids)


def _one_of(parameters: Parameters, name: str, known: Sequence[str], faults: list[Message]) -> str:
    value = _last(parameters, name)
    if value and value not in known:
        faults.append(_fault(name, value))
    return value if value in known else known[0]


def _period(parameters: Parameters, name: str, faults: list[Message]) -> DateValue | None:
    """Return a year, month or day; None, and a message, for anything else."""
    value = _last(parameters, name).strip()
    if not value:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
            return DateValue.parse(value)
    except ValueError:
        pass
    faults.append(_fault(name, value))
    return None


def _event(parameters: Parameters, index: EventIndex, faults: list[Message]) -> str | None:
    value = _last(parameters, EVENT)
    if not value:
        return None
    if value in index.position:
        return index.ids[index.position[value]]
    faults.append(_fault(EVENT, value))
    return None
