"""The page tables, executed, and what the top of a page says."""

from functools import partial
from time import process_time
from typing import Any

import pytest

from tests.steps import steps_of
from timeline.publication.address import address_in
from timeline.publication.boilerplate import mask_lines
from timeline.publication.dateline import DATELINE_WORDS
from timeline.publication.page import lines_of, read_page
from timeline.publication.publisher import find_publisher, signed_author
from timeline.publication.several import refusal_in
from timeline.ruletable import rule_table

TABLES = rule_table("page.toml")
LINES = TABLES["line"]
EXAMPLES = [(row["why"], text) for row in LINES for text in row["examples"]]
WITHIN = [example for row in TABLES["within"] for example in row["examples"]]
REJECTS = [text for row in (*LINES, *TABLES["within"]) for text in row["rejects"]]

PROSE = "Warga Desa Sukamaju memperbaiki jembatan bambu pada Rabu (8/5) bersama-sama sejak pagi hingga petang."


@pytest.mark.parametrize(("why", "text"), EXAMPLES)
def test_an_example_is_masked_as_its_row_says(why: str, text: str) -> None:
    page = f"{PROSE}\n\n{text}\n\nPenutup."
    masked = mask_lines(page)
    assert [(mask.why, page[mask.span.start : mask.span.end].startswith(text)) for mask in masked] == [(why, True)]


@pytest.mark.parametrize("example", WITHIN, ids=lambda example: example["text"])
def test_a_link_within_prose_is_masked_and_no_more(example: dict[str, str]) -> None:
    page = example["text"]
    assert [page[mask.span.start : mask.span.end] for mask in mask_lines(page)] == [example["hidden"]]


def test_what_ends_an_article_ends_none_above_its_prose() -> None:
    page = f"Terpopuler\nBanjir di Demak 2019\n\n{PROSE}\n\nTerpopuler\nBanjir di Demak 2019"
    assert [page[mask.span.start : mask.span.end] for mask in mask_lines(page)] == [
        "Terpopuler",
        page[page.rindex("Ter") :],
    ]


@pytest.mark.parametrize("text", REJECTS)
def test_a_reject_is_prose(text: str) -> None:
    assert mask_lines(f"{PROSE}\n{text}") == ()


def test_lines_are_exact_slices() -> None:
    page = "  Satu \n\n\tDua\u00a0\nTiga"
    assert [page[line.span.start : line.span.end] for line in lines_of(page)] == ["Satu", "Dua", "Tiga"]


def test_a_date_above_the_title_is_the_day_the_page_was_saved() -> None:
    article = read_page("a", f"Senin, 6 Oktober 2025\n\nJembatan bambu selesai diperbaiki warga\n\n{PROSE}")
    assert article.banner == "Senin, 6 Oktober 2025"
    assert article.dateline is None
    assert article.title == "Jembatan bambu selesai diperbaiki warga"


def test_a_date_line_below_the_title_is_the_article_s() -> None:
    page = (
        f"Jembatan bambu selesai diperbaiki warga\n\nSiti Lestari\nSiti Lestari Kamis, 9 Mei 2019 13:45 WIB\n\n{PROSE}"
    )
    article = read_page("a", page)
    assert article.dateline == "Siti Lestari Kamis, 9 Mei 2019 13:45 WIB"
    assert article.author == "Siti Lestari"
    assert article.banner is None


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    article = read_page("a", f"Jembatan bambu selesai diperbaiki warga\n\n{PROSE}")
    assert (article.dateline, article.banner) == (None, None)


def test_a_date_below_the_prose_is_no_date_line() -> None:
    page = f"Jembatan bambu selesai diperbaiki warga\n\n{PROSE}\n\n{PROSE}\n\nJembatan Runtuh 12 Januari 2018"
    assert read_page("a", page).dateline is None


def test_signs_of_no_width_are_no_part_of_an_article() -> None:
    page = f"\ufeffJembatan \u200bbambu selesai diper\u00adbaiki warga\n\n{PROSE}"
    assert read_page("a", page).text == f"Jembatan bambu selesai diperbaiki warga\n\n{PROSE}"


def test_a_short_sentence_with_a_date_is_prose() -> None:
    page = f"Jembatan bambu selesai diperbaiki warga\n\nBupati tiba di Demak Rabu (8/5/2019)\n\n{PROSE}"
    assert read_page("a", page).dateline is None


def test_what_the_caller_knows_wins() -> None:
    article = read_page("a", PROSE, title="Judul lain", publisher="Kabar Desa", url="https://www.kompas.com/x")
    assert (article.title, article.publisher, article.headline) == ("Judul lain", "Kabar Desa", None)
    assert read_page("a", PROSE, url="https://www.kompas.com/x").publisher == "Kompas.com"


@pytest.mark.parametrize("text", [text for row in TABLES["refusal"] for text in row["examples"]])
def test_what_stands_in_an_article_s_stead_is_known(text: str) -> None:
    assert refusal_in(f"Kabar Desa\n\n{text}\n") == text


@pytest.mark.parametrize("text", [text for row in TABLES["refusal"] for text in row["rejects"]])
def test_a_title_is_no_refusal_nor_is_what_an_article_tells_of_one(text: str) -> None:
    assert refusal_in(f"Kabar Desa\n\n{text}\n") is None
    assert refusal_in(f"404 Not Found\n\n{PROSE * 20}\n") is None


@pytest.mark.parametrize("row", TABLES["address"], ids=lambda row: row["examples"][0]["url"])
def test_a_page_says_its_address(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        above = "" if row["of"] == "top" else f"{PROSE}\n\n{PROSE}\n\n"
        assert address_in(f"{above}{example['text']}\n\n{PROSE}") == example["url"]
        assert read_page("a", f"{above}{example['text']}\n\n{PROSE}").url == example["url"]
    for text in row["rejects"]:
        assert address_in(text) is None


def test_the_address_of_another_page_or_of_a_picture_is_not_the_page_s() -> None:
    page = (
        f"Jembatan bambu selesai diperbaiki\n\nOleh Siti\nhttps://x.id/20190511.jpg\n{PROSE}\n\nSumber: https://y.id/a"
    )
    assert address_in(page) is None


@pytest.mark.parametrize(
    ("url", "publisher"),
    [("https://m.kabardesa.id/a", "kabardesa.id"), ("kota.kabardesa.id/a", "kota.kabardesa.id"), ("https:///a", None)],
)
def test_a_page_of_a_site_that_no_table_knows_is_its_host_s(url: str, publisher: str | None) -> None:
    assert read_page("a", PROSE, url=url).publisher == publisher


@pytest.mark.parametrize("row", TABLES["publisher"], ids=lambda row: row["examples"][0]["who"])
def test_a_page_says_who_published_it(row: dict[str, list[dict[str, str]]]) -> None:
    for example in row["examples"]:
        assert find_publisher(example["text"], dateline=example["text"]) == example["who"]
    for text in row["rejects"]:
        assert find_publisher(text, dateline=text) is None


@pytest.mark.parametrize("line", TABLES["dateline"]["examples"])
def test_a_labelled_date_line_is_one(line: str) -> None:
    assert read_page("a", f"Jembatan bambu selesai diperbaiki warga\n\n{line}\n\n{PROSE}").dateline == line


@pytest.mark.parametrize("line", TABLES["dateline"]["rejects"])
def test_a_sentence_is_no_date_line(line: str) -> None:
    assert read_page("a", f"Jembatan bambu selesai diperbaiki warga\n\n{line}\n\n{PROSE}").dateline is None


def test_a_title_is_no_advertisement_and_not_cut_short() -> None:
    above = "Baca berita tanpa iklan. Gabung Desa+\n\nDesaJembatan selesai diperbaiki, ...\n(021) 739 - 89 a@desa.id"
    title = "Jembatan bambu selesai diperbaiki warga"
    assert read_page("a", f"{above}\n\n{title}\n\n{PROSE}").title == title


def test_a_page_without_breaks_is_no_furniture_whatever_it_begins_with() -> None:
    text = f"Laporan Wartawan Kabardesa.id, Siti Lestari KABARDESA.ID, DEMAK - {PROSE} " * 5
    assert not read_page("a", text).masked


def test_the_way_to_a_page_in_its_site_is_not_its_title() -> None:
    title = "Jembatan bambu selesai diperbaiki warga"
    way = f"Beranda Desa {title}"
    article = read_page("a", f"{way}\n\n{title}\n\n{PROSE}")
    assert article.title == title
    assert any(mask.span.of(article.text) == way for mask in article.masked)


def test_a_short_title_is_one_and_a_paragraph_is_none() -> None:
    paragraph = "Warga memperbaiki jembatan pada Rabu (8/5). Lurah memuji mereka."
    assert read_page("a", f"Jembatan Selesai\n\n{paragraph}").title == "Jembatan Selesai"
    assert read_page("a", f"{paragraph}\n\nTetangga ikut membantu mereka").title is None
    lead = "DEMAK, Kabar Desa - Warga memperbaiki jembatan bambu itu bersama para petani."
    assert read_page("a", f"{lead}\n\nTetangga ikut membantu mereka memanggul bambu.").title is None
    assert read_page("a", f"Jembatan Selesai\n\n{lead}").title == "Jembatan Selesai"


@pytest.mark.parametrize("row", [row for rule in TABLES["author"] for row in rule["examples"]])
def test_a_line_names_the_author(row: dict[str, str]) -> None:
    assert signed_author(row["text"]) == row["who"]


@pytest.mark.parametrize("text", [text for rule in TABLES["author"] for text in rule["rejects"]])
def test_a_sentence_names_no_author(text: str) -> None:
    assert signed_author(text) is None


def test_a_section_of_the_paper_is_no_author() -> None:
    title = "Jembatan bambu selesai diperbaiki warga"
    article = read_page("a", f"{title}\nGlobal\nPenulis: Siti Lestari | Editor: Budi\n\n{PROSE}")
    assert article.author == "Siti Lestari"
    assert read_page("a", f"{title}\nGlobal\n\n{PROSE}").author is None


def test_an_author_is_told_in_the_date_line_or_beside_it_and_is_nobody_of_the_article() -> None:
    title, day = "Jembatan bambu selesai diperbaiki warga", "KAMIS, 9 MEI 2019 | 18:45 WIB"
    assert read_page("a", f"{title}\n\n{day} | LAPORAN: SITI LESTARI\n\n{PROSE}").author == "SITI LESTARI"
    assert read_page("a", f"{title}\n\n{day}\nSiti Lestari\n\n{PROSE}").author == "Siti Lestari"
    assert read_page("a", f"{title}\n\n{day}\nDesa Sukamaju\n\n{PROSE}").author is None
    assert read_page("a", f"{title}\n\nSelengkapnya tentang Desa\n\nWali Kota\n\n{PROSE}").author is None


def test_a_title_has_no_site_behind_it_and_ends_in_no_colon() -> None:
    title = "Jembatan bambu selesai diperbaiki warga"
    page = f"Demikian kata lurah pada pagi hari:\n\n{title} - Kompas.com\n\n{PROSE}"
    assert read_page("a", page, publisher="Kompas.com").title == title
    assert read_page("a", f"{title} - Lensa Desa\n\n{title}\n\n{PROSE}").title == title


def test_a_signature_below_the_text_may_print_its_day() -> None:
    article = read_page("a", f"Jembatan bambu selesai diperbaiki\n\n{PROSE}\n\nKontributor: Siti, Sabtu 11 Mei 2019")
    assert (article.author, article.dateline) == ("Siti", "Kontributor: Siti, Sabtu 11 Mei 2019")


@pytest.mark.parametrize("unit", ["Senin ", "kata ", "a", "(", '"', "…", "1. ", "\n", "a.\n"])
def test_a_long_page_is_not_looked_over_again_at_every_letter(unit: str) -> None:
    """A quarter of a megabyte takes about a second; a pattern that starts anew at each letter takes minutes."""
    text = f"Jembatan bambu selesai diperbaiki\n\n{unit * (250_000 // len(unit))}"
    began = process_time()
    read_page("a", text)
    assert process_time() - began < 30


@pytest.mark.parametrize(
    "unit", ["Baca juga: a\n", "Baca juga:\njudul\n\n", "Terpopuler\n", "(Baca: a) ", "Ia (Baca: a).\n"]
)
def test_links_and_furniture_are_found_in_steps_that_grow_with_their_number(unit: str) -> None:
    few, many = (steps_of(partial(mask_lines, unit * number)) for number in (200, 800))
    assert many < 5 * few


@pytest.mark.parametrize(("more", "is_line"), [(0, True), (DATELINE_WORDS, True), (DATELINE_WORDS + 1, False)])
def test_a_date_line_has_only_so_many_other_words(more: int, *, is_line: bool) -> None:
    line = " ".join(["10 Mei 2019", *("Aa" for _ in range(more))])
    page = f"Jembatan bambu selesai diperbaiki warga\n\n{line}\n\n{PROSE}"
    assert read_page("a", page).dateline == (line if is_line else None)
