"""Headlines out of a sentence's own words, by the tables of `rules/gist.toml`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.claims.deed import deed_of
from timeline.claims.gist import gist_of
from timeline.claims.passages import Passages
from timeline.claims.trimming import LONGEST_GIST, clip
from timeline.dates.normaliser import read_timexes
from timeline.edtf import DateValue
from timeline.language.sentence import split_sentences
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mentions, find_names
from timeline.publication.page import read_page
from timeline.ruletable import rule_table

TABLES = rule_table("gist.toml")
EXAMPLES = [
    *TABLES["example"],
    *(row for table in TABLES.values() if isinstance(table, dict) for row in table["examples"]),
]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["text"])
def test_a_sentence_gives_its_headline(row: dict[str, str], gazetteer: Gazetteer) -> None:
    text = row["text"]
    article = read_page("a", text, title="Tanpa judul", published="2023-09-14")
    sentences = split_sentences(text)
    timexes = read_timexes(text, DateValue.of(2023, 9, 14), sentences)
    mentions = Mentions(text, sentences, find_names(text, gazetteer), gazetteer)
    view = Passages(article, sentences, timexes, mentions)[len(sentences) - 1]
    deed = deed_of(view, timexes[0].span if timexes else None)
    saying = deed.trigger is not None and deed.trigger.act.name == "say"
    speaker, date = "Emmanuel Macron" if saying else None, timexes[0] if timexes else None
    assert gist_of(view, deed.clause, view.mentions, speaker, date=date) == row["gist"]


@given(st.text())
def test_what_is_cut_is_short_and_begins_as_the_text_does(text: str) -> None:
    cut = clip(text)
    assert len(cut) <= LONGEST_GIST + 1
    assert " ".join(text.split()).startswith(cut.removesuffix("…"))
