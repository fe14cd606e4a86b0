"""Topics: what is core, what is context, and what a topic file must say."""

from pathlib import Path

import pytest

from timeline.errors import DataError
from timeline.topic import check_topic, is_about, is_core, load_topic

FILE = Path(__file__).parent.parent / "data" / "topics" / "rusia-korut.toml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("actors", "core", "about"),
    [
        (["rusia", "korea-utara"], True, True),
        (["vladimir-putin", "kim-jong-un"], True, True),
        (["kremlin", "kim-jong-il"], True, True),
        (["uni-soviet", "korea-utara"], True, True),
        (["josef-stalin", "kim-il-sung", "china"], True, True),
        (["vladimir-putin"], False, True),
        (["vladimir-putin", "kremlin", "rusia"], False, True),
        (["kim-jong-un", "donald-trump"], False, True),
        (["moon-jae-in", "korea-selatan", "rusia"], False, True),
        (["amerika-serikat", "china"], False, False),
        (["perserikatan-bangsa-bangsa"], False, False),
        ([], False, False),
    ],
)
def test_core_is_where_both_sides_take_part(gazetteer, actors, core, about):
    topic = load_topic(FILE)
    assert is_core(topic, actors, gazetteer) is core
    assert is_about(topic, actors, gazetteer) is about


def test_the_bundled_topic(gazetteer):
    topic = load_topic(FILE)
    assert topic.id == FILE.stem
    assert dict(topic.title) == {"id": "Rusia dan Korea Utara", "en": "Russia and North Korea"}
    check_topic(topic, gazetteer, FILE.name)


def test_a_side_nobody_knows_is_named(gazetteer, tmp_path):
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace('["korea-utara"]', '["prusia"]'), encoding="utf-8")
    with pytest.raises(DataError, match="unknown actor 'prusia'"):
        check_topic(load_topic(path), gazetteer, path.name)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('[["rusia"], ["korea-utara"]]', '[["rusia"]]', "sides"),
        ('[["rusia"], ["korea-utara"]]', '[["rusia"], []]', "sides"),
        ('"AGREE", ', '"DANCE", ', "DANCE"),
        ("since = 1945-08-15", 'since = "1945"', "since"),
        ("since = 1945-08-15", "", "since"),
        ("since = 1945-08-15", "since = 1945-08-15\ncolour = 3", "colour"),
        (', en = "Russia and North Korea"', "", "title"),
        ('id = "rusia-korut"', "id = ", "is not TOML"),
    ],
)
def test_a_topic_that_is_not_right_is_refused_with_its_place(tmp_path, old, new, says):
    assert old in TEXT
    path = tmp_path / "topic.toml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=says) as refused:
        load_topic(path)
    assert refused.value.file == "topic.toml"


def test_a_missing_topic_is_named(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        load_topic(tmp_path / "none.toml")
