"""Finding toponyms: which words name a place where something is, not somebody who acts.

Three sources: the parser's named entities, our table of regions and seas, and the states that the cast knows.
A country counts as a place only where a preposition or a containing list ("Samarra, Iraq") makes it one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract.cast import Cast, Standing
from dateline.knowledge.gazetteer import Gazetteer, Location
from dateline.knowledge.names import fold
from dateline.knowledge.place_words import PlaceWords
from dateline.language import Parse
from dateline.model import ActorKind, MentionForm, PlaceKind

_LOCATIVE = frozenset(
    """in at near inside outside across throughout within around over into through along off toward towards beyond
    beneath surrounding entering""".split()
)
_MOVING = frozenset(
    """go travel fly head return come arrive move flee deploy send deport enter leave visit escape cross withdraw retreat migrate
    relocate transfer fire launch trip visit flight tour journey way import export shipment deportation migration withdrawal
    spread extradite extradition bring transport smuggle cross reach hold mission""".split()
)
_STAYING = frozenset("from to for via of".split())


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `first` to `last` name a place; `core` is the name to look up, `kind` what the words around it say."""

    first: int
    last: int
    core: str
    kind: PlaceKind | None
    country: str | None = None
    region: Location | None = None


class ToponymFinder:
    """Finds the toponyms of one report."""

    def __init__(self, parse: Parse, cast: Cast, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._parse = parse
        self._cast = cast
        self._gazetteer = gazetteer
        self._words = words
        self._folded = [fold(t.text) for t in parse.doc]

    def find(self) -> list[Toponym]:
        """Return the toponyms in order; none overlaps another."""
        found: list[Toponym] = []
        taken: set[int] = set()
        for toponym in (*self._iter_regions(), *self._iter_countries(), *self._iter_entities()):
            span = range(toponym.first, toponym.last)
            if not taken & set(span):
                taken.update(span)
                found.append(toponym)
        return sorted(found, key=lambda t: t.first)

    def _iter_regions(self) -> Iterator[Toponym]:
        index = 0
        doc = self._parse.doc
        while index < len(self._folded):
            match = self._gazetteer.regions.longest_at(self._folded, index) if doc[index].text[:1].isupper() else None
            if match is None or self._is_inside_name(index, index + match[0]):
                index += 1
                continue
            count, location = match
            yield self._extend(index, index + count, location.kind, location.country, location)
            index += count

    def _iter_countries(self) -> Iterator[Toponym]:
        for standing in self._cast.standings:
            code = self._country_of(standing)
            if code is None:
                continue
            head = self._parse.doc[standing.head]
            extended = self._extend(standing.first, standing.last, PlaceKind.COUNTRY, code, None)
            if extended.kind is PlaceKind.BORDER or self._is_locative(head, standing):
                yield extended

    def _country_of(self, standing: Standing) -> str | None:
        if standing.form is not MentionForm.NAME or len(standing.actors) != 1:
            return None
        actor = self._cast[standing.actors[0]]
        if actor.kind is not ActorKind.STATE or actor.country is None:
            return None
        head = self._parse.doc[standing.head]
        if head.pos_ == "ADJ" or head.ent_type_ == "NORP":
            return actor.country if self._is_border(standing) else None
        return actor.country

    def _is_border(self, standing: Standing) -> bool:
        following = standing.last
        return following < len(self._folded) and self._words.after.get(self._folded[following]) is PlaceKind.BORDER

    def _iter_entities(self) -> Iterator[Toponym]:
        for entity in self._parse.doc.ents:
            if entity.label_ not in ("GPE", "LOC", "FAC"):
                continue
            first, last = entity.start, entity.end
            while first < last and self._folded[first] in ("the", "a", "an", ""):
                first += 1
            if first == last or not any(t.text[:1].isupper() for t in self._parse.doc[first:last]):
                continue
            if self._acts(self._parse.doc[last - 1]):
                continue
            kind = {"FAC": PlaceKind.BUILDING, "LOC": PlaceKind.AREA}.get(entity.label_)
            yield self._extend(first, last, kind, None, None)

    def _acts(self, head: Token) -> bool:
        """Tell whether a name stands for a government that acts: the cast knows it as one, and no preposition holds it."""
        standing = self._cast.covering(head.i)
        if standing is None:
            return False
        kinds = {self._cast[a].kind for a in standing.actors}
        if kinds & {
            ActorKind.PERSON,
            ActorKind.PARTY,
            ActorKind.COMPANY,
            ActorKind.MEDIA,
            ActorKind.NGO,
            ActorKind.IGO,
            ActorKind.ARMED_GROUP,
        }:
            return standing.head != head.i or head.dep_ not in ("pobj",)
        return bool(kinds & {ActorKind.STATE, ActorKind.GOVERNMENT}) and not self._is_locative(head, standing)

    def _extend(
        self, first: int, last: int, kind: PlaceKind | None, country: str | None, region: Location | None
    ) -> Toponym:
        core = self._parse.words(first, last)
        sentence = self._parse.sentence_at(first)
        if last < sentence.last and self._folded[last] in self._words.after:
            kind = self._words.after[self._folded[last]]
            last += 1
        while first > sentence.first and self._folded[first - 1] in self._words.before:
            first -= 1
            if kind is PlaceKind.COUNTRY:
                kind = PlaceKind.REGION
        return Toponym(first, last, core, kind, country, region)

    def _is_inside_name(self, first: int, last: int) -> bool:
        """Tell whether tokens lie inside a longer name of an organisation or a person."""
        entity_type = self._parse.doc[first].ent_type_
        if entity_type not in ("ORG", "PERSON", "WORK_OF_ART", "EVENT", "LAW"):
            return False
        before = first > 0 and self._parse.doc[first].ent_iob_ == "I"
        after = last < len(self._parse) and self._parse.doc[last].ent_iob_ == "I"
        return before or after

    def _is_locative(self, head: Token, standing: Standing) -> bool:
        if head.dep_ == "conj":
            return self._is_locative(head.head, standing)
        if head.dep_ in ("appos", "npadvmod", "conj", "dep", "nmod") and self._follows_place(standing.first):
            return True
        if self._follows_place(standing.first):
            return True
        if head.dep_ == "pobj":
            preposition = head.head
            word = preposition.lower_
            if word in _LOCATIVE:
                return True
            above = preposition.head
            if word in ("to", "from", "for", "toward", "via") and above.lemma_.lower() in _MOVING:
                return True
            if word == "from" and above.pos_ in ("NOUN", "PROPN"):
                return True
            return word == "of" and self._folded[above.i] in (
                self._words.after.keys() | self._words.before | {"rest", "capital", "part"}
            )
        if head.dep_ == "dobj":
            return head.head.lemma_ in ("visit", "leave", "enter", "reach", "flee", "tour", "cross")
        return False

    def _follows_place(self, first: int) -> bool:
        """Tell whether a name follows a comma after another place's name: "Samarra, Iraq"."""
        if first < 2 or self._parse.doc[first - 1].text not in (",", "("):
            return False
        before = self._parse.doc[first - 2]
        return before.ent_type_ in ("GPE", "LOC", "FAC") or self._folded[before.i] in self._words.after
