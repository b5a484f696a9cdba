from pathlib import Path

import pytest
from tests.export.invented import expulsion, strike

import dateline
from dateline.archive import ArchiveWriter
from dateline.export import export


@pytest.fixture(scope="session")
def invented_archive(tmp_path_factory):
    """An archive of the two invented reports; for reading only."""
    path = tmp_path_factory.mktemp("invented") / "invented.db"
    with ArchiveWriter(path) as writer:
        writer.keep([expulsion(), strike()])
    return path


@pytest.fixture
def situation(invented_archive):
    with dateline.open(invented_archive) as opened:
        yield opened


@pytest.fixture
def exported(situation, tmp_path):
    """Export the invented archive: `exported("events-csv")` gives the path, `exported.tally` what was counted."""

    def run(name: str, within=situation) -> Path:
        run.tally = export(within, name, tmp_path / f"out-{name}", force=True)
        return tmp_path / f"out-{name}"

    return run


@pytest.fixture
def corrected_archive(tmp_path):
    """An archive of the two invented reports to log decisions in."""
    path = tmp_path / "corrected.db"
    with ArchiveWriter(path) as writer:
        writer.keep([expulsion(), strike()])
    return path
