"""TIMEX3 values as days of the calendar, and as the dates of events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.times import event_date, value_to_range

COVERED = [
    ("2015-11-26", (2015, 11, 26), (2015, 11, 26), "2015-11-26"),
    ("2015-11-24TEV", (2015, 11, 24), (2015, 11, 24), "2015-11-24"),
    ("2019-08-19T15:00", (2019, 8, 19), (2019, 8, 19), "2019-08-19"),
    ("2019-08-19T18:00Z", (2019, 8, 19), (2019, 8, 19), "2019-08-19"),
    ("2016-02", (2016, 2, 1), (2016, 2, 29), "2016-02"),
    ("2015-12", (2015, 12, 1), (2015, 12, 31), "2015-12"),
    ("2015", (2015, 1, 1), (2015, 12, 31), "2015"),
    ("2015-W48", (2015, 11, 23), (2015, 11, 29), "2015-W48"),
    ("2020-W53", (2020, 12, 28), (2021, 1, 3), "2020-W53"),
    ("2015-W48-4", (2015, 11, 26), (2015, 11, 26), "2015-11-26"),
    ("2015-W48-WE", (2015, 11, 28), (2015, 11, 29), "2015-11-28/2015-11-29"),
    ("2015-Q3", (2015, 7, 1), (2015, 9, 30), "2015-07-01/2015-09-30"),
    ("2015-H1", (2015, 1, 1), (2015, 6, 30), "2015-01-01/2015-06-30"),
    ("2015-SP", (2015, 3, 1), (2015, 5, 31), "2015-03-01/2015-05-31"),
    ("2015-WI", (2015, 12, 1), (2016, 2, 29), "2015-12-01/2016-02-29"),
    ("199", (1990, 1, 1), (1999, 12, 31), "1990-01-01/1999-12-31"),
    ("20", (2000, 1, 1), (2099, 12, 31), "2000-01-01/2099-12-31"),
    ("2015-11-24/2015-11-26", (2015, 11, 24), (2015, 11, 26), "2015-11-24/2015-11-26"),
    ("2011/2013-05", (2011, 1, 1), (2013, 5, 31), "2011-01-01/2013-05-31"),
]
UNCOVERED = (
    "P2D P1W PT24H PXW P18Y/P22Y PRESENT_REF PAST_REF FUTURE_REF XXXX XXXX-XX-XX XXXX-WXX-4 XXXX-07 TNI 2015-02-30"
    " 2015-W60 2015-13 2015-11-26/2015-11-24"
).split()


@pytest.mark.parametrize(("value", "first", "last", "event"), COVERED)
def test_value_covers_its_days(value: str, first: tuple[int, int, int], last: tuple[int, int, int], event: str) -> None:
    assert value_to_range(value) == (date(*first), date(*last))
    assert event_date(value) == event


@pytest.mark.parametrize("value", [*UNCOVERED, "", "soon"])
def test_value_outside_the_calendar_has_no_days(value: str) -> None:
    assert value_to_range(value) is None
    assert event_date(value) is None


@given(st.text(alphabet="0123456789-WTQHSPUXE/", max_size=12))
def test_any_value_is_a_forward_range_or_none(value: str) -> None:
    covered = value_to_range(value)
    assert covered is None or covered[0] <= covered[1]
    assert (event_date(value) is None) == (covered is None)


@given(st.dates())
def test_a_day_covers_itself(day: date) -> None:
    assert value_to_range(day.isoformat()) == (day, day)
    assert event_date(day.isoformat()) == day.isoformat()
