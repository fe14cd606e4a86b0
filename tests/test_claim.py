"""What one article claims: each date takes the deed of its own clause, with who does it, how it is told and why."""

from functools import partial

import pytest

from tests.steps import steps_of
from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.claims.extraction import LONGEST_SENTENCE
from timeline.events.label import event_label
from timeline.names.actor import Gazetteer
from timeline.publication.page import read_page


def claims(text: str, gazetteer: Gazetteer, published: str = "2023-07-10", title: str = "Tanpa judul") -> list[Claim]:
    return list(read_article(read_page("a", text, title=title, published=published), gazetteer).claims)


def label(claim: Claim, gazetteer: Gazetteer) -> str:
    return event_label(claim, claim.actors, claim.places, gazetteer)["id"]


def test_a_year_told_at_two_places_is_two_claims(gazetteer: Gazetteer) -> None:
    found = claims("Emmanuel Macron bertemu Olaf Scholz di Hanoi (2019) dan Panmunjom (2019).", gazetteer)
    assert [(one.when.edtf, one.places) for one in found] == [("2019", ("Hanoi",)), ("2019", ("Panmunjom",))]
    assert len({one.id for one in found}) == 2
    assert len(claims("Pada 2019 Emmanuel Macron bertemu Olaf Scholz, pada 2019 itu juga.", gazetteer)) == 1


def test_two_dates_of_one_sentence_are_two_claims(gazetteer: Gazetteer) -> None:
    text = "Emmanuel Macron bertemu Olaf Scholz pada 6 Juli 2023 setelah kunjungan Shinzo Abe ke Paris pada 2014."
    first, second = claims(text, gazetteer)
    assert (first.when.edtf, first.act, set(first.actors)) == ("2023-07-06", "meet", {"emmanuel-macron", "olaf-scholz"})
    assert (second.when.edtf, second.act, second.actors[0]) == ("2014", "visit", "shinzo-abe")
    assert "olaf-scholz" not in second.actors
    assert first.quote == second.quote == text


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Emmanuel Macron bertemu Olaf Scholz pada Kamis (6/7/2023).", "occurred"),
        ("Emmanuel Macron akan bertemu Olaf Scholz pada Kamis (13/7/2023).", "planned"),
        ("Emmanuel Macron bertemu Olaf Scholz besok.", "planned"),
        ("Emmanuel Macron belum pernah bertemu Olaf Scholz hingga 2022.", "denied"),
        ("Pertemuan Emmanuel Macron dan Olaf Scholz pada Kamis (6/7/2023) dibatalkan.", "denied"),
        ("Kremlin membantah laporan bahwa Emmanuel Macron bertemu Olaf Scholz pada 2022.", "denied"),
        ("Emmanuel Macron dan Olaf Scholz sepakat bertemu pada Agustus 2023.", "planned"),
        ("Pertemuan Emmanuel Macron dan Olaf Scholz ditunda hingga Agustus.", "planned"),
        ("Pertemuan Emmanuel Macron dan Olaf Scholz yang semula dijadwalkan pada Juni digeser.", "planned"),
        ("Emmanuel Macron berjanji menutup pabrik itu sebelum 2023.", "planned"),
        ("Jika Emmanuel Macron bertemu Olaf Scholz pada Agustus, soal itu selesai.", "hypothetical"),
        ("Olaf Scholz menolak permintaan yang diajukan Emmanuel Macron pada 2022.", "occurred"),
        ("Emmanuel Macron akan menemui Olaf Scholz pada 2022, namun membatalkannya.", "denied"),
    ],
)
def test_how_it_is_told(text: str, modality: str, gazetteer: Gazetteer) -> None:
    (claim,) = claims(text, gazetteer)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        (
            "Emmanuel Macron mengecam Olaf Scholz, yang lahir pada 1958.",
            "born",
            {"olaf-scholz"},
        ),
        ("Emmanuel Macron mengecam serangan yang dilakukan Yaman pada 2021.", "assault", {"yaman"}),
        (
            "Dalam wicara yang dirilis pada 2021, Emmanuel Macron mengecam Yaman.",
            "condemn",
            {"emmanuel-macron", "yaman"},
        ),
        ("Emmanuel Macron, yang pulang, mengunjungi Yaman pada 2021.", "visit", {"emmanuel-macron", "yaman"}),
    ],
)
def test_a_relative_clause_keeps_its_date(text: str, act: str | None, actors: set[str], gazetteer: Gazetteer) -> None:
    (claim,) = claims(text, gazetteer)
    assert (claim.act, set(claim.actors)) == (act, actors)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # a clause without a name of its own shares the subject of the main one, not its object
            "Setelah meneken perjanjian pada 2019, Emmanuel Macron menemui Olaf Scholz pada 2021.",
            [("2019", "sign", {"emmanuel-macron"}), ("2021", "meet", {"emmanuel-macron", "olaf-scholz"})],
        ),
        (  # a clause between subject and verb ends at its comma
            "Emmanuel Macron, setelah menemui Olaf Scholz pada 2019, mengunjungi Yaman pada 2021.",
            [("2019", "meet", {"emmanuel-macron", "olaf-scholz"}), ("2021", "visit", {"emmanuel-macron", "yaman"})],
        ),
        (  # what a relative clause tells of is not done by the subject of the main verb
            "Oman mengecam perjanjian yang ditandatangani Emmanuel Macron dan Olaf Scholz pada 2019.",
            [("2019", "sign", {"emmanuel-macron", "olaf-scholz"})],
        ),
        (  # a comma before "and" closes the clause before it
            "Oman mengusir diplomat Yaman pada 2017 setelah Prancis bertemu Jerman, dan memulihkan hubungan pada 2021.",
            [("2017", "expel", {"oman", "yaman"}), ("2021", "ties", {"oman"})],
        ),
        (  # a clause with a verb and a date after a comma, and one with a pronoun
            "Emmanuel Macron tiba pada 2019, menemui Olaf Scholz pada 2020, dan setahun kemudian ia mengunjungi Yaman.",
            [
                ("2019", None, {"emmanuel-macron"}),
                ("2020", "meet", {"emmanuel-macron", "olaf-scholz"}),
                ("2021", "visit", {"emmanuel-macron", "yaman"}),
            ],
        ),
        (  # what resumes behind a relative clause is done by both
            "Emmanuel Macron dan Olaf Scholz, yang tiba pada 2017, menemui Joe Biden pada 2019.",
            [
                ("2017", None, {"emmanuel-macron", "olaf-scholz"}),
                ("2019", "meet", {"emmanuel-macron", "olaf-scholz", "joe-biden"}),
            ],
        ),
        (  # a noun of which nobody is told to do it, and what was done then
            "Gelombang bantuan bermula pada 2019, ketika Prancis mengebom Yaman.",
            [("2019", "assault", {"prancis", "yaman"})],
        ),
        (
            "Bantuan Oman kepada Yaman bermula pada 2019, ketika Prancis mengebom Mali.",
            [("2019", "aid", {"oman", "yaman"})],
        ),
        (  # since when somebody is what
            "Emmanuel Macron, presiden Prancis sejak Mei 2017, menemui Olaf Scholz pada 2019.",
            [("2017-05/..", None, {"emmanuel-macron"}), ("2019", "meet", {"emmanuel-macron", "olaf-scholz"})],
        ),
        (  # a length of time before a clause between commas
            "Pada Mei 2019, dua pekan setelah rapat di Demak, Prancis mengebom Yaman.",
            [("2019-05", "assault", {"prancis", "yaman"})],
        ),
        (  # what a journey is for is no part of it, unless it is a meeting
            "Emmanuel Macron mengunjungi Yaman pada 2019 guna mendesak Oman membuka pasar.",
            [("2019", "visit", {"emmanuel-macron", "yaman"})],
        ),
        (  # a noun with its date is dated by the passive of another deed no more than by an active verb
            "Invasi Yaman ke Oman pada 2017 dikecam Prancis.",
            [("2017", "assault", {"yaman", "oman"})],
        ),
        (  # a denial was made, be what is denied as it may
            "Emmanuel Macron membantah pada 6 Juli 2023 bahwa Prancis menyerang Yaman.",
            [("2023-07-06", "deny", {"emmanuel-macron"})],
        ),
        (  # they whom no name stands for are nobody named elsewhere
            "Mereka mengunjungi kota itu pada 2019 dan membahas Yaman.",
            [],
        ),
        (  # what a noun for a deed does is another deed
            "Pertemuan Emmanuel Macron dan Olaf Scholz pada 2019 memicu ancaman Yaman terhadap Oman.",
            [("2019", "meet", {"emmanuel-macron", "olaf-scholz"})],
        ),
        (  # unless it only says who takes part
            "Pertemuan di Demak pada 2019 mempertemukan Emmanuel Macron dan Olaf Scholz.",
            [("2019", "meet", {"emmanuel-macron", "olaf-scholz"})],
        ),
        (
            "Invasi Yaman ke Oman pada 2017 dibalas Prancis pada 2019.",
            [("2017", "assault", {"yaman", "oman"}), ("2019", None, {"prancis"})],
        ),
    ],
)
def test_each_date_has_the_deed_and_the_people_of_its_clause(
    text: str, told: list[tuple[str, str, set[str]]], gazetteer: Gazetteer
) -> None:
    assert [(one.when.edtf, one.act, set(one.actors)) for one in claims(text, gazetteer)] == told


@pytest.mark.parametrize(
    ("text", "dates", "act"),
    [
        ("Emmanuel Macron, peserta Pilpres 2014, menemui Olaf Scholz.", ["2014"], "vote"),
        ("Emmanuel Macron mengecam pemakaian APBN 2014.", [], None),  # a budget's year tells of no day
        ("Emmanuel Macron menemui peserta Piala Demak 2014 pada 2019.", ["2019"], "meet"),
        ("Emmanuel Macron menghadiri KTT Demak 2014.", ["2014"], "meet"),
        ("Emmanuel Macron menampik krisis seperti 1998.", [], None),
    ],
)
def test_the_year_of_a_name_dates_what_is_named(
    text: str, dates: list[str], act: str | None, gazetteer: Gazetteer
) -> None:
    found = claims(text, gazetteer)
    assert [claim.when.edtf for claim in found if claim.when] == dates
    assert {claim.act for claim in found} <= {act}


def test_a_label_leaves_nothing_out_that_the_source_says_of_the_other_side(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Polisi Prancis menahan penulis Siti Lestari pada Kamis (6/7/2023).", gazetteer)
    made = event_label(claim, claim.actors, claim.places, gazetteer)
    assert made == {
        "id": "Polisi Prancis menahan penulis Siti Lestari",
        "en": "France makes an arrest, search or seizure",
    }


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("Emmanuel Macron pulang pada Kamis (6/7/2023) di tengah ancaman Yaman.", None, ()),
        ("Yaman menyatakan tidak akan mencopot pagar akibat serangan pada Kamis (6/7/2023).", "assault", ()),
    ],
)
def test_what_goes_on_around_a_deed_is_no_deed_of_its_subject(
    text: str, act: str | None, doers: tuple[str, ...], gazetteer: Gazetteer
) -> None:
    (claim,) = claims(text, gazetteer)
    assert (claim.act, claim.doers) == (act, doers)


def test_a_state_under_a_prefix_takes_no_part(gazetteer: Gazetteer) -> None:
    assert claims("Warga menggelar demonstrasi anti - AS pada Kamis (6/7/2023).", gazetteer) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kim Il-sung berkunjung ke Moskow pada 1961.", ("kim-il-sung", "uni-soviet")),
        ("Kim Jong-il berkunjung ke Moskow pada 2001.", ("kim-jong-il", "rusia")),
        ("Pada 1956 Moskow menegur Kim Il-sung.", ("uni-soviet", "kim-il-sung")),
        ("Pada 2016 Moskow menegur Kim Jong-un.", ("rusia", "kim-jong-un")),
    ],
)
def test_a_city_lay_in_the_state_of_its_day(text: str, actors: tuple[str, ...], gazetteer: Gazetteer) -> None:
    (claim,) = claims(text, gazetteer)
    assert claim.actors == actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A date after "and" opens what another does then.
        (
            "Pada 1964 Olaf Scholz terbang ke Paris dan setahun kemudian Emmanuel Macron datang ke Berlin.",
            [("1964", ("olaf-scholz", "prancis")), ("1965", ("emmanuel-macron", "jerman"))],
        ),
        # What a stranger does then, nobody named before does; nor does who acts then do what a stranger did before.
        (
            "Pada Mei 2000 Olaf Scholz tiba dan setahun kemudian Sugiono membalas lawatan itu.",
            [("2000-05", ("olaf-scholz",))],
        ),
        (
            "Pada 1977 Sugiono terbang ke Paris dan setahun kemudian Yaman menyerang Oman.",
            [("1978", ("yaman", "oman"))],
        ),
        # What follows a deed is of whoever is named with it.
        (
            "Emmanuel Macron menyetujuinya pada Mei 2023, disusul kepala desa pada Juni 2023.",
            [("2023-05", ("emmanuel-macron",))],
        ),
        # Who is one of several does what they do.
        ("Yaman termasuk satu dari lima negara yang menolak usul itu pada 2022.", [("2022", ("yaman",))]),
        # What was long before or after is another's.
        ("Perjanjian itu diteken pada Mei 2000, lima bulan sebelum Emmanuel Macron mengunjungi Berlin.", []),
        ("Serangan terhadap Yaman, yang dimulai Prancis pada 2022, berakhir.", [("2022", ("yaman", "prancis"))]),
        # A line without a verb is the title of a part.
        ("1. Emmanuel Macron dan Olaf Scholz (2019)\n\nHujan turun.", []),
    ],
)
def test_who_takes_part_in_what_a_date_speaks_of(
    text: str, told: list[tuple[str, tuple[str, ...]]], gazetteer: Gazetteer
) -> None:
    assert [(claim.when.edtf, claim.actors) for claim in claims(text, gazetteer)] == told


@pytest.mark.parametrize(
    ("text", "told", "where"),
    [
        ("Olaf Scholz meninggalkan Hanoi menuju Paris pada Kamis.", "Olaf Scholz meninggalkan Hanoi", ("Hanoi",)),
        ("Olaf Scholz bertolak dari Hanoi ke Paris pada Kamis.", "Olaf Scholz meninggalkan Hanoi", ("Hanoi",)),
    ],
)
def test_who_leaves_a_place_is_not_told_to_leave_where_the_journey_leads(
    text: str, told: str, where: tuple[str, ...], gazetteer: Gazetteer
) -> None:
    (claim,) = claims(text, gazetteer)
    assert (label(claim, gazetteer), claim.places) == (told, where)
    assert set(claim.actors) == {"olaf-scholz", "prancis", "vietnam"}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Kim Jong Un menemui Olaf Scholz. Kim Jong Il wafat. Olaf Scholz mengundang Kim pada Mei 2023.",
            {"kim-jong-un"},
        ),
        ("Kim Jong Il wafat. Olaf Scholz mengundang Kim pada Mei 2023.", set()),
        ("Kim Jong Un, Kim Yo Jong hadir. Kim Jong Il wafat. Olaf Scholz mengundang Kim pada Mei 2023.", set()),
    ],
)
def test_a_surname_means_whoever_of_that_name_was_alive(text: str, actors: set[str], gazetteer: Gazetteer) -> None:
    (claim,) = claims(text, gazetteer)
    assert set(claim.actors) == {"olaf-scholz", *actors}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Sejak pecahnya perang di Yaman pada 2015, Prancis mendukung Oman.", ("yaman",)),
        ("Setelah serangan di Paris pada 2015, Olaf Scholz menuding Yaman.", ("prancis",)),
        ("Setelah pertemuan di Paris pada 2015, Olaf Scholz pulang.", ("olaf-scholz",)),
    ],
)
def test_nobody_is_told_to_do_an_attack_that_only_went_before(
    text: str, actors: tuple[str, ...], gazetteer: Gazetteer
) -> None:
    assert [claim.actors for claim in claims(text, gazetteer)] == [actors]


def test_whom_a_message_comes_from_meets_nobody(gazetteer: Gazetteer) -> None:
    headline = "Macron Temui Scholz di Paris, Bawa Pesan dari Joe Biden"
    text = "Presiden Emmanuel Macron dan Kanselir Olaf Scholz bercakap-cakap."
    (claim,) = claims(f"{headline}\n\n{text}", gazetteer, title=headline)
    assert set(claim.actors) == {"emmanuel-macron", "olaf-scholz"}
    (claim,) = claims("Macron menemui Olaf Scholz, membawa pesan dari Joe Biden, pada Mei 2023.", gazetteer)
    assert set(claim.actors) == {"emmanuel-macron", "olaf-scholz"}


def test_a_headline_whose_deed_the_text_only_announces_is_planned(gazetteer: Gazetteer) -> None:
    headline = "Emmanuel Macron Kunjungi Berlin"
    text = f"{headline}\n\nEmmanuel Macron akan mengunjungi Berlin pada 20 Juli 2023."
    assert [claim.modality for claim in claims(text, gazetteer, title=headline)] == ["planned", "planned"]


def test_whoever_is_named_behind_their_land_meets_somebody(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Olaf Scholz bertemu mitranya dari Prancis, Emmanuel Macron, di Hanoi pada 2022.", gazetteer)
    assert set(claim.actors) == {"emmanuel-macron", "olaf-scholz"}


def test_what_a_headline_tells_before_it_asks_was_done(gazetteer: Gazetteer) -> None:
    headline = "Prancis dan Yaman Teken Perjanjian, Apa Isinya?"
    (claim,) = claims(f"{headline}\n\nPenduduk desa menanam padi.", gazetteer, title=headline)
    assert (claim.act, claim.modality) == ("sign", "occurred")


def test_who_goes_with_somebody_does_not_do_it_alone(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Emmanuel Macron, didampingi Olaf Scholz, mengunjungi Yaman pada 2019.", gazetteer)
    assert (claim.doers, claim.undergoers) == (("emmanuel-macron",), ("yaman",))


def test_who_leaves_a_treaty_does_not_leave_the_other_side(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Prancis menarik diri dari perjanjian air dengan Yaman pada 2019.", gazetteer)
    assert label(claim, gazetteer) == "Prancis membatalkan perjanjian dengan Yaman"


def test_who_invites_somebody_home_does_not_invite_the_own_state(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Emmanuel Macron mengundang Olaf Scholz ke Paris pada Mei 2023.", gazetteer)
    assert (claim.actors, claim.places) == (("emmanuel-macron", "olaf-scholz"), ("Paris",))


def test_what_stands_below_the_last_sentence_makes_no_habit_of_it(gazetteer: Gazetteer) -> None:
    plan, foot = (
        "Emmanuel Macron akan menemui Olaf Scholz pada Rabu malam.",
        "Dapatkan berita setiap hari dari Kompas.com.",
    )
    (claim,) = claims(f"{plan}\n\n{foot}", gazetteer)
    assert claim.when.edtf == "2023-07-12"


def test_an_entry_of_a_list_that_is_a_sentence_tells_its_own_deed(gazetteer: Gazetteer) -> None:
    text = (
        "Berikut urutannya.\n\n• Maret 1949: Macron menemui Scholz di Paris.\n• 25 Juni 1950: Yaman menyerang Oman.\n"
        "• 6 Juli 1961: Prancis dan Jerman menandatangani perjanjian persahabatan dan bantuan timbal balik di Berlin."
    )
    told = {claim.when.edtf: claim.act for claim in claims(text, gazetteer)}
    assert told == {"1949-03": "meet", "1950-06-25": "assault", "1961-07-06": "sign"}


def test_a_headline_calls_whom_all_know(gazetteer: Gazetteer) -> None:
    title = "Putin dan Kim teken pakta"
    text = f"{title}\n\nWakil Menteri Luar Negeri Korea Selatan Kim Hong-kyun pulang. Kim Jong-un tiba."
    (claim,) = claims(text, gazetteer, title=title)
    assert claim.actors == ("vladimir-putin", "kim-jong-un")


def test_what_is_said_not_to_be_there_is_denied(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Dmitry Peskov mengatakan tidak ada piagam yang ditandatangani hari ini.", gazetteer)
    assert (claim.type, claim.modality) == ("AGREE", "denied")


@pytest.mark.parametrize(
    "headline",
    [
        "Putin di Hanoi: Apa yang Dicari dari Lawatan Ini?",
        "Pakta baru: Apa yang Putin cari di Hanoi",
        "Lima Hal tentang Pertemuan Putin dan Kim Jong-un",
    ],
)
def test_a_headline_that_asks_or_looks_over_many_things_is_no_claim(headline: str, gazetteer: Gazetteer) -> None:
    assert claims(f"{headline}\n\nHujan turun.", gazetteer, title=headline) == []


def test_what_a_film_is_about_did_not_happen_when_it_came_out(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Film tentang pertemuan Emmanuel Macron dan Olaf Scholz dirilis pada 2022.", gazetteer)
    assert (claim.type, claim.act) == ("OTHER", None)


def test_who_undergoes_it_is_not_told_to_do_it(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Mereka menuduh Emmanuel Macron berbohong pada Kamis (6/7/2023).", gazetteer)
    assert (claim.type, claim.doers) == ("ACCUSE", ())
    assert label(claim, gazetteer) == "Tuduhan terhadap Emmanuel Macron"


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # What somebody says is done by whoever it names, not by who says it.
        (
            "Kremlin mengatakan Emmanuel Macron menelepon Olaf Scholz, Kamis (6/7/2023).",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        (
            "Kremlin mengatakan, Emmanuel Macron menemui Olaf Scholz pada 2022.",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        # A charge keeps the date of what is charged; a day of news is that of the verb over an object, unless more is
        # told of that behind it; a day long past is the object's.
        ("Prancis menuduh Rusia melanggar gencatan senjata pada Kamis (6/7/2023).", "ACCUSE", "prancis rusia"),
        ("Prancis mengecam serangan Rusia ke Ukraina pada Kamis (6/7/2023).", "ACCUSE", "prancis rusia ukraina"),
        ("Prancis mengecam serangan Rusia pada Kamis (6/7/2023) yang melukai lurah.", "ASSAULT", "rusia"),
        ("Prancis mengecam serangan Rusia ke Ukraina pada 2022.", "ASSAULT", "rusia ukraina"),
        # A verb keeps its object; of two nouns the first is the head.
        ("Rusia dan Ukraina menyetujui kesepakatan gencatan senjata pada 2022.", "AGREE", "rusia ukraina"),
        (
            "Olaf Scholz mengakhiri pidatonya setelah Emmanuel Macron menjadi presiden pada 2017.",
            "OTHER",
            "emmanuel-macron",
        ),
        # Who asks for a session does not hold it.
        (
            "Dewan Keamanan PBB akan menggelar sidang darurat pada Kamis (13/7/2023) atas permintaan Prancis.",
            "CONSULT",
            "dewan-keamanan-pbb",
        ),
        # What is asked for, and what one comes for, leaves the date to the asking and the coming.
        ("Olaf Scholz mengajukan permohonan menjadi anggota klub pada 2022.", "REQUEST", "olaf-scholz"),
        ("Emmanuel Macron terbang ke Kiev untuk memuji Ukraina pada 2022.", "CONSULT", "emmanuel-macron ukraina"),
        # Who looks on does not sign.
        (
            "Emmanuel Macron dan Olaf Scholz menandatangani perjanjian pada 2022, disaksikan Joe Biden.",
            "AGREE",
            "emmanuel-macron olaf-scholz",
        ),
        # Who is named in a clause of before or after is not who its governor tells of; one without a name shares.
        ("Emmanuel Macron terpilih sejak Niger pecah pada 1960.", "OTHER", "niger"),
        ("Emmanuel Macron pulang setelah mengunjungi Kiev pada 2022.", "CONSULT", "emmanuel-macron ukraina"),
        # What is told to have been at the same time is what happened.
        ("Hal serupa terjadi pada 2014, saat Rusia menyerang Ukraina.", "ASSAULT", "rusia ukraina"),
        # Who a relative clause tells more of does what it tells.
        ("Olaf Scholz, yang mengunjungi Paris pada 2022, menawarkan diri.", "CONSULT", "olaf-scholz prancis"),
        (
            "Emmanuel Macron menunggu Olaf Scholz. Kedua pemimpin, yang sebelumnya bertemu di Demak pada 2022, pulang.",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        # A clause beside another has a deed of its own, if one that no table knows.
        (
            "Prancis menjatuhkan sanksi terhadap Rusia sementara Olaf Scholz memasukkan bank itu ke daftar pada 2014.",
            "OTHER",
            "olaf-scholz",
        ),
        # What was said besides leaves a date at the end to the deed; a purpose keeps a date of its own.
        (
            "Emmanuel Macron menemui Olaf Scholz dan menyebutnya kawan, Kamis (6/7/2023).",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        # A day within a year told before it tells the deed once.
        (
            "Tahun lalu Emmanuel Macron menemui Olaf Scholz, tepatnya pada 5 Mei.",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        # Whoever more is told of beside the deed takes no part in it.
        ("Pada Kamis (6/7/2023) Olaf Scholz mengunjungi kapal yang dibangun Rusia.", "CONSULT", "olaf-scholz"),
        # A date set off by commas is that of the verb that goes on behind it.
        (
            "Emmanuel Macron, dalam rapat yang dibela petani di balai desa, Kamis (6/7/2023), mengunjungi Kiev.",
            "CONSULT",
            "emmanuel-macron ukraina",
        ),
        # A deputy is not the minister, and a stranger not whoever held the post.
        (
            "Wakil Menteri Luar Negeri AS Siti Lestari mengunjungi Paris pada 2022.",
            "CONSULT",
            "siti-lestari prancis",
        ),
        # What was not reached is told only where nothing else is; what is scheduled is no deed besides.
        ("Prancis dan Niger mengakhiri KTT tanpa kesepakatan pada 2022.", "CONSULT", "prancis niger"),
        ("Olaf Scholz dijadwalkan untuk mengunjungi Kiev pada Kamis (13/7/2023).", "CONSULT", "olaf-scholz ukraina"),
        # Who announces it takes no part in it, nor does whoever invites.
        (
            "“Atas undangan Emmanuel Macron, Olaf Scholz mengunjungi Kiev pada 13 Juli,” demikian pernyataan Kremlin.",
            "CONSULT",
            "olaf-scholz emmanuel-macron ukraina",
        ),
        # Who is asked about something says it on the day at the end; who is told of a meeting is no party to it.
        (
            "“Itu bohong,” kata Emmanuel Macron saat ditanya tuduhan Rusia, Kamis (6/7/2023).",
            "OTHER",
            "emmanuel-macron",
        ),
        (
            "Emmanuel Macron memberi tahu Volodymyr Zelensky terkait pembicaraan dengan Olaf Scholz, Kamis (6/7).",
            "CONSULT",
            "emmanuel-macron olaf-scholz",
        ),
        # By a post nobody is meant who was dead by then.
        ("Kim Jong-il wafat. Pemimpin Korea Utara itu mengunjungi Moskow pada 2019.", "CONSULT", "kim-jong-un rusia"),
    ],
)
def test_each_date_takes_its_own_deed_and_its_own_people(
    text: str, kind: str, actors: str, gazetteer: Gazetteer
) -> None:
    (claim,) = claims(text, gazetteer)
    assert (claim.type, " ".join(claim.actors)) == (kind, actors)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron menandatangani surat yang mengganti gencatan senjata 1953.",
        "Emmanuel Macron menjamu Olaf Scholz. Para lurah kedua desa akan bertemu pada Kamis (13/7/2023).",
        "Emmanuel Macron meninggalkan Kiev. Bupati Siti Lestari meninggalkan Demak pada 2022.",
        "Foto Kim Jong-il dipajang di Pyongyang. Kim tiba di balai desa pada Kamis (6/7/2023).",
        "Prancis menegaskan bahwa latihan militer itu tidak menyasar Rusia. Latihan militer itu dimulai pada 2022.",
        "Polisi menangkap pembunuh Kim Sang-jin, kawan dari sang bos, Kim Jong-un. Mereka membekap Kim pada 2017.",
        "Olaf Scholz berjabat tangan dengan pemimpin yang berkuasa sejak 2011 itu.",
        "Emmanuel Macron berpesan pada Hari Rusia, yang menandai deklarasi kedaulatan negara itu pada 12 Juni 1990.",
        "Perjanjian itu batal setelah Uni Soviet runtuh. Perjanjian tahun 2000 tidak mencakup bantuan militer.",
        "Kantor berita setempat mengabarkan pada Kamis (6/7/2023) bahwa Olaf Scholz sakit.",
        "Seorang pejabat mengatakan pada Kamis (6/7/2023) bahwa Olaf Scholz sakit.",
        "Olaf Scholz menutup pintu, kantor berita setempat melaporkan pada Kamis (6/7/2023).",
    ],
)
def test_what_happened_to_strangers_is_not_told_of_others(text: str, gazetteer: Gazetteer) -> None:
    assert not claims(text, gazetteer)


@pytest.mark.parametrize(
    "tail", ["usai bertemu Rusia di Paris", "saat bertemu Rusia", "dalam pertemuan dengan Rusia di Paris"]
)
def test_nothing_behind_whoever_says_it_is_of_what_is_said(tail: str, gazetteer: Gazetteer) -> None:
    (claim,) = claims(f"“Harga naik sejak 2019,” kata Emmanuel Macron {tail}.", gazetteer)
    assert (claim.type, claim.actors, claim.places) == ("OTHER", ("emmanuel-macron",), ())


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron bertemu Olaf Scholz di Paris (2021), Kyiv (2022), dan Berlin (2023).",
        "Emmanuel Macron bertemu Olaf Scholz di Paris pada 2021, Kyiv pada 2022, dan Berlin pada 2023.",
    ],
)
def test_each_place_of_a_list_has_its_own_year(text: str, gazetteer: Gazetteer) -> None:
    told = [(claim.when.edtf if claim.when else None, claim.places) for claim in claims(text, gazetteer)]
    assert told == [("2021", ("Paris",)), ("2022", ("Kyiv",)), ("2023", ("Berlin",))]
    assert {claim.actors for claim in claims(text, gazetteer)} == {("emmanuel-macron", "olaf-scholz")}


def test_where_somebody_is_invited_to_is_no_place_of_the_meeting(gazetteer: Gazetteer) -> None:
    text = (
        "Emmanuel Macron mengundang Olaf Scholz untuk mengunjungi Paris selama pertemuan yang digelar Kamis (6/7/2023)."
    )
    (claim,) = claims(text, gazetteer)
    assert (claim.act, claim.places) == ("meet", ())


def test_the_day_of_an_earlier_failure_is_no_day_of_the_deed(gazetteer: Gazetteer) -> None:
    text = "Prancis meluncurkan rudal pada 3 Juli 2023 setelah gagal pada Mei 2023."
    assert [(one.type, one.modality) for one in claims(text, gazetteer)] == [
        ("MOBILIZE", "occurred"),
        ("MOBILIZE", "denied"),
    ]


@pytest.mark.parametrize("year", ["APBN 2018", "APBN tahun anggaran 2018", "Gubernur 2018-2023"])
def test_the_year_of_a_budget_or_a_term_dates_nothing(year: str, gazetteer: Gazetteer) -> None:
    assert [claim.type for claim in claims(f"Prancis mendukung Ukraina soal {year}.", gazetteer)] in ([], ["OTHER"])


def test_a_charge_with_a_date_of_its_own_leaves_the_later_one_to_what_is_charged(gazetteer: Gazetteer) -> None:
    text = "Pada Senin (3/7/2023) Prancis menuduh Rusia menyerang Ukraina pada 2021 dan 2022."
    told = [(claim.type, claim.actors, claim.attributed_to) for claim in claims(text, gazetteer)]
    assert told == [
        ("ACCUSE", ("prancis", "rusia", "ukraina"), None),
        ("ASSAULT", ("rusia", "ukraina"), "Prancis"),
        ("ASSAULT", ("rusia", "ukraina"), "Prancis"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Dalam pidatonya pada Senin (3/7/2023), ",
        "Pada jumpa pers di Paris, Senin (3/7/2023), ",
        "Pada Senin (3/7/2023) ",
        "Pada Senin, 3 Juli 2023, ",
    ],
)
def test_whoever_says_it_is_named_without_what_comes_in_front(front: str, gazetteer: Gazetteer) -> None:
    (claim,) = claims(f"{front}Emmanuel Macron mengatakan bahwa Prancis membantu Ukraina.", gazetteer)
    assert claim.attributed_to == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("kata Juru Bicara KPK Febri Diansyah di Jakarta", "Juru Bicara KPK Febri Diansyah"),
        ("kata Febri Diansyah menjalani tes di Jakarta", "Febri Diansyah"),
        ("kata Kepala Divisi Humas Polri Setyo Wasisto", "Kepala Divisi Humas Polri Setyo Wasisto"),
    ],
)
def test_a_source_ends_before_what_is_told_of_it(said: str, who: str, gazetteer: Gazetteer) -> None:
    text = f"“Prancis menyerang Oman pada Mei 2023,” {said}, Senin (3/7/2023)."
    article = read_page("a", text, title="Tanpa judul", published="2023-07-10")
    claims = read_article(article, gazetteer).claims
    assert {claim.attributed_to for claim in claims if claim.act == "assault"} == {who}


@pytest.mark.parametrize(
    ("title", "source", "doers"),
    [
        ("Kremlin: Emmanuel Macron Akan Kunjungi Kiev", "Kremlin", ("emmanuel-macron",)),
        ("Emmanuel Macron Tiba di Kiev", None, ("emmanuel-macron",)),
    ],
)
def test_a_headline_names_its_source_before_a_colon(
    title: str, source: str | None, doers: tuple[str, ...], gazetteer: Gazetteer
) -> None:
    (claim,) = claims(f"{title}\n\nCuaca cerah di seluruh kota.", gazetteer, title=title)
    assert (claim.attributed_to, claim.doers) == (source, doers)


def test_what_is_only_asked_is_not_told_as_done(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Apakah Emmanuel Macron menemui Olaf Scholz pada 2022?", gazetteer)
    assert claim.modality == "hypothetical"


def test_what_is_joined_by_and_has_a_date_of_its_own(gazetteer: Gazetteer) -> None:
    text = "Emmanuel Macron menemui Olaf Scholz pada 2022, dan sejak 2017 memimpin Prancis."
    told = {claim.expression: claim.act for claim in claims(text, gazetteer)}
    assert told == {"2022": "meet", "2017": None}


def test_the_war_since_which_something_is_the_first_is_no_day_of_it(gazetteer: Gazetteer) -> None:
    text = "Ini serangan udara Prancis pertama ke Oman sejak perang 1971. Sejak itu Oman diam."
    assert not read_article(read_page("a", text, title="Tanpa judul", published="2023-07-10"), gazetteer).claims


def test_a_first_summit_before_their_time_was_of_their_states(gazetteer: Gazetteer) -> None:
    text = "Kim Jong-un bertemu Moon Jae-in di Panmunjom. KTT pertama digelar pada Juni 2000."
    (claim,) = claims(text, gazetteer, published="2018-04-27")
    assert set(claim.actors) == {"korea-utara", "korea-selatan"}


def test_a_sentence_that_names_nobody_takes_the_people_of_the_one_before(gazetteer: Gazetteer) -> None:
    text = "Prancis memberikan bantuan pangan kepada Ukraina. Satu pengiriman bantuan tiba pada Maret 2023."
    (claim,) = claims(text, gazetteer)
    assert claim.actors == ("prancis", "ukraina")
    assert [text[span.start : span.end] for span in claim.context] == [
        "Prancis memberikan bantuan pangan kepada Ukraina."
    ]
    assert any("kalimat sebelumnya" in reason.text("id") for reason in claim.reasons)


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Pertemuan pertama Emmanuel Macron dan Olaf Scholz digelar pada 2021.", 1),
        ("Emmanuel Macron dan Olaf Scholz bertemu untuk kedua kalinya pada 2022.", 2),
        ("Hari ini Emmanuel Macron dan Olaf Scholz bertemu untuk pertama kalinya sejak pemilu pada 2021.", None),
        ("Emmanuel Macron dan Olaf Scholz bertemu pada Senin, pertemuan pertama mereka dalam enam tahun.", None),
        ("Pertemuan kedua Emmanuel Macron dan Olaf Scholz tahun ini digelar pada Senin.", None),
    ],
)
def test_a_first_meeting_since_another_is_no_first(text: str, ordinal: int | None, gazetteer: Gazetteer) -> None:
    assert claims(text, gazetteer)[0].ordinal == ordinal


def test_the_time_within_which_a_meeting_is_counted_dates_none(gazetteer: Gazetteer) -> None:
    assert claims("Itu pertemuan kedua Emmanuel Macron dan Olaf Scholz tahun ini.", gazetteer) == []
    (claim,) = claims("Emmanuel Macron dan Olaf Scholz bertemu tahun ini.", gazetteer)
    assert claim.when is not None


def test_what_several_times_tells_is_counted(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Pada 2022 Emmanuel Macron empat kali bertemu Olaf Scholz.", gazetteer)
    assert claim.counted


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron memimpin selama tiga tahun.",
        "Emmanuel Macron kini tinggal di Paris.",
        "Jembatan itu dibangun pada 1998.",
        "Dilansir Reuters, Kamis (6/7/2023), Emmanuel Macron sakit.",
        "Paduan suara itu tiba di Hanoi pada 5 Mei 2022.",  # the host receives nobody known
        "Dalam foto yang dirilis Senin, Emmanuel Macron menemui Olaf Scholz.",  # the day is of the picture
    ],
)
def test_what_dates_no_event_of_anybody_known_is_no_claim(text: str, gazetteer: Gazetteer) -> None:
    assert claims(text, gazetteer) == []


def test_ids_change_with_the_words_and_not_with_the_place(gazetteer: Gazetteer) -> None:
    sentence = "Emmanuel Macron bertemu Olaf Scholz pada Kamis (6/7/2023)."
    (alone,), (later,) = claims(sentence, gazetteer), claims(f"Hujan turun.\n\n{sentence}", gazetteer)
    assert alone.id == later.id
    assert alone.span != later.span


def test_a_page_without_full_stops_is_nothing_to_quote(gazetteer: Gazetteer) -> None:
    unit = "Emmanuel Macron bertemu Olaf Scholz, Kamis (6/7/2023) "
    assert claims(unit, gazetteer)
    assert claims(unit * (LONGEST_SENTENCE // len(unit) + 1), gazetteer) == []


def test_a_label_does_not_tell_as_done_what_was_called_off(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Emmanuel Macron membatalkan kunjungannya ke Yaman pada 2021.", gazetteer)
    made = event_label(claim, claim.actors, claim.places, gazetteer)
    assert made["id"] == "Emmanuel Macron membatalkan kunjungannya ke Yaman"
    assert made["en"] == "Denied or called off: Emmanuel Macron visits Yemen"


@pytest.mark.parametrize(
    ("headline", "actors"),
    [
        ("Macron Uji Rudal, Jerman Protes", {"emmanuel-macron"}),
        ("Prancis Kirim 10.000 Tentara ke Oman, Ini Kata NATO", {"prancis", "oman"}),
        ("Bawa Pesan dari Biden, Macron Temui Olaf Scholz di Berlin", {"emmanuel-macron", "olaf-scholz"}),
        ("Usai Bertemu Olaf Scholz, Macron Lanjut ke Oman", {"emmanuel-macron", "olaf-scholz"}),
        ("Macron Tiba di Oman, Disambut Olaf Scholz di Bandara", {"emmanuel-macron", "olaf-scholz", "oman"}),
        ("Prancis Serang Pangkalan Militan, Oman Ancam Balas", {"prancis", "oman"}),
        ("Kerja Sama Militer Prancis dan Niger, Jerman Beri Peringatan", {"prancis", "niger"}),
        ("Macron, Olaf Scholz, dan Joe Biden Bertemu di Oman", {"emmanuel-macron", "olaf-scholz", "joe-biden"}),
    ],
)
def test_in_a_headline_those_of_other_parts_take_no_part(headline: str, actors: set[str], gazetteer: Gazetteer) -> None:
    text = f"{headline}\n\nKabar itu disampaikan kepada wartawan."
    (claim,) = read_article(read_page("a", text, title=headline, published="2023-07-10"), gazetteer).claims
    assert set(claim.actors) == actors


def test_a_headline_that_begins_with_who_says_it_names_its_source(gazetteer: Gazetteer) -> None:
    headline = "Intelijen Jerman Sebut Prancis Kirim Pasukan ke Oman"
    text = f"{headline}\n\nKabar itu disampaikan kepada wartawan."
    (claim,) = read_article(read_page("a", text, title=headline, published="2023-07-10"), gazetteer).claims
    assert (claim.attributed_to, set(claim.actors)) == ("Intelijen Jerman", {"prancis", "oman"})


def test_only_the_first_of_a_list_of_meetings_is_the_first(gazetteer: Gazetteer) -> None:
    text = "Macron dan Olaf Scholz pertama kali bertemu di Paris pada 2019, lalu di Oman pada 2020 dan Berlin pada 2021"
    assert [one.ordinal for one in claims(text, gazetteer)] == [1, None, None]


def test_who_made_what_struck_has_not_struck(gazetteer: Gazetteer) -> None:
    (told,) = claims("Puing rudal yang jatuh di Berlin pada 2 Januari 2023 berasal dari rudal Prancis.", gazetteer)
    assert (told.type, told.actors) == ("ASSAULT", ("jerman",))


def test_a_year_above_its_entry_dates_it_and_gives_way_to_a_day_in_it(gazetteer: Gazetteer) -> None:
    lines = [
        "1990",
        "Prancis membantu Oman.",
        "",
        "1991",
        "Olaf Scholz bertemu Macron di Berlin pada 12 Mei.",
        "",
        "1992",
    ]
    text = "Kronologi singkat.\n\n" + "\n".join([*lines, "Jerman membuka hubungan diplomatik dengan Oman."])
    told = [(one.type, one.when.edtf if one.when else None) for one in claims(text, gazetteer)]
    assert told == [("AID", "1990"), ("CONSULT", "1991-05-12"), ("COOPERATE", "1992")]


def test_where_somebody_watches_a_parade_is_its_host(gazetteer: Gazetteer) -> None:
    (told,) = claims("Emmanuel Macron menghadiri parade militer di Berlin pada Juli 2023.", gazetteer)
    assert set(told.actors) == {"emmanuel-macron", "jerman"}


def test_the_title_of_an_entry_takes_nobody_from_the_entry_before(gazetteer: Gazetteer) -> None:
    lines = [
        "3. Kunjungan Macron ke Berlin (2018)",
        "Macron mengunjungi Jerman.",
        "",
        "4. Pertemuan di Oman, 25 April 2019",
    ]
    told = claims("Dua kabar singkat.\n\n" + "\n".join([*lines, "Olaf Scholz menjamu Joe Biden."]), gazetteer)
    assert [one.when.edtf for one in told if one.when] == ["2018"]


def test_a_comma_within_a_deed_parts_no_headline(gazetteer: Gazetteer) -> None:
    headline = "Prancis Mengirim 10, 20 Senjata ke Oman, Jerman Protes"
    text = f"{headline}\n\nKabar itu disampaikan kepada wartawan."
    (claim,) = read_article(read_page("a", text, title=headline, published="2023-07-10"), gazetteer).claims
    assert set(claim.actors) == {"prancis", "oman"}


def test_what_claims_of_a_list_rest_on_is_found_in_steps_that_grow_with_the_list(gazetteer: Gazetteer) -> None:
    unit = "1990\nPrancis membantu Oman pada 12 Mei.\n\n"
    few, many = (
        steps_of(partial(read_article, read_page("a", "Kronologi.\n\n" + unit * number, title="Judul"), gazetteer))
        for number in (200, 800)
    )
    assert many < 5 * few


def test_where_a_report_is_from_is_no_place_of_the_deed(gazetteer: Gazetteer) -> None:
    (claim,) = claims("Kabardesa.com, Jakarta Emmanuel Macron tewas diracun di Muscat, Senin (10/7/2023).", gazetteer)
    assert "Jakarta" not in claim.places
