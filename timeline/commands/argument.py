"""What an argument names, or wrong usage."""

from collections.abc import Callable, Collection
from pathlib import Path

import typer

from timeline.commands.speech import say


def named(text: str) -> str:
    """Return what an argument names; an empty one (a variable that is not set) is wrong usage, not this folder."""
    if not text.strip():
        raise typer.BadParameter(say("usage.empty"))
    return text


def path_of(text: str) -> Path:
    """Return the path an argument names; wrong usage where it is empty."""
    return Path(named(text))


def count_of(text: str | int) -> int:
    """Return a number of 1 or more; wrong usage where it is none."""
    if not str(text).isdecimal() or int(text) < 1:
        raise typer.BadParameter(say("usage.count", found=repr(text)))
    return int(text)


def one_of(names: Collection[str]) -> Callable[[str], str]:
    """Return what gives back one of `names`; anything else is wrong usage."""

    def chosen(text: str) -> str:
        if text not in names:
            raise typer.BadParameter(say("usage.choice", found=repr(text), names=", ".join(names)))
        return text

    return chosen
