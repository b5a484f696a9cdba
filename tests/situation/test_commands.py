import json

import pytest
from tests.situation.conftest import downing, keep, pledge, talks


@pytest.fixture
def ask(tmp_path, dateline_command):
    path = keep(
        tmp_path / "crisis.db", pledge(), downing("2015-11-24", "Reuters", killed=2), downing("2015-11-25", "dpa", killed=1),
        talks("2015-11-26"),
    )  # fmt: skip

    def run(command, *options):
        return dateline_command(command, *options, "--archive", str(path))

    return run


def test_timeline_tells_each_event_once_with_its_sources_and_where_they_differ(ask):
    assert ask("timeline").out == """\
Tue 24 Nov 2015
    2  Turkey → Russia: shot down a Russian warplane near the border, Reuters reports
       assault, aerial · 2 killed · 2 reports, 2 sources: Reuters and dpa
       killed: 2 (Reuters), 1 (dpa); accounts differ
Thu 26 Nov 2015
    4  François Hollande → Vladimir Putin: met Putin in Moscow for talks on Syria
       consult · dpa
"""  # fmt: skip


def test_every_command_prints_json_objects_one_a_line(ask):
    for command in (
        ["timeline"], ["who", "France"], ["ties", "FRA", "RUS"], ["ties"], ["network"], ["stories"], ["ledger"],
        ["changes", "--since", "2015-11-24"], ["ask", "what did France refuse?"], ["ledger", "--topics"],
    ):  # fmt: skip
        lines = ask(*command, "--json").out.splitlines()
        assert lines, command
        assert all(isinstance(json.loads(line), dict) for line in lines)


def test_tie_is_a_chart_by_week(ask):
    printed = ask("ties", "TUR", "RUS").out
    assert printed.startswith("Turkey and Russia\nTurkey → Russia: 0 cooperative, 1 conflictual, score -9.0\n")
    assert "23 Nov 2015" in printed
    assert "█│" in printed


def test_page_on_an_actor_has_all_its_parts(ask):
    printed = ask("who", "France").out
    for title in ("Ties", "Events, the latest first", "Statements, the latest first", "Positions, the latest first"):
        assert title in printed
    assert "refuses: lift the sanctions on Russia" in printed


def test_question_is_told_as_it_was_understood_and_answered_with_a_citation(ask):
    printed = ask("ask", "what did France refuse about sanctions?").out
    assert printed.startswith("looked for refusal and reject; by France; about sanctions\n")
    assert "France refuses: lift the sanctions on Russia" in printed
    assert "Reuters, “Sanctions stay”, 22 Nov 2015, reports/x.txt" in printed


def test_changes_stand_under_what_sort_they_are(ask):
    printed = ask("changes", "--since", "2015-11-24").out
    assert printed.index("Corrected") < printed.index("Confirmed") < printed.index("New")
    assert "killed: 2, now 1" in printed


def test_day_asked_for_limits_what_is_known(ask):
    assert "Reuters" in ask("timeline", "--as-of", "2015-11-24").out
    assert "dpa" not in ask("timeline", "--as-of", "2015-11-24").out


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (
            ["timeline", "--since", "2015-11-25", "--until", "2015-11-24"],
            "the days asked for end (2015-11-24) before they begin",
        ),
        (["timeline", "--type", "bomb"], "'BOMB' is no type of event; allowed: AGREE"),
        (["timeline", "--country", "Narnia"], "'Narnia' is no country's code"),
        (["who", "Holande"], "has no actor called 'Holande'; nearest: François Hollande"),
        (["ties", "FRA"], "a tie is between two"),
        (["ties", "FRA", "France"], "are the same: France"),
        (["stories", "999"], "no story has the number 999"),
        (["network", "--split", "2015-11-24", "--since", "2015-11-25"], "2015-11-24 does not part the days asked for"),
        (["ask", "?"], "holds no name and no word"),
        (["changes", "--since", "2015-11-26", "--as-of", "2015-11-25"], "nothing lies between"),
    ],
)
def test_question_that_cannot_be_answered_is_one_clear_line(ask, command, message):
    done = ask(*command)
    assert (done.status, done.out) == (1, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_nothing_found_and_an_empty_archive_are_said_and_are_no_fault(ask, tmp_path, dateline_command):
    done = ask("timeline", "--type", "aid")
    assert (done.status, done.out) == (0, "")
    assert "no event that this asks for" in done.err
    from dateline.archive import ArchiveWriter

    ArchiveWriter(tmp_path / "empty.db").close()
    for command in (["timeline"], ["who", "France"], ["ask", "what did France promise?"], ["network"]):
        done = dateline_command(*command, "--archive", str(tmp_path / "empty.db"))
        assert (done.status, done.out) == (0, "")
        assert "the archive is empty; `dateline read REPORTS" in done.err
        assert done.err.count("\n") == 1
