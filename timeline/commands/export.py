"""Write a chronology in another form."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.answer import path_of, write_file
from timeline.export import FORMATS
from timeline.store import load_store


def export(
    folder: Annotated[Path, typer.Argument(parser=path_of, metavar="DIR", help="What build wrote.")],
    to: Annotated[str, typer.Option(metavar="|".join(FORMATS))],
    out: Annotated[Path, typer.Option(parser=path_of, help="The file to write; - is standard output.")],
) -> None:
    """Write a chronology in another form."""
    if to not in FORMATS:
        raise typer.BadParameter(f"{to!r} is none of {', '.join(FORMATS)}", param_hint="--to")
    write_file(FORMATS[to](load_store(folder)), out)
