"""The brief of an archive is the brief of its records, though it is made from columns."""

import io

import pytest
from rich.console import Console
from tests.cli.conftest import Builder
from tests.situation.conftest import downing, keep, pledge, talks

from dateline.cli.pages.archive_brief import ArchiveBrief
from dateline.cli.pages.brief import Brief, BriefPage, Reading
from dateline.situation.opening import open_refreshed


def printed(brief, *, full=False):
    console = Console(file=io.StringIO(), width=90, highlight=False, markup=False)
    console.print(BriefPage(brief, full=full))
    return console.file.getvalue()


def twice():
    """A report that tells two acts of one pair on one day."""
    report = Builder(
        "Turkey shot down a Russian warplane. Turkey shelled a Russian truck.", agency="AFP", published="2015-11-25"
    )
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.event("shot down", [turkey], [russia])
    report.event("shelled", [turkey], [russia])
    return report


@pytest.mark.parametrize("full", [False, True])
def test_brief_from_columns_reads_like_the_brief_of_the_records(tmp_path, full):
    many = [downing(f"2015-11-{day}", f"Paper {day}", killed=day % 3) for day in range(10, 28)]
    path = keep(tmp_path / "a.db", *many, twice(), pledge(), talks("2015-11-26"))
    with open_refreshed(path) as reader:
        whole = Brief()
        for record in reader.iter_records():
            whole.add(Reading(record, reader.numbers(record.document.id)))
        assert printed(ArchiveBrief(reader), full=full) == printed(whole, full=full)


def test_only_records_that_are_shown_are_unpacked(tmp_path, monkeypatch):
    import dateline.cli.pages.archive_brief as module

    path = keep(
        tmp_path / "a.db",
        *(Builder(f"Crowd number {n} rose.", agency=f"Paper {n}", published="2015-11-24") for n in range(30)),
        talks("2015-11-26"),
    )
    unpacked = []
    seen = module.seen_record
    monkeypatch.setattr(module, "seen_record", lambda reader, name: unpacked.append(name) or seen(reader, name))
    with open_refreshed(path) as reader:
        assert "met Putin" in printed(ArchiveBrief(reader))
    assert len(unpacked) == 1
