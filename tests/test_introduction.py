"""Whom articles introduce, by the table of titles; and what holds of people whom only articles know."""

from itertools import permutations
from pathlib import Path

import pytest

from timeline.claims.account import Account, read_article, with_people
from timeline.language.sentence import split_sentences
from timeline.names.actor import Gazetteer
from timeline.names.mention import Mentions, find_names
from timeline.pipeline import build_chronology
from timeline.publication.page import read_page
from timeline.ruletable import rule_table
from timeline.selection import EventIndex, Selection

TABLE = rule_table("title.toml")
SECTIONS = (
    "head",
    "body",
    "naming",
    "courtesy",
    "initials",
    "particle",
    "link",
    "private",
    "lesser",
    "younger",
    "firm",
    "public",
    "small",
    "opener",
    "capitals",
)


def mentions_of(text: str, gazetteer: Gazetteer) -> Mentions:
    return Mentions(text, split_sentences(text), find_names(text, gazetteer), gazetteer)


def account(name: str, text: str, gazetteer: Gazetteer) -> Account:
    return read_article(read_page(name, text, title="Tanpa judul", published="2023-07-10"), gazetteer)


@pytest.mark.parametrize("row", TABLE["introduced"], ids=lambda row: str(row["text"]))
def test_a_title_introduces_whom_it_says(
    row: dict[str, str | dict[str, str] | list[str]], gazetteer: Gazetteer
) -> None:
    text = str(row["text"])
    mentions = mentions_of(text, gazetteer)
    assert {one: actor.of or "" for one, actor in mentions.people.items()} == row["people"]
    named = [one.id for number in range(len(split_sentences(text))) for one in mentions[number] if one.as_ == "actor"]
    assert named == row["means"]


@pytest.mark.parametrize("section", SECTIONS)
def test_words_are_in_small_letters(section: str) -> None:
    assert [word for word in TABLE[section]["words"] if word != word.lower()] == []


def test_the_bodies_that_titles_imply_are_known(gazetteer: Gazetteer) -> None:
    assert set(TABLE["home"]) <= set(gazetteer.actors)


def test_who_is_introduced_as_of_two_bodies_acts_for_their_state(gazetteer: Gazetteer) -> None:
    told = [
        account(name, f"{title} Siti Lestari mengunjungi Oman, Kamis (6/7/2023).", gazetteer)
        for name, title in [("a", "Ketua KPK"), ("b", "Juru Bicara DPR"), ("c", "Pengacara")]
    ]
    for some in permutations(told):
        assert with_people(gazetteer, some).actors["siti-lestari"].of == "indonesia"
    other = account("d", "Menlu Iran Siti Lestari mengunjungi Oman, Kamis (6/7/2023).", gazetteer)
    assert with_people(gazetteer, [*told, other]).actors["siti-lestari"].of is None


def test_a_claim_needs_somebody_whom_the_data_know(gazetteer: Gazetteer) -> None:
    assert not account("a", "Pengacara Siti Lestari mengunjungi pasar, Kamis (6/7/2023).", gazetteer).claims
    assert account("a", "Ketua KPK Siti Lestari mengunjungi pasar, Kamis (6/7/2023).", gazetteer).claims


def test_the_chronology_names_whom_an_article_introduces(tmp_path: Path) -> None:
    text = "Kunjungan\n\nMenlu Iran Siti Lestari tiba di Oman. Lestari bertemu Olaf Scholz, Kamis (6/7/2023)."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    chronology, refused = build_chronology([tmp_path])
    assert refused == ()
    (event,) = chronology.events.to_dict("records")
    assert event["actors"] == ["siti-lestari", "olaf-scholz"]
    assert {
        "id": "siti-lestari",
        "name": {"id": "Siti Lestari", "en": "Siti Lestari"},
        "kind": "person",
        "of": "iran",
    } in (chronology.actors)
    (claim,) = chronology.claims.to_dict("records")
    assert any("“Menlu Iran Siti Lestari”" in reason["id"] for reason in claim["reasons"])
    assert len(claim["context"]) == 1


def test_who_acts_for_a_body_is_found_under_it_and_under_its_state(tmp_path: Path) -> None:
    text = "Kunjungan\n\nKetua KPK Siti Lestari mengunjungi Olaf Scholz, Kamis (6/7/2023)."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    chronology, _ = build_chronology([tmp_path])
    assert {"siti-lestari", "kpk", "indonesia"} <= {actor["id"] for actor in chronology.actors}
    index = EventIndex.of(chronology)
    for actor in ("siti-lestari", "kpk", "indonesia"):
        assert index.shown(Selection(actors=(actor,))).all()
