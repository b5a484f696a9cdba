import numpy as np

from dateline.extract.taggers import labels
from dateline.extract.taggers.judgement import Probabilities
from dateline.extract.taggers.spans import decode_spans


def tagging(*tags: str, layer: str = "position", certainty: float = 0.9) -> Probabilities:
    names = labels.LAYERS[layer]
    rows = np.full((len(tags), len(names)), (1 - certainty) / (len(names) - 1), dtype=np.float32)
    for row, tag in enumerate(tags):
        rows[row, names.index(tag)] = certainty
    return rows


def test_spans_keep_their_kind_and_their_ends() -> None:
    spans = decode_spans(tagging("O", "B-goal", "I-goal", "O", "B-denial"), "position")
    assert [(s.first, s.last, s.kind) for s in spans] == [(1, 3, "goal"), (4, 5, "denial")]


def test_a_span_that_begins_where_another_ends_is_its_own() -> None:
    spans = decode_spans(tagging("B", "I", "B", "I", layer="content"), "content")
    assert [(s.first, s.last) for s in spans] == [(0, 2), (2, 4)]


def test_a_span_cannot_begin_inside() -> None:
    rows = tagging("O", "I", "I", layer="content", certainty=0.6)
    assert [(s.first, s.last) for s in decode_spans(rows, "content")] == [(1, 3)]


def test_leaning_to_spans_finds_more() -> None:
    rows = tagging("O", "O", layer="content", certainty=0.55)
    assert not decode_spans(rows, "content")
    assert decode_spans(rows, "content", lean=2.0)


def test_no_tokens_give_no_spans() -> None:
    assert decode_spans(np.zeros((0, 3), np.float32), "content") == []
