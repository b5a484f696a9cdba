"""Every rule of the grammar of times keeps its own examples, and the grammar's files hang together."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.times import find_times
from dateline.extract.times.checks import CHECKS
from dateline.extract.times.grammar import load_grammar
from dateline.extract.times.meanings import MEANINGS
from dateline.extract.times.rules import Example, Rule
from dateline.language import load_parser
from dateline.settings import Settings
from dateline.sources.document import make_document

RULES = load_grammar().rules
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.yes)]
COUNTEREXAMPLES = [pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.no)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_reads_its_example(rule: Rule, example: Example) -> None:
    parse = load_parser(Settings().model).parse(make_document(example.text))
    times, _ = find_times(parse, example.published)
    found = [(parse.text[time.start : time.end], time.value, time.rule) for time in times]
    assert (example.time, example.value) in [(text, value) for text, value, _ in found], found
    if rule.alone:
        by_rule = [name for text, value, name in found if (text, value) == (example.time, example.value)]
        assert rule.id in by_rule, found


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_rule_finds_nothing_in_its_counterexample(rule: Rule, text: str) -> None:
    parse = load_parser(Settings().model).parse(make_document(text))
    times, _ = find_times(parse, date(2015, 11, 26))
    assert [parse.text[time.start : time.end] for time in times if time.rule == rule.id] == []


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_rule_names_a_known_meaning_and_known_checks(rule: Rule) -> None:
    assert rule.meaning in MEANINGS
    assert set(rule.unless) <= CHECKS.keys()


def test_no_check_or_meaning_is_idle() -> None:
    assert {rule.meaning for rule in RULES} == MEANINGS.keys()
    assert {name for rule in RULES for name in rule.unless} == CHECKS.keys()


def test_every_rule_that_stands_alone_has_an_example() -> None:
    assert [rule.id for rule in RULES if rule.alone and not rule.yes] == []
