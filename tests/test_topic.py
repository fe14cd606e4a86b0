"""Topics: what is core, what is context, and what a topic file must say."""

from datetime import date
from pathlib import Path

import pytest

from timeline.errors import DataError
from timeline.topic import is_core, load_topic

FILE = Path(__file__).parent.parent / "data" / "topics" / "rusia-korut.toml"
TEXT = FILE.read_text(encoding="utf-8")
DAY = date(2019, 4, 25)


@pytest.mark.parametrize(
    ("actors", "core"),
    [
        (["rusia", "korea-utara"], True),
        (["vladimir-putin", "kim-jong-un"], True),
        (["kremlin", "kim-jong-il"], True),
        (["uni-soviet", "korea-utara"], True),
        (["josef-stalin", "kim-il-sung", "china"], True),
        (["vladimir-putin"], False),
        (["vladimir-putin", "kremlin", "rusia"], False),
        (["kim-jong-un", "donald-trump"], False),
        (["moon-jae-in", "korea-selatan", "rusia"], False),
        (["amerika-serikat", "china"], False),
        (["perserikatan-bangsa-bangsa"], False),
        ([], False),
    ],
)
def test_core_is_where_both_sides_take_part(gazetteer, actors, core):
    assert is_core(load_topic(FILE, gazetteer), "CONSULT", actors, DAY, gazetteer) is core


def test_core_is_of_the_types_and_since_the_day_the_topic_names(gazetteer, tmp_path):
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace('"CONSULT", ', "").replace("1945-08-15", "2019-04-25"), encoding="utf-8")
    topic = load_topic(path, gazetteer)
    sides = ("rusia", "kim-jong-un")
    assert is_core(topic, "AGREE", sides, DAY, gazetteer)
    assert is_core(topic, "AGREE", sides, None, gazetteer)
    assert not is_core(topic, "CONSULT", sides, DAY, gazetteer)
    assert not is_core(topic, "AGREE", sides, date(2019, 4, 24), gazetteer)


def test_the_bundled_topic(gazetteer):
    topic = load_topic(FILE, gazetteer)
    assert topic.id == FILE.stem
    assert dict(topic.title) == {"id": "Rusia dan Korea Utara", "en": "Russia and North Korea"}


def test_a_side_nobody_knows_is_named(gazetteer, tmp_path):
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace('["korea-utara"]', '["prusia"]'), encoding="utf-8")
    with pytest.raises(DataError, match="unknown actor 'prusia'"):
        load_topic(path, gazetteer)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('[["rusia"], ["korea-utara"]]', '[["rusia"]]', "sides"),
        ('[["rusia"], ["korea-utara"]]', '[["rusia"], []]', "sides"),
        ('"AGREE", ', '"DANCE", ', "DANCE"),
        ('core_types = ["AGREE", ', "core_types = [] # ", r"core_types: has \[\]"),
        ("since = 1945-08-15", 'since = "1945"', "since"),
        ("since = 1945-08-15", "", "since: is missing"),
        ("since = 1945-08-15", "since = 1945-08-15\ncolour = 3", "colour: is unknown"),
        (', en = "Russia and North Korea"', "", "title"),
        ('id = "rusia-korut"', "id = ", "is not TOML"),
        ('id = "rusia-korut"', "id = 5", "id: is 5"),
        ('en = "Russia and North Korea"', "en = 5", "title"),
    ],
)
def test_a_topic_that_is_not_right_is_refused_with_its_place(gazetteer, tmp_path, old, new, says):
    assert old in TEXT
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=says) as refused:
        load_topic(path, gazetteer)
    assert refused.value.file == str(path)


def test_a_missing_topic_is_named(gazetteer, tmp_path):
    with pytest.raises(DataError, match=r"none\.toml: file: No such file"):
        load_topic(tmp_path / "none.toml", gazetteer)


@pytest.mark.parametrize(
    ("written", "meant"), [("Korea Utara", "korea-utara"), ("russia", "rusia"), ("korut", "korea-utara")]
)
def test_a_side_nobody_knows_is_answered_by_ids_of_like_names(gazetteer, tmp_path, written, meant):
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace('[["rusia"], ["korea-utara"]]', f'[["china"], ["{written}"]]'), encoding="utf-8")
    with pytest.raises(DataError, match=rf"perhaps .*\b{meant}\b"):
        load_topic(path, gazetteer)
