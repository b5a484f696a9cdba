import json

import pytest

from dateline.archive import ArchiveWriter
from dateline.model import Wire, WireStatus
from dateline.sources import Known, make_document


def test_copies_lists_origin_copies_and_what_was_changed(demo_folder, dateline_command):
    done = dateline_command("copies", "--archive", "crisis.db")
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0] == "Obama, Hollande Promise to Step Up Fight Against Islamic State"
    assert "The Associated Press, 24 Nov 2015" in lines
    assert "origin: the report of The Associated Press itself" in lines
    assert "  0.98  The Northern Courier, 25 Nov 2015" in lines
    assert "other title; byline cut; “little” became “scant”" in done.out


def test_copies_of_a_publisher_as_json(demo_folder, dateline_command):
    done = dateline_command("copies", "--publisher", "the northern courier", "--json", "--archive", "crisis.db")
    (family,) = map(json.loads, done.out.splitlines())
    assert family["agency"] == "The Associated Press"
    assert {copy["publisher"] for copy in family["copies"]} == {"The Harbour Gazette", "The Northern Courier"}
    assert {copy["copy_of"] for copy in family["copies"]} == {family["origin"]["document"]}
    none = dateline_command("copies", "--publisher", "The Westmoor Chronicle", "--archive", "crisis.db")
    assert (none.status, none.out) == (0, "")
    assert "no report of The Westmoor Chronicle repeats another" in none.err


BODY = (
    "France expelled two Russian diplomats on Tuesday, the foreign ministry in Paris said, and gave them a week to leave "
    "with their families. It was the first such step in four years between two states that had lately drawn closer.\n\n"
    "Moscow warned that it would answer in kind. “We regret this step,” Foreign Minister Sergei Lavrov said, and called off "
    "a visit to Lyon that had been planned for Friday."
)


@pytest.fixture
def reports(tmp_path, monkeypatch):
    folder = tmp_path / "reports"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)

    def write(
        name, body, *, head="Diplomats sent home\n\nBy Ada Linden, Associated Press\nNov. 24, 2015\n\nPARIS (AP) - "
    ):
        (folder / name).write_text(head + body + "\n", encoding="utf-8")
        return str(folder / name)

    return write


def test_read_says_how_many_copies_it_passed_by_and_nothing_counts_them(reports, dateline_command):
    reports("1.txt", BODY)
    reports("2.txt", BODY.split("\n\n")[0], head="Paris acts\n\nThe Post\nNovember 25, 2015\n\nPARIS (AP) - ")
    done = dateline_command("read", "reports", "--archive", "x.db")
    assert done.status == 0
    assert "1 copy of reports already read; `dateline copies` lists them" in done.err
    assert "2 reports kept in x.db" in done.err
    assert done.out.splitlines()[0] == "Diplomats sent home"
    for command in (["brief"], ["quotes", "--by", "Lavrov"]):
        page = dateline_command(*command, "--archive", "x.db").out
        assert "The Post" not in page
        assert "also in" not in page


def test_read_prints_a_copy_as_a_record_without_pieces(reports, dateline_command):
    reports("1.txt", BODY)
    reports("2.txt", BODY, head="Paris acts\n\nThe Post\nNovember 25, 2015\n\nPARIS (AP) - ")
    first, copy = map(json.loads, dateline_command("read", "reports", "--json", "--archive", "x.db").out.splitlines())
    assert first["events"]
    assert (copy["document"]["publisher"], copy["events"]) == ("The Post", [])
    assert copy["diagnostics"][0]["message"] == f"a copy of {first['document']['id']}, whose record speaks for it"
    single = dateline_command("read", "reports", "--json", "--no-archive").out.splitlines()
    assert all(json.loads(line)["events"] for line in single)


def test_report_given_twice_in_one_run_is_printed_once(reports, dateline_command):
    path = reports("1.txt", BODY)
    done = dateline_command("read", path, path, "--json", "--archive", "x.db")
    assert (done.status, len(done.out.splitlines())) == (0, 1)


def test_brief_of_a_run_leaves_out_the_cut_copy_that_was_read_before_the_full_report(reports, dateline_command):
    reports("1.txt", BODY.split("\n\n")[0], head="Paris acts\n\nThe Post\nNovember 25, 2015\n\nPARIS (AP) - ")
    reports("2.txt", BODY)
    done = dateline_command("read", "reports", "--archive", "x.db")
    assert done.out.splitlines()[:2] == ["Diplomats sent home", "The Associated Press, 24 Nov 2015"]
    assert "The Post" not in done.out


def test_show_says_that_an_item_was_withdrawn_and_by_what(reports, dateline_command):
    head = "Diplomats\n\nhttps://example.org/1\nNov. 24, 2015\n\n"
    dateline_command("read", reports("1.txt", BODY, head=head), "--archive", "x.db")
    page = dateline_command("show", "1", "--archive", "x.db").out
    assert "withdrawn" not in page
    changed = BODY.replace("France expelled two Russian diplomats", "France summoned the Russian ambassador")
    dateline_command("read", reports("2.txt", changed, head=head), "--archive", "x.db")
    page = dateline_command("show", "1", "--archive", "x.db").out
    assert "withdrawn: the later version, 24 Nov 2015, does not say this in these words" in page


def test_show_says_that_a_wire_took_a_report_back(reports, dateline_command, reader, tmp_path):
    document = make_document(BODY, source="wire", known=Known(title="Diplomats", publisher="AP"))
    wire = document.model_copy(update={"wire": Wire(id="urn:wire:1", version="1")})
    with ArchiveWriter(tmp_path / "x.db") as archive:
        archive.keep([reader.read(wire)])
        archive.take_notice(
            document.model_copy(update={"wire": Wire(id="urn:wire:1", version="2", status=WireStatus.CANCELED)})
        )
    assert "withdrawn: the wire took this report back" in dateline_command("show", "1", "--archive", "x.db").out
    assert "nothing said" in dateline_command("quotes", "--archive", "x.db").err
