"""The editor's entries: each action does what it says, says who and why, and is told when it no longer applies."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.test_grouping import DAY, LATER, MACRON, PLAN, SCHOLZ, claim
from timeline.claims.claim import Claim
from timeline.curation import Entry, Where, load_curation
from timeline.errors import DataError
from timeline.events.agreement import parties
from timeline.events.editing import edited_events
from timeline.events.event import Event
from timeline.events.group import Group
from timeline.events.grouping import group_claims
from timeline.names.actor import Gazetteer
from timeline.topic import Topic

WHERE = Where("curation.toml", "entry 1")
SIGNED = "by = 'R'\non = 2026-11-22\nreason = {id = 'a', en = 'b'}"
REASON = (("id", "Sebab."), ("en", "Because."))
DAY_ID = "2023-07-06-emmanuel-macron-olaf-scholz-paris"
LATER_ID = "2023-07-20-emmanuel-macron-olaf-scholz"


def entry(action: str, *events: str, claims: tuple[str, ...] = (), **fields: object) -> Entry:
    return Entry(action, events, claims, tuple(fields.items()), "Redaksi", date(2026, 11, 22), REASON, WHERE)


def edit(claims: list[Claim], gazetteer: Gazetteer, *entries: Entry) -> tuple[tuple[Event, ...], tuple[DataError, ...]]:
    return edited_events(group_claims(claims, gazetteer), entries, gazetteer, None)


def test_without_entries_nothing_changes(gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, LATER], gazetteer)
    assert ([event.id for event in events], idle) == ([DAY_ID, LATER_ID], ())


def test_join_makes_one_event_of_two(gazetteer: Gazetteer) -> None:
    (event,), idle = edit([DAY, LATER], gazetteer, entry("join", DAY_ID, LATER_ID))
    assert set(event.claims) == {DAY.id, LATER.id}
    assert {DAY_ID, LATER_ID} <= {event.id, *event.aliases}
    assert [(one.score, set(one.claims)) for one in event.merge_reasons] == [(1.0, {DAY.id, LATER.id})]
    assert [(note.by, note.text) for note in event.notes] == [("Redaksi", REASON)]
    assert idle == ()


def test_split_takes_claims_out(gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, PLAN], gazetteer, entry("split", DAY_ID, claims=(PLAN.id,)))
    assert sorted(event.claims for event in events) == sorted([(DAY.id,), (PLAN.id,)])
    assert [event.merge_reasons for event in events] == [(), ()]
    assert [[note.by for note in event.notes] for event in events] == [["Redaksi"], ["Redaksi"]]
    assert idle == ()


def test_hide_leaves_an_event_out(gazetteer: Gazetteer) -> None:
    events, _ = edit([DAY, LATER], gazetteer, entry("hide", DAY_ID))
    assert [event.id for event in events] == [LATER_ID]


def test_dispute_and_note_say_who_and_why(gazetteer: Gazetteer) -> None:
    (disputed, noted), _ = edit([DAY, LATER], gazetteer, entry("dispute", DAY_ID), entry("note", LATER_ID))
    assert (disputed.status, noted.status) == ("disputed", "occurred")
    assert [(note.by, note.on, note.text) for note in (*disputed.notes, *noted.notes)] == [
        ("Redaksi", "2026-11-22", REASON)
    ] * 2


def test_set_changes_what_it_names(gazetteer: Gazetteer) -> None:
    label = {"id": "KTT Paris", "en": "Paris summit"}
    (event, _), _ = edit([DAY, LATER], gazetteer, entry("set", DAY_ID, edtf="2023-07", label=label, type="AGREE"))
    assert (event.when.edtf, dict(event.label), event.type) == ("2023-07", label, "AGREE")


@pytest.mark.parametrize(
    ("stale", "found"),
    [
        (entry("note", "2001-nobody"), "there is no event 2001-nobody"),
        (entry("hide", "2001-nobody"), "there is no event 2001-nobody"),
        (entry("join", DAY_ID, "2001-nobody"), "there is no event 2001-nobody"),
        (entry("join", DAY_ID, "2023-07-06-emmanuel-macron-olaf-scholz"), "are one event already"),
        (entry("split", "2001-nobody", claims=(PLAN.id,)), "there is no event 2001-nobody"),
        (entry("split", DAY_ID, claims=("no-such-claim",)), f"no-such-claim is no part of event {DAY_ID}. Choose from"),
        (entry("split", LATER_ID, claims=(PLAN.id,)), f"{PLAN.id} is no part of event {LATER_ID}"),
        (entry("split", LATER_ID, claims=(LATER.id,)), f"event {LATER_ID} has no other claim"),
    ],
    ids=lambda one: one.action if isinstance(one, Entry) else "",
)
def test_an_entry_that_no_longer_applies_is_told(stale: Entry, found: str, gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, PLAN, LATER], gazetteer, stale)
    assert [str(one).startswith("curation.toml: entry 1: ") for one in idle] == [True]
    assert found in str(idle[0])
    assert [(len(event.claims), event.notes) for event in events] == [(2, ()), (1, ())]


def test_of_an_id_that_two_events_had_neither_is_chosen(gazetteer: Gazetteer) -> None:
    month = "2023-07-emmanuel-macron-olaf-scholz"
    told = [[day, claim(day.article, "Keduanya bertemu.", "2023-07", MACRON, SCHOLZ)] for day in (DAY, LATER)]
    groups = [Group(claims, [parties(one.actors, gazetteer) for one in claims], None) for claims in told]
    events, (fault,) = edited_events(groups, [entry("hide", month)], gazetteer, None)
    assert f"{month} is more than one event now: {DAY_ID}, {LATER_ID}" in str(fault)
    assert len(events) == 2


def test_what_is_set_twice_is_told(gazetteer: Gazetteer) -> None:
    twice = [entry("set", DAY_ID, edtf="2023-07"), entry("set", DAY_ID, edtf="2023-08", places=["Paris"])]
    (event, _), (fault,) = edit([DAY, LATER], gazetteer, *twice)
    assert event.when.edtf == "2023-07"
    assert f"edtf of event {DAY_ID} is set by entry 1 already" in str(fault)


def test_a_later_entry_finds_an_event_by_its_old_id(gazetteer: Gazetteer) -> None:
    undated = claim("e", "Macron dan Scholz bertemu pada Juli 2023.", "2023-07", MACRON, SCHOLZ)
    (event,), idle = edit([DAY, undated], gazetteer, entry("note", "2023-07-emmanuel-macron-olaf-scholz"))
    assert (event.id, len(event.notes), idle) == (DAY_ID, 1, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[dispute]]\nevent = 'x'", "no by"),
        ("[[dispute]]\nevent = 'x'\nby = ' '\non = 2026-11-22\nreason = {id = 'a', en = 'b'}", "Name the editor"),
        ("[[dispute]]\nevent = 'x'\nby = 'R'\non = 2026-11-22", "no reason"),
        ("[[join]]\nevents = ['x']\nby = 'R'\non = 2026-11-22\nreason = {id = 'a', en = 'b'}", "events x. Name two"),
        ("[[erase]]\nevent = 'x'", "no such action"),
        ("[[note]\n", "TOML"),
        ("note = 3", "no list of entries"),
        (f"[[note]]\n{SIGNED}", "no event"),
        (f"[[note]]\nevent = 1996\n{SIGNED}", "event 1996. Write an id"),
        (f"[[set]]\nevent = 'x'\nactors = []\n{SIGNED}", "actors is empty"),
        (f"[[note]]\nevent = ['x', 'y']\n{SIGNED}", "Name one event"),
        (f"[[note]]\nevent = 'x'\nedtf = '2019'\n{SIGNED}", "unknown field 'edtf'"),
        (f"[[join]]\nevents = ['x', 'x']\n{SIGNED}", "Name two or more events"),
        (f"[[split]]\nevent = 'x'\n{SIGNED}", "no claims"),
        (f"[[set]]\nevent = 'x'\n{SIGNED}", "nothing to set"),
        (f"[[set]]\nevent = 'x'\nedtf = 'kemarin'\n{SIGNED}", "edtf 'kemarin'"),
        (f"[[set]]\nevent = 'x'\nlabel = 'Satu'\n{SIGNED}", "label 'Satu'"),
        (f"[[set]]\nevent = 'x'\nactors = 'rusia'\n{SIGNED}", "actors 'rusia'"),
        ("[[note]]\nevent = 'x'\nby = 'R'\non = '2026-11-22'\nreason = {id = 'a', en = 'b'}", "without quotes"),
        ("[[note]]\nevent = 'x'\nby = 'R'\non = 2026-11-22\nreason = {id = 'a', en = 5}", "reason"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str, found: str) -> None:
    path = tmp_path / "curation.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(found)) as refused:
        load_curation(path)
    assert refused.value.file == str(path)


@pytest.mark.parametrize("fields", [{"type": "DANCE"}, {"actors": ["nobody-at-all"]}])
def test_what_cannot_be_set_is_told_by_its_place(gazetteer: Gazetteer, fields: dict[str, object]) -> None:
    with pytest.raises(DataError, match=r"curation\.toml: entry 1: "):
        edit([DAY, LATER], gazetteer, entry("set", DAY_ID, **fields))


def test_an_event_that_is_set_is_weighed_and_ordered_anew(gazetteer: Gazetteer) -> None:
    both = Topic("x", REASON, (("prancis",), ("jerman",)), frozenset({"CONSULT"}), date(2000, 1, 1))
    groups = group_claims([DAY, LATER], gazetteer)
    entries = entry("set", DAY_ID, edtf="2023-08"), entry("set", LATER_ID, type="AGREE")
    events, _ = edited_events(groups, entries, gazetteer, both)
    assert [(event.id, event.core) for event in events] == [(LATER_ID, False), (DAY_ID, True)]
