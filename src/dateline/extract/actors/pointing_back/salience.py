"""Who is likeliest meant by a word that points back: near, in the subject, named often, and allowed by grammar.

The weights follow Lappin and Leass (1994), with recency by sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.extract.actors.scene.referents import Mark, Referent, Register
from dateline.extract.actors.scene.surroundings import Surroundings
from dateline.extract.actors.words import Words

_ROLES = {
    "nsubj": 80,
    "nsubjpass": 75,
    "dobj": 50,
    "dative": 45,
    "pobj": 35,
    "poss": 40,
    "agent": 55,
    "appos": 40,
    "attr": 30,
    "ROOT": 60,
    "compound": 15,
    "amod": 12,
    "conj": 35,
    "nmod": 15,
    "npadvmod": 10,
}
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_HIGHEST = 12  # words above a word that are looked at
_MOST = 300
"""Places at which somebody stands that are looked back at: more than a dozen sentences have, so that it matters only where
a text has no full stops (lists, tables), and the cost of a report stays in proportion to its length there too."""


class Candidate(NamedTuple):
    """Somebody who stands before, with how likely it is meant."""

    mark: Mark
    referents: tuple[Referent, ...]
    score: float


class Salience:
    """Ranks who stands before a word."""

    def __init__(self, words: Words, register: Register, surroundings: Surroundings) -> None:
        self._words, self._register, self._surroundings = words, register, surroundings

    def rank(
        self,
        token: int,
        fits: Callable[[tuple[Referent, ...], Mark], bool],
        *,
        sentences: int = 3,
        joined: bool = False,
        before: int | None = None,
    ) -> list[Candidate]:
        """Return those who fit and stand in the last `sentences` sentences, the likeliest first.

        `joined` adds coordinated names taken together ("Russia and Turkey"); `before` ends the search earlier than
        at the word, where its own phrase begins.
        """
        words = self._words
        here = words.sentence[token]
        reach = max(0, here - sentences + 1)
        if self._surroundings.is_digest:
            paragraph = words.parse.sentences[here].paragraph
            while words.parse.sentences[reach].paragraph < paragraph:
                reach += 1
        first = words.parse.sentences[reach].first
        best: dict[tuple[str, ...], Candidate] = {}
        beside = self._clause_mates(token)
        verb, above = self._verb_of(token), self._words_above(token)
        for head in self._register.heads_between(first, token if before is None else before)[-_MOST:]:
            mark = self._register.mark_at(head)
            assert mark is not None
            for referents in self._readings(head, joined):
                if not fits(referents, mark) or beside.intersection(map(id, referents)):
                    continue
                if self._is_barred(token, mark, verb, above):
                    continue
                score = self._score(token, mark, referents)
                key = tuple(r.key for r in referents)
                known = best.get(key)
                total = score if known is None else max(score, known.score) + 0.15 * min(score, known.score)
                best[key] = Candidate(mark, referents, total)
        return sorted(best.values(), key=lambda c: (-c.score, -c.mark.head))

    def _clause_mates(self, token: int) -> set[int]:
        """Return who else is an argument of a word's verb: "He met Smith" bars Smith for "he"."""
        words = self._words
        verb = self._verb_of(token)
        if verb is None or words.lower[token].endswith(("self", "selves")):
            return set()
        return {
            id(r)
            for child in words.children[verb]
            if child != token and words.dep[child] in _ARGUMENTS
            for r in self._register.at(child)
        }

    def _readings(self, head: int, joined: bool) -> list[tuple[Referent, ...]]:
        own = self._register.at(head)
        if not joined or self._words.dep[head] == "conj":
            return [own]
        everyone = [r for t in self._words.conjuncts(head) for r in self._register.at(t)]
        return [own] if len(set(map(id, everyone))) < 2 else [own, tuple(dict.fromkeys(everyone))]

    def _score(self, token: int, mark: Mark, referents: tuple[Referent, ...]) -> float:
        words = self._words
        here, there = words.sentence[token], words.sentence[mark.head]
        role = self._role(mark.head, token)
        value = 100.0 + _ROLES.get(role, 25)
        if words.parse.sentences[there].is_title:
            value *= 0.5
        value *= 0.5 ** max(0, here - there)
        if words.parse.sentences[here].paragraph != words.parse.sentences[there].paragraph:
            value *= 0.85
        if here == there:
            value -= min(30, (token - mark.head) * 0.6)
            if role in ("nsubj", "nsubjpass") and words.governor(mark.head) == words.governor(token):
                value += 20
        if role in ("nsubj", "nsubjpass") and words.dep[token] in ("nsubj", "nsubjpass"):
            value += 12
        if any(r.is_named for r in referents):
            value += 8
        return value

    def _role(self, head: int, token: int) -> str:
        words = self._words
        for clause in words.children[head]:  # "Smith, who said he …": Smith is the subject in there
            if words.dep[clause] == "relcl" and words.sentence[clause] == words.sentence[token] and clause < token:
                subject = words.child(clause, "nsubj", "nsubjpass")
                if subject is not None and words.lower[subject] in ("who", "which", "that"):
                    return "nsubj"
        while words.dep[head] == "conj" and words.dep[words.head[head]] != "ROOT":
            head = words.head[head]
        if words.dep[head] == "pobj" and words.dep[words.head[head]] == "agent":
            return "agent"
        return words.dep[head]

    def _is_barred(self, token: int, mark: Mark, verb: int | None, above: Sequence[int]) -> bool:
        """Tell whether grammar forbids that a word means a mark: it lies in it, or both are arguments of one verb.

        `verb` is the word's, see `_verb_of`, and `above` the words above it in its clause.
        """
        words = self._words
        if mark.first <= token < mark.last or token == mark.head:
            return True
        dep = words.dep[token]
        if mark.head in above:
            return dep != "nsubj"
        if verb is None or dep in ("poss", "nsubj", "nsubjpass") or words.lower[token].endswith(("self", "selves")):
            return False
        return verb == self._verb_of(mark.head)

    def _words_above(self, token: int) -> list[int]:
        """Return the words above a word up to its verb, the nearest first; a coordinated word has none of its own."""
        words = self._words
        above: list[int] = []
        while len(above) < _HIGHEST and words.head[token] != token and words.dep[token] != "conj":
            token = words.head[token]
            above.append(token)
            if words.pos[token] in ("VERB", "AUX"):
                break
        return above

    def _verb_of(self, token: int) -> int | None:
        words = self._words
        while words.dep[token] == "conj":
            token = words.head[token]
        if words.dep[token] in _ARGUMENTS:
            return words.head[token]
        if (
            words.dep[token] == "pobj"
            and words.dep[words.head[token]] in ("prep", "agent")
            and words.pos[words.head[words.head[token]]] == "VERB"
        ):
            return words.head[words.head[token]]
        return None
