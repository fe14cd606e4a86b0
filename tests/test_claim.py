"""What one article claims, by the table `tables/claims.toml`; and what holds of the claims of any article."""

import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.steps import steps_of
from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.claims.extraction import LONGEST_SENTENCE
from timeline.events.label import event_label
from timeline.names.actor import Gazetteer
from timeline.publication.page import read_page

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "claims.toml").read_text(encoding="utf-8"))["told"]


def claims(
    text: str, gazetteer: Gazetteer, published: str = "2023-07-10", headline: str | None = None
) -> tuple[Claim, ...]:
    below = f"{headline}\n\n{text}" if headline else text
    page = read_page("a", below, title=headline or "Tanpa judul", published=published or None)
    return read_article(page, gazetteer).claims


def shown(claim: Claim, field: str, gazetteer: Gazetteer) -> object:
    if field in ("label", "english"):
        return event_label(claim, claim.actors, claim.places, gazetteer)["id" if field == "label" else "en"]
    if field == "when":
        return claim.when.edtf if claim.when else ""
    told = getattr(claim, field)
    return list(told) if isinstance(told, tuple) else "" if told is None else told


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.get("headline", row["text"]))
def test_an_article_claims_what_its_row_tells(row: dict[str, Any], gazetteer: Gazetteer) -> None:
    wanted, page = row["claims"], {key: value for key, value in row.items() if key != "claims"}
    found = claims(gazetteer=gazetteer, **page)
    told = [
        {field: shown(claim, field, gazetteer) for field in fields} for claim, fields in zip(found, wanted, strict=True)
    ]
    assert told == wanted
    assert len({claim.id for claim in found}) == len(found)


def test_a_sentence_that_names_nobody_takes_the_people_of_the_one_before(gazetteer: Gazetteer) -> None:
    text = "Prancis memberikan bantuan pangan kepada Ukraina. Satu pengiriman bantuan tiba pada Maret 2023."
    (claim,) = claims(text, gazetteer)
    assert claim.actors == ("prancis", "ukraina")
    assert [text[span.start : span.end] for span in claim.context] == [
        "Prancis memberikan bantuan pangan kepada Ukraina."
    ]
    assert any("kalimat sebelumnya" in reason.text("id") for reason in claim.reasons)


def test_ids_change_with_the_words_and_not_with_the_place(gazetteer: Gazetteer) -> None:
    sentence = "Emmanuel Macron bertemu Olaf Scholz pada Kamis (6/7/2023)."
    (alone,), (later,) = claims(sentence, gazetteer), claims(f"Hujan turun.\n\n{sentence}", gazetteer)
    assert alone.id == later.id
    assert alone.span != later.span


def test_a_page_without_full_stops_is_nothing_to_quote(gazetteer: Gazetteer) -> None:
    unit = "Emmanuel Macron bertemu Olaf Scholz, Kamis (6/7/2023) "
    assert claims(unit, gazetteer)
    assert claims(unit * (LONGEST_SENTENCE // len(unit) + 1), gazetteer) == ()


def test_what_claims_of_a_list_rest_on_is_found_in_steps_that_grow_with_the_list(gazetteer: Gazetteer) -> None:
    unit = "1990\nPrancis membantu Oman pada 12 Mei.\n\n"
    few, many = (
        steps_of(partial(read_article, read_page("a", "Kronologi.\n\n" + unit * number, title="Judul"), gazetteer))
        for number in (200, 800)
    )
    assert many < 5 * few
