import pytest
from tests.export.invented import expulsion, strike

import dateline
from dateline.archive import ArchiveWriter


@pytest.fixture(scope="module")
def situation(tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "invented.db"
    with ArchiveWriter(path) as writer:
        writer.keep([expulsion(), strike()])
    with dateline.open(path) as opened:
        yield opened


@pytest.fixture
def texts_of():
    """Return every value of a field anywhere in a chart's data."""

    def find(chart, name):
        found = []

        def walk(part):
            if isinstance(part, dict):
                found.extend([part[name]] if name in part and not isinstance(part[name], (dict, list)) else [])
                for inner in part.values():
                    walk(inner)
            elif isinstance(part, list):
                for inner in part:
                    walk(inner)

        walk(chart.to_dict().get("datasets", {}))
        walk(chart.to_dict())
        return found

    return find
