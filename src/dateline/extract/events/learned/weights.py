"""A table of weights by feature name, as logistic regression leaves them.

Names are asked for in the parts that callers make once and use again: where each part leads is remembered, so that
most names are neither written out nor hashed.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Names = tuple[str, ...]
"""Features that go together, since they depend on the same."""
Pair = tuple[str, str]
"""A feature of two parts, see `spell_pair`."""

_MOST: Final = 40_000  # groups, and as many pairs, that are remembered: words keep coming, so the memory has an end
_WIDTH: Final = 8  # bytes of the number of a row


class Pairs(NamedTuple):
    """Features of two parts: each of `firsts` with each of `seconds`, and others."""

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    others: tuple[Pair, ...] = ()

    def iter_all(self) -> Iterator[Pair]:
        """Yield every pair, in the order in which their weights are added."""
        yield from ((first, second) for first in self.firsts for second in self.seconds)
        yield from self.others


def spell_pair(pair: Pair) -> str:
    """Return the name of a feature of two parts; the first alone where the second is empty."""
    return " ".join(pair) if pair[1] else pair[0]


def hash_features(features: Iterable[str]) -> list[int]:
    """Return the keys of features: the CRC-32 of each name, the same on every machine."""
    return [zlib.crc32(feature.encode()) for feature in features]


class FeatureWeights:
    """Weights of features, one column per class; a feature unknown to the model weighs nothing."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as arrays:
            keys = arrays["keys"].tolist()
            weights = arrays["weights"].astype(np.float32)
            self.bias: Floats = arrays["bias"].astype(np.float32)
        self._weights = np.vstack([np.zeros((1, weights.shape[1]), np.float32), weights])  # the first: unknown
        rows = {key: row for row, key in enumerate(keys, start=1)}
        self._groups = _Groups(rows)
        self._pairs = _Pairs(rows)

    def score(self, candidates: Sequence[Sequence[Names]]) -> Floats:
        """Return the sums of the weights of each candidate's groups of features, a row a candidate, a column a class."""
        find = self._groups.__getitem__
        return self._add_up([b"".join(map(find, groups)) for groups in candidates])

    def score_pairs(self, candidates: Sequence[Pairs]) -> Floats:
        """Return the same for features of two parts."""
        return self._add_up([b"".join(self._pairs.find(pairs)) for pairs in candidates])

    def _add_up(self, found: Sequence[bytes]) -> Floats:
        """Return the sums of the weights in the rows that each candidate has.

        All at once: one after the other, each would cost more in calls than in sums. Shorter lists are filled up with
        the unknown.
        """
        longest = max(map(len, found), default=0)
        table = np.frombuffer(b"".join([rows.ljust(longest, b"\0") for rows in found]), dtype=np.int64)
        table = table.reshape(len(found), longest // _WIDTH)
        total: Floats = self.bias + np.add.reduce(self._weights.take(table, axis=0), axis=1)
        return total


class _Groups(dict[Names, bytes]):
    """The rows of groups of features, without the unknown."""

    def __init__(self, rows: dict[int, int]) -> None:
        self._rows = rows

    def __missing__(self, names: Names) -> bytes:
        found = array("q", [row for key in hash_features(names) if (row := self._rows.get(key))]).tobytes()
        if len(self) < _MOST:
            self[names] = found
        return found


class _Pairs(dict[str, "_Seconds"]):
    """The rows of features by their first part."""

    def __init__(self, rows: dict[int, int]) -> None:
        self.rows = rows
        self.room = _MOST

    def find(self, pairs: Pairs) -> list[bytes]:
        """Return the row of each pair, in order."""
        found: list[bytes] = []
        for first in pairs.firsts:
            found += map(self[first].__getitem__, pairs.seconds)
        return found + [self[first][second] for first, second in pairs.others]

    def __missing__(self, first: str) -> _Seconds:
        found = _Seconds(self, first)
        if self.room:
            self[first] = found
        return found


class _Seconds(dict[str, bytes]):
    """The rows of features of one first part, by their second part; nothing for the unknown."""

    def __init__(self, pairs: _Pairs, first: str) -> None:
        self._pairs, self._first = pairs, first

    def __missing__(self, second: str) -> bytes:
        (key,) = hash_features([spell_pair((self._first, second))])
        row = self._pairs.rows.get(key)
        found = b"" if row is None else array("q", [row]).tobytes()
        if self._pairs.room:
            self._pairs.room -= 1
            self[second] = found
        return found


def softmax(scores: Floats) -> Floats:
    """Return probabilities for scores, class by class along the last axis."""
    shifted: Floats = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    shifted /= np.add.reduce(shifted, axis=-1, keepdims=True)
    return shifted


@lru_cache(maxsize=4)
def load_weights(name: str) -> FeatureWeights:
    """Open a stored model once: `parties`, `dates` or `retellings`."""
    return FeatureWeights(Path(__file__).parent / "models" / f"{name}.npz")
