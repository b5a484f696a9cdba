"""Which country a word is about when it does not say: the nearest country around it.

A place in the same sentence beats a country that acts there; then come the sentences before, the dateline,
and the country the report names most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.errors import DatelineError
from dateline.extract.actors.names.naming import Name
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import ActorKnowledge, NameSort
from dateline.knowledge.places.gazetteer import Gazetteer, load_gazetteer
from dateline.model import ActorKind

_SMALLEST_TOWN = 15_000
_SURE_TOWN = 100_000  # where the parser does not take the name for a place's
_MANY_PARAGRAPHS = 6
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "poss"})
_MAIN_SHARE = 0.3  # of all country words, those of the report's first three sentences counted twice


class CountryWord(NamedTuple):
    """A word that names a country or a place in it."""

    token: int
    country: str
    is_place: bool
    is_weak: bool = False  # an adjective, or the name of somebody of that country


class Surroundings:
    """The countries around every word of a report."""

    def __init__(self, words: Words, names: Sequence[Name], knowledge: ActorKnowledge) -> None:
        self._words = words
        self._locative = knowledge.cues["locative"]
        self._craft = knowledge.cues["craft"]
        self._by_sentence: dict[int, list[CountryWord]] = {}
        towns = self._towns(names)
        self._town_heads = {word.token for word in towns}
        found = [*self._known(names), *towns]
        for word in sorted(found, key=lambda w: w.token):
            self._by_sentence.setdefault(words.sentence[word.token], []).append(word)
        self.is_digest = self._has_many_stories()
        self._crafts = [(head, word.country) for word in found if (head := self._craft_of(word.token)) is not None]
        self.main = None if self.is_digest else self._main_country(found, knowledge)

    def _known(self, names: Sequence[Name]) -> list[CountryWord]:
        found = []
        for name in names:
            if name.hit is None:
                continue
            known = name.hit.names[0]
            if known.actor.country is None or known.local:
                continue
            stately = known.actor.kind in (ActorKind.STATE, ActorKind.GOVERNMENT)
            weak = not stately or known.sort in (NameSort.ADJECTIVE, NameSort.PEOPLE)
            place = not weak and self._is_place(name.last - 1)
            found.append(CountryWord(name.last - 1, known.actor.country, place, weak))
        return found

    def _towns(self, names: Sequence[Name]) -> list[CountryWord]:
        gazetteer = _open_gazetteer()
        if gazetteer is None:
            return []
        words, found = self._words, []
        taken = {token for name in names if name.hit is not None for token in range(name.first, name.last)}
        sure = [(first, last, _SMALLEST_TOWN) for first, last in _entities(words, ("GPE", "LOC"))]
        for first, last, smallest in (*sure, *((a, b, _SURE_TOWN) for a, b in self._after_locatives())):
            if any(t in taken for t in range(first, last)):
                continue
            towns = gazetteer.towns(words.parse.words(first, last))
            if towns and towns[0].population >= smallest and towns[0].country:
                found.append(CountryWord(last - 1, towns[0].country, True))
                taken.update(range(first, last))
        return found

    def _after_locatives(self) -> Iterator[tuple[int, int]]:
        """Yield the proper nouns after "in" and its like that the parser takes for persons or bodies."""
        words = self._words
        for head in range(words.size):
            if words.tag[head] == "NNP" and words.entity[head] not in ("GPE", "LOC", "DATE") and self._is_place(head):
                first = head
                while first > 0 and words.tag[first - 1] == "NNP" and words.head[first - 1] == head:
                    first -= 1
                if first and words.lower[first - 1] != "the":
                    yield first, head + 1

    def is_town(self, token: int) -> bool:
        """Tell whether a word names a town of the gazetteer where it stands."""
        return token in self._town_heads

    def _is_place(self, token: int) -> bool:
        words = self._words
        return words.dep[token] == "pobj" and words.lower[words.head[token]] in self._locative

    def _main_country(self, found: Sequence[CountryWord], knowledge: ActorKnowledge) -> str | None:
        dateline = self._words.parse.document.dateline
        if dateline:
            for value in knowledge.names.get(dateline.split(",")[0].title()):
                return value.actor.country
        lead = self._words.parse.sentences[min(2, len(self._words.parse.sentences) - 1)].last
        counts: Counter[str] = Counter()
        for word in found:
            counts[word.country] += 2 if word.token < lead else 1
        if not counts:
            return None
        most = max(counts, key=lambda c: counts[c])
        return most if counts[most] > 1 and counts[most] >= _MAIN_SHARE * counts.total() else None

    def country_at(self, token: int) -> tuple[str | None, str]:
        """Return the country that a word without one is about, and why.

        Who suffers an act is not of the country that does it: its agent is passed over.
        """
        words = self._words
        sentence = words.sentence[token]
        paragraph = words.parse.sentences[sentence].paragraph
        first, last = self._agent_beside(token)
        here = [w for w in self._by_sentence.get(sentence, ()) if w.is_place or not first <= w.token < last]
        places = [w for w in here if w.is_place]
        acting = [w for w in here if not w.is_weak and w.token < token]  # one named later is told of, not by
        beside = [w for w in places if self._is_beside(w.token, token)]
        for fitting in (beside, places, acting):
            best = min(fitting, key=lambda w: (w.token > token, abs(w.token - token)), default=None)
            if best is not None:
                return best.country, f"of {best.country}, named in the sentence"
        before = self._before(sentence, paragraph - (0 if self.is_digest else 2))
        near = next((w for w in before if w.is_place and words.sentence[w.token] >= sentence - 2), None)
        if near is not None:
            return near.country, f"of {near.country}, where the report just was"
        if self.main is not None:
            return self.main, f"of {self.main}, which the report is about"
        for word in (*sorted(here, key=lambda w: abs(w.token - token)), *before):
            return word.country, f"of {word.country}, named before"
        return None, "no country is named"

    def _craft_of(self, token: int) -> int | None:
        """Return the plane or ship that a country's word stands before: "a Russian military jet"."""
        words = self._words
        while words.dep[token] in _BEFORE_NOUNS:
            token = words.head[token]
            if words.lemma[token].lower() in self._craft:
                return token
        return None

    def country_of_craft(self, token: int) -> str | None:
        """Return the country of the last plane or ship before a word whose country its own words tell."""
        told = [(craft, country) for craft, country in self._crafts if craft < token]
        told = [(craft, country) for craft, country in told if self.story_of(craft) == self.story_of(token)]
        return max(told)[1] if told else None

    def _is_beside(self, place: int, token: int) -> bool:
        """Tell whether a place is that of a word, or of the act it takes part in: "after 12 people were killed in Paris"."""
        words = self._words
        site = words.head[words.head[place]]
        return site == token or (words.dep[token] in _TAKING_PART and site == words.head[token])

    def _before(self, sentence: int, paragraph: int) -> list[CountryWord]:
        """Return the country words of the sentences before one, back to a paragraph, the nearest first."""
        found: list[CountryWord] = []
        for earlier in range(sentence - 1, -1, -1):
            if self._words.parse.sentences[earlier].paragraph < paragraph:
                break
            found.extend(reversed(self._by_sentence.get(earlier, ())))
        return found

    def _agent_beside(self, token: int) -> tuple[int, int]:
        """Return the words of who does what is done to `token`, an empty stretch where nobody is named."""
        words = self._words
        link, verb = words.dep[token], words.head[token]
        if link == "dobj":
            agent = words.child(verb, "nsubj")
        elif link == "nsubjpass":
            by = words.child(verb, "agent")
            agent = words.child(by, "pobj") if by is not None else None
        else:
            agent = None
        if agent is None:
            return 0, 0
        return words.left_edge(agent, agent + 1), agent + 1

    def story_of(self, token: int) -> int:
        """Return which story a word belongs to: 0 in a report, the paragraph's number in a digest of several."""
        return self._words.parse.sentence_at(token).paragraph + 1 if self.is_digest else 0

    def _has_many_stories(self) -> bool:
        """Tell whether paragraphs follow each other that share no country, as in a digest of the day's news."""
        by_paragraph: dict[int, set[str]] = {}
        for sentence, found in self._by_sentence.items():
            paragraph = self._words.parse.sentences[sentence].paragraph
            by_paragraph.setdefault(paragraph, set()).update(w.country for w in found)
        told = [by_paragraph[p] for p in sorted(by_paragraph)]
        breaks = sum(not (one & other) for one, other in pairwise(told))
        count = len({s.paragraph for s in self._words.parse.sentences if not s.is_title})
        return len(told) >= max(_MANY_PARAGRAPHS, 0.8 * count) and breaks > 0.5 * (len(told) - 1)

    def last_before(self, token: int, sentences: int) -> str | None:
        """Return the country named last before a word, in its own sentence or one of the `sentences` before."""
        at = self._words.sentence[token]
        for sentence in range(at, max(-1, at - sentences - 1), -1):
            found = [w.country for w in self._by_sentence.get(sentence, ()) if w.token < token]
            if found:
                return found[-1]
        return None

    def countries_near(self, token: int, sentences: int) -> list[str]:
        """Return the countries named within `sentences` sentences before or after a word's own, the nearest first."""
        at = self._words.sentence[token]
        told = self._words.parse.sentences
        nearby = sorted(range(max(0, at - sentences), min(len(told), at + sentences + 1)), key=lambda s: abs(s - at))
        nearby = [s for s in nearby if not self.is_digest or told[s].paragraph == told[at].paragraph]
        found = [w for s in nearby for w in sorted(self._by_sentence.get(s, ()), key=lambda w: abs(w.token - token))]
        return list(dict.fromkeys(w.country for w in found))


def _entities(words: Words, labels: Sequence[str]) -> list[tuple[int, int]]:
    found, token = [], 0
    while token < words.size:
        label = words.entity[token]
        end = token + 1
        while label and end < words.size and words.entity[end] == label and not words.entity_begins[end]:
            end += 1
        if label in labels:
            first = token + 1 if words.lower[token] == "the" and end - token > 1 else token
            found.append((first, end))
        token = end
    return found


def _open_gazetteer() -> Gazetteer | None:
    try:
        return load_gazetteer()
    except DatelineError:
        return None
