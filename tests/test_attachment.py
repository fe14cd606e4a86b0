"""Which of several deeds of a clause a date is of, and what the label then says in both languages."""

import pytest

from timeline.article import Span
from timeline.claims.account import read_article
from timeline.claims.claim import Claim
from timeline.events.label import event_label
from timeline.language.leading import is_under
from timeline.names.actor import Gazetteer
from timeline.publication.page import read_page


def claim(text: str, gazetteer: Gazetteer, published: str | None = "2023-07-10") -> Claim:
    article = read_page("a", text, title="Tanpa judul", published=published)
    (found,) = read_article(article, gazetteer).claims
    return found


def english(text: str, gazetteer: Gazetteer) -> str:
    told = claim(text, gazetteer)
    return event_label(told, told.actors, told.places, gazetteer)["en"]


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        # what was told of before is no news of that day
        ("Emmanuel Macron mengecam perjanjian itu pada Senin.", "condemn", "occurred"),
        ("Emmanuel Macron mengecam perjanjian tersebut, Senin.", "condemn", "occurred"),
        ("Emmanuel Macron membahas gencatan senjata dengan Olaf Scholz, Senin.", "discuss", "occurred"),
        # nor is what goes on
        ("Prancis mengecam kerja sama Oman dan Iran pada Jumat (7/7).", "condemn", "occurred"),
        ("Prancis memprotes perjanjian Oman dengan Iran, Jumat (7/7).", "protest", "occurred"),
        # who somebody is is not what they did
        ("Pada Juni lalu Emmanuel Macron yang baru menjabat Presiden Prancis berkunjung ke Oman.", "visit", "occurred"),
        ("Pada Senin Emmanuel Macron yang mengunjungi Oman mengecam Iran.", "condemn", "occurred"),
        # an agreement's year tells which one it is, but for who signs it
        ("Prancis dan Oman meneken perjanjian 1961.", "sign", "occurred"),
        ("Piagam itu akan menggantikan perjanjian tahun 1961 antara Prancis dan Oman.", "agree", "occurred"),
        ("Prancis keluar dari perjanjian militer tahun 1961 pada Mei 2023.", "annul", "occurred"),
        # who arrives by train has arrived
        ("Emmanuel Macron tiba Senin dengan kereta api di Stasiun Paris, Prancis.", "visit", "occurred"),
        # who comes somewhere and is received there has come
        ("Emmanuel Macron tiba di Oman disambut tarian pada Senin (10/7).", "visit", "occurred"),
        ("Prancis mengirim pasukan ke Oman untuk mendukung perang melawan Iran, Jumat (7/7).", "mobilize", "occurred"),
        # a promise of a day gone by was made that day; one of a day to come is to be kept then
        ("Prancis dan Oman sepakat memulihkan hubungan pada Jumat (7/7).", "agree", "occurred"),
        ("Prancis dan Oman sepakat memulihkan hubungan pada Agustus 2023.", "ties", "planned"),
        ("Prancis mengancam akan menyerang Oman, Jumat (7/7).", "threaten", "occurred"),
        ("Prancis dan Oman menandatangani perjanjian untuk mengakhiri perang pada 2021.", "sign", "occurred"),
        # who sets a plan out has yet to carry all of it out
        ("Emmanuel Macron akan mengunjungi Oman dan menemui Olaf Scholz pada Senin (10/7).", "meet", "planned"),
        (
            "Emmanuel Macron mengumumkan rencananya untuk mengunjungi Oman dan menemui Olaf Scholz pada Senin.",
            "meet",
            "planned",
        ),
        (
            "Emmanuel Macron berencana menarik pasukan dan akhirnya menyurati Olaf Scholz pada Senin.",
            "write",
            "occurred",
        ),
        # what somebody says may begin with a noun for a deed
        ("Pada Kamis (6/7), Emmanuel Macron mengatakan pertemuan itu akan digelar di Oman.", "say", "occurred"),
        ("Lewat unggahan Kamis (6/7), Emmanuel Macron menyatakan perjanjian itu sudah mati.", "say", "occurred"),
        ("Emmanuel Macron mengatakan perjanjian itu akan berlaku pada Agustus 2023.", "agree", "planned"),
        # what is told to have been is what was then
        (
            "Peristiwa bersejarah itu terjadi pada Minggu (9/7) ketika Emmanuel Macron menemui Olaf Scholz.",
            "meet",
            "occurred",
        ),
        # a weapon is fired, a birth is no death
        ("Rudal yang diluncurkan Oman pada Minggu (9/7) jatuh di laut.", "test", "occurred"),
        ("Rudal yang ditembakkan Oman ke Yaman pada Minggu (9/7) jatuh.", "assault", "occurred"),
        ("Emmanuel Macron (lahir 21 Desember 1977) suka membaca.", "born", "occurred"),
        # a dateline leads on to what stands in front
        (
            "MUSCAT, Suara Desa - Usai mengunjungi Oman, Emmanuel Macron menemui Olaf Scholz, Senin (10/7).",
            "meet",
            "occurred",
        ),
        # nor is what something is or can do
        ("Oman menguji rudal yang belum dapat dikenali pada 2017.", "test", "occurred"),
        ("Oman menguji rudal pertama yang mampu mencapai Iran pada 2017.", "test", "occurred"),
        ("Oman memveto panel yang memantau sanksi terhadap Iran pada 2017.", "veto", "occurred"),
        ("Oman memveto panel yang dibentuk Iran pada 2006.", "found", "occurred"),
        # who is the first of an office to do it comes into no office
        ("Pada 2018 Emmanuel Macron menjadi presiden Prancis pertama yang mengunjungi Oman.", "visit", "occurred"),
        ("Pada 2017 Emmanuel Macron menjadi presiden Prancis.", "elect", "occurred"),
        # what is over is no agreement of that day
        ("Pakta persahabatan 1961 antara Prancis dan Oman dihentikan pada 1996.", "lapse", "occurred"),
        # which one is meant is no deed of a day that is set off
        ("Prancis membebaskan dua prajurit Oman yang ditawan, Jumat (7/7).", "release", "occurred"),
        # the phrase before only leads up to the verb after
        ("Hari keenam lawatan ke lima kota, Emmanuel Macron, Jumat (7/7), bertemu Olaf Scholz.", "meet", "occurred"),
        # at whose bidding it was done is no deed besides
        ("Emmanuel Macron tiba di Berlin atas undangan Olaf Scholz pada Jumat (7/7).", "visit", "occurred"),
        # what is said is not when it was spoken of
        ("Emmanuel Macron menyatakan penyesalan atas pernyataan Olaf Scholz, Jumat (7/7).", "regret", "occurred"),
        # a verb no table knows has its own day
        ("Kasus yang muncul saat Emmanuel Macron menjabat, sudah ditutup pada Juli 2021.", None, "occurred"),
        # what is made known was done before; so was what somebody says that day
        ("Prancis mengungkap pengerahan pasukan Oman tersebut pada Senin (3/7).", "say", "occurred"),
        ("Emmanuel Macron mengumumkan penangkapan itu pada Senin (3/7).", "say", "occurred"),
        ("Emmanuel Macron mengatakan pekan lalu Oman akan menyerang Yaman.", "say", "occurred"),
        ("Dalam pernyataan yang dirilis pada Senin (3/7), Prancis mengecam Oman.", "condemn", "occurred"),
        ("“Itu bohong,” kata Emmanuel Macron, Senin (3/7), membantah bahwa Oman menyerang Yaman.", "say", "occurred"),
        # what somebody said they mean to do was said then
        ("Pada Januari lalu, Prancis menyatakan bersedia mengirim atlet ke Oman.", "say", "occurred"),
        ("Prancis menangguhkan Kesepakatan Air 19 September 2018 dengan Oman pada Senin (3/7).", "curb", "occurred"),
        # who is ordered to do something has yet to do it; of an order to attack the attack is told
        ("Emmanuel Macron memerintahkan Olaf Scholz mundur, Senin (3/7).", "order", "occurred"),
        ("Emmanuel Macron memerintahkan serangan ke Oman pada Mei 2023.", "assault", "occurred"),
        ("Prancis mengabulkan permintaan Oman pada Senin (3/7).", "grant", "occurred"),
        # people leave a place no table knows; what follows a comma is no aim of what was fired
        (
            "Emmanuel Macron dan Olaf Scholz bertolak pulang. Keduanya meninggalkan Limoges pada Minggu (2/7).",
            "depart",
            "occurred",
        ),
        (
            "Pada Senin (3/7) Oman menguji mesin baru, bertepatan dengan lawatan Emmanuel Macron ke Kuwait.",
            "test",
            "occurred",
        ),
        # what was called off stays so beside the day it was meant for; put off, it is yet to be; a saying is not denied
        ("Emmanuel Macron membatalkan kunjungan ke Oman yang direncanakan pada Mei 2023.", "visit", "denied"),
        ("Prancis menunda latihan militer hingga Oktober 2023.", "drill", "planned"),
        ("Emmanuel Macron mengatakan investasi itu batal, Senin (3/7).", "say", "occurred"),
        ("Emmanuel Macron tidak hadir dalam KTT di Oman pada Mei 2023.", "meet", "denied"),
        ("Emmanuel Macron memastikan, pekan depan akan digelar rapat Prancis dan Oman.", "meet", "planned"),
        (
            "Pertemuan Prancis dan Oman pada Mei 2023 merupakan yang pertama sejak hubungan ditangguhkan.",
            "meet",
            "occurred",
        ),
        # what somebody flees from has not their day; a place is seized, a report denied
        ("Emmanuel Macron kabur pada Mei 2023 ketika Oman menyerang Yaman.", None, "occurred"),
        ("Keadaan memburuk sejak Mei 2023, ketika Oman menyerang Yaman.", "assault", "occurred"),
        ("Oman merebut Kyiv pada Mei 2023.", "seize", "occurred"),
        ("Kabar itu dibantah Emmanuel Macron pada Senin (3/7).", "deny", "occurred"),
        ("Jaksa mendakwa Emmanuel Macron menerima suap pada 2013.", None, "hypothetical"),
        # what is counted, or grows, is no deed of a day; nor is what somebody is charged with the charge
        ("Jumlah serangan Oman ke Yaman dicatat pada Mei 2023.", None, "occurred"),
        ("Dukungan Prancis melemah pada Mei 2023.", None, "occurred"),
        ("Emmanuel Macron didakwa menerima suap pada 2013.", None, "hypothetical"),
        # what something is done for has not the day, in front or behind a verb no table knows
        ("Untuk membahas krisis itu, Emmanuel Macron pada Senin (3/7) mengundang Olaf Scholz.", "invite", "occurred"),
        ("Prancis menyiapkan dana untuk membantu Oman pada Mei 2023.", None, "occurred"),
        # a long phrase leaves the day to the verb; what is remembered, uttered or fired is told by its words
        (
            "Prancis mengecam latihan militer gabungan Oman, Yaman dan Iran di laut itu pada Senin (3/7).",
            "condemn",
            "occurred",
        ),
        ("Emmanuel Macron berdoa pada peringatan 70 tahun pecahnya perang Oman pada Senin (3/7).", None, "occurred"),
        ("Kecaman itu disampaikan Prancis pada Senin (3/7).", "condemn", "occurred"),
        (
            "Prancis menembakkan rudal balistik jarak menengah ke kota Aden, Yaman, pada Mei 2019.",
            "assault",
            "occurred",
        ),
        # who is received, what is not renewed, what ends by itself; a place for tests is no test
        ("Olaf Scholz diterima Emmanuel Macron pada Mei 2019.", "host", "occurred"),
        ("Prancis memutuskan tidak memperpanjang perjanjian 1961 dengan Oman pada Mei 2019.", "reject", "occurred"),
        ("Perjanjian Prancis dan Oman itu kedaluwarsa pada Mei 2019.", "lapse", "occurred"),
        ("Prancis menghancurkan situs uji coba nuklir itu pada Mei 2019.", None, "occurred"),
        # what is threatened, or happened elsewhere, is no deed of that day
        ("Emmanuel Macron pernah mengancam akan menghujani Oman dengan api pada Agustus 2017.", "threaten", "occurred"),
        ("Emmanuel Macron berpose dengan tentara Oman di sela KTT NATO pada Senin (3/7).", None, "occurred"),
        ("Prancis melonggarkan sanksi terhadap Oman pada Mei 2019.", "concede", "occurred"),
        ("Prancis mengajukan ratifikasi perjanjian dengan Oman pada Mei 2019.", "ask", "occurred"),
        # who leaves a country, who gives it up; a ship, a visitor; an agreement, its end
        ("Emmanuel Macron meninggalkan Oman pada Mei 2019.", "depart", "occurred"),
        ("Prancis meninggalkan Oman pada Mei 2019.", "leave", "occurred"),
        ("Emmanuel Macron kembali ke Oman pada Mei 2019.", "return", "occurred"),
        ("Kapal induk Prancis tiba di Oman pada Mei 2019.", "mobilize", "occurred"),
        ("Sekitar 200 prajurit Prancis tiba di Oman pada Mei 2019.", "mobilize", "occurred"),
        ("Komandan pasukan Prancis tiba di Oman pada Mei 2019.", "visit", "occurred"),
        ("Seorang tentara Prancis tiba di Oman pada Mei 2019.", "visit", "occurred"),
        ("Prancis mengirim prajurit untuk mendukung perang melawan Oman pada Mei 2019.", "mobilize", "occurred"),
        ("Sekitar 200 prajurit Prancis dikirim ke Oman pada Mei 2019.", "mobilize", "occurred"),
        ("Tentara Prancis ditempatkan di Oman pada Mei 2019.", "mobilize", "occurred"),
        ("Duta Besar Prancis ditempatkan di Oman pada Mei 2019.", None, "occurred"),
        ("Prancis merebut kembali Oman dengan bantuan Belgia pada Mei 2019.", "seize", "occurred"),
        ("Perjanjian Prancis dan Oman itu berakhir pada Mei 2019.", "lapse", "occurred"),
        ("Perjanjian yang diteken Prancis dan Oman berakhir pada Mei 2019.", "lapse", "occurred"),
        ("Gencatan senjata yang disepakati Prancis dan Oman resmi berakhir pada Mei 2019.", "lapse", "occurred"),
        # what something is the fruit of is not the thing itself; who is charged as the culprit of what was
        ("Kunjungan Prancis merupakan buah dari upaya yang dilakukan Oman pada Mei 2019.", None, "occurred"),
        ("Prancis menuding Yaman sebagai pelaku serangan di Demak pada Mei 2019.", "assault", "occurred"),
        # whose side somebody is on is no deed; nor is what only tells which are meant
        ("Milisi yang didukung Prancis menyerang Yaman pada Mei 2019.", "assault", "occurred"),
        ("Pemberontak dukungan Prancis menyerang Yaman pada Mei 2019.", "assault", "occurred"),
        ("Prancis mendukung Yaman pada Mei 2019.", "support", "occurred"),
        ("Mulai Mei 2019 warga yang mengunjungi Prancis harus mendaftar.", None, "occurred"),
        ("Prancis membalas serangan Yaman pada Mei 2019.", "assault", "occurred"),
        # what an unknown verb is done for has not been done
        ("Prancis sejak Mei 2019 melakukan ofensif untuk merebut Oman.", None, "occurred"),
        # what somebody is only thought to be has no day of the news
        ("Prancis menangkap dua pria yang diduga perompak pada Senin (3/7).", "coerce", "occurred"),
        ("Perompak yang diduga menyerang Prancis pada 2019 dibebaskan.", "assault", "hypothetical"),
        # undoing what was signed is a deed; so is owning up to a state, and no word of praise
        ("Prancis membatalkan perjanjian air dengan Oman pada 2019.", "annul", "occurred"),
        ("Prancis mengakui Kosovo pada 2008.", "recognise", "occurred"),
        ("Prancis mencabut sebagian besar sanksi terhadap Iran pada 2016.", "concede", "occurred"),
        ("Prancis menolak meminta maaf kepada Oman pada 2016.", "apologise", "denied"),
        ("Dukungan Prancis kepada Oman, yang baru saja memenangi pemilu pada 2019, akan berlanjut.", "win", "occurred"),
    ],
)
def test_a_date_is_of_the_deed_that_keeps_it(text: str, act: str | None, modality: str, gazetteer: Gazetteer) -> None:
    told = claim(text, gazetteer)
    assert (told.act, told.modality) == (act, modality)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Prancis dan Oman menjatuhkan sanksi terhadap Iran pada 2019.", "France and Oman impose sanctions on Iran"),
        ("Prancis menjatuhkan sanksi terhadap Iran pada 2019.", "France imposes sanctions on Iran"),
        ("Prancis, Oman, dan Iran menandatangani perjanjian pada 2019.", "France, Oman, and Iran sign an agreement"),
        (
            "Emmanuel Macron mengatakan tidak sempat makan jika terburu-buru pada Mei 2019.",
            "Emmanuel Macron mengatakan tidak sempat makan jika terburu-buru",
        ),
        (
            "Emmanuel Macron mundur, setelah sempat menolak desakan mundur dari partainya, Senin (3/7).",
            "Emmanuel Macron resigns",
        ),
        ("Prancis menarik duta besarnya dari Teheran pada 2019.", "France recalls the ambassador from Iran"),
        ("Prancis mengusir 23 diplomat Iran pada 2019.", "France expels diplomats of Iran"),
        # who is charged, helped or brought to do it does it
        ("Prancis membantu Oman menyerang Iran pada 2019.", "Oman attacks Iran"),
        ("Prancis bertemu Oman setelah pasukan itu menyerang Iran pada 2019.", "Attack on Iran"),
        (
            "Prancis mengecam Oman, dan Iran menarik duta besarnya dari Paris pada 2019.",
            "Iran recalls the ambassador from France",
        ),
        ("Emmanuel Macron menghadiri KTT Dewan Kerja Sama Teluk pada 2019.", "Emmanuel Macron holds a meeting"),
        (
            "Emmanuel Macron mengatakan, polisi menyerang markas ISIS pada 2019.",
            "Attack on Islamic State",
        ),
        # what is tested or deployed is told where the quote speaks of one kind alone
        ("Prancis melakukan uji coba nuklir pada 2015.", "France carries out a nuclear test"),
        ("Prancis menembakkan rudal dan melakukan uji nuklir pada 2015.", "France tests weapons"),
        ("Prancis mengerahkan tiga kapal perang pada 2015.", "France deploys ships"),
        # who does what is not shown: what was done and who is named is said all the same
        ("Prancis menyerang sekutu lama Iran di gurun pada 2015.", "France launches an attack"),
        # nobody is made a culprit
        ("Menurut Prancis, serangan di perbatasan Yaman terjadi pada 2015.", "Attack on Yemen"),
    ],
)
def test_an_english_label_is_english(text: str, label: str, gazetteer: Gazetteer) -> None:
    assert english(text, gazetteer) == label


def test_a_part_of_a_land_is_not_all_of_it(gazetteer: Gazetteer) -> None:
    told = claim("Prancis mencaplok empat wilayah Yaman pada September 2022.", gazetteer)
    assert event_label(told, told.actors, told.places, gazetteer)["id"] == "Prancis mencaplok empat wilayah Yaman"


def test_what_somebody_is_charged_with_is_marked(gazetteer: Gazetteer) -> None:
    told = "Pada Rabu (5/7), Prancis menuduh Oman menyerang Yaman pada September 2022."
    article = read_page("a", told, title="Tanpa judul", published="2023-07-10")
    charge, deed = read_article(article, gazetteer).claims
    assert (charge.act, charge.alleged) == ("accuse", False)
    assert (deed.act, deed.alleged, deed.attributed_to) == ("assault", True, "Prancis")
    assert event_label(deed, deed.actors, (), gazetteer) == {
        "id": "Tuduhan: Oman menyerang Yaman",
        "en": "Alleged: Oman attacks Yemen",
    }


def test_without_the_day_of_the_article_no_promise_is_of_the_past(gazetteer: Gazetteer) -> None:
    text = "Prancis dan Oman sepakat memulihkan hubungan pada Maret 2021."
    assert claim(text, gazetteer, published=None).act == "ties"


def test_a_purpose_stands_right_before_its_verb() -> None:
    text = "Lurah tiba untuk bertemu petani."
    assert is_under(text, Span(text.index("bertemu"), len(text)), "purpose")


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron meminta warga belajar dari krisis 1998.",
        "Emmanuel Macron meminta warga belajar dari krisis yang melanda pada 1998 dan krisis uang tahun 2008 silam.",
        "Emmanuel Macron mengkritik anggaran PBB 2018.",
        "Prancis mengirim ahli untuk persiapan menuju Asian Games 2018.",
    ],
)
def test_a_year_that_tells_which_thing_is_meant_dates_nothing(text: str, gazetteer: Gazetteer) -> None:
    article = read_page("a", text, title="Tanpa judul", published="2023-07-10")
    assert read_article(article, gazetteer).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "Prancis terpuruk dalam krisis 1998.",
        "Prancis meraih gelar Piala Dunia 1998.",
        "Prancis mengirim ahli ke Asian Games 2018.",
        "Emmanuel Macron bertemu Vladimir Putin di Vladivostok 2018.",
    ],
)
def test_a_year_of_what_one_takes_part_in_dates_it(text: str, gazetteer: Gazetteer) -> None:
    assert claim(text, gazetteer).when is not None


def test_talks_that_stood_still_since_a_year_were_not_held_since(gazetteer: Gazetteer) -> None:
    told = claim("Perundingan yang melibatkan Prancis dan Jerman terhenti sejak 2009.", gazetteer)
    assert (told.type, set(told.actors)) == ("OTHER", {"prancis", "jerman"})


def test_who_is_told_to_be_part_of_a_deed_takes_part(gazetteer: Gazetteer) -> None:
    told = claim("Perundingan yang diikuti Prancis, Jerman, dan Rusia digelar pada 2009.", gazetteer)
    assert (told.type, set(told.actors)) == ("CONSULT", {"prancis", "jerman", "rusia"})


def test_a_body_in_the_post_somebody_has_takes_no_part(gazetteer: Gazetteer) -> None:
    told = claim("Emmanuel Macron, kini ketua Dewan Keamanan PBB, mengunjungi Berlin pada 2019.", gazetteer)
    assert set(told.actors) == {"emmanuel-macron", "jerman"}


def test_whose_kin_speaks_says_nothing(gazetteer: Gazetteer) -> None:
    told = claim("Olaf Scholz, adik Emmanuel Macron, mengatakan pada Senin bahwa pasar dibuka.", gazetteer)
    assert "emmanuel-macron" not in told.actors


@pytest.mark.parametrize("source", ["Olaf Scholz, kanselir Jerman,", "badan antariksa AS, NASA,"])
def test_what_is_told_of_a_source_is_no_part_of_what_it_says(source: str, gazetteer: Gazetteer) -> None:
    told = claim(f"Menurut {source} Emmanuel Macron akan bertemu Joe Biden pada 2024.", gazetteer)
    assert set(told.actors) == {"emmanuel-macron", "joe-biden"}
    assert told.gist == "Emmanuel Macron akan bertemu Joe Biden"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Jerman menjatuhkan sanksi terhadap Rusia setelah uji coba nuklir pada 2006, 2009, dan 2017.", {"rusia"}),
        ("Atas peluncuran rudal pada Senin, Prancis menjatuhkan sanksi terhadap Rusia.", {"rusia"}),
        ("Emmanuel Macron pulang setelah kunjungan pada Senin.", {"emmanuel-macron"}),
    ],
)
def test_who_answers_a_deed_has_not_done_it(text: str, actors: set[str], gazetteer: Gazetteer) -> None:
    article = read_page("a", text, title="Tanpa judul", published="2023-07-10")
    assert {frozenset(one.actors) for one in read_article(article, gazetteer).claims} == {frozenset(actors)}


def test_a_noun_may_say_whose_deed_it_is(gazetteer: Gazetteer) -> None:
    told = claim(
        "Emmanuel Macron berangkat ke Berlin untuk perundingan pertamanya dengan Olaf Scholz pada 2019.", gazetteer
    )
    assert (told.type, set(told.actors)) == ("CONSULT", {"emmanuel-macron", "olaf-scholz"})
