"""What holds for every reading, whatever the text: exact spans, ordered bounds, no crash, the same answer twice."""

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps_of

from timeline.article import nfc
from timeline.dates.hit import forget
from timeline.dates.normaliser import read_timexes
from timeline.dates.rulebook import lexicon, rules
from timeline.dates.timex import Timex, timex_row
from timeline.edtf import DateValue

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


def test_a_bare_weekday_lies_in_the_week_an_undated_article_calls_this_week() -> None:
    text = "Keduanya bertemu minggu ini. Pertemuan itu berlangsung hari Kamis."
    published = DateValue.parse("2019-04-23/2019-04-26")
    assert [timex.edtf for timex in read_timexes(text, published)] == ["2019-04-22/2019-04-28", "2019-04-25"]


def test_parts_are_told_before_any_anchor() -> None:
    assert (only("Selasa (18 Juni)", None).parts.weekday, only("Selasa (18 Juni)", None).parts.month) == (2, 6)
    assert (only("24 tahun lalu", None).parts.unit, only("24 tahun lalu", None).parts.amount) == ("year", -24)
    assert only("minggu ini", None).parts.week_offset == 0
    assert only("Senin pekan depan", None).parts.week_offset == 1


def test_nothing_is_counted_from_the_date_of_a_name() -> None:
    text = "Rabu (12/6/2024) desa itu mencabut Kesepakatan Air 19 September 2018. Sehari kemudian kota membalas."
    assert [timex.when and timex.when.edtf for timex in read_timexes(text, DateValue.parse("2024-06-20"))][-1] == (
        "2024-06-13"
    )


def test_a_report_is_marked_and_no_event_is_counted_from_it() -> None:
    text = "Banjir terjadi 12 April 2019, dilansir Kantor Berita Desa, Kamis (9/5/2019). Sehari sebelumnya hujan turun."
    first, report, before = read_timexes(text, FRIDAY)
    assert (first.role, report.role, before.edtf) == ("event", "report", "2019-04-11")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ia tiba pada Rabu (18/10/2017) dan menemui lurah pada Kamis.", None),
        ("Ia tiba pada Rabu (8/5/2019) dan menemui lurah pada Kamis.", "2019-05-09"),
        ("Ia tiba pada Rabu (18/10/2017), kata lurah, Kamis.", "2019-05-09"),
        ("Ia tiba pada Rabu (18/10/2017) dan akan menemui lurah Kamis depan.", "2019-05-16"),
    ],
)
def test_a_weekday_beside_a_day_of_another_time_is_of_no_week_that_is_told(text: str, edtf: str | None) -> None:
    assert read_timexes(text, DateValue.parse("2019-05-10"))[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Lurah pada Senin menuntut penarikan segera pasukan.", "2019-05-06"),
        ("Lurah segera bertolak ke Jepang, Senin.", "2019-05-13"),
    ],
)
def test_soon_points_ahead_only_before_a_verb(text: str, edtf: str) -> None:
    assert only(text).edtf == edtf


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
        ("Harga turun pekan lalu, naik dari |pekan sebelumnya|.", "2019-04-22/2019-04-28"),
        ("Perang itu berlangsung 1950-1953. |Pekan sebelumnya| ia pulang.", ""),
        ("Lurah mengatakan, sejak |Juni| harga turun.", "2018-06/.."),
        ("Lomba dimulai pada |Juni|.", "2019-06"),
        ("Harga itu terendah sejak Februari 2009. Pengiriman |April| turun.", "2019-04"),
        ("Hasil itu akan diumumkan setelah |Senin|.", "2019-05-13"),
        ("Lurah akan menemui warga yang mengungsi sejak |Senin|.", "2019-05-06/.."),
        ("Lurah itu tiba setelah |Senin|.", "2019-05-06"),
        ('Kata lurah, "Sejak |April| harga turun."', "2019-04/.."),
    ],
)
def test_what_the_words_before_an_expression_count_it_from(text: str, edtf: str) -> None:
    head, told, _ = text.split("|")
    found = next(x for x in read_timexes(text.replace("|", ""), FRIDAY) if (x.start, x.text) == (len(head), told))
    assert (found.edtf or "") == edtf


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


@pytest.mark.parametrize("printed", ["31 Februari 2020", "31/2/2020", "25/13/2020", "29 Februari 2019"])
def test_an_impossible_date_that_no_weekday_checks_is_never_mended(printed: str) -> None:
    (timex,) = read_timexes(f"Jembatan itu dibuka {printed}.", DateValue.parse("2020-03-01"))
    assert (timex.text, timex.when, timex.value, timex.repaired) == (printed, None, None, None)


def test_month_and_day_that_changed_places_are_mended_and_marked() -> None:
    (timex,) = read_timexes("Jembatan itu dibuka 2/27/2020.", DateValue.parse("2020-03-01"))
    assert (timex.edtf, timex.repaired) == ("2020-02-27", "2/27/2020")


def test_what_a_title_dates_is_nothing_to_count_from() -> None:
    text = "Raja tiba pada Juli 2000.\n\n4. Ratu ke Demak (2001) dan Kudus (2002)\n\nRatu membalas setahun kemudian."
    assert [timex.edtf for timex in read_timexes(text, None)] == ["2000-07", "2001", "2002", None]


def test_a_date_that_nobody_can_tell_is_not_passed_over_in_counting() -> None:
    text = "Perang pecah pada Februari 2022. Raja datang pada bulan Juli. Dua minggu kemudian ia pulang."
    assert [timex.edtf for timex in read_timexes(text, None)] == ["2022-02", None, None]


def test_years_from_a_month_lead_to_a_year() -> None:
    text = "Raja tiba pada Oktober 1986. Empat tahun kemudian ia pulang. Dua bulan kemudian ia wafat."
    assert [timex.edtf for timex in read_timexes(text, None)][:2] == ["1986-10", "1990"]


@pytest.mark.parametrize(
    ("ends", "edtf"),
    [
        ("7 September dan 1 Oktober 2023", "2023-09-07/2023-10-01"),
        ("7 September dan 1 Oktober", "2018-09-07/2018-10-01"),
        ("Maret dan Juni 2022", "2022-03/2022-06"),
        ("April dan Mei", "2019-04/2019-05"),
        ("2010 dan 2014", "2010/2014"),
        ("tahun 1998 dan tahun 2003", "1998/2003"),
        ("Maret dan Budi", "2019-03"),
    ],
)
def test_two_dates_behind_antara_are_the_ends_of_one_interval(ends: str, edtf: str) -> None:
    (found,) = read_timexes(f"Rapat digelar antara {ends}.", FRIDAY)
    assert (found.text, found.edtf) == (ends.removesuffix(" dan Budi"), edtf)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kapal tiba 2 Mei 2019 lalu esoknya berlayar lagi.", "2 Mei 2019"),
        ("Kapal tiba Kamis (2/5) lalu pada keesokan harinya berlayar lagi.", "Kamis (2/5)"),
        ("Kapal tiba 2 Mei 2019 lalu, esoknya berlayar lagi.", "2 Mei 2019 lalu"),
        ("Ia tiba dua tahun lalu esoknya ia pulang.", "dua tahun lalu"),
    ],
)
def test_between_a_date_and_what_counts_on_from_it_lalu_says_then(text: str, first: str) -> None:
    assert read_timexes(text, FRIDAY)[0].text == first


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kamis pagi hari ini", "2019-05-09/2019-05-10"),
        ("hari ini, Sabtu", "2019-05-10/2019-05-11"),
        ("besok (Jumat)", "2019-05-10/2019-05-11"),
        ("kemarin, Kamis", "2019-05-09"),
        ("hari ini, Selasa", None),
    ],
)
def test_a_weekday_and_the_word_beside_it_that_disagree_leave_both_days_or_none(text: str, edtf: str | None) -> None:
    timex = only(f"Ia pulang {text}.")
    assert timex.text == text
    assert timex.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ekspor Mei, kata Amalia, Rabu (19/6), turun dibandingkan bulan sebelumnya.", "2024-04"),
        ("Laba 2023, kata Amalia, Rabu (19/6/2024), naik dari tahun sebelumnya.", "2022"),
        ("Amalia mengatakan, Rabu (19/6), ekspor turun dibandingkan bulan sebelumnya.", None),
        ("Ia ditahan Senin (3/6). Bulan sebelumnya ia diperiksa.", "2024-05"),
    ],
)
def test_figures_are_compared_with_the_period_before_theirs_not_before_the_day_they_were_told(
    text: str, edtf: str | None
) -> None:
    assert read_timexes(text, DateValue.on(date(2024, 6, 19)))[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Soeharto mundur 21 Mei 1998. Sehari sebelumnya, Rabu malam, menteri menolak.", "1998-05-20"),
        ("Gempa mengguncang 28 Mei. Dua hari kemudian, Kamis, bantuan tiba.", "2024-05-30"),
        ("Gempa mengguncang 28 Mei. Dua hari kemudian, Rabu, bantuan tiba.", "2024-06-19"),  # does not agree
    ],
)
def test_a_weekday_beside_a_count_is_the_day_counted_to_where_they_agree(text: str, edtf: str) -> None:
    assert read_timexes(text, DateValue.on(date(2024, 6, 19)))[-1].edtf == edtf


def test_a_story_goes_on_across_new_year_and_over_a_named_day() -> None:
    text = "Tsunami menerjang 26 Desember 2004. Malam tahun baru sunyi, dan pada 3 Januari kapal tiba."
    assert [timex.edtf for timex in read_timexes(text, FRIDAY)] == ["2004-12-26", "2004-12-31", "2005-01-03"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kerusuhan pecah 27 Juli 1996, Sabtu pagi.", "1996-07-27"),
        ("Kerusuhan pecah 27 Juli 1996, hari Sabtu, di Jakarta.", "1996-07-27"),
        ("Putusan dibacakan 5 Mei, Minggu, harus selesai.", "2019-05-05"),
    ],
)
def test_a_weekday_behind_its_date_is_that_day(text: str, edtf: str) -> None:
    assert read_timexes(text, FRIDAY)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Soeharto mundur 21 Mei 1998. Pada 12 Mei, empat mahasiswa tewas.", "1998-05-12"),  # looked back on
        ("Kabinet dilantik 9 April 1957. Deklarasinya keluar 13 Desember.", "1957-12-13"),  # later in its year
        ("Malari pecah 15 Januari 1974. Pada 15 Januari itu Jakarta terbakar.", "1974-01-15"),
        ("Malari pecah 15 Januari 1974. Pada 10 Januari, rapat digelar.", None),  # told on an anniversary
        ("Malari pecah 15 Januari 1974. Peringatan digelar Senin (15/1). Pada 15 Januari warga hadir.", "2024-01-15"),
        ("Malari pecah 15 Januari 1974. Besok akan digelar doa pada 20 Januari.", "2024-01-20"),
        (
            "Vina tewas 27 Agustus 2016. Filmnya tayang Rabu. Pada 31 Agustus polisi menangkap delapan orang.",
            "2016-08-31",
        ),
        ("Tsunami menerjang 26 Desember 2004. Minggu pagi itu laut surut.", "2004-12-26"),
        ("Tsunami menerjang 26 Desember 2004. Doa digelar, kata lurah, Minggu.", "2024-01-14"),  # the day of a saying
    ],
)
def test_days_of_a_story_are_of_its_year_or_of_none(text: str, edtf: str | None) -> None:
    assert read_timexes(text, DateValue.on(date(2024, 1, 18)))[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ia belajar 1925-1929. Tahun berikutnya ia pulang.", "1930"),
        ("Ia belajar 1925-1929. Pada tahun itu ia sakit.", None),
        ("Ia belajar 1925-1929. Dua tahun kemudian ia pulang.", "1931"),
        ("Wabah melanda Mei sampai Oktober 1918. Bulan berikutnya perang usai.", "1918-11"),
        ("Sidang digelar 3-5 Mei 2017. Dua hari kemudian putusan keluar.", "2017-05-07"),
        ("Kota itu tumbuh pada dekade 1960-an. Dekade berikutnya pabrik berdiri.", "197X"),
    ],
)
def test_what_points_at_several_years_follows_the_last_and_is_none_of_them(text: str, edtf: str | None) -> None:
    assert read_timexes(text, FRIDAY)[-1].edtf == edtf
