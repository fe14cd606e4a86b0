"""Which claims become one event, on claims of our own invention; and what holds whatever their order."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Span
from timeline.claims.claim import Claim, claim_id
from timeline.edtf import DateValue, Mod
from timeline.events import agreement, blocks, group
from timeline.events.event import Event, events_of
from timeline.events.grouping import group_claims
from timeline.names.actor import Gazetteer


def claim(
    article: str,
    quote: str,
    edtf: str | None,
    *actors: str,
    kind: str = "CONSULT",
    act: str | None = "meet",
    places: Sequence[str] = (),
    modality: str = "occurred",
    ordinal: int | None = None,
    mod: Mod | None = None,
    counted: bool = False,
    headline: bool = False,
    another: bool = False,
) -> Claim:
    return Claim(
        id=claim_id(article, quote, edtf),
        article=article,
        quote=quote,
        span=Span(0, len(quote)),
        expression=None if headline else edtf,
        expression_span=None,
        when=DateValue.parse(edtf, mod) if edtf else None,
        repaired=None,
        role="event",
        type=kind,
        act=act,
        actors=actors,
        doers=actors[:1],
        undergoers=actors[1:],
        gist=quote,
        places=tuple(places),
        modality=modality,
        attributed_to=None,
        context=(),
        ordinal=ordinal,
        counted=counted,
        another=another,
        is_headline=headline,
        reasons=(),
    )


def events(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[Event, ...]:
    return events_of(group_claims(claims, gazetteer), gazetteer, None)


MACRON, SCHOLZ, MERZ = "emmanuel-macron", "olaf-scholz", "friedrich-merz"
DAY = claim("a", "Macron bertemu Scholz di Paris.", "2023-07-06", MACRON, SCHOLZ, places=["Paris"])
MONTH = claim("b", "Macron dan Scholz bertemu pada Juli.", "2023-07", MACRON, SCHOLZ)
LATER = claim("c", "Macron menjamu Scholz lagi.", "2023-07-20", MACRON, SCHOLZ)
PLAN = claim("d", "Macron akan bertemu Scholz.", "2023-07-06", MACRON, SCHOLZ, modality="planned")


def test_the_same_day_people_and_type_are_one_event(gazetteer: Gazetteer) -> None:
    (event,) = events([DAY, PLAN], gazetteer)
    assert event.status == "occurred"
    assert event.sources == ("a", "d")
    assert event.merge_reasons


def test_what_a_lone_party_does_to_two_strangers_on_a_day_are_two_events(gazetteer: Gazetteer) -> None:
    arrests = [
        claim(
            "a", "KPK menahan Bupati Siti Lestari karena suap pasar.", "2023-07-06", "kpk", kind="COERCE", act="coerce"
        ),
        claim("b", "KPK menahan Wali Kota Budi Hartono.", "2023-07-06", "kpk", kind="COERCE", act="coerce"),
        claim("c", "Bupati Siti Lestari resmi ditahan KPK.", "2023-07-06", "kpk", kind="COERCE", act="coerce"),
    ]
    assert sorted(event.sources for event in events(arrests, gazetteer)) == [("a", "c"), ("b",)]


def test_a_month_joins_the_one_day_it_covers(gazetteer: Gazetteer) -> None:
    (event,) = events([MONTH, DAY], gazetteer)
    assert event.when.edtf == "2023-07-06"


def test_a_day_that_is_only_about_right_does_not_date_what_another_dates_by_the_month(gazetteer: Gazetteer) -> None:
    about = replace(DAY, when=DateValue.parse("2023-07-06~", Mod.APPROX))
    (event,) = events([MONTH, about], gazetteer)
    assert event.when.edtf == "2023-07"


def test_a_month_that_covers_two_days_joins_neither(gazetteer: Gazetteer) -> None:
    assert [event.when.edtf for event in events([MONTH, DAY, LATER], gazetteer)] == [
        "2023-07",
        "2023-07-06",
        "2023-07-20",
    ]


def test_a_month_and_a_town_tell_no_day_where_one_of_two_days_names_no_town(gazetteer: Gazetteer) -> None:
    nowhere = replace(LATER, act="meet", quote="Macron bertemu Scholz lagi.")
    in_paris = replace(MONTH, places=("Paris",))
    assert len(events([in_paris, DAY, nowhere], gazetteer)) == 3
    assert len(events([in_paris, DAY, replace(nowhere, places=("Berlin",))], gazetteer)) == 2


def test_other_people_of_the_same_states_are_another_event(gazetteer: Gazetteer) -> None:
    other = claim("b", "Macron bertemu Merz.", "2023-07-06", MACRON, MERZ)
    assert len(events([DAY, other], gazetteer)) == 2


def test_a_state_stands_for_its_people(gazetteer: Gazetteer) -> None:
    states = claim("b", "Prancis dan Jerman bertemu.", "2023-07-06", "prancis", "jerman")
    (event,) = events([DAY, states], gazetteer)
    assert set(event.actors) == {MACRON, SCHOLZ}


@pytest.mark.parametrize(
    "loose",
    [
        claim("b", "Sejak Juli mereka bertemu.", "2023-07/..", MACRON, SCHOLZ),
        claim("b", "Mereka empat kali bertemu.", "2023-07-06", MACRON, SCHOLZ, counted=True),
        claim("b", "Pada 2020-an mereka bertemu.", "202X", MACRON, SCHOLZ),
        claim("b", "Sebelum 2024 mereka bertemu.", "2024", MACRON, SCHOLZ, mod=Mod.BEFORE),
    ],
    ids=["open", "counted", "decade", "before"],
)
def test_what_has_no_period_of_its_own_joins_nothing(loose: Claim, gazetteer: Gazetteer) -> None:
    assert len(events([DAY, loose], gazetteer)) == 2


def test_what_lasts_since_a_day_began_on_it(gazetteer: Gazetteer) -> None:
    truce = claim("a", "Gencatan senjata dimulai.", "2023-07-06", "prancis", "jerman", kind="RETREAT", act="truce")
    since = replace(truce, id="b-1", article="b", when=DateValue.parse("2023-07-06/.."))
    again = replace(since, id="c-1", article="c")
    assert len(events([truce, since, again], gazetteer)) == 1
    assert len(events([since, again], gazetteer)) == 1
    assert len(events([truce, replace(since, when=DateValue.parse("2023-07/.."))], gazetteer)) == 2
    assert len(events([truce, replace(since, counted=True)], gazetteer)) == 2


def test_a_visit_leads_where_those_say_who_tell_of_a_visit(gazetteer: Gazetteer) -> None:
    visited = claim("a", "Macron dan Scholz mengunjungi pameran.", "2023-07-06", MACRON, SCHOLZ, act="visit")
    visited = replace(visited, doers=(MACRON, SCHOLZ), undergoers=())
    met = claim("b", "Macron bertemu Scholz di Paris.", "2023-07-06", MACRON, SCHOLZ, places=["Paris"])
    (event,) = events([visited, replace(visited, id="c-1", article="c"), met], gazetteer)
    assert "Paris" in event.places
    assert "Paris" not in dict(event.label)["en"]


def test_a_clash_is_one_with_the_clash_of_its_day_not_with_an_attack_in_it(gazetteer: Gazetteer) -> None:
    fought = claim("a", "Prancis dan Jerman bentrok.", "2023-07-06", "prancis", "jerman", kind="ASSAULT", act="fight")
    struck = claim("b", "Prancis mengebom Jerman.", "2023-07-06", "prancis", "jerman", kind="ASSAULT", act="assault")
    apart = [replace(fought, places=("Paris",)), replace(struck, places=("Berlin",))]
    told = replace(fought, id="c-1", article="c", quote="Pasukan Prancis dan Jerman bentrok.")
    assert sorted(event.sources for event in events([*apart, told], gazetteer)) == [("a", "c"), ("b",)]


def test_what_one_speaker_says_in_mostly_the_same_words_is_one_event(gazetteer: Gazetteer) -> None:
    said = "“Kami akan membahas rincian penghentian perang, pertukaran tawanan dan pembukaan pelabuhan,” {}."
    one = claim("a", said.format("kata Macron di Paris"), "2023-07-06", MACRON, kind="OTHER", act="say")
    other = claim("b", said.format("ujar Macron dalam pernyataannya"), "2023-07-06", MACRON, kind="OTHER", act="say")
    assert len(events([one, other], gazetteer)) == 1
    third = claim("c", "“Kami akan membahas harga gandum,” kata Macron.", "2023-07-06", MACRON, kind="OTHER", act="say")
    assert len(events([one, third], gazetteer)) == 2


def test_what_is_denied_is_no_event_that_occurred(gazetteer: Gazetteer) -> None:
    denied = replace(PLAN, id="x-1", modality="denied")
    assert {event.status for event in events([DAY, denied], gazetteer)} == {"occurred", "denied"}


def test_the_first_meeting_is_one_even_without_a_date(gazetteer: Gazetteer) -> None:
    first = replace(DAY, id="a-1", ordinal=1)
    undated = claim("e", "Macron dan Scholz bertemu untuk pertama kalinya.", None, MACRON, SCHOLZ, ordinal=1)
    (event,) = events([first, undated, LATER], gazetteer)[:1]
    assert undated.id in event.claims
    assert len(events([DAY, undated], gazetteer)) == 1
    denied = replace(undated, id="f-1", modality="denied")
    assert denied.id not in events([first, denied], gazetteer)[0].claims
    visit = replace(undated, id="g-1", act="visit", places=("Berlin",))
    assert visit.id not in events([first, visit], gazetteer)[0].claims
    assert visit.id not in events([replace(first, places=("Paris",)), visit], gazetteer)[0].claims
    assert visit.id in events([replace(first, places=("Berlin",)), visit], gazetteer)[0].claims


def test_conflicting_dates_of_one_meeting_stand_side_by_side(gazetteer: Gazetteer) -> None:
    one = replace(DAY, id="a-1", ordinal=1)
    other = replace(LATER, id="c-1", ordinal=1)
    (event,) = events([one, other], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["date"]


def test_first_meetings_years_apart_are_two(gazetteer: Gazetteer) -> None:
    once = replace(DAY, id="a-1", ordinal=1)
    again = claim("b", "Macron dan Scholz bertemu pertama kali.", "2025-09-04", MACRON, SCHOLZ, ordinal=1)
    assert len(events([once, again], gazetteer)) == 2
    denied = replace(once, id="c-1", article="c", modality="denied")
    assert len(events([once, denied], gazetteer)) == 2


def test_what_has_no_type_joins_the_only_event_of_its_day_with_its_people(gazetteer: Gazetteer) -> None:
    historic = claim(
        "b", "Hari bersejarah bagi Prancis dan Jerman.", "2023-07-06", "prancis", "jerman", kind="OTHER", act=None
    )
    (event,) = events([DAY, historic], gazetteer)
    assert event.type == "CONSULT"
    accusation = claim("c", "Macron mengecam Jerman.", "2023-07-06", MACRON, "jerman", kind="ACCUSE", act="accuse")
    assert len(events([DAY, accusation, historic], gazetteer)) == 3


CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("abc"),
        st.sampled_from(
            [
                "Satu.",
                "Mereka menyusuri sungai bersama rombongan kecil.",
                "Pagi itu mereka menyusuri sungai bersama rombongan.",
                "Rombongan menyusuri pantai bersama tuan rumah.",
            ]
        ),
        st.sampled_from(["2023-07-06", "2023-07-07", "2023-07", "2023", "2023-07-03/2023-07-09", "2023-07/..", None]),
        st.sampled_from([MACRON, "prancis"]),
        st.sampled_from([SCHOLZ, MERZ, "jerman"]),
        kind=st.sampled_from(["CONSULT", "AGREE", "OTHER"]),
        act=st.sampled_from(["meet", "visit", "host", "sign", "sever", None]),
        modality=st.sampled_from(["occurred", "planned", "denied"]),
        ordinal=st.sampled_from([None, None, 1]),
        places=st.sampled_from([[], ["Paris"], ["Berlin"], ["Vladivostok"], ["Khasan"]]),
        headline=st.sampled_from([False, False, True]),
        another=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


def test_what_no_word_names_is_one_event_where_two_papers_tell_it_in_the_same_words(gazetteer: Gazetteer) -> None:
    told = [
        claim(article, quote, "2023-07-06", "prancis", kind="OTHER", act=None)
        for article, quote in (
            ("a", "Prancis menyusuri terowongan bekas tambang garam, Kamis (6/7)."),
            ("b", "Menurut radio setempat, Prancis telah menyusuri terowongan bekas tambang pada Kamis siang."),
            ("c", "Prancis membagikan terowongan mainan kepada anak panti, Kamis."),
        )
    ]
    assert sorted(event.sources for event in events(told, gazetteer)) == [("a", "b"), ("c",)]


def test_words_that_tell_nothing_by_themselves_make_no_two_sentences_one(gazetteer: Gazetteer) -> None:
    told = [
        claim(article, quote, "2023-07-06", "prancis", kind="OTHER", act=None)
        for article, quote in (
            ("a", "Prancis untuk itu pada Kamis juga memamerkan tank dari masa lalu."),
            ("b", "Prancis juga pada Kamis itu menjual kapal dari baja untuk tambang."),
        )
    ]
    assert len(events(told, gazetteer)) == 2


def test_a_deed_that_one_paper_names_is_what_another_tells_in_its_words(gazetteer: Gazetteer) -> None:
    struck = claim(
        "a", "Macron diserang dengan telur busuk seusai pidato di kampus.", "2023-07-06", MACRON,
        kind="ASSAULT", act="assault",
    )  # fmt: skip
    unnamed = claim(
        "b", "Macron disiram telur busuk seusai pidato di depan kampus.", "2023-07-06", MACRON, kind="OTHER", act=None
    )
    (event,) = events([struck, unnamed], gazetteer)
    assert event.type == "ASSAULT"
    assert len(events([struck, replace(unnamed, quote="Macron memanen anggur di kebun paman.")], gazetteer)) == 2


def test_what_one_sentence_tells_of_a_day_that_it_names_twice_is_one_event(gazetteer: Gazetteer) -> None:
    quote = "Macron hari ini akan meninjau waduk, Kamis (6/7)."
    told = claim("a", quote, "2023-07-06", MACRON, kind="OTHER", act="say")
    (event,) = events([told, replace(told, id="a-2", expression="hari ini")], gazetteer)
    assert len(event.claims) == 2
    assert len(events([told, replace(told, id="b-2", article="b", quote="Macron meninjau waduk.")], gazetteer)) == 2


def test_what_is_done_once_is_one_event_whichever_of_two_days_papers_tell(gazetteer: Gazetteer) -> None:
    died = claim("a", "Macron wafat.", "2023-07-06", MACRON, kind="OTHER", act="die")
    later = claim("b", "Macron wafat pada Jumat.", "2023-07-07", MACRON, kind="OTHER", act="die")
    (event,) = events([died, later], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["date"]
    assert len(events([died, replace(later, actors=(SCHOLZ,), doers=(SCHOLZ,))], gazetteer)) == 2


def test_one_sentence_of_several_articles_gives_each_event_an_id_of_its_own(gazetteer: Gazetteer) -> None:
    open_ended = [claim(article, "Dua.", "2023-07/..", "prancis", SCHOLZ, kind="OTHER", act=None) for article in "abcd"]
    once = events(open_ended, gazetteer)
    assert len(once) == 4
    assert len({event.id for event in once}) == 4


@settings(max_examples=150, deadline=None)
@given(claims=CLAIMS, seed=st.integers(0, 99))
def test_order_does_not_matter_and_merging_twice_changes_nothing(
    claims: list[Claim], seed: int, gazetteer: Gazetteer
) -> None:
    shuffled = random.Random(seed).sample(claims, len(claims))
    once = events(claims, gazetteer)
    assert events(shuffled, gazetteer) == once
    assert events([*claims, *claims], gazetteer) == once
    told = [claim_id for event in once for claim_id in event.claims]
    assert len(told) == len(set(told))
    assert len({event.id for event in once}) == len(once)


def test_a_plan_that_fell_through_is_denied(gazetteer: Gazetteer) -> None:
    cancelled = replace(PLAN, id="x-1", article="x", modality="denied")
    (event,) = events([PLAN, cancelled], gazetteer)
    assert event.status == "denied"


def test_reports_a_day_apart_are_one_meeting_with_a_conflict(gazetteer: Gazetteer) -> None:
    other = claim("b", "Scholz menemui Macron di Paris.", "2023-07-07", MACRON, SCHOLZ, places=["Paris"])
    (event,) = events([DAY, other], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["date"]
    (event,) = events([DAY, other, MONTH], gazetteer)
    assert [[value for value, _ in conflict.values] for conflict in event.conflicts] == [["2023-07-06", "2023-07-07"]]
    third = claim("c", "Macron bertemu Scholz di Paris.", "2023-07-08", MACRON, SCHOLZ, places=["Paris"])
    assert len(events([DAY, other, third], gazetteer)) == 3


def test_a_visit_planned_for_the_eve_is_that_of_the_guest_whom_a_host_received(gazetteer: Gazetteer) -> None:
    plan = claim(
        "a", "Macron dijadwalkan tiba di Berlin.", "2023-07-06", MACRON, "jerman",
        act="visit", places=["Berlin"], modality="planned",
    )  # fmt: skip
    came = claim("b", "Macron tiba, disambut Scholz.", "2023-07-07", MACRON, SCHOLZ, act="visit", places=["Berlin"])
    (event,) = events([plan, came], gazetteer)
    assert (event.when.edtf, [conflict.kind for conflict in event.conflicts]) == ("2023-07-07", ["date"])
    assert len(events([plan, replace(came, actors=(MERZ, "prancis"), doers=(MERZ,))], gazetteer)) == 2


def test_reports_of_two_places_are_one_meeting_with_a_conflict(gazetteer: Gazetteer) -> None:
    other = claim("b", "Scholz menemui Macron di Berlin.", "2023-07-06", MACRON, SCHOLZ, places=["Berlin"])
    (event,) = events([DAY, other], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["place"]


def test_different_counts_of_one_thing_stand_side_by_side(gazetteer: Gazetteer) -> None:
    one = claim("a", "Prancis mengirim 200 truk ke Jerman.", "2023-07-06", "prancis", "jerman", kind="AID", act="aid")
    other = claim("b", "Prancis mengirim 300 truk ke Jerman.", "2023-07-06", "prancis", "jerman", kind="AID", act="aid")
    (event,) = events([one, other], gazetteer)
    assert [(conflict.kind, [value for value, _ in conflict.values]) for conflict in event.conflicts] == [
        ("number", ["200 truk", "300 truk"])
    ]


def test_other_people_who_sign_one_thing_stand_side_by_side(gazetteer: Gazetteer) -> None:
    one = claim("a", "Macron dan Scholz meneken pakta sungai.", "2023-07-06", MACRON, SCHOLZ, kind="AGREE", act="sign")
    other = claim("b", "Macron dan Merz meneken pakta sungai.", "2023-07-06", MACRON, MERZ, kind="AGREE", act="sign")
    (event,) = events([one, other], gazetteer)
    assert [(conflict.kind, [value for value, _ in conflict.values]) for conflict in event.conflicts] == [
        ("actor", ["Friedrich Merz", "Olaf Scholz"])
    ]


def test_who_could_not_act_is_flagged(gazetteer: Gazetteer) -> None:
    impossible = claim("a", "Macron bertemu Kim Il-sung.", "2023-07-06", MACRON, "kim-il-sung")
    (event,) = events([impossible], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["actor"]


def test_copies_of_one_text_count_once(gazetteer: Gazetteer) -> None:
    text = "Presiden Prancis Emmanuel Macron bertemu Kanselir Jerman Olaf Scholz di Paris, Kamis."
    copies = [claim(article, text, "2023-07-06", MACRON, SCHOLZ) for article in "ab"]
    edited = claim("c", text.replace("Kamis.", "Kamis (6/7)."), "2023-07-06", MACRON, SCHOLZ)
    (event,) = events([*copies, edited, replace(DAY, article="d", id="d-1")], gazetteer)
    assert (len(event.sources), event.independent_sources) == (4, 2)


def test_a_month_of_a_meeting_is_not_the_day_on_which_one_of_them_arrived(gazetteer: Gazetteer) -> None:
    arrival = claim("a", "Macron tiba di Jerman.", "2023-07-05", MACRON, "jerman", act="visit", places=["Jerman"])
    assert len(events([arrival, MONTH], gazetteer)) == 2
    (event,) = events([arrival, replace(arrival, id="b-1", article="b", when=DateValue.parse("2023-07"))], gazetteer)
    assert event.when.edtf == "2023-07-05"


def test_a_month_of_signing_joins_what_was_signed_not_what_was_agreed(gazetteer: Gazetteer) -> None:
    agreed = claim("a", "Prancis dan Jerman sepakat.", "2023-07-03", "prancis", "jerman", kind="AGREE", act="agree")
    signed = claim("a", "Prancis dan Jerman meneken.", "2023-07-10", "prancis", "jerman", kind="AGREE", act="sign")
    month = claim("b", "Pakta Prancis dan Jerman diteken.", "2023-07", "prancis", "jerman", kind="AGREE", act="sign")
    told = {event.when.edtf: event.sources for event in events([agreed, signed, month], gazetteer)}
    assert told == {"2023-07-03": ("a",), "2023-07-10": ("a", "b")}


def test_who_comes_and_who_receives_them_is_one_event(gazetteer: Gazetteer) -> None:
    comes = claim("a", "Scholz akan berkunjung ke Prancis.", "2023", SCHOLZ, "prancis", act="visit", modality="planned")
    hosts = claim("b", "Macron menjamu Scholz.", "2023-07-06", MACRON, SCHOLZ, act="host")
    (event,) = events([comes, hosts], gazetteer)
    assert (event.when.edtf, event.status) == ("2023-07-06", "occurred")
    assert len(events([replace(comes, doers=()), hosts], gazetteer)) == 1  # "akan membalas kunjungan itu ke Prancis"
    back = claim("a", "Macron akan berkunjung ke Jerman.", "2023", MACRON, "jerman", act="visit", modality="planned")
    assert len(events([back, hosts], gazetteer)) == 2


def test_papers_that_differ_on_day_and_town_tell_one_meeting_where_the_towns_are_neighbours(
    gazetteer: Gazetteer,
) -> None:
    one = claim("a", "Putin bertemu Kim.", "2023-09-13", "vladimir-putin", "kim-jong-un", places=["Khasan"])
    other = claim("b", "Kim bertemu Putin.", "2023-09-14", "kim-jong-un", "vladimir-putin", places=["Vladivostok"])
    (event,) = events([one, other], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["date", "place"]
    assert len(events([one, replace(other, article="a")], gazetteer)) == 2
    assert len(events([one, replace(other, places=("Moskow",))], gazetteer)) == 2


def test_a_headline_does_not_date_what_its_article_dates(gazetteer: Gazetteer) -> None:
    headline = claim(
        "a", "Macron Temui Scholz", "2023-07-10", MACRON, SCHOLZ, mod=Mod.APPROX, headline=True, places=["Paris"]
    )
    told = claim("a", "Macron bertemu Scholz.", "2023-07-06/2023-07-08", MACRON, SCHOLZ, places=["Paris"])
    (event,) = events([headline, told], gazetteer)
    assert event.when.edtf == "2023-07-06/2023-07-08"


def test_a_headline_that_tells_one_thing_more_is_of_the_deed_its_article_tells(gazetteer: Gazetteer) -> None:
    struck = claim(
        "a",
        "Pesawat Prancis menggempur pangkalan di Berlin, Kamis.",
        "2023-07-06",
        "prancis",
        kind="ASSAULT",
        act="assault",
    )
    title = claim(
        "a", "Prancis Gempur Pangkalan di Berlin, Jerman Siap Membalas", "2023-07-06", "prancis", "jerman",
        kind="ASSAULT", act="assault", headline=True,
    )  # fmt: skip
    (event,) = events([struck, title], gazetteer)
    assert len(event.claims) == 2
    other = replace(title, quote="Prancis Serang Kapal, Jerman Siap Membalas Dengan Drone", gist="Prancis Serang Kapal")
    assert len(events([struck, other], gazetteer)) == 2


def test_who_strikes_at_a_place_is_who_another_paper_names_only_as_the_owner(gazetteer: Gazetteer) -> None:
    struck = claim(
        "a", "Rudal Prancis menghantam Berlin.", "2023-07-06", "prancis",
        kind="ASSAULT", act="assault", places=["Berlin"],
    )  # fmt: skip
    unnamed = replace(struck, id="b-1", article="b", quote="Rudal yang dilepas Prancis jatuh di Berlin.", doers=())
    (event,) = events([struck, unnamed], gazetteer)
    assert len(event.claims) == 2
    assert len(events([struck, replace(unnamed, places=("Bonn",))], gazetteer)) == 2


def test_attacks_nobody_is_named_for_are_one_in_one_town_not_in_one_land(gazetteer: Gazetteer) -> None:
    struck = claim(
        "a", "Pasar di Berlin diserang.", "2023-07-06", "jerman", kind="ASSAULT", act="assault", places=["Berlin"]
    )
    struck = replace(struck, doers=())
    other = replace(struck, id="b-1", article="b", quote="Ledakan bom melukai pejalan kaki.", gist="Ledakan")
    assert len(events([struck, other], gazetteer)) == 1
    land = [replace(one, places=("Jerman",)) for one in (struck, other)]
    assert len(events(land, gazetteer)) == 2


def test_an_attack_on_a_land_is_one_on_its_state(gazetteer: Gazetteer) -> None:
    there = claim(
        "a", "Prancis menyerang Berlin.", "2023-07-06", "prancis", kind="ASSAULT", act="assault", places=["Berlin"]
    )
    named = claim("b", "Prancis menyerang Jerman.", "2023-07-06", "prancis", "jerman", kind="ASSAULT", act="assault")
    assert len(events([there, named], gazetteer)) == 1
    unplaced = replace(claim("c", "Prancis menyerang lagi.", "2023-07-06", "prancis", kind="ASSAULT", act="assault"))
    assert len(events([there, unplaced], gazetteer)) == 1
    assert len(events([named, unplaced], gazetteer)) == 2


def test_who_tells_of_one_side_of_a_deed_of_two_tells_of_that_deed(gazetteer: Gazetteer) -> None:
    met = claim("a", "Emmanuel Macron bertemu Olaf Scholz.", "2023-07-06", "emmanuel-macron", "olaf-scholz")
    told = claim("a", "Kami bertemu hari ini, kata Macron.", "2023-07-06", "emmanuel-macron")
    assert len(events([met, told], gazetteer)) == 1
    assert len(events([met, replace(told, article="b", id="b-00000000")], gazetteer)) == 2


def test_a_headline_that_announces_is_of_what_comes_within_two_weeks(gazetteer: Gazetteer) -> None:
    came = claim(
        "a", "Olaf Scholz tiba di Paris.", "2023-07-06", "olaf-scholz", "prancis", act="visit", places=["Paris"]
    )
    title = claim(
        "b", "Olaf Scholz Akan Kunjungi Prancis", "2023-06-28/..", "olaf-scholz", "prancis",
        act="visit", modality="planned", headline=True,
    )  # fmt: skip
    assert len(events([came, title], gazetteer)) == 1
    early = replace(title, when=DateValue.parse("2023-05-28/..", None))
    assert len(events([came, early], gazetteer)) == 2


def test_an_arrival_by_night_is_one_though_another_paper_has_it_the_day_after_with_the_welcome(
    gazetteer: Gazetteer,
) -> None:
    came = claim(
        "a",
        "Olaf Scholz tiba di Paris, Rabu malam.",
        "2023-07-05",
        "olaf-scholz",
        "prancis",
        act="visit",
        places=["Paris"],
    )
    again = replace(came, id="b-00000000", article="b", when=DateValue.parse("2023-07-06", None))
    hosted = claim(
        "b",
        "Emmanuel Macron menjamu Olaf Scholz di Paris.",
        "2023-07-06",
        "emmanuel-macron",
        "olaf-scholz",
        act="host",
        places=["Paris"],
    )
    (event,) = events([came, again, hosted], gazetteer)
    assert [conflict.kind for conflict in event.conflicts] == ["date"]
    assert len(events([came, hosted], gazetteer)) == 2


def test_whom_one_of_several_papers_names_is_no_part_of_the_label(gazetteer: Gazetteer) -> None:
    met = [claim(name, f"Pertemuan {name}.", "2023-07-06", "emmanuel-macron", "olaf-scholz") for name in "abc"]
    odd = claim("d", "Pertemuan d.", "2023-07-06", "emmanuel-macron", "olaf-scholz", "angela-merkel")
    (event,) = events([*met, odd], gazetteer)
    assert "Merkel" not in dict(event.label)["id"]


def test_a_month_of_attacks_is_the_one_day_known_only_where_it_tells_the_same(gazetteer: Gazetteer) -> None:
    day = claim("a", "Prancis membom Madrid.", "2023-07-06", "prancis", "spanyol", kind="ASSAULT", act="assault")
    other = claim("b", "Prancis menyerang kapal nelayan Spanyol.", "2023-07", "prancis", "spanyol", kind="ASSAULT")
    other = replace(other, act="assault")
    same = replace(other, gist="Prancis membom Madrid")
    assert (len(events([day, other], gazetteer)), len(events([day, same], gazetteer))) == (2, 1)


def test_who_is_ousted_on_a_day_is_ousted_once(gazetteer: Gazetteer) -> None:
    one = claim("a", "Tentara menggulingkan Macron.", "2023-07-06", "prancis", MACRON, kind="COERCE", act="coup")
    coup = claim("b", "Kudeta terhadap Macron.", "2023-07-06", MACRON, kind="COERCE", act="coup")
    nobody = replace(coup, doers=(), undergoers=(MACRON,))
    assert len(events([one, nobody], gazetteer)) == 1
    assert len(events([one, replace(nobody, act="coerce")], gazetteer)) == 2


def test_a_denial_stands_beside_what_it_denies(gazetteer: Gazetteer) -> None:
    denied = replace(DAY, id="x-1", article="x", modality="denied")
    other = replace(denied, id="y-1", article="y", actors=(MACRON, MERZ), undergoers=(MERZ,))
    told = events([DAY, denied, other], gazetteer)
    assert sorted(event.status for event in told) == ["denied", "denied", "occurred"]
    values = {event.claims: event.conflicts[0].values for event in told if event.conflicts}
    both = (("occurred", (DAY.id,)), ("denied", ("x-1",)))
    assert values == {(DAY.id,): both, ("x-1",): both}


def test_what_was_signed_too_is_another_agreement(gazetteer: Gazetteer) -> None:
    pair = ("prancis", "jerman")
    first = claim("a", "Prancis dan Jerman meneken pakta gandum.", "2023-07-06", *pair, kind="AGREE", act="sign")
    too = claim("a", "Keduanya juga meneken pakta baja.", "2023-07-06", *pair, kind="AGREE", act="sign", another=True)
    other = claim("b", "Pakta baja Prancis dan Jerman diteken.", "2023-07-06", *pair, kind="AGREE", act="sign")
    told = [event.claims for event in events([first, too, other], gazetteer)]
    assert sorted(map(sorted, told)) == sorted([[first.id], sorted([too.id, other.id])])


def sayings(number: int, *, act: str | None, seed: int) -> list[Claim]:
    """Return claims of one year whose words are drawn from few, some told again with a word more or less."""
    draw = random.Random(seed)
    stock = [f"{first}{last}" for first in ("ber", "men", "ke", "per", "ter") for last in ("kota", "sawah", "lawang")]
    told: list[Claim] = []
    for at in range(number):
        words = draw.sample(stock, draw.randint(2, 9))
        if told and draw.random() < 1 / 3:
            words = [*draw.choice(told).quote.split()[1:-1], draw.choice(stock)][draw.randint(0, 1) :]
        day = draw.choice(["2023-07-06", "2023-07", "2023"])
        told.append(claim(f"a{at}", f"Macron {' '.join(words)} Scholz.", day, MACRON, SCHOLZ, kind="OTHER", act=act))
    return told


@pytest.mark.parametrize("act", ["say", None])
@pytest.mark.parametrize("seed", range(8))
def test_who_looks_for_rare_words_first_finds_the_same(
    act: str | None, seed: int, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = sayings(80, act=act, seed=seed)
    found = []
    for few in (0, len(told)):
        monkeypatch.setattr(blocks, "FEW", few)
        found.append([sorted(one.id for one in group.claims) for group in group_claims(told, gazetteer)])
    assert found[0] == found[1]
    assert len(found[0]) < len(told)


def test_a_claim_is_held_against_a_kind_of_claims_once(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    asking = agreement.done_alike
    monkeypatch.setattr(group, "done_alike", lambda *given: (asked.append(1), asking(*given))[1])
    told = [claim(f"a{at}", f"Macron dan Scholz bertemu ({at}).", "2023-07", MACRON, SCHOLZ) for at in range(200)]
    assert len(group_claims(told, gazetteer)) == 1
    assert len(asked) < 2 * len(told)
