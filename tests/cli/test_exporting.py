import csv
import json

import pyarrow.parquet as parquet
import pytest


@pytest.fixture
def run(demo_folder, dateline_command):
    def run(*arguments):
        return dateline_command(*arguments, "--archive", "crisis.db")

    return run


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def test_export_goes_to_standard_output_and_the_count_to_standard_error(run):
    done = run("export", "joined-csv")
    assert done.status == 0
    count = len(rows(done.out))
    assert count > 100
    assert done.err == f"dateline: {count} events written\n"


def test_limits_narrow_what_is_exported(run):
    everything = rows(run("export", "joined-csv").out)
    some = rows(run("export", "joined-csv", "--type", "assault", "--status", "actual", "--actor", "Turkey").out)
    assert 0 < len(some) < len(everything)
    assert {(row["type"], row["status"]) for row in some} == {("ASSAULT", "actual")}
    told = {row["number"] for row in rows(run("export", "events-csv", "--actor", "Turkey").out)}
    assert all(told & set(row["tellings"].split("; ")) for row in some)


def test_export_as_of_a_day_knows_nothing_later(run):
    known = rows(run("export", "joined-csv", "--as-of", "2015-11-20").out)
    assert known
    assert max(row["first_known"] for row in known) <= "2015-11-20"
    told = rows(run("export", "events-csv", "--as-of", "2015-11-20").out)
    assert max(row["published"] for row in told) <= "2015-11-20"


def test_an_export_of_nothing_is_a_whole_file_and_said_to_be_one(run, demo_folder):
    done = run("export", "joined-csv", "--as-of", "2001-01-01", "--out", "early.csv")
    assert (done.status, done.err) == (
        0, "dateline: nothing in the archive is as asked for; early.csv is written without it\n",
    )  # fmt: skip
    assert rows((demo_folder / "early.csv").read_text(encoding="utf-8")) == []


def test_file_stands_with_what_it_says_of_itself(run, demo_folder):
    run("export", "icews", "--since", "2015-11-20", "--out", "events.tab")
    said = json.loads((demo_folder / "events.tab.meta.json").read_text(encoding="utf-8"))
    assert said["query"] == {"since": "2015-11-20"}
    assert said["left_out"]


def test_what_a_format_cannot_hold_is_told(run):
    done = run("export", "icews", "--out", "events.tab")
    assert "left out, the format has no room for them: " in done.err
    assert "tellings without a date" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "gexff"], "'gexff' is no format of an export; nearest: gexf"),
        (["export", "joined-csv", "--type", "ASAULT"], "'ASAULT' is no type of event; nearest: ASSAULT"),
        (["export", "joined-csv", "--status", "maybe"], "'maybe' is no status; allowed: actual, planned"),
        (["export", "joined-csv", "--actor", "Narnia"], "'Narnia'"),
        (
            ["export", "joined-csv", "--since", "2015-12-01", "--until", "2015-11-01"],
            "end (2015-11-01) before they begin",
        ),
        (["export", "brat"], "brat is several files; --out says where it goes"),
        (["export", "joined-csv", "--out", "crisis.db"], "crisis.db: is there already; --force replaces it"),
        (["export", "joined-csv", "--out", "none/x.csv"], "there is no folder none"),
        (["export", "joined-csv", "--out", "reports"], "reports: is a folder"),
        (["export", "joined-csv", "--out", "/dev/full"], "/dev/full: cannot be written (No space left on device)"),
        (["plot", "map", "--out", "map.gif"], "map.gif: a picture is .png, .svg or .html"),
        (["plot", "ties", "--between", "Narnia", "Russia", "--out", "x.svg"], "'Narnia' did nothing to anybody here"),
        (["panel", "--out", "panel.xlsx"], "panel.xlsx: a panel is .csv or .parquet"),
        (["import", "brat", "reports", "--author", "A"], "there is no dateline.json in it"),
        (["import", "brat", "reports", "--author", " "], "a name is asked for"),
        (
            ["import", "label-studio", "none.json", "--author", "A"],
            "none.json: cannot be read (No such file or directory)",
        ),
    ],
)
def test_bad_input_is_one_clear_line_and_leaves_nothing_behind(run, demo_folder, arguments, message):
    before = sorted(path.name for path in demo_folder.iterdir())
    done = run(*arguments)
    assert (done.status, done.out) == (1, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert sorted(p.name for p in demo_folder.iterdir() if not p.name.startswith("crisis.db-")) == before


def test_formats_are_listed_with_what_they_are(dateline_command):
    printed = dateline_command("export", "--formats").out
    assert "gexf                       the network with its weeks as dynamic GEXF" in printed


def test_corrections_in_brat_come_back_as_decisions(run, demo_folder):
    run("export", "brat", "--out", "brat")
    marked = next(iter(sorted((demo_folder / "brat").glob("*.ann"))))
    lines = marked.read_text(encoding="utf-8").split("\n")
    lines.remove(next(line for line in lines if "\tplace-" in line))
    marked.write_text("\n".join(lines), encoding="utf-8")
    done = run("import", "brat", "brat", "--author", "A. Coder")
    assert "1 deleted" in done.err
    assert "1 decision logged in crisis.db" in done.err
    again = run("import", "brat", "brat", "--author", "A. Coder")
    assert "nothing new" in again.err
    assert "1 known already" in again.err
    log = run("sql", "SELECT verdict, author, layer FROM decision", "--csv").out
    assert log == "verdict,author,layer\nreject,A. Coder,place\n"


def test_panel_is_printed_as_csv_or_kept_as_parquet(run, demo_folder):
    printed = rows(run("panel", "--by", "day").out)
    run("panel", "--by", "day", "--out", "panel.parquet")
    assert parquet.read_table(demo_folder / "panel.parquet").num_rows == len(printed) > 0
    filled = rows(run("panel", "--by", "day", "--fill-zeros").out)
    assert len(filled) > len(printed)
    assert "0" in {row["events"] for row in filled}


@pytest.mark.parametrize("picture", ["timeline", "ties", "map", "network", "ledger", "panel"])
def test_every_picture_of_the_demo_is_drawn(run, demo_folder, picture):
    done = (
        run("plot", picture, "--out", f"{picture}.svg", "--most", "5")
        if picture != "map"
        else run("plot", "map", "--out", "map.svg")
    )
    assert done.err == f"dateline: {picture} drawn: {picture}.svg\n"
    assert "Scope: everything" in (demo_folder / f"{picture}.svg").read_text(encoding="utf-8")


def test_agreement_and_balance_are_printed_with_their_columns(run):
    agreement = rows(run("panel", "--of", "agreement").out)
    assert all(-1 <= float(row["score"]) <= 1 for row in agreement)
    assert all(len(row["topic_names"].split("; ")) == int(row["topics"]) for row in agreement)
    balance = rows(run("panel", "--of", "balance", "--by", "month").out)
    assert "2015-11" in {row["period"] for row in balance}
