"""The dated events as a calendar (iCalendar, RFC 5545): whole days, no time and no time zone."""

from collections.abc import Iterator
from datetime import date, timedelta

from timeline.chronology import Chronology
from timeline.export.telling import Told, title_of, told_events
from timeline.message import message

OCTETS = 75  # the longest line, its end not counted
# The format wants to know when an entry was made; a fixed answer keeps equal input to equal bytes.
STAMP = "19700101T000000Z"
STATUS = {"occurred": "CONFIRMED", "denied": "CANCELLED"}
OTHERWISE = "TENTATIVE"


def to_ics(chronology: Chronology) -> str:
    """Return a calendar with an entry over all days of each event; of an open event only the end that is known.

    Events without any date have no place in a calendar and are left out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Linimasa//Linimasa//ID", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(title_of(chronology, 'id'))}")
    for event in told_events(chronology):
        lines += _entry(event)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _entry(event: Told) -> Iterator[str]:
    first, last = event.earliest or event.latest, event.latest or event.earliest
    if first is None or last is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.id)}@linimasa"
    yield f"DTSTAMP:{STAMP}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"  # exclusive
    yield f"SUMMARY:{_escaped(event.name('id'))}"
    yield f"DESCRIPTION:{_escaped(_description(event))}"
    if event.places:
        yield f"LOCATION:{_escaped(', '.join(event.places))}"
    yield f"CATEGORIES:{event.type}"
    yield f"STATUS:{STATUS.get(event.status, OTHERWISE)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """Return the day in eight digits (strftime writes the year 928 in three on some systems)."""
    return day.isoformat().replace("-", "")


def _description(event: Told) -> str:
    told = [message("export.date_told", date=event.date_words("id")).text("id")]
    told += [remark.text("id") for remark in event.remarks]
    for quote in event.quotes:
        source = ", ".join(part for part in (quote.publisher, quote.title, quote.url) if part)
        told.append(message("export.quote", text=quote.text, source=source).text("id"))
    return "\n".join(told)


def _escaped(text: str) -> str:
    for mark, written in (("\\", "\\\\"), (";", r"\;"), (",", r"\,"), ("\r\n", r"\n"), ("\n", r"\n"), ("\r", r"\n")):
        text = text.replace(mark, written)
    return "".join(letter for letter in text if letter.isprintable() or letter == "\t")


def _folded(line: str) -> str:
    """Return the line in pieces of at most OCTETS bytes, cut between letters, each after the first behind a blank."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > OCTETS:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece]) + "\r\n"
