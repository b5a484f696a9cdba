import sqlite3

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.archive.decisions import (
    Change,
    Decision,
    DecisionLog,
    Target,
    Verdict,
    read_decisions,
    standing_decisions,
)
from dateline.errors import ArchiveError, BadQuestion

SHOT = Target("ada1c83798f5cbbe", "event", 7, 15, "SANCTION")


@pytest.fixture
def archive(tmp_path, record):
    path = tmp_path / "a.db"
    with ArchiveWriter(path) as writer:
        writer.keep([record])
    return path


def decide(verdict, target=SHOT, **more):
    return Decision(verdict, "A. Coder", "test", target, **more)


def log(archive, *decisions):
    with DecisionLog(archive) as opened:
        return opened.log(decisions)


def standing(archive):
    with ArchiveReader(archive) as reader:
        return [logged.decision for logged in standing_decisions(reader)]


def test_decision_comes_back_as_it_was_logged_with_its_hour(archive):
    change = decide(Verdict.CORRECT, change=Change("ASSAULT", ((7, 12), (13, 15))), note="it was an attack")
    assert log(archive, change) == [1]
    with ArchiveReader(archive) as reader:
        (logged,) = read_decisions(reader)
    assert logged.decision == change
    assert logged.made.endswith("+00:00")


def test_later_verdict_on_the_same_words_counts(archive):
    log(archive, decide(Verdict.REJECT), decide(Verdict.ACCEPT))
    assert [d.verdict for d in standing(archive)] == [Verdict.ACCEPT]


def test_undo_brings_back_what_was_decided_before(archive):
    log(archive, decide(Verdict.REJECT))
    (second,) = log(archive, decide(Verdict.ACCEPT))
    log(archive, Decision(Verdict.UNDO, "B. Coder", "test", undoes=second))
    assert [d.verdict for d in standing(archive)] == [Verdict.REJECT]


def test_merges_stand_beside_verdicts(archive):
    other = Target("c710848bcabb0bca", "event", 9, 16, "ASSAULT")
    log(archive, decide(Verdict.MERGE, other=other), decide(Verdict.ACCEPT))
    assert [(d.verdict, d.other) for d in standing(archive)] == [(Verdict.MERGE, other), (Verdict.ACCEPT, None)]


@pytest.mark.parametrize(
    "wrong",
    [
        decide(Verdict.CORRECT),
        decide(Verdict.MERGE),
        decide(Verdict.ACCEPT, target=None),
        decide(Verdict.ACCEPT, target=Target("x", "event", 5, 5, "AID")),
        decide(Verdict.UNDO, undoes=None),
        Decision(Verdict.ACCEPT, "  ", "test", SHOT),
        Decision(Verdict.UNDO, "A. Coder", "test", undoes=99),
    ],
)
def test_decision_that_contradicts_itself_is_not_logged_nor_are_those_with_it(archive, wrong):
    with pytest.raises(BadQuestion, match="cannot be logged"):
        log(archive, decide(Verdict.ACCEPT), wrong)
    assert standing(archive) == []


def test_nothing_is_undone_twice(archive):
    (first,) = log(archive, decide(Verdict.REJECT))
    undo = Decision(Verdict.UNDO, "A. Coder", "test", undoes=first)
    log(archive, undo)
    with pytest.raises(BadQuestion):
        log(archive, undo)


def test_log_only_grows(archive):
    log(archive, decide(Verdict.REJECT))
    connection = sqlite3.connect(archive)
    for statement in ("UPDATE decision SET author = 'x'", "DELETE FROM decision"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(statement)
    connection.close()


def test_no_archive_is_made_for_a_decision(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        DecisionLog(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
