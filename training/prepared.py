"""Reports as the networks see them while they learn: numbers alone, so that nothing is parsed again, wherever they learn.

A file holds many reports, one after the other; tokens are counted over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

CERTAIN = 255
"""The share of an act that is annotated, or of which the teachers are sure."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Prepared:
    """Reports in numbers.

    `names` are corpus and id of each report. `pieces` are the word pieces of all tokens and `ends` where each token's end;
    `sentences` are first tokens and those after the last, `reports` the tokens after the last of each report. `targets` has
    a row for each layer (all of them `UNJUDGED` in reports that nobody annotated or judged). `doubts` are, for each token,
    the second act that it may be, and how likely it is to be the first and the second, in 255ths: (0, 255, 0) where it is
    annotated. `candidates` may be triggers. `parties` and `dates` are triggers in the order of the text, words and what
    these are to them.
    """

    names: npt.NDArray[np.str_]
    pieces: npt.NDArray[np.uint16]
    ends: Numbers
    sentences: Numbers
    reports: Numbers
    targets: npt.NDArray[np.int8]
    doubts: npt.NDArray[np.uint8]
    candidates: npt.NDArray[np.bool_]
    parties: Numbers
    dates: Numbers

    @classmethod
    def load(cls, path: Path) -> Prepared:
        """Return what `save` wrote."""
        with np.load(path) as arrays:
            return cls(**{field.name: arrays[field.name] for field in fields(cls)})

    def save(self, path: Path) -> None:
        """Write the arrays to one file."""
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    @cached_property
    def lengths(self) -> list[int]:
        """How many pieces each token has."""
        lengths: list[int] = np.diff(self.ends, prepend=0).tolist()
        return lengths

    def iter_sentences(self) -> Iterator[list[tuple[int, int]]]:
        """Yield the sentences of each report in turn."""
        bounds = np.searchsorted(self.sentences[:, 1], self.reports, side="right")
        for first, last in zip([0, *bounds[:-1]], bounds, strict=True):
            yield [(int(a), int(b)) for a, b in self.sentences[first:last]]
