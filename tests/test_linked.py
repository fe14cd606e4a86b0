"""Which of the dates in a web page's metadata, JSON-LD and marked lines is that of its article."""

import json

import pytest
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from timeline.reader.markup import with_heading
from timeline.reader.stated import changed_of, date_lines, published_of

TITLE = "Jembatan bambu selesai diperbaiki warga"
OWN = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2019-05-10T13:45:00+07:00"}
OTHER = {"@type": "NewsArticle", "headline": "Banjir bandang di Garut", "datePublished": "2019-05-20T08:00:00+07:00"}
THIRD = OTHER | {"headline": "Harga cabai turun", "datePublished": "2019-05-21"}
FILM = {"@type": "VideoObject", "name": TITLE, "datePublished": "2018-01-02"}


def page(*linked: object, head: str = "", below: str = "") -> HtmlElement:
    texts = (one if isinstance(one, str) else json.dumps(one) for one in linked)
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return load_html(
        f"<html><head><title>{TITLE} | Kabar Desa</title>{head}{scripts}</head><body><h1>{TITLE}</h1>{below}"
        f"<p>{'Warga memperbaiki jembatan bersama-sama sejak pagi hingga petang. ' * 4}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("linked", "day"),
    [
        ([OWN], "2019-05-10"),
        ([OTHER, OWN], "2019-05-10"),
        ([{"@graph": [{"@type": "WebSite", "datePublished": "2010-01-01"}, OTHER, OWN]}], "2019-05-10"),
        ([{"@type": "ItemList", "itemListElement": [OTHER]}], None),
        ([OWN | {"comment": [{"@type": "Comment", "datePublished": "2019-05-29"}]}], "2019-05-10"),
        ([{"@type": "WebPage", "datePublished": "2015-01-01"}, OWN], "2019-05-10"),
        ([{"@type": "WebPage", "name": TITLE, "mainEntity": OWN}], "2019-05-10"),
        ([OTHER | {"@id": "http://www.kabar.id/a#berita"}, THIRD], "2019-05-20"),
        ([[OTHER, THIRD]], None),
        ([OWN | {"headline": "Judul lain"}], "2019-05-10"),  # the only article of the page, titled for others
        ([FILM], None),
        ([OWN | {"datePublished": "10 Mei 2019 13:45 WIB"}], "2019-05-10"),
        ([OWN | {"datePublished": "2019-05-10T18:00:00Z"}], "2019-05-10T18:00:00Z"),
        ([json.dumps(OWN, indent=1).replace('": "', '" : "')], "2019-05-10"),
        ([json.dumps(OWN)[:-1] + ",}"], "2019-05-10"),
        ([json.dumps([OWN, OTHER])[:-1] + ",]"], None),
        (["{" * 100_000], None),
        ([[], None, 3, "kata", {"@type": 5, "datePublished": 7}, {"@type": [], "@graph": {}}], None),
    ],
)
def test_json_ld_dates_the_article_of_the_page_and_no_other(linked: list[object], day: str | None) -> None:
    assert published_of(page(*linked, head='<link rel="canonical" href="https://kabar.id/a">')) == day


def test_what_says_it_is_of_the_publication_wins_over_a_date_alone() -> None:
    made = '<meta name="date" content="2026-11-22">'
    assert published_of(page(OWN, head=made)) == "2019-05-10"
    assert published_of(page(head=f'{made}<meta itemprop="datePublished" content="2019-05-11">')) == "2019-05-11"
    assert published_of(page(head=made)) == "2026-11-22"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jumat, 10 Mei 2019 13:45 WIB", None),
        ("Terbit: 10 Mei 2019", None),
        ("10 Mei 2019", "2026-11-22"),  # of something else, perhaps
        ("Diperbarui: 10 Mei 2019 13:45 WIB", "2026-11-22"),
        ("Sabtu, 21 November 2026 23:59 WIB", "2026-11-22"),
        ("Senin, 30 November 2026 07:00 WIB", "2026-11-22"),
    ],
)
def test_metadata_later_than_the_day_a_page_prints_are_of_the_page(line: str, day: str | None) -> None:
    made = '<meta property="article:published_time" content="2026-11-22T10:15:00+07:00">'
    assert published_of(page(head=made, below=f'<div class="date">{line}</div>')) == day


def test_the_last_change_is_that_of_the_article() -> None:
    other = OTHER | {"dateModified": "2020-01-01"}
    assert changed_of(page(other, OWN | {"dateModified": "2019-05-12T10:00:00+07:00"})) == "2019-05-12"


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("<time>10 Mei 2019</time>", ["10 Mei 2019"]),
        ("<p>Terbit: <time>10 Mei 2019</time></p>", ["Terbit: 10 Mei 2019"]),
        ("<p>Diperbarui: <time>12 Mei 2019</time></p>", ["Diperbarui: 12 Mei 2019"]),
        ('<time class="updated" datetime="2019-05-12">12 Mei 2019</time>', []),
        ('<time class="entry-date published updated">10 Mei 2019</time>', ["10 Mei 2019"]),
    ],
)
def test_a_date_line_is_told_with_its_label(below: str, lines: list[str]) -> None:
    assert date_lines(page(below=below)) == lines


def test_date_lines_stand_below_the_title() -> None:
    assert with_heading("Isi.", "Judul", ["10 Mei 2019"]) == "Judul\n\n10 Mei 2019\n\nIsi."
    assert with_heading("Judul\nIsi.", "Judul", ["10 Mei 2019"]) == "Judul\n\n10 Mei 2019\n\nIsi."
    assert with_heading("10 Mei 2019\nIsi.", None, ["10 Mei 2019"]) == "10 Mei 2019\nIsi."
