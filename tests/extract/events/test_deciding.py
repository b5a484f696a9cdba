"""Which of a verb and the noun on it is the act."""

from datetime import date

import pytest

from dateline.extract.events.drafts import Act
from dateline.extract.events.surroundings import Trigger
from dateline.extract.events.triggers.deciding import _drop_carriers, _is_moved
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
