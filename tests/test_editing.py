"""The editor's entries: each action does what it says, says who and why, and is told when it no longer applies."""

from datetime import date
from pathlib import Path

import pytest

from tests.test_grouping import DAY, LATER, MACRON, PLAN, SCHOLZ, claim
from timeline.actor import Gazetteer
from timeline.claim import Claim
from timeline.curation import Entry, load_curation
from timeline.editing import edited_events
from timeline.errors import DataError
from timeline.event import Event
from timeline.grouping import group_claims

REASON = (("id", "Sebab."), ("en", "Because."))
DAY_ID = "2023-07-06-emmanuel-macron-olaf-scholz-paris"
LATER_ID = "2023-07-20-emmanuel-macron-olaf-scholz"


def entry(action: str, *events: str, claims: tuple[str, ...] = (), **fields: object) -> Entry:
    return Entry(action, events, claims, tuple(fields.items()), "Redaksi", date(2026, 11, 22), REASON)


def edit(claims: list[Claim], gazetteer: Gazetteer, *entries: Entry) -> tuple[tuple[Event, ...], tuple[Entry, ...]]:
    return edited_events(group_claims(claims, gazetteer), entries, gazetteer, None)


def test_without_entries_nothing_changes(gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, LATER], gazetteer)
    assert ([event.id for event in events], idle) == ([DAY_ID, LATER_ID], ())


def test_join_makes_one_event_of_two(gazetteer: Gazetteer) -> None:
    (event,), idle = edit([DAY, LATER], gazetteer, entry("join", DAY_ID, LATER_ID))
    assert set(event.claims) == {DAY.id, LATER.id}
    assert {DAY_ID, LATER_ID} <= {event.id, *event.aliases}
    assert idle == ()


def test_split_takes_claims_out(gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, PLAN], gazetteer, entry("split", DAY_ID, claims=(PLAN.id,)))
    assert sorted(event.claims for event in events) == sorted([(DAY.id,), (PLAN.id,)])
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
    "stale",
    [
        entry("note", "2001-nobody"),
        entry("join", DAY_ID, "2001-nobody"),
        entry("split", DAY_ID, claims=("no-such-claim",)),
        entry("hide", "2001-nobody"),
    ],
    ids=lambda one: one.action,
)
def test_an_entry_that_no_longer_applies_is_told(stale: Entry, gazetteer: Gazetteer) -> None:
    events, idle = edit([DAY, LATER], gazetteer, stale)
    assert idle == (stale,)
    assert len(events) == 2


def test_a_later_entry_finds_an_event_by_its_old_id(gazetteer: Gazetteer) -> None:
    undated = claim("e", "Macron dan Scholz bertemu pada Juli 2023.", "2023-07", MACRON, SCHOLZ)
    (event,), idle = edit([DAY, undated], gazetteer, entry("note", "2023-07-emmanuel-macron-olaf-scholz"))
    assert (event.id, len(event.notes), idle) == (DAY_ID, 1, ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[dispute]]\nevent = 'x'", "by None"),
        ("[[dispute]]\nevent = 'x'\nby = 'R'\non = 2026-11-22", "reason None"),
        ("[[join]]\nevents = ['x']\nby = 'R'\non = 2026-11-22\nreason = {id = 'a', en = 'b'}", "no events"),
        ("[[erase]]\nevent = 'x'", "no such action"),
        ("[[note]\n", "TOML"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, text: str, found: str) -> None:
    path = tmp_path / "curation.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=found):
        load_curation(path)
