"""What only a browser shows: clicks on the chart, one view for two browsers, scrolling, keys, phones, themes."""

import json
import re
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.app.sample import EVENTS, event_id
from timeline.export.as_json import to_json
from timeline.pipeline import build_chronology
from timeline.ui.library import BUNDLED, TOPIC

pytestmark = pytest.mark.browser

SECONDS = 60_000
CHART = ".st-key-kanvas .js-plotly-plot .main-svg"
SERIOUS = ("serious", "critical")


def opened(page: Page, address: str) -> Page:
    """Open a timeline address and wait for its chart."""
    page.goto(address)
    expect(page.locator(CHART).first).to_be_visible(timeout=SECONDS)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until no script run is under way."""
    page.wait_for_function("!document.querySelector('[data-test-script-state=\"running\"]')", timeout=SECONDS)
    page.wait_for_timeout(250)


def parameters(page: Page) -> dict[str, list[str]]:
    return urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)


def wait_for(page: Page, name: str, value: str | None) -> None:
    """Wait until a URL parameter has a value, or is gone."""
    page.wait_for_function(
        "([name, value]) => new URLSearchParams(location.search).get(name) === value",
        arg=[name, value],
        timeout=SECONDS,
    )
    settled(page)


def options(page: Page) -> list[str]:
    return [row.get_attribute("data-id") or "" for row in page.get_by_role("option").all()]


def view(page: Page) -> dict[str, Any]:
    """Return what a reader sees of a view: the count, the list, the event, the labels and years of the chart."""
    return {
        "count": page.locator(".lm-counted").inner_text(),
        "list": options(page),
        "event": page.locator(".lm-head h2").all_inner_texts(),
        "chart": page.locator(f"{CHART} text").all_text_contents(),
        "chips": page.locator(".lm-chip").all_inner_texts(),
    }


def choose(page: Page, label: str, words: str) -> None:
    """Choose a value in one of the filters that list them."""
    page.get_by_role("group", name=label).get_by_role("checkbox", name=re.compile(re.escape(words))).click()


@pytest.fixture(scope="module")
def summit() -> dict[str, Any]:
    """Return the summit of April 2019 as the export has it: by its day and the two who met."""
    chronology, _ = build_chronology([path for path in BUNDLED if path.is_dir()], topic=TOPIC)
    events: list[dict[str, Any]] = json.loads(to_json(chronology))["events"]
    people = {"vladimir-putin", "kim-jong-un"}
    return next(one for one in events if one["edtf"] == "2019-04-25" and people <= set(one["actors"]))


def test_from_an_actor_to_the_summit_to_its_quote_and_into_another_browser(
    bundled_site: str, summit: dict[str, Any], page: Page, browser: Browser
):
    opened(page, bundled_site)
    choose(page, "Aktor", "Kim Jong-un")
    wait_for(page, "aktor", "kim-jong-un")
    page.locator(f'[role=option][data-id="{summit["id"]}"]').click()
    wait_for(page, "peristiwa", summit["id"])
    expect(page.locator(".lm-head h2")).to_contain_text("Vladivostok")
    expect(page.locator(".lm-claim mark.lm-expression").first).to_be_visible()
    here, address = view(page), page.url

    other = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    assert view(opened(other, address)) == here
    other.context.close()

    page.get_by_role("link", name=re.compile("Baca dalam artikelnya")).first.click()
    page.wait_for_url(re.compile("/sumber"), timeout=SECONDS)
    mark = page.locator("mark.lm-opened").first
    expect(mark).to_be_in_viewport(timeout=SECONDS)
    quote = parameters(page)["kutipan"][0]
    assert quote in summit["claims"]

    page.go_back()
    wait_for(page, "peristiwa", summit["id"])
    expect(page.locator(CHART).first).to_be_visible(timeout=SECONDS)
    settled(page)
    assert view(page) == here


def test_the_main_years_and_every_core_label_are_on_one_screen(bundled_site: str, page: Page):
    opened(page, bundled_site)
    texts = page.locator(f"{CHART} text").all_text_contents()
    assert {"2000", "2002", "2011", "2019", "2023", "2024"} <= set(texts)
    canvas = page.locator(".st-key-kanvas").bounding_box()
    assert canvas
    assert canvas["y"] + canvas["height"] < 900


@pytest.mark.parametrize("width", [1400, 1100, 390])
def test_labels_keep_clear_of_each_other_and_of_the_edge(bundled_site: str, page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, bundled_site)
    page.wait_for_timeout(1500)  # the chart is drawn once more where its width was guessed wrong
    settled(page)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.st-key-kanvas .textpoint text')].map((text) => {
            const box = text.getBoundingClientRect();
            return [text.textContent, box.left, box.right, box.top + 4, box.bottom - 4];
        })"""
    )
    right = page.evaluate("document.querySelector('.st-key-kanvas .main-svg').getBoundingClientRect().right")
    assert len(boxes) > 5
    for number, (text, left, end, top, bottom) in enumerate(boxes):
        assert end <= right + 1, text
        for other, left2, end2, top2, bottom2 in boxes[number + 1 :]:
            assert end <= left2 or end2 <= left or bottom <= top2 or bottom2 <= top, (text, other)


def test_a_click_on_a_mark_and_on_a_label_select_their_event(site: str, page: Page):
    opened(page, site)
    label = page.locator(f"{CHART} text").filter(has_text="Pertemuan puncak").first.bounding_box()
    assert label
    page.mouse.click(label["x"] + label["width"] * 0.4, label["y"] + label["height"] / 2)
    wait_for(page, "peristiwa", event_id(6))
    expect(page.locator(".lm-head h2")).to_have_text("Pertemuan puncak")
    page.locator(".st-key-kanvas").scroll_into_view_if_needed()
    ids = page.evaluate(
        """() => document.querySelector('.st-key-kanvas .js-plotly-plot').data.flatMap((trace, number) =>
            (trace.customdata && trace.marker?.symbol ? trace.customdata.map((id) => id) : []))"""
    )
    assert event_id(2) in ids
    place = page.evaluate(
        """(id) => {
            const chart = document.querySelector('.st-key-kanvas .js-plotly-plot');
            const trace = chart.data.find((one) => one.customdata && one.marker?.symbol && one.customdata.includes(id));
            const number = trace.customdata.indexOf(id);
            const box = chart.getBoundingClientRect();
            const {xaxis, yaxis} = chart._fullLayout;
            const [x, y] = [xaxis.d2p(trace.x[number]), yaxis.d2p(trace.y[number])];
            return [box.left + xaxis._offset + x, box.top + yaxis._offset + y];
        }""",
        event_id(2),
    )
    page.mouse.click(*place)
    wait_for(page, "peristiwa", event_id(2))


def test_dragging_chooses_a_range_and_a_double_click_gives_it_back(site: str, page: Page):
    opened(page, site)
    box = page.locator(".st-key-kanvas .nsewdrag").first.bounding_box()
    assert box
    y = box["y"] + box["height"] - 4
    page.mouse.move(box["x"] + box["width"] * 0.55, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, y, steps=6)
    page.mouse.up()
    page.wait_for_function("location.search.includes('dari=') && location.search.includes('sampai=')", timeout=SECONDS)
    settled(page)
    first, last = parameters(page)["dari"][0], parameters(page)["sampai"][0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", first)
    assert first < last
    expect(page.locator(".lm-chip")).to_have_count(1, timeout=SECONDS)
    box = page.locator(".st-key-kanvas .nsewdrag").first.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + 3, box["y"] + 2)
    wait_for(page, "dari", None)


def test_back_and_forward_walk_through_the_views(site: str, page: Page):
    opened(page, site)
    page.get_by_role("option").nth(1).click()
    wait_for(page, "peristiwa", event_id(0)) if options(page)[1] == event_id(0) else settled(page)
    first = parameters(page)["peristiwa"][0]
    page.wait_for_timeout(1100)  # two clicks within a second make one entry of history
    page.get_by_role("option").nth(3).click()
    page.wait_for_function("(old) => new URLSearchParams(location.search).get('peristiwa') !== old", arg=first)
    settled(page)
    page.go_back()
    wait_for(page, "peristiwa", first)
    page.go_back()
    wait_for(page, "peristiwa", None)
    page.go_forward()
    wait_for(page, "peristiwa", first)


def test_the_list_works_by_keys_alone(site: str, page: Page):
    opened(page, site)
    box = page.get_by_role("listbox", name="Daftar peristiwa")
    box.focus()
    for key in ("ArrowDown", "ArrowDown", "End", "Home", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    wait_for(page, "peristiwa", options(page)[1])
    assert (
        page.evaluate("document.activeElement.shadowRoot?.activeElement?.role ?? document.activeElement.role")
        == "listbox"
    )
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    wait_for(page, "peristiwa", options(page)[2])


def test_the_list_stays_beside_a_long_event_with_the_selected_one_in_sight(bundled_site: str, page: Page):
    """The summit of April 2019 has quotes of four papers: more than a screen."""
    opened(page, f"{bundled_site}/?peristiwa=2019-04-25-kim-jong-un-vladimir-putin-vladivostok")
    settled(page)
    page.locator(".st-key-rincian .lm-claim").last.scroll_into_view_if_needed()
    expect(page.locator("[role=option][aria-selected=true]")).to_be_in_viewport(ratio=1, timeout=SECONDS)


def test_tab_reaches_search_filters_list_and_detail(site: str, page: Page):
    opened(page, f"{site}/?peristiwa={event_id(6)}")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                """() => {
                    let e = document.activeElement;
                    while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
                    const name = e.innerText || e.getAttribute('aria-label') || e.placeholder || '';
                    return e.getAttribute('role') === 'listbox' ? 'listbox' : e.tagName + ':' + name;
                }"""
            )
        )
    told = " ".join(reached)
    for part in (
        "listbox",
        "INPUT:Cari",
        "Mengapa tanggal ini?",
        "Baca dalam artikelnya",
        "Salin tautan",
        "Berikutnya",
    ):
        assert part in told, part


def test_english_is_kept_from_page_to_page_and_in_the_link(site: str, page: Page):
    opened(page, site)
    page.get_by_role("link", name="English").click()
    wait_for(page, "bahasa", "en")
    expect(page.locator("html")).to_have_attribute("lang", "en", timeout=SECONDS)
    expect(page.get_by_role("heading", name="List of events")).to_be_visible()
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Skip to main content")
    page.get_by_role("link", name="Sources").click()
    page.wait_for_url(re.compile("/sumber.*bahasa=en"), timeout=SECONDS)
    page.get_by_role("link", name="Method").click()
    page.wait_for_url(re.compile("/metode.*bahasa=en"), timeout=SECONDS)
    expect(page.get_by_role("heading", level=1)).to_have_text("How this timeline is made")
    page.get_by_role("link", name="Timeline", exact=True).click()
    wait_for(page, "bahasa", "en")


def test_indonesian_pages_have_no_english_left(site: str, page: Page):
    opened(page, f"{site}/?dari=2019-01&sampai=2019-06")
    expect(page.locator("html")).to_have_attribute("lang", "id")
    shown = page.locator("body").inner_text()
    assert not re.search(r"\b(Choose|Select|Press|Deploy|Filter|Search|the|of|and|May|Clear)\b", shown), shown
    assert "Mei" in " ".join(page.locator(f"{CHART} text").all_text_contents())
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Langsung ke isi")
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("aria-label", "Saring")


def test_a_page_that_is_not_there_is_told_in_the_language_of_the_page(site: str, page: Page):
    page.goto(f"{site}/tidak-ada")
    expect(page.get_by_role("dialog").get_by_text("Halaman tidak ditemukan")).to_be_visible(timeout=SECONDS)
    expect(page.get_by_role("dialog").get_by_text("linimasa ditampilkan")).to_be_visible(timeout=SECONDS)


def test_search_marks_what_it_finds(site: str, page: Page):
    opened(page, site)
    box = page.get_by_label("Cari", exact=True)
    box.fill("PERTEMUAN-PUNCAK")
    box.press("Enter")
    wait_for(page, "cari", "PERTEMUAN-PUNCAK")
    expect(page.locator("mark.hit")).to_have_text("Pertemuan puncak")
    page.get_by_role("option").first.click()
    wait_for(page, "peristiwa", event_id(6))
    expect(page.locator("mark.lm-hit").first).to_contain_text("Pertemuan puncak")


def test_copy_buttons_give_the_link_and_the_citation(site: str, browser: Browser):
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = opened(context.new_page(), f"{site}/?peristiwa={event_id(6)}&aktor=siti-utara")
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.get_by_text("Tautan tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Salin kutipan").click()
    page.wait_for_timeout(300)
    cited = page.evaluate("navigator.clipboard.readText()")
    assert "Warta Utara, “Sejarah dua negeri”, 2 Juli 2024: “Pertemuan puncak pada saat 6" in cited
    assert page.url in cited
    context.close()


def test_a_view_without_an_event_can_be_shared(site: str, browser: Browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), f"{site}/?aktor=siti-utara")
    page.get_by_role("button", name="Bagikan").click()
    expect(page.get_by_role("status").filter(has_text="Tautan tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    context.close()


def test_the_way_to_a_source_and_back_to_an_event_needs_no_reload(site: str, page: Page):
    opened(page, f"{site}/?peristiwa={event_id(6)}")
    page.evaluate("window.here = true")
    page.get_by_role("link", name="Sejarah dua negeri").first.click()
    page.wait_for_url(re.compile("/sumber.*artikel=berita-satu"), timeout=SECONDS)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sejarah dua negeri", timeout=SECONDS)
    page.locator("a.lm-to-event").filter(has_text="Siti Utara berkunjung").first.click()
    wait_for(page, "peristiwa", event_id(2))
    expect(page.locator(".lm-head h2")).to_have_text("Siti Utara berkunjung", timeout=SECONDS)
    assert page.evaluate("window.here")
    page.go_back()
    page.wait_for_url(re.compile("/sumber.*artikel=berita-satu"), timeout=SECONDS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_whole_list_and_every_reason_on_white(site: str, browser: Browser, scheme: Any):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1400, "height": 900})
    page = opened(context.new_page(), f"{site}/?peristiwa={event_id(6)}")
    page.emulate_media(media="print")
    assert page.get_by_test_id("stSidebar").is_hidden()
    assert page.get_by_role("button", name="Bagikan").is_hidden()
    box = page.locator("[role=listbox]")
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    expect(page.get_by_text("Alasan 6").first).to_be_visible()
    context.close()


def test_a_phone_has_the_list_first_and_a_chart_that_fits(site: str, phone: Page):
    opened(phone, site)
    settled(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    chart, listed = phone.locator(".st-key-kanvas").bounding_box(), phone.locator(".st-key-daftar_kolom").bounding_box()
    assert chart
    assert listed
    assert listed["y"] < chart["y"]
    assert chart["width"] <= 390
    phone.get_by_role("option").nth(2).tap()
    phone.wait_for_function("location.search.includes('peristiwa')", timeout=SECONDS)
    settled(phone)
    expect(phone.locator(".lm-head h2")).to_be_in_viewport(timeout=SECONDS)
    detail = phone.locator(".st-key-rincian").bounding_box()
    assert detail
    assert detail["width"] > 340  # the whole width, not a column beside the list
    expect(phone.get_by_role("button", name="Buka saringan")).to_be_visible()


def test_closed_filters_leave_the_way_to_the_pages_free(site: str, page: Page):
    opened(page, site)
    page.get_by_test_id("stSidebar").hover()
    page.get_by_role("button", name="Tutup saringan").click()
    opener, first = page.get_by_role("button", name="Buka saringan"), page.locator(".lm-masthead a").first
    expect(opener).to_be_visible(timeout=SECONDS)
    for width in (1400, 700, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        button, link = opener.bounding_box(), first.bounding_box()
        assert button
        assert link
        beside = button["x"] + button["width"] <= link["x"]
        assert beside or button["y"] + button["height"] <= link["y"], width


def test_dark_follows_the_system(site: str, browser: Browser):
    context = browser.new_context(color_scheme="dark", viewport={"width": 1400, "height": 900})
    page = opened(context.new_page(), site)
    page.wait_for_timeout(500)
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--lm-page').trim()")
    assert ground == "rgb(20, 23, 26)"
    assert ink == "#14171A"
    context.close()


@pytest.mark.parametrize("number", [8, 10, 11, 12])
def test_hostile_text_is_text_everywhere(site: str, page: Page, number: int):
    problems: list[str] = []
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on("pageerror", lambda error: problems.append(str(error)))
    opened(page, f"{site}/?peristiwa={event_id(number)}&jalur=aktor&aktor=%3Cscript%3Ealert(1)%3C/script%3E")
    page.locator(".lm-head").wait_for(timeout=SECONDS)
    label = EVENTS[number][5]
    assert page.locator(".lm-head h2").inner_text().replace("\n", " ")[:60] == label[:60]
    for place in ("/sumber?artikel=berita-jahat", "/sumber"):
        page.goto(f"{site}{place}")
        page.locator(".lm-record, .lm-shelf").first.wait_for(timeout=SECONDS)
    assert page.title() != "hacked"
    assert page.locator("a[href^='javascript:'], img[src='x']").count() == 0
    assert problems == []


def test_filters_open_find_and_combine_by_keyboard(site: str, page: Page):
    opened(page, site)
    types = page.get_by_role("group", name="Jenis")
    expect(types.get_by_role("checkbox")).to_have_count(4)
    types.get_by_role("button", name=re.compile("semua")).press("Enter")
    more = types.get_by_role("checkbox").count()
    assert more > 4
    box = page.get_by_role("group", name="Aktor").get_by_role("checkbox", name=re.compile("Negeri Utara"))
    box.press("Space")
    wait_for(page, "aktor", "negeri-utara")
    expect(box).to_be_focused()
    expect(types.get_by_role("checkbox")).to_have_count(more)  # stays open
    types.get_by_role("checkbox", name=re.compile("pertemuan")).press("Space")
    wait_for(page, "jenis", "consult")
    assert parameters(page)["aktor"] == ["negeri-utara"]
    page.locator(".lm-chip").filter(has_text="Negeri Utara").click()
    wait_for(page, "aktor", None)
    expect(box).not_to_be_checked()
    page.go_back()
    wait_for(page, "aktor", "negeri-utara")
    expect(box).to_be_checked()


def test_downloads_hold_what_was_on_show(site: str, page: Page, tmp_path: Path):
    opened(page, f"{site}/?jenis=consult")
    page.get_by_role("link", name="Metode").click()
    page.get_by_role("heading", name="Unduh data").wait_for(timeout=SECONDS)
    with page.expect_download(timeout=SECONDS) as json_file:
        page.get_by_role("button", name="JSON").click()
    target = tmp_path / "shown.json"
    json_file.value.save_as(target)
    shown = json.loads(target.read_text(encoding="utf-8"))
    assert {event["id"] for event in shown["events"]} == {event_id(number) for number in (2, 5, 6, 7)}


def test_unfolding_and_lanes_are_part_of_the_link(site: str, page: Page):
    opened(page, site)
    page.get_by_text("Lipat tahun kosong", exact=True).click()
    wait_for(page, "lipat", "tidak")
    assert page.locator(f"{CHART} text").filter(has_text="//").count() == 0
    page.get_by_role("radio", name="Aktor").click()
    wait_for(page, "jalur", "aktor")
    expect(page.locator(f"{CHART} text").filter(has_text="Negeri Selatan").first).to_be_visible()


PLACES = ["/", "/?peristiwa=peristiwa-6&aktor=siti-utara", "/sumber", "/sumber?artikel=berita-tiga", "/metode"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(site: str, browser: Browser, place: str, language: str, scheme: str):
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}{place}{'&' if '?' in place else '?'}bahasa={language}")
    page.locator("h1").first.wait_for(timeout=SECONDS)
    if "sumber" not in place and "metode" not in place:
        expect(page.locator(CHART).first).to_be_visible(timeout=SECONDS)
    settled(page)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=rules).response["violations"]
    context.close()
    serious = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found if one["impact"] in SERIOUS]
    assert serious == []


@pytest.fixture(autouse=True)
def no_page_breaks(page: Page) -> Iterator[None]:
    """Fail a test in whose page a script broke or a traceback was shown."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield
    assert errors == []
    assert page.get_by_test_id("stException").count() == 0
