from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadQuestion
from dateline.knowledge.questions import load_question_kinds, load_related_words
from dateline.situation.answering.asked_days import read_days
from dateline.situation.answering.understanding import _WORD, _find_kinds
from dateline.situation.words.weighing import matter_stems


def test_promise_about_a_matter_is_found_with_its_condition_and_citation(crisis):
    answer = crisis.ask("what did France refuse about sanctions?")
    assert answer.understood.kinds == ("refusal",)
    assert ([p.name for p in answer.understood.by], answer.understood.words) == (["France"], ("sanctions",))
    hit = answer.hits[0]
    assert (hit.layer, hit.words, hit.condition) == (
        "position", "lift the sanctions on Russia", "unless the Minsk accords were carried out",
    )  # fmt: skip
    assert hit.citation.title == "Sanctions stay"
    assert hit.why == "says sanctions"


def test_what_was_done_to_somebody_is_found_by_the_act(crisis):
    answer = crisis.ask("Who shot the Russian warplane?")
    assert answer.understood.types == ("ASSAULT",)
    assert [h.who[0].name for h in answer.hits] == ["Turkey"], "an event two reports tell is one answer"


def test_somebody_alone_is_answered_with_what_they_did(crisis):
    assert [h.kind for h in crisis.ask("Whom did Hollande meet?").hits] == ["CONSULT"]


def test_days_in_a_question_limit_the_answer(crisis):
    assert crisis.ask("Whom did Hollande meet in December 2015?").total == 0
    answer = crisis.ask("Whom did Hollande meet since 25 November?")
    assert (answer.understood.since, answer.total) == (date(2015, 11, 25), 1)


def test_answer_knows_only_what_was_known(crisis):
    assert crisis.at(date(2015, 11, 25)).ask("Whom did Hollande meet?").total == 0


def test_name_that_nobody_has_is_told_with_the_nearest(crisis):
    with pytest.raises(BadQuestion, match="'Holande'; nearest: François Hollande"):
        crisis.ask("What did Holande promise?")


@pytest.mark.parametrize("question", ["", "?", "what did they do?", '"" OR ('])
def test_question_without_a_word_to_look_for_is_one_clear_line(crisis, question):
    with pytest.raises(BadQuestion, match="holds no name and no word"):
        crisis.ask(question)


@pytest.mark.parametrize(
    "question", ['Putin" OR words:*', "Putin\0Syria", "NEAR(Putin Syria)", "'; drop table event; -- Putin"]
)
def test_query_language_of_the_index_cannot_be_reached(crisis, question):
    crisis.ask(question)
    assert crisis.timeline().total == 2


@pytest.mark.parametrize("kind", load_question_kinds(), ids=lambda kind: kind.id)
def test_kind_of_question_is_found_in_its_example_and_not_in_the_other(kind):
    yes, no = ([k.id for k, _ in _find_kinds(_WORD.findall(text), [])[0]] for text in (kind.yes, kind.no))
    assert kind.id in yes
    assert kind.id not in no


def test_words_of_one_matter_share_a_stem_where_the_examples_do():
    from dateline.knowledge.files import load_yaml_entries
    from dateline.knowledge.questions import FOLDER, RelatedWords

    for _, entry in load_yaml_entries(FOLDER / "related.yaml", RelatedWords):
        head = matter_stems(load_related_words()[entry.words.split()[0].replace("-", " ")][0])
        assert not head & matter_stems(entry.no), entry.id


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("in November", "2015-11-01", "2015-11-30"),
        ("on 24 November 2014", "2014-11-24", "2014-11-24"),
        ("on November 24th, 2014", "2014-11-24", "2014-11-24"),
        ("before 2015-11-24", None, "2015-11-24"),
        ("after Nov 24", "2015-11-24", None),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("may we ask", None, None),
        ("on 31 June", None, None),
        ("2249", None, None),
    ],
)
def test_days_are_read_from_words(question, since, until):
    found = read_days(question, 2015)
    assert tuple(d.isoformat() if d else None for d in (found.since, found.until)) == (since, until)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.from_regex(r"[\\w\"'()*:^. -]{0,40}", fullmatch=True))
def test_any_text_is_a_question_or_one_clear_line(crisis, text):
    with suppress(BadQuestion):
        answer = crisis.ask(text)
        assert len(answer.hits) <= answer.total
    assert crisis.statements(about=text).total <= 1
    assert crisis.ledger(about=text, later=False).total <= 1
