"""Sentences end where a reader would end them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.article import Masked, Span
from timeline.language.sentence import prose_start, split_sentences

CASES = {
    "Jembatan ambruk. Warga mengungsi.": ["Jembatan ambruk.", "Warga mengungsi."],
    "Prof. Dr. Sri Wulan datang. Ia menanam pohon.": ["Prof. Dr. Sri Wulan datang.", "Ia menanam pohon."],
    "Gempa terasa pukul 02.45 WIB. Tak ada korban.": ["Gempa terasa pukul 02.45 WIB.", "Tak ada korban."],
    "Kantornya di Jl. Melati No. 5. Buka pagi.": ["Kantornya di Jl. Melati No. 5.", "Buka pagi."],
    '"Kami pulang." Ia lalu pergi.': ['"Kami pulang."', "Ia lalu pergi."],
    '"Kami pulang," kata Rini. "Besok kembali."': ['"Kami pulang," kata Rini.', '"Besok kembali."'],
    '"Benarkah?" tanya Rini.': ['"Benarkah?" tanya Rini.'],
    "Ia ragu ... Apa yang dapat dilakukan.": ["Ia ragu ... Apa yang dapat dilakukan."],
    "Ia ragu... Namun ia pergi.": ["Ia ragu...", "Namun ia pergi."],
    "Menteri A. Rahman hadir. M. Yusuf tidak.": ["Menteri A. Rahman hadir.", "M. Yusuf tidak."],
    "Presiden B.J. Sudarmo dan Siti L.P. Wati hadir. Ia pulang.": [
        "Presiden B.J. Sudarmo dan Siti L.P. Wati hadir.",
        "Ia pulang.",
    ],
    "Rapat itu di Washington, D.C. Besoknya ia pulang.": ["Rapat itu di Washington, D.C.", "Besoknya ia pulang."],
    "Saham dibeli Beras N.V. “Itu benar,” katanya.": ["Saham dibeli Beras N.V.", "“Itu benar,” katanya."],
    "Ada hepatitis B. Selain itu ada flu.": ["Ada hepatitis B.", "Selain itu ada flu."],
    "Baris satu\nBaris dua": ["Baris satu", "Baris dua"],
    "1. Kerja sama militer. 2. Kerja sama pangan.": ["1. Kerja sama militer.", "2. Kerja sama pangan."],
    "Itu terjadi pada 2011. Sejak itu sepi.": ["Itu terjadi pada 2011.", "Sejak itu sepi."],
    "Harganya Rp 10. 000 saja.": ["Harganya Rp 10. 000 saja."],
    "Tiba jam 5 a.m. waktu setempat.": ["Tiba jam 5 a.m. waktu setempat."],
    "Dijual beras, gula, dll. Pembeli ramai.": ["Dijual beras, gula, dll.", "Pembeli ramai."],
    "Sungguh! Ia menang?! Ya.": ["Sungguh!", "Ia menang?!", "Ya."],
    "“Tunggal.” Jika setuju, tanda tangan.": ["“Tunggal.”", "Jika setuju, tanda tangan."],
    "Air surut, kata Rini.Menurut dia, hujan reda.": ["Air surut, kata Rini.", "Menurut dia, hujan reda."],
    "Air surut, Senin (24/8/2015).Warga pulang.": ["Air surut, Senin (24/8/2015).", "Warga pulang."],
    'Air surut di hilir."Kami pulang," kata Rini.': ["Air surut di hilir.", '"Kami pulang," kata Rini.'],
    '"Kami pulang."Rini lalu pergi.': ['"Kami pulang."', "Rini lalu pergi."],
    "“Kami pulang.”Rini lalu pergi.": ["“Kami pulang.”", "Rini lalu pergi."],
    "Dikutip Kabardesa.Com pada Senin oleh Drs.Budi Santoso.": [
        "Dikutip Kabardesa.Com pada Senin oleh Drs.Budi Santoso."
    ],
    "Di pasar ada 1.Jeruk 2.Apel.": ["Di pasar ada 1.Jeruk 2.Apel."],
    "Irjen.Budi dan Prof.Rini, S.Pd.Guru, hadir.": ["Irjen.Budi dan Prof.Rini, S.Pd.Guru, hadir."],
    "Air surut.[2] Warga pulang.[3][4] Pasar,[5] sepi.": ["Air surut.[2]", "Warga pulang.[3][4]", "Pasar,[5] sepi."],
    "   ": [],
}


@pytest.mark.parametrize("text", CASES)
def test_sentences(text: str) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text)] == CASES[text]


def test_masked_parts_join_no_sentence() -> None:
    text = "Senin, 6 Oktober 2025 Jembatan ambruk. © 2025 Koran."
    masked = (Masked(Span(0, 21), "banner"), Masked(Span(39, len(text)), "copyright"))
    assert [text[span.start : span.end] for span in split_sentences(text, masked)] == ["Jembatan ambruk."]


@given(st.text(alphabet='aB. \n"”!?…1…)', max_size=60))
def test_sentences_are_stripped_ordered_slices_that_leave_only_blanks_out(text: str) -> None:
    spans = split_sentences(text)
    told = [text[span.start : span.end] for span in spans]
    assert all(one == one.strip() and one and "\n" not in one for one in told)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join("".join(told).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("KUPANG, Suara Desa -- Air surut.", "Air surut."),
        ("Demak (Suara Desa) - Air surut.", "Air surut."),
        ("SUARADESA.ID, Demak – Air surut.", "Air surut."),
        ("DEMAK, SABTU - Air surut.", "Air surut."),
        ("Demak, suaradesa.co.id – Air surut.", "Air surut."),
        ("SuaraDesa.com – Demak, 3 Mei 2019 – Air surut.", "Air surut."),
        ("Demak, pasar.ramai – Air surut.", "Demak, pasar.ramai – Air surut."),
        ("Demak, id – Air surut.", "Demak, id – Air surut."),
        ("Air surut - warga pulang.", "Air surut - warga pulang."),
        ("Kereta Demak - Kupang tiba.", "Kereta Demak - Kupang tiba."),
        ("Lurah itu, Siti - bukan Rini - hadir.", "Lurah itu, Siti - bukan Rini - hadir."),
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(text: str, prose: str) -> None:
    assert text[prose_start(text, Span(0, len(text))) :] == prose
