from datetime import date

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import downing, keep, talks

import dateline
from dateline.errors import BadQuestion
from dateline.situation import ChangeKind

SINCE = date(2015, 11, 24)


def changes_of(path, **more):
    with dateline.open(path) as situation:
        return [(c.kind, c.reason) for c in situation.changes(SINCE, **more)]


def test_event_nobody_had_told_is_new(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"), talks("2015-11-26"))
    assert changes_of(path) == [(ChangeKind.NEW, "told by dpa")]


def test_second_independent_source_confirms(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"), downing("2015-11-26", "dpa"))
    assert changes_of(path) == [(ChangeKind.CONFIRMED, "a further independent source: dpa")]


def test_report_that_it_did_not_happen_raises_doubt(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"), downing("2015-11-26", "TASS", status="negated"))
    assert (ChangeKind.DOUBTED, "denied by TASS") in changes_of(path)


def test_denial_of_a_known_event_raises_doubt_and_one_of_something_else_does_not(tmp_path):
    denial = Builder(
        "Turkey denied that it shot down the warplane, and that it bought oil.", published="2015-11-26", agency="dpa"
    )
    turkey = denial.actor("Turkey", country="TUR")
    denial.position("it shot down the warplane", [turkey], kind="denial")
    denial.position("it bought oil", [turkey], kind="denial")
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"), denial)
    assert changes_of(path) == [(ChangeKind.DOUBTED, "denied by Turkey: it shot down the warplane")]


def test_new_figure_is_a_correction(tmp_path):
    text = "On Thursday: Turkish jets shot down a Russian warplane near the border, Reuters reports."
    later = downing("2015-11-26", "Reuters", killed=1, text=text)
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters", killed=2), later)
    assert (ChangeKind.CORRECTED, "killed: 2, now 1") in changes_of(path)


def test_report_that_a_wire_takes_back_is_withdrawn_and_tells_nothing_any_more(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"), talks("2015-11-26"))
    with dateline.open(path) as situation:
        assert situation.timeline().total == 2
    from dateline.archive.database import open_database

    connection = open_database(path)
    connection.execute(
        "INSERT INTO notice (document, status, source, text, added) "
        "VALUES (1, 'canceled', 'wire', 'Kill it', '2015-11-27T00:00:00Z')"
    )
    connection.close()
    with dateline.open(path) as situation:
        assert [e.type for e in situation.timeline()] == ["CONSULT"]
        assert [e.type for e in situation.at(date(2015, 11, 26)).timeline()] == ["CONSULT"]
        (change,) = [c for c in situation.changes(SINCE) if c.kind is ChangeKind.WITHDRAWN]
    assert (change.day, change.words, change.reason) == (
        date(2015, 11, 27), "Warplane shot down, Reuters", "canceled by its wire: Kill it",
    )  # fmt: skip


def test_changes_end_with_the_day_asked_for(crisis):
    found = crisis.at(date(2015, 11, 25)).changes(SINCE)
    assert [c.kind for c in found] == [ChangeKind.CONFIRMED]
    with pytest.raises(BadQuestion, match="nothing lies between"):
        crisis.at(SINCE).changes(SINCE)


def test_scope_leaves_out_what_it_does_not_look_at(crisis):
    assert [c.kind for c in crisis.with_scope(actors=("Putin",)).changes(SINCE)] == [ChangeKind.NEW]
