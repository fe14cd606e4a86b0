"""Pages in the shape of the press's own: record right, text complete, furniture not read."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.article import Article
from timeline.errors import DataError
from timeline.publication.publisher import load_publishers, name_of_site, plain_author, plain_title
from timeline.reader import read_file
from timeline.ruletable import rule_table

TABLES = Path(__file__).parent / "tables"
PAGES: dict[str, dict[str, Any]] = tomllib.loads((TABLES / "web.toml").read_text(encoding="utf-8"))
RULES = rule_table("page.toml")


def prose(article: Article) -> str:
    """Return the article's text without what is masked."""
    letters = list(article.text)
    for masked in article.masked:
        letters[masked.span.start : masked.span.end] = " " * (masked.span.end - masked.span.start)
    return "".join(letters)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_press_is_read_as_its_reader_reads_it(name: str) -> None:
    expected = PAGES[name]
    (article,) = read_file(TABLES / "web" / f"{name}.html")
    assert isinstance(article, Article)
    told = {"title": article.title, "publisher": article.publisher, "author": article.author}
    assert told == {field: expected.get(field) for field in told}
    assert article.published == expected["published"]
    assert article.headline is not None
    assert article.slice(article.headline) == article.title
    read = prose(article)
    assert expected["reads"] in read
    assert [words for words in expected["hides"] if words in read] == []


def test_every_page_has_its_expectation() -> None:
    assert {path.stem for path in (TABLES / "web").iterdir()} == set(PAGES)


@pytest.mark.parametrize("row", RULES["title"], ids=lambda row: row["pattern"])
def test_what_a_site_puts_behind_a_title_is_taken_off(row: dict[str, Any]) -> None:
    assert [plain_title(one["text"]) for one in row["examples"]] == [one["plain"] for one in row["examples"]]
    assert [plain_title(text) for text in row["rejects"]] == row["rejects"]


def test_the_name_of_the_site_is_taken_off_and_no_other() -> None:
    title = "Panen raya - Warga bersyukur"
    assert plain_title(f"{title} | Halaman 2 - Kabar Desa", "Kabar Desa") == title
    assert plain_title(title, "Kabar Desa", None) == title
    assert plain_title(None, "Kabar Desa") is None


@pytest.mark.parametrize("row", RULES["nobody"], ids=lambda row: row["pattern"])
def test_an_author_who_is_nobody_is_left_out(row: dict[str, Any]) -> None:
    assert [plain_author(name) for name in row["examples"]] == [None] * len(row["examples"])
    assert plain_author("; ".join((*row["rejects"], *row["examples"], "Kabar Desa")), "Kabar Desa") == "; ".join(
        row["rejects"]
    )


@pytest.mark.parametrize(
    ("url", "site", "name"),
    [
        ("https://news.detik.com/a", "Detiknews", "detikcom"),
        ("https://notdetik.com/?from=detik.com/a", "Lain", "Lain"),
        (None, "KOMPAS.com", "Kompas.com"),
        (None, "Kabar Desa", "Kabar Desa"),
        (None, None, None),
    ],
)
def test_one_publisher_has_one_name(url: str | None, site: str | None, name: str | None) -> None:
    assert name_of_site(url, site) == name


@pytest.mark.parametrize(
    "marks", ['mark = ["Kabar Desa,"]', 'marks = "Kabar Desa,"', "marks = [1]", 'marks = [""]', "marks = []"]
)
def test_a_publisher_s_row_is_checked(tmp_path: Path, marks: str) -> None:
    path = tmp_path / "publishers.toml"
    path.write_text(f'[[publisher]]\nname = "Kabar Desa"\n{marks}\ndomains = ["kabar.id"]\n')
    with pytest.raises(DataError, match=r"publisher 1: .Kabar Desa.\. Give a name"):
        load_publishers(path)
