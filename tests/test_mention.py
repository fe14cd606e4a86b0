"""Who is named where: every row of the table is run, and what must hold for any text is tried on many."""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from steps import steps_of

from timeline.article import Span, nfc
from timeline.errors import RuleError
from timeline.language.sentence import split_sentences
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer
from timeline.names.mention import Mention, Mentions, compiled_names, compiled_speller, explain, find_names, mentions_of
from timeline.names.name import Form, Names, fold
from timeline.names.sense import NameReader
from timeline.names.wording import Wording, fill_slots, load_wording, make_wording, mention_words
from timeline.ruletable import rule_table

ROWS = rule_table("mention.toml")
SLOTS = {row["name"]: tuple(row["words"]) for row in ROWS["slot"]}
SECTIONS = ("words", "office", "cue", "anaphor")
GAZETTEER = load_gazetteer(Path(__file__).parent.parent / "data")
SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"

# An article of our own: full names, bare surnames, pronouns, gaps and traps, one paragraph of each.
ARTICLE = """Presiden Mongolia menjamu tamu dari utara

Presiden Rusia Vladimir Putin tiba di Ulaanbaatar pada Selasa. Dia disambut pasukan kehormatan.
Cuaca hari itu cerah. Pemimpin Korea Utara Kim Jong-un menyusul, dan keduanya bersulang.
Pertemuan itu berlangsung dua jam. Kim mengundang Putin ke Pyongyang.
Rusia dan Korea Utara bertetangga. Menurut pengamat, kedua negara saling membutuhkan.
Para pemimpin kedua negara akan bertemu lagi. Seorang warga Mongolia menonton dari jauh.
Ayahnya, mendiang Kim Jong-il, pernah mengunjungi negara itu. Kim tidak menyebutnya.
Putin mengenang kunjungan terakhirnya ke Moskow. Ia tersenyum.
"""


def find_mentions(text: str, sentences: tuple[Span, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return every mention of a text in order."""
    mentions = Mentions(text, sentences, find_names(text, gazetteer), gazetteer)
    return tuple(one for number in range(len(sentences)) for one in mentions[number])


def finds(text: str, wording: Wording | None = None) -> list[str]:
    """Return the mentions of a text as the table writes them."""
    if wording is None:
        return [f"{one.as_}:{one.id}" for one in find_mentions(text, split_sentences(text), GAZETTEER)]
    sentences, misprinted = split_sentences(text), compiled_speller(GAZETTEER).find
    names = names_of(wording).scan(text)
    with reading_by(wording):
        reader = NameReader(text, sentences, GAZETTEER, names=names, misprinted=misprinted)
        found = [one for number in range(len(sentences)) for one in reader.read(number)]
    mentions = [mention for one in found for mention in mentions_of(one)]
    return [f"{one.as_}:{one.id}" for one in sorted(mentions, key=lambda one: (one.span, one.as_, one.id))]


def names_of(wording: Wording) -> Names:
    """Return the automaton for a changed table; only other anaphors make it another one."""
    if wording.anaphors == load_wording().anaphors:
        return compiled_names(GAZETTEER)
    with reading_by(wording):
        return compiled_names.__wrapped__(GAZETTEER)


@contextmanager
def reading_by(wording: Wording) -> Iterator[None]:
    """Let a changed table stand for the one of the rules."""
    try:
        with patch("timeline.names.wording.load_wording", lambda: wording):
            mention_words.cache_clear()
            yield
    finally:
        mention_words.cache_clear()


def cases(row: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence of a row with what is to be found: its carrier with every word, examples, rejects."""
    for word in row.get("forms") or row["words"]:
        for form in fill_slots(word, SLOTS) if "carrier" in row else ():
            yield row["carrier"].format(word=form, Word=form[:1].upper() + form[1:]), row["finds"]
    for kind in ("examples", "rejects"):
        for one in row.get(kind, ()):
            yield one["text"], one["finds"]


def rows() -> Iterator[tuple[str, Mapping[str, object]]]:
    for section in SECTIONS:
        for row in ROWS[section]:
            yield section, row


def title(value: object) -> str:
    return str(value.get("name") or value.get("role")) if isinstance(value, Mapping) else str(value)


@pytest.mark.parametrize(("section", "row"), list(rows()), ids=title)
def test_every_row_finds_what_it_says(section, row):
    for text, wanted in cases(row):
        assert finds(text) == wanted, f"{section} {title(row)}: {text}"


@pytest.mark.parametrize(("section", "row"), [(s, r) for s, r in rows() if s != "words"], ids=title)
def test_every_rule_has_examples_and_rejects(section, row):
    assert row["examples"], section
    assert row["rejects"], section


@pytest.mark.parametrize(("section", "row"), list(rows()), ids=title)
def test_without_its_row_an_example_fails(section, row):
    """A row that could be left out without a test failing would not be tested."""
    changed = {**ROWS, section: [other for other in ROWS[section] if other is not row]}
    if section == "words":
        changed[section] = [*changed[section], {**row, "words": []}]
    wording = make_wording(changed)
    assert any(finds(text, wording) != wanted for text, wanted in cases(row))


WORDS_OF_ROWS = [(s, r, word) for s, r in rows() if s != "anaphor" and "carrier" in r for word in r["words"]]


@pytest.mark.parametrize(("section", "row", "word"), WORDS_OF_ROWS, ids=title)
def test_every_word_of_a_list_is_needed(section, row, word):
    """Without the word its own sentence, or an example of its row, is read otherwise."""
    less = {**row, "words": [other for other in row["words"] if other != word]}
    wording = make_wording({**ROWS, section: [less if other is row else other for other in ROWS[section]]})
    own = {**row, "words": [word]}
    assert any(finds(text, wording) != wanted for text, wanted in cases(own))


def written_forms(kind: str) -> list[tuple[str, str]]:
    actors = [actor for actor in GAZETTEER.actors.values() if actor.kind == kind]
    return [(written, actor.id) for actor in actors for written in (actor.name[0][1], *actor.aliases)]


@pytest.mark.parametrize("kind", ["person", "state", "organisation"])
def test_every_written_form_names_its_actor(kind):
    for written, actor_id in written_forms(kind):
        for printed in (written, written.upper()):
            text = f"Menurut kabar itu {printed} setuju."
            found = find_mentions(text, (Span(0, len(text)),), GAZETTEER)
            assert [(one.as_, one.id) for one in found] == [("actor", actor_id)], printed


@pytest.mark.parametrize(
    ("printed", "person"),
    [
        ("Sergej Lavrov", "sergey-lavrov"),
        ("Lawrow", "sergey-lavrov"),
        ("Wladimir Putin", "vladimir-putin"),
        ("Dimitri Medvedev", "dmitry-medvedev"),
        ("Aleksandr Novak", "alexander-novak"),
        ("Andrey Belousov", "andrei-belousov"),
        ("Volodymir Zelenskiy", "volodymyr-zelensky"),
        ("Zelenskyy", "volodymyr-zelensky"),
        ("Choi Son Hui", "choe-son-hui"),
        ("Choe Son-hee", "choe-son-hui"),
        ("Park Pong Ju", "pak-pong-ju"),
        ("Yoon Suk Yeol", "yoon-suk-yeol"),
        ("Yoon Seok-yeol", "yoon-suk-yeol"),
        ("Muhammad bin Salman", "mohammed-bin-salman"),
        ("Abdul Fatah al - Sisi", "abdel-fattah-el-sisi"),
    ],
)
def test_one_person_is_spelt_in_many_ways(printed, person):
    assert finds(f"Menurut kabar itu {printed} setuju.") == [f"actor:{person}"]


@pytest.mark.parametrize(
    ("printed", "place"),
    [("Wladiwostok", "Vladivostok"), ("Kiev", "Kyiv"), ("Moskwa", "Moskow"), ("Moscow", "Moskow"), ("Odessa", "Odesa")],
)
def test_one_place_is_spelt_in_many_ways(printed, place):
    assert finds(f"Acara itu digelar di {printed} kemarin.") == [f"place:{place}"]


def test_media_are_sources_and_never_actors():
    for written, _ in written_forms("medium"):
        assert finds(f"Hal itu dilaporkan {written} kemarin.") == [], written


def test_every_written_form_of_a_place_names_it():
    for place in GAZETTEER.places.values():
        for written in (place.name, *place.aliases):
            assert f"place:{place.name}" in finds(f"Acara itu digelar di {written} kemarin."), written


@pytest.mark.parametrize(
    "printed",
    [
        "Kim Jong-un",
        "Kim Jong Un",
        "Kim-Jong-un",
        "Kim Jong‑un",
        "Kim Jong - un",
        "KIM JONG UN",
        "Jong-un",
        "Kim\u00a0Jong-un",
    ],
)
def test_hyphens_blanks_and_capitals_vary(printed):
    assert finds(f"Pemimpin itu, {printed}, hadir.") == ["actor:kim-jong-un"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kim Jong-il dan Kim Il-sung dikenang.", ["actor:kim-jong-il", "actor:kim-il-sung"]),
        ("Parade digelar di Lapangan Kim Il Sung.", ["place:Lapangan Kim Il-sung"]),
        ("Ia lulusan Universitas Kim Il Sung.", ["place:Universitas Kim Il-sung"]),
        ("Kim hadir. Semua orang bertepuk tangan.", []),
        ("Kim tiba di stasiun. Kim Jong-un lalu berpidato.", ["actor:kim-jong-un", "actor:kim-jong-un"]),
        ("Kim Jong-un hadir. Kim Kyong-hui tidak.", ["actor:kim-jong-un"]),
        ("Lee Jae-myung hadir. Lee Jai-chun juga. Lee berpidato.", ["actor:lee-jae-myung"]),
        ("Kim Jong-un hadir. Pejabat bernama Kim Jong Gyu tidak.", ["actor:kim-jong-un"]),
        ("Kim Jong Un hadir. Pejabat bernama Kim Jong Gyu tidak.", ["actor:kim-jong-un"]),
        ("Kim Jong-un hadir. Kapal itu menunggu Kim Rabu (24/4).", ["actor:kim-jong-un", "actor:kim-jong-un"]),
        ("Kim Jong-un hadir. Kapal itu menunggu Kim Februari lalu.", ["actor:kim-jong-un", "actor:kim-jong-un"]),
        ("Baku Hantam di Baku.", ["place:Baku"]),
        (
            "Uni Soviet mengangkat kakek Kim Kim Il-sung. Kim Jong-un hadir.",
            ["actor:uni-soviet", "actor:kim-il-sung", "actor:kim-jong-un"],
        ),
        (
            "Kim Jong-un hadir. Sahabat Kim, Kim Yo-jong, tiba. Kim tersenyum.",
            ["actor:kim-jong-un", "actor:kim-jong-un", "actor:kim-yo-jong", "actor:kim-jong-un"],
        ),
        (
            "Kim Jong-un hadir. Kim Yo-jong mendampingi Kim.",
            ["actor:kim-jong-un", "actor:kim-yo-jong", "actor:kim-jong-un"],
        ),
        (
            "Kim Yo-jong, adik Kim, hadir. Kim Jong-un tidak.",
            ["actor:kim-yo-jong", "actor:kim-jong-un"],
        ),
        ("Menlu Iran Abbas Rahimi hadir. Mahmoud Abbas tidak.", ["actor:abbas-rahimi", "actor:mahmoud-abbas"]),
        ("Kedua Korea sepakat.", ["actor:korea-selatan", "actor:korea-utara"]),
        ("Warga Korea Utara dan Selatan bertemu. Kedua negara sepakat.", ["actor:korea-selatan", "actor:korea-utara"]),
        ("Ketegangan di Semenanjung Korea mereda.", ["place:Semenanjung Korea"]),
        ("Sejak Perang Korea banyak yang berubah.", []),
        ("Kapal itu berlayar di Laut China Selatan.", ["place:Laut China Selatan"]),
        ("Perasaan antar-Korea menghangat, juga kelompok pro-Rusia.", []),
        ("Bintang Nishan-e-Pakistan disematkan kepada gubernur itu.", []),
        ("ASEAN dan ASN bukan AS.", ["actor:asean", "actor:amerika-serikat"]),
        ("as roda itu patah di rusia-rusia kecil.", []),
        ("Situs AS.com memuat kabar itu.", []),
        ("éRusia dan Rusiaé bukan nama.", []),
        ("MOSKOW, KOMPAS.com - Presiden Putin hadir.", ["actor:vladimir-putin"]),
        ("Jakarta, CNN Indonesia -- Presiden Putin hadir.", ["actor:vladimir-putin"]),
        ("Sidang di Gedung Parlemen, London, ditunda.", ["place:London"]),
        ("Bagaimanapun, London menolak.", ["actor:inggris"]),
        ("Ia berada di Kuala Lumpur, Malaysia, untuk berobat.", ["place:Kuala Lumpur", "place:Malaysia"]),
        ("Di Pyongyang, Korea Utara menggelar parade.", ["place:Pyongyang", "actor:korea-utara"]),
        ("Balapan digelar di sirkuit Losail, Qatar.", ["place:Qatar"]),
        ("Hal itu ditolak Iran, Rusia, dan China.", ["actor:iran", "actor:rusia", "actor:china"]),
        (
            "Wisatawan datang dari Iran, Rusia, China dan Oman.",
            ["place:Iran", "place:Rusia", "place:China", "place:Oman"],
        ),
        ("Rapat digelar di Iran, Rusia, dan China.", ["place:Iran", "place:Rusia", "place:China"]),
        ("Rapat digelar di Oman, dan China menolak.", ["place:Oman", "actor:china"]),
        ("Pada Kamis, Rusia, bukan China, menolak.", ["actor:rusia", "actor:china"]),
        ("Presiden Amerika Serikat (AS) Donald Trump hadir.", ["actor:donald-trump"]),
        ("Badan Intelijen Nasional (NIS) Korea Selatan menolak.", ["actor:nis"]),
        ("Sidang Majelis Umum Perserikatan Bangsa-Bangsa (PBB) ditunda.", ["actor:majelis-umum-pbb"]),
        ("Putra Mahkota Arab Saudi Pangeran Mohammed bin Salman hadir.", ["actor:mohammed-bin-salman"]),
        ("Raja Salman hadir. Raja Yordania pulang.", ["actor:salman-bin-abdulaziz", "actor:yordania"]),
        (
            "Perserikatan Bangsa-Bangsa (PBB) dan Joko Widodo (Jokowi) setuju.",
            ["actor:perserikatan-bangsa-bangsa", "actor:joko-widodo"],
        ),
        (
            "Kremlin membantah, dan Putin bekerja di Kremlin.",
            ["actor:kremlin", "actor:vladimir-putin", "place:Kremlin"],
        ),
        ("Presiden Vietnam hadir.", ["actor:vietnam"]),
        ("Bank sentral menaikkan kurs dolar AS.", []),
        ("Sekretaris Dewan Keamanan Rusia Sergei Shoigu hadir.", ["actor:sergei-shoigu"]),
        (
            "Duta Besar Rusia untuk Korea Utara Alexander Matsegora hadir.",
            ["actor:alexander-matsegora"],
        ),
        ("Kata kantor berita China Xinhua, mantan Presiden AS, Barack Obama, hadir.", ["actor:barack-obama"]),
    ],
)
def test_names_and_what_only_looks_like_them(text, wanted):
    assert finds(text) == wanted


@pytest.mark.parametrize(
    ("text", "place", "spelt"),
    [
        ("Kim Jong-un mengunjungi Kosmodrom Vostochy.", "Kosmodrom Vostochny", "Kosmodrom Vostochy"),
        ("Acara itu digelar di Vladivostk.", "Vladivostok", "Vladivostk"),
        ("Rombongan terbang ke San Fransisco.", "San Francisco", "San Fransisco"),
    ],
)
def test_a_misprinted_place_is_matched_and_marked(text, place, spelt):
    found = [one for one in find_mentions(text, split_sentences(text), GAZETTEER) if one.as_ == "place"]
    assert [(one.id, one.spelt) for one in found] == [(place, spelt)]
    assert text[found[0].span.start : found[0].span.end] == spelt


@pytest.mark.parametrize("word", ["Berlian", "Rangon", "Espanyol", "Komisi", "Melanie", "Samedan", "Belsize"])
def test_other_words_are_no_misprints(word):
    assert finds(f"Acara itu digelar di {word} kemarin.") == []


def test_a_post_without_a_name_keeps_its_role():
    (found,) = find_mentions("Presiden Vietnam hadir.", (Span(0, 23),), GAZETTEER)
    assert (found.id, found.role) == ("vietnam", "president")


def test_a_state_before_its_body_in_brackets_only_tells_whose_it_is():
    text = "Badan intelijen Korea Selatan (NIS) hadir."
    assert [one.id for one in find_mentions(text, (Span(0, len(text)),), GAZETTEER) if one.as_ == "actor"] == ["nis"]


def test_what_a_reading_rests_on_lies_outside_its_sentence():
    sentences = split_sentences(ARTICLE)
    for one in find_mentions(ARTICLE, sentences, GAZETTEER):
        own = next(sentence for sentence in sentences if sentence.covers(one.span))
        assert not any(own.overlaps(span) for span in one.rests_on)


def excerpt(text: str, sentences: tuple[Span, ...], kept: list[Span]) -> tuple[str, Span]:
    """Return the kept sentences as an excerpt prints them, and where the first of `kept` stands in it."""
    lines, start, gap = [], 0, False
    for sentence in sentences:
        if sentence in kept:
            if sentence == kept[0]:
                start = sum(len(line) + 1 for line in lines)
            lines.append(text[sentence.start : sentence.end].replace("\n", " "))
            gap = False
        elif not gap:
            lines.append("[…]")
            gap = True
    return "\n".join(lines), Span(start, start + kept[0].end - kept[0].start)


def told(text: str, within: Span, gazetteer: Gazetteer) -> list[tuple[int, int, str, str, str | None]]:
    """Return the mentions of one sentence, counted from its start."""
    found = find_mentions(text, split_sentences(text), gazetteer)
    return [
        (one.span.start - within.start, one.span.end - within.start, one.as_, one.id, one.spelt)
        for one in found
        if within.covers(one.span)
    ]


def assert_excerpts_say_the_same(text: str) -> None:
    sentences = split_sentences(text)
    mentions = find_mentions(text, sentences, GAZETTEER)
    for sentence in sentences:
        needed = [span for one in mentions if sentence.covers(one.span) for span in one.rests_on]
        kept = [sentence, *(other for other in sentences if any(other.covers(span) for span in needed))]
        short, where = excerpt(text, sentences, kept)
        assert told(short, where, GAZETTEER) == told(text, sentence, GAZETTEER), short


def test_a_sentence_and_what_it_rests_on_say_the_same_alone():
    assert_excerpts_say_the_same(ARTICLE)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the full texts of the seeds lie beside the repository")
def test_excerpts_of_the_seeds_say_the_same():
    for path in sorted(SEEDS.glob("*.txt")):
        assert_excerpts_say_the_same(nfc(path.read_text(encoding="utf-8")))


WORDS = [word for row in ROWS["words"] for word in row["words"]] + [
    "Putin", "Kim", "Kim Jong-un", "Rusia", "Korea Utara", "Pyongyang", "dia", "Keduanya", "kedua negara", "negara itu",
    "Orbán", "São", "é", ".", ". ", "\n", "“", "”", ",", "[…]", "Vostochy", "pertemuan itu",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_mentions_are_exact_ordered_and_apart(text):
    text = nfc(text)
    sentences = split_sentences(text)
    mentions = Mentions(text, sentences, find_names(text, GAZETTEER), GAZETTEER)
    found = [one for number in range(len(sentences)) for one in mentions[number]]
    assert list(found) == sorted(found, key=lambda one: (one.span, one.as_, one.id))
    for one, other in pairwise(found):
        assert one.span == other.span or not one.span.overlaps(other.span)
        assert (one.span, one.as_, one.id) != (other.span, other.as_, other.id)
    for one in found:
        assert any(sentence.covers(one.span) for sentence in sentences)
        assert one.id in (mentions.gazetteer.actors if one.as_ == "actor" else GAZETTEER.places)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example(ARTICLE)
@example("Donald Trump hadir.\nPresiden Amerika Serikat itu berpidato.")
def test_a_sentence_reads_the_same_whichever_is_asked_for_first(text):
    text = nfc(text)
    sentences, names = split_sentences(text), find_names(text, GAZETTEER)
    asked_alone = [Mentions(text, sentences, names, GAZETTEER)[number] for number in range(len(sentences))]
    assert [one for found in asked_alone for one in found] == list(find_mentions(text, sentences, GAZETTEER))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_nfc_and_nfd_read_the_same(text):
    composed, decomposed = nfc(text), nfc(unicodedata.normalize("NFD", text))
    assert find_mentions(composed, split_sentences(composed), GAZETTEER) == find_mentions(
        decomposed, split_sentences(decomposed), GAZETTEER
    )


@pytest.mark.parametrize(
    "piece",
    [
        "Kim ",
        "dia ",
        "Rusia dan ",
        "di A",
        "-",
        "kedua negara. ",
        "presiden AS ",
        "Kim dan ",
        "Kim Jong-un dan Kim hadir, ",
        "Kim Abcdef dan Kim, ",
        "di Vladivostk ",
        "keduanya ",
    ],
)
def test_hostile_repetition_is_read_in_linear_time(piece):
    """Four times the text takes about four times as many steps; sixteen times would be quadratic."""
    once, fourfold = (steps_for(piece * count) for count in (200, 800))
    assert fourfold < 5 * once


def steps_for(text: str) -> int:
    sentences = split_sentences(text)
    return steps_of(lambda: find_mentions(text, sentences, GAZETTEER))


def test_colliding_forms_are_refused():
    colliding = make_wording({**ROWS, "anaphor": [{"name": "x", "means": "pair", "forms": ["Rusia"]}]})
    with pytest.raises(RuleError, match="has this form"):
        names_of(colliding)


def test_a_table_row_that_is_not_right_is_named():
    with pytest.raises(RuleError, match="sideways"):
        make_wording({**ROWS, "cue": [{"name": "sideways", "reads": "under", "words": ["x"]}]})


def test_names_keep_code_points_beside_longer_bytes():
    names = Names({"Rusia": Form("state", ("rusia",))})
    text = "Café — “Rusia” naïve RUSIA"
    assert [text[one.start : one.end] for one in names.scan(text)] == ["Rusia", "RUSIA"]
    assert fold("KIM-JONG un") == fold("Kim Jong-un")


def test_every_reading_that_is_not_a_name_says_why():
    text = "Kim Jong-un berkunjung ke Vladivostk. Kim menemui Putin. Keduanya bersulang. Moskow puas."
    reasons = {
        text[one.span.start : one.span.end]: found.text("en")
        for one in find_mentions(text, split_sentences(text), GAZETTEER)
        if (found := explain(one, text, GAZETTEER)) is not None
    }
    assert reasons == {
        "Vladivostk": "“Vladivostk” is read as Vladivostok: the only place with nearly that name",
        "Kim": "“Kim” here: Kim Jong-un, the nearest full name",
        "Keduanya": "“Keduanya” here: Vladimir Putin, the only reading that fits",
        "Moskow": "“Moskow” here: the government of Russia",
    }
