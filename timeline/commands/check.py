"""Look over what the repository ships."""

from pathlib import Path
from typing import Annotated

import typer

from timeline import pipeline
from timeline.checking import check_house
from timeline.commands.answer import finish, path_of


def check(
    originals: Annotated[
        Path | None, typer.Option(parser=path_of, help="Articles in full, to hold the excerpts against.")
    ] = None,
) -> None:
    """Look over rules, data, quotes and the editor's entries, and say what is wrong and where."""
    finish(check_house(pipeline.DATA, originals))
    typer.echo("Rules, data, quotes and entries are as they should be.")
