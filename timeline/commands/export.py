"""Write a chronology in another form."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.answer import write_file
from timeline.commands.argument import one_of, path_of
from timeline.export import FORMATS
from timeline.store import load_store


def export(
    folder: Annotated[Path, typer.Argument(parser=path_of)],
    to: Annotated[str, typer.Option(parser=one_of(FORMATS))],
    out: Annotated[Path, typer.Option(parser=path_of)],
) -> None:
    """Write a chronology in another form."""
    write_file(FORMATS[to](load_store(folder)), out)
