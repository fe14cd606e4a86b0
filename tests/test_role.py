"""Who does a deed and who undergoes it, by the tables of `rules/role.toml`; where the words show nobody, nobody."""

import pytest

from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.names.actor import Gazetteer
from timeline.publication.page import read_page
from timeline.ruletable import rule_table

TABLES = rule_table("role.toml")
EXAMPLES = [example for table in TABLES.values() if isinstance(table, dict) for example in table["examples"]]


def claim(text: str, gazetteer: Gazetteer) -> Claim:
    (only,) = read_article(read_page("a", text, title="Tanpa judul", published="2023-07-10"), gazetteer).claims
    return only


@pytest.mark.parametrize("row", [*EXAMPLES, *TABLES["shared"], *TABLES["unshown"]], ids=lambda row: str(row["text"]))
def test_roles_are_those_the_words_show(row: dict[str, str | list[str]], gazetteer: Gazetteer) -> None:
    told = claim(str(row["text"]), gazetteer)
    assert told.act == row["act"]
    assert sorted(told.doers) == sorted(row.get("doers", []))
    assert sorted(told.undergoers) == sorted(row.get("undergoers", []))
    assert sorted(told.actors) == sorted(row.get("actors", told.actors))


@pytest.mark.parametrize("row", TABLES["journey"], ids=lambda row: str(row["text"]))
def test_a_journey_and_its_meeting_are_one(row: dict[str, str | list[str]], gazetteer: Gazetteer) -> None:
    article = read_page("a", str(row["text"]), title="Tanpa judul", published="2023-07-10")
    told = read_article(article, gazetteer).claims
    assert [one.act for one in told] == row["acts"]
    assert list(told[0].places) == row["places"]


@pytest.mark.parametrize("section", [name for name, table in TABLES.items() if isinstance(table, dict)])
def test_a_word_stands_in_one_list_once(section: str) -> None:
    words = TABLES[section]["words"]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("row", TABLES["said"], ids=lambda row: str(row["text"]))
def test_the_day_of_a_saying_dates_the_saying(row: dict[str, list[str]], gazetteer: Gazetteer) -> None:
    told = claim(str(row["text"]), gazetteer)
    assert (told.type, told.act, told.modality) == ("OTHER", "say", "occurred")
    assert list(told.doers) == row["doers"]
