"""Where labels stand: none touches another label or mark, whatever there is to name."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.views.packing import GAP_PX, Box, Place, Span, pack, pick

WIDTH = 300.0


def taken(box: Box, place: Place) -> list[tuple[int, Span]]:
    """Return the row and the pixels of a mark, and those of its label."""
    label = {
        "right": (place.row, (box.last + GAP_PX, box.last + GAP_PX + box.label)),
        "left": (place.row, (box.first - GAP_PX - box.label, box.first - GAP_PX)),
        "above": (place.row - 1, (box.first, box.first + box.label)),
    }
    return [(place.row, (box.first, box.last)), *([label[place.side]] if place.side != "none" else [])]


def box(first: float, long: float, label: float, worth: float) -> Box:
    """Return a mark with a label that fits somewhere, as the scene cuts them."""
    last = min(first + long, WIDTH)
    beside = max(first, WIDTH - last) - GAP_PX
    return Box(first, last, min(label, WIDTH - first), worth, above=label > beside)


boxes = st.builds(box, st.floats(0, 250), st.floats(1, 300), st.floats(0, 200), st.floats(0, 9))


@settings(deadline=None)  # a busy machine is not what it is about
@given(st.lists(st.lists(boxes, max_size=6), min_size=1, max_size=3), st.integers(1, 12))
def test_labels_and_marks_keep_clear_of_each_other(lanes: list[list[Box]], rows: int):
    for lane, places in zip(lanes, pack(lanes, width=WIDTH, rows=rows), strict=True):
        drawn = [taken(one, place) for one, place in zip(lane, places, strict=True)]
        assert all(row >= 0 for pieces in drawn for row, _ in pieces)
        for one, other in combinations(drawn, 2):
            for row, (first, last) in one:
                assert all(row != row2 or last <= first2 or last2 <= first for row2, (first2, last2) in other)


@settings(deadline=None)
@given(st.lists(boxes, min_size=1, max_size=8), st.integers(2, 4))
def test_what_is_picked_keeps_clear_and_the_first_is_never_left_out(lane: list[Box], rows: int):
    places = pick(lane, width=WIDTH, rows=rows)
    assert places[0] is not None
    drawn = [taken(one, place) for one, place in zip(lane, places, strict=True) if place]
    assert all(0 <= row < rows for pieces in drawn for row, _ in pieces)
    for one, other in combinations(drawn, 2):
        for row, (first, last) in one:
            assert all(row != row2 or last <= first2 or last2 <= first for row2, (first2, last2) in other)


def test_a_mark_stands_on_the_other_side_where_that_leaves_room():
    """The worthiest come first; one whose label finds no row is left out, not its label alone."""
    meant, beside, none = Box(100, 110, 60), Box(80, 85, 50), Box(95, 105, 80)
    assert pick([meant, beside, none], width=WIDTH, rows=1) == [Place(0, "right"), Place(0, "left"), None]


def test_a_bar_across_the_whole_has_its_label_above():
    bar = Box(0, WIDTH, 120, above=True)
    assert pack([[bar]], width=WIDTH, rows=5) == [[Place(1, "above")]]
    assert pack([[bar]], width=WIDTH, rows=1) == [[Place(0, "none")]]
