"""The commands. Exit codes: 0 done, 1 something was refused (a line of standard error each), 2 wrong usage."""

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from timeline.commands.answer import REFUSED, tell
from timeline.commands.speech import say, take_language, wrong_usage
from timeline.errors import TimelineError

WRONG = 2
INTERRUPTED = 130  # as a shell says it of what Ctrl-C ended
COMMANDS = ("tag", "build", "export", "excerpt", "add", "check")
PROGRAM = ("python", "-m", "timeline")


class _Command(TyperCommand):
    """A command whose help is written in the message tables: what typer would put together is English only."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # noqa: ARG002
        return say(f"help.{self.name}").lstrip()


class _Program(TyperGroup):
    """All commands; as their help, its own is written."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # noqa: ARG002
        return say("help.timeline").lstrip()


def command_line(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the program with the commands `names`; a command's module is imported here, not before."""
    app = typer.Typer(cls=_Program, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_nothing)  # with it, a program of one command is still called by that command's name
    for name in names:
        app.command(name, cls=_Command)(getattr(import_module(f"timeline.commands.{name}"), name))
    return app


def main() -> NoReturn:
    """Run the command that the arguments name; what was refused as a whole is a line, never a traceback."""
    named: list[str] = []
    try:
        arguments = take_language(sys.argv[1:])
        named = [argument for argument in arguments[:1] if argument in COMMANDS]
        if not arguments:
            typer.echo(say("help.timeline").lstrip(), err=True)
            sys.exit(WRONG)
        sys.exit(command_line(named or COMMANDS)(arguments, standalone_mode=False))
    except typer.TyperException as error:
        helps = " ".join((*PROGRAM, *named))
        typer.echo(say("usage.wrong", told=wrong_usage(error.format_message()), help=helps), err=True)
        sys.exit(error.exit_code)
    except TimelineError as error:
        tell(error)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _nothing() -> None:
    """Stand where options of all commands would: the one there is, the language, is taken before."""
