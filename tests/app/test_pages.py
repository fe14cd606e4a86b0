"""What each page shows for which URL, without a browser."""

import re
import tomllib
from collections.abc import Callable
from html import unescape
from pathlib import Path
from time import monotonic
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP
from tests.app.sample import EVENTS, HOSTILE, event_id, sample_store
from tests.test_timex_gate import FLOORS
from timeline.message import LANGUAGES, Language, message
from timeline.selection import Selection
from timeline.store import load_store, save_store
from timeline.ui.library import STORE_VARIABLE
from timeline.ui.state import LAST_VISIT
from timeline.views.board import Board
from timeline.views.evidence import fragment_link
from timeline.views.facets import facets
from timeline.views.heading import MOST_FAULTS, faults
from timeline.views.method import scores
from timeline.views.places import place_name
from timeline.views.reasons import by_subject

Run = Callable[..., AppTest]
TOTAL = len(EVENTS)


def text(at: AppTest) -> str:
    """Return all HTML of a page, without the style sheet."""
    return "\n".join(body for element in at.get("html") if "<style>" not in (body := element.proto.body))


def counted(at: AppTest) -> str:
    return next(line for line in text(at).split("\n") if "lm-counted" in line)


def links(at: AppTest, style: str) -> list[str]:
    """Return where the links of a class lead, in the order of the page."""
    found = re.findall(rf'<a class="lm-inside {style}" href="([^"]*)"', text(at))
    return [unescape(link) for link in found]


def test_start_shows_every_event(app: Run):
    at = app()
    assert not at.exception
    assert f"{TOTAL} peristiwa" in counted(at)
    assert not at.query_params  # defaults leave the URL clean


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"aktor": "negeri-selatan"}, [0, 1, 6, 8, 9]),
        ({"aktor": "negeri-utara"}, [2, 3, 4, 5, 6, 7, 9]),  # a state includes its people
        ({"aktor": ["siti-utara", "jahat"]}, [2, 5, 6, 7, 10, 11, 12]),
        ({"sumber": "berita-satu"}, [0, 1, 2, 6]),
        ({"jenis": "consult"}, [2, 5, 6, 7]),
        ({"status": ["planned", "denied"]}, [8, 9]),
        ({"dari": "2019-04-25", "sampai": "2019-04-25"}, [3, 4, 6]),
        ({"dari": "2024-06-19"}, [3, 10, 11]),
        ({"sampai": "1979"}, [0, 4]),
        ({"cari": "BERITA TIGA"}, [6, 7, 8, 9]),
        ({"cari": "kota-baru"}, [5]),
        ({"lingkup": "inti"}, [6, 9]),
        ({"aktor": "siti-utara", "sumber": "berita-tiga", "jenis": "consult"}, [6, 7]),
    ],
)
def test_each_filter_shows_what_it_should(app: Run, parameters: dict[str, str], expected: list[int]):
    at = app(**parameters)
    assert not at.exception
    assert f'<p class="lm-counted" role="status">{len(expected)} dari {TOTAL}' in counted(at)
    assert "lm-fault" not in text(at)


def test_filters_combine_into_an_empty_result_that_says_so(app: Run):
    at = app(aktor="jahat", jenis="consult")
    assert not at.exception
    assert "Tidak ada peristiwa yang cocok" in text(at)
    assert links(at, "lm-reset") == ["./"]


def test_each_chip_leads_to_the_view_without_its_filter(app: Run):
    at = app(aktor=["negeri-utara", "jahat"], jenis="aid", bahasa="en", peristiwa=event_id(6))
    onward = [parse_qs(urlsplit(link).query) for link in links(at, "lm-chip")]
    rest = {"bahasa": ["en"], "peristiwa": [event_id(6)]}
    assert onward[0] == {"aktor": ["jahat"], "jenis": ["aid"], **rest}
    assert onward[2] == {"aktor": ["negeri-utara", "jahat"], **rest}
    assert [parse_qs(urlsplit(link).query) for link in links(at, "lm-reset")] == [rest]


def told(app_store: Path, asked: Selection, **sought: str) -> dict[str, dict[str, str]]:
    """Return name to count of each filter's values."""
    board = Board.of(load_store(app_store))
    found = facets(board, asked, board.index.counts(asked), sought, "id")
    return {one["facet"]: {value["name"]: value["told"] for value in one["values"]} for one in found}


def test_counts_are_those_under_the_other_filters(store: Path):
    shown = told(store, Selection(types=("CONSULT",), actors=("jahat",)))
    assert shown["actors"]["Siti Utara"] == "4"
    assert shown["actors"]["Negeri Selatan"] == "1"
    assert shown["types"]["lainnya"] == "3"
    assert shown["types"]["pertemuan & kunjungan"] == "0"


def test_a_value_is_at_hand_if_many_events_have_it_or_it_is_chosen_or_sought(
    store: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("timeline.views.facets.SENT", 1)
    assert list(told(store, Selection())["actors"]) == ["Negeri Utara"]
    assert list(told(store, Selection(actors=("jahat",)))["actors"])[1:] == [HOSTILE[0]]
    assert list(told(store, Selection(), actors="SITI-utara")["actors"]) == ["Negeri Utara", "Siti Utara"]


def test_words_years_and_scope_write_the_url(app: Run):
    at = app()
    at.text_input(key="_cari").set_value(" beras ").run()
    assert at.query_params["cari"] == "beras"
    at.slider(key="_rentang").set_value((2000, 2020)).run()
    assert (at.query_params["dari"], at.query_params["sampai"]) == ("2000", "2020")
    assert "1 dari" in counted(at)


@pytest.mark.parametrize(("ago", "kept"), [(0, True), (60, False)])
def test_what_the_browser_answers_before_it_has_the_new_address_keeps_it(app: Run, ago: float, kept: bool):
    at = app(dari="2018")
    at.session_state[LAST_VISIT] = (
        {"dari": ["2018"]},
        {"dari": ["2018"], "peristiwa": [event_id(0)]},
        monotonic() - ago,
    )
    at.toggle(key="_lipat").set_value(False).run()
    assert at.query_params["lipat"] == "tidak"
    assert ("peristiwa" in at.query_params) is kept


@pytest.mark.parametrize("name", [event_id(6), "lama-6"])
def test_an_event_and_its_alias_open_the_same_detail(app: Run, name: str):
    at = app(peristiwa=name)
    shown = text(at)
    assert not at.exception
    assert "<h2><bdi>Pertemuan puncak</bdi></h2>" in shown
    assert "25 April 2019" in shown
    assert "<code" in shown
    assert "2019-04-25" in shown
    assert shown.count('<mark class="lm-expression">saat 6</mark>') == 3
    assert "Mengapa tanggal ini?" in shown
    assert "Alasan 6 &lt;b&gt;" in shown
    assert "Keterangan sumber berbeda" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_stand_under_what_they_are_about(language: Language):
    date = "Alasan lain"
    event = message("claim.cue", cue="akan: “x”", modality=message("claim.planned")).text(language)
    who = message("mention.seat", printed="Kota (1)", name="Negeri").text(language)
    assert by_subject([who, date, event], language) == {"date": [date], "event": [event], "who": [who]}


def test_previous_and_next_keep_to_what_the_filters_show(app: Run):
    at = app(peristiwa=event_id(2), jenis="consult")
    at.button(key="_next").click().run()
    assert at.query_params["peristiwa"] == event_id(5)
    at.button(key="_previous").click().run()
    assert at.query_params["peristiwa"] == event_id(2)
    assert at.button(key="_previous").disabled


def test_an_event_outside_the_filters_is_shown_and_says_so(app: Run):
    assert "tidak termasuk dalam saringan" in text(app(peristiwa=event_id(0), jenis="consult"))


@pytest.mark.parametrize("lanes", ["tema", "aktor", "sumber"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_of_lane_is_drawn_in_both_languages(app: Run, lanes: str, language: str):
    at = app(jalur=lanes, bahasa=language, lipat="tidak")
    assert not at.exception
    assert "lm-fault" not in text(at)


def test_english_says_nothing_in_indonesian(app: Run):
    shown = text(app(bahasa="en", peristiwa=event_id(6)))
    assert "Why this date?" in shown
    assert "Sources disagree" in shown
    assert "Mengapa" not in shown
    assert "sumber" not in re.sub(r'href="[^"]*"', "", shown).lower()


def test_a_label_in_its_sources_own_words_is_quoted_and_keeps_its_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    folder = sample_store(tmp_path / "store")
    chronology = load_store(folder)
    quote = chronology.claims["quote"].iloc[0]
    chronology.events.at[0, "label"] = {"id": quote, "en": quote}
    save_store(chronology, {}, folder)
    monkeypatch.setenv(STORE_VARIABLE, str(folder))
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params["bahasa"], at.query_params["peristiwa"] = "en", event_id(0)
    shown = text(at.run())
    assert f'<h2 lang="id"><bdi>“{quote}”</bdi></h2>' in shown
    assert "own words, in Indonesian" in shown
    assert f"<h2><bdi>{EVENTS[1][5]} (en)</bdi></h2>" in text(app_at(at, event_id(1)))


def app_at(at: AppTest, event: str) -> AppTest:
    """Return the app at another event."""
    at.query_params["peristiwa"] = event
    return at.run()


def test_places_are_named_in_the_language_of_the_page():
    assert place_name("Singapura", "en") == "Singapore"
    assert place_name("Singapura", "id") == place_name("Singapura", "id") == "Singapura"
    assert place_name("Kota Baru", "en") == "Kota Baru"


def test_an_empty_result_explains_no_signs(app: Run):
    assert "lm-key" not in text(app(aktor="jahat", jenis="consult"))


def test_the_key_explains_what_is_on_show(app: Run):
    assert "dibantah" in text(app())
    assert "pengandaian" not in text(app(status="planned"))
    assert "tahun kosong dilipat" not in text(app(lipat="tidak"))


@pytest.mark.parametrize(
    ("some", "told", "absent"),
    [
        ([], "Belum ada peristiwa.", "saringan"),
        ([EVENTS[2]], "1 peristiwa, 2001, menurut", "2001–2001"),
        ([EVENTS[-1]], "1 peristiwa tanpa tanggal, menurut", "1–1"),
    ],
)
def test_a_chronology_with_hardly_anything_in_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, some: list[object], told: str, absent: str
):
    monkeypatch.setattr("tests.app.sample.EVENTS", some)
    monkeypatch.setenv(STORE_VARIABLE, str(sample_store(tmp_path)))
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not at.exception
    assert told in counted(at)
    assert absent not in text(at)
    assert bool(at.text_input) == bool(some)  # nothing to filter where there is nothing


NAMES = ["aktor", "sumber", "jenis", "status", "dari", "sampai", "lingkup", "jalur", "peristiwa", "bahasa", "lipat"]
HOSTILE_PARAMETERS = [
    {name: value}
    for name in NAMES
    for value in ("<script>alert(1)</script>", "0000", "9999-99-99", "../../etc/x", "٢٠١٩", "😀" * 500, "\u202e\x00'\"")
]  # fmt: skip


@pytest.mark.parametrize("parameters", HOSTILE_PARAMETERS, ids=lambda one: f"{next(iter(one.items()))!r:.40}")
def test_a_hostile_value_is_named_and_everything_is_shown(app: Run, parameters: dict[str, str]):
    at = app(**parameters)
    assert not at.exception
    assert "lm-fault" in text(at)
    assert "<script>alert" not in text(at)
    assert f"{TOTAL} peristiwa" in counted(at) or f"{TOTAL} events" in counted(at)


def test_a_range_that_runs_backwards_is_named(app: Run):
    at = app(dari="2020", sampai="2010")
    assert "dari “2020” sesudah sampai “2010”" in text(at)


def test_a_search_for_code_finds_it_as_text(app: Run):
    at = app(cari=HOSTILE[0], peristiwa=event_id(10))
    assert "1 dari" in counted(at)
    assert "<script>" not in text(at)


def test_a_quote_stands_marked_in_its_source(app: Run):
    at = app(artikel="berita-tiga", kutipan="berita-tiga-00000006")
    at.switch_page("timeline/ui/sumber.py").run()
    shown = text(at)
    assert not at.exception
    assert 'id="k-berita-tiga-00000006"' in shown
    assert '<mark class="lm-opened"' in shown
    assert 'href="./?peristiwa=peristiwa-6"' in shown


@pytest.mark.parametrize(
    "parameters", [{"artikel": "<script>x</script>"}, {"kutipan": "nihil", "artikel": "berita-satu"}]
)
def test_the_source_page_names_what_it_does_not_know(app: Run, parameters: dict[str, str]):
    at = app(**parameters)
    at.switch_page("timeline/ui/sumber.py").run()
    assert not at.exception
    assert "lm-fault" in text(at)
    assert "<script>" not in text(at)


def test_of_many_unknown_values_the_first_are_listed_and_the_rest_counted():
    told = faults(tuple(message("views.fault_value", name="aktor", value=f"x{n}") for n in range(3000)), "id")
    assert told.count("<li>") == MOST_FAULTS + 1
    assert "dan 2992 lagi" in told


def test_articles_are_searched_by_title_and_publisher(app: Run):
    at = app(cari="kabar kota")
    at.switch_page("timeline/ui/sumber.py").run()
    shown = text(at)
    assert "2 artikel cocok" in shown
    assert "Sejarah dua negeri" not in shown
    at.text_input(key="_telusur").set_value("tidak ada").run()
    assert at.query_params["cari"] == "tidak ada"
    assert "Tidak ada artikel" in text(at)


def test_the_numbers_of_quotes_lead_to_their_events(app: Run):
    at = app(artikel="berita-tiga")
    at.switch_page("timeline/ui/sumber.py").run()
    shown = text(at)
    assert shown.count("<sup>") == 4
    assert 'aria-label="Peristiwa: Pertemuan puncak">1</a>' in shown
    assert "tidak disertakan" not in shown  # whole, not an excerpt


def test_a_hostile_article_is_text(app: Run):
    at = app(artikel="berita-jahat")
    at.switch_page("timeline/ui/sumber.py").run()
    assert not at.exception
    assert "<script>" not in text(at)
    assert "<img" not in text(at)
    assert 'href="javascript:' not in text(at)


def test_links_to_the_original_escape_what_fragments_reserve(app: Run):
    assert "https://example.org/a-b?x=1#:~:text=" in text(app(peristiwa=event_id(3)))


def test_a_link_to_a_quote_under_a_date_leads_behind_that_line():
    link = fragment_link("https://example.org/a", "25 Juni 1950\nPerang pecah di semenanjung.")
    assert link == "https://example.org/a#:~:text=Perang%20pecah%20di%20semenanjung."


def test_the_method_page_explains_and_offers_the_data(app: Run):
    at = app(bahasa="en")
    at.switch_page("timeline/ui/metode.py").run()
    assert not at.exception
    assert "How this timeline is made" in text(at)


def test_the_figures_shown_are_those_the_gates_hold():
    gate = tomllib.loads((APP.parent / "tests" / "tables" / "chronologies" / "gate.toml").read_text(encoding="utf-8"))
    held = {f"timex.{name}": 100 * floor for name, floor in FLOORS.items()}
    held |= {f"chronologies.{name}": floor for name, floor in gate["floors"].items()}
    assert [(name, value) for name, value, _ in scores() if value > held[name]] == []


def test_a_store_that_is_not_there_is_told_plainly_in_the_language_of_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "<b>none"))
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not at.exception
    assert "tidak dapat dibaca" in text(at)
    assert "berkas itu tidak ada. Susun ulang: python -m timeline build" in text(at)
    at.query_params["bahasa"] = "en"
    at.run()
    assert "the file is missing. Build it anew: python -m timeline build" in text(at)
    assert "<b>" not in text(at)


def test_what_the_first_reader_sees_keeps_its_place_at_the_next_click(app: Run, monkeypatch: pytest.MonkeyPatch):
    """A part of the page that moves is made anew by the browser: the chart flickers, and who had the focus loses it."""
    monkeypatch.setattr("timeline.ui.library._in_memory", set())
    at = app()
    first = {place: type(part) for place, part in at.main.children.items()}
    at.run()
    assert {place: type(part) for place, part in at.main.children.items()} == first


def test_a_store_that_was_rebuilt_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    folder = sample_store(tmp_path / "store")
    monkeypatch.setenv(STORE_VARIABLE, str(folder))
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    assert f"{TOTAL} peristiwa" in counted(at)
    monkeypatch.setattr("tests.app.sample.EVENTS", EVENTS[:5])
    sample_store(folder)
    at.run()
    assert "5 peristiwa" in counted(at)
