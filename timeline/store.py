"""A chronology on disk: four Parquet tables and build.json, checked at the door and replaced as a whole.

The files of a build lie in `.builds/<hash>/` of the store's folder; `articles.parquet` and its siblings are links
through `.current`, which one rename moves from the old build to the new one. Whoever reads, and whenever the writer
is killed, finds one whole build. The same chronology gives the same bytes.
"""

import filecmp
import hashlib
import itertools
import json
import secrets
import shlex
import shutil
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.chronology import Chronology, Piece, Tabled
from timeline.errors import DataError, system_words
from timeline.message import Message, message
from timeline.schema import SCHEMAS, TEXTS_SCHEMA, to_frame, to_table

FORMAT = 1
BUILD, BUILDS, CURRENT = "build.json", ".builds", ".current"
FILES = (*(f"{name}.parquet" for name in SCHEMAS), "texts.parquet", BUILD)
KEYS = ("topic", "build", "actors", "refused", "files")
STORE = Message("place.store")
TEXTS_AT_ONCE = 64  # texts held while they are written


def save_store(
    chronology: Tabled, texts: Mapping[str, str], folder: Path, *, refused: Sequence[DataError] = ()
) -> None:
    """Write the chronology to `folder` in place of what is there; DataError if a table does not fit, or the disk.

    texts
        Article id to the text its claims' offsets count in. Asked one article at a time, in order, so it may read
        them from disk; articles it does not have are stored without text.
    refused
        What could not be read, kept in build.json.
    """
    _check_room(folder)
    builds = folder / BUILDS
    aside = builds / f"new-{secrets.token_hex(8)}"  # no mkdtemp: whoever may read the folder may read the store
    try:
        aside.mkdir(parents=True)
        home = _settle(aside, _write_build(chronology, texts, aside, refused))
        _point_to(folder, home)
    except OSError as error:
        raise DataError("folder.system", file=str(folder), place=STORE, words=system_words(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    for other in builds.iterdir():
        if other != home:
            shutil.rmtree(other, ignore_errors=True)


def load_store(folder: Path) -> Chronology:
    """Return the chronology in `folder`; DataError says what is missing, damaged or too old and how to mend it."""
    home = _home(folder)
    try:
        build = _build(folder, home)
        tables = {name: to_frame(_table(folder, home, name, build)) for name in SCHEMAS}
    except DataError:
        if _home(folder) == home:
            raise
        return load_store(folder)  # it was rebuilt while it was read
    return Chronology(topic=build["topic"], build=build["build"], actors=build["actors"], **tables)


def load_texts(folder: Path, ids: Iterable[str] | None = None) -> dict[str, str]:
    """Return article id to text, of all articles or of those in `ids`; articles stored without text are left out."""
    path = _home(folder) / "texts.parquet"
    wanted = None if ids is None else [("id", "in", list(ids))]
    try:
        table = pq.read_table(path, schema=TEXTS_SCHEMA, filters=wanted)
    except (OSError, pa.ArrowInvalid) as error:
        raise _broken("rebuild.damaged", folder, path.name, error=error) from error
    return dict(zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True))


def store_stamp(folder: Path) -> str:
    """Return a text that stays the same until the store is rebuilt with another result."""
    home = _home(folder)
    _build(folder, home)
    return _digest(_bytes(folder, home, BUILD))


def _check_room(folder: Path) -> None:
    """Raise DataError where a file of somebody else's has a name of ours: it would be lost."""
    ours = (folder / CURRENT).is_symlink() or _is_copy(folder)
    for file in () if ours else FILES:
        if (folder / file).exists():
            raise DataError("folder.taken", file=str(folder / file), place=STORE)


def _is_copy(folder: Path) -> bool:
    """Say whether a store was copied here without its links."""
    try:
        return "format" in json.loads((folder / BUILD).read_bytes())
    except (OSError, ValueError, TypeError):
        return False


def _write_build(chronology: Tabled, texts: Mapping[str, str], aside: Path, refused: Sequence[DataError]) -> str:
    """Write every file of a build to `aside` and return its name, the hash of what is in it."""
    counts = {
        name: _write_table(aside / f"{name}.parquet", SCHEMAS[name], pieces)
        for name, pieces in itertools.groupby(chronology.frames(), key=itemgetter(0))
    }
    articles = pq.ParquetFile(aside / "articles.parquet").read(columns=["id"])
    _write_texts(articles["id"].to_pylist(), texts, aside / "texts.parquet")
    build = {
        "format": FORMAT,
        "topic": chronology.topic,
        "build": chronology.build,
        "actors": chronology.actors,
        "refused": [error.parts("en") for error in refused],
        "counts": counts,
        "files": {path.name: _digest_of(path) for path in sorted(aside.iterdir())},
    }
    written = json.dumps(build, ensure_ascii=False, indent=1) + "\n"
    (aside / BUILD).write_text(written, encoding="utf-8")
    return _digest(written.encode())[:16]


def _write_table(path: Path, schema: pa.Schema, pieces: Iterable[Piece]) -> int:
    """Write the pieces of a table one by one and return how many rows they have."""
    count = 0
    with pq.ParquetWriter(path, schema) as writer:
        for _, frame in pieces:
            try:
                writer.write_table(to_table(frame, schema))
            except ValueError as error:
                raise DataError("stored.found", file=path.name, place=message("place.table"), error=error) from error
            count += len(frame)
    return count


def _write_texts(ids: Iterable[str], texts: Mapping[str, str], path: Path) -> None:
    with pq.ParquetWriter(path, TEXTS_SCHEMA) as writer:
        rows: list[dict[str, str]] = []
        for article in ids:
            text = texts.get(article)
            if text is not None:
                rows.append({"id": article, "text": text})
            if len(rows) == TEXTS_AT_ONCE:
                writer.write_table(pa.Table.from_pylist(rows, schema=TEXTS_SCHEMA))
                rows = []
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, schema=TEXTS_SCHEMA))


def _settle(aside: Path, name: str) -> Path:
    """Return the folder of the build called `name`, made of `aside` unless the same files are there already."""
    for again in itertools.count():
        home = aside.with_name(f"{name}-{again}" if again else name)
        if not home.exists():
            return aside.rename(home)
        if filecmp.cmpfiles(home, aside, FILES, shallow=False)[0] == list(FILES):
            return home
    raise AssertionError("numbers do not end")


def _point_to(folder: Path, home: Path) -> None:
    """Make the store's files those in `home`: the rename of one link, then links that are not there yet."""
    if not (folder / CURRENT).is_symlink():
        shutil.rmtree(folder / CURRENT, ignore_errors=True)  # a copy that followed the links has a folder there
    _link(folder / CURRENT, Path(BUILDS) / home.name)
    for file in FILES:
        if not (folder / file).is_symlink():
            _link(folder / file, Path(CURRENT) / file)


def _link(link: Path, target: Path) -> None:
    aside = link.with_name(f"{link.name}.new")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(link)


def _home(folder: Path) -> Path:
    """Return the folder that holds the files of the build: the current one, or a copy made without links."""
    current = folder / CURRENT
    return folder / current.readlink() if current.is_symlink() else folder


def _build(folder: Path, home: Path) -> dict[str, Any]:
    """Return build.json, whose keys are those of this format."""
    try:
        build: dict[str, Any] = json.loads(_bytes(folder, home, BUILD))
    except ValueError as error:
        raise _broken("rebuild.json", folder, BUILD, error=error) from error
    found = build.get("format") if isinstance(build, dict) else None
    if found != FORMAT:
        raise _broken("rebuild.version", folder, BUILD, message("place.format"), found=found, wanted=FORMAT)
    if missing := [key for key in KEYS if key not in build]:
        raise _broken("rebuild.key", folder, BUILD, key=repr(missing[0]))
    return build


def _table(folder: Path, home: Path, name: str, build: dict[str, Any]) -> pa.Table:
    file, schema = f"{name}.parquet", SCHEMAS[name]
    content = _bytes(folder, home, file)
    if _digest(content) != build["files"].get(file):
        raise _broken("rebuild.changed", folder, file)
    table = pq.ParquetFile(pa.BufferReader(content)).read()  # read_table would bring all of pyarrow.dataset
    if not table.schema.equals(schema):
        odd = sorted(set(table.schema.names) ^ set(schema.names)) or ["a type"]
        raise _broken("rebuild.columns", folder, file, message("place.columns"), odd=", ".join(odd))
    return table


def _bytes(folder: Path, home: Path, file: str) -> bytes:
    try:
        return (home / file).read_bytes()
    except FileNotFoundError as error:
        raise _broken("rebuild.missing", folder, file) from error
    except OSError as error:
        raise _broken("rebuild.closed", folder, file, words=system_words(error)) from error


def _broken(fault: str, folder: Path, file: str, place: Message = STORE, **values: object) -> DataError:
    """Return the error of a store that has to be built anew."""
    told = {**values, "folder": shlex.quote(str(folder))}
    return DataError(fault, file=str(folder / file), place=place, **told)


def _digest_of(path: Path) -> str:
    """Return the digest of a file, of which little is held at a time."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
