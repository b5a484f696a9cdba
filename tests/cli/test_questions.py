import json
import re

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter


@pytest.fixture
def crisis(builder, tmp_path):
    """An archive of three small reports whose record is known to the letter."""
    first = builder(
        "Moscow would answer, Lavrov said. “Syria needs peace,” he said of the talks in Damascus.\n\n"
        "France would not lift the sanctions on Russia unless Minsk was carried out.",
        published="2015-11-24", agency="Reuters", title="Powers talk",
    )  # fmt: skip
    lavrov, russia = first.actor("Sergei Lavrov", "person", "RUS"), first.actor("Russia", country="RUS")
    france = first.actor("France", country="FRA")
    first.statement("Moscow would answer", lavrov, directness="indirect", medium="tweet")
    first.statement("Syria needs peace,", lavrov)
    first.position(
        "lift the sanctions on Russia", [france], kind="refusal", condition="unless Minsk was carried out",
        toward=[russia], topic="sanction, Russia",
    )  # fmt: skip
    copy = builder("“Syria needs peace,” said Lavrov.", published="2015-11-25", agency="dpa")
    copy.statement("Syria needs peace,", copy.actor("Sergei Lavrov", "person", "RUS"))
    last = builder("Two leaders want the sanctions to go and a summit.", published="2015-11-30", agency="AFP")
    pair = [last.actor("Angela Merkel", "person", "DEU"), last.actor("François Hollande", "person", "FRA")]
    last.position("the sanctions to go", pair, kind="goal", topic="sanction")
    last.position("a summit", pair, kind="goal", topic="summit")
    path = tmp_path / "crisis.db"
    with ArchiveWriter(path) as writer:
        writer.keep([first.record(), copy.record(), last.record()])
    return path


@pytest.fixture
def ask(crisis, dateline_command):
    def run(command, *options):
        return dateline_command(command, *options, "--archive", str(crisis))

    return run


def test_quote_is_cited_from_the_first_report_that_prints_it(ask):
    assert ask("quotes", "--by", "Lavrov", "--about", "peace").out.splitlines()[0] == (
        "2  Sergei Lavrov: “Syria needs peace” – Reuters, “Powers talk”, 24 Nov 2015, reports/x.txt"
        " (also in 1 other report)"
    )


def test_words_that_are_not_the_speakers_own_are_marked(ask):
    printed = ask("quotes", "--about", '"would answer"').out
    assert printed.startswith("1  Sergei Lavrov (tweet, indirect): Moscow would answer – Reuters")


def test_quotes_are_found_by_country_by_day_and_by_a_states_adjective(ask):
    assert len(ask("quotes", "--by", "RUS").out.splitlines()) == 2
    assert ask("quotes", "--since", "2015-11-25").out.startswith("4  Sergei Lavrov")
    assert ask("quotes", "--until", "2015-11-23").out == ""
    assert "Syria needs peace" in ask("quotes", "--about", "Syrian").out


def test_quote_is_about_what_its_paragraph_speaks_of(ask):
    assert "Syria needs peace" in ask("quotes", "--about", "Damascus").out
    assert ask("quotes", "--about", "sanctions").out == ""


def test_unknown_actor_is_told_with_the_nearest_names(ask, crisis):
    done = ask("quotes", "--by", "Lawrow")
    assert (done.status, done.out) == (1, "")
    assert done.err == f"dateline: {crisis}: has no actor called 'Lawrow'; nearest: Sergei Lavrov\n"
    assert "nearest" not in ask("ledger", "--by", "Xyzzy").err


def test_nothing_found_is_said_and_is_no_fault(ask):
    done = ask("ledger", "--about", "tomatoes")
    assert (done.status, done.out) == (0, "")
    assert "no position that this asks for" in done.err


def test_query_language_of_the_index_cannot_be_reached(ask):
    for words in ('"', "a AND", "NEAR(", "words:*", "'; DROP TABLE event; --"):
        assert ask("quotes", "--about", words).status == 0
        assert ask("ledger", "--about", words).status == 0


def test_ledger_sets_conditions_off_under_holder_and_topic(ask):
    assert (
        ask("ledger").out
        == """\
Angela Merkel
    5  wants (with François Hollande): the sanctions to go
       30 Nov 2015 · AFP
    6  wants (with François Hollande): a summit
       30 Nov 2015 · AFP

François Hollande
    5  wants (with Angela Merkel): the sanctions to go
       30 Nov 2015 · AFP
    6  wants (with Angela Merkel): a summit
       30 Nov 2015 · AFP

France
    3  refuses: lift the sanctions on Russia
       on condition: unless Minsk was carried out
       24 Nov 2015 · towards Russia · Reuters
"""
    )


def test_ledger_is_narrowed_by_holder_addressee_kind_and_words(ask):
    numbers = re.compile(r"^ +(\d+)  ", re.MULTILINE)
    assert numbers.findall(ask("ledger", "--by", "Merkel").out) == ["5", "6"]
    assert numbers.findall(ask("ledger", "--by", "FRA", "--about", "sanctions").out) == ["5", "3"]
    assert numbers.findall(ask("ledger", "--toward", "Russia").out) == ["3"]
    assert numbers.findall(ask("ledger", "--kind", "refusal").out) == ["3"]
    assert numbers.findall(ask("ledger", "--since", "2015-11-25", "--by", "France").out) == ["5", "6"]
    assert numbers.findall(ask("ledger", "--until", "2015-11-25", "--by", "France").out) == ["3"]


def test_answers_come_as_json_too(ask):
    first, second = map(json.loads, ask("quotes", "--json").out.splitlines())
    assert (first["number"], first["also"], first["speakers"]) == (2, [4], ["Sergei Lavrov"])
    assert second["citation"].startswith("Sergei Lavrov (tweet, indirect)")
    *_, stand = map(json.loads, ask("ledger", "--json").out.splitlines())
    assert (stand["condition"], stand["relation"], [party["key"] for party in stand["toward"]]) == (
        "unless Minsk was carried out", "unless", ["RUS"],
    )  # fmt: skip


def test_older_version_of_a_report_no_longer_answers(builder, tmp_path, dateline_command):
    path = tmp_path / "versions.db"
    old = builder("He said it was over.", published="2015-11-24")
    new = builder("He said it was not over.", published="2015-11-24")
    for report in (old, new):
        report.document["url"] = "https://example.org/1"
        report.statement("it was", report.actor("Him", "person"), directness="indirect")
    with ArchiveWriter(path) as writer:
        writer.keep([old.record(), new.record()])
    done = dateline_command("quotes", "--json", "--archive", str(path))
    assert [json.loads(line)["number"] for line in done.out.splitlines()] == [2]


def test_condition_and_parts_are_marked_when_an_item_is_opened(ask):
    printed = ask("show", "3").out
    assert "France would not «lift the sanctions on Russia» (unless Minsk was carried out)." in printed
    assert "«said», (condition)" in printed
    assert " condition  unless Minsk was carried out (unless)" in printed
    assert "Moscow would answer" not in printed, "only the paragraph of the item is shown"
    assert "speaker  Sergei Lavrov (RUS): known" in ask("show", "2").out
    missing = ask("show", "99")
    assert missing.status == 1
    assert "has no item 99; its numbers run from 1 to 6" in missing.err


def test_every_item_of_the_bundled_reports_opens(demo_archive, dateline_command):
    with ArchiveReader(demo_archive) as archive:
        layers = archive.query("SELECT layer, min(number), max(number) FROM item GROUP BY layer").rows
    assert len(layers) == 3
    for layer, first, last in layers:
        for number in (first, last):
            done = dateline_command("show", str(number), "--archive", str(demo_archive))
            assert done.out.startswith(f"{layer} {number}\n")
            assert " rule  " in done.out
            assert " reason  " in done.out


def test_sql_prints_tables_json_and_csv_and_refuses_to_write(ask):
    query = "SELECT name, country FROM actor WHERE country = 'DEU'"
    rows = [row.rstrip() for row in ask("sql", query).out.splitlines()]
    assert rows == ["name           country", "Angela Merkel  DEU"]
    assert json.loads(ask("sql", query, "--json").out) == {"name": "Angela Merkel", "country": "DEU"}
    assert ask("sql", query, "--csv").out == "name,country\nAngela Merkel,DEU\n"
    for wrong in ("DELETE FROM event", "ATTACH 'x.db' AS x", "SELECT", "SELECT 1; SELECT 2"):
        done = ask("sql", wrong)
        assert done.status == 1
        assert done.err.startswith("dateline: this query cannot be run: ")


def test_brief_of_an_empty_archive_says_how_to_fill_it(tmp_path, dateline_command):
    path = tmp_path / "empty.db"
    ArchiveWriter(path).close()
    done = dateline_command("brief", "--archive", str(path))
    assert (done.status, done.out) == (0, "")
    assert "the archive is empty; `dateline read REPORTS" in done.err
