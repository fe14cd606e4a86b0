"""Read articles and keep their chronology in a folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from timeline.commands.answer import finish, path_of
from timeline.pipeline import build_store


def build(
    articles: Annotated[
        list[Path], typer.Argument(parser=path_of, help="Files (.txt .md .html .jsonl .jsonl.gz .parquet), folders.")
    ],
    out: Annotated[Path, typer.Option(parser=path_of, help="The folder to keep the chronology in.")],
    topic: Annotated[Path | None, typer.Option(parser=path_of, help="A file of data/topics/.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read articles.")] = 1,
) -> None:
    """Read articles and keep their chronology in a folder, in place of what was there."""
    with _progress() as progress:
        report = build_store(articles, out, topic=topic, workers=workers, progress=progress)
    numbers = {"article": report.kept, "claim": report.claims, "event": report.events}
    told = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in numbers.items())
    typer.echo(f"{out}: {told}" if report.kept else f"{out}: left as it was, nothing could be read")
    finish((*report.refused, *report.idle))


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """Give what tells the number of articles read, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = SpinnerColumn(), TextColumn("{task.completed} articles read"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, completed=number)
