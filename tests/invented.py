"""A small chronology of invented events that uses every column, with missing values and hostile text."""

import pandas as pd

from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, Chronology

REASON = {"id": "Kamis: hari Kamis sesudah artikel", "en": "Thursday: the Thursday after the article"}
TEXT = (
    'Perdana Menteri Negeri Utara tiba di Kota Baru pada Rabu (5/6/2024).\nIa dijadwalkan kembali pada 2025, "kelak".'
)
HOSTILE = '=HYPERLINK("https://example.org") <script>alert("x")</script> & https://example.org/a_b'


def published(day: str | None = "2024-06-06") -> dict[str, object]:
    """Return how an article is dated, by day or not at all."""
    basis, reasons = ("byline", [REASON]) if day else ("none", [])
    return {"edtf": day, "earliest": day, "latest": day, "basis": basis, "reasons": reasons}


def claim(number: int, start: int, end: int, expression: str | None, edtf: str | None) -> dict[str, object]:
    """Return a claim of the article `kunjungan` that quotes `TEXT` from `start` to `end`."""
    first = TEXT.index(expression) if expression else None
    day = edtf if edtf and len(edtf) == len("2024-06-05") else None
    return {
        **dict.fromkeys(CLAIM_COLUMNS),
        "id": f"kunjungan-{number:08x}",
        "article": "kunjungan",
        "quote": TEXT[start:end],
        "start": start,
        "end": end,
        "expression": expression,
        "expression_start": first,
        "expression_end": first + len(expression) if expression and first is not None else None,
        "edtf": edtf,
        "earliest": day or (f"{edtf}-01-01" if edtf else None),
        "latest": day or (f"{edtf}-12-31" if edtf else None),
        "role": "event",
        "type": "CONSULT",
        "actors": ["negeri-utara", "perdana-menteri"],
        "places": ["Kota Baru"] if number == 0 else [],
        "modality": "occurred" if number == 0 else "planned",
        "context": [[0, 5]],
        "reasons": [REASON],
    }


def event(number: int, edtf: str | None, label: str, claims: list[str], **other: object) -> dict[str, object]:
    """Return an event of the invented chronology."""
    day = edtf if edtf and len(edtf) == len("2024-06-05") else None
    return {
        **dict.fromkeys(EVENT_COLUMNS),
        "id": f"{edtf or 'tanpa-tanggal'}-{number}",
        "aliases": [],
        "edtf": edtf,
        "earliest": day or (f"{edtf}-01-01" if edtf else None),
        "latest": day or (f"{edtf}-12-31" if edtf else None),
        "type": "CONSULT",
        "label": {"id": label, "en": label},
        "actors": ["negeri-utara", "perdana-menteri"],
        "places": ["Kota Baru"],
        "status": "occurred",
        "core": True,
        "claims": claims,
        "sources": ["kunjungan"],
        "independent_sources": 1,
        "conflicts": [],
        "merge_reasons": [],
        "notes": [],
        **other,
    }


def chronology() -> Chronology:
    """Return two articles, two claims and three events, one of them undated and full of markup."""
    articles = [
        {**dict.fromkeys(ARTICLE_COLUMNS), "id": "kunjungan", "publisher": "Harian Contoh", "title": "Kunjungan"},
        {**dict.fromkeys(ARTICLE_COLUMNS), "id": "tanpa-teks", "url": "https://example.org/a?b=1&c=2"},
    ]
    articles[0] |= {"published": published(), "refused": []}
    articles[1] |= {
        "published": published(None),
        "refused": [{"text": "Senin", "start": 0, "end": 5, "reason": REASON}],
    }
    cut = TEXT.index("\n")
    claims = [claim(0, 0, cut, "Rabu (5/6/2024)", "2024-06-05"), claim(1, cut + 1, len(TEXT), "2025", "2025")]
    disagreement = {"kind": "place", "values": [{"value": "Kota Baru", "claims": [str(claims[0]["id"])]}]}
    events = [
        event(0, "2024-06-05", "Perdana Menteri tiba", [str(claims[0]["id"])], aliases=["2024-tiba"]),
        event(1, "2025", "Perdana Menteri kembali", [str(claims[1]["id"])], status="planned", core=False, places=[]),
        event(
            2,
            None,
            HOSTILE,
            [],
            status="disputed",
            conflicts=[disagreement],
            merge_reasons=[{"score": 0.5, "claims": [str(claims[0]["id"])], **REASON}],
            notes=[{"by": "sunting", "on": "2026-11-21", **REASON}],
        ),
    ]
    return Chronology(
        topic={"id": "contoh", "title": {"id": "Contoh", "en": "Example"}},
        build={"version": "0.1.0", "articles": 2, "refused": 0, "hash": "abc"},
        actors=[
            {
                "id": "negeri-utara",
                "name": {"id": "Negeri Utara", "en": "Northland"},
                "kind": "state",
                "of": None,
            },
            {
                "id": "perdana-menteri",
                "name": {"id": "Perdana Menteri", "en": "Prime Minister"},
                "kind": "person",
                "of": "negeri-utara",
            },
        ],
        articles=pd.DataFrame(articles, columns=list(ARTICLE_COLUMNS), dtype="object"),
        claims=pd.DataFrame(claims, columns=list(CLAIM_COLUMNS), dtype="object"),
        events=pd.DataFrame(events, columns=list(EVENT_COLUMNS), dtype="object"),
    )
