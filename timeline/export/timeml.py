"""TimeML: a text with its expressions of time as TIMEX3 elements (TimeML 1.2.1)."""

import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline.timex import Timex

DCT = "t0"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
# What XML 1.0 cannot hold, in any form.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_timeml(text: str, dct: date | None, timexes: Sequence[Timex]) -> str:
    """Return `text` as a TimeML document; the article's day is t0, expressions count from t1 in reading order.

    Our values go beyond TIMEX3 in one way: an interval is written a/b. Characters that XML forbids become U+FFFD.
    """
    body, at = [], 0
    for number, timex in enumerate(timexes, 1):
        body += [_text(text[at : timex.start]), _timex3(timex, number, anchored=dct is not None)]
        at = timex.end
    body.append(_text(text[at:]))
    return f"{HEAD}{_dct(dct)}<TEXT>{''.join(body)}</TEXT>\n</TimeML>\n"


def _dct(dct: date | None) -> str:
    if dct is None:
        return ""
    day = dct.isoformat()
    return (
        f'<DCT><TIMEX3 tid="{DCT}" type="DATE" value="{day}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )


def _timex3(timex: Timex, number: int, *, anchored: bool) -> str:
    attributes = {"tid": f"t{number}", "type": timex.type, "value": timex.value or ""}
    if timex.mod:
        attributes["mod"] = timex.mod.value
    if timex.type == "SET":
        attributes["quant"] = "EVERY"
    if anchored and timex.when is not None and timex.parts.year is None:
        attributes |= {"temporalFunction": "true", "anchorTimeID": DCT}
    told = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<TIMEX3 {told}>{_text(timex.text)}</TIMEX3>"


def _text(text: str) -> str:
    return escape(UNPRINTABLE.sub("�", text))
