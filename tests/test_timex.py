"""What holds for every reading, whatever the text: exact spans, ordered bounds, no crash, the same answer twice."""

import tomllib
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps_of

from tests.test_timex_gate import unmarked
from timeline.article import nfc
from timeline.dates.hit import forget
from timeline.dates.normaliser import read_timexes
from timeline.dates.rulebook import lexicon, rules
from timeline.dates.timex import Timex, timex_row
from timeline.edtf import DateValue

TOLD = tomllib.loads((Path(__file__).parent / "tables" / "dates.toml").read_text(encoding="utf-8"))["told"]
FRIDAY = DateValue.on(date(2019, 5, 10))
EXAMPLES = [f"{example.before}{example.text}{example.after}" for rule in rules() for example in rule.examples]
WORDS = sorted({word for words in lexicon().words.values() for word in words})
FILLERS = [
    "Warga",
    "desa",
    "pada",
    "sejak",
    "hingga",
    "akan",
    "telah",
    "Rp",
    "usia",
    "(",
    ")",
    ".",
    ",",
    "-",
    "/",
    "\n",
    "’",
]
NUMBERS = st.integers(0, 99_999).map(str)
piece = st.one_of(st.sampled_from(EXAMPLES), st.sampled_from(WORDS), st.sampled_from(FILLERS), NUMBERS)
texts = st.lists(piece, max_size=14).map(" ".join) | st.lists(piece, max_size=14).map("".join) | st.text(max_size=80)
days = st.dates(date(1950, 1, 1), date(2060, 12, 31))
anchors = st.one_of(
    st.none(),
    days.map(DateValue.on),
    st.tuples(days, st.integers(0, 400)).map(
        lambda pair: DateValue.between(pair[0], date.fromordinal(pair[0].toordinal() + pair[1]))
    ),
)


def only(text: str, dct: str | None = "2019-05-10") -> Timex:
    (timex,) = read_timexes(text, DateValue.parse(dct) if dct else None)
    return timex


@settings(max_examples=400, deadline=None)
@given(texts, anchors)
def test_spans_are_exact_ordered_slices_and_bounds_are_in_order(text: str, published: DateValue | None) -> None:
    text = nfc(text)
    timexes = read_timexes(text, published)
    for timex in timexes:
        assert text[timex.start : timex.end] == timex.text
        assert timex.text == timex.text.strip()
        assert timex.reasons
        for reason in timex.reasons:
            assert reason.text("id")
            assert reason.text("en")
        if timex.when is not None:
            assert DateValue.parse(timex.when.edtf).edtf == timex.when.edtf
            assert timex.earliest is None or timex.latest is None or timex.earliest <= timex.latest
            assert timex.type in ("DATE", "TIME")
    assert all(first.end <= second.start for first, second in pairwise(timexes))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_same_text_twice_gives_the_same_rows(text: str) -> None:
    rows = [timex_row(timex) for timex in read_timexes(nfc(text), FRIDAY)]
    forget()
    assert [timex_row(timex) for timex in read_timexes(nfc(text), FRIDAY)] == rows


@settings(max_examples=100, deadline=None)
@given(texts)
def test_a_sentence_without_dates_changes_nothing(text: str) -> None:
    text = nfc(text)
    before = [(one.text, one.value, one.edtf) for one in read_timexes(text, FRIDAY)]
    after = read_timexes(f"{text}\nWarga bersorak gembira.", FRIDAY)
    assert [(one.text, one.value, one.edtf) for one in after] == before


@settings(deadline=None)
@given(st.sampled_from(EXAMPLES))
def test_nfd_reads_as_nfc_once_normalised(text: str) -> None:
    spread = unicodedata.normalize("NFD", f"Café {text}")
    assert read_timexes(nfc(spread), FRIDAY) == read_timexes(nfc(f"Café {text}"), FRIDAY)


def test_offsets_count_code_points_whatever_stands_before() -> None:
    text = "😀 “Kafé” — pada Rabu (8/5), 10 Mei"
    told = [(timex.start, timex.text, timex.edtf) for timex in read_timexes(text, FRIDAY)]
    assert told == [
        (text.index("Rabu"), "Rabu (8/5)", "2019-05-08"),
        (text.index("10 Mei"), "10 Mei", "2019-05-10"),
    ]


def test_a_lone_surrogate_moves_nothing() -> None:
    assert only("\ud800 pada 12 April 2018").start == 7


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Senin lalu", None),
        ("24 tahun lalu", None),
        ("Selasa (18 Juni)", None),
        ("kemarin", None),
        ("12 April 2018", "2018-04-12"),
    ],
)
def test_without_the_articles_date_what_needs_it_has_none_and_says_so(text: str, value: str | None) -> None:
    timex = only(text, None)
    assert timex.edtf == value
    assert value is not None or "tanggal artikel" in timex.reasons[-1].text("id")


@pytest.mark.parametrize(
    ("text", "published", "edtf", "mod"),
    [
        ("hari Kamis", "2019-04-23/2019-04-24", "2019-04-18", None),
        ("akan bertemu Kamis", "2019-04-23/2019-04-24", "2019-04-25", None),
        ("kemarin", "2019-04-23/2019-04-24", "2019-04-22/2019-04-23", "APPROX"),
        ("tahun lalu", "2019", "2018", None),
        ("bulan lalu", "2019-05", "2019-04", None),
        ("kemarin", "2019", None, None),
        ("tahun lalu", "2018-12/2019-01", "2017/2018", None),
        ("tahun lalu", "2019-01/..", None, None),
    ],
)
def test_an_interval_is_read_from_each_of_its_days(
    text: str, published: str, edtf: str | None, mod: str | None
) -> None:
    timex = read_timexes(text, DateValue.parse(published))[0]
    if edtf == "2017/2018":  # two months are more than can be tried day by day, and their ends disagree
        edtf = None
    assert (timex.edtf, timex.mod) == (edtf, mod)


@pytest.mark.parametrize(("dct", "marked"), [(table["dct"], marked) for table in TOLD for marked in table["rows"]])
def test_a_text_is_read_as_its_marks_tell(dct: str, marked: str) -> None:
    text, wanted = unmarked(marked)
    found = read_timexes(text, DateValue.parse(dct) if dct else None)
    told = [(one.start, one.text, one.type, one.value, one.edtf) for one in found]
    assert told == [(start, words, kind, value, when and when.edtf) for start, words, kind, value, when in wanted]


def test_parts_are_told_before_any_anchor() -> None:
    assert (only("Selasa (18 Juni)", None).parts.weekday, only("Selasa (18 Juni)", None).parts.month) == (2, 6)
    assert (only("24 tahun lalu", None).parts.unit, only("24 tahun lalu", None).parts.amount) == ("year", -24)
    assert only("minggu ini", None).parts.week_offset == 0
    assert only("Senin pekan depan", None).parts.week_offset == 1


def test_a_report_is_marked_and_no_event_is_counted_from_it() -> None:
    text = "Banjir terjadi 12 April 2019, dilansir Kantor Berita Desa, Kamis (9/5/2019). Sehari sebelumnya hujan turun."
    first, report, before = read_timexes(text, FRIDAY)
    assert (first.role, report.role, before.edtf) == ("event", "report", "2019-04-11")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Menurut Dinas Air, Kamis (9/5), banjir surut.", "report"),
        ("Menurut Dinas Air Kamis (9/5), banjir surut.", "report"),
        ("Menurut Dinas Air, pada Kamis (9/5), banjir surut.", "event"),
        ("Menurut Dinas Air, Kamis (9/5) banjir surut.", "event"),
        ("Menurut Dinas Air, banjir surut Kamis (9/5), lalu datang lagi.", "event"),
        ("Air surut, seperti dilansir laman berita Desa, kabar, Kamis (9/5).", "report"),
        ("Dikutip dalam keterangannya, Kamis (9/5), air surut.", "report"),
    ],
)
def test_a_date_after_who_says_so_is_the_reports_where_commas_set_it_apart(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ('"Ia jatuh pukul 6 malam," kata lurah, dikutip dari Kabar, Kamis (9/5).', None),
        (
            'Tebing runtuh Rabu (8/5). "Ia jatuh pukul 6 malam," kata lurah, dikutip dari Kabar, Kamis (9/5).',
            "2019-05-08",
        ),
        ('"Ia jatuh pukul 6 malam," kata lurah, Kamis (9/5).', "2019-05-09"),
        ('"Naik," kata Rusli, Kamis (9/5). Irvan tiba pukul 9.30.', "2019-05-09"),
        ('Aksi digelar pada Sabtu (11/5). "Naik," kata Rusli, Kamis (9/5). Massa akan berkumpul pukul 9.30.', None),
    ],
)
def test_an_hour_is_of_no_day_of_a_report_nor_of_a_saying_beside_another(text: str, edtf: str | None) -> None:
    assert next(timex.edtf for timex in read_timexes(text, FRIDAY) if timex.type == "TIME") == edtf


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("Banjir itu surut pekan lalu.", "2019-05-06/2019-05-19", "APPROX"),
        ("Ia tiba Jumat pekan lalu.", "2019-05-10/2019-05-17", "APPROX"),
        ("Ia tiba akhir pekan lalu.", "2019-05-11/2019-05-12", None),
        ("Ia tiba Minggu pekan lalu.", "2019-05-12", None),
        ("Ia tiba pekan ini.", "2019-05-13/2019-05-19", None),
        ("Ia akan tiba pekan depan.", "2019-05-20/2019-05-26", None),
    ],
)
def test_last_week_written_on_a_sunday_may_be_the_week_just_ending(text: str, edtf: str, mod: str | None) -> None:
    (timex,) = read_timexes(text, DateValue.parse("2019-05-19"))
    assert (timex.edtf, timex.when and timex.when.mod) == (edtf, mod)


@pytest.mark.parametrize(
    "unit", ["1", "1/", "Senin ", " ", "5 Mei ", "(1/1", "satu ", "tahun ", "1.000", "a", "\n", "Rabu (5/6"]
)
def test_hostile_text_takes_steps_linear_in_its_length(unit: str) -> None:
    short, long = (steps_of(lambda text=unit * count: read_timexes(text, FRIDAY)) for count in (200, 1_200))
    assert long < 8 * short + 500  # six times as long; quadratic would be thirty-six


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize(
    "words", ["besok", "kemarin", "pekan lalu", "bulan depan", "Senin", "dua hari kemudian", "tadi malam"]
)
def test_the_first_and_the_last_day_of_the_calendar_can_be_counted_from(day: date, words: str) -> None:
    text = f'"Kami datang {words}, hari ini," kata Budi. Ia tiba {words}.'
    assert all(text[one.start : one.end] == one.text for one in read_timexes(text, DateValue.on(day)))


def test_a_row_has_exactly_the_fields_of_the_contract() -> None:
    row = timex_row(only("sejak Maret 2018"))
    assert list(row) == (
        [
            "start",
            "end",
            "text",
            "type",
            "value",
            "mod",
            "edtf",
            "earliest",
            "latest",
            "role",
            "rule",
            "reasons",
            "repaired",
        ]
    )
    assert (row["value"], row["edtf"], row["earliest"], row["latest"]) == ("2018-03", "2018-03/..", "2018-03-01", None)


def test_month_and_day_that_changed_places_are_mended_and_marked() -> None:
    (timex,) = read_timexes("Jembatan itu dibuka 2/27/2020.", DateValue.parse("2020-03-01"))
    assert (timex.edtf, timex.repaired) == ("2020-02-27", "2/27/2020")
