"""TimeML: well-formed for any text, the text whole, each expression marked once."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.normaliser import read_timexes
from timeline.dates.timeml import write_timeml
from timeline.edtf import DateValue

DCT = DateValue.parse("2019-05-10")


def marked(text: str, dct: DateValue | None = DCT) -> ET.Element:
    return ET.fromstring(write_timeml(text, dct, read_timexes(text, dct)))


def test_expressions_are_marked_in_place() -> None:
    body = marked("Gudang itu terbakar Kamis (9/5/2019) dan ditutup selama tiga bulan.").find("TEXT")
    assert body is not None
    assert [(one.get("type"), one.get("value"), one.text) for one in body] == [
        ("DATE", "2019-05-09", "Kamis (9/5/2019)"),
        ("DURATION", "P3M", "tiga bulan"),
    ]


def test_what_the_words_do_not_fix_has_no_made_up_value() -> None:
    (timex,) = marked("Kambing itu hilang kemarin.", None).iter("TIMEX3")
    assert timex.get("value") == "XXXX"


@given(st.lists(st.sampled_from(["Senin", "(9/5)", "<b>", "&", "]]>", "\x00", "\x1f", "é", "2019", "\n", "“kemarin”"])))
def test_any_text_comes_back_whole(words: list[str]) -> None:
    text = " ".join(words)
    body = marked(text).find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(text)
