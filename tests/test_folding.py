"""Folding keeps every offset, and one sign stands for all of a kind."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates.folding import fold, is_letter
from timeline.union import any_word, union


@given(st.text())
@example("\ud800 5 Mei")  # half of a pair of surrogates
@example("Jum’at — 5\u00a0Mei\u202f2019, 日本 ½ © 😀")
def test_each_code_point_is_one_byte(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("5\u00a0Mei\t2019", b"5 Mei 2019"),
        ("3–5 — 7", b"3-5 - 7"),
        ("Jum’at, Jum`at", b"Jum'at, Jum'at"),
        ("satu\n\ndua", b"satu\n\rdua"),
    ],
)
def test_one_sign_stands_for_all_of_a_kind(text: str, folded: bytes) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("sign", "letter"), [("é", True), ("ł", True), ("日", True), ("°", False), ("😀", False), ("e", False)]
)
def test_letters_beyond_ascii_stay_letters(sign: str, letter: bool) -> None:
    assert is_letter(fold(sign)[0]) is letter


def test_what_patterns_share_is_written_once() -> None:
    assert union(["a(?:x|y)c", "abd", "b"]) == "(?:a(?:(?:x|y)c|bd)|b)"
    assert any_word(["mei", "mei depan", "juni"]) == "(?:mei(?: depan|)|juni)"  # the longer one is tried first
