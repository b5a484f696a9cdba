"""Which of a verb and the noun on it is the act."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from dateline.extract.events.drafts import Act
from dateline.extract.events.surroundings import Trigger
from dateline.extract.events.triggers.deciding import Decider, Thresholds, _drop_carriers, _drop_talks, _is_moved
from dateline.extract.events.triggers.matching import Match
from dateline.extract.taggers.labels import EVENTS
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.model import EventType
from dateline.pipeline import Reader
from dateline.sources import make_document


@pytest.mark.parametrize(
    ("verb_frame", "noun_frame", "kept"),
    [
        ("consult.meet-someone", None, ["held"]),
        (None, "consult.talks-bare", ["talks"]),
        (None, None, ["talks"]),
    ],
)
def test_a_verb_with_a_frame_is_not_given_up_for_a_noun_without_one(
    reader: Reader, verb_frame: str | None, noun_frame: str | None, kept: list[str]
) -> None:
    frames = {frame.id: frame for frame in reader.frames.frames}
    tokens = {token.text: token for token in reader.parser.parse(make_document("Norway held talks.")).tokens}
    verb, noun = Trigger(tokens["held"]), Trigger(tokens["talks"], carrier=tokens["held"])
    acts = [
        Act(
            trigger,
            trigger.token.i,
            trigger.token.i + 1,
            EventType.CONSULT,
            name and frames[name],
            name or "tagger",
            "",
        )
        for trigger, name in ((verb, verb_frame), (noun, noun_frame))
    ]
    assert [act.trigger.token.text for act in _drop_carriers(acts)] == kept


@pytest.mark.parametrize(
    ("text", "verb", "moved"),
    [
        ("The frigate left for Malta on Monday.", "left", True),
        ("The body was flown home from Ankara.", "flown", True),
        ("The minister left for Malta on Monday.", "left", False),
        ("The minister was flown home on a frigate.", "flown", False),
    ],
)
def test_ships_and_the_dead_pay_no_visit(reader: Reader, text: str, verb: str, moved: bool) -> None:
    tokens = {token.text: token for token in reader.parser.parse(make_document(text)).tokens}
    assert _is_moved(tokens[verb], load_grammar_lists()["no-guest"]) is moved


def test_a_ship_that_puts_out_is_sent_and_on_no_visit(reader: Reader) -> None:
    text = "PARIS (Dupont Press) - The aircraft carrier Marengo will leave on Monday for the eastern Mediterranean, France said."
    record = reader.read(make_document(text, published=date(2021, 3, 5)))
    assert [event.type for event in record.events] == [EventType.MOBILIZE]


@pytest.mark.parametrize(
    ("text", "verbs", "kept"),
    [
        ("Norway and Chile met in Cairo to discuss the border.", ["met", "discuss"], ["met"]),
        ("Norway met Chile and discussed the border.", ["met", "discussed"], ["met", "discussed"]),
        ("The envoy flew to Cairo to mediate in the quarrel.", ["flew", "mediate"], ["flew", "mediate"]),
    ],
)
def test_what_a_meeting_is_for_is_no_other(reader: Reader, text: str, verbs: list[str], kept: list[str]) -> None:
    tokens = {token.text: token for token in reader.parser.parse(make_document(text)).tokens}
    acts = [Act(Trigger(tokens[v]), tokens[v].i, tokens[v].i + 1, EventType.CONSULT, None, "tagger", "") for v in verbs]
    assert [act.trigger.token.text for act in _drop_talks(acts)] == kept


@pytest.mark.parametrize(("certain", "kind"), [(True, EventType.RETREAT), (False, EventType.ASSAULT)])
def test_certain_words_leave_the_taggers_no_choice_of_type(reader: Reader, certain: bool, kind: EventType) -> None:
    parse = reader.parser.parse(make_document("The armistice held."))
    frame = next(f for f in reader.frames.frames if f.id == "retreat.ceasefire-noun")
    frame = frame.model_copy(update={"certain": certain})
    event = np.zeros((len(parse), len(EVENTS)))
    event[:, 0], event[1, 0], event[1, EVENTS.index(EventType.ASSAULT)] = 1.0, 0.1, 0.9
    judgement = SimpleNamespace(event=event)
    matches = {1: Match(Trigger(parse.tokens[1]), frame)}
    [act] = Decider(parse, matches, (), judgement, Thresholds()).decide([1])
    assert act.type is kind
