"""Commands speak Indonesian, and English where that is asked for; what they answer to programs never changes."""

import io
import re
import sys
from pathlib import Path

import pytest
import typer.main

from timeline import cli
from timeline.message import LANGUAGES, templates

WRONG = [
    ("nothing",),
    ("tagg",),
    ("--nothing",),
    ("tag", "--dct", "5/6/2024"),
    ("tag", "--dct"),
    ("tag", "--input", "xml"),
    ("tag", "--inpt", "text"),
    ("tag", "--help=1"),
    ("tag", "a", "b", "c"),
    ("tag", "--input", "jsonl", "--format", "timeml"),
    ("build",),
    ("build", "a.txt"),
    ("build", "", "--out", "b"),
    ("build", "a.txt", "--out", "b", "--workers", "0"),
    ("build", "a.txt", "--out", "b", "--workers", "two"),
    ("export", "a", "--to", "docx", "--out", "b"),
]
COMMAND_LINE = typer.main.get_command(cli.command_line())
PAGE = "Vladimir Putin bertemu Kim Jong-un di Moskow pada Rabu (5/6/2024)."


class Run:
    """A command run in this process; its exit code, what it wrote and what it told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        self.monkeypatch, self.capture = monkeypatch, capfdbinary

    def __call__(self, *arguments: object, stdin: str = "") -> tuple[int, str, str]:
        self.monkeypatch.setattr(sys, "argv", ["timeline", *map(str, arguments)])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            cli.main()
        sys.stdout.flush()
        out, err = self.capture.readouterr()
        return int(left.value.code or 0), out.decode(), err.decode()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    monkeypatch.delenv("LINIMASA_BAHASA", raising=False)
    return Run(monkeypatch, capfdbinary)


def test_indonesian_is_the_default_and_the_option_wins_over_the_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("tag", "--help")[1].startswith("Pemakaian: ")
    assert run("tag", "--help", "--bahasa", "en")[1].startswith("Usage: ")
    monkeypatch.setenv("LINIMASA_BAHASA", "en")
    assert run("tag", "--help")[1].startswith("Usage: ")
    assert run("--bahasa=id", "tag", "--help")[1].startswith("Pemakaian: ")
    monkeypatch.setenv("LINIMASA_BAHASA", "")
    assert run("tag", "--help")[1].startswith("Pemakaian: ")


@pytest.mark.parametrize("arguments", [("--bahasa", "fr"), ("tag", "--bahasa"), ("tag", "--bahasa=")])
def test_another_language_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "id, en" in err


def test_a_text_that_is_called_as_the_option_stays_an_argument(run: Run) -> None:
    code, _, err = run("tag", "--", "--bahasa")
    assert (code, err.split(":")[0]) == (1, "--bahasa")


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_told_in_the_language_spoken(run: Run, arguments: tuple[str, ...]) -> None:
    told = {language: run("--bahasa", language, *arguments) for language in LANGUAGES}
    assert {code for code, _, _ in told.values()} == {2}
    assert {out for _, out, _ in told.values()} == {""}
    lines = {language: err.splitlines() for language, (_, _, err) in told.items()}
    assert lines["id"][0].startswith("Salah pakai: ")
    assert lines["en"][0].startswith("Error: ")
    assert not re.search(r"\b(?:No|Missing|Option|Invalid|Got|Input|is none|requires)\b", lines["id"][0])
    assert lines["id"][1].partition(": ")[2] == lines["en"][1].partition(": ")[2]


def test_whatever_the_table_says_for_typer_is_what_typer_says(run: Run) -> None:
    said = {run("--bahasa", "en", *arguments)[2].splitlines()[0].removeprefix("Error: ") for arguments in WRONG}
    known = {
        key: re.sub(r"\{\w+\}", ".+", re.escape(row["en"]).replace(r"\{", "{").replace(r"\}", "}"))  # type: ignore[arg-type]
        for key, row in templates().items()
        if key.startswith("typer.")
    }
    assert known
    assert [key for key, pattern in known.items() if not any(re.fullmatch(pattern, one) for one in said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_tells_of_each_option_and_of_no_other(run: Run, name: str, language: str) -> None:
    code, out, err = run(name, "--help", "--bahasa", language)
    options = {option for one in COMMAND_LINE.commands[name].params for option in one.opts if option.startswith("-")}
    assert (code, err) == (0, "")
    assert set(re.findall(r"--[a-z]+", out)) == options | {"--help"}
    assert f"timeline {name} " in out.splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_every_command(run: Run, language: str) -> None:
    code, out, _ = run("--help", "--bahasa", language)
    assert code == 0
    assert re.findall(r"(?m)^  ([a-z]+) ", out) == list(cli.COMMANDS)
    assert run("--bahasa", language) == (2, "", out)


def test_what_is_refused_and_what_was_built_are_told_in_the_language_spoken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    arguments = ("build", tmp_path, tmp_path / "c.txt", "--out", tmp_path / "store")
    code, out, err = run(*arguments)
    assert (code, out) == (1, f"{tmp_path / 'store'}: 1 artikel, 1 klaim, 1 peristiwa\n")
    assert err.splitlines() == [
        f"{tmp_path / 'b.txt'}: baris 1, bita 1: 0xff bukan UTF-8. "
        "Simpan sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8), lalu coba lagi.",
        f"{tmp_path / 'c.txt'}: berkas: berkas itu tidak ada. Periksa namanya.",
    ]
    code, out, err = run(*arguments, "--bahasa", "en")
    assert (code, out) == (1, f"{tmp_path / 'store'}: 1 article, 1 claim, 1 event\n")
    assert "c.txt: file: there is none. Check its name." in err


def test_what_the_system_says_is_told_in_the_language_spoken(run: Run, tmp_path: Path) -> None:
    assert "Berkas atau folder itu tidak ada" in run("tag", tmp_path / "none.txt")[2]
    assert "Itu sebuah folder" in run("tag", tmp_path)[2]
    assert "No such file or directory" in run("tag", tmp_path / "none.txt", "--bahasa", "en")[2]


def test_answers_for_programs_are_the_same_in_both_languages(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    found = []
    for language in LANGUAGES:
        run("build", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / language, "--bahasa", language)
        answers = [run("tag", "--bahasa", language, *more, stdin=PAGE) for more in ((), ("--format", "timeml"))]
        exported = run("export", tmp_path / language, "--to", "json", "--out", "-", "--bahasa", language)
        found.append((answers, exported, (tmp_path / language / "build.json").read_bytes()))
    assert found[0] == found[1]


def test_every_help_has_a_command() -> None:
    assert {key for key in templates() if key.startswith("help.")} == {
        f"help.{name}" for name in ("timeline", *cli.COMMANDS)
    }
