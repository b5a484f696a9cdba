from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.found_dates import Candidate, choose_dates, read_day
from dateline.sources.header.dates import iter_dates
from dateline.sources.pages.facts import read_address_day

DAY = date(2015, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        "2015-11-24", "2015-11-24T23:30:00-05:00", "2015-11-24 23:30:00", "2015/11/24", "20151124", "20151124T183000Z",
        "20151124T183000+0300",
        "Tue, 24 Nov 2015 23:30:00 -0500", "24 Nov 2015 23:30 GMT", "Tuesday, November 24, 2015 3:00 PM", "Nov. 24, 2015",
        "24.11.2015", "24/11/2015", "11/24/2015 6:41 PM",
        "Tue Nov 24 23:30:00 2015", " 2015-11-24T10:00:00.000Z ",
    ],
)  # fmt: skip
def test_day_is_read_as_it_is_written(words):
    assert read_day(words) == DAY


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2015", "2015-13-01", "4/11/2015", "11/12/2015", "1448400000", "2015-11-24abc", "yesterday 2015"],
)
def test_what_is_no_day_or_could_be_two_is_none(words):
    assert read_day(words) is None


@given(st.text(max_size=40))
def test_no_words_raise(words):
    assert read_day(words) is None or isinstance(read_day(words), date)


def test_first_plausible_day_is_believed_and_all_are_kept():
    days = [
        date(1, 1, 1),
        date(1970, 1, 1),
        date(1899, 12, 31),
        date.today() + timedelta(days=500),
        DAY,
        date(2015, 11, 25),
    ]
    chosen = choose_dates([Candidate(day, f"origin {n}") for n, day in enumerate(days)])
    assert (chosen.published, chosen.modified) == (DAY, None)
    assert [(found.value, found.used) for found in chosen.found] == [(day.isoformat(), day == DAY) for day in days]


def test_day_after_the_page_was_fetched_by_more_than_a_year_is_refused():
    candidates = [Candidate(date(2018, 1, 1), "x"), Candidate(DAY, "y")]
    assert choose_dates(candidates).published == date(2018, 1, 1)
    assert choose_dates(candidates, retrieved=date(2015, 12, 1)).published == DAY


def test_change_before_publication_is_none_and_a_change_alone_is_publication_too():
    before = [Candidate(DAY, "x"), Candidate(DAY - timedelta(days=1), "y", is_change=True)]
    assert choose_dates(before).modified is None
    alone = choose_dates([Candidate(DAY, "x", is_change=True)])
    assert (alone.published, alone.modified) == (DAY, DAY)


def test_dates_in_a_line_are_told_from_words_like_them():
    assert list(iter_dates("Published 24 November 2015 | Updated Nov 26, 2015 at 3:00 pm")) == [
        (DAY, False),
        (date(2015, 11, 26), True),
    ]
    assert list(iter_dates("Mayor Nov 240, 2015; room 1.11.20150; Decade 24 2015; version 1.24.11.2015")) == []


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://x.example/2015/11/24/talks", DAY), ("https://x.example/world/2015/nov/24/talks", DAY),
        ("https://x.example/talks-2015-11-24.html", DAY),
        ("https://x.example/2015/11/talks", None), ("https://x.example/2015/13/24/", None),
        ("https://x.example/12015/11/24", None),
        ("https://x.example/?d=2015/11/24", None),
    ],
)  # fmt: skip
def test_day_in_an_address_needs_all_three_parts_in_its_path(address, day):
    assert read_address_day(address) == day
