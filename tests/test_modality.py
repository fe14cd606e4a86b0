"""The modality tables, executed, and the reach of cues."""

import pytest

from timeline.article import Span
from timeline.language.act import find_acts
from timeline.language.modality import (
    absent_from,
    asks,
    called_off,
    compares,
    denies,
    fell_through,
    is_counted,
    modality_of,
    ordinal_of,
    puts_off,
    supposes,
    surveys,
)
from timeline.ruletable import rule_table

TABLES = rule_table("modality.toml")
EXAMPLES = [(row["name"], text) for row in TABLES["modality"] for text in row["examples"]]
REJECTS = [text for row in TABLES["modality"] for text in row["rejects"]]


def whole(text: str) -> Span:
    return Span(0, len(text))


def modality(text: str) -> str:
    triggers = find_acts(text, whole(text))
    return modality_of(text, whole(text), triggers[0].span if triggers else None)[0]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_is_told_as_its_row_says(name: str, text: str) -> None:
    assert modality(text) == name


@pytest.mark.parametrize("text", REJECTS)
def test_a_reject_occurred(text: str) -> None:
    assert modality(text) == "occurred"


@pytest.mark.parametrize("marked", [*TABLES["no_cue"]["examples"], *TABLES["no_cue"]["rejects"]])
def test_words_with_a_cue_in_them_are_none(marked: str) -> None:
    assert (modality(marked.replace("|", "")) == "occurred") == (marked in TABLES["no_cue"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["cause"]["examples"], *TABLES["cause"]["rejects"]])
def test_a_denial_does_not_reach_what_brought_it_about(marked: str) -> None:
    before, deed, after = marked.split("|")
    told, _ = modality_of(before + deed + after, whole(before + deed + after), Span(len(before), len(before + deed)))
    assert (told == "occurred") == (marked in TABLES["cause"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["supposing"]["examples"], *TABLES["supposing"]["rejects"]])
def test_what_is_supposed_is_only_thought(marked: str) -> None:
    assert supposes(marked.partition("|")[0]) == (marked in TABLES["supposing"]["examples"])


@pytest.mark.parametrize("cue", [*TABLES["put_off"]["examples"], *TABLES["put_off"]["rejects"]])
def test_what_is_put_off_may_be_done_later(cue: str) -> None:
    assert puts_off(cue) == (cue in TABLES["put_off"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["denial"]["examples"], *TABLES["denial"]["rejects"]])
def test_a_denial_reaches_what_is_said(marked: str) -> None:
    assert denies(marked.partition("|")[0]) == (marked in TABLES["denial"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["fallen"]["examples"], *TABLES["fallen"]["rejects"]])
def test_what_follows_a_plan_says_whether_nothing_came_of_it(marked: str) -> None:
    assert bool(fell_through(marked.partition("|")[2])) == (marked in TABLES["fallen"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["off"]["examples"], *TABLES["off"]["rejects"]])
def test_words_right_after_its_date_say_that_a_plan_was_not_kept(marked: str) -> None:
    assert (called_off(marked.partition("|")[2]) is not None) == (marked in TABLES["off"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["absent"]["examples"], *TABLES["absent"]["rejects"]])
def test_what_is_not_there_is_found(marked: str) -> None:
    assert (absent_from(marked.partition("|")[0]) is not None) == (marked in TABLES["absent"]["examples"])


@pytest.mark.parametrize("headline", [*TABLES["survey"]["examples"], *TABLES["survey"]["rejects"]])
def test_a_headline_that_looks_over_many_things_tells_of_no_event(headline: str) -> None:
    assert surveys(headline) == (headline in TABLES["survey"]["examples"])


@pytest.mark.parametrize("words", [*TABLES["asking"]["examples"], *TABLES["asking"]["rejects"]])
def test_a_question_opens_so(words: str) -> None:
    assert asks(words) == (words in TABLES["asking"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["compared"]["examples"], *TABLES["compared"]["rejects"]])
def test_what_is_counted_or_compared_since_a_day_did_not_happen_on_it(marked: str) -> None:
    assert compares(marked.partition("|")[0]) == (marked in TABLES["compared"]["examples"])


@pytest.mark.parametrize("example", TABLES["ordinal"]["examples"], ids=lambda example: example["text"])
def test_an_ordinal_is_counted(example: dict[str, str | int]) -> None:
    text = str(example["text"])
    assert ordinal_of(text, whole(text)) == example["number"]


@pytest.mark.parametrize("text", TABLES["ordinal"]["rejects"])
def test_no_ordinal_is_invented(text: str) -> None:
    assert ordinal_of(text, whole(text)) is None


@pytest.mark.parametrize("text", TABLES["counted"]["examples"])
def test_several_times_at_once_are_told(text: str) -> None:
    assert is_counted(text, whole(text))


@pytest.mark.parametrize("text", TABLES["counted"]["rejects"])
def test_one_time_is_not_several(text: str) -> None:
    assert not is_counted(text, whole(text))


@pytest.mark.parametrize("text", [*TABLES["past"]["examples"], *TABLES["past"]["rejects"]])
def test_what_was_done_before_is_no_plan(text: str) -> None:
    triggers = find_acts(text, whole(text))
    told = modality_of(text, whole(text), triggers[-1].span)[0]
    assert told == ("occurred" if text in TABLES["past"]["examples"] else "planned")
