"""Whether a sentence tells an act as news or speaks of it as known, and whether its day stands beside it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.telling import mention, report

from dateline.compare.tellings import Telling, gather_tellings
from dateline.compare.wording import read_wording

NEWS = [
    ("The army of Norland retakes the palace.", "retakes"),
    ("The air force launches strikes on a port.", "strikes"),
    ("Two people were hurt in an attack on the station.", "attack"),
    ("Twelve miners are killed after gunmen attack the pit.", "attack"),
    ("The ministry reports that its forces recovered a cache.", "recovered"),
]
KNOWN = [
    ("Hundreds fled following the army's raid on the camp.", "raid"),
    ("The airport reopened a day after the army occupied it.", "occupied"),
    ("He condemned the deadly Veren attacks.", "attacks"),
    ("He spoke of the attacks that killed 130 people.", "attacks"),
    ("It accused Norland of having shot down the jet.", "shot down"),
]


def introduced(sentence: str, act: str) -> bool:
    start = sentence.index(act)
    return read_wording(sentence, start, start + len(act)).introduced


@pytest.mark.parametrize(("sentence", "act"), NEWS)
def test_new_act_is_told_as_news(sentence, act):
    assert introduced(sentence, act)


@pytest.mark.parametrize(("sentence", "act"), KNOWN)
def test_act_told_before_is_spoken_of_as_known(sentence, act):
    assert not introduced(sentence, act)


def tell(sentence: str, act: str, *, dated: bool, day: str = "2021-03-02") -> Telling:
    """The only telling of a report of 2 March."""
    (telling,) = gather_tellings([mention(sentence, report(1), act=act, date=day, dated=dated)])
    return telling


def test_day_of_a_known_act_counts_only_where_it_stands_beside_the_act():
    known = "He condemned the attacks."
    assert tell(known, "attacks", dated=False).day is None
    assert tell(known, "attacks", dated=True, day="2021-02-25").day == date(2021, 2, 25)


def test_known_act_dated_by_the_day_of_its_report_has_no_firm_day():
    assert tell("It accused Norland on Tuesday of having shot down the jet.", "shot down", dated=True).day is None


def test_day_of_news_is_that_of_its_report():
    assert tell("A bomb hit the station.", "hit", dated=False).day == date(2021, 3, 2)
