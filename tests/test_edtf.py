"""Dates: the table of DESIGN §2, bounds, order, and EDTF parse∘format as the identity."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import DateValue, Mod

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))

TABLE = [
    ("2023-09-13", None, "2023-09-13", "2023-09-13", "day"),
    ("2019-04", None, "2019-04-01", "2019-04-30", "month"),
    ("2019-02", Mod.END, "2019-02-21", "2019-02-28", "month"),
    ("2020-02", Mod.END, "2020-02-21", "2020-02-29", "month"),
    ("2019-04", Mod.START, "2019-04-01", "2019-04-10", "month"),
    ("2019-04", Mod.MID, "2019-04-11", "2019-04-20", "month"),
    ("2018", Mod.START, "2018-01-01", "2018-04-30", "year"),
    ("2018", Mod.MID, "2018-05-01", "2018-08-31", "year"),
    ("2018", Mod.END, "2018-09-01", "2018-12-31", "year"),
    ("198X", None, "1980-01-01", "1989-12-31", "decade"),
    ("200X", Mod.START, "2000-01-01", "2003-12-31", "decade"),
    ("200X", Mod.MID, "2004-01-01", "2006-12-31", "decade"),
    ("200X", Mod.END, "2007-01-01", "2009-12-31", "decade"),
    ("18XX", None, "1800-01-01", "1899-12-31", "century"),
    ("1950/1953", None, "1950-01-01", "1953-12-31", "span"),
    ("2019-05-03/2019-05-05", None, "2019-05-03", "2019-05-05", "span"),
    ("2018-03/..", None, "2018-03-01", None, "open"),
    ("../2021", None, None, "2021-12-31", "open"),
    ("2016/..", Mod.END, "2016-09-01", None, "open"),
    ("../2018-07", Mod.START, None, "2018-07-10", "open"),
    ("2019~", Mod.APPROX, "2019-01-01", "2019-12-31", "year"),
    ("2023-07/2023-09", None, "2023-07-01", "2023-09-30", "span"),
]


@pytest.mark.parametrize(("text", "mod", "earliest", "latest", "precision"), TABLE)
def test_bounds_and_precision(
    text: str, mod: Mod | None, earliest: str | None, latest: str | None, precision: str
) -> None:
    value = DateValue.parse(text, mod)
    assert (value.earliest and value.earliest.isoformat()) == earliest
    assert (value.latest and value.latest.isoformat()) == latest
    assert value.precision == precision


@pytest.mark.parametrize(
    ("text", "mod", "indonesian", "english"),
    [
        ("2019-04-25", None, "25 April 2019", "25 April 2019"),
        ("2019-02", Mod.END, "akhir Februari 2019", "late February 2019"),
        ("2019-05-03/2019-05-05", None, "3–5 Mei 2019", "3–5 May 2019"),
        ("2019-03/2019-04", None, "Maret–April 2019", "March–April 2019"),
        ("1950/1953", None, "1950–1953", "1950–1953"),
        ("2019-02-28/2019-03-02", None, "28 Februari – 2 Maret 2019", "28 February – 2 March 2019"),
        ("2018-12-31/2019-01-02", None, "31 Desember 2018 – 2 Januari 2019", "31 December 2018 – 2 January 2019"),
        ("198X", None, "1980-an", "1980s"),
        ("18XX", None, "abad ke-19", "century 19"),
        ("2018-03/..", None, "sejak Maret 2018", "since March 2018"),
        ("2016/..", Mod.END, "sejak akhir 2016", "since late 2016"),
        ("2019~", None, "sekitar 2019", "around 2019"),
    ],
)
def test_words(text: str, mod: Mod | None, indonesian: str, english: str) -> None:
    value = DateValue.parse(text, mod)
    assert (value.words("id"), value.words("en")) == (indonesian, english)


@pytest.mark.parametrize(
    "text",
    ["2019-02-30", "2019-13", "Mei 2019", "2019-05-05/2019-05-03", "../..", "", "19", "2019/2020/2021", "２０１９"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        DateValue.parse(text)


@given(DAYS, DAYS)
def test_an_interval_holds_its_ends_in_order(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    value = DateValue.between(first, last)
    assert DateValue.parse(value.edtf) == value
    assert (value.earliest, value.latest) == (first, last)
    assert DateValue.on(first).overlaps(value)
    assert value.overlaps(DateValue.on(last))


@given(DAYS, st.sampled_from([None, *Mod]))
def test_modifiers_never_widen_a_month(day: date, mod: Mod | None) -> None:
    month = DateValue.of(day.year, day.month)
    modified = month.modified(mod)
    assert month.earliest <= modified.earliest <= modified.latest <= month.latest
    assert modified.modified(None) == month


def test_days_of_an_open_interval_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="open end"):
        next(DateValue.parse("2018-03/..").days())
