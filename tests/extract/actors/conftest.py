import re
from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import load_parser
from dateline.model import Actor
from dateline.settings import Settings
from dateline.sources.document import make_document


class Reading:
    """A text's cast, asked in words."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast

    def __getitem__(self, words: str) -> Actor:
        """Return the one actor who stands at exactly these words (their first occurrence)."""
        found = self.all(words)
        assert len(found) == 1, f"{words!r}: {[a.name for a in found]}"
        return found[0]

    def all(self, words: str, nth: int = 1) -> list[Actor]:
        """Return all who stand at exactly these words."""
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        span = places[nth - 1]
        return [a for a in self.cast.actors if any((m.start, m.end) == span for m in a.mentions)]

    def nth(self, words: str, nth: int) -> Actor:
        """Return who stands at the `nth` occurrence of these words."""
        (found,) = self.all(words, nth)
        return found


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    parser = load_parser(Settings().model)
    knowledge = load_actor_knowledge()

    def reading(text: str, day: str = "2015-11-26") -> Reading:
        published = date.fromisoformat(day)
        return Reading(text, find_actors(parser.parse(make_document(text, published=published)), knowledge, published))

    return reading
