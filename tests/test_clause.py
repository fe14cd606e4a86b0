"""The clause tables, executed: where clauses begin, who says so, and what holds for every sentence."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Span
from timeline.claims.nominal import predicates_of
from timeline.dates.normaliser import read_timexes
from timeline.language.act import find_acts
from timeline.language.attribution import find_attribution
from timeline.language.clause import split_clauses
from timeline.language.conjunction import clause_words
from timeline.language.inset import describes
from timeline.language.leading import (
    begins_counted,
    begins_with_subject,
    ends_in,
    goes_on_there,
    is_compared,
    is_copula,
    is_origin,
    is_term,
    is_under,
)
from timeline.ruletable import rule_table

TABLES = rule_table("clause.toml")
ROWS = [*TABLES["marker"], *(TABLES[name] for name in ("coordinate", "lead", "pronoun", "adjective"))]
MARKED = [marked for row in ROWS for marked in (*row["examples"], *row["rejects"])]
WORDS = [word for row in ROWS for word in row["words"]]


def clauses(text: str) -> list[str]:
    dates = [timex.span for timex in read_timexes(text, None)]
    return [text[one.span.start : one.span.end] for one in split_clauses(text, Span(0, len(text)), dates)]


def is_listed(section: str, _before: str, marked: str, _after: str) -> bool:
    return marked.lower().split()[0] in clause_words(section)


def is_led(section: str, before: str, after: str) -> bool:
    return is_under(before + after, Span(len(before), len(before + after)), section)


def follows(section: str, before: str, marked: str, after: str) -> bool:
    return is_led(section, f"{before}{marked} ", after.lstrip())


def is_held_against(before: str, marked: str, year: str) -> bool:
    text = before + marked + year.rstrip(".")
    return is_compared(text, Span(len(before) if " " in marked else len(before + marked) + 1, len(text)))


def opens_nothing(before: str, marked: str, after: str) -> bool:
    text = before + marked + after
    dates, whole = [timex.span for timex in read_timexes(text, None)], Span(0, len(text))
    return not predicates_of(text, split_clauses(text, whole, dates), find_acts(text, whole), dates)


LISTED = ("paper", "picture", "thought", "known", "partaking", "happening", "halting", "light", "asked", "dating")
LED = ("doer", "occasion", "circumstance", "topic", "site", "without", "source", "cause", "purpose", "means", "keeping")
# What the words of a section say of its examples, and not of its rejects, parted at their marks.
SAYS: dict[str, Callable[..., bool]] = {
    **{section: partial(is_listed, section) for section in LISTED},
    **{section: partial(is_led, section) for section in LED},
    **{section: partial(follows, section) for section in ("scheme", "choosing")},
    "attending": lambda _before, verb, _after: ends_in(verb, "attending"),
    "announcing": lambda _before, verb, _after: ends_in(verb, "announcing"),
    "copula": lambda _before, after: is_copula(after.split()[0]),
    "term": lambda before, years, after: is_term(before + years + after, Span(len(before), len(before + years))),
    "reporting": lambda _, verb, said: is_listed("reporting", _, verb, said) and begins_with_subject(said),
    "compared": is_held_against,
    "involving": opens_nothing,
    "describing": lambda _before, after="": describes(after),
    "placing": lambda before, _after: not clause_words("placing").isdisjoint(before.lower().split()),
    "ongoing": lambda before, _after: goes_on_there(before.lower().split()),
    "counted": lambda _before, after: begins_counted(after),
    "origin": lambda before, place: is_origin(before + place, Span(len(before), len(before + place))),
    "before": lambda before, marked, _after: not clause_words("before").isdisjoint((before + marked).lower().split()),
}


@pytest.mark.parametrize("marked", MARKED)
def test_a_clause_begins_at_its_mark(marked: str) -> None:
    told = [part.strip() for part in clauses(marked.replace("|", ""))]
    assert told == [part.strip() for part in marked.split("|") if part]


@pytest.mark.parametrize(
    ("section", "marked"),
    [(name, one) for name in SAYS for one in (*TABLES[name]["examples"], *TABLES[name].get("rejects", ()))],
)
def test_the_words_of_a_section_say_what_it_is_for(section: str, marked: str) -> None:
    assert SAYS[section](*marked.split("|")) == (marked in TABLES[section]["examples"])


@given(st.lists(st.sampled_from([*WORDS, "desa", "bertemu", "2019", ",", "(3/5)", "Senin"]), min_size=1, max_size=20))
def test_clauses_cover_their_sentence_and_hang_on_one_another(words: list[str]) -> None:
    text = " ".join(words)
    found = split_clauses(text, Span(0, len(text)), [timex.span for timex in read_timexes(text, None)])
    assert "".join(text[one.span.start : one.span.end] for one in found) == text
    assert all(one.governor is None or 0 <= one.governor < len(found) for one in found)


@pytest.mark.parametrize("example", TABLES["attribution"]["examples"], ids=lambda example: example["text"])
def test_who_says_so(example: dict[str, str]) -> None:
    text = example["text"]
    whole = Span(0, len(text))
    dates = [timex.span for timex in read_timexes(text, None)]
    told = find_attribution(text, whole, split_clauses(text, whole), find_acts(text, whole), dates)
    assert told is not None
    assert told.who == example["who"]


@pytest.mark.parametrize("text", TABLES["attribution"]["rejects"])
def test_nobody_is_made_to_speak(text: str) -> None:
    whole = Span(0, len(text))
    dates = [timex.span for timex in read_timexes(text, None)]
    assert find_attribution(text, whole, split_clauses(text, whole), find_acts(text, whole), dates) is None


@pytest.mark.parametrize(
    "text",
    [
        "Reformasi: Yang Terjadi Sepanjang April 1998 Ilustrasi petani menanam padi.",
        "Arsip - Who Was Taken in April 1998 Villagers planted rice.",
    ],
)
def test_a_relative_clause_behind_a_colon_stays_where_it_begins(text: str) -> None:
    told = clauses(text)
    assert "".join(told).replace(" ", "") == text.replace(" ", "")
