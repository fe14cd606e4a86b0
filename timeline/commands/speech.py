"""In which language commands speak: the one that ``--bahasa`` or LINIMASA_BAHASA names, else Indonesian."""

import os
import re
from contextvars import ContextVar

import typer

from timeline.message import LANGUAGES, Language, message, templates

OPTION, VARIABLE = "--bahasa", "LINIMASA_BAHASA"
spoken: ContextVar[Language] = ContextVar("spoken", default=LANGUAGES[0])


def say(key: str, **values: object) -> str:
    """Return the sentence `key` of the message tables in the language spoken."""
    return message(key, **values).text(spoken.get())


def take_language(arguments: list[str]) -> list[str]:
    """Speak the language that is asked for; return the arguments without the option, which may stand anywhere."""
    rest, named = list(arguments), os.environ.get(VARIABLE) or LANGUAGES[0]
    for place, (name, given, value) in enumerate(one.partition("=") for one in arguments):
        if name == OPTION:
            named = value if given else "".join(arguments[place + 1 : place + 2])
            del rest[place : place + (1 if given else 2)]
        if name in (OPTION, "--"):
            break
    found = next((language for language in LANGUAGES if language == named), None)
    if found is None:
        told = say("usage.choice", found=repr(named), names=", ".join(LANGUAGES))
        raise typer.BadParameter(told, param_hint=OPTION)
    spoken.set(found)
    return rest


def wrong_usage(english: str) -> str:
    """Return what typer says of wrong usage, which it says in English only, in the language spoken.

    It is known by its English words in the table ``typer.toml``; what does not stand there stays as it is.
    """
    for key in (key for key in templates() if key.startswith("typer.")):
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(str(templates()[key]["en"])))
        if found := re.fullmatch(pattern, english, re.DOTALL):
            return say(key, **found.groupdict())
    return english
