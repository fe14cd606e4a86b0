"""The commands as a shell meets them: what they print, what they refuse, and how they leave."""

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import trafilatura

from timeline import checking, cli, pipeline
from timeline.article import Article
from timeline.export import FORMATS
from timeline.reader import read_articles
from timeline.store import load_store, load_texts

PAGE = """Menlu Rusia dan Menlu Korea Utara bertemu di Moskow

Jakarta, 6 Juni 2024 - Menteri Luar Negeri Rusia bertemu dengan Menteri Luar Negeri Korea Utara pada Rabu (5/6/2024).

Cuaca di Moskow cerah. Warga berjalan di taman. Banyak toko buka sampai malam.

Kedua menteri makan siang bersama. Mereka berbicara lama. Tidak ada keterangan tertulis.
"""
FIELDS = [
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


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return what runs a command in this process, `stdin` given as bytes; it speaks English."""
    monkeypatch.setenv("LINIMASA_BAHASA", "en")

    def command(*arguments: object, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "argv", ["timeline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Answer(int(left.value.code or 0), out.decode(), err.decode())

    return command


@pytest.fixture
def data(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the bundled data that commands may write to."""
    ignored = shutil.ignore_patterns("local")
    copy = Path(shutil.copytree(root / "data", tmp_path / "data", ignore=ignored))
    monkeypatch.setattr(pipeline, "DATA", copy)
    return copy


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def row(article: str, text: object = PAGE, **other: object) -> str:
    return json.dumps({"id": article, "text": text, **other})


# tag


def test_tag_prints_an_object_for_each_expression(run: Run, tmp_path: Path) -> None:
    answer = run("tag", write(tmp_path / "a.txt", "Ia tiba pada Rabu (5/6/2024) dan pulang esoknya."))
    first = answer.rows()[0]
    assert answer.code == 0
    assert list(first) == FIELDS
    assert (first["text"], first["edtf"], first["type"]) == ("Rabu (5/6/2024)", "2024-06-05", "DATE")
    assert all(set(reason) == {"id", "en"} for reason in first["reasons"])  # type: ignore[union-attr, attr-defined]


def test_tag_reads_standard_input_and_counts_from_the_day_given(run: Run) -> None:
    answer = run("tag", "-", "--dct", "2024-06-07", stdin=b"Ia tiba kemarin.")
    assert [found["edtf"] for found in answer.rows()] == ["2024-06-06"]
    assert [found["edtf"] for found in run("tag", stdin=b"Ia tiba kemarin.").rows()] == [None]


def test_tag_answers_nothing_for_a_text_without_dates(run: Run) -> None:
    assert run("tag", stdin=b"") == Answer(0, "", "")
    assert run("tag", stdin=b"Tidak ada apa-apa di sini.") == Answer(0, "", "")


def test_tag_names_the_byte_that_is_not_utf8(run: Run) -> None:
    answer = run("tag", stdin="Kafé".encode("latin-1"))
    assert (answer.code, answer.out) == (1, "")
    assert "stdin: line 1, byte 4: 0xe9 is not UTF-8" in answer.err


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "ROWS.JSONL", "ROWS.JSONL.GZ", "-"])
def test_tag_answers_a_row_for_each_row_and_refuses_bad_ones(run: Run, tmp_path: Path, name: str) -> None:
    text = "Ia tiba kemarin."
    rows = [
        row("a", text, dct="2024-06-07"),
        "{",
        row("b", text),
        row("c", 5),
        row("d", text, dct="7/6/2024"),
        row("e", text, dct="2024-06-31"),
        row("f", "\ud800 kemarin"),
        row("g", ""),
    ]
    content = "\n".join(rows).encode()
    if name == "-":
        answer = run("tag", "-", "--input", "jsonl", stdin=content)
    else:
        (tmp_path / name).write_bytes(gzip.compress(content) if name.lower().endswith("gz") else content)
        answer = run("tag", tmp_path / name)
    assert answer.code == 1
    assert [(found["id"], [one["edtf"] for one in found["timexes"]]) for found in answer.rows()] == [  # type: ignore[attr-defined]
        ("a", ["2024-06-06"]),
        ("b", [None]),
        ("g", []),
    ]
    assert [line.split(": ")[1].split(",")[0] for line in answer.err.splitlines()] == [
        f"line {number}" for number in (2, 4, 5, 6, 7)
    ]


def test_tag_writes_timeml_that_holds_the_text(run: Run, tmp_path: Path) -> None:
    text = 'Ia & "mereka" <tiba> pada Rabu (5/6/2024).'
    answer = run("tag", write(tmp_path / "a.txt", text), "--dct", "2024-06-07", "--format", "timeml")
    document = ET.fromstring(answer.out)
    assert answer.code == 0
    assert document.tag == "TimeML"
    assert text in "".join(document.itertext())
    assert "2024-06-05" in [timex.get("value") for timex in document.iter("TIMEX3")]


def test_tag_streams(root: Path) -> None:
    command = [sys.executable, "-m", "timeline", "tag", "--input", "jsonl"]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for article in ("a", "b"):
            process.stdin.write(row(article, "Ia tiba pada 2019.").encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == article
        process.stdin.close()
        assert process.wait() == 0


def test_output_is_utf8_whatever_the_terminal_says_and_a_closed_pipe_is_no_fault(root: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(root)}
    text = "Café buka pada 1980‑an. " + "Ia tiba pada 2019. " * 5000
    command = f"{sys.executable} -m timeline tag | head -n 1"
    done = subprocess.run(command, shell=True, cwd=root, env=env, input=text.encode(), capture_output=True, check=True)
    assert "–" in done.stdout.decode() or done.stdout.decode().startswith("{")
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


# wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("tag", "--dct", "5/6/2024"),
        ("tag", "--dct", "2024-02-30"),
        ("tag", "--input", "xml"),
        ("tag", "--format", "xml"),
        ("tag", "--input", "jsonl", "--format", "timeml"),
        ("tag", "--input", "jsonl", "--dct", "2024-06-07"),
        ("build",),
        ("build", "a.txt"),
        ("build", "a.txt", "--out", "b", "--workers", "0"),
        ("export", "a", "--to", "docx", "--out", "b"),
        ("export", "a"),
        ("excerpt",),
        ("add",),
    ],
)
def test_wrong_usage_is_told_apart(run: Run, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.err
    assert "Traceback" not in answer.err


# build and export


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    write(folder / "k1.txt", PAGE)
    write(folder / "k2.jsonl", row("k2", PAGE.replace("bertemu", "berjumpa"), published="2024-06-06"))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_build_keeps_a_chronology_that_export_writes(run: Run, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "store"
    answer = run("build", pages, "--out", out)
    assert (answer.code, answer.err) == (0, "")
    assert "2 articles" in answer.out
    assert set(files(out)) == {"articles.parquet", "claims.parquet", "events.parquet", "texts.parquet", "build.json"}
    assert load_texts(out) == {"k1": PAGE}
    assert run("export", out, "--to", "json", "--out", tmp_path / "c.json").code == 0
    told = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [article["id"] for article in told["articles"]] == ["k1", "k2"]
    assert "2024-06-05" in {event["edtf"] for event in told["events"]}
    assert run("export", out, "--to", "json", "--out", "-").out == (tmp_path / "c.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_every_form(run: Run, pages: Path, tmp_path: Path, name: str) -> None:
    run("build", pages, "--out", tmp_path / "store")
    answer = run("export", tmp_path / "store", "--to", name, "--out", tmp_path / "out")
    assert answer == Answer(0, "", "")
    assert (tmp_path / "out").stat().st_size > 0


def test_the_text_kept_is_that_of_the_file_whose_article_was_kept(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder / "k1.md", f'+++\npublisher = "A"\n+++\n{PAGE}')
    write(folder / "k1.txt", PAGE.replace("Moskow", "Kota Moskow"))
    write(folder / "k2.MD", "+++\nbroken")
    write(folder / "k2.TXT", PAGE)
    answer = run("build", folder, "--out", tmp_path / "store")
    assert answer.code == 1
    assert "k1.txt: id 'k1'" in answer.err
    assert load_texts(tmp_path / "store") == {"k1": PAGE, "k2": PAGE}


def test_build_is_the_same_by_one_worker_and_by_two(run: Run, pages: Path, tmp_path: Path) -> None:
    run("build", pages, "--out", tmp_path / "one")
    run("build", pages, "--out", tmp_path / "two", "--workers", 2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_build_tells_what_it_refused_and_keeps_the_rest(run: Run, pages: Path, tmp_path: Path) -> None:
    (pages / "k0.txt").write_bytes(b"\xff")
    write(pages / "k3.md", "+++\nid = 3\n+++\n> Teks.\n")
    answer = run("build", pages, tmp_path / "none.txt", "--out", tmp_path / "store")
    assert answer.code == 1
    assert [line.split(": ")[0] for line in answer.err.splitlines()] == [
        str(pages / "k0.txt"),
        str(pages / "k3.md"),
        str(tmp_path / "none.txt"),
    ]
    assert load_store(tmp_path / "store").articles["id"].tolist() == ["k1", "k2"]
    assert len(json.loads((tmp_path / "store" / "build.json").read_text())["refused"]) == 3


def test_a_topic_that_is_not_there_is_a_line_not_a_traceback(run: Run, pages: Path, tmp_path: Path) -> None:
    answer = run("build", pages, "--out", tmp_path / "store", "--topic", tmp_path / "none.toml")
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 1
    assert "none.toml" in answer.err


def test_export_of_no_store_says_how_to_build_one(run: Run, tmp_path: Path) -> None:
    answer = run("export", tmp_path, "--to", "json", "--out", tmp_path / "c.json")
    assert (answer.code, answer.out) == (1, "")
    assert "timeline build" in answer.err
    assert not (tmp_path / "c.json").exists()


def test_export_to_a_place_that_is_not_there_is_refused(run: Run, pages: Path, tmp_path: Path) -> None:
    run("build", pages, "--out", tmp_path / "store")
    answer = run("export", tmp_path / "store", "--to", "json", "--out", tmp_path / "no" / "c.json")
    assert answer.code == 1
    assert "Choose another place" in answer.err


@pytest.mark.parametrize(
    "arguments", [("build", "", "--out", "x"), ("build", "x", "--out", ""), ("tag", "--dct", ""), ("tag", "")]
)
def test_an_empty_argument_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


def test_entries_beside_the_articles_are_applied_and_those_that_apply_to_nothing_told(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    out, signed = tmp_path / "store", 'by = "x"\non = 2026-11-22\nreason = { id = "a", en = "b" }\n'
    run("build", pages, "--out", out)
    event = load_store(out).events["id"][0]
    write(pages / "curation.toml", f'[[hide]]\nevent = "{event}"\n{signed}[[note]]\nevent = "1900-x"\n{signed}')
    answer = run("build", pages, "--out", out)
    assert (answer.code, event in set(load_store(out).events["id"])) == (1, False)
    assert answer.err.startswith(f"{pages / 'curation.toml'}: note 1: there is no event 1900-x")


# excerpt, add, check


def test_excerpt_prints_and_keeps_what_build_reads_alike(run: Run, data: Path, tmp_path: Path) -> None:
    article = write(tmp_path / "k1.txt", PAGE)
    answer = run("excerpt", article)
    kept = data / "articles" / "k1.md"
    assert (answer.code, answer.err) == (0, f"Kept as {kept}\n")
    assert answer.out == kept.read_text(encoding="utf-8")
    assert "> Menteri" in answer.out or "> Jakarta" in answer.out
    assert "taman" not in answer.out
    run("build", article, "--out", tmp_path / "full")
    run("build", kept, "--out", tmp_path / "excerpt")
    full, quoted = load_store(tmp_path / "full"), load_store(tmp_path / "excerpt")
    assert full.claims[["id", "quote", "edtf"]].to_dict() == quoted.claims[["id", "quote", "edtf"]].to_dict()
    assert full.events["id"].tolist() == quoted.events["id"].tolist()


@pytest.mark.usefixtures("data")
def test_excerpts_of_many_articles_are_not_written_over_each_other(run: Run, tmp_path: Path) -> None:
    for name in ("k1.txt", "k2.txt"):
        write(tmp_path / name, PAGE)
    answer = run("excerpt", tmp_path, "--out", tmp_path / "one.md")
    assert answer.code == 2
    assert not (tmp_path / "one.md").exists()


def test_excerpt_of_an_article_that_is_all_evidence_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    article = write(tmp_path / "k1.txt", "\n".join(PAGE.split("\n")[:3]))
    answer = run("excerpt", article)
    assert (answer.code, answer.out) == (1, "")
    assert "45%" in answer.err
    assert not (data / "articles" / "k1.md").exists()


def test_add_keeps_an_article_in_full_once(run: Run, data: Path, tmp_path: Path) -> None:
    page = write(tmp_path / "k1.txt", PAGE)
    rows = write(tmp_path / "r.jsonl", "\n".join([row("k2", title="Judul", url="https://example.org/a"), row("../k3")]))
    assert run("add", page).code == 0
    assert (data / "local" / "k1.txt").read_text(encoding="utf-8") == PAGE
    answer = run("add", page, rows)
    assert answer.code == 1
    assert "there is one already" in answer.err
    assert "'../k3'" in answer.err
    assert run("build", data / "local" / "k2.md", "--out", tmp_path / "store").code == 0
    assert load_texts(tmp_path / "store") == {"k2": PAGE}
    assert load_store(tmp_path / "store").articles["url"].tolist() == ["https://example.org/a"]


def test_add_keeps_one_article_under_one_id_and_wants_a_name(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("add", write(tmp_path / "k1.txt", PAGE)).code == 0
    answer = run("add", write(tmp_path / "k1.md", PAGE), "")
    assert answer.code == 1
    assert [line.split(": ")[-1] for line in answer.err.splitlines()] == [
        "there is one already. Remove or rename it first.",
        "it is empty. Name a file or an address.",
    ]
    assert [path.name for path in (data / "local").iterdir()] == ["k1.txt"]


def test_add_fetches_a_page_and_its_record(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in PAGE.split("\n")[2:] if line)
    head = '<title>Menlu bertemu</title><meta property="article:published_time" content="2024-06-06">'
    page = f"<html><head>{head}</head><body><article><h1>Menlu bertemu</h1>{paragraphs}</article></body></html>"
    monkeypatch.setattr(trafilatura, "fetch_url", {"https://example.org/x/Menlu_Bertemu.html?x=1": page}.get)
    assert run("add", "https://example.org/x/Menlu_Bertemu.html?x=1").code == 0
    kept = (data / "local" / "menlu-bertemu.md").read_text(encoding="utf-8")
    assert 'published = "2024-06-06"' in kept
    assert 'url = "https://example.org/x/Menlu_Bertemu.html?x=1"' in kept
    assert "Rabu (5/6/2024)" in kept


def test_add_tells_of_an_address_that_answers_nothing(run: Run, data: Path) -> None:
    answer = run("add", "http://127.0.0.1:9/none.html")
    assert (answer.code, len(answer.err.splitlines())) == (1, 1)
    assert "cannot be fetched" in answer.err
    assert not (data / "local").exists()


def test_the_bundled_data_pass_the_check(run: Run) -> None:
    answer = run("check")
    assert (answer.code, answer.err) == (0, "")


def test_the_bundled_quotes_are_those_of_the_full_articles_where_they_are_at_hand(run: Run, root: Path) -> None:
    originals = root.parent / "shared" / "seeds"
    answer = run("check", *(["--originals", originals] if originals.is_dir() else []))
    assert (answer.code, answer.err) == (0, "")


def test_check_names_the_file_and_the_place(run: Run, data: Path) -> None:
    write(data / "themes.toml", "a = ")
    answer = run("check")
    assert answer.code == 1
    assert "themes.toml: file: it is not TOML" in answer.err


def test_check_finds_a_quote_that_the_article_does_not_have(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(sources: list[Path]) -> list[object]:
        return [
            replace(one, text=f"X{one.text}") if isinstance(one, Article) else one for one in read_articles(sources)
        ]

    monkeypatch.setattr(checking, "read_articles", changed)
    answer = run("check")
    assert answer.code == 1
    assert "not the quote" in answer.err


def test_check_finds_an_entry_of_the_editor_that_no_longer_applies(run: Run, data: Path) -> None:
    with (data / "curation.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[hide]]\nevent = "1900-tidak-ada"\nby = "x"\non = 2026-11-22\nreason = { id = "a", en = "b" }\n')
    answer = run("check")
    assert answer.code == 1
    assert "1900-tidak-ada" in answer.err


@pytest.mark.usefixtures("data")
def test_check_holds_excerpts_against_the_articles_in_full(run: Run, tmp_path: Path) -> None:
    run("excerpt", write(tmp_path / "k1.txt", PAGE))
    full = tmp_path / "full"
    full.mkdir()
    write(full / "k1.txt", PAGE.replace("Rabu (5/6/2024)", "Rabu lalu"))
    answer = run("check", "--originals", full)
    assert answer.code == 1
    assert "is no sentence of the article" in answer.err
    write(full / "k1.txt", PAGE[: PAGE.index("Cuaca")])
    assert "At most" in run("check", "--originals", full).err or "45%" in run("check", "--originals", full).err


WORKERS = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from timeline.workers import start_worker
with ProcessPoolExecutor(1, initializer=start_worker) as pool:
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def test_a_worker_ends_with_the_process_that_started_it(root: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", WORKERS], cwd=root, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline()
    parent.kill()
    parent.wait()
    assert parent.stdout.read() == "", "the pipe ends when the worker, who holds it too, has ended"
    parent.stdout.close()
