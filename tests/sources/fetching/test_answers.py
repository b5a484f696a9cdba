import pytest

from dateline.sources.fetching import Answer

NOON = 1448452800.0  # 2015-11-25 12:00 UTC


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), (" 0 ", 0), ("Wed, 25 Nov 2015 12:01:30 GMT", 90), ("Wed, 25 Nov 2015 12:01:30 -0000", 90),
        ("Wed, 25 Nov 2015 11:00:00 GMT", 0), ("soon", None), ("", None), ("-5", None), ("1e9", None), ("٣", None),
        ("9" * 400, 999999999),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value, seconds):
    assert Answer("a", "a", 503, {"retry-after": value}).seconds_to_wait(NOON) == seconds


def test_no_header_asks_for_nothing():
    answer = Answer("a", "a", 503)
    assert answer.seconds_to_wait(NOON) is None
    assert (answer.media_type, answer.charset) == (None, None)
