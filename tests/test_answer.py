"""Files that commands write: whole or not at all, and never in the place of what is no file."""

import os
from pathlib import Path
from threading import Thread

import pytest

from timeline.commands.answer import write_file
from timeline.errors import DataError


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_file("Rabu\n", pipe)
    reader.join()
    assert (read, pipe.is_fifo()) == (["Rabu\n"], True)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for text in ("Rabu\n", "Kamis\n"):
        write_file(text, tmp_path / "link")
        assert (tmp_path / "file").read_text(encoding="utf-8") == text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]
    assert (tmp_path / "link").is_symlink()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DataError, match="No space left"):
        write_file("new", tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"


def test_a_folder_and_a_ring_of_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to("ring")
    for place in (tmp_path, tmp_path / "ring", tmp_path / "none" / "c.json"):
        with pytest.raises(DataError, match="Choose another place"):
            write_file("x", place)
