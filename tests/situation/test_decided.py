"""What people decided, in every view: what they rejected does not count, what they changed is shown as changed."""

import json

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import downing, keep

import dateline
from dateline.archive import ArchiveReader
from dateline.archive.asking.questions import Question, find_quotes
from dateline.archive.decisions import Change, Decision, DecisionLog, Target, Verdict
from dateline.export.chosen.selection import Selection
from dateline.situation.decided import BY_PERSON, iter_seen_records, seen_record

TEXT = (
    "Peru seized two boats of Chile. Peru wants the boats sold. Chile called the seizure “a robbery at sea”, it said."
)


def report():
    told = Builder(TEXT, agency="Reuters", title="Boats")
    peru, chile = told.actor("Peru", country="PER"), told.actor("Chile", country="CHL")
    told.event("seized", [peru], [chile], type="ASSAULT", mode="aerial")
    told.event("robbery", [peru], [chile], type="COERCE", quad=4, score=-7.0, date="2015-11-25")
    told.position("the boats sold", [peru], kind="demand", toward=[chile])
    told.statement("a robbery at sea", chile)
    return told


@pytest.fixture
def archive(tmp_path):
    return keep(tmp_path / "a.db", report())


@pytest.fixture
def decide(archive):
    """Log a decision on some words of the report: a verdict, and of a correction what they should be."""

    def log(layer, words, type_, *, change=None, now=None):
        start = TEXT.index(words)
        spans = ((TEXT.index(now or words), TEXT.index(now or words) + len(now or words)),)
        target = Target(report().document["id"], layer, start, start + len(words), type_)
        verdict = Verdict.CORRECT if change else Verdict.REJECT
        with DecisionLog(archive) as opened:
            return opened.log(
                [Decision(verdict, "A. Coder", "test", target, change=Change(change, spans) if change else None)]
            )[0]

    return log


def look(archive):
    """Return types of events, kinds of positions and words of statements as a situation has them."""
    with dateline.open(archive) as s:
        return [e.type for e in s.timeline()], [e.kind for e in s.ledger()], [q.words for q in s.statements()]


def test_without_a_decision_everything_is_as_it_was_read(archive):
    assert look(archive) == (["ASSAULT", "COERCE"], ["demand"], ["a robbery at sea"])


def test_rejected_pieces_count_nowhere(archive, decide):
    look(archive)
    decide("event", "seized", "ASSAULT")
    decide("position", "the boats sold", "demand")
    decide("statement", "a robbery at sea", "statement")
    assert look(archive) == (["COERCE"], [], [])
    with dateline.open(archive) as s:
        assert [p.events for p in s.actors() if p.party.name == "Peru"] == [1]
        assert s.query("SELECT type FROM current_event").rows == [("COERCE",)]
        assert s.ask("What did Peru demand of Chile?").total == 0
        assert [len(part) for r in Selection(s).iter_reports() for part in (r.told, r.statements, r.positions)] == [
            1,
            0,
            0,
        ]
    with ArchiveReader(archive) as reader:
        assert find_quotes(reader, Question()) == []
        (seen,) = iter_seen_records(reader)
        assert (len(seen.events), seen.statements, seen.positions) == (1, (), ())


def test_changed_event_has_the_scores_of_its_new_type_and_says_who_changed_it(archive, decide):
    decide("event", "seized", "ASSAULT", change="COERCE", now="seized two boats")
    with dateline.open(archive) as s:
        event = s.timeline()[0]
        assert (event.type, event.mode, event.quad, event.by_person) == ("COERCE", None, 4, ("A. Coder",))
        assert event.words[event.trigger_start : event.trigger_end] == "seized two boats"
        assert s.with_scope(types=("ASSAULT",)).timeline().total == 0
        told = next(Selection(s).iter_told())
    assert (told.trigger, told.event.rule) == ("seized two boats", BY_PERSON)
    assert told.event.reason.startswith("changed from assault by A. Coder, ")


def test_changed_position_and_statement_are_shown_with_their_new_words(archive, decide):
    decide("position", "the boats sold", "demand", change="goal", now="wants the boats sold")
    decide("statement", "a robbery at sea", "statement", change="statement", now="robbery at sea")
    assert look(archive)[1:] == (["goal"], ["robbery at sea"])
    with dateline.open(archive) as s:
        entry, said = s.ledger()[0], s.statements()[0]
        assert (entry.by_person, entry.citation.words, said.by_person) == (
            "A. Coder",
            "wants the boats sold",
            "A. Coder",
        )
        assert TEXT[said.citation.start : said.citation.end] == "robbery at sea"
        assert s.ask("What does Peru want?").hits[0].by_person == "A. Coder"
    with ArchiveReader(archive) as reader:
        assert [q.pieces[0][1] for q in find_quotes(reader, Question())] == ["robbery at sea"]


def test_records_stay_as_they_were_read(archive, decide):
    with ArchiveReader(archive) as reader:
        before = [record.model_dump_json() for record in reader.iter_records()]
    decide("event", "seized", "ASSAULT", change="COERCE")
    look(archive)
    with ArchiveReader(archive) as reader:
        assert [record.model_dump_json() for record in reader.iter_records()] == before
        assert seen_record(reader, report().document["id"]).events[0].type == "COERCE"


def test_undone_decision_holds_no_more(archive, decide):
    number = decide("event", "seized", "ASSAULT")
    assert look(archive)[0] == ["COERCE"]
    with DecisionLog(archive) as log:
        log.log([Decision(Verdict.UNDO, "A. Coder", "test", undoes=number)])
    assert look(archive)[0] == ["ASSAULT", "COERCE"]


def test_event_that_others_repeat_is_rejected_without_them(archive, decide):
    again = Builder("Peru seized the boats. The seizure was condemned.", agency="dpa", title="Again")
    peru = again.actor("Peru", country="PER")
    again.event("seized", [peru])
    again.event("seizure", [peru], same_as=again.pieces["events"][0]["id"])
    keep(archive, again)
    with DecisionLog(archive) as log:
        target = Target(
            again.document["id"], "event", again.span("seized")["start"], again.span("seized")["end"], "ASSAULT"
        )
        log.log([Decision(Verdict.REJECT, "A. Coder", "test", target)])
    with ArchiveReader(archive) as reader:
        (event,) = seen_record(reader, again.document["id"]).events
        assert event.same_as == event.id
    assert "ASSAULT" in look(archive)[0]


def test_what_one_person_set_outweighs_what_most_reports_tell(tmp_path):
    reports = [downing("2015-11-24", "Reuters"), downing("2015-11-25", "dpa"), downing("2015-11-25", "AFP")]
    path = keep(tmp_path / "a.db", *reports)
    first = reports[0]
    start = first.text.index("shot down")
    target = Target(first.document["id"], "event", start, start + len("shot down"), "ASSAULT")
    with DecisionLog(path) as log:
        change = Change("COERCE", ((start, start + len("shot down")),))
        log.log([Decision(Verdict.CORRECT, "A. Coder", "test", target, change=change)])
    with dateline.open(path) as s:
        assert {e.type for e in s.timeline() if e.by_person} == {"COERCE"}


def test_views_say_that_a_person_changed_what_they_show(archive, decide, dateline_command):
    def cli(*words):
        return dateline_command(*words, "--archive", str(archive)).out

    decide("event", "seized", "ASSAULT", change="COERCE")
    decide("position", "the boats sold", "demand", change="goal")
    decide("event", "robbery", "COERCE")
    for command in (["timeline"], ["ledger"], ["who", "Peru"], ["brief", "--all"], ["ask", "What does Peru want?"]):
        assert "changed by a person" in cli(*command), command
    assert "changed by a person, A. Coder" in cli("show", "1")
    assert "rejected by a person, A. Coder" in cli("show", "2")
    assert json.loads(cli("timeline", "--json").splitlines()[0])["by_person"] == ["A. Coder"]
