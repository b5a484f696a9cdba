"""Days near which tellings are looked for, to the ends of the calendar."""

from dateline.situation.refreshing.joining import _days_around


def test_days_at_the_ends_of_the_calendar_are_looked_around_too():
    days = _days_around([{"date": "0001-01-01", "published": None}, {"date": None, "published": "9999-12-31"}])
    assert min(days) == "0001-01-01"
    assert max(days) == "9999-12-31"


def test_days_before_and_after_an_act_are_looked_at():
    days = _days_around([{"date": "2015-11-24", "published": None}])
    assert {"2015-11-23", "2015-11-24", "2015-11-25"} <= days
