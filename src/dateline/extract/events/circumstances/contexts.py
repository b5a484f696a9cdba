"""In which fields of life an act lies: PLOVER's contexts, from the words of its sentence and its parties."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.ontology.contexts import Contexts
from dateline.language import Parse, Sentence
from dateline.model import Actor, EventType

_SIZES = (1, 2, 3)  # words in an entry at most
_NARROWER_CRIMES = frozenset(["terrorism", "corruption", "illegal_drugs", "trafficking", "human_rights", "cyber"])


class ContextReader:
    """Reads the contexts of the sentences of one report, each sentence once."""

    def __init__(self, parse: Parse, contexts: Contexts) -> None:
        self._parse = parse
        self._contexts = contexts
        self._by_sentence: dict[int, frozenset[str]] = {}

    def read(self, sentence: Sentence, kind: EventType, parties: Iterable[Actor]) -> tuple[str, ...]:
        """Return the contexts of an act of type `kind` in `sentence`, in the order of the data file.

        "crime" is left out where a narrower context of crime applies (PLOVER manual, contexts).
        """
        found = set(self._of_sentence(sentence))
        if kind in self._contexts.by_type:
            found.add(self._contexts.by_type[kind])
        for actor in parties:
            if actor.sector in self._contexts.by_sector:
                found.add(self._contexts.by_sector[actor.sector])
        if found & _NARROWER_CRIMES:
            found.discard("crime")
        return tuple(sorted(found, key=self._contexts.order.__getitem__))

    def _of_sentence(self, sentence: Sentence) -> frozenset[str]:
        known = self._by_sentence.get(sentence.index)
        if known is None:
            lemmas = [lemma.lower() for lemma in self._parse.columns.lemma[sentence.first : sentence.last]]
            by_word = self._contexts.by_word
            begins = [place for place, lemma in enumerate(lemmas) if lemma in self._contexts.openers]
            grams = [" ".join(lemmas[place : place + size]) for place in begins for size in _SIZES]
            known = frozenset(by_word[gram] for gram in grams if gram in by_word)
            self._by_sentence[sentence.index] = known
        return known
