"""Chronologies printed as lists: a date alone on its line is that of what stands under it, and of nothing else."""

from pathlib import Path

import pytest

from timeline.article import Article
from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.dates.chronicle import find_chronicle
from timeline.dates.normaliser import read_timexes
from timeline.edtf import DateValue
from timeline.excerpt import write_excerpt
from timeline.names.actor import Gazetteer
from timeline.publication.page import read_page
from timeline.reader import read_articles

LIST = """Kronologi hubungan dua negara

Hubungan itu naik turun, kata pengamat. Berikut catatannya.

**12 Oktober 1948**
Uni Soviet mengakui Korea Utara dan membuka kedutaan.

25 Juni 1950:
Korea Utara menyerbu Korea Selatan. Pada 27 Juni, Amerika Serikat mengirim pasukan ke Korea Selatan. \
Pada Selasa, Inggris mengecam serangan itu.

Juli 2000

Vladimir Putin mengunjungi Pyongyang dan bertemu Kim Jong-il.

• 2011
- Kim Jong-il mengunjungi Rusia pada Agustus.

19 Juni 2024 —
Putin dan Kim Jong-un menandatangani perjanjian di Pyongyang. Pada Juli, Rusia mengirim gandum ke Korea Utara.
"""


def article(text: str) -> Article:
    return read_page("daftar", text, publisher="Suara Desa", published="2024-11-20")


def claims(text: str, gazetteer: Gazetteer) -> list[Claim]:
    return list(read_article(article(text), gazetteer).claims)


def test_a_date_alone_on_its_line_dates_the_sentence_under_it(gazetteer: Gazetteer) -> None:
    found = {claim.expression: claim for claim in claims(LIST, gazetteer) if claim.expression}
    dated = {words: claim.when and claim.when.edtf for words, claim in found.items()}
    assert dated == {
        "12 Oktober 1948": "1948-10-12",
        "25 Juni 1950": "1950-06-25",
        "27 Juni": "1950-06-27",
        "Selasa": None,  # not of the article's week; which one, the entry does not say
        "Juli 2000": "2000-07",
        "Agustus": "2011-08",
        "19 Juni 2024": "2024-06-19",
        "Juli": "2024-07",
    }
    invasion = found["25 Juni 1950"]
    assert invasion.quote == "25 Juni 1950:\nKorea Utara menyerbu Korea Selatan."
    assert invasion.actors == ("korea-utara", "korea-selatan")
    assert invasion.gist == "Korea Utara menyerbu Korea Selatan"
    assert any("berdiri sendiri di barisnya" in reason.text("id") for reason in invasion.reasons)
    assert any("mengepalai bagian itu" in reason.text("id") for reason in found["27 Juni"].reasons)


def test_quotes_are_exact_slices(gazetteer: Gazetteer) -> None:
    for claim in claims(LIST, gazetteer):
        article(LIST).check_quote(claim.quote, claim.span.start)


YEARS = """Hubungan itu naik turun, kata pengamat. Ini catatannya.

2018
12 Juni
Kim Jong-un bertemu Donald Trump. Pada 14 Juni, Xi Jinping bertemu Shinzo Abe.
5 Juli
Air surut di Demak.
2019
25 April
Kim Jong-un bertemu Vladimir Putin.
30 Juni
Kim Jong-un bertemu Donald Trump.
"""


INLINE = """Ini catatan lawatan itu. Semuanya ada.

- 12 Juni 2018: Kim Jong-un bertemu Donald Trump. Pada 14 Juni, Xi Jinping bertemu Shinzo Abe.
- 27 September 2018: Kim Jong-un bertemu Moon Jae-in. Pada Oktober, Vladimir Putin bertemu Xi Jinping.
"""

STORY = """Banyak yang terjadi di kota itu.
Mikhail Gorbachev tiba di Paris pada 26 Desember 1990. Warga menonton. Rabu malam itu Gorbachev bertemu Helmut Kohl. \
Air surut. Sehari kemudian, Kamis, Gorbachev bertemu Margaret Thatcher. Warga pulang. Pada 3 Januari, Gorbachev \
bertemu Jacques Chirac.
"""


@pytest.mark.parametrize("text", [LIST, YEARS, INLINE, STORY], ids=["list", "years", "inline", "story"])
def test_an_excerpt_tells_what_the_whole_tells(text: str, gazetteer: Gazetteer, tmp_path: Path) -> None:
    whole = article(text)
    account = read_article(whole, gazetteer)
    (tmp_path / "daftar.md").write_text(write_excerpt(whole, account), encoding="utf-8")
    (kept,) = read_articles([tmp_path])
    assert isinstance(kept, Article)
    again = read_article(kept, gazetteer)
    said = [[(one.id, one.quote, one.when, one.actors, one.type) for one in of.claims] for of in (account, again)]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "text",
    [
        "Dua lurah bertemu\n12 Mei 2024\nLurah itu bertemu. Rapat usai.",
        "Dua lurah bertemu di balai desa\n12 Mei 2024\nLurah bertemu.\n3 Mei 2019\nLurah lain bertemu.",
        "Air surut. Warga pulang.\n12 Mei 2024\nBanjir di Demak.\n3 Juni 2019\nPasar tutup.\n4 Juli 2021\nPasar buka.",
        "Air surut. Warga pulang.\n12 Mei 2024 pukul 10.00\nBanjir.\n13 Mei 2024 pukul 10.00\nPasar tutup.",
    ],
    ids=["one date", "the page's date and one more", "in no order", "times of publication"],
)
def test_what_is_no_list(text: str) -> None:
    assert find_chronicle(text).headings == ()


def test_the_date_of_the_page_above_a_list_stays_the_pages() -> None:
    page = read_page("daftar", LIST.replace("negara\n", "negara sejak perang\n20 November 2024\n"))
    assert page.dateline == "20 November 2024"
    assert len(find_chronicle(page.text).headings) == 5
    assert read_page("daftar", LIST).dateline is None


def test_years_of_an_entry_that_lasts_several_are_not_guessed() -> None:
    text = "Air surut. Warga pulang.\n1950-1953\nPada Mei pasar tutup.\n1960\nPada Mei pasar buka."
    found = {timex.text: timex.edtf for timex in read_timexes(text, DateValue.parse("2024-11-20"))}
    assert found == {"1950-1953": "1950/1953", "Mei": "1960-05", "1960": "1960"}
    first = next(timex for timex in read_timexes(text, DateValue.parse("2024-11-20")) if timex.text == "Mei")
    assert first.when is None


@pytest.mark.parametrize("date", ["2002: ", "2002 — ", "- Tahun 2002: ", "Rabu, 21 Agustus 2002 - ", "(Agustus 2002) "])
def test_dates_that_open_their_line_date_it(date: str, gazetteer: Gazetteer) -> None:
    text = f"Kunjungan itu sudah sering terjadi. Ini catatannya.\n\n{date}Kim Jong-il mengunjungi Vladivostok."
    (claim,) = claims(text, gazetteer)
    assert (claim.act, claim.actors) == ("visit", ("kim-jong-il", "rusia"))
    assert claim.when is not None
    assert claim.when.edtf.startswith("2002")


TITLED = """Jejak pertemuan di kawasan itu

Hubungan itu naik turun, kata pengamat. Ini catatannya.

## Juni 2018: KTT Singapura
Kim Jong-un bertemu Donald Trump. Hasilnya samar.

## 25 April 2019
Kim Jong-un bertemu Vladimir Putin. Pada Mei, Korea Utara mengirim utusan ke Rusia.
"""


def test_a_title_beside_the_date_of_an_entry_takes_no_part_in_it(gazetteer: Gazetteer) -> None:
    first, second, last = claims(TITLED, gazetteer)
    assert (first.expression, first.actors) == ("Juni 2018", ("kim-jong-un", "donald-trump"))
    assert first.quote == "## Juni 2018: KTT Singapura\nKim Jong-un bertemu Donald Trump."
    assert (second.expression, second.gist) == ("25 April 2019", "Kim Jong-un bertemu Vladimir Putin")
    assert (last.expression, last.when) == ("Mei", None)  # of 2019, or of the article's year: nothing says


def test_entries_of_one_line_are_not_joined_to_what_follows_them(gazetteer: Gazetteer) -> None:
    text = """Ini catatan lawatan itu.

2000 — Vladimir Putin mengunjungi Pyongyang
2002 — Kim Jong-il mengunjungi Vladivostok

Pengamat mengatakan Rusia mengirim gandum ke Korea Utara."""
    quotes = [claim.quote for claim in claims(text, gazetteer)]
    assert quotes == ["2000 — Vladimir Putin mengunjungi Pyongyang", "2002 — Kim Jong-il mengunjungi Vladivostok"]


def test_a_day_under_its_year_is_of_that_year() -> None:
    text = """Air surut. Ini catatannya.
Tahun 2018
12 Juni
Lurah bertemu. Pada 13 Juni mereka pulang.
31 Juni
Pada Senin pasar tutup.
2019-2021
5 Mei
Pasar buka.
Tahun 2022
Air naik."""
    found = [(timex.text, timex.edtf) for timex in read_timexes(text, DateValue.parse("2024-11-20"))]
    dates = ["2018", "2018-06-12", "2018-06-13", None, None, "2019/2021", None, "2022"]
    assert [date for _, date in found] == dates


def test_days_of_a_list_that_tells_no_year_are_read_as_anywhere() -> None:
    text = "Air surut. Ini catatannya.\n12 Oktober\nPada 13 Oktober pasar tutup.\n5 November\nPasar buka."
    found = [timex.edtf for timex in read_timexes(text, DateValue.parse("2024-11-20"))]
    assert found == ["2024-10-12", "2024-10-13", "2024-11-05"]


YEARS_OF_TWO = "2000\nRapat pada Juli. Pasar buka lagi pada 5 Agustus.\n\n2002\nPasar tutup pada Mei.\n"


@pytest.mark.parametrize("above", ["", "Kronologi Pasar\n\n", "Pasar itu sering tutup. Ini catatannya.\n\n"])
def test_years_alone_on_their_lines_are_a_list_wherever_they_stand(above: str) -> None:
    found = [timex.edtf for timex in read_timexes(above + YEARS_OF_TWO, DateValue.parse("2024-11-20"))]
    assert found == ["2000", "2000-07", "2000-08-05", "2002", "2002-05"]


@pytest.mark.parametrize("years", [("2019", "2017", "2018"), ("2019", "2011", "2002"), ("2018", "2018", "2019")])
def test_years_are_a_list_in_any_order(years: tuple[str, ...]) -> None:
    text = "\n\n".join(f"{year}\nPasar tutup pada Mei." for year in years)
    found = [timex.edtf for timex in read_timexes(text, DateValue.parse("2024-11-20"))]
    assert found == [told for year in years for told in (year, f"{year}-05")]


def test_what_follows_in_the_line_of_an_entry_is_of_its_year() -> None:
    text = "Ini catatannya:\n- 2018: Pasar dibuka. Pada Juni warga pindah.\n- 2019: Pasar terbakar. Pada 5 Mei buka."
    found = [timex.edtf for timex in read_timexes(text, DateValue.parse("2024-11-20"))]
    assert found == ["2018", "2018-06", "2019", "2019-05-05"]


@pytest.mark.parametrize(("last", "edtf"), [("30 Juni", "2018-06-30"), ("28 Februari", None)])
def test_an_entry_without_year_is_of_the_year_above_it_while_time_goes_on(last: str, edtf: str | None) -> None:
    text = f"Ini catatannya:\n- 12 Juni 2018: Pasar dibuka.\n- {last}: Warga pindah ke pasar itu."
    assert read_timexes(text, DateValue.parse("2024-11-20"))[-1].edtf == edtf
