"""Counts with their nouns, and what is none; and which sources are copies."""

from decimal import Decimal

import pytest

from timeline.events.quantity import quantities
from timeline.ruletable import rule_table

TABLE = rule_table("quantity.toml")


@pytest.mark.parametrize("example", TABLE["examples"], ids=lambda example: example["text"])
def test_what_is_counted(example: dict[str, object]) -> None:
    assert quantities(str(example["text"])) == {noun: Decimal(count) for noun, count in example["counts"].items()}


@pytest.mark.parametrize(
    "text", [*TABLE["rejects"], "Harga US$25 juta.", "Rabu (5/6/2024) pukul 13.00 WIB", "3.5 versi"]
)
def test_what_is_not(text: str) -> None:
    assert quantities(text) == {}
