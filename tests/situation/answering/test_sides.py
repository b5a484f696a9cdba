"""Who acts in a question and on whom, and answers that keep the two apart."""

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import keep

import dateline
from dateline.situation.answering.sides import Side
from dateline.situation.answering.understanding import _WORD, _bare, _find_kinds, _find_sides, _Name
from dateline.situation.parties.level import Level
from dateline.situation.parties.meant import Meant

NOBODY = Meant("", Level.COUNTRY, (), ())


def sides(question, *people):
    """Return the part of each of some people in a question; of `Egypt|by` what stands after the bar is expected."""
    words = _WORD.findall(question)
    names = [_Name(index, index + 1, NOBODY) for index, word in enumerate(words) if _bare(word.rstrip(".")) in people]
    kinds, _ = _find_kinds(words, names)
    return [
        (_bare(words[name.start]), side.value)
        for name, side in zip(names, _find_sides(words, names, kinds), strict=True)
    ]


@pytest.mark.parametrize(
    ("question", "by", "toward", "about"),
    [
        ("What did Egypt demand of Sudan?", "Egypt", "Sudan", ""),
        ("What does Egypt demand from Sudan about Libya?", "Egypt", "Sudan", "Libya"),
        ("What do Egypt and Chad demand of Sudan?", "Egypt Chad", "Sudan", ""),
        ("What was demanded of Sudan by Egypt?", "Egypt", "Sudan", ""),
        ("Which demands did Egypt make of Sudan?", "Egypt", "Sudan", ""),
        ("What are the demands of Sudan?", "Sudan", "", ""),
        ("What are Egypt's demands of Sudan?", "Egypt", "Sudan", ""),
        ("Who demanded an apology of Sudan?", "", "Sudan", ""),
        ("Who urged Sudan and Chad to talk?", "", "Sudan Chad", ""),
        ("Who called on Sudan to withdraw?", "", "Sudan", ""),
        ("Who threatened Egypt?", "", "Egypt", ""),
        ("Who was threatened by Egypt?", "Egypt", "", ""),
        ("Was Egypt threatened by Sudan?", "Sudan", "Egypt", ""),
        ("Did Sudan threaten Egypt?", "Sudan", "Egypt", ""),
        ("Why has Sudan attacked Egypt in Libya?", "Sudan", "Egypt", "Libya"),
        ("Who shot down the Egypt plane?", "", "Egypt", ""),
        ("What did Egypt say about Sudan?", "Egypt", "", "Sudan"),
        ("What did Egypt tell Sudan?", "Egypt", "Sudan", ""),
        ("What is the position of Egypt on Libya?", "Egypt", "", "Libya"),
        ("What did Egypt promise about Sudan?", "Egypt", "", "Sudan"),
        ("Sanctions on Egypt and Sudan", "", "", "Egypt Sudan"),
        ("What did officials in Chad demand of Sudan?", "", "Sudan", "Chad"),
    ],
)
def test_order_of_the_words_says_who_acts_and_on_whom(question, by, toward, about):
    expected = {
        name: side.value for side, names in zip(Side, (by, toward, about), strict=True) for name in names.split()
    }
    assert dict(sides(question, "Egypt", "Sudan", "Chad", "Libya")) == expected


@pytest.fixture
def quarrel(tmp_path):
    """Egypt demands of Sudan and of Chad, Sudan demands of Egypt, and each acts on the other; one demand names nobody."""
    report = Builder(
        "Egypt told Sudan to open the canal. Sudan told Egypt to pay for the canal. Egypt told Chad to leave Sudan and the"
        " canal alone. Egypt said the canal in Sudan must be cleaned. Egypt bombed Sudan near the canal."
        " Sudan bombed Egypt beside the canal. Egypt met Sudan at the canal.",
        agency="Reuters",
    )
    egypt, sudan = report.actor("Egypt", country="EGY"), report.actor("Sudan", country="SDN")
    chad = report.actor("Chad", country="TCD")
    report.position("open the canal", [egypt], toward=[sudan])
    report.position("pay for the canal", [sudan], toward=[egypt])
    report.position("leave Sudan and the canal alone", [egypt], toward=[chad])
    report.position("the canal in Sudan must be cleaned", [egypt])
    report.event("bombed Sudan", [egypt], [sudan])
    report.event("bombed Egypt", [sudan], [egypt])
    report.event("met", [egypt], [sudan], type="CONSULT", quad=1, score=3.0)
    with dateline.open(keep(tmp_path / "quarrel.db", report)) as situation:
        yield situation


def words(answer):
    return [hit.words for hit in answer.hits]


def test_what_one_demands_of_another_is_not_what_the_other_demands(quarrel):
    assert words(quarrel.ask("What did Egypt demand of Sudan?")) == [
        "open the canal",
        "the canal in Sudan must be cleaned",
    ]
    assert words(quarrel.ask("What did Sudan demand of Egypt?")) == ["pay for the canal"]
    assert words(quarrel.ask("What was demanded of Egypt?")) == ["pay for the canal"]


def test_question_without_sides_finds_both(quarrel):
    assert quarrel.ask("demands on the canal").total == 4


def test_who_acts_is_found_by_whom_it_is_done_to(quarrel):
    assert [hit.who[0].name for hit in quarrel.ask("Who bombed Sudan?").hits] == ["Egypt"]
    assert [hit.who[0].name for hit in quarrel.ask("Who bombed Egypt near the canal?").hits] == ["Sudan"]
    assert [hit.who[0].name for hit in quarrel.ask("Who was bombed by Egypt?").hits] == ["Egypt"]


def test_adjective_of_a_state_means_the_state(quarrel):
    assert words(quarrel.ask("What did Egyptian officials demand of Sudan?"))[0] == "open the canal"


@pytest.mark.parametrize(
    "question", ["Whom did Sudan meet?", "Did Sudan meet Egypt?", "Who met Sudan?", "Who met Egypt?"]
)
def test_meeting_has_no_sides(quarrel, question):
    assert [hit.kind for hit in quarrel.ask(question).hits] == ["CONSULT"]


def test_answer_says_whom_it_took_for_which_side(quarrel):
    asked = quarrel.ask("What did Egypt demand of Sudan about the canal?").understood
    assert ([p.name for p in asked.by], [p.name for p in asked.toward], asked.words) == (
        ["Egypt"],
        ["Sudan"],
        ("canal",),
    )
