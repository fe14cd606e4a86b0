"""How commands answer: lines on standard output, what was refused on standard error, files renamed into place."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from timeline.commands.speech import spoken
from timeline.errors import DataError, TimelineError, system_words

REFUSED = 1
STDIO = "-"


def print_lines(lines: Iterable[str | DataError]) -> None:
    """Write each line as UTF-8, whatever the terminal says; leave with REFUSED if something was refused."""

    def refused() -> Iterator[DataError]:
        for line in lines:
            if isinstance(line, DataError):
                yield line
            else:
                typer.echo(line.encode())

    finish(refused())


def finish(refused: Iterable[TimelineError]) -> None:
    """Tell what was refused, and leave with REFUSED if anything was."""
    count = 0
    for error in refused:
        tell(error)
        count += 1
    if count:
        raise typer.Exit(REFUSED)


def tell(error: TimelineError) -> None:
    """Write what was refused on one line of standard error."""
    typer.echo(" ".join(error.text(spoken.get()).split()), err=True)


def write_file(text: str, out: Path) -> None:
    """Write a file aside and rename it into place; ``-`` is standard output. DataError where it cannot be written.

    What is no file (a pipe, ``/dev/stdout``) is written to, never replaced; a link stays one.
    """
    if str(out) == STDIO:
        print_lines([text.removesuffix("\n")])
        return
    try:
        if out.exists() and not out.is_file():
            _write(text, out)
        else:
            _replace(text, out.resolve())
    except (OSError, RuntimeError) as error:
        words = system_words(error) if isinstance(error, OSError) else str(error)
        raise DataError("place.system", file=str(out), words=words) from error


def _replace(text: str, out: Path) -> None:
    """Put a file with `text` in the place of `out`, or leave everything as it was."""
    aside = out.with_name(f".{out.name}.new")
    try:
        _write(text, aside)
        aside.replace(out)
    finally:
        aside.unlink(missing_ok=True)


def _write(text: str, out: Path) -> None:
    out.write_text(text, encoding="utf-8", newline="")
