"""The trigger tables of acts, executed: every row's examples and rejects, and what a table may not hold."""

import pytest

from timeline.article import Span
from timeline.language.act import find_acts
from timeline.message import templates
from timeline.ruletable import rule_table

ACTS = rule_table("act.toml")["act"]
EXAMPLES = [(row["name"], text) for row in ACTS for text in row["examples"]]
REJECTS = [(row["name"], text) for row in ACTS for text in row["rejects"]]


def acts_in(text: str) -> list[str]:
    return [trigger.act.name for trigger in find_acts(text, Span(0, len(text)))]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_names_its_act(name: str, text: str) -> None:
    assert name in acts_in(text)


@pytest.mark.parametrize(("name", "text"), REJECTS)
def test_a_reject_does_not_name_the_act_it_stands_under(name: str, text: str) -> None:
    assert name not in acts_in(text)


@pytest.mark.parametrize("row", ACTS, ids=lambda row: row["name"])
def test_every_row_shows_what_it_means(row: dict[str, list[str]]) -> None:
    assert len(row["examples"]) >= 2
    assert row["rejects"]
    assert f"act.{row['name']}" in templates()


def test_the_longest_trigger_wins() -> None:
    assert acts_in("Kedua negara menarik pasukan dari lembah.") == ["withdraw"]
    text = "Pertemuan puncak itu usai."
    (trigger,) = find_acts(text, Span(0, len(text)))
    assert text[trigger.span.start : trigger.span.end] == "Pertemuan puncak"
