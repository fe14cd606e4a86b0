"""What the repository promises about itself: its top level, its locks, its README, its targets."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from typer.main import get_command

from timeline import __version__
from timeline.article import Article
from timeline.cli import command_line
from timeline.curation import load_curation
from timeline.export import FORMATS
from timeline.names.loading import load_gazetteer
from timeline.reader import read_articles
from timeline.topic import load_topic

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)( ; .*)?$", re.MULTILINE)
TOP = (
    "app.py", "requirements.txt", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "LICENSE", "CITATION.cff",
    ".ci/run", ".gitignore", ".streamlit/config.toml", "docs/decisions.md", "data/actors.toml",
    "data/topics/rusia-korut.toml",
)  # fmt: skip


def pins(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version, _ in PINNED.findall(path.read_text(encoding="utf-8")):
        found.setdefault(name.lower(), set()).add(version)
    return found


def project(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def tracked(root: Path) -> list[Path]:
    """Return the files that git knows; in a copy without git, all but those of hidden folders."""
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [root / name for name in listed.stdout.splitlines() if (root / name).is_file()]
    folders = [folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith(".")]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]


@pytest.mark.parametrize("name", TOP)
def test_what_others_look_for_is_there(root: Path, name: str) -> None:
    assert (root / name).is_file()


def test_every_direct_dependency_is_locked_at_a_version_it_allows(root: Path) -> None:
    told = project(root)
    for lock, wanted in (
        ("requirements.txt", told["project"]["dependencies"]),  # type: ignore[index]
        ("requirements-dev.txt", told["dependency-groups"]["dev"]),  # type: ignore[index]
    ):
        locked = pins(root / lock)
        for one in map(Requirement, wanted):
            versions = locked[one.name.lower()]
            assert all(SpecifierSet(str(one.specifier)).contains(version) for version in versions), one


def test_the_second_lock_never_moves_a_pin_of_the_first(root: Path) -> None:
    app_pins, dev_pins = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    assert {name: dev_pins[name] for name in app_pins} == app_pins


def test_the_versions_agree(root: Path) -> None:
    told = project(root)["project"]["version"]  # type: ignore[index]
    citation = re.search(r"^version: (\S+)$", (root / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    assert citation
    assert __version__ == told == citation[1]


def test_the_commands_of_the_readme_are_the_commands_there_are(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    block = readme.split("```text\n")[1].split("```")[0]
    commands = get_command(command_line()).commands  # type: ignore[attr-defined]
    told = {line.split()[0]: set(re.findall(r"--[a-z]+", line)) for line in block.splitlines()}
    there = {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        for name, command in commands.items()
    }
    assert told == there
    assert re.search(r"--to (\S+)", block)[1].split("|") == list(FORMATS)  # type: ignore[index]


def test_the_examples_of_the_readme_answer_as_they_say(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    examples = [block.split("```")[0].split("\n", 1) for block in readme.split("```console\n$ ")[1:]]
    assert examples
    for command, answer in examples:
        own = command.replace(".venv/bin/python", sys.executable)
        done = subprocess.run(own, shell=True, cwd=root, capture_output=True, text=True, check=True)
        assert done.stdout == answer


def test_the_entries_and_the_forms_of_the_readme_are_those_there_are(root: Path, tmp_path: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    topic, entries = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "topic.toml").write_text(topic, encoding="utf-8")
    assert load_topic(tmp_path / "topic.toml", load_gazetteer(root / "data")).sides == (("jepang",), ("filipina",))
    (tmp_path / "curation.toml").write_text(entries, encoding="utf-8")
    assert {entry.action for entry in load_curation(tmp_path / "curation.toml")} == {"dispute", "set"}
    assert re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE) == list(FORMATS)


def test_the_guide_shows_the_topic_and_the_commands_of_the_readme(root: Path) -> None:
    guide, readme = ((root / name).read_text(encoding="utf-8") for name in ("docs/panduan.md", "README.md"))
    (topic,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert tomllib.loads(topic) == tomllib.loads(re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)[0])
    commands = [line for line in guide.splitlines() if line.startswith((".venv", "LINIMASA_STORE"))]
    assert len(commands) == 3
    assert all(line in readme for line in commands)


def test_the_record_of_the_readme_names_a_publisher(root: Path, tmp_path: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    record = re.search(r"```text\n(\+\+\+.*?)```", readme, re.DOTALL)
    assert record
    (tmp_path / "k1.md").write_text(record[1], encoding="utf-8")
    (article,) = read_articles([tmp_path / "k1.md"])
    assert isinstance(article, Article)
    assert (article.publisher, article.title) == ("Harian Contoh", "Jepang dan Filipina Teken Perjanjian di Manila")


def test_the_targets_of_the_readme_are_in_the_makefile(root: Path) -> None:
    readme, makefile = ((root / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    for target in set(re.findall(r"make ([a-z][a-z-]*)", readme)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_files_of_the_readme_are_there(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    made_later = {"data/local/"}
    named = set(re.findall(r"\]\(([^)#:]+)\)", readme)) | set(
        re.findall(r"`((?:data|docs|timeline)/[\w./-]*)`", readme)
    )
    assert named
    assert [name for name in named - made_later if not (root / name).exists()] == []


def test_the_modules_of_the_architecture_are_there(root: Path) -> None:
    told = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (root / "timeline").rglob("*") if path.is_dir() or path.suffix == ".py"}
    assert set(re.findall(r"`([a-z]+)`", told)) - modules == set()
    for table in re.findall(r"(?:timeline/|`)((?:rules|messages)/[\w*.-]+toml)", told):
        assert list((root / "timeline").glob(table)), table


def test_no_path_of_a_machine_is_in_the_repository(root: Path) -> None:
    homes = re.compile(r"(?:/home/|/Users/)\w+|/root/|" + re.escape(str(Path.home())) + "/")
    texts = [path for path in tracked(root) if path.suffix not in {".png", ".ico", ".woff2", ".gz", ".parquet"}]
    assert [path.name for path in texts if path != Path(__file__) and homes.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("script", ["run", "test", "chromium", "venv"])
def test_the_scripts_of_ci_are_sound_and_may_be_run(root: Path, script: str) -> None:
    path = root / ".ci" / script
    assert path.stat().st_mode & 0o111
    shell = path.read_text(encoding="utf-8").splitlines()[0].split("/")[-1].split()[-1]
    subprocess.run([shell, "-n", str(path)], check=True)
