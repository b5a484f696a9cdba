"""Every frame on its own examples, and the rules of matching on sentences of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import BadFrame
from dateline.evaluate.frame_examples import check_examples
from dateline.extract.actors import find_actors
from dateline.extract.events.crimes import is_private_crime
from dateline.extract.events.relevance import Relevance
from dateline.extract.events.triggers.matching import FrameMatcher, trigger_tokens
from dateline.knowledge.frames.loading import load_frames
from dateline.model import ActorKind, EventType
from dateline.pipeline import Reader
from dateline.sources import make_document

Fires = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def fires(reader: Reader) -> Fires:
    """Return, for a sentence, the words that frames fit and the types of these frames."""

    def match(sentence: str) -> dict[str, str]:
        parse = reader.parser.parse(make_document(sentence))
        matches = FrameMatcher(reader.frames, find_actors(parse, reader.actors, None)).match(parse)
        return {parse.words(*trigger_tokens(m)): m.frame.type.value for m in matches.values()}

    return match


def test_every_frame_comes_out_on_its_examples(reader: Reader) -> None:
    faults = [str(fault) for fault in check_examples(reader.frames, reader.parser, reader.actors)]
    assert not faults, "\n".join(faults)


def test_every_frame_has_a_gloss_a_yes_and_a_no() -> None:
    poor = [f.id for f in load_frames().frames if not (f.gloss and f.yes and f.no)]
    assert not poor


def test_every_type_has_frames_of_its_own_file() -> None:
    known = load_frames()
    assert {f.type for f in known.frames} == set(EventType)
    astray = [f.id for f in known.frames if known.sources[f.id][0].stem != f.type.value.lower()]
    assert not astray


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("The cease-fire between Israel and Syria held.", "fire", "RETREAT"),
        ("Fighting between Chadian rebels and the army killed ten people.", "Fighting", "ASSAULT"),
        ("Turkish-backed rebels left the town.", "backed", "AID"),
        ("Protesters staged a rally in Lima.", "rally", "PROTEST"),
        ("Russian soldiers were rearrested by Ukraine.", "rearrested", "COERCE"),
        ("Israel is willing to withdraw its troops.", "willing", "CONCEDE"),
        ("Israel is willing to talk.", "willing", "AGREE"),
        ("Israel is prepared to strike Lebanon.", "prepared", "THREATEN"),
        ("Turkey vowed to retaliate.", "vowed", "THREATEN"),
        ("Israel will not release the prisoners.", "release", "REJECT"),
    ],
)
def test_words_around_decide_what_a_word_names(fires: Fires, sentence: str, word: str, kind: str) -> None:
    assert fires(sentence).get(word) == kind


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Anti-war activists met in Rome.", "war"),
        ("The aid workers came home in March.", "March"),
        ("The aid workers came home in March.", "aid"),
        ("Gunmen opened fire in Kampala, killing five people.", "killing"),
        ("Five people were killed in the attack.", "killed"),
        ("The bombing killed five people.", "killed"),
        ("Two people were killed when a bus plunged into a river.", "killed"),
        ("The Peruvian senator claimed that she acted alone.", "claimed"),
        ("The German minister met with reporters in Bonn.", "met"),
    ],
)
def test_what_only_looks_like_an_act_is_none(fires: Fires, sentence: str, word: str) -> None:
    assert word not in fires(sentence)


def test_a_killing_that_nothing_else_tells_is_an_act(fires: Fires) -> None:
    assert fires("Israeli forces killed two Syrian officers.")["killed"] == "ASSAULT"


def test_words_that_no_frame_fits_are_named_as_refused(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("The virus attacks the lungs."))
    matcher = FrameMatcher(reader.frames, find_actors(parse, reader.actors, None))
    assert not matcher.match(parse)
    assert [parse.tokens[number].text for number in matcher.refused] == ["attacks"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The president is seeking a third term.", "seeking"),
        ("Six Malian soldiers were killed in an ambush by rebels.", "killed"),
        ("The guards were killed by the attack.", "killed"),
    ],
)
def test_idle_words_and_mere_tolls_name_no_act_however_sure_the_taggers_are(
    reader: Reader, sentence: str, word: str
) -> None:
    parse = reader.parser.parse(make_document(sentence))
    matcher = FrameMatcher(reader.frames, find_actors(parse, reader.actors, None))
    found = matcher.match(parse)
    assert word in [parse.tokens[number].text for number in matcher.idle]
    assert not set(found) & set(matcher.idle)


@pytest.mark.parametrize(
    ("sentence", "word", "private"),
    [
        ("A man of 40 was found guilty of the murder of a woman.", "murder", True),
        ("He was charged with sexual assault.", "assault", True),
        ("Two women were stabbed in a park.", "stabbed", True),
        ("The murder of a Turkish soldier was condemned.", "murder", False),
        ("Three women died in a mass shooting.", "shooting", False),
    ],
)
def test_violence_among_private_people_is_told_from_political_violence(
    reader: Reader, sentence: str, word: str, private: bool
) -> None:
    parse = reader.parser.parse(make_document(sentence))
    cast = find_actors(parse, reader.actors, None)
    token = next(t for t in parse.tokens if t.text == word)
    assert is_private_crime(token, cast.actors) is private


def test_an_unknown_class_is_told_with_the_allowed_ones(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "- id: own.wave\n  gloss: waves\n  verb: wave\n  type: CONSULT\n  with: {object: [FLAGS]}\n", encoding="utf-8"
    )
    with pytest.raises(BadFrame, match=r"no class 'FLAGS'; the classes: .*VEHICLE"):
        load_frames(tmp_path)


def test_a_folder_of_ones_own_adds_classes_and_frames(tmp_path: Path) -> None:
    (tmp_path / "_classes.yaml").write_text("- {id: FLAGS, gloss: flags, words: [flag, banner]}\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text(
        "- id: own.wave\n  gloss: waves\n  verb: wave\n  type: PROTEST\n  with: {object: [FLAGS]}\n", encoding="utf-8"
    )
    frames = load_frames(tmp_path)
    assert "own.wave" in frames.sources
    assert frames.classes.test(("FLAGS",)).lemmas == {"flag", "banner"}


def test_a_report_of_sport_tells_no_political_acts(reader: Reader) -> None:
    text = " ".join(["Norway beat Kenya in the final match of the cup.", "The striker scored two goals."] * 6)
    parse = reader.parser.parse(make_document(text))
    cast = find_actors(parse, reader.actors, None)
    frame = next(f for f in reader.frames.frames if f.id == "consult.meet-someone")
    assert Relevance(parse, cast).why_irrelevant(EventType.CONSULT, frame, cast.actors, 1.0) is not None


def test_an_act_of_nobody_known_counts_where_the_taggers_are_certain(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("The talks went on."))
    relevance = Relevance(parse, find_actors(parse, reader.actors, None), certain=0.9)
    frame = next(f for f in reader.frames.frames if f.id == "consult.talks-bare")
    assert relevance.why_irrelevant(EventType.CONSULT, frame, (), 0.95) is None
    assert relevance.why_irrelevant(EventType.CONSULT, frame, (), 0.85) == "nobody political takes part"


def test_in_a_report_of_sport_violence_counts_where_the_taggers_are_sure(reader: Reader) -> None:
    text = " ".join(["Norway beat Kenya in the final match of the cup.", "The striker scored two goals."] * 6)
    parse = reader.parser.parse(make_document(text))
    relevance = Relevance(parse, find_actors(parse, reader.actors, None))
    frame = next(f for f in reader.frames.frames if f.id == "assault.bomb")
    assert relevance.why_irrelevant(EventType.ASSAULT, frame, (), 0.9) is None
    assert str(relevance.why_irrelevant(EventType.ASSAULT, frame, (), 0.5)).startswith("a report on something else")


def test_in_a_report_of_sport_neither_courts_nor_crimes_among_private_people_count(reader: Reader) -> None:
    text = " ".join(["Norway beat Kenya in the final match of the cup.", "The striker scored two goals."] * 6)
    parse = reader.parser.parse(make_document(text + " A judge heard two women."))
    cast = find_actors(parse, reader.actors, None)
    relevance = Relevance(parse, cast)
    frame = {f.id: f for f in reader.frames.frames}
    judge = [actor for actor in cast.actors if actor.sector == "JUD"]
    women = [actor for actor in cast.actors if actor.sector == "CVL"]
    assert judge
    assert women
    assert relevance.why_irrelevant(EventType.COERCE, frame["coerce.forbid"], judge, 1.0) is not None
    assert relevance.why_irrelevant(EventType.ASSAULT, frame["assault.attack"], women, 1.0) is not None


def test_in_a_report_on_something_else_an_arrest_counts_though_nobody_political_is_named(reader: Reader) -> None:
    text = " ".join(["Norway beat Kenya in the final match of the cup.", "The striker scored two goals."] * 6)
    parse = reader.parser.parse(make_document(text))
    relevance = Relevance(parse, find_actors(parse, reader.actors, None))
    frame = {f.id: f for f in reader.frames.frames}
    assert relevance.why_irrelevant(EventType.COERCE, frame["coerce.arrest"], (), 0.9) is None
    assert relevance.why_irrelevant(EventType.SANCTION, frame["sanction.convict"], (), 0.9) is None
    assert relevance.why_irrelevant(EventType.COERCE, frame["coerce.arrest"], (), 0.5) is not None


def test_a_rescue_counts_though_only_those_rescued_are_named(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("Two women were rescued from the river."))
    cast = find_actors(parse, reader.actors, None)
    relevance = Relevance(parse, cast)
    frame = {f.id: f for f in reader.frames.frames}
    assert cast.actors
    assert relevance.why_irrelevant(EventType.AID, frame["aid.rescue-passive"], cast.actors, 0.6) is None


def test_companies_among_themselves_are_no_politics_though_a_frame_fits(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("The Tembo Company met the Simba Company in Nairobi."))
    cast = find_actors(parse, reader.actors, None)
    relevance = Relevance(parse, cast)
    frame = next(f for f in reader.frames.frames if f.id == "consult.meet-someone")
    companies = [actor for actor in cast.actors if actor.kind is ActorKind.COMPANY]
    assert len(companies) == 2
    assert relevance.why_irrelevant(EventType.CONSULT, frame, companies, 1.0) == "nobody political takes part"
    assert relevance.why_irrelevant(EventType.CONSULT, frame, (), 1.0) is None


def test_an_act_without_anybody_political_is_none_but_for_violence(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("The company agreed to sell its shares."))
    relevance = Relevance(parse, find_actors(parse, reader.actors, None))
    assert relevance.why_irrelevant(EventType.AGREE, None, (), 1.0) == "nobody political takes part"
    assert relevance.why_irrelevant(EventType.ASSAULT, None, (), 0.5) is None


def test_a_noun_counts_as_likely_as_the_verb_that_carries_it(reader: Reader) -> None:
    text = "The president signed a decree on Saturday imposing economic sanctions on Turkey."
    acts = [(event.type, event.trigger.of(text)) for event in reader.read(make_document(text)).events]
    assert (EventType.SANCTION, "sanctions") in acts


def test_signing_a_decree_gives_way_to_what_the_decree_does(reader: Reader) -> None:
    text = "The president signed a decree on Saturday imposing economic sanctions on Turkey. The Polish president signed the law."
    acts = [(event.type, event.trigger.of(text)) for event in reader.read(make_document(text)).events]
    assert acts == [(EventType.SANCTION, "sanctions"), (EventType.SUPPORT, "signed")]
