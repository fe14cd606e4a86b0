"""The store keeps every value as it was, whole at every moment, and says what is wrong with a damaged one."""

import dataclasses
import hashlib
import json
import math
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import invented
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timeline import tables
from timeline.errors import DataError
from timeline.pipeline import DATA, build_chronology, build_store
from timeline.schema import SCHEMAS
from timeline.store import load_store, load_texts, save_store, store_stamp

TEXTS = {"kunjungan": invented.TEXT}
EXCERPTS = DATA / "articles"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    save_store(invented.chronology(), TEXTS, folder)
    return folder


def test_a_build_is_the_same_in_whatever_pieces_its_tables_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_store([EXCERPTS], tmp_path / "whole")
    monkeypatch.setattr(tables, "ROWS", 2)
    build_store([EXCERPTS], tmp_path / "pieces")
    whole, pieces = load_store(tmp_path / "whole"), load_store(tmp_path / "pieces")
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(getattr(pieces, name), getattr(whole, name))
    chronology, _ = build_chronology([EXCERPTS])
    pd.testing.assert_frame_equal(chronology.claims, whole.claims, check_dtype=False)
    assert len(whole.claims) > len(whole.articles) > 2


def rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return frame.astype("object").to_dict("records")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_is_saved_comes_back_as_it_was(store: Path) -> None:
    saved, loaded = invented.chronology(), load_store(store)
    for table in SCHEMAS:
        assert rows(getattr(loaded, table)) == rows(getattr(saved, table))
    assert (loaded.topic, loaded.build, loaded.actors) == (saved.topic, saved.build, saved.actors)


def test_missing_values_are_none_and_never_nan(store: Path) -> None:
    told = load_store(store)
    assert told.claims["repaired"].tolist() == [None, None]
    assert told.events["edtf"].tolist() == ["2024-06-05", "2025", None]


def test_nan_of_a_frame_is_stored_as_missing(tmp_path: Path) -> None:
    told = invented.chronology()
    claims = told.claims.assign(expression_start=[1.0, math.nan], mod=[pd.NA, "APPROX"])
    save_store(dataclasses.replace(told, claims=claims), {}, tmp_path)
    assert load_store(tmp_path).claims["expression_start"].tolist() == [1, None]
    assert load_store(tmp_path).claims["mod"].tolist() == [None, "APPROX"]


def test_lists_and_structs_come_back_as_lists_and_dicts(store: Path) -> None:
    event = load_store(store).events.iloc[2]
    assert type(event["conflicts"]) is list
    assert type(event["conflicts"][0]["values"][0]["claims"]) is list
    assert event["label"] == {"id": invented.HOSTILE, "en": invented.HOSTILE}


def test_an_empty_chronology_is_a_store_too(tmp_path: Path) -> None:
    told = invented.chronology()
    empty = dataclasses.replace(told, articles=told.articles[:0], claims=told.claims[:0], events=told.events[:0])
    save_store(empty, {}, tmp_path)
    assert load_store(tmp_path).events.empty
    assert list(load_store(tmp_path).events.columns) == SCHEMAS["events"].names


def test_texts_are_kept_for_the_articles_that_have_one(store: Path) -> None:
    assert load_texts(store) == TEXTS
    assert load_texts(store, ["tanpa-teks"]) == {}
    assert load_texts(store, ["kunjungan"]) == TEXTS


def test_many_texts_are_written_piece_by_piece(tmp_path: Path) -> None:
    told = invented.chronology()
    ids = [f"a{number}" for number in range(200)]
    frame = pd.DataFrame([{**told.articles.iloc[0], "id": article} for article in ids], dtype="object")
    save_store(dataclasses.replace(told, articles=frame), {article: f"teks {article}" for article in ids}, tmp_path)
    assert load_texts(tmp_path) == {article: f"teks {article}" for article in ids}


def test_the_same_input_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    save_store(invented.chronology(), TEXTS, other)
    assert contents(other) == contents(store)
    assert store_stamp(other) == store_stamp(store)


def test_a_rebuild_replaces_everything_and_moves_the_stamp(store: Path) -> None:
    before, told = store_stamp(store), invented.chronology()
    save_store(dataclasses.replace(told, events=told.events[:1]), {}, store)
    assert store_stamp(store) != before
    assert len(load_store(store).events) == 1
    assert load_texts(store) == {}
    assert len(list((store / ".builds").iterdir())) == 1


def test_who_may_read_the_folder_may_read_the_store(store: Path) -> None:
    assert (store / ".current").stat().st_mode == store.stat().st_mode


def test_what_was_refused_is_kept(tmp_path: Path) -> None:
    refused = DataError("utf8.byte", file="a.txt", byte="0xff")
    save_store(invented.chronology(), {}, tmp_path, refused=[refused])
    assert json.loads((tmp_path / "build.json").read_text(encoding="utf-8"))["refused"] == [
        {
            "file": "a.txt",
            "place": "file",
            "found": "0xff is not UTF-8",
            "remedy": "Save it as UTF-8 (in Notepad: Save As, Encoding UTF-8) and try again.",
        }
    ]


def test_a_value_of_the_wrong_kind_is_refused_and_the_earlier_store_stays(store: Path) -> None:
    told, before = invented.chronology(), contents(store)
    with pytest.raises(DataError, match=r"events\.parquet.*'core'"):
        save_store(dataclasses.replace(told, events=told.events.assign(core="ya")), {}, store)
    with pytest.raises(DataError, match=r"events\.parquet.*'status' is missing"):
        save_store(dataclasses.replace(told, events=told.events.drop(columns="status")), {}, store)
    with pytest.raises(DataError, match=r"claims\.parquet.*'quote' has no value in row 1"):
        save_store(dataclasses.replace(told, claims=told.claims.assign(quote=["a", None])), {}, store)
    assert contents(store) == before
    assert len(list((store / ".builds").iterdir())) == 1


def test_a_folder_without_a_store_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"build\.json.*is missing.*timeline build"):
        load_store(tmp_path)


@pytest.mark.parametrize("file", ["articles.parquet", "claims.parquet", "events.parquet"])
def test_a_missing_table_is_named(store: Path, tmp_path: Path, file: str) -> None:
    copy = shutil.copytree(store, tmp_path / "copy", ignore=shutil.ignore_patterns(".*"))
    assert len(load_store(copy).events) == len(load_store(store).events)
    (copy / file).unlink()
    with pytest.raises(DataError, match=rf"{file}.*is missing"):
        load_store(copy)


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DataError, match="Choose another folder"):
        save_store(invented.chronology(), {}, tmp_path / "file")
    with pytest.raises(DataError, match=r"build\.json.*cannot be read"):
        load_store(tmp_path / "file")


def test_a_file_of_somebody_elses_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "articles.parquet").write_text("mine")
    with pytest.raises(DataError, match=r"articles\.parquet.*no build wrote.*Choose another folder"):
        save_store(invented.chronology(), {}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["articles.parquet"]


@pytest.mark.parametrize("hidden", [(), (".*",)])
def test_a_copy_made_without_links_is_rebuilt(store: Path, tmp_path: Path, hidden: tuple[str, ...]) -> None:
    copy = shutil.copytree(store, tmp_path / "copy", ignore=shutil.ignore_patterns(*hidden))
    save_store(dataclasses.replace(invented.chronology(), actors=[]), {}, copy)
    assert load_store(copy).actors == []
    assert (copy / ".current").is_symlink()


def test_a_damaged_table_is_named_and_building_anew_mends_it(store: Path) -> None:
    (store / "claims.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataError, match=r"claims\.parquet.*not the file that was built"):
        load_store(store)
    save_store(invented.chronology(), TEXTS, store)
    assert len(load_store(store).claims) == 2


def test_damaged_texts_are_named(store: Path) -> None:
    (store / "texts.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataError, match=r"texts\.parquet.*cannot be read"):
        load_texts(store)


def test_another_column_is_named(store: Path) -> None:
    build = json.loads((store / "build.json").read_text())
    table = pq.read_table(store / "events.parquet").drop_columns("status").append_column("state", pa.array(["a"] * 3))
    pq.write_table(table, store / "events.parquet")
    build["files"]["events.parquet"] = hashlib.sha256((store / "events.parquet").read_bytes()).hexdigest()
    (store / "build.json").write_text(json.dumps(build))
    with pytest.raises(DataError, match=r"events\.parquet: columns.*state.*status"):
        load_store(store)


@pytest.mark.parametrize(
    ("text", "found"),
    [('{"format": 0}', "version 0"), ('{"format": 1}', "'topic' is missing"), ("[]", "version None"), ("{", "no JSON")],
)
def test_a_store_of_another_version_is_refused(store: Path, text: str, found: str) -> None:
    (store / "build.json").write_text(text)
    with pytest.raises(DataError, match=found):
        store_stamp(store)


WRITER = """
import dataclasses, itertools, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
import invented
from timeline.store import save_store
told = invented.chronology()
for number in itertools.count():
    print(number, flush=True)
    save_store(dataclasses.replace(told, build=dict(told.build, hash=str(number))), {{}}, Path({folder!r}))
"""


def test_a_writer_killed_at_any_moment_leaves_a_whole_store(store: Path) -> None:
    code = WRITER.format(tests=str(Path(__file__).parent), folder=str(store))
    seen = set()
    for builds, pause in ((1, 0.01), (2, 0.03), (3, 0.0)):
        writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        for _ in range(builds):
            writer.stdout.readline()
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        seen.add(load_store(store).build["hash"])
    assert seen - {"abc"}


class Killed(BaseException):
    """Raised in place of a step on the disk."""


@pytest.mark.parametrize("step", range(6))
def test_a_writer_stopped_before_any_step_leaves_a_whole_store(
    store: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    steps = iter(range(100))
    for name in ("rename", "replace", "symlink_to"):
        monkeypatch.setattr(Path, name, stopped(getattr(Path, name), steps, step))
    told = dataclasses.replace(invented.chronology(), topic={"id": "lain", "title": {"id": "Lain", "en": "Other"}})
    try:
        save_store(told, TEXTS, store)
    except Killed:
        pass
    else:
        assert next(steps) <= step, "the writer was not stopped"
    monkeypatch.undo()
    assert load_store(store).topic["id"] in {"contoh", "lain"}
    save_store(told, TEXTS, store)
    assert load_store(store).topic["id"] == "lain"


def stopped(step: Callable[..., object], steps: Iterator[int], at: int) -> Callable[..., object]:
    def run(*args: object) -> object:
        if next(steps) == at:
            raise Killed
        return step(*args)

    return run
