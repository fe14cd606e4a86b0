"""Message tables: both languages, the same values in both, and no message that nothing uses or that nobody wrote."""

import ast
import errno
import re
from pathlib import Path
from string import Formatter

import pytest

from timeline.message import LANGUAGES, message, templates

PACKAGE = Path(__file__).parent.parent / "timeline"
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((*PACKAGE.rglob("*.py"), PACKAGE.parent / "app.py")))
RULES = "\n".join(path.read_text("utf-8") for path in sorted((PACKAGE / "rules").glob("*.toml")))


def fields(template: str | dict[str, str]) -> set[str]:
    texts = template.values() if isinstance(template, dict) else [template]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(templates()))
def test_both_languages_use_the_same_values(key: str) -> None:
    told = [fields(templates()[key][language]) for language in LANGUAGES]
    assert told[0] == told[1]


def test_every_message_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r'(?:essage|say)\(\s*"([a-z_]+\.[A-Za-z_0-9]+)"', SOURCES))
    faults = re.findall(r'(?:DataError|fault|_broken)\(\s*"([a-z_0-9.]+)"', SOURCES)
    assert asked
    assert faults
    assert asked | {f"fault.{name}" for name in faults} <= set(templates())
    assert {f"fault.{name.partition('.')[0]}.remedy" for name in faults} <= set(templates())


def test_every_fault_is_told_what_its_sentences_hold() -> None:
    calls = [call for path in PACKAGE.rglob("*.py") for call in ast.walk(ast.parse(path.read_text("utf-8")))]
    checked = 0
    for call in calls:
        if not isinstance(call, ast.Call) or not call.args or not all(word.arg for word in call.keywords):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", None))
        fault = getattr(call.args[0], "value", None)
        if name in ("DataError", "fault", "_broken") and isinstance(fault, str):
            sentences = (f"fault.{fault}", f"fault.{fault.partition('.')[0]}.remedy")
            wanted = set[str]().union(*(fields(templates()[key]["en"]) for key in sentences))
            assert wanted - {"folder"} <= {word.arg for word in call.keywords}, fault
            checked += 1
    assert checked


def test_every_message_is_used() -> None:
    """Each is written out, or what its name begins with is where it is put together (``f"views.sign_{name}"``)."""
    written = set(re.findall(r"""["']([\w.]+)["']""", SOURCES + RULES))
    begun = tuple(re.findall(r"""f["'](?:[a-z]+\.)?([a-z]+_)\{""", SOURCES))

    def is_used(key: str) -> bool:
        name = key.partition(".")[2]
        stems = {name[: end.start()] for end in re.finditer("_|$", name)}
        return (
            bool({key, *stems} & written) or name.startswith(begun) or name.endswith(".remedy") or hasattr(errno, name)
        )

    assert [key for key in templates() if not key.startswith("typer.") and not is_used(key)] == []


def test_a_missing_message_is_named() -> None:
    with pytest.raises(Exception, match="no table has this message"):
        message("dating.no_such_reason")
