from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.measures import By, Period, iter_periods, period_of
from dateline.measures.periods import period_of_value


@pytest.mark.parametrize(
    ("by", "label", "first", "last"),
    [
        (By.DAY, "2015-11-24", date(2015, 11, 24), date(2015, 11, 24)),
        (By.WEEK, "2015-W48", date(2015, 11, 23), date(2015, 11, 29)),
        (By.MONTH, "2015-11", date(2015, 11, 1), date(2015, 11, 30)),
    ],
)
def test_day_lies_in_its_period(by, label, first, last):
    period = period_of(date(2015, 11, 24), by)
    assert (period.label, period.first, period.last) == (label, first, last)


def test_week_of_the_new_year_is_named_by_its_iso_year():
    assert period_of(date(2016, 1, 1), By.WEEK).label == "2015-W53"


def test_february_of_a_leap_year_has_twenty_nine_days():
    assert period_of(date(2016, 2, 3), By.MONTH).last == date(2016, 2, 29)


def test_other_stretches_are_named_by_their_ends():
    assert Period(date(2015, 11, 1), date(2015, 11, 5)).label == "2015-11-01/2015-11-05"


@pytest.mark.parametrize(
    ("value", "label"),
    [("2015-11-24", "2015-W48"), ("2015-11-24/2015-11-26", "2015-W48"), ("2015-W48", "2015-W48"),
     ("2015-11-28/2015-12-01", None), ("2015-11", None), ("PAST_REF", None), (None, None)],
)  # fmt: skip
def test_date_counts_for_a_period_only_where_all_its_days_lie_in_it(value, label):
    period = period_of_value(value, By.WEEK)
    assert (period.label if period else None) == label


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.sampled_from(By))
def test_periods_follow_each_other_without_gap_and_hold_both_ends(first, length, by):
    last = date.fromordinal(first.toordinal() + length)
    periods = list(iter_periods(first, last, by))
    assert periods[0].first <= first <= periods[0].last
    assert periods[-1].first <= last <= periods[-1].last
    assert all(b.first.toordinal() == a.last.toordinal() + 1 for a, b in pairwise(periods))
