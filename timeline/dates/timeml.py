"""A text with its expressions marked as TIMEX3: TimeML 1.2.1 in the frame that TempEval-3 uses."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from timeline.dates.timex import Timex
from timeline.edtf import DateValue

# TIMEX3 wants a value; this is its way to say that the words do not fix one.
UNKNOWN = "XXXX"
# Characters that XML 1.0 does not allow, control characters above all.
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_timeml(text: str, dct: DateValue | None, timexes: Sequence[Timex]) -> str:
    """Return the document: the text whole, each expression in a TIMEX3, and the article's date where it is known.

    Characters that XML does not allow become U+FFFD, one for one, so that offsets stay.
    """
    document = ET.Element("TimeML")
    if dct:
        created = ET.SubElement(ET.SubElement(document, "DCT"), "TIMEX3", _created(dct))
        created.text = dct.edtf
    body = ET.SubElement(document, "TEXT")
    body.text = _clean(text[: timexes[0].start] if timexes else text)
    for number, timex in enumerate(timexes, 1):
        mark = ET.SubElement(body, "TIMEX3", _attributes(number, timex))
        mark.text = _clean(timex.text)
        end = timexes[number].start if number < len(timexes) else len(text)
        mark.tail = _clean(text[timex.end : end])
    return ET.tostring(document, encoding="unicode", xml_declaration=True)


def _created(dct: DateValue) -> dict[str, str]:
    return {"tid": "t0", "type": "DATE", "value": dct.edtf, "functionInDocument": "CREATION_TIME"}


def _attributes(number: int, timex: Timex) -> dict[str, str]:
    known = {"tid": f"t{number}", "type": timex.type, "value": timex.value or UNKNOWN}
    return {**known, "mod": str(timex.mod)} if timex.mod else known


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)
