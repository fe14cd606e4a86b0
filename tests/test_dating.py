"""When an article was published: which evidence wins, what is never its date, and what narrows it."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.steps import steps_of
from timeline.claims.account import read_article
from timeline.edtf import DateValue
from timeline.names.actor import Gazetteer
from timeline.pipeline import build_chronology
from timeline.publication.page import read_page
from timeline.publication.published import Published, keep_days, narrow

PAGES = tomllib.loads((Path(__file__).parent / "tables" / "pages.toml").read_text(encoding="utf-8"))["page"]
PROSE = "Warga Desa Sukamaju memperbaiki jembatan bambu pada Rabu (8/5/2019) bersama-sama."


LINE = "Jembatan bambu selesai diperbaiki\n\nJumat, 10 Mei 2019 13:45 WIB\n\n"


def published(text: str, gazetteer: Gazetteer, **record: str) -> Published:
    return read_article(read_page("a", text, **record), gazetteer).published


@pytest.mark.parametrize(
    ("text", "record", "edtf", "basis"),
    [
        (
            PROSE,
            {"published": "2019-05-10T23:30:00-08:00", "url": "https://x.id/2019/05/11/a"},
            "2019-05-10",
            "metadata",
        ),
        (PROSE, {"published": "10 Mei 2019 13:45 WIB"}, "2019-05-10", "metadata"),
        (f"{LINE}{PROSE}", {"published": "0001-01-01T00:00:00Z"}, "2019-05-10", "byline"),
        (f"{LINE}{PROSE}", {"published": "1970-01-01T00:00:00+00:00"}, "2019-05-10", "byline"),
        (f"{LINE}{PROSE}", {"published": "9999-12-31T23:59:59Z"}, "2019-05-10", "byline"),
        (PROSE, {"published": "2019-05-10T16:59:00Z"}, "2019-05-10", "metadata"),
        (PROSE, {"published": "2019-05-10T17:30:00Z"}, "2019-05-10/2019-05-11", "metadata"),
        (PROSE, {"published": "2019-05-10 23:30:00+00:00"}, "2019-05-10/2019-05-11", "metadata"),
        (PROSE, {"published": "2019-05-10 23:30:00.000 UTC"}, "2019-05-10/2019-05-11", "metadata"),
        (PROSE, {"published": "Fri, 10 May 2019 23:30:00 GMT"}, "2019-05-10/2019-05-11", "metadata"),
        (LINE.replace("13:45 WIB", "23:45 GMT") + PROSE, {}, "2019-05-10/2019-05-11", "byline"),
        (PROSE, {"published": "2019-5-3"}, "2019-05-03", "metadata"),
        (PROSE, {"published": "20190510T134500+0700"}, "2019-05-10", "metadata"),
        (PROSE, {"published": "2019-W19"}, "2019-05-08/2019-05-14", "text"),
        (PROSE, {"published": "1900-01-01"}, "2019-05-08/2019-05-14", "text"),
        (f"{LINE}{PROSE}", {"published": "2019-05-09T17:30:00Z"}, "2019-05-10", "byline"),
        (f"{LINE}{PROSE}", {"published": "2019-05-06T17:30:00Z"}, "2019-05-06/2019-05-07", "metadata"),
        (f"{LINE}{PROSE}", {"published": "kemarin"}, "2019-05-10", "byline"),
        (f"{LINE}{PROSE}", {"published": "2019-13-45"}, "2019-05-10", "byline"),
        (f"{LINE}{PROSE}", {}, "2019-05-10", "byline"),
        (PROSE, {"url": "https://x.id/2019/05/11/jembatan"}, "2019-05-11", "url"),
        (PROSE, {"url": "https://x.id/20190511120000-12-345/jembatan"}, "2019-05-11", "url"),
        (PROSE, {"url": "https://web.archive.org/web/20240101/https://x.id/2019/05/11/a"}, "2019-05-11", "url"),
        (PROSE, {"url": "https://web.archive.org/web/20240101/https:/x.id/berita/12"}, "2019-05-08/2019-05-14", "text"),
        (PROSE, {}, "2019-05-08/2019-05-14", "text"),
        ("Jembatan itu akan dibuka pada Rabu (8/5/2019).", {}, None, "none"),
        ("Jembatan itu tua.", {}, None, "none"),
    ],
)
def test_the_firmest_evidence_wins(
    text: str, record: dict[str, str], edtf: str | None, basis: str, gazetteer: Gazetteer
) -> None:
    told = published(text, gazetteer, **record)
    assert (told.when.edtf if told.when else None, told.basis) == (edtf, basis)
    assert told.reasons


@pytest.mark.parametrize("text", [PROSE, f"{LINE}{PROSE}", "Jembatan itu tua."])
def test_metadata_that_print_no_day_are_told(text: str, gazetteer: Gazetteer) -> None:
    assert "“April 2019”" in published(text, gazetteer, published="April 2019").reasons[0].text("en")
    assert "April" not in str(published(text, gazetteer).reasons)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["why"])
def test_a_page_is_dated_as_a_careful_reader_dates_it(page: Mapping[str, Any], gazetteer: Gazetteer) -> None:
    record = {"url": page["url"]} if "url" in page else {}
    told = published(page["text"].strip(), gazetteer, **record)
    assert (told.when.edtf if told.when else "") in page["published"]
    assert told.basis in page.get("basis", [told.basis])
    assert told.reasons


def test_a_year_the_text_does_not_settle_is_not_guessed(gazetteer: Gazetteer) -> None:
    told = published("Desa itu banjir pada 2011. Warga memperbaiki jembatan pada Selasa (9/5).", gazetteer)
    assert told.when is None
    assert "9/5" in told.reasons[-1].text("id")


def test_a_banner_is_only_an_upper_bound(gazetteer: Gazetteer) -> None:
    told = published("Senin, 6 Oktober 2025\n\nJembatan bambu selesai diperbaiki warga\n\nJembatan itu tua.", gazetteer)
    assert told.when is not None
    assert (told.when.edtf, told.basis) == ("../2025-10-06", "none")
    assert [refused.text for refused in told.refused] == ["Senin, 6 Oktober 2025"]


@pytest.mark.parametrize(
    "line",
    ["© 2025 KabarDesa.com", "Baca juga: Banjir Demak, Senin (6/10/2025)", "Foto: Wali kota, Senin (6/10/2025)"],
)
def test_what_is_not_prose_dates_nothing(line: str, gazetteer: Gazetteer) -> None:
    told = published(f"Jembatan bambu selesai diperbaiki warga\n\n{PROSE}\n\n{line}", gazetteer)
    assert told.when is not None
    assert told.when.edtf == "2019-05-08/2019-05-14"
    assert told.refused


def test_a_weekday_and_day_without_a_year_take_the_first_fitting_year(gazetteer: Gazetteer) -> None:
    text = (
        "Sejak banjir pada Februari 2022 desa itu sepi. "
        "Lurah menulis pada Selasa (18 Juni) bahwa ia pergi 24 tahun lalu, pada 2000."
    )
    told = published(text, gazetteer)
    assert told.when is not None
    assert told.when.edtf == "2024-06-18/2024-06-24"
    assert any("2000" in reason.text("en") for reason in told.reasons)


def test_a_weekday_that_fits_more_than_once_before_the_page_was_saved_dates_nothing(gazetteer: Gazetteer) -> None:
    page = "Minggu, 5 Januari 2025\n\nJembatan bambu selesai diperbaiki warga\n\n"
    prose = "Sejak banjir tahun 2000 desa itu sepi. Lurah menulis pada Senin (17/6) bahwa ia pergi."
    told = published(page + prose, gazetteer)
    assert told.when is not None
    assert (told.when.edtf, told.basis) == ("../2025-01-05", "none")


WEEK = Published(DateValue.between(date(2019, 4, 19), date(2019, 4, 25)), "sources", ())


def test_bounds_narrow_and_never_widen() -> None:
    told = narrow(WEEK, [(date(2019, 4, 22), None), (None, date(2020, 1, 1))])
    assert told.when is not None
    assert told.when.edtf == "2019-04-22/2019-04-25"
    assert narrow(WEEK, [(date(2018, 1, 1), date(2020, 1, 1))]) == WEEK


def test_bounds_that_contradict_change_nothing() -> None:
    assert narrow(WEEK, [(date(2021, 1, 1), None)]) == WEEK


def test_days_on_which_the_words_do_not_fit_are_left_out() -> None:
    told = keep_days(WEEK, lambda day: day >= date(2019, 4, 23))
    assert told.when is not None
    assert told.when.edtf == "2019-04-23/2019-04-25"
    assert keep_days(WEEK, lambda _: False) == WEEK
    day = Published(DateValue.on(date(2019, 4, 25)), "byline", ())
    assert keep_days(day, lambda found: found - timedelta(1) == date(2000, 1, 1)) == day


def test_a_sunday_is_no_month_s_and_no_year_gone_by_dates_a_later_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Macron kembali\n\nRabu, 5 September 2001\n\nEmmanuel Macron mengunjungi Berlin pada Agustus 2001.",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Tamu itu tiba\n\nEmmanuel Macron mengunjungi Berlin pada hari Minggu. Ia menemui Olaf Scholz pada Juni 2019.",
        encoding="utf-8",
    )
    built, _ = build_chronology([tmp_path], topic=None)
    published = dict(zip(built.articles["id"], built.articles["published"], strict=True))
    assert (published["b"]["earliest"], published["b"]["latest"]) == (None, None)


@pytest.mark.parametrize("unit", ["Ia tiba Kamis (29/6) dan 2017. ", "Presiden Moon Jae-in tiba Kamis (29/6). "])
def test_a_text_is_dated_in_steps_that_grow_with_its_length(unit: str, gazetteer: Gazetteer) -> None:
    few, many = (steps_of(partial(published, f"Tamu itu tiba\n\n{unit * number}", gazetteer)) for number in (50, 200))
    assert many < 6 * few


def test_a_deed_that_no_table_names_dates_no_other_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Macron di Berlin\n\nRabu, 5 September 2018\n\nEmmanuel Macron makan siang di Berlin pada Selasa (4/9/2018).",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Tamu itu datang lagi\n\nEmmanuel Macron tampak lelah di Berlin hari ini.", encoding="utf-8"
    )
    built, _ = build_chronology([tmp_path], topic=None)
    published = dict(zip(built.articles["id"], built.articles["published"], strict=True))
    assert (published["b"]["earliest"], published["b"]["latest"]) == (None, None)
