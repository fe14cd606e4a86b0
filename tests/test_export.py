"""Each form says what the chronology says, and text of an article stays text in it."""

import csv
import dataclasses
import io
import json
from urllib.parse import unquote

import invented
import lxml.html
import pytest

from timeline.chronology import Chronology
from timeline.export import FORMATS
from timeline.export.telling import told_events

# DESIGN §2, in this order.
KEYS = {
    "topic": "id title",
    "build": "version articles refused hash",
    "actors": "id name kind of",
    "articles": "id publisher title author url published refused",
    "claims": "id article quote start end expression expression_start expression_end edtf mod earliest latest repaired "
    "role type actors places modality attributed_to context reasons",
    "events": "id aliases edtf mod earliest latest type label actors places status core claims sources "
    "independent_sources conflicts merge_reasons notes",
}


@pytest.fixture
def chronology() -> Chronology:
    return invented.chronology()


def with_address(chronology: Chronology, url: str) -> Chronology:
    return dataclasses.replace(chronology, articles=chronology.articles.assign(url=url))


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_takes_an_empty_chronology_and_gives_the_same_bytes_twice(name: str, chronology: Chronology) -> None:
    empty = dataclasses.replace(
        chronology,
        topic={"id": None, "title": {"id": None, "en": None}},
        articles=chronology.articles[:0],
        claims=chronology.claims[:0],
        events=chronology.events[:0],
    )
    assert FORMATS[name](empty)
    assert FORMATS[name](chronology) == FORMATS[name](invented.chronology())


def test_json_has_the_declared_keys_in_order(chronology: Chronology) -> None:
    told = json.loads(FORMATS["json"](chronology))
    assert list(told) == list(KEYS)
    for name, keys in KEYS.items():
        for row in told[name] if isinstance(told[name], list) else [told[name]]:
            assert list(row) == keys.split()
    assert list(told["articles"][0]["published"]) == ["edtf", "earliest", "latest", "basis", "reasons"]
    assert list(told["articles"][1]["refused"][0]) == ["text", "start", "end", "reason"]
    assert list(told["events"][2]["merge_reasons"][0]) == ["score", "claims", "id", "en"]
    assert list(told["events"][2]["notes"][0]) == ["by", "on", "id", "en"]


def test_json_says_what_the_tables_say(chronology: Chronology) -> None:
    told = json.loads(FORMATS["json"](chronology))
    for name in ("articles", "claims", "events"):
        assert told[name] == getattr(chronology, name).to_dict("records")


def test_csv_has_a_row_for_each_event_and_no_formula(chronology: Chronology) -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](chronology))))
    assert [row["id"] for row in rows] == chronology.events["id"].tolist()
    assert rows[0]["quotes"] == chronology.claims["quote"][0]
    assert rows[0]["actors"] == "Negeri Utara; Perdana Menteri"
    assert rows[2]["label_id"] == "'" + invented.HOSTILE
    assert (rows[2]["edtf"], rows[2]["core"]) == ("", "true")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"json"}))
def test_no_form_hides_that_an_event_is_planned_disputed_or_told_in_two_ways(name: str, chronology: Chronology) -> None:
    dated = chronology.events.assign(edtf="2024-06-05", earliest="2024-06-05", latest="2024-06-05")
    told = FORMATS[name](dataclasses.replace(chronology, events=dated))
    told = "".join(unfolded(told)) if name == "ics" else told
    for words in (
        "Status: direncanakan",
        "Status: diragukan",
        "(sunting\\, 21 November 2026): ",
        "Tempat: Kota Baru (",
    ):
        assert (words if name == "ics" else words.replace("\\", "")) in told


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_csv_is_run_as_a_formula(chronology: Chronology, start: str) -> None:
    label = {"id": f"{start}1+1", "en": f"{start}1+1"}
    told = dataclasses.replace(chronology, events=chronology.events[:1].assign(label=[label]))
    (row,) = csv.DictReader(io.StringIO(FORMATS["csv"](told), newline=""))
    assert row["label_id"] == f"'{start}1+1"


def test_csv_says_whose_its_quotes_are(chronology: Chronology) -> None:
    (first, *_) = csv.DictReader(io.StringIO(FORMATS["csv"](with_address(chronology, "https://example.org/a"))))
    assert (first["publishers"], first["urls"], first["remarks"]) == ("Harian Contoh", "https://example.org/a", "")


def test_an_article_of_some_days_has_no_day_in_linked_data(chronology: Chronology) -> None:
    def day(chronology: Chronology) -> str | None:
        event = json.loads(FORMATS["jsonld"](chronology))["itemListElement"][0]
        return event["subjectOf"][0]["isPartOf"].get("datePublished")

    assert day(chronology) == chronology.articles["published"][0]["edtf"]
    weeks = [
        {**one, "edtf": "2024-06-06/2024-06-12", "latest": "2024-06-12"} for one in chronology.articles["published"]
    ]
    assert day(dataclasses.replace(chronology, articles=chronology.articles.assign(published=weeks))) is None


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_ics_covers_all_days_of_an_event_its_end_exclusive(chronology: Chronology) -> None:
    lines = unfolded(FORMATS["ics"](chronology))
    assert "DTSTART;VALUE=DATE:20250101" in lines
    assert "DTEND;VALUE=DATE:20260101" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert {"STATUS:CONFIRMED", "STATUS:TENTATIVE"} < set(lines)


def test_ics_lines_are_short_and_their_text_is_escaped(chronology: Chronology) -> None:
    label = {"id": "Rapat; tahap\\dua, é" + "é" * 200 + "\nEND:VCALENDAR", "en": ""}
    events = chronology.events.assign(label=[label] * 3)
    text = FORMATS["ics"](dataclasses.replace(chronology, events=events))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY:"))
    assert summary == "SUMMARY:Rapat\\; tahap\\\\dua\\, é" + "é" * 200 + "\\nEND:VCALENDAR"


@pytest.mark.parametrize(("column", "day"), [("earliest", "20240605"), ("latest", "20240605")])
def test_ics_of_an_open_event_has_the_end_that_is_known(chronology: Chronology, column: str, day: str) -> None:
    other = "latest" if column == "earliest" else "earliest"
    event = chronology.events[:1].assign(**{other: None})
    assert f"DTSTART;VALUE=DATE:{day}" in FORMATS["ics"](dataclasses.replace(chronology, events=event))


def test_ics_writes_years_before_1000_in_four_digits(chronology: Chronology) -> None:
    event = chronology.events[:1].assign(edtf="0928-11-07", earliest="0928-11-07", latest="0928-11-07")
    lines = unfolded(FORMATS["ics"](dataclasses.replace(chronology, events=event)))
    assert {"DTSTART;VALUE=DATE:09281107", "DTEND;VALUE=DATE:09281108"} < set(lines)


def test_timelinejs_has_dates_words_and_escaped_text(chronology: Chronology) -> None:
    events = chronology.events.assign(label=[{"id": invented.HOSTILE, "en": ""}] * 3)
    told = json.loads(FORMATS["timelinejs"](dataclasses.replace(chronology, events=events)))
    first, second = told["events"]
    assert first["start_date"] == {"year": 2024, "month": 6, "day": 5}
    assert "end_date" not in first
    assert second["end_date"] == {"year": 2025, "month": 12, "day": 31}
    assert first["display_date"] == "5 Juni 2024"
    assert "<script" not in first["text"]["headline"]
    assert lxml.html.fromstring(f"<p>{first['text']['headline']}</p>").text_content() == invented.HOSTILE


def test_jsonld_names_events_reports_and_bounds(chronology: Chronology) -> None:
    text = FORMATS["jsonld"](chronology)
    first, second, undated = json.loads(text)["itemListElement"]
    assert (first["temporalCoverage"], first["startDate"]) == ("2024-06-05", "2024-06-05")
    assert second["endDate"] == "2025-12-31"
    assert "startDate" not in undated
    assert first["subjectOf"][0]["isPartOf"]["publisher"]["name"] == "Harian Contoh"
    assert "<" not in text


def test_an_article_of_any_name_has_an_address_in_linked_data(chronology: Chronology) -> None:
    odd = chronology.claims.assign(article="berita <satu> “ü”")
    told = json.loads(FORMATS["jsonld"](dataclasses.replace(chronology, claims=odd)))
    found = told["itemListElement"][0]["subjectOf"][0]["isPartOf"]["@id"]
    assert (found[0], unquote(found[1:]), found.isascii()) == ("#", "berita <satu> “ü”", True)


def test_html_lists_what_has_no_beginning_under_its_end_and_each_year_once(chronology: Chronology) -> None:
    dates = [
        {"edtf": "../2021", "mod": None, "earliest": None, "latest": "2021-12-31"},
        {"edtf": None, "mod": None, "earliest": None, "latest": None},
        {"edtf": "2021-05-03", "mod": None, "earliest": "2021-05-03", "latest": "2021-05-03"},
    ]
    events = chronology.events.assign(**{name: [one[name] for one in dates] for name in dates[0]})
    page = lxml.html.fromstring(FORMATS["html"](dataclasses.replace(chronology, events=events)))
    years = [heading.text_content() for heading in page.findall(".//h2")]
    assert years[:1] == ["2021"]
    assert len(years) == len(set(years)) == 2


def test_html_shows_every_event_and_quote_as_text(chronology: Chronology) -> None:
    page = lxml.html.fromstring(FORMATS["html"](chronology))
    assert page.findall(".//script") == []
    assert [heading.text_content() for heading in page.findall(".//h3")] == [
        event["id"] for event in chronology.events["label"]
    ]
    assert [quote.text_content() for quote in page.findall(".//blockquote")] == chronology.claims["quote"].tolist()
    assert page.get("lang") == "id"


def test_html_marks_the_date_of_a_quote_and_says_why_it_is_read_so(chronology: Chronology) -> None:
    page = lxml.html.fromstring(FORMATS["html"](chronology))
    assert [mark.text_content() for mark in page.findall(".//mark")] == chronology.claims["expression"].tolist()
    assert [reason.text_content() for reason in page.findall(".//details/ol/li")] == [invented.REASON["id"]] * 2
    assert page.find(".//summary").text_content().startswith("5 Juni 2024")


def test_html_lists_a_decade_under_its_own_name(chronology: Chronology) -> None:
    dates = {"edtf": "198X", "mod": None, "earliest": "1980-01-01", "latest": "1989-12-31"}
    page = lxml.html.fromstring(
        FORMATS["html"](dataclasses.replace(chronology, events=chronology.events.assign(**dates)))
    )
    assert [heading.text_content() for heading in page.findall(".//h2")] == ["1980-an"]


@pytest.mark.parametrize("name", ["html", "timelinejs"])
@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("https://[", False),
    ],
)
def test_only_web_addresses_become_links(chronology: Chronology, name: str, url: str, *, linked: bool) -> None:
    text = FORMATS[name](with_address(chronology, url))
    page = text if name == "html" else "".join(slide["text"]["text"] for slide in json.loads(text)["events"])
    found = {link.get("href") for link in lxml.html.fromstring(page).findall(".//a")}
    assert found == ({url} if linked else set())


def test_a_quote_that_two_claims_share_is_told_once(chronology: Chronology) -> None:
    claims = chronology.claims.assign(quote=invented.TEXT)
    event = chronology.events[:1].assign(claims=[claims["id"].tolist()])
    told = list(told_events(dataclasses.replace(chronology, claims=claims, events=event)))
    assert [quote.text for quote in told[0].quotes] == [invented.TEXT]
