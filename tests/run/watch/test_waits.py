from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.run.watch.waits import describe_wait, wait_after_failure

DAY = 24 * 3600


@settings(deadline=None)
@given(
    st.integers(1, 10_000), st.floats(60, 7 * DAY), st.none() | st.floats(0, 1e12), st.randoms(use_true_random=False)
)
def test_wait_is_never_shorter_than_a_minute_nor_longer_than_a_day_and_a_fifth(failures, every, asked_for, chance):
    wait = wait_after_failure(failures, every, asked_for, chance)
    assert 48 <= wait <= 1.2 * DAY
    assert wait >= min(asked_for or 0, DAY)


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(0, 1000))
def test_wait_doubles_but_for_a_fifth_by_chance(failures, seed):
    wait = wait_after_failure(failures, 600, None, Random(seed))
    assert 0.8 * 600 * 2 ** (failures - 1) <= wait <= 1.2 * 600 * 2 ** (failures - 1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "1 s"), (0, "1 s"), (59.2, "1 min"), (60, "1 min"), (61, "1 min 1 s"), (3599, "59 min 59 s"), (3600, "1 h"),
     (3601, "1 h 1 min"), (90_000, "25 h")],
)  # fmt: skip
def test_wait_in_words(seconds, words):
    assert describe_wait(seconds) == words
