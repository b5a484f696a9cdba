from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.places import find_places
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import load_parser
from dateline.model import Place
from dateline.settings import Settings
from dateline.sources.document import make_document


class Map:
    """The places of a text, asked for by their words."""

    def __init__(self, text: str, places: list[Place]) -> None:
        self.places = places
        self.words = [text[p.start : p.end] for p in places]

    def __getitem__(self, words: str) -> Place:
        """Return the first place that stands at exactly these words."""
        assert words in self.words, f"{words!r} is not among {self.words}"
        return self.places[self.words.index(words)]


@pytest.fixture(scope="session")
def read() -> Callable[..., Map]:
    parser, knowledge = load_parser(Settings().model), load_actor_knowledge()

    def reading(text: str, day: str | None = "2015-11-26") -> Map:
        published = date.fromisoformat(day) if day else None
        parse = parser.parse(make_document(text, published=published))
        return Map(text, find_places(parse, find_actors(parse, knowledge, published)))

    return reading
