"""Message tables: both languages, the same values in both, and no message that nothing uses or that nobody wrote."""

import re
from pathlib import Path
from string import Formatter

import pytest

from timeline.message import LANGUAGES, message, templates

PACKAGE = Path(__file__).parent.parent / "timeline"
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))


def fields(template: str | dict[str, str]) -> set[str]:
    texts = template.values() if isinstance(template, dict) else [template]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(templates()))
def test_both_languages_use_the_same_values(key: str) -> None:
    told = [fields(templates()[key][language]) for language in LANGUAGES]
    assert told[0] == told[1]


def test_every_message_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r'message\(\s*"([a-z_]+\.[A-Za-z_0-9]+)"', SOURCES))
    assert asked
    assert asked <= set(templates())


def test_a_missing_message_is_named() -> None:
    with pytest.raises(Exception, match="no table has this message"):
        message("dating.no_such_reason")
