"""Which events a selection shows, how many each further choice would, and the URL it stands in."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.sample import EVENTS, HOSTILE, sample_store
from timeline.edtf import DateValue
from timeline.selection import FACETS, EventIndex, Selection, fold, hits, subset
from timeline.store import load_store
from timeline.views.address import Address, read_address, write_address
from timeline.views.lanes import LANE_KINDS


@pytest.fixture(scope="module")
def index(store: Path) -> EventIndex:
    return EventIndex.of(load_store(store))


@pytest.fixture(scope="session")
def session_index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    return EventIndex.of(load_store(sample_store(tmp_path_factory.mktemp("index"))))


def rows(index: EventIndex, **parameters: str | list[str]) -> list[int]:
    lists = {name: value if isinstance(value, list) else [value] for name, value in parameters.items()}
    address, faults = read_address(lists, index)
    assert not faults
    return np.flatnonzero(index.shown(address.selection)).tolist()


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, list(range(len(EVENTS)))),
        ({"aktor": "negeri-selatan"}, [0, 1, 6, 8, 9]),
        ({"aktor": "negeri-utara"}, [2, 3, 4, 5, 6, 7, 9]),  # a state includes its people
        ({"aktor": ["siti-utara", "jahat"]}, [2, 5, 6, 7, 10, 11, 12]),
        ({"sumber": "berita-satu"}, [0, 1, 2, 6]),
        ({"dari": "2019-02-28", "sampai": "2019-02-28"}, [3, 4, 5]),
        ({"dari": "2019-02-20", "sampai": "2019-02-20"}, [3, 4]),  # "akhir Februari" begins on the 21st
        ({"sampai": "1989"}, [0, 1, 4]),
        ({"dari": "2025"}, [3]),  # what is still going on
        ({"cari": "x^2$"}, [8]),
    ],
)
def test_selection(index: EventIndex, parameters: dict[str, str | list[str]], expected: list[int]):
    assert rows(index, **parameters) == expected


def test_counts_say_what_choosing_a_value_would_show(index: EventIndex):
    """The count of a value is the number of events shown if it alone were chosen in its facet."""
    selection = Selection(actors=("negeri-utara",), types=("CONSULT",), since=DateValue.parse("2002"))
    counts = index.counts(selection)
    for facet in FACETS:
        for value in index.values[facet]:
            alone = Address(selection).filtered(**{facet: (value,)}).selection
            assert counts[facet][value] == index.shown(alone).sum()


def test_a_subset_holds_what_its_events_rest_on(store: Path, index: EventIndex):
    found = subset(load_store(store), index.shown(Selection(sources=("berita-jahat",))))
    assert set(found.events["id"]) == {"peristiwa-10", "peristiwa-11", "peristiwa-12"}
    assert set(found.claims["article"]) == set(found.articles["id"]) == {"berita-jahat"}


def test_hits_ignore_case_and_hyphens():
    assert hits("Kim Jong-un dan KIM JONG UN", "kim-jong un") == [(0, 11), (16, 27)]
    assert hits("Kim", " ") == []


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str):
    assert len(fold(text)) == len(text)


dates = st.one_of(
    st.none(),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda day: DateValue.parse(day.isoformat())),
    st.integers(1900, 2100).map(lambda year: DateValue.parse(f"{year:04d}")),
)


@settings(deadline=None)  # a busy machine is not what it is about
@given(data=st.data())
def test_url_to_view_to_url_is_the_identity(session_index: EventIndex, data: st.DataObject):
    index = session_index
    some = {name: st.lists(st.sampled_from(index.values[name]), unique=True).map(tuple) for name in FACETS}
    since, until = data.draw(dates), data.draw(dates)
    if since and until and since.sort_key > until.sort_key:
        since, until = until, since
    address = Address(
        selection=Selection(
            **{name: data.draw(ids) for name, ids in some.items()},
            since=since,
            until=until,
            text=data.draw(st.text(max_size=50)).strip(),
            core_only=data.draw(st.booleans()),
        ),
        lanes=data.draw(st.sampled_from(LANE_KINDS)),
        event=data.draw(st.one_of(st.none(), st.sampled_from(index.ids))),
        language=data.draw(st.sampled_from(("id", "en"))),
        unfolded=data.draw(st.booleans()),
    )
    written = write_address(address)
    assert read_address(written, index) == (address, ())
    assert write_address(read_address(written, index)[0]) == written


@given(
    values=st.dictionaries(
        st.sampled_from(["aktor", "dari", "sampai", "jalur", "peristiwa", "bahasa"]), st.lists(st.text())
    )
)
def test_no_url_is_ever_too_strange(session_index: EventIndex, values: dict[str, list[str]]):
    address, faults = read_address(values, session_index)
    assert read_address(write_address(address), session_index) == (address, ())
    assert all(fault.text("id") and fault.text("en") for fault in faults)


def test_hostile_words_are_found_as_words(index: EventIndex):
    assert rows(index, cari=HOSTILE[0]) == [10]
