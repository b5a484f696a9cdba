import sqlite3

import pytest
from tests.situation.conftest import downing, keep

import dateline
from dateline.archive import ArchiveWriter
from dateline.errors import ArchiveError, ArchiveLocked, ArchiveTooNew, BadQuestion
from dateline.situation import Scope


def test_archive_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        dateline.open(tmp_path / "x.db")
    assert not (tmp_path / "x.db").exists()


def test_archive_of_a_newer_dateline_is_refused(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveTooNew, match="made by a newer dateline"):
        dateline.open(path)


def test_empty_archive_answers_everything_with_nothing(tmp_path):
    path = tmp_path / "x.db"
    ArchiveWriter(path).close()
    with dateline.open(path) as situation:
        assert len(situation) == 0
        assert not situation.timeline()
        assert not situation.ledger()
        assert not situation.ties()
        assert situation.network().balance is None
        assert not situation.stories()
        assert not situation.actors()
        with pytest.raises(BadQuestion, match="has no actor called 'France'"):
            situation.profile("France")


def test_while_another_process_writes_what_was_joined_answers(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.archive.database.BUSY_MILLISECONDS", 10)
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveLocked, match="another process is writing"):
        dateline.open(path)
    other.execute("ROLLBACK")
    dateline.open(path).close()
    keep(path, downing("2015-11-25", "dpa"))
    other.execute("BEGIN IMMEDIATE")
    with dateline.open(path) as situation:
        assert situation.behind == 1
        assert len(situation.timeline()[0].tellings) == 1
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"since": "2015-11-25", "until": "2015-11-24"}, "end .* before they begin"),
        ({"types": ("BOMB",)}, "'BOMB' is no type of event; allowed: AGREE"),
        ({"statuses": ("done",)}, "'done' is no status"),
        ({"countries": ("France",)}, "is no country's code"),
    ],
)
def test_limits_that_cannot_be_are_one_clear_line(limits, message, day):
    given = {name: day(value) if isinstance(value, str) else value for name, value in limits.items()}
    with pytest.raises(BadQuestion, match=message):
        Scope(**given)


def test_unknown_actor_is_told_with_the_nearest_names(crisis):
    with pytest.raises(BadQuestion, match="has no actor called 'Holande'; nearest: François Hollande"):
        crisis.with_scope(actors=("Holande",)).timeline()
