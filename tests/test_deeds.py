"""Whose deed a date is of: sentences with several deeds, of our own, held by floors that only rise.

`python -m tests.test_deeds` prints what is not met, and the share that is right in all by kind of sentence.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer
from timeline.publication.page import read_page

TABLE = Path(__file__).parent / "tables" / "deeds.toml"
WRITTEN = "2024-06-20"
TITLE = "Berita hari ini dari redaksi"
BODY = "Isi berita menyusul dari redaksi."
# Of the dates told, the share right in date, type, status and who takes part; and how many claims tell of another date.
FLOOR, MOST_OTHERS = 0.88, 4


def rows() -> list[dict[str, Any]]:
    """Return the sentences."""
    found: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["sentence"]
    return found


def claims_of(row: dict[str, Any], gazetteer: Gazetteer) -> list[Claim]:
    """Return what is claimed of the dates of a sentence."""
    headline = row.get("headline", False)
    text, title = (f"{row['text']}\n\n{BODY}", row["text"]) if headline else (row["text"], TITLE)
    page = read_page("t", text, title=title, publisher="X", url=None, published=str(row.get("written", WRITTEN)))
    return [one for one in read_article(page, gazetteer).claims if one.expression]


def meets(told: str, claim: Claim) -> bool:
    """Say whether a claim is what a careful reader takes from a date."""
    edtf, types, statuses, *actors = told.split()
    named = {one for one in actors if not one.endswith("?")}
    date = claim.when is not None and claim.when.edtf.rstrip("~") == edtf
    right = claim.type in types.split("|") and claim.modality in statuses.split("|")
    return date and right and named <= set(claim.actors) <= {one.rstrip("?") for one in actors}


def measure(gazetteer: Gazetteer) -> tuple[Counter[str], Counter[str], list[str], int]:
    """Return by kind how many dates are told and how many met, what is not, and how many claims are of no date told."""
    told: Counter[str] = Counter()
    met: Counter[str] = Counter()
    missed, others = [], 0
    for row in rows():
        claims = claims_of(row, gazetteer)
        told[row["kind"]] += len(row["told"])
        for wanted in row["told"]:
            claim = next((one for one in claims if meets(wanted, one)), None)
            met[row["kind"]] += claim is not None
            if claim is None:
                missed.append(f"{row['text']}\n    {wanted}")
            else:
                claims.remove(claim)
        dates = {wanted.split()[0] for wanted in row["told"]}
        others += sum(one.when is None or one.when.edtf.rstrip("~") not in dates for one in claims)
    return told, met, missed, others


@pytest.fixture(scope="module")
def measured(gazetteer: Gazetteer) -> tuple[Counter[str], Counter[str], list[str], int]:
    return measure(gazetteer)


def test_each_date_has_its_deed(measured: tuple[Counter[str], Counter[str], list[str], int]) -> None:
    told, met, missed, others = measured
    assert met.total() / told.total() >= FLOOR, "\n".join(missed)
    assert others <= MOST_OTHERS


if __name__ == "__main__":
    told, met, missed, others = measure(load_gazetteer(ROOT / "data"))
    print("\n".join(missed))
    for kind, number in told.items():
        print(f"{kind:22} {met[kind]:3} of {number:3}")
    print(f"{met.total() / told.total():.3f} of {told.total()}; claims of other dates: {others}")
