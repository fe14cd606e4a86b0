"""The modality tables, executed, and the reach of cues."""

from collections.abc import Callable

import pytest

from timeline.article import Span
from timeline.claims.deedless import keeps
from timeline.language import modality, repetition
from timeline.language.act import find_acts
from timeline.ruletable import rule_table

TABLES = rule_table("modality.toml")
EXAMPLES = [(row["name"], text) for row in TABLES["modality"] for text in row["examples"]]
REJECTS = [("occurred", text) for row in TABLES["modality"] for text in row["rejects"]]


def whole(text: str) -> Span:
    return Span(0, len(text))


def told(text: str, deed: int = 0) -> str:
    triggers = find_acts(text, whole(text))
    return modality.modality_of(text, whole(text), triggers[deed].span if triggers else None)[0]


def is_caused(before: str, deed: str, after: str) -> bool:
    text = before + deed + after
    return modality.modality_of(text, whole(text), Span(len(before), len(before + deed)))[0] == "occurred"


# What the words of a section say of its examples, and not of its rejects, parted at their marks.
SAYS: dict[str, Callable[..., object]] = {
    "no_cue": lambda *parts: told("".join(parts)) == "occurred",
    "past": lambda text: told(text, deed=-1) == "occurred",
    "cause": is_caused,
    "supposing": lambda before, _after: modality.supposes(before),
    "put_off": modality.puts_off,
    "denial": lambda before, _after: modality.denies(before),
    "fallen": lambda _before, after: modality.fell_through(after),
    "off": lambda _before, after: modality.called_off(after),
    "absent": lambda before, _after: modality.absent_from(before) is not None,
    "survey": modality.surveys,
    "asking": modality.asks,
    "compared": lambda before, _after: modality.compares(before),
    "commemorated": lambda before, _after: modality.is_commemorated(before),
    "kept": lambda before, _after: keeps(before) == len(before),
    "another": lambda text: repetition.tells_another(text, whole(text)),
    "counted": lambda text: repetition.is_counted(text, whole(text)),
}


@pytest.mark.parametrize(("name", "text"), EXAMPLES + REJECTS)
def test_a_deed_is_told_as_the_row_of_its_cue_says(name: str, text: str) -> None:
    assert told(text) == name


@pytest.mark.parametrize(
    ("section", "marked"), [(name, one) for name in SAYS for one in TABLES[name]["examples"] + TABLES[name]["rejects"]]
)
def test_the_words_of_a_section_say_what_it_is_for(section: str, marked: str) -> None:
    assert bool(SAYS[section](*marked.split("|"))) == (marked in TABLES[section]["examples"])


@pytest.mark.parametrize("example", TABLES["ordinal"]["examples"], ids=lambda example: example["text"])
def test_an_ordinal_is_counted(example: dict[str, str | int]) -> None:
    text = str(example["text"])
    assert repetition.ordinal_of(text, whole(text)) == example["number"]


@pytest.mark.parametrize("text", TABLES["ordinal"]["rejects"])
def test_no_ordinal_is_invented(text: str) -> None:
    assert repetition.ordinal_of(text, whole(text)) is None
