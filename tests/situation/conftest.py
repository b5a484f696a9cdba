from datetime import date

import pytest
from tests.cli.conftest import Builder

import dateline
from dateline.archive import ArchiveWriter


def keep(path, *reports):
    """Keep reports in an archive, one after the other, as if each had been read alone."""
    with ArchiveWriter(path) as writer:
        for report in reports:
            writer.keep([report.record()])
    return path


def downing(day, agency, *, text=None, killed=None, status="actual", url=None):
    """A report of one agency that tells how Turkey shot down a Russian warplane on 24 November."""
    text = text or f"Turkish jets shot down a Russian warplane near the border, {agency} reports."
    report = Builder(text, published=day, agency=agency, title=f"Warplane shot down, {agency}")
    report.document["url"] = url
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.event("shot down", [turkey], [russia], killed=killed, status=status, mode="aerial")
    return report


def talks(day, agency="dpa"):
    """A report of talks between France and Russia on 26 November."""
    report = Builder("Hollande met Putin in Moscow for talks on Syria.", published=day, agency=agency, title="Talks")
    one, other = report.actor("François Hollande", "person", "FRA"), report.actor("Vladimir Putin", "person", "RUS")
    report.event("met", [one], [other], date="2015-11-26", type="CONSULT", quad=1, score=3.0)
    return report


def pledge(day="2015-11-22"):
    """A report in which France refuses to lift sanctions unless Minsk is carried out."""
    report = Builder(
        "France would not lift the sanctions on Russia unless the Minsk accords were carried out.",
        published=day, agency="Reuters", title="Sanctions stay",
    )  # fmt: skip
    france, russia = report.actor("France", country="FRA"), report.actor("Russia", country="RUS")
    report.position(
        "lift the sanctions on Russia", [france], kind="refusal", toward=[russia], topic="sanction, Russia",
        condition="unless the Minsk accords were carried out",
    )  # fmt: skip
    return report


@pytest.fixture
def crisis(tmp_path):
    """A situation of five reports: two of the downing, one of talks, one of a pledge and one that takes it up."""
    later = Builder(
        "Russia said on Thursday that the Minsk accords had been carried out.", published="2015-11-28", agency="TASS"
    )
    russia = later.actor("Russia", country="RUS")
    later.statement("the Minsk accords had been carried out", russia, directness="indirect", addressee=None)
    reports = (pledge(), downing("2015-11-24", "Reuters"), downing("2015-11-25", "dpa"), talks("2015-11-26"), later)
    with dateline.open(keep(tmp_path / "crisis.db", *reports)) as situation:
        yield situation


@pytest.fixture
def day():
    return date.fromisoformat
