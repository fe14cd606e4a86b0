"""The commands. Exit codes: 0 done, 1 something was refused (a line of standard error each), 2 wrong usage."""

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import NoReturn

import typer

from timeline.commands.answer import REFUSED, tell
from timeline.errors import TimelineError

INTERRUPTED = 130  # as a shell says it of what Ctrl-C ended
COMMANDS = ("tag", "build", "export", "excerpt", "add", "check")


def command_line(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the program with the commands `names`; a command's module is imported here, not before."""
    app = typer.Typer(
        help="A cited chronology from Indonesian news articles.",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_nothing)  # with it, a program of one command is still called by that command's name
    for name in names:
        app.command(name)(getattr(import_module(f"timeline.commands.{name}"), name))
    return app


def main() -> NoReturn:
    """Run the command that the arguments name; what was refused as a whole is a line, never a traceback."""
    named = [argument for argument in sys.argv[1:2] if argument in COMMANDS]
    try:
        command_line(named or COMMANDS)()
    except TimelineError as error:
        tell(error)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(0)


def _nothing() -> None:
    """A cited chronology from Indonesian news articles."""
