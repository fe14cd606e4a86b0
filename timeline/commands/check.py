"""Look over what the repository ships."""

from pathlib import Path
from typing import Annotated

import typer

from timeline import pipeline
from timeline.checking import check_house
from timeline.commands.answer import finish
from timeline.commands.argument import path_of
from timeline.commands.speech import say


def check(
    originals: Annotated[Path | None, typer.Option(parser=path_of)] = None,
) -> None:
    """Look over rules, data, quotes and the editor's entries, and say what is wrong and where."""
    finish(check_house(pipeline.DATA, originals))
    typer.echo(say("commands.all_well"))
