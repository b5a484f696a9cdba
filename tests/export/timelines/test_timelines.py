import json

import pytest

from dateline.export.timelines.calendar_dates import CalendarDate, display_date, read_dates


def test_timeline_escapes_words_and_says_about_for_a_month(exported):
    slides = json.loads(exported("timelinejs").read_text(encoding="utf-8"))["events"]
    by_display = {slide["display_date"]: slide for slide in slides}
    assert by_display["about Nov 2015"]["start_date"] == {"year": 2015, "month": 11}
    assert by_display["24 Nov 2015"]["start_date"] == {"year": 2015, "month": 11, "day": 24}
    assert all("<script" not in slide["text"]["headline"] for slide in slides)
    assert any("=Gunmen&lt;/script&gt;" in slide["text"]["headline"] for slide in slides)
    assert exported.tally.left_out == {"events without a date": 1}


@pytest.mark.parametrize(
    ("value", "first", "last", "shown"),
    [
        ("2015-11-24", CalendarDate(2015, 11, 24), None, "24 Nov 2015"),
        ("2015", CalendarDate(2015), None, "about 2015"),
        ("2015-11-24/2015-11-26", CalendarDate(2015, 11, 24), CalendarDate(2015, 11, 26), "about 24 Nov 2015 – 26 Nov 2015"),
        ("2015-W48", CalendarDate(2015, 11, 23), CalendarDate(2015, 11, 29), "about 23 Nov 2015 – 29 Nov 2015"),
        ("-0043-03-15", CalendarDate(-44, 3, 15), None, "15 Mar 44 BCE"),
        ("0000", CalendarDate(-1), None, "about 1 BCE"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_told_before_our_era_too(value, first, last, shown):
    assert read_dates(value) == (first, last)
    assert display_date(first, last) == shown


@pytest.mark.parametrize("value", ["PAST_REF", "2015-13-01", "", "soon"])
def test_what_is_no_date_is_none(value):
    assert read_dates(value) is None
