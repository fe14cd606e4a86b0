"""The clause tables, executed: where clauses begin, who says so, and what holds for every sentence."""

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
    begins_with_subject,
    ends_in,
    goes_on_there,
    is_compared,
    is_copula,
    is_counted,
    is_origin,
    is_term,
    is_under,
)
from timeline.ruletable import rule_table

TABLES = rule_table("clause.toml")
ROWS = [*TABLES["marker"], TABLES["coordinate"]]
EXAMPLES = [text for row in ROWS for text in row["examples"]]
REJECTS = [text for row in ROWS for text in row["rejects"]]
WORDS = [word for row in ROWS for word in row["words"]]


def clauses(text: str) -> list[str]:
    dates = [timex.span for timex in read_timexes(text, None)]
    return [text[one.span.start : one.span.end] for one in split_clauses(text, Span(0, len(text)), dates)]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_a_clause_begins_at_its_mark(marked: str) -> None:
    assert [part.strip() for part in clauses(marked.replace("|", ""))] == [
        part.strip() for part in marked.split("|") if part
    ]


@pytest.mark.parametrize("text", REJECTS)
def test_a_reject_is_one_clause(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize("marked", [*TABLES["lead"]["examples"], *TABLES["lead"]["rejects"]])
def test_a_length_of_time_leads_up_to_a_clause(marked: str) -> None:
    assert [part.strip() for part in clauses(marked.replace("|", ""))] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", [*TABLES["attending"]["examples"], *TABLES["attending"]["rejects"]])
def test_who_attends_looks_on(marked: str) -> None:
    assert ends_in(marked.split("|")[1], "attending") == (marked in TABLES["attending"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["copula"]["examples"], *TABLES["copula"]["rejects"]])
def test_who_is_one_of_several_is_said_to_be(marked: str) -> None:
    assert is_copula(marked.split("|")[1].split(maxsplit=1)[0]) == (marked in TABLES["copula"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["picture"]["examples"], *TABLES["picture"]["rejects"]])
def test_a_picture_shows_something(marked: str) -> None:
    assert (marked.split("|")[1] in clause_words("picture")) == (marked in TABLES["picture"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["term"]["examples"], *TABLES["term"]["rejects"]])
def test_a_term_of_office_dates_no_deed(marked: str) -> None:
    before, years, after = marked.split("|")
    assert is_term(before + years + after, Span(len(before), len(before + years))) == (
        marked in TABLES["term"]["examples"]
    )


@pytest.mark.parametrize("marked", [*TABLES["scheme"]["examples"], *TABLES["scheme"]["rejects"]])
def test_a_scheme_is_yet_to_be_done(marked: str) -> None:
    before, word, after = marked.split("|")
    noun = Span(len(before + word) + 1, len(before + word) + 1 + len(after.split(maxsplit=1)[0]))
    assert is_under(before + word + after, noun, "scheme") == (marked in TABLES["scheme"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["paper"]["examples"], *TABLES["paper"]["rejects"]])
def test_a_paper_says_something_itself(marked: str) -> None:
    word = marked.split("|")[1].split(maxsplit=1)[0]
    assert (word in clause_words("paper")) == (marked in TABLES["paper"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["announcing"]["examples"], *TABLES["announcing"]["rejects"]])
def test_a_verb_makes_known_what_others_do(marked: str) -> None:
    assert ends_in(marked.split("|")[1], "announcing") == (marked in TABLES["announcing"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["reporting"]["examples"], *TABLES["reporting"]["rejects"]])
def test_a_sentence_is_said_of_somebody_else(marked: str) -> None:
    _, verb, said = marked.split("|")
    assert (verb.lower() in clause_words("reporting") and begins_with_subject(said)) == (
        marked in TABLES["reporting"]["examples"]
    )


@pytest.mark.parametrize("marked", [*TABLES["compared"]["examples"], *TABLES["compared"]["rejects"]])
def test_a_year_held_against_others_or_of_account_dates_no_deed(marked: str) -> None:
    before, words, year = marked.split("|")
    text = before + words + year.rstrip(".")
    dated = Span(len(before) if " " in words else len(before + words) + 1, len(text))
    assert is_compared(text, dated) == (marked in TABLES["compared"]["examples"])


@pytest.mark.parametrize("marked", TABLES["pronoun"]["examples"])
def test_a_pronoun_behind_a_date_is_a_subject(marked: str) -> None:
    assert [part.strip() for part in clauses(marked.replace("|", ""))] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("text", TABLES["pronoun"]["rejects"])
def test_another_word_behind_a_date_may_be_none(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize("marked", [*TABLES["involving"]["examples"], *TABLES["involving"]["rejects"]])
def test_a_verb_brings_in_who_takes_part(marked: str) -> None:
    text = marked.replace("|", "")
    dates = [timex.span for timex in read_timexes(text, None)]
    opened = predicates_of(
        text, split_clauses(text, Span(0, len(text)), dates), find_acts(text, Span(0, len(text))), dates
    )
    assert bool(opened) == (marked in TABLES["involving"]["rejects"])


@pytest.mark.parametrize("marked", [*TABLES["describing"]["examples"], *TABLES["describing"]["rejects"]])
def test_what_something_can_do_is_told_apart_from_what_was_done(marked: str) -> None:
    assert describes(marked.partition("|")[2]) == (marked in TABLES["describing"]["examples"])


@pytest.mark.parametrize("text", TABLES["adjective"]["examples"])
def test_an_adjective_is_no_clause(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize("marked", TABLES["adjective"]["rejects"])
def test_a_verb_makes_a_clause_of_it(marked: str) -> None:
    assert [part.strip() for part in clauses(marked.replace("|", ""))] == [part.strip() for part in marked.split("|")]


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


@pytest.mark.parametrize("marked", TABLES["doer"]["examples"])
def test_who_does_it_in_a_passive(marked: str) -> None:
    start = marked.index("|")
    text = marked.replace("|", "")
    assert is_under(text, Span(start, len(text)), "doer")
    assert not is_under(text, Span(0, 3), "doer")


@pytest.mark.parametrize("marked", [*TABLES["placing"]["examples"], *TABLES["placing"]["rejects"]])
def test_something_is_told_to_be_at_a_place(marked: str) -> None:
    words = marked.partition("|")[0].lower().split()
    assert clause_words("placing").isdisjoint(words) == (marked in TABLES["placing"]["rejects"])


@pytest.mark.parametrize("marked", [*TABLES["ongoing"]["examples"], *TABLES["ongoing"]["rejects"]])
def test_what_a_deed_is_about_goes_on_at_a_place(marked: str) -> None:
    words = marked.partition("|")[0].lower().split()
    assert goes_on_there(words) == (marked in TABLES["ongoing"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["counted"]["examples"], *TABLES["counted"]["rejects"]])
def test_a_subject_that_is_counted_is_nobody_by_name(marked: str) -> None:
    assert is_counted(marked.partition("|")[2]) == (marked in TABLES["counted"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["origin"]["examples"], *TABLES["origin"]["rejects"]])
def test_somebody_comes_from_a_place(marked: str) -> None:
    start = marked.index("|")
    text = marked.replace("|", "")
    assert is_origin(text, Span(start, len(text))) == (marked in TABLES["origin"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["keeping"]["examples"], *TABLES["keeping"]["rejects"]])
def test_a_feast_is_kept_on_another_day(marked: str) -> None:
    start = marked.index("|")
    text = marked.replace("|", "")
    assert is_under(text, Span(start, len(text)), "keeping") == (marked in TABLES["keeping"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["choosing"]["examples"], *TABLES["choosing"]["rejects"]])
def test_a_day_is_chosen(marked: str) -> None:
    before, verb, after = marked.split("|")
    date = Span(len(before + verb) + 1, len(before + verb + after))
    assert is_under(before + verb + after, date, "choosing") == (marked in TABLES["choosing"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["means"]["examples"], *TABLES["means"]["rejects"]])
def test_a_deed_is_how_another_is_done(marked: str) -> None:
    start = marked.index("|")
    text = marked.replace("|", "")
    assert is_under(text, Span(start, len(text)), "means") == (marked in TABLES["means"]["examples"])


@pytest.mark.parametrize("marked", [*TABLES["before"]["examples"], *TABLES["before"]["rejects"]])
def test_what_was_so_at_first(marked: str) -> None:
    words = marked.replace("|", "").lower().split()
    assert clause_words("before").isdisjoint(words) == (marked in TABLES["before"]["rejects"])


@pytest.mark.parametrize("marked", [*TABLES["known"]["examples"], *TABLES["known"]["rejects"]])
def test_a_noun_was_told_of_before(marked: str) -> None:
    noun, _, rest = marked.partition("|")
    assert (rest.partition("|")[0] in TABLES["known"]["words"]) == (marked in TABLES["known"]["examples"])
    assert noun


def test_a_deed_that_is_held_is_no_other() -> None:
    table = TABLES["happening"]
    assert all(marked.split("|")[1].lower() in clause_words("happening") for marked in table["examples"])
    assert not any(marked.split("|")[1].lower() in clause_words("happening") for marked in table["rejects"])


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
