"""The named entities of a parse: the decisions of spaCy's recognizer, taken for many words at once.

The network and its weights are spaCy's, and so is what is found. Its own loop goes word by word and asks of each of
74 actions whether it is allowed, taking Python's lock each time: a third of the whole parse. But where no entity is open
an action depends on its word alone, so these are decided for all words together; only the words after the beginning of
an entity are left, and they are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard

import numpy as np
import numpy.typing as npt
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
_WORD, _OPENER, _BEFORE = range(3)  # the three words that spaCy looks at: this one, the entity's first, the one before
_STARTS = 1  # spaCy's number for a word that begins a sentence


class EntityReader:
    """Sets the entities of docs as the recognizer of a loaded pipeline would."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        """Take over the network of `recognizer`."""
        model: Any = recognizer.model
        self._embed, self._first, self._last = model.layers
        self._ops = NumpyOps(use_blis=True)  # spaCy's loop multiplies with BLIS, and so the same sums come out
        names = [recognizer.moves.get_class_name(number) for number in range(recognizer.moves.n_moves)]
        self._numbers = {name: number for number, name in enumerate(names)}
        self._labels = [name.partition("-")[2] for name in names]
        self._begins = np.array([number for name, number in self._numbers.items() if name.startswith("B-")])
        # "U-" without a label is for words that somebody has barred from entities; here there are none.
        self._closed = np.array(
            [n for name, n in self._numbers.items() if name[:2] in ("B-", "U-", "O") and name != "U-"]
        )

    @staticmethod
    def can_replace(recognizer: object) -> TypeGuard[EntityRecognizer]:
        """Tell whether a component is a greedy recognizer that looks at three words, as spaCy's own pipelines have it."""
        if not isinstance(recognizer, EntityRecognizer) or recognizer.cfg["beam_width"] != 1:
            return False
        model: Any = recognizer.model
        if not model.attrs.get("has_upper") or model.attrs["unseen_classes"] or len(model.layers) != 3:
            return False
        return bool(model.layers[1].get_dim("nF") == len((_WORD, _OPENER, _BEFORE)))

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set the entities of docs."""
        sizes = [len(doc) for doc in docs]
        if not any(sizes):
            return
        features: Floats = self._first.predict(self._embed.predict(docs))
        ends = np.cumsum(sizes)
        may_go_on = np.concatenate([_may_go_on(doc) for doc in docs])
        found = self._decide(features, may_go_on)
        docs_at = np.searchsorted(ends, [first for first, _, _ in found], side="right")
        entities: list[list[Span]] = [[] for _ in docs]
        for number, (first, last, label) in zip(docs_at.tolist(), found, strict=True):
            begins = int(ends[number]) - sizes[number]
            entities[number].append(Span(docs[number], first - begins, last - begins, label=label))
        for doc, its in zip(docs, entities, strict=True):
            if len(doc):
                doc.set_ents(its, default="outside")

    def _decide(self, features: Floats, may_go_on: npt.NDArray[np.bool_]) -> list[tuple[int, int, str]]:
        """Return the first word, the one after the last, and the label of each entity; docs stand one after the other."""
        padding, words = features[0], features[1:]
        scores = self._score(words[:, _WORD] + padding[_OPENER] + padding[_BEFORE])
        scores[np.ix_(~may_go_on, self._begins)] = -np.inf
        actions = self._closed[scores[:, self._closed].argmax(axis=1)]
        is_begin = np.isin(actions, self._begins)
        lasts = self._find_lasts(words, may_go_on, np.flatnonzero(is_begin), actions)
        found: list[tuple[int, int, str]] = []
        end = 0
        for word in np.flatnonzero(actions != self._numbers["O"]).tolist():
            if word >= end:  # else it lies in an entity
                end = lasts.get(word, word) + 1
                found.append((word, end, self._labels[actions[word]]))
        return found

    def _find_lasts(
        self, words: Floats, may_go_on: npt.NDArray[np.bool_], openers: Numbers, actions: Numbers
    ) -> dict[int, int]:
        """Return the last word of the entity that each opener would begin."""
        labels = [self._labels[action] for action in actions.tolist()]
        lasts: dict[int, int] = {}
        here = openers + 1
        while len(openers):
            scores = self._score(words[here, _WORD] + words[openers, _OPENER] + words[here - 1, _BEFORE])
            rows = np.arange(len(openers))
            goes_on = scores[rows, [self._numbers[f"I-{labels[opener]}"] for opener in openers.tolist()]]
            ends = scores[rows, [self._numbers[f"L-{labels[opener]}"] for opener in openers.tolist()]]
            stays = may_go_on[here] & (goes_on >= ends)  # of equals spaCy takes the one that stands first
            lasts.update(zip(openers[~stays].tolist(), here[~stays].tolist(), strict=True))
            openers, here = openers[stays], here[stays] + 1
        return lasts

    def _score(self, sums: Floats) -> Floats:
        """Return the scores of all actions, given the sum of the features of the words that are looked at."""
        sums += self._first.get_param("b")
        scores: Floats = self._ops.gemm(sums.max(axis=-1), self._last.get_param("W"), trans2=True)
        scores += self._last.get_param("b")
        return scores


def _may_go_on(doc: Doc) -> npt.NDArray[np.bool_]:
    """Return which words an entity may go on after: those that another of the same sentence follows."""
    starts = doc.to_array("SENT_START").astype(np.int64)
    return np.append(starts[1:] != _STARTS, np.zeros(min(len(doc), 1), dtype=bool))
