"""Parts of speech, features and irregular lemmas of words: what spaCy's attribute ruler sets, by looking it up.

The ruler tries every one of its patterns at every word. All but a few ask only for the tag, the form or the link of one
word, so what they set is looked up by these three; spaCy's matcher is left with the few. What is set is the same: of
several patterns that fit, the later counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_ASKED = ("TAG", "LOWER", "DEP")
_SET = ("POS", "MORPH", "LEMMA")

Key = tuple[int, int, int]
"""Tag, form and link of a word, as spaCy's numbers; 0 for a form that no pattern names."""


class WordRules:
    """Sets what the attribute ruler of a loaded pipeline would set."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Take over the patterns of `ruler`."""
        self._ruler: Any = ruler  # spaCy types patterns and annotations too loosely to be checked
        names = {self._ruler.vocab.strings[name]: name for name in _SET}
        self._attributes = [
            {names.get(key, str(key)): value for key, value in attributes.items()} for attributes in self._ruler.attrs
        ]
        self._plain: list[tuple[int, list[dict[str, frozenset[int]]]]] = []
        self._others = Matcher(ruler.vocab, validate=False)
        self._known: dict[Key, tuple[int, ...]] = {}
        for number, entry in enumerate(self._ruler.patterns):
            patterns: Any = entry["patterns"]
            if all(map(_is_plain, patterns)) and set(self._attributes[number]) <= set(_SET):
                self._plain.append((number, [self._number(pattern[0]) for pattern in patterns]))
            else:
                self._others.add(str(number), patterns)
        self._forms = frozenset().union(
            *(asked.get("LOWER", ()) for _, patterns in self._plain for asked in patterns)
        )  # fmt: skip
        self._values: dict[tuple[int, ...], tuple[int, ...]] = {}

    def _number(self, asked: Mapping[str, Any]) -> dict[str, frozenset[int]]:
        """Return what a pattern asks for as numbers of spaCy's vocabulary."""
        wanted = {name: value["IN"] if isinstance(value, dict) else [value] for name, value in asked.items()}
        strings = self._ruler.vocab.strings
        return {name: frozenset(map(strings.add, words)) for name, words in wanted.items()}

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set parts of speech, features and irregular lemmas of docs."""
        for doc in docs:
            self._annotate(doc)

    def _annotate(self, doc: Doc) -> None:
        others = self._others(doc, allow_missing=True, as_spans=False)
        asked: npt.NDArray[Any] = doc.to_array(list(_ASKED))
        tags, forms, links = asked.reshape(len(doc), len(_ASKED)).T.tolist()
        fitting = [
            self._find((tag, form if form in self._forms else 0, link))
            for tag, form, link in zip(tags, forms, links, strict=True)
        ]
        values: Any = np.array([self._merge(rules) for rules in fitting], dtype=np.uint64).reshape(len(doc), len(_SET))
        doc.from_array(list(_SET), values)
        if others:
            self._set_others(doc, fitting, others)

    def _set_others(self, doc: Doc, fitting: Sequence[tuple[int, ...]], others: Sequence[tuple[int, int, int]]) -> None:
        """Set what the other patterns say, and again what plain ones say of the same words, in the order of the rules."""
        strings = self._ruler.vocab.strings
        found = [(int(strings[key]), key, first, last) for key, first, last in others]
        words = {first + self._ruler.indices[number] for number, _, first, _ in found}
        found += [(number, 0, word, word + 1) for word in words for number in fitting[word]]
        self._ruler.set_annotations(doc, sorted(found))

    def _find(self, key: Key) -> tuple[int, ...]:
        """Return the numbers of the plain rules that fit a word, in order."""
        found = self._known.get(key)
        if found is None:
            has = dict(zip(_ASKED, key, strict=True))
            found = self._known[key] = tuple(
                number
                for number, patterns in self._plain
                if any(all(has[name] in wanted for name, wanted in asked.items()) for asked in patterns)
            )
        return found

    def _merge(self, rules: tuple[int, ...]) -> tuple[int, ...]:
        """Return what rules set together; 0 for what none sets."""
        values = self._values.get(rules)
        if values is None:
            together: dict[str, int] = {}
            for number in rules:
                together |= self._attributes[number]
            values = self._values[rules] = tuple(together.get(name, 0) for name in _SET)
        return values


def _is_plain(pattern: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a pattern asks only for tag, form and link of one word, each one of some."""
    return len(pattern) == 1 and all(
        name in _ASKED and (isinstance(value, str) or (isinstance(value, dict) and list(value) == ["IN"]))
        for name, value in pattern[0].items()
    )
