"""The bundled chronology: the core events with their dates and quotes, the same from excerpts and from full texts."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from timeline.article import Article
from timeline.chronology import Chronology
from timeline.claims.account import read_article
from timeline.excerpt import quoted_share, write_excerpt
from timeline.names.actor import Gazetteer
from timeline.pipeline import build_chronology
from timeline.reader import read_articles

ROOT = Path(__file__).parent.parent
TOPIC = ROOT / "data" / "topics" / "rusia-korut.toml"
EXCERPTS = ROOT / "data" / "articles"
FULL = ROOT.parent / "shared" / "seeds"
EXPECTED = tomllib.loads((ROOT / "tests" / "tables" / "seeds.toml").read_text(encoding="utf-8"))
MOST_QUOTED = 0.45

full_texts = pytest.mark.skipif(not FULL.exists(), reason="the full articles are not shipped")


@pytest.fixture(scope="module")
def bundled() -> Chronology:
    chronology, refused = build_chronology([EXCERPTS], topic=TOPIC)
    assert refused == ()
    return chronology


def event_of(chronology: Chronology, expected: dict[str, object]) -> pd.Series:
    claims = chronology.claims
    told = claims[claims["quote"].str.contains(str(expected["quote"]), regex=False)]
    if "expression" in expected:
        told = told[told["expression"].str.contains(str(expected["expression"]), regex=False, na=False)]
    assert len(told), expected["quote"]
    found = [row for _, row in chronology.events.iterrows() if set(told["id"]) & set(row["claims"])]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("expected", EXPECTED["event"], ids=lambda one: f"{one['edtf']} {one['quote'][:30]}")
def test_a_core_event_is_told(bundled: Chronology, expected: dict[str, object]) -> None:
    event = event_of(bundled, expected)
    assert {key: event[key] for key in ("edtf", "type", "status", "core")} == {
        key: expected[key] for key in ("edtf", "type", "status", "core")
    }
    assert set(expected["actors"]) <= set(event["actors"])


def test_nothing_else_is_taken_for_a_date(bundled: Chronology) -> None:
    told = bundled.claims["expression"].dropna()
    assert not [text for text in told for word in EXPECTED["no_date"]["words"] if word in text]
    assert all("1940" <= day[:4] <= "2025" for day in bundled.events["earliest"].dropna())


def test_every_quote_holds_its_expression(bundled: Chronology) -> None:
    for claim in bundled.claims.itertuples():
        assert claim.expression is None or claim.expression in claim.quote
        assert len(claim.quote.split()) >= 4


def told(chronology: Chronology) -> tuple[list[object], ...]:
    """Return what must not differ between an excerpt and its article: all but offsets."""
    events = chronology.events[
        ["id", "aliases", "edtf", "mod", "earliest", "latest", "type", "actors", "places", "status"]
    ]
    claims = chronology.claims[
        ["id", "quote", "edtf", "earliest", "latest", "modality", "type", "actors", "attributed_to"]
    ]
    published = [(row.id, row.published["edtf"], row.published["basis"]) for row in chronology.articles.itertuples()]
    return events.values.tolist(), claims.values.tolist(), published


@full_texts
def test_excerpts_say_what_the_full_articles_say(bundled: Chronology) -> None:
    chronology, refused = build_chronology([FULL], topic=TOPIC)
    assert refused == ()
    assert told(chronology) == told(bundled)


@full_texts
def test_the_bundled_excerpts_are_what_excerpt_writes(gazetteer: Gazetteer) -> None:
    for article in read_articles([FULL]):
        assert isinstance(article, Article)
        reading = read_article(article, gazetteer)
        written = write_excerpt(article, reading)
        kept = (EXCERPTS / f"{article.id}.md").read_text(encoding="utf-8")
        assert written.split("+++\n", 2)[2] == kept.split("+++\n", 2)[2]
        assert quoted_share(article, reading) < MOST_QUOTED
