"""Files of TOML: the data, what an editor or a topic says, the tables."""

import tomllib
from pathlib import Path
from typing import Any

from timeline.decode import read_utf8
from timeline.errors import DataError


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table in a file, with or without a byte order mark; DataError says where it cannot be read."""
    text = read_utf8(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError("toml.broken", file=str(path), error=error) from error
