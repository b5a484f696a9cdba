import pytest
from tests.sources.fetching.servers import serving

from dateline.errors import CannotFetch
from dateline.sources.fetching import Fetcher, FetchLimits, Gate


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture
def fetch():
    """Fetch from this machine; a failure comes back as its line."""

    def run(url, headers=None, *, gate=None, **limits):
        fetcher = Fetcher(agent="dateline-test", gate=gate or Gate(allow_loopback=True), limits=FetchLimits(**limits))
        try:
            return fetcher.fetch(url, headers)
        except CannotFetch as error:
            return str(error)

    return run
