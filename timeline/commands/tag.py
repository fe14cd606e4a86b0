"""Print each date expression of a text and what it means."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.answer import STDIO, print_lines
from timeline.commands.argument import named, one_of
from timeline.commands.speech import say
from timeline.decode import check_letters, decode_utf8, read_bytes
from timeline.edtf import DateValue
from timeline.reader.lines import json_rows, parse_lines
from timeline.tagging import parse_dct, tag_rows, tag_text, tag_timeml

STDIN_NAME = "stdin"
ROW_FILES = (".jsonl", ".jsonl.gz")
KINDS, MARKUPS = ("text", "jsonl"), ("jsonl", "timeml")  # what is read, what is written


def tag(
    file: Annotated[str, typer.Argument(parser=named)] = STDIO,
    dct: Annotated[str | None, typer.Option()] = None,
    kind: Annotated[str | None, typer.Option("--input", parser=one_of(KINDS))] = None,
    markup: Annotated[str, typer.Option("--format", parser=one_of(MARKUPS))] = MARKUPS[0],
) -> None:
    """Print each date expression of a text and what it means, a JSON object a line."""
    day = _day(dct)
    if kind == "jsonl" or (kind is None and file.lower().endswith(ROW_FILES)):
        if markup == "timeml" or day:
            raise typer.BadParameter(say("usage.rows"))
        if file == STDIO:
            print_lines(tag_rows(parse_lines(sys.stdin.buffer, STDIN_NAME), STDIN_NAME))
        else:
            print_lines(tag_rows(json_rows(Path(file)), file))
        return
    content, name = (sys.stdin.buffer.read(), STDIN_NAME) if file == STDIO else (read_bytes(Path(file)), file)
    text = check_letters(decode_utf8(content, name), name)
    print_lines([tag_timeml(text, day)] if markup == "timeml" else tag_text(text, day))


def _day(dct: str | None) -> DateValue | None:
    try:
        return None if dct is None else parse_dct(dct)
    except ValueError as error:
        raise typer.BadParameter(say("usage.day", found=repr(dct)), param_hint="--dct") from error
