"""Parquet types of the chronology's columns; tables made of data frames and back, no missing value changing.

A missing value is None in every column, never NaN; lists come back as lists and structs as dicts.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from timeline.chronology import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS

TEXT, NUMBER, FLAG = pa.string(), pa.int64(), pa.bool_()
TEXTS = pa.list_(TEXT)
WORDS = [("id", TEXT), ("en", TEXT)]
REASONS = pa.list_(pa.struct(WORDS))
PUBLISHED = pa.struct([("edtf", TEXT), ("earliest", TEXT), ("latest", TEXT), ("basis", TEXT), ("reasons", REASONS)])
REFUSED = pa.list_(
    pa.struct([("text", TEXT), ("start", NUMBER), ("end", NUMBER), ("reason", pa.struct(WORDS))]),
)
CONFLICTS = pa.list_(
    pa.struct([("kind", TEXT), ("values", pa.list_(pa.struct([("value", TEXT), ("claims", TEXTS)])))]),
)
MERGE_REASONS = pa.list_(pa.struct([("score", pa.float64()), ("claims", TEXTS), *WORDS]))
NOTES = pa.list_(pa.struct([("by", TEXT), ("on", TEXT), *WORDS]))

# What every column that is not plain text holds; the names in REQUIRED are never missing.
KINDS: Mapping[str, pa.DataType] = {
    "published": PUBLISHED,
    "refused": REFUSED,
    "start": NUMBER,
    "end": NUMBER,
    "expression_start": NUMBER,
    "expression_end": NUMBER,
    "independent_sources": NUMBER,
    "core": FLAG,
    "context": pa.list_(pa.list_(NUMBER)),
    "reasons": REASONS,
    "label": pa.struct(WORDS),
    "conflicts": CONFLICTS,
    "merge_reasons": MERGE_REASONS,
    "notes": NOTES,
    **dict.fromkeys(("actors", "places", "aliases", "claims", "sources"), TEXTS),
}
REQUIRED = frozenset(
    ("id", "article", "quote", "start", "end", "type", "modality", "status", "core", "independent_sources", "label")
) | {name for name, kind in KINDS.items() if pa.types.is_list(kind)}


def _schema(columns: tuple[str, ...]) -> pa.Schema:
    return pa.schema([pa.field(name, KINDS.get(name, TEXT), nullable=name not in REQUIRED) for name in columns])


SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": _schema(ARTICLE_COLUMNS),
    "claims": _schema(CLAIM_COLUMNS),
    "events": _schema(EVENT_COLUMNS),
}
TEXTS_SCHEMA = pa.schema([pa.field("id", TEXT, nullable=False), pa.field("text", TEXT, nullable=False)])


def to_table(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """Return the frame's columns that `schema` names, in its order; ValueError names the column that does not fit."""
    arrays = []
    for field in schema:
        if field.name not in frame:
            raise ValueError(f"column {field.name!r} is missing")
        try:
            values = pa.array(frame[field.name].to_numpy(), field.type, from_pandas=True)  # NaN and NA are missing
        except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError) as error:
            raise ValueError(f"column {field.name!r}: {error}") from error
        if not field.nullable and values.null_count:
            missing = values.is_null().to_pylist().index(True)
            raise ValueError(f"column {field.name!r} has no value in row {missing}")
        arrays.append(values)
    return pa.Table.from_arrays(arrays, schema=schema)


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Return the table as a frame of Python values; numbers and flags that are never missing keep their type."""
    return pd.DataFrame(
        {
            field.name: pd.Series(table[field.name].to_pylist(), dtype=_dtype(field), name=field.name)
            for field in table.schema
        }
    )


def rows(frame: pd.DataFrame, table: str) -> list[dict[str, Any]]:
    """Return a row of plain values for each row of the table called `table`, its columns and keys in declared order."""
    found: list[dict[str, Any]] = to_table(frame, SCHEMAS[table]).to_pylist()
    return found


def _dtype(field: pa.Field) -> str:
    if field.nullable:
        return "object"
    return {NUMBER: "int64", FLAG: "bool"}.get(field.type, "object")
