"""Print each date expression of a text and what it means."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.answer import STDIO, named, print_lines
from timeline.decode import check_letters, decode_utf8, read_bytes
from timeline.edtf import DateValue
from timeline.reader.lines import json_rows, parse_lines
from timeline.tagging import parse_dct, tag_rows, tag_text, tag_timeml

STDIN_NAME = "stdin"
ROW_FILES = (".jsonl", ".jsonl.gz")


class Kind(StrEnum):
    """What is read."""

    text = "text"
    jsonl = "jsonl"


class Markup(StrEnum):
    """What is written."""

    jsonl = "jsonl"
    timeml = "timeml"


def tag(
    file: Annotated[str, typer.Argument(parser=named, help="A text, or rows of texts; - is standard input.")] = STDIO,
    dct: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day the text was written.")] = None,
    kind: Annotated[Kind | None, typer.Option("--input", help="By default what the file's name says.")] = None,
    markup: Annotated[Markup, typer.Option("--format")] = Markup.jsonl,
) -> None:
    """Print each date expression of a text and what it means, a JSON object a line."""
    day = _day(dct)
    if kind is Kind.jsonl or (kind is None and file.lower().endswith(ROW_FILES)):
        if markup is Markup.timeml or day:
            raise typer.BadParameter("with rows, dct stands in each row and the answer is rows")
        if file == STDIO:
            print_lines(tag_rows(parse_lines(sys.stdin.buffer, STDIN_NAME), STDIN_NAME))
        else:
            print_lines(tag_rows(json_rows(Path(file)), file))
        return
    content, name = (sys.stdin.buffer.read(), STDIN_NAME) if file == STDIO else (read_bytes(Path(file)), file)
    text = check_letters(decode_utf8(content, name), name)
    print_lines([tag_timeml(text, day)] if markup is Markup.timeml else tag_text(text, day))


def _day(dct: str | None) -> DateValue | None:
    try:
        return None if dct is None else parse_dct(dct)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--dct") from error
