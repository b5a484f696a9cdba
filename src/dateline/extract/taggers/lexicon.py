"""What the frames know of a word by itself, for the linear model: which types of act it can name.

Whether a frame fits the words around is left to the frames; here only the lemma counts. So a verb that no
annotated report holds is judged by those that its frames put beside it, and a user's own frames are heard by
the tagger too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from spacy.strings import StringStore

from dateline.extract.taggers.columns import Columns, Hashes, Numbers
from dateline.knowledge.frames.loading import Frame, load_frames


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The senses of words: `words` ascending; `senses` has a row for each and a last one, empty, for the others.

    A sense is a number of `strings`: `verb ASSAULT`, or `verb ASSAULT if` where its frames ask for more
    than the word.
    """

    words: Hashes
    senses: Hashes
    strings: StringStore

    def look_up(self, words: Hashes) -> Hashes:
        """Return the senses of each word, one row a word, 0 where there are no more."""
        place = np.searchsorted(self.words, words)
        known = self.words[np.minimum(place, len(self.words) - 1)] == words
        found: Hashes = self.senses[np.where(known, place, len(self.words))]
        return found

    def find_senses(self, columns: Columns, rows: Numbers) -> tuple[Numbers, Hashes]:
        """Return the senses of the tokens `rows`, by lemma and by form, each with its token."""
        lemma, lower = columns.values["lemma"][rows], columns.values["lower"][rows]
        by_form = np.where(lemma == lower, np.uint64(0), lower)
        senses = np.hstack([self.look_up(lemma), self.look_up(by_form)])
        which, column = np.nonzero(senses)
        return rows[which], senses[which, column]


@lru_cache(maxsize=4)
def load_lexicon(extra: Path | None = None) -> Lexicon:
    """Return the lexicon of the shipped frames and, laid over them, those of the folder `extra`."""
    return build_lexicon(load_frames(extra).frames)


def build_lexicon(frames: Iterable[Frame]) -> Lexicon:
    """Return the lexicon of `frames`."""
    strings = StringStore()
    senses: dict[int, dict[str, bool]] = {}
    for frame in frames:
        sense = f"{frame.word_class} {frame.type}"
        for lemma in frame.lemmas:
            known = senses.setdefault(strings.add(lemma), {})
            known[sense] = known.get(sense, True) and _asks_for_more(frame)
    words = np.array(sorted(senses), dtype=np.uint64)
    named = [[strings.add(f"{k} if" if more else k) for k, more in sorted(senses[int(w)].items())] for w in words]
    return Lexicon(words, _stack(named), strings)


def _asks_for_more(frame: Frame) -> bool:
    return bool(frame.with_.weight or frame.particle or frame.light)


def _stack(lists: Sequence[Sequence[int]]) -> Hashes:
    """Return the lists as rows of equal length, and an empty row."""
    table = np.zeros((len(lists) + 1, max(map(len, lists), default=1)), dtype=np.uint64)
    for row, values in zip(table, lists, strict=False):
        row[: len(values)] = values
    return table
