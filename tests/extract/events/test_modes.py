"""How acts are done: by frame, by the words around, by what was told before, by what is usual."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.actors import find_actors
from dateline.extract.events.circumstances.modes import choose_mode
from dateline.extract.events.surroundings import Trigger
from dateline.extract.events.triggers.matching import FrameMatcher
from dateline.knowledge.frames.loading import load_frames
from dateline.knowledge.ontology.types import load_ontology
from dateline.model import EventType
from dateline.pipeline import Reader
from dateline.sources import make_document

Modes = Callable[[str, str], tuple[str | None, str]]


@pytest.fixture(scope="module")
def modes(reader: Reader) -> Modes:
    """Choose the mode of the last word of that form in a text, by the frame that fits it."""

    def choose(text: str, word: str) -> tuple[str | None, str]:
        parse = reader.parser.parse(make_document(text))
        matches = FrameMatcher(reader.frames, find_actors(parse, reader.actors, None)).match(parse)
        match = next(m for m in reversed(list(matches.values())) if m.trigger.token.text == word)
        return choose_mode(match.frame.type, match.frame, match.trigger, reader.frames)

    return choose


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Turkey shot down a Russian plane.", "shot", "heavy-weapons"),
        ("A knife attack in Lima wounded two.", "attack", "primitive"),
        ("They vowed airstrikes against the rebels.", "vowed", "violence"),
        ("Gunmen attacked a Kenyan patrol with grenades.", "attacked", "explosives"),
        ("Kenya urged Sudan to release the pilots.", "urged", "yield"),
        ("Kenya urged Sudan to hold talks with the rebels.", "urged", "meet"),
        ("Kenya asked Sudan for humanitarian aid.", "asked", "assist"),
        ("Kenya urged Sudan to respect the constitution.", "urged", "change"),
        ("The Kenyan president visited Uganda.", "visited", "visit"),
        ("Students demonstrated against the Kenyan government.", "demonstrated", "demo"),
    ],
)
def test_modes(modes: Modes, text: str, word: str, mode: str) -> None:
    assert modes(text, word)[0] == mode


def test_an_attack_taken_up_again_has_the_weapon_told_before(modes: Modes) -> None:
    mode, why = modes("Two people died in a grenade blast. The attack was condemned by Kenya.", "attack")
    assert (mode, why) == ("explosives", "“blast” was told before")


def test_what_is_usual_counts_where_no_word_decides(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("They went."))
    mode, why = choose_mode(EventType.PROTEST, None, Trigger(parse.tokens[1]), reader.frames)
    assert (mode, why) == ("demo", "usual for PROTEST")


def test_types_without_modes_have_none(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("They agreed."))
    assert choose_mode(EventType.AGREE, None, Trigger(parse.tokens[1]), reader.frames)[0] is None


def test_every_mode_word_names_a_mode_of_its_type() -> None:
    ontology = load_ontology()
    wrong = [
        (kind, word, entry.mode)
        for kind, words in load_frames().mode_words.items()
        for word, entry in words.items()
        if not ontology.has_mode(kind, entry.mode)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The foreign ministers of Egypt, Jordan and Iraq met in Amman on Friday.", "multilateral"),
        ("The foreign ministers of Egypt and Jordan met in Amman on Friday.", None),
        ("The United Nations Security Council met on Friday.", "multilateral"),
    ],
)
def test_many_sides_meet_where_three_countries_or_bodies_of_many_do(read_text, text, mode):
    meetings = [e for e in read_text(text, "2020-05-05").events if e.type is EventType.CONSULT]
    assert [e.mode for e in meetings] == [mode]
