import io

import pytest

from dateline.sources.containers import Limits, read_opened


@pytest.fixture
def opened():
    """Open bytes and return what they hold as (source, bytes), and lines about what could not be read as text."""

    def run(data, source="x", **limits):
        return list(read_opened(io.BytesIO(data), source, read_whole, limits=Limits(**limits)))

    def read_whole(member):
        yield (member.source, member.stream.read())

    def say(data, *arguments, **limits):
        return [item if isinstance(item, tuple) else str(item) for item in run(data, *arguments, **limits)]

    return say


@pytest.fixture
def members():
    """Open bytes and return the members, each with its bytes read."""

    def run(data, source="x"):
        found = []

        def keep(member):
            found.append((member.source, member.origin, member.dates, member.stream.read()))
            yield from ()

        assert not list(read_opened(io.BytesIO(data), source, keep))
        return found

    return run
