"""Text broken at a width is read as the text it was; other text is left as it is."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.publication.wrapping import part_senders, unquote, unwrap

PARAGRAPHS = [
    "Bupati menemui petani di Demak",
    "Siti Lestari",
    "Warga Desa Sukamaju memperbaiki jembatan bambu pada Rabu (8/5) bersama-sama sejak pagi hingga petang, kata lurah.",
    "Ia tiba di balai desa pada Kamis.",
    "Pemimpin desa itu dijadwalkan menemui bupati pada Senin (13/5/2019) untuk membahas pembangunan jembatan baru.",
    "Jembatan lama dibangun pada 1999 dan rusak akibat banjir yang melanda kawasan itu pada awal Februari 2019. "
    "Warga lalu memakai perahu untuk menyeberang, dan anak-anak berangkat ke sekolah lebih pagi daripada biasanya, "
    "sehingga lurah meminta bantuan kepada bupati dan gubernur sebelum musim panen tiba pada bulan berikutnya.",
]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_paragraphs_broken_at_a_width_are_joined(width: int) -> None:
    broken = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS)
    assert unwrap(broken).split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_so_are_paragraphs_without_a_blank_line_between_them(width: int) -> None:
    broken = "\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS)
    assert all(paragraph in unwrap(broken) for paragraph in PARAGRAPHS)


def test_what_was_not_broken_is_left_as_it_is() -> None:
    page = "\n\n".join(PARAGRAPHS) + "\n  Baca juga\nbanjir di Demak\n"
    assert unwrap(page) == page


@given(st.text(alphabet="ab. \n-", max_size=400))
def test_nothing_but_breaks_and_blanks_changes(text: str) -> None:
    assert unwrap(text).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_marks_of_quotation_are_taken_off_where_several_lines_have_them() -> None:
    assert unquote("Tolong dibaca.\n\n> Judul\n>\n>> Isi.") == "Tolong dibaca.\n\nJudul\n\nIsi."
    assert unquote("Isi.\n>> Baca juga: Judul\n> Lain") == "Isi.\n>> Baca juga: Judul\n> Lain"


@pytest.mark.parametrize(
    "sender", ["[20.15, 3/5/2019] Siti Lestari:", "[03.05.19 20:15:33] +62 812-3456-7890:", "3/5/19 20.15 - Siti:"]
)
def test_who_sent_a_message_stands_on_a_line_of_their_own(sender: str) -> None:
    assert part_senders(f"Halo\n{sender} {PARAGRAPHS[0]}") == f"Halo\n{sender}\n{PARAGRAPHS[0]}"
    assert part_senders(PARAGRAPHS[2]) == PARAGRAPHS[2]
