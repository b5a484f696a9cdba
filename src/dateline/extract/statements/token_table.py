"""A parse as columns of numbers, so that the few words that can matter are found without looking at each in turn."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore

from dateline.language import Parse

_COLUMNS = ("POS", "LEMMA", "LOWER", "TAG", "DEP")
_STRINGS = StringStore()  # gives the same number for a word as every vocabulary does


@lru_cache(maxsize=64)
def _numbers(words: frozenset[str]) -> npt.NDArray[np.uint64]:
    return np.array(sorted(_STRINGS.add(word) for word in words), dtype=np.uint64)


class TokenTable:
    """The words of one parse by part of speech, lemma, form, tag and dependency."""

    __slots__ = ("_columns",)

    def __init__(self, parse: Parse) -> None:
        table = parse.doc.to_array(list(_COLUMNS)).reshape(len(parse), len(_COLUMNS))
        self._columns = {name: table[:, i] for i, name in enumerate(_COLUMNS)}

    def mask(self, column: str, words: frozenset[str]) -> npt.NDArray[np.bool_]:
        """Return which tokens have one of `words` in a column."""
        return np.isin(self._columns[column], _numbers(words))

    def find(self, **wanted: frozenset[str]) -> list[int]:
        """Return the tokens, in order, that have one of the wanted words in each column (`POS=…`, `LEMMA=…`)."""
        masks = [self.mask(column, words) for column, words in wanted.items()]
        found: list[int] = np.flatnonzero(np.logical_and.reduce(masks)).tolist()
        return found


def runs_of(inside: npt.NDArray[np.bool_], opens: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the stretches of tokens that are `inside`; a token that `opens` begins a new one."""
    starts = inside & (opens | ~np.concatenate([[False], inside[:-1]]))
    ends = inside & ~np.concatenate([(inside & ~starts)[1:], [False]])
    return list(zip(np.flatnonzero(starts).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))
