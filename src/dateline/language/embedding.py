"""The first layer of spaCy's networks, asked once for each different word of a batch.

A word's first vector depends on its form alone, and three of four words of a batch have stood there before. What comes
out is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from thinc.api import Model

_LAYERS: Final = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_MIXER: Final = 0x9E3779B97F4A7C15


def embed_once(network: Model[Any, Any]) -> None:
    """Change each layer of a network that embeds the words of docs so that it embeds a word of several places once."""
    for node in list(network.walk()):
        if [layer.name.partition("(")[0] for layer in node.layers] == _LAYERS:
            features, _, tables, mixing, _ = node.layers
            node.layers[:] = [Model("embed_once", _forward, layers=[features, tables, mixing])]


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Any]:
    features, tables, mixing = model.layers
    of_docs: list[npt.NDArray[np.uint64]] = features.predict(docs)
    words = np.concatenate(of_docs)
    first, places = _find_different(words)
    vectors = mixing.predict(tables.predict(words[first])).take(places, axis=0)
    return np.split(vectors, np.cumsum([len(some) for some in of_docs])[:-1]), _refuse


def _find_different(words: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where each different word stands first, and for each word which of these it is."""
    multipliers = np.array([pow(_MIXER, power, 1 << 64) for power in range(1, words.shape[1] + 1)], dtype=np.uint64)
    _, first, places = np.unique((words * multipliers).sum(axis=1), return_index=True, return_inverse=True)
    if (words[first[places]] == words).all():
        return first, places
    everyone = np.arange(len(words))  # two words with one number: all but impossible
    return everyone, everyone


def _refuse(_: object) -> None:
    raise NotImplementedError("a network whose words are embedded once is for reading, not for training")
