"""Every row of every date table does what it says: its examples are found, its rejects are not."""

from datetime import date

import pytest

from timeline.dates.hit import recognise
from timeline.dates.normaliser import read_timexes
from timeline.dates.rulebook import Example, Rule, expand, lexicon, rules
from timeline.dates.scanner import scanner
from timeline.dates.timex import Timex
from timeline.dates.vocabulary import ANSWERS, ask
from timeline.edtf import DateValue
from timeline.errors import RuleError
from timeline.ruletable import rule_table

CARRIERS = ("{}", "Kata dia, {} di desa.", "“{}”", "Warga desa ({}), menurut dia.")
EXAMPLES = [(rule, example) for rule in rules() if rule.type != "NONE" for example in rule.examples]
TRAPS = [(rule, example) for rule in rules() if rule.type == "NONE" for example in rule.examples]
REJECTS = [(rule, text) for rule in rules() for text in rule.rejects]


def name(value: object) -> str:
    return value.name if isinstance(value, Rule) else value.text if isinstance(value, Example) else str(value)


def read(example: Example, text: str) -> list[Timex]:
    return list(read_timexes(text, DateValue.parse(example.dct) if example.dct else None))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_an_example_is_found_once_whole_and_read_right(rule: Rule, example: Example) -> None:
    inner = f"{example.before}{example.text}{example.after}"
    for carrier in CARRIERS[:1] if example.before else CARRIERS:
        text = carrier.format(inner)
        found = [timex for timex in read(example, text) if timex.text == example.text]
        assert [timex.rule for timex in found] == [rule.name], text
        assert example.edtf is None or found[0].edtf == example.edtf
        assert example.value is None or found[0].value == example.value
        assert example.mod is None or found[0].mod == example.mod
        assert (found[0].repaired is not None) == example.repaired


@pytest.mark.parametrize(("rule", "example"), TRAPS, ids=name)
def test_a_trap_keeps_every_date_out(rule: Rule, example: Example) -> None:
    for carrier in CARRIERS:
        timexes = read_timexes(carrier.format(example.text), DateValue.on(date(2019, 5, 10)))
        assert not [timex for timex in timexes if timex.type in ("DATE", "TIME")], rule.name


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=name)
def test_a_reject_is_not_found_by_its_rule(rule: Rule, text: str) -> None:
    if rule.type == "NONE":
        data = f"Kata dia, {text} di desa.".encode()
        matches = [scanner().matches(data[start:end]) for start, end in scanner().spans(data)]
        assert rule.name not in [match.rule.name for all_of_hit in matches for match in all_of_hit]
    else:
        assert rule.name not in [hit.expression.rule for hit in recognise(f"Kata dia, {text} di desa.")]


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_each_rule_has_two_examples_and_a_reject(rule: Rule) -> None:
    assert len(rule.examples) >= 2
    assert rule.rejects


def test_dateparser_still_says_what_the_tables_keep_of_it() -> None:
    assert ANSWERS.read_text(encoding="utf-8") == ask()


def test_no_own_word_is_one_that_dateparser_was_asked_for() -> None:
    for lists in rule_table("date-words.toml")["lexicon"].values():
        assert not set(lists.get("asked", ())) & set(lists.get("own", ()))


def test_the_lexicon_knows_words_of_a_group_in_any_case_and_spacing() -> None:
    assert lexicon().value("weekday", "SELASA") == 2
    assert lexicon().value("part", "dini \n hari") == "TNI"
    assert lexicon().value("weekday", "kuda") is None


def test_an_unknown_name_in_a_pattern_is_named_with_its_rule() -> None:
    with pytest.raises(RuleError, match=r"x\.toml: rule 'y': <kuda> is no macro or lexicon"):
        expand("<kuda>", {}, where=("x.toml", "y"))


def test_every_word_that_brings_a_report_holds_a_stem_in_any_case() -> None:
    report = rule_table("date-context.toml")["report"]
    for word in [*report["words"], *report["by_whom"]]:
        for told in (word, word.capitalize()):
            assert any(stem in told for stem in report["stems"]), told
