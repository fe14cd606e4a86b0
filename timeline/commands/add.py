"""Keep articles of the user's own."""

from typing import Annotated

import typer

from timeline import pipeline
from timeline.adding import add_articles
from timeline.commands.answer import print_lines
from timeline.errors import DataError


def add(sources: Annotated[list[str], typer.Argument()]) -> None:
    """Keep articles of the user's own, in full, in data/local/."""
    print_lines(
        found if isinstance(found, DataError) else str(found)
        for source in sources
        for found in add_articles(source, pipeline.DATA / "local")
    )
