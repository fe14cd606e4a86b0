"""Every word of every lexicon is used: a sentence with it yields an expression that holds it, as what it stands for."""

import tomllib
from pathlib import Path

import pytest

from timeline.dates.normaliser import read_timexes
from timeline.dates.rulebook import lexicon
from timeline.edtf import DateValue

SENTENCES = tomllib.loads((Path(__file__).parent / "tables" / "words.toml").read_text(encoding="utf-8"))
WORDS = [(name, word) for name, words in lexicon().words.items() for word in words]
DAY = DateValue.parse("2019-05-10")


@pytest.mark.parametrize(("name", "word"), WORDS)
def test_a_word_of_the_lexicon_is_found_in_a_sentence(name: str, word: str) -> None:
    found = []
    for sentence in SENTENCES[name]:
        text = sentence.format(word)
        start = text.index(word, sentence.index("{}"))
        found += [one for one in read_timexes(text, DAY) if one.start <= start and start + len(word) <= one.end]
    assert found, f"{word!r} of {name} is never found"


@pytest.mark.parametrize("word", lexicon().words["month"] | lexicon().words["month_short"])
def test_a_month_is_the_month_its_table_says(word: str) -> None:
    (timex,) = read_timexes(f"Ia datang 15 {word} 2018.", DAY)
    assert timex.edtf == f"2018-{lexicon().value('month', word):02d}-15"


@pytest.mark.parametrize("word", lexicon().words["weekday"])
def test_a_weekday_is_the_day_its_table_says(word: str) -> None:
    day = 5 + int(lexicon().value("weekday", word) or 0)
    (timex,) = read_timexes(f"Ia datang {word} ({day}/5/2019).", DAY)
    assert (timex.edtf, timex.repaired) == (f"2019-05-{day:02d}", None)
