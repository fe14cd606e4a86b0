"""An invented chronology for the app: every kind of date and status, and text that would break a careless page."""

from pathlib import Path
from typing import Any

import pandas as pd

from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, Chronology
from timeline.edtf import DateValue, Mod
from timeline.store import save_store

HOSTILE = (
    "<script>document.title='hacked'</script>",
    "<img src=x onerror=\"document.title='hacked'\">",
    "[klik](javascript:alert(1)) **tebal** :red[merah] :material/home: $x^2$",
    "\u202eterbalik\u202c 😀 %{x} {nama}",
    "P" + "anjang" * 800,
)
ACTORS = [
    {"id": "negeri-utara", "name": {"id": "Negeri Utara", "en": "Northland"}, "kind": "state", "of": None},
    {"id": "negeri-selatan", "name": {"id": "Negeri Selatan", "en": "Southland"}, "kind": "state", "of": None},
    {"id": "siti-utara", "name": {"id": "Siti Utara", "en": "Siti Utara"}, "kind": "person", "of": "negeri-utara"},
    {"id": "jahat", "name": {"id": HOSTILE[0], "en": HOSTILE[1]}, "kind": "organisation", "of": None},
]
THREE = ["berita-satu", "berita-dua", "berita-tiga"]
# edtf, mod, type, status, actors, label, sources
EVENTS: list[tuple[str | None, str | None, str, str, list[str], str, list[str]]] = [
    ("1951/1953", None, "ASSAULT", "occurred", ["negeri-selatan"], "Perang perbatasan", ["berita-satu"]),
    ("198X", None, "SANCTION", "occurred", ["negeri-selatan"], "Negeri Selatan mengurangi bantuan", ["berita-satu"]),
    ("2001", None, "CONSULT", "occurred", ["siti-utara"], "Siti Utara berkunjung", ["berita-satu", "berita-dua"]),
    ("2018-03/..", None, "AID", "occurred", ["negeri-utara"], "Bantuan beras mengalir", ["berita-dua"]),
    ("../2019", None, "COERCE", "occurred", ["negeri-utara"], "Blokade pelabuhan", ["berita-dua"]),
    ("2019-02", "END", "CONSULT", "occurred", ["siti-utara"], "Siti Utara di Kota Baru", ["berita-dua"]),
    ("2019-04-25", None, "CONSULT", "occurred", ["negeri-selatan", "siti-utara"], "Pertemuan puncak", THREE),
    ("2021-06", None, "CONSULT", "disputed", ["siti-utara"], "Pertemuan yang diragukan", ["berita-tiga"]),
    ("2022-02", None, "ACCUSE", "denied", ["negeri-selatan"], HOSTILE[2], ["berita-tiga"]),
    ("2024-06-18", None, "AGREE", "planned", ["negeri-utara", "negeri-selatan"], "Perjanjian kereta", ["berita-tiga"]),
    ("2024-06-19", None, "OTHER", "hypothetical", ["jahat"], HOSTILE[0], ["berita-jahat"]),
    ("2024-07-01", None, "OTHER", "occurred", ["jahat"], HOSTILE[4], ["berita-jahat"]),
    (None, None, "OTHER", "occurred", ["jahat"], HOSTILE[3], ["berita-jahat"]),
]  # fmt: skip
ARTICLES = [
    ("berita-satu", "Warta Utara", "Sejarah dua negeri", None),
    ("berita-dua", "Kabar Kota", "Beras dan perundingan", "https://example.org/a-b?x=1"),
    ("berita-tiga", "Kabar Kota", "Sesudah pertemuan", None),
    ("berita-jahat", HOSTILE[1], HOSTILE[0] + HOSTILE[2], "javascript:alert(1)"),
]


def sample_store(folder: Path) -> Path:
    """Write the invented chronology as a store and return its folder."""
    texts: dict[str, str] = {name: f"{title}\n\n" for name, _, title, _ in ARTICLES}
    claims: list[dict[str, Any]] = []
    events = [_event(number, claims, texts) for number in range(len(EVENTS))]
    chronology = Chronology(
        topic={"id": "contoh", "title": {"id": "Dua negeri", "en": "Two countries"}},
        build={"version": "0", "articles": len(ARTICLES), "refused": 0, "hash": "0"},
        actors=ACTORS,
        articles=_frame([_article(*row) for row in ARTICLES], ARTICLE_COLUMNS),
        claims=_frame(claims, CLAIM_COLUMNS),
        events=_frame(events, EVENT_COLUMNS),
    )
    save_store(chronology, texts, folder)
    return folder


def event_id(number: int) -> str:
    """Return the id of an event of EVENTS."""
    return f"peristiwa-{number}"


def _event(number: int, claims: list[dict[str, Any]], texts: dict[str, str]) -> dict[str, Any]:
    edtf, mod, kind, status, actors, label, sources = EVENTS[number]
    own = [_claim(number, article, texts) for article in sources]
    claims.extend(own)
    conflicts = (
        [{"kind": "place", "values": [{"value": v, "claims": [c["id"]]} for v, c in zip("AB", own, strict=False)]}]
        if len(own) > 1
        else []
    )
    return {
        **dict.fromkeys(EVENT_COLUMNS),
        **_when(edtf, mod),
        "id": event_id(number),
        "aliases": [f"lama-{number}"],
        "type": kind,
        "label": {"id": label, "en": f"{label} (en)"},
        "actors": actors,
        "places": ["Kota Baru"],
        "status": status,
        "core": {"negeri-utara", "negeri-selatan"} <= {*actors, *(["negeri-utara"] if "siti-utara" in actors else [])},
        "claims": [claim["id"] for claim in own],
        "sources": sources,
        "independent_sources": len(sources),
        "conflicts": conflicts,
        "merge_reasons": [],
        "notes": [{"by": "Redaksi", "on": "2026-11-21", "id": "Tidak terjadi.", "en": "It did not happen."}]
        if status == "disputed"
        else [],
    }


def _claim(number: int, article: str, texts: dict[str, str]) -> dict[str, Any]:
    edtf, mod, kind, status, actors, label, _ = EVENTS[number]
    expression = f"saat {number}"
    quote = f"{label[:300]} pada {expression}, menurut {article}."
    start = len(texts[article])
    texts[article] += quote + ("\n\n" if number % 2 else " ")
    first = start + quote.index(expression)
    return {
        **dict.fromkeys(CLAIM_COLUMNS),
        **_when(edtf, mod),
        "id": f"{article}-{number:08x}",
        "article": article,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "expression": expression,
        "expression_start": first,
        "expression_end": first + len(expression),
        "role": "event",
        "type": kind,
        "actors": actors,
        "places": [],
        "modality": "occurred" if status == "disputed" else status,
        "context": [],
        "reasons": [{"id": f"Alasan {number} <b>", "en": f"Reason {number} <b>"}],
    }


def _when(edtf: str | None, mod: str | None) -> dict[str, Any]:
    value = DateValue.parse(edtf, Mod(mod) if mod else None) if edtf else None
    return {
        "edtf": edtf,
        "mod": mod,
        "earliest": str(value.earliest) if value and value.earliest else None,
        "latest": str(value.latest) if value and value.latest else None,
    }


def _article(name: str, publisher: str, title: str, url: str | None) -> dict[str, Any]:
    reasons = [{"id": "Tercetak di halaman.", "en": "Printed on the page."}]
    published = {"edtf": "2024-07-02", "earliest": "2024-07-02", "latest": "2024-07-02", "basis": "byline"}
    return {
        "id": name,
        "publisher": publisher,
        "title": title,
        "author": None,
        "url": url,
        "published": {**published, "reasons": reasons},
        "refused": [],
    }


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in columns})
