"""Stores of any size, shaped like real ones: dates crowd towards today, most events have one or two sources."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, Chronology
from timeline.edtf import DateValue
from timeline.store import save_store

TYPES = ("CONSULT", "CONSULT", "AGREE", "ACCUSE", "SANCTION", "AID", "ASSAULT", "MOBILIZE", "REQUEST", "OTHER")
STATES, PEOPLE = 8, 22
NEWEST = date(2025, 6, 30)
EVENTS_AN_ARTICLE = 4


def shaped_store(size: int, folder: Path, seed: int = 7) -> Path:
    """Write a store of `size` events and return its folder; the same seed gives the same store."""
    chance = random.Random(seed)
    actors = _actors()
    articles = [_article(number, chance) for number in range(max(size // EVENTS_AN_ARTICLE, 5))]
    claims: list[dict[str, Any]] = []
    events = [_event(number, actors, articles, claims, chance) for number in range(size)]
    chronology = Chronology(
        topic={"id": "bench", "title": {"id": "Kronologi ukuran besar", "en": "A chronology of some size"}},
        build={"version": "0", "articles": len(articles), "refused": 0, "hash": "0"},
        actors=actors,
        articles=_frame(articles, ARTICLE_COLUMNS),
        claims=_frame(claims, CLAIM_COLUMNS),
        events=_frame(events, EVENT_COLUMNS),
    )
    save_store(chronology, {}, folder)
    return folder


def _actors() -> list[dict[str, Any]]:
    states = [(f"negeri-{n}", f"Negeri {n}", "state", None) for n in range(STATES)]
    people = [(f"tokoh-{n}", f"Tokoh Nomor {n}", "person", f"negeri-{n % STATES}") for n in range(PEOPLE)]
    return [{"id": i, "name": {"id": n, "en": n}, "kind": k, "of": of} for i, n, k, of in (*states, *people)]


def _article(number: int, chance: random.Random) -> dict[str, Any]:
    day = (NEWEST - timedelta(days=int(chance.random() ** 2 * 4000))).isoformat()
    published = {"edtf": day, "earliest": day, "latest": day, "basis": "byline", "reasons": []}
    return {
        "id": f"artikel-{number:06d}",
        "publisher": f"Harian {number % 17}",
        "title": f"Berita nomor {number}",
        "author": None,
        "url": None,
        "published": published,
        "refused": [],
    }


def _date(chance: random.Random) -> str:
    day = NEWEST - timedelta(days=int(chance.random() ** 3 * 27_000))
    fine = chance.random()
    if fine < 0.6:
        return day.isoformat()
    if fine < 0.75:
        return f"{day:%Y-%m}"
    if fine < 0.88:
        return f"{day:%Y}"
    if fine < 0.94:
        return f"{day.isoformat()}/{(day + timedelta(days=int(chance.random() * 400))).isoformat()}"
    return f"{day:%Y-%m}/.."


def _event(
    number: int,
    actors: list[dict[str, Any]],
    articles: list[dict[str, Any]],
    claims: list[dict[str, Any]],
    chance: random.Random,
) -> dict[str, Any]:
    edtf, kind = _date(chance), chance.choice(TYPES)
    value = DateValue.parse(edtf)
    dated = {
        "edtf": edtf,
        "earliest": str(value.earliest) if value.earliest else None,
        "latest": str(value.latest) if value.latest else None,
    }
    who = sorted({actor["id"] for actor in chance.sample(actors, chance.choice((1, 2, 2, 3)))})
    sources = sorted({article["id"] for article in chance.sample(articles, chance.choice((1, 1, 1, 2, 2, 3)))})
    label = f"{who[0].replace('-', ' ').title()} bertemu {who[-1].replace('-', ' ').title()} di Kota {number % 90}"
    told = {**dated, "type": kind, "actors": who}
    own = [
        _claim(f"{source}-{number:08x}", source, f"{label}, kata juru bicaranya pada {edtf}", told)
        for source in sources
    ]
    claims.extend(own)
    return {
        **dict.fromkeys(EVENT_COLUMNS),
        **told,
        "id": f"{edtf.replace('/', '-')}-{number}",
        "aliases": [],
        "label": {"id": label, "en": label},
        "places": [f"Kota {number % 90}"],
        "status": "planned" if chance.random() < 0.06 else "occurred",
        "core": chance.random() < 0.3,
        "claims": [claim["id"] for claim in own],
        "sources": sources,
        "independent_sources": len(sources),
        "conflicts": [],
        "merge_reasons": [],
        "notes": [],
    }


def _claim(own_id: str, source: str, words: str, told: dict[str, Any]) -> dict[str, Any]:
    return {
        **dict.fromkeys(CLAIM_COLUMNS),
        **told,
        "id": own_id,
        "article": source,
        "quote": f"{words} menurut laporan {source}.",
        "start": 0,
        "end": 10,
        "role": "event",
        "places": [],
        "modality": "occurred",
        "context": [],
        "reasons": [],
    }


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in columns})
