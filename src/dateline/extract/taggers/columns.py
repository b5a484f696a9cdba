"""A parse as columns of numbers, and the places to look from a token: what the linear model's features are made of.

Every column has one value per token and a last one, 0, that stands for "no such token"; every view is an
array of token numbers, in which the number of that last value means the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore

from dateline.extract.taggers.quotes import mark_quotations
from dateline.language import Parse

Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

NAMED: Final = ("lemma", "lower", "pos", "tag", "dep", "ent_type", "suffix", "shape")
"""spaCy's attributes, whose numbers are keys into the vocabulary's strings."""

_CHILDREN: Final = {
    "subject": ("nsubj", "nsubjpass", "csubj", "expl"),
    "object": ("dobj", "dative", "attr", "acomp"),
    "particle": ("prt",),
    "auxiliary": ("aux",),
    "passive": ("auxpass",),
    "negation": ("neg",),
    "mark": ("mark",),
    "preposition": ("prep", "agent"),
    "complement": ("xcomp", "ccomp"),
    "compound": ("compound", "poss"),
    "modifier": ("amod",),
}
_SORTS: Final = {dep: name for name, deps in _CHILDREN.items() for dep in deps}
_CLAUSES: Final = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns by name (`size` + 1 values each) and the views by name (`size` token numbers each)."""

    size: int
    values: Mapping[str, Hashes]
    views: Mapping[str, Numbers]
    strings: StringStore
    _read: dict[str, Hashes] = field(default_factory=dict, repr=False)
    _targets: dict[str, Numbers] = field(default_factory=dict, repr=False)

    def number_of(self, string: str) -> int:
        """Return the number that stands for `string` in the columns."""
        return int(self.strings[string])

    def look(self, view: str, column: str) -> Hashes:
        """Return, for every token, what stands in `column` at the token that `view` leads to."""
        return self.values[column][self.views[view]]

    def read(self, place: str) -> Hashes:
        """Return what stands at a place for every token, and 0 for no token: a column at the end of a path of views."""
        found = self._read.get(place)
        if found is None:
            view, _, rest = place.partition(".")
            found = self._read[place] = self.read(rest).take(self._target(view)) if rest else self.values[place]
        return found

    def _target(self, view: str) -> Numbers:
        """Return a view with one number more: no token leads to no token."""
        found = self._targets.get(view)
        if found is None:
            found = self._targets[view] = np.append(self.views[view], self.size)
        return found


def read_columns(parse: Parse) -> Columns:
    """Lay out a parse in columns and views."""
    size = len(parse)
    table = parse.doc.to_array(["HEAD", *(name.upper() for name in NAMED)]).reshape(size, 1 + len(NAMED))
    heads = np.arange(size) + table[:, 0].astype(np.int64)
    values = {name: _pad(table[:, i + 1]) for i, name in enumerate(NAMED)}
    values["lemma"] = np.where(values["pos"] == parse.doc.vocab.strings["PROPN"], values["lower"], values["lemma"])
    values["quoted"] = _pad(mark_quotations(parse))
    is_title = np.array([sentence.is_title for sentence in parse.sentences], dtype=np.bool_)
    values["title"] = _pad(is_title.take(np.array(parse.sentence_numbers, dtype=np.int64)))
    return Columns(size, values, _find_views(parse, heads, values), parse.doc.vocab.strings)


def _pad(column: npt.NDArray[np.generic]) -> Hashes:
    return np.append(column.astype(np.uint64), np.uint64(0))


def _find_views(parse: Parse, heads: Numbers, values: Mapping[str, Hashes]) -> dict[str, Numbers]:
    size = len(heads)
    own = np.arange(size)
    up = np.append(np.where(heads == own, size, heads), size)
    sentence = np.array(parse.sentence_numbers, dtype=np.int64)
    views = {"self": own, "head": up[:-1], "head2": up[up[:-1]]}
    for step in (1, 2, 3):
        views[f"prev{step}"] = _shift(own, sentence, -step)
        views[f"next{step}"] = _shift(own, sentence, step)
    views |= _find_children(parse)
    views["inner"] = np.append(views["object"], size)[np.append(views["preposition"], size)[:-1]]
    clausal = np.array([dep in _CLAUSES for dep in parse.columns.dep], dtype=bool)
    views["clause"], views["governor"] = _find_clauses(up, clausal)
    views["governor2"] = np.append(views["governor"], size)[views["governor"]]
    return views


def _find_children(parse: Parse) -> dict[str, Numbers]:
    """Return, for each sort of child, the first one of every token."""
    size = len(parse)
    found: dict[str, dict[int, int]] = {name: {} for name in _CHILDREN}
    columns = parse.columns
    for token, (head, dep) in enumerate(zip(columns.head, columns.dep, strict=True)):
        if dep in _SORTS and head != token:
            found[_SORTS[dep]].setdefault(head, token)
    views = np.full((len(found), size), size, dtype=np.int64)
    for view, children in zip(views, found.values(), strict=True):
        view[list(children)] = list(children.values())
    return dict(zip(found, views, strict=True))


def _shift(own: Numbers, sentence: Numbers, step: int) -> Numbers:
    """Look `step` tokens on, within the sentence."""
    target = own + step
    inside = (target >= 0) & (target < len(own))
    there = np.where(inside, target, 0)
    return np.where(inside & (sentence[there] == sentence), target, len(own))


def _find_clauses(up: Numbers, heads_clause: npt.NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Return the head of the clause each token stands in, and the token that clause hangs on."""
    size = len(heads_clause)
    stop = np.append(heads_clause, True)
    clause = np.arange(size)
    for _ in range(24):  # the deepest path seen in reports is 20
        moving = ~stop[clause]
        if not moving.any():
            break
        clause = np.where(moving, up[clause], clause)
    return clause, up[clause]
