"""Every kind of input gives articles; what is broken is told by file and place, and the rest is read all the same."""

import gzip
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import invented
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article, Span, nfc
from timeline.errors import DataError
from timeline.publication.page import INVISIBLE
from timeline.reader import find_files, read_articles, read_file
from timeline.reader.markdown import full_markdown
from timeline.store import save_store

PAGE = """Perdana Menteri Negeri Utara tiba di Kota Baru

Ia disambut Wali Kota pada Rabu (5/6/2024). Kunjungan itu yang pertama.
"""
EXCERPT = """+++
id = "kunjungan"
publisher = "Harian Contoh"
title = "Perdana Menteri Negeri Utara tiba di Kota Baru"
dateline = "Kamis, 6 Juni 2024"
+++
> Perdana Menteri Negeri Utara tiba di Kota Baru
[…]
> Ia disambut Wali Kota pada Rabu (5/6/2024).
"""
HTML = """<html lang="id"><head><title>Perdana Menteri tiba | Harian Contoh</title>
<meta property="og:title" content="Perdana Menteri tiba"><meta property="og:site_name" content="Harian Contoh">
<meta property="article:published_time" content="2024-06-06T10:00:00+07:00">
<link rel="canonical" href="https://example.org/berita/1"></head><body>
<nav>Kamis, 1 Januari 2026</nav><article><h1>Perdana Menteri tiba</h1>
<p>Perdana Menteri Negeri Utara tiba di Kota Baru pada Rabu (5/6/2024) dan disambut oleh Wali Kota serta warga.</p>
<p>Kunjungan itu merupakan yang pertama sejak kedua negeri membuka hubungan, kata juru bicara.</p></article>
</body></html>"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def good(found: Iterable[Article | DataError]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def only_article(path: Path) -> Article:
    found = list(read_file(path))
    assert [str(one) for one in found if isinstance(one, DataError)] == []
    return good(found)[0]


def only_error(path: Path) -> DataError:
    found = list(read_file(path))
    assert len(found) == 1
    assert isinstance(found[0], DataError)
    return found[0]


def told(error: DataError) -> tuple[str, str]:
    """Return where it is and what was found, in English."""
    parts = error.parts("en")
    return parts["place"], parts["found"]


def test_a_page_saved_as_text_keeps_every_character(tmp_path: Path) -> None:
    article = only_article(write(tmp_path / "k1.txt", PAGE))
    assert (article.id, article.text) == ("k1", PAGE)
    assert article.title == PAGE.split("\n", maxsplit=1)[0]


def test_line_ends_byte_order_mark_and_composition_are_made_one(tmp_path: Path) -> None:
    content = unicodedata.normalize("NFD", "Café tiba.\r\nIa pulang.\rSelesai sudah.")
    (tmp_path / "k.txt").write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert only_article(tmp_path / "k.txt").text == "Café tiba.\nIa pulang.\nSelesai sudah."


def test_a_text_that_is_not_utf8_is_refused_by_its_byte(tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_bytes("Kafé".encode("latin-1"))
    error = only_error(tmp_path / "k.txt")
    assert told(error) == ("line 1, byte 4", "0xe9 is not UTF-8")


@pytest.mark.parametrize(
    ("content", "place", "found"),
    [
        ("Ia tiba.\nKafé".encode("cp1252"), "line 2, byte 4", "0xe9 is not UTF-8"),
        ("Ia tiba.\nKafé".encode()[:-1], "line 2, byte 4", "0xc3 is not UTF-8"),
        ("Ia tiba.".encode("utf-16"), "file", "this is UTF-16"),
        ("Ia tiba.".encode("utf-16-le"), "text, line 1", "a NUL character, which no text has"),
        (b"Ia tiba.\nIa pulang.\0", "text, line 2", "a NUL character, which no text has"),
        (b"%PDF-1.4\n1 0 obj", "file", "this is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "file", "this is a picture"),
        (b"Halaman tidak ditemukan\n\nKembali ke beranda", "file", "“Halaman tidak ditemukan”: this is no article"),
        (b"Ia tiba. " * 120_000, "text", "1080000 characters, more than 1000000"),
        (b"PK\x03\x04word/document.xml", "file", "this is a zip file, as .docx and .xlsx are"),
        (b"\n<!DOCTYPE html><html><p>Ia tiba.</p></html>", "line 1", "'<!DOCTYPE'"),
    ],
)
def test_what_is_no_text_is_refused_whatever_it_is_called(
    tmp_path: Path, content: bytes, place: str, found: str
) -> None:
    (tmp_path / "k.txt").write_bytes(content)
    error = only_error(tmp_path / "k.txt")
    assert told(error) == (place, found)


def test_documents_in_a_folder_are_told_and_other_files_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "c.PDF", "d.png", "e"):
        write(tmp_path / name, PAGE)
    found = list(find_files([tmp_path]))
    assert found[0] == tmp_path / "a.txt"
    assert [(one.file, told(one)[1]) for one in found[1:] if isinstance(one, DataError)] == [
        (str(tmp_path / "b.docx"), ".docx is not read"),
        (str(tmp_path / "c.PDF"), ".PDF is not read"),
    ]


def test_a_file_without_rows_and_a_value_over_many_lines_are_told_once(tmp_path: Path) -> None:
    assert told(only_error(write(tmp_path / "a.jsonl", "\n")))[1] == "there is no row"
    spread = only_error(write(tmp_path / "b.jsonl", '[\n{\n"id": "a",\n"text": "b"\n}\n]'))
    assert told(spread) == ("line 1", "one JSON value over several lines")
    pq.write_table(
        pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}), tmp_path / "c.parquet"
    )
    assert told(only_error(tmp_path / "c.parquet"))[1] == "there is no row"


def test_columns_are_checked_once_and_a_day_may_be_a_date(tmp_path: Path) -> None:
    pq.write_table(pa.table({"nomor": ["a", "b"], "text": [PAGE, PAGE]}), tmp_path / "a.parquet")
    assert told(only_error(tmp_path / "a.parquet"))[0] == "columns"
    pq.write_table(pa.table({"id": ["a"], "text": [PAGE], "published": [date(2024, 6, 6)]}), tmp_path / "b.parquet")
    assert only_article(tmp_path / "b.parquet").published == "2024-06-06"


def test_a_record_in_yaml_is_told(tmp_path: Path) -> None:
    error = only_error(write(tmp_path / "k.md", f"---\ntitle: Kunjungan\n---\n{PAGE}"))
    assert told(error) == ("line 1", "a record in YAML")


@pytest.mark.parametrize("name", ["k.txt", "k.md", "k.html"])
@pytest.mark.parametrize("content", ["", " \n\t\n"])
def test_a_blank_file_is_refused(tmp_path: Path, name: str, content: str) -> None:
    assert str(tmp_path / name) == only_error(write(tmp_path / name, content)).file


def test_an_excerpt_has_its_record_its_quotes_and_its_gaps(tmp_path: Path) -> None:
    article = only_article(write(tmp_path / "kunjungan.md", EXCERPT))
    assert article.publisher == "Harian Contoh"
    assert article.dateline == "Kamis, 6 Juni 2024"
    assert article.text.split("\n")[:3] == [
        "Perdana Menteri Negeri Utara tiba di Kota Baru",
        "[…]",
        "Ia disambut Wali Kota pada Rabu (5/6/2024).",
    ]
    assert article.headline == Span(0, len(article.title or ""))
    assert [(article.slice(mask.span), mask.why) for mask in article.masked] == [("[…]", "gap")]


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ("[…]", "Kalimat tanpa tanda.", "line 8", "Kalimat tanpa tanda."),
        ('id = "kunjungan"', 'id = "lain"', "id", "'lain'"),
        ("publisher = ", "penerbit = ", "record", "penerbit"),
        ('"Harian Contoh"', "2024", "record", "2024"),
        ('"Harian Contoh"', '"Harian', "record", "line 2"),
        ("\n+++\n>", "\n>", "line 1", "does not end"),
    ],
)
def test_a_broken_excerpt_is_told_by_its_place(tmp_path: Path, old: str, new: str, place: str, found: str) -> None:
    assert old in EXCERPT
    error = only_error(write(tmp_path / "kunjungan.md", EXCERPT.replace(old, new)))
    assert told(error)[0] == place
    assert found in told(error)[1]


def test_an_article_in_full_may_have_a_record_in_front(tmp_path: Path) -> None:
    record = EXCERPT[: EXCERPT.index("> ")].replace("kunjungan", "k").replace("dateline", "published")
    article = only_article(write(tmp_path / "k.md", record + "\n" + PAGE))
    assert article.text == PAGE
    assert (article.publisher, article.published) == ("Harian Contoh", "Kamis, 6 Juni 2024")
    assert only_article(write(tmp_path / "l.md", PAGE)).text == PAGE
    day = f"+++\npublished = 2024-06-06\n+++\n{PAGE}"
    assert only_article(write(tmp_path / "m.md", day)).published == "2024-06-06"


def test_a_web_page_gives_its_article_and_its_own_date(tmp_path: Path) -> None:
    article = only_article(write(tmp_path / "h.html", HTML))
    assert "Rabu (5/6/2024)" in article.text
    assert "1 Januari 2026" not in article.text
    assert (article.title, article.publisher) == ("Perdana Menteri tiba", "Harian Contoh")
    assert (article.published, article.url) == ("2024-06-06", "https://example.org/berita/1")


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0032)https://example.org/berita/2 -->",
        "<!--\n Page saved with SingleFile \n url: https://example.org/berita/2 \n saved date: Sun Nov 22 2026\n-->",
    ],
)
def test_a_saved_page_has_the_address_it_was_saved_from(tmp_path: Path, note: str) -> None:
    page = note + HTML.replace('<link rel="canonical" href="https://example.org/berita/1">', "")
    assert only_article(write(tmp_path / "h.html", page)).url == "https://example.org/berita/2"


def test_a_web_page_without_metadata_is_not_dated_by_what_stands_on_it(tmp_path: Path) -> None:
    bare = HTML.replace('<meta property="article:published_time" content="2024-06-06T10:00:00+07:00">', "")
    assert only_article(write(tmp_path / "h.html", bare)).published is None


@pytest.mark.parametrize(
    "metadata",
    [
        '<meta property="og:image" content="https://img.example.org/2023/05/04/a.jpg">',
        '<meta property="article:modified_time" content="2025-01-05T10:00:00+07:00">',
        '<meta itemprop="copyrightYear" content="2021">',
        '<script type="application/ld+json">{"dateModified":"2025-01-05T10:00:00+07:00"}</script>',
        "<!-- 2025-01-05T10:00:00 -->",
    ],
)
def test_a_date_of_something_else_is_not_that_of_publication(tmp_path: Path, metadata: str) -> None:
    other = HTML.replace('<meta property="article:published_time" content="2024-06-06T10:00:00+07:00">', metadata)
    article = only_article(
        write(tmp_path / "h.html", other.replace(">Perdana Menteri tiba<", ">Kronologi kunjungan sejak 24 Juli 2000<"))
    )
    assert (article.published, article.dateline) == (None, None)


def test_a_page_is_no_newer_than_its_last_change(tmp_path: Path) -> None:
    changed = HTML.replace("published_time", "modified_time")
    assert only_article(write(tmp_path / "h.html", changed)).banner == "2024-06-06"


@pytest.mark.parametrize(
    "line",
    [
        '<div class="detail__date">Kamis, 6 Juni 2024 10:23 WIB</div>',
        '<p><time datetime="2024-06-06 10:23:00">Diterbitkan 06/06/2024, 10:23 WIB</time></p>',
        '<time datetime="2024-06-06">2 jam lalu</time>',
    ],
)
def test_a_line_below_the_heading_dates_a_web_page(tmp_path: Path, line: str) -> None:
    bare = HTML.replace('<meta property="article:published_time" content="2024-06-06T10:00:00+07:00">', "")
    article = only_article(write(tmp_path / "h.html", bare.replace("</h1>", f"</h1>{line}")))
    assert article.published is None
    assert "2024" in (article.dateline or "")


def test_a_date_beside_another_story_dates_nothing(tmp_path: Path) -> None:
    bare = HTML.replace('<meta property="article:published_time" content="2024-06-06T10:00:00+07:00">', "")
    beside = '<aside><h3>Lainnya</h3><time datetime="2025-01-12">12 Januari 2025</time></aside></body>'
    assert only_article(write(tmp_path / "h.html", bare.replace("</body>", beside))).dateline is None


def test_a_page_of_an_error_and_a_picture_called_one_are_refused(tmp_path: Path) -> None:
    page = "<html><body><h1>404 Not Found</h1><p>Kembali ke beranda.</p></body></html>"
    assert told(only_error(write(tmp_path / "h.html", page))) == ("page", "“404 Not Found”: this is no article")
    (tmp_path / "i.html").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    assert told(only_error(tmp_path / "i.html")) == ("file", "this is a picture")


def test_of_several_articles_in_one_file_the_first_is_read_and_the_next_told(tmp_path: Path) -> None:
    prose = "Warga desa memperbaiki jembatan bambu itu sejak pagi hingga petang."
    one = f"Jembatan bambu selesai diperbaiki\n\nJumat, 10 Mei 2019 13:45 WIB\n\n{prose}\n"
    other = one.replace("Jembatan bambu", "Balai desa").replace("2019", "2024")
    first, error = read_articles([write(tmp_path / "a.txt", f"{one}\n{other}")])
    assert isinstance(first, Article)
    assert (first.text.strip(), first.dateline) == (one.strip(), "Jumat, 10 Mei 2019 13:45 WIB")
    found = "another article begins here, “Balai desa selesai diperbaiki”, which is not read"
    assert isinstance(error, DataError)
    assert told(error) == ("line 7", found)


def test_a_list_of_other_stories_is_no_article_of_its_own(tmp_path: Path) -> None:
    listed = (
        "Berita Terkait\n\nBalai desa selesai diperbaiki\nJumat, 10 Mei 2019 13:45 WIB\n"
        + "Warga bersama-sama memperbaiki balai desa itu sejak pagi. " * 2
    )
    only_article(write(tmp_path / "a.txt", f"{PAGE}\n\n{listed}"))


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    assert told(only_error(write(tmp_path / "h.html", "<html><body></body></html>")))[1] == "no article was found"


LINES = [
    json.dumps({"id": "a", "text": PAGE, "publisher": "Harian", "published": "2024-06-06", "other": 1}),
    "",
    '{"id": "b", "text": ',
    '["c"]',
    '{"id": "d"}',
    '{"id": "e", "text": 5}',
    '{"id": "f", "text": "Ia tiba \\ud800 kemarin."}',
    '{"id": "g", "text": " "}',
    json.dumps({"id": 8, "text": PAGE}),
]


def refused(path: Path) -> list[tuple[str, str]]:
    return [told(one) for one in read_file(path) if isinstance(one, DataError)]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_good_lines_are_read_and_bad_ones_told_by_number(tmp_path: Path, name: str) -> None:
    content = "\n".join(LINES).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    articles = good(read_file(path))
    assert [article.id for article in articles] == ["a", "8"]
    assert (articles[0].publisher, articles[0].published) == ("Harian", "2024-06-06")
    assert ("line 4", "a JSON list, not one object") in refused(path)
    assert ("line 5", "text is missing; there is: id") in refused(path)
    assert [place for place, _ in refused(path)] == [
        "line 3",
        "line 4",
        "line 5",
        "line 6, text",
        "line 7, text, character 8",
        "line 8, text",
    ]


def test_a_line_that_is_not_utf8_leaves_the_next_one_readable(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"id": "a", "text": "\xff"}\n' + LINES[0].encode())
    assert refused(path) == [("line 1, byte 22", "0xff is not UTF-8")]
    assert [article.id for article in good(read_file(path))] == ["a"]


def test_a_deeply_nested_line_is_refused_not_fatal(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", "[" * 200_000 + "\n" + LINES[0])
    assert [place for place, _ in refused(path)] == ["line 1"]
    assert len(good(read_file(path))) == 1


def test_damaged_gzip_keeps_the_lines_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress((LINES[0] + "\n").encode()) + gzip.compress(b"x" * 1000)[:15])
    assert [article.id for article in good(read_file(path))] == ["a"]
    assert refused(path)[-1][1].startswith("damaged gzip")
    path.write_bytes(b"no gzip")
    assert refused(path)[0][1].startswith("damaged gzip")


def test_rows_of_parquet_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(
        pa.table({"id": ["a", "b", None], "text": [PAGE, None, PAGE], "title": [None] * 3, "n": [1] * 3}), path
    )
    assert [article.id for article in good(read_file(path))] == ["a"]
    assert refused(path) == [("row 2", "text is missing; there is: id"), ("row 3", "id is missing; there is: text")]
    write(path, "PAR")
    assert refused(path)[0][1].startswith("no Parquet")


def test_folders_are_read_whole_sorted_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/k2.txt", "a/k1.TXT", "b/.k3.txt", ".git/k4.txt", "a/catatan.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, PAGE)
    assert [article.id for article in good(read_articles([tmp_path]))] == ["k1", "k2"]
    assert list(find_files([tmp_path, tmp_path / "b" / "k2.txt"])) == [tmp_path / "a/k1.TXT", tmp_path / "b/k2.txt"]


def test_the_tables_of_a_store_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path / "k.txt", PAGE)
    save_store(invented.chronology(), {}, tmp_path / "store")
    assert list(find_files([tmp_path])) == [tmp_path / "k.txt"]


def test_of_two_articles_with_one_id_the_first_is_kept_and_both_files_are_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", PAGE)
    write(tmp_path / "b.jsonl", "\n".join([LINES[0], json.dumps({"id": "z", "text": PAGE})] * 2))
    found = list(read_articles([tmp_path]))
    assert [article.id for article in good(found)] == ["a", "z"]
    errors = [str(one) for one in found if isinstance(one, DataError)]
    assert len(errors) == 3
    assert "b.jsonl" in errors[0]
    assert "a.txt" in errors[0]
    assert "twice in this file" in errors[2]


@pytest.mark.parametrize(
    ("name", "found"), [("none.txt", "there is none"), ("x.pdf", ".pdf is not read"), ("folder", "no articles")]
)
def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path, name: str, found: str) -> None:
    (tmp_path / "folder").mkdir()
    write(tmp_path / "x.pdf", "x")
    assert [told(one)[1] for one in find_files([tmp_path / name]) if isinstance(one, DataError)] == [found]


def test_a_folder_called_like_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "k.jsonl").mkdir()
    assert told(only_error(tmp_path / "k.jsonl"))[0] == "file"


# Signs of no width are no part of an article's text.
UNSEEN = "\0" + "".join(one for one in map(chr, range(0x10000)) if INVISIBLE.fullmatch(one))
printed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNSEEN), min_size=1).map(nfc)


@settings(deadline=None)  # the first page read compiles the tables
@given(title=printed, text=printed.filter(lambda text: text.strip() and text.lstrip()[0] not in ">[+"))
def test_an_article_written_in_full_is_read_as_it_was(title: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "k.md", full_markdown(Article(id="k", text=text, title=title)))
        article = only_article(path)
    assert article.title == title
    assert article.text == text.lstrip("\n")


@pytest.mark.parametrize("text", ["> Kutipan.", "[…]", "+++\nTeks."])
def test_an_article_that_would_be_read_as_an_excerpt_is_not_written_as_one(text: str) -> None:
    with pytest.raises(DataError, match=r"\.txt instead"):
        full_markdown(Article(id="k", text=text))


def test_a_folder_that_may_not_be_looked_into_is_told_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("Rusia", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    closed, article, gone = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert str(closed).startswith(f"{tmp_path / 'closed'}: file: Permission denied")
    assert str(gone).startswith(f"{tmp_path / 'gone.txt'}: file: No such file")


def test_a_file_in_a_folder_that_may_not_be_looked_into_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", closed)
    (told,) = read_articles([tmp_path / "a.txt"])
    assert "Permission denied. Check its name and its permissions." in str(told)


def test_what_people_save_articles_as_is_never_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("a.txt", "b.json", "c.csv", "d.eml", "e.txt.gz"):
        write(tmp_path / name, PAGE)
    assert [one.file for one in find_files([tmp_path]) if isinstance(one, DataError)] == [
        str(tmp_path / name) for name in ("b.json", "c.csv", "d.eml", "e.txt.gz")
    ]


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    found = list(read_articles([tmp_path, write(tmp_path / "b.txt", PAGE)]))
    assert [type(one) for one in found] == [DataError, Article]


def test_a_number_of_thousands_of_digits_is_told_by_its_line(tmp_path: Path) -> None:
    rows = [json.dumps({"id": "a", "text": PAGE}), f'{{"id": {"9" * 5000}, "text": "Ia tiba."}}']
    found = list(read_file(write(tmp_path / "k.jsonl", "\n".join([*rows, json.dumps({"id": "c", "text": PAGE})]))))
    assert [one.id for one in good(found)] == ["a", "c"]
    assert [told(one)[0] for one in found if isinstance(one, DataError)] == ["line 2"]


def test_a_row_of_parquet_that_cannot_be_read_is_told_and_the_others_kept(tmp_path: Path) -> None:
    texts = pa.array([PAGE.encode(), b"\xff\xfe", PAGE.encode()], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"id": ["a", "b", "c"], "text": texts}), tmp_path / "k.parquet")
    found = list(read_file(tmp_path / "k.parquet"))
    assert [one.id for one in good(found)] == ["a", "c"]
    assert [told(one)[0] for one in found if isinstance(one, DataError)] == ["row 2"]
