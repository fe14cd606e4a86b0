"""Rows laid aside while claims are merged."""

from pathlib import Path

import pytest

from timeline.article import Article
from timeline.claims.account import Account, read_article
from timeline.errors import DataError
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer
from timeline.shelf import Shelf
from timeline.tables import claim_rows

LATER = "Menlu Iran bertemu Menlu Turki di Ankara pada 3 Mei 2019. Vladimir Putin tiba di Hanoi pada 4 Mei 2019."
EARLIER = "Vladimir Putin bertemu Xi Jinping di Moskow pada 5 Juni 2019."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(Path(__file__).parents[1] / "data")


def account(name: str, text: str, gazetteer: Gazetteer) -> Account:
    return read_article(Article(name, text, published="2019-06-30"), gazetteer)


def test_rows_come_by_article_and_place_in_whatever_order_they_were_laid(gazetteer: Gazetteer) -> None:
    accounts = [account("b", LATER, gazetteer), account("c", "Tidak ada apa-apa.", gazetteer)]
    accounts.append(account("a", EARLIER, gazetteer))
    shelf = Shelf()
    for one in accounts:
        shelf.lay(one)
    assert len(shelf) == len(accounts)
    assert [row["id"] for row in shelf.article_rows()] == ["a", "b", "c"]
    found = list(shelf.claim_rows())
    assert [row["quote"] for row in found] == [EARLIER, *LATER.replace(". V", ".|V").split("|")]
    assert found == [*claim_rows(accounts[2].claims), *claim_rows(accounts[0].claims)]
    assert list(shelf.claim_rows()) == found


def test_what_is_laid_again_takes_the_place_of_the_earlier(gazetteer: Gazetteer) -> None:
    shelf = Shelf()
    for text in (LATER, EARLIER):
        shelf.lay(account("a", text, gazetteer))
    assert [row["quote"] for row in shelf.claim_rows()] == [EARLIER]


def test_merging_gets_claims_without_where_they_stand_and_why(gazetteer: Gazetteer) -> None:
    whole = account("a", EARLIER, gazetteer)
    (claim,), (bare,) = whole.claims, Shelf().lay(whole).claims
    assert (bare.id, bare.quote, bare.when, bare.actors) == (claim.id, claim.quote, claim.when, claim.actors)
    assert claim.reasons
    assert not bare.reasons


def test_a_full_disk_is_named(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile.write", full)
    with pytest.raises(DataError, match="No space left"):
        Shelf().lay(account("a", EARLIER, gazetteer))
