"""Every name of a report: the known ones, and unknown ones read off the parser's entities and repaired.

The small model cuts names short, takes titles and possessors into them and mislabels surnames; what is
known (names, titles, who was named in full) beats its labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dateline.extract.actors.names.repairs import (
    JOINTS,
    cut_possessor,
    is_longer,
    is_name_word,
    stretch_body,
    stretch_person,
)
from dateline.extract.actors.names.spotting import Hit, TitleHit
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import ActorKnowledge, NameSort
from dateline.knowledge.actors.offices import Officer, surnames_of
from dateline.model import ActorKind


class NameLabel(StrEnum):
    """What a name seems to name."""

    KNOWN = "known"
    PERSON = "person"
    BODY = "body"


class Name(NamedTuple):
    """A name at tokens `first` up to `last`; `hit` says what it is known to mean."""

    first: int
    last: int
    label: NameLabel
    hit: Hit | None = None
    officer: Officer | None = None


def find_names(
    words: Words, hits: Sequence[Hit], titles: Sequence[TitleHit], knowledge: ActorKnowledge, published: date | None
) -> list[Name]:
    """Return the names of a report in order, none overlapping another."""
    covered: list[Hit | TitleHit | Name | None] = [None] * words.size
    for title in titles:
        covered[title.first : title.last] = [title] * (title.last - title.first)
    for hit in hits:
        covered[hit.first : hit.last] = [hit] * (hit.last - hit.first)
    names = {hit.first: Name(hit.first, hit.last, NameLabel.KNOWN, hit) for hit in hits}
    for found in _iter_unknown(words, covered):
        name = _as_person(words, found, knowledge)
        for token in range(name.first, name.last):
            inner = covered[token]
            if isinstance(inner, Hit):
                names.pop(inner.first, None)
            covered[token] = name
        names[name.first] = name
    for name in _after_titles(words, titles, covered):
        names[name.first] = name
        covered[name.first : name.last] = [name] * (name.last - name.first)
    for first, name in names.items():
        if name.label is NameLabel.BODY and _is_titled(words, name, covered, knowledge):
            names[first] = Name(name.first, name.last, NameLabel.PERSON)
    names = _join_surnames(words, names, covered, knowledge, published)
    return [names[first] for first in sorted(names)]


def _as_person(words: Words, name: Name, knowledge: ActorKnowledge) -> Name:
    """Return a name that the parser takes for a body's as a person's where it begins with a given name."""
    cues = knowledge.cues
    begins = words.folded[name.first] in cues.genders and 2 <= name.last - name.first <= 4
    if name.label is not NameLabel.BODY or not begins:
        return name
    texts = words.text[name.first : name.last]
    plain = all(t[0].isupper() or t.lower() in JOINTS for t in texts) and not any(t in cues.name_words for t in texts)
    return Name(name.first, name.last, NameLabel.PERSON) if plain else name


def _is_titled(words: Words, name: Name, covered: Sequence[object], knowledge: ActorKnowledge) -> bool:
    """Tell whether a name that the parser takes for a body's is a person's: a title stands before it or in apposition."""
    if any(words.text[t] in knowledge.cues.name_words for t in range(name.first, name.last)):
        return False
    before = covered[name.first - 1] if name.first else None
    if isinstance(before, TitleHit) and before.last == name.first and _is_persons(before):
        return words.sentence[before.first] == words.sentence[name.first]
    head = words.head_of(name.first, name.last)
    beside = [c for c in words.children[head] if words.dep[c] == "appos"]
    if words.dep[head] == "appos":
        beside.append(words.head[head])
    return name.last - name.first > 1 and any(isinstance(t := covered[b], TitleHit) and _is_persons(t) for b in beside)


def _is_persons(title: TitleHit) -> bool:
    return not title.plural and title.titles[0].kind is ActorKind.PERSON


def _iter_unknown(words: Words, covered: Sequence[object]) -> Iterator[Name]:
    """Yield the names among the parser's entities that nothing known covers."""
    token = 0
    while token < words.size:
        label = words.entity[token]
        if not label:
            token += 1
            continue
        end = token + 1
        while end < words.size and words.entity[end] == label and not words.entity_begins[end]:
            end += 1
        if label in ("PERSON", "ORG") or (
            label in ("NORP", "FAC", "PRODUCT", "GPE", "LAW", "WORK_OF_ART") and end - token > 1
        ):
            name = _repair(words, token, end, label, covered)
            if name is not None:
                yield name
        token = end


def _repair(words: Words, first: int, last: int, label: str, covered: Sequence[object]) -> Name | None:
    """Return what of an entity is an unknown name, None where nothing is."""
    while first < last and (
        isinstance(covered[first], TitleHit)
        or not is_name_word(words, first)
        or (isinstance(covered[first], Hit) and label == "PERSON")
    ):
        first += 1
    first, last = cut_possessor(words, first, last, label, covered)
    while last > first and not is_name_word(words, last - 1):
        last -= 1
    if label == "PERSON":
        first, last = stretch_person(words, first, last, covered)
    elif first < last:
        first, last = stretch_body(words, first, last, covered)
    inner = {id(h): h for h in covered[first:last] if isinstance(h, Hit)}.values()
    if last <= first or (label != "ORG" and inner) or not any(words.text[t][0].isupper() for t in range(first, last)):
        return None
    if inner and not is_longer(words, first, last, inner):
        return None
    if label == "ORG" and any(isinstance(h, TitleHit) for h in covered[first:last]):
        return None
    if label in ("GPE", "FAC", "LAW", "WORK_OF_ART", "PRODUCT", "NORP"):
        return None
    return Name(first, last, NameLabel.PERSON if label == "PERSON" else NameLabel.BODY)


def _after_titles(words: Words, titles: Sequence[TitleHit], covered: Sequence[object]) -> Iterator[Name]:
    """Yield the names that stand right after a title and were no entity."""
    for title in titles:
        first = title.last
        last = first
        while (
            last < words.size
            and words.sentence[last] == words.sentence[title.first]
            and covered[last] is None
            and (
                (words.tag[last] == "NNP" and words.text[last][0].isupper())
                or (words.lower[last] in JOINTS and last > first and words.tag[last] != "POS")
            )
        ):
            last += 1
        while last > first and words.lower[last - 1] in JOINTS:
            last -= 1
        if (
            last > first
            and words.text[title.first][0].isupper()
            and words.text[first].isalpha()
            and len(words.text[first]) > 1
        ):
            yield Name(first, last, NameLabel.PERSON)


def _join_surnames(
    words: Words,
    names: dict[int, Name],
    covered: list[Hit | TitleHit | Name | None],
    knowledge: ActorKnowledge,
    published: date | None,
) -> dict[int, Name]:
    """Add surnames that stand alone: of those named in full, and of officers in office."""
    surnames: set[str] = set()
    for name in names.values():
        officer = name.hit is not None and any(n.actor.officer for n in name.hit.names)
        if (name.label is NameLabel.PERSON or officer) and name.last - name.first > 1:
            for parts in surnames_of([words.folded[t] for t in range(name.first, name.last) if words.folded[t]]):
                surnames.add(parts[-1])
    common = {text for text in words.text if text.islower()}
    for token in range(words.size):
        if (
            words.tag[token] not in ("NNP", "NNPS", "JJ", "NN", "VB", "NNS")
            or not words.text[token][0].isupper()
            or isinstance(covered[token], TitleHit)
        ):
            continue
        known = covered[token]
        if isinstance(known, Hit) and words.folded[token] in surnames and _is_mere_town(known):
            known = None
        if known is not None and not (isinstance(known, Name) and known.last - known.first == 1):
            continue
        key = words.folded[token]
        proper = words.pos[token] == "PROPN" or words.entity[token] or words.lower[token] not in common
        if key in surnames and proper:
            names[token] = Name(token, token + 1, NameLabel.PERSON)
        elif words.pos[token] == "PROPN" and (len(key) > 3 or words.entity[token] == "PERSON"):
            officer_found = _in_office(key, knowledge, published)
            if officer_found and words.dep[token] != "compound" and not _is_name_part(words, token):
                names[token] = Name(token, token + 1, NameLabel.PERSON, officer=officer_found)
        covered[token] = names.get(token, known)
    return names


def _is_mere_town(hit: Hit) -> bool:
    """Tell whether a known name of one word is only a town's or region's, so that a namesake of the report beats it."""
    sorts = {n.sort for n in hit.names}
    return hit.last - hit.first == 1 and sorts <= {NameSort.CAPITAL, NameSort.SEAT, NameSort.REGION, NameSort.PEOPLE}


def _in_office(surname: str, knowledge: ActorKnowledge, published: date | None) -> Officer | None:
    """Return the one holder of an office on a day who is known by a surname, by rank where there are several."""
    found = [(terms[0].rank, o) for o in knowledge.offices.named((surname,)) if (terms := o.terms_on(published))]
    found.sort(key=lambda pair: -pair[0])
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def _is_name_part(words: Words, token: int) -> bool:
    """Tell whether a word stands beside another proper noun of the same name."""
    for beside in (token - 1, token + 1):
        if not 0 <= beside < words.size or words.sentence[beside] != words.sentence[token]:
            continue
        proper = words.tag[beside] == "NNP" and words.text[beside][0].isupper()
        linked = words.head[beside] == token or words.head[token] == beside
        if proper and linked and words.entity[beside] in ("PERSON", "ORG", "FAC", "GPE"):
            return True
    return False
