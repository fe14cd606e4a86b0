"""The time axis: what is folded, what is drawn narrow, what is named, and that places lead back to their days."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.message import Language
from timeline.views.axis import NARROW, Axis, extent_of, time_axis, years
from timeline.views.ticks import LETTER_PX, ticks

WIDTH = 1_000.0
Span = tuple[date, date]


def axis_of(*spans: Span, width: float = WIDTH, fold: bool = True) -> Axis:
    first = np.array([years(one) for one, _ in spans])
    last = np.array([years(one + timedelta(days=1)) for _, one in spans])
    view = (years(date(min(one.year for one, _ in spans), 1, 1)), years(date(max(b.year for _, b in spans) + 1, 1, 1)))
    return time_axis(first, last, view=view, width=width, fold=fold)


def year(number: int, until: int | None = None) -> Span:
    return date(number, 1, 1), date(until or number, 12, 31)


@pytest.mark.parametrize(("language", "name"), [("id", "1980-an"), ("en", "1980s")])
def test_a_decade_between_folds_has_a_named_place_of_its_own(language: Language, name: str):
    axis = axis_of(year(1950, 1953), year(1980, 1989), year(1991), year(2024))
    decade = date(1980, 1, 1), date(1989, 12, 31)
    assert axis.folds[0].until == pytest.approx(years(decade[0]))
    assert not any(fold.since < years(day) < fold.until for fold in axis.folds for day in decade)
    drawn = axis.unit(axis.narrow[0].until) - axis.unit(axis.narrow[0].since)
    assert drawn * WIDTH / axis.span[1] == pytest.approx(NARROW[0])
    assert name in {tick.text for tick in ticks(axis, width=WIDTH, language=language, wanted=(1991, 2024))}


def test_a_span_that_is_no_decade_is_named_by_its_years():
    axis = axis_of(year(1950), year(1965, 1971), year(1968, 1974), year(2000))
    assert [(one.first, one.last) for one in axis.narrow] == [(1965, 1974)]
    assert "1965–74" in {tick.text for tick in ticks(axis, width=WIDTH, language="id")}


def test_a_year_of_long_ago_leaves_the_room_to_a_story_told_by_days():
    """Half of the chart of a war of some weeks showed the year of an earlier one, told as no more than a year."""
    story = [(date(2025, 4, 22), date(2025, 4, 22)), (date(2025, 5, 10), date(2025, 5, 12))]
    axis = axis_of(year(2008), *story)
    room = (axis.unit(years(date(2009, 1, 1))) - axis.unit(years(date(2008, 1, 1)))) * WIDTH / axis.span[1]
    assert room == pytest.approx(NARROW[0], abs=0.5)
    named = [tick.text for tick in ticks(axis, width=WIDTH, language="id")]
    assert named[0] == "2008"
    assert all("2008" not in one and "2007" not in one for one in named[1:])
    told = axis.unit(years(story[1][1])) - axis.unit(years(story[0][0]))
    assert told > (axis.span[1] - axis.span[0]) / 20


def test_years_alone_are_drawn_evenly():
    axis = axis_of(year(1950), year(1952), year(2000))
    assert not axis.narrow


def test_all_that_is_shown_ends_with_the_month_of_a_short_story_at_its_end():
    first = np.array([years(date(2008, 1, 1)), years(date(2025, 4, 22))])
    last = np.array([years(date(2009, 1, 1)), years(date(2025, 5, 13))])
    assert extent_of(first, last) == pytest.approx((years(date(2008, 1, 1)), years(date(2025, 6, 1))))


def test_a_span_that_runs_out_of_a_fold_leaves_it_a_fold():
    axis = axis_of(year(1950), year(1950, 1970), year(2000))
    assert not axis.narrow
    assert len(axis.folds) == 1


def test_years_stand_at_even_steps_and_beside_a_fold_only_whole_ones_are_named():
    axis = axis_of(year(1950, 1953), year(1990, 1993))
    assert [tick.text for tick in ticks(axis, width=WIDTH, language="id")] == [
        *("1950", "1951", "1952", "1953"),
        *("1990", "1991", "1992", "1993"),
    ]
    unfolded = axis_of(year(1950, 1953), year(1990, 1993), fold=False)
    named = [int(tick.text) for tick in ticks(unfolded, width=WIDTH, language="id")]
    assert {b - a for a, b in pairwise(named)} == {2}


spans = st.tuples(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(0, 9_000)).map(
    lambda told: (told[0], told[0] + timedelta(days=told[1]))
)


@settings(deadline=None)  # a busy machine is not what it is about
@given(st.lists(spans, min_size=1, max_size=8), st.sampled_from([330.0, WIDTH]))
def test_every_day_that_is_drawn_evenly_leads_back_to_itself_and_names_keep_apart(some: list[Span], width: float):
    axis = axis_of(*some, width=width)
    assert all(b > a for a, b in pairwise(axis.times.tolist()))
    assert all(b > a for a, b in pairwise(axis.units.tolist()))
    for since, until in axis.even:
        day = axis.day(axis.unit((since + until) / 2))
        assert axis.day(axis.unit(years(day) + 1e-9)) == day
    found = ticks(axis, width=width, language="id", wanted=[one.year for one, _ in some])
    places = [(tick.at * width / axis.span[1], len(tick.text) * LETTER_PX) for tick in found]
    assert all(right - left >= (one + other) / 2 for (left, one), (right, other) in pairwise(places))
