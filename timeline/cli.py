"""The commands. Exit codes: 0 done, 1 something was refused (a line of standard error each), 2 wrong usage."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from timeline.account import read_article
from timeline.actor import load_gazetteer
from timeline.adding import add_articles
from timeline.checking import LARGEST_SHARE, check_house
from timeline.edtf import DateValue
from timeline.errors import DataError, TimelineError
from timeline.excerpt import quoted_share, write_excerpt
from timeline.export import FORMATS
from timeline.pipeline import DATA, build_store
from timeline.reader import read_articles
from timeline.reader.decode import decode_utf8, read_bytes
from timeline.reader.lines import json_rows, parse_lines
from timeline.store import load_store
from timeline.tagging import parse_dct, tag_rows, tag_text, tag_timeml

DONE, REFUSED = 0, 1
STDIN = "-"
app = typer.Typer(
    help="A cited chronology from Indonesian news articles.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Kind(StrEnum):
    """What `tag` reads."""

    text = "text"
    jsonl = "jsonl"


class Markup(StrEnum):
    """What `tag` writes."""

    jsonl = "jsonl"
    timeml = "timeml"


def main() -> NoReturn:
    """Run the command that the arguments name; what was refused as a whole is a line, never a traceback."""
    try:
        app()
    except TimelineError as error:
        _tell(error)
        sys.exit(REFUSED)
    sys.exit(DONE)


@app.command()
def tag(
    file: Annotated[str, typer.Argument(help="A text, or rows of texts; - is standard input.")] = STDIN,
    dct: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day the text was written.")] = None,
    kind: Annotated[Kind | None, typer.Option("--input", help="By default what the file's name says.")] = None,
    markup: Annotated[Markup, typer.Option("--format")] = Markup.jsonl,
) -> None:
    """Print each date expression of a text and what it means, a JSON object a line."""
    day = _day(dct)
    rows = kind is Kind.jsonl if kind else file.endswith((".jsonl", ".jsonl.gz"))
    if rows and (markup is Markup.timeml or day):
        raise typer.BadParameter("with rows, dct stands in each row and the answer is rows")
    if rows:
        read = parse_lines(sys.stdin.buffer, "standard input") if file == STDIN else json_rows(Path(file))
        _print(tag_rows(read, "standard input" if file == STDIN else file))
        return
    name = "standard input" if file == STDIN else file
    text = decode_utf8(sys.stdin.buffer.read() if file == STDIN else read_bytes(Path(file)), name)
    _print([tag_timeml(text, day)] if markup is Markup.timeml else tag_text(text, day))


@app.command()
def build(
    articles: Annotated[list[Path], typer.Argument(help="Files (.txt .md .html .jsonl .jsonl.gz .parquet), folders.")],
    out: Annotated[Path, typer.Option(help="The folder to keep the chronology in.")],
    topic: Annotated[Path | None, typer.Option(help="A file of data/topics/.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read articles.")] = 1,
) -> None:
    """Read articles and keep their chronology in a folder, in place of what was there."""
    with _progress() as progress:
        report = build_store(articles, out, topic=topic, workers=workers, progress=progress)
    typer.echo(f"{out}: {report.kept} articles, {report.claims} claims, {report.events} events")
    _finish(report.refused)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What build wrote.")],
    to: Annotated[str, typer.Option(metavar="|".join(FORMATS))],
    out: Annotated[Path, typer.Option(help="The file to write; - is standard output.")],
) -> None:
    """Write a chronology in another form."""
    if to not in FORMATS:
        raise typer.BadParameter(f"{to!r} is none of {', '.join(FORMATS)}", param_hint="--to")
    _write(FORMATS[to](load_store(folder)), out)


@app.command()
def excerpt(
    article: Annotated[Path, typer.Argument(help="The article in full.")],
    out: Annotated[Path | None, typer.Option(help="By default data/articles/ID.md.")] = None,
) -> None:
    """Print the record and the quoted sentences of an article, and keep them among the bundled articles."""
    refused = []
    for found in read_articles([article]):
        if isinstance(found, DataError):
            refused.append(found)
            continue
        reading = read_article(found, load_gazetteer(DATA))
        if (share := quoted_share(found, reading)) > LARGEST_SHARE:
            remedy = f"At most {LARGEST_SHARE:.0%} may be shipped; keep it in full with: python -m timeline add"
            place, told = "quotes", f"{share:.0%} of the sentences"
            refused.append(DataError(file=str(article), place=place, found=told, remedy=remedy))
            continue
        text = write_excerpt(found, reading)
        _print([text.removesuffix("\n")])
        _write(text, out or DATA / "articles" / f"{found.id}.md")
    _finish(refused)


@app.command()
def add(sources: Annotated[list[str], typer.Argument(metavar="FILE|URL...")]) -> None:
    """Keep articles of your own, in full, in data/local/."""
    _print(
        found if isinstance(found, DataError) else str(found)
        for source in sources
        for found in add_articles(source, DATA / "local")
    )


@app.command()
def check(
    originals: Annotated[Path | None, typer.Option(help="Articles in full, to hold the excerpts against.")] = None,
) -> None:
    """Look over rules, data, quotes and the editor's entries, and say what is wrong and where."""
    _finish(check_house(DATA, originals))
    typer.echo("Rules, data, quotes and entries are as they should be.")


def _day(dct: str | None) -> DateValue | None:
    try:
        return parse_dct(dct) if dct else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--dct") from error


def _print(lines: Iterable[str | DataError]) -> None:
    """Write lines as UTF-8 whatever the terminal says, and tell what was refused on standard error."""

    def refused() -> Iterator[DataError]:
        for line in lines:
            if isinstance(line, DataError):
                yield line
            else:
                typer.echo(line.encode())

    _finish(refused())


def _finish(refused: Iterable[TimelineError]) -> None:
    """Tell what was refused, and leave with REFUSED if anything was."""
    count = 0
    for error in refused:
        _tell(error)
        count += 1
    if count:
        raise typer.Exit(REFUSED)


def _tell(error: TimelineError) -> None:
    typer.echo(" ".join(str(error).split()), err=True)


def _write(text: str, out: Path) -> None:
    """Write a file aside and rename it into place; ``-`` is standard output."""
    if str(out) == STDIN:
        _print([text.removesuffix("\n")])
        return
    aside = out.with_name(f".{out.name}.new")
    try:
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(out)
    except OSError as error:
        found = error.strerror or str(error)
        raise DataError(file=str(out), place="file", found=found, remedy="Choose another place.") from error


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """Give what tells the number of articles read, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("articles read", total=None)
        yield lambda number: bar.update(task, completed=number)
