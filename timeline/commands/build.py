"""Read articles and keep their chronology in a folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from timeline.commands.answer import finish
from timeline.commands.argument import count_of, path_of
from timeline.commands.speech import say
from timeline.message import message
from timeline.pipeline import BuildReport, build_store


def build(
    articles: Annotated[list[Path], typer.Argument(parser=path_of)],
    out: Annotated[Path, typer.Option(parser=path_of)],
    topic: Annotated[Path | None, typer.Option(parser=path_of)] = None,
    workers: Annotated[int, typer.Option(parser=count_of)] = 1,
) -> None:
    """Read articles and keep their chronology in a folder, in place of what was there."""
    with _progress() as progress:
        report = build_store(articles, out, topic=topic, workers=workers, progress=progress)
    typer.echo(_told(report, out))
    finish((*report.refused, *report.idle))


def _told(report: BuildReport, out: Path) -> str:
    if not report.kept:
        return say("commands.left", out=out)
    numbers = {"articles": report.kept, "claims": report.claims, "events": report.events}
    return say("commands.built", out=out, **{name: message(f"commands.{name}", n=n) for name, n in numbers.items()})


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """Give what tells the number of articles read, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = SpinnerColumn(), TextColumn("{task.completed} " + say("commands.read")), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, completed=number)
