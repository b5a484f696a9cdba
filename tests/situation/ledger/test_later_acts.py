"""Later acts of the sort a position names bear on it, whatever words they are told in."""

from datetime import date

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import keep

import dateline


def vow(words="break off all trade with Turkey", *, kind="commitment", act="SANCTION", status="planned"):
    """A report in which Russia says what it will do to Turkey; `act` is the type its words name, None for none."""
    report = Builder(f"Russia said it would {words}.", published="2015-11-24", agency="Reuters")
    russia, turkey = report.actor("Russia", country="RUS"), report.actor("Turkey", country="TUR")
    report.position(words, [russia], kind=kind, toward=[turkey])
    if act is not None:
        report.event(words.split()[0], [russia], [turkey], type=act, status=status, date=None)
    return report


def deed(by="RUS", toward="TUR", *, type="SANCTION", day="2015-11-28", status="actual"):
    """A report of one act, in words of its own."""
    text = f"Charter flights were stopped overnight by decree number {int(day[-2:]) * 7}."
    report = Builder(text, published=day, agency=f"dpa {by}{toward}")
    names = {"RUS": "Russia", "TUR": "Turkey", "FRA": "France"}
    sides = [[report.actor(names[code], country=code)] for code in (by, toward)]
    report.event("stopped", *sides, type=type, quad=4, date=day, status=status)
    return report


def later(path, *reports):
    """What bears on the one position of some reports, as relation, day and reason."""
    with dateline.open(keep(path / "x.db", *reports)) as situation:
        (entry,) = situation.ledger()
        return [(b.relation, b.day, b.reason) for b in entry.later]


def test_an_act_of_the_sort_that_was_promised_stands_beside_the_promise(tmp_path):
    assert later(tmp_path, vow(), deed()) == [
        ("event", "2015-11-28", "SANCTION of Russia towards Turkey, which the position speaks of")
    ]


@pytest.mark.parametrize(
    "other",
    [
        deed("FRA", "TUR"),
        deed("RUS", "FRA"),
        deed("TUR", "RUS"),
        deed(type="CONSULT"),
        deed(day="2015-11-20"),
        deed(status="planned"),
    ],
    ids=["somebody else", "towards somebody else", "the other way", "another sort", "before", "only planned"],
)
def test_other_acts_do_not(tmp_path, other):
    assert later(tmp_path, vow(), other) == []


def test_what_the_words_tell_as_done_is_no_promise(tmp_path):
    assert later(tmp_path, vow(status="actual"), deed()) == []


def test_a_refusal_is_repeated_by_a_refusal(tmp_path):
    words = vow("shun every meeting with Turkey", kind="refusal", act="REJECT", status="actual")
    others = [deed("FRA", "RUS", type="CONSULT", day=f"2015-11-{day}") for day in range(10, 22)]
    assert [day for _, day, _ in later(tmp_path, *others, words, deed(type="REJECT"))] == ["2015-11-28"]


def test_a_warning_that_names_no_act_is_followed_by_hostile_ones(tmp_path):
    warning = vow("draw serious consequences", kind="warning", act=None)
    assert later(tmp_path / "a", warning, deed(type="CONSULT")) == []
    (found,) = later(tmp_path / "b", warning, deed())
    assert found[2] == "a hostile act of Russia towards Turkey, after a warning"


def test_a_promise_that_names_no_act_is_followed_by_none(tmp_path):
    assert later(tmp_path, vow("draw serious consequences", act=None), deed()) == []


def test_acts_that_two_do_to_each_other_every_day_say_nothing(tmp_path):
    daily = [deed(day=f"2015-11-{day:02}") for day in range(1, 25)]
    assert later(tmp_path, vow(), *daily, deed()) == []


def test_nothing_stands_beside_a_promise_that_was_not_known_on_the_day_asked_for(tmp_path):
    with dateline.open(keep(tmp_path / "x.db", vow(), deed())) as situation:
        assert situation.at(date(2015, 11, 27)).ledger()[0].later == ()
