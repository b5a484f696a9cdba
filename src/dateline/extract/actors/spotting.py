"""Where known names and titles stand: one walk over the words, the longest name first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.extract.actors.words import Words
from dateline.knowledge.actors import ActorKnowledge, KnownName, Title

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "FW", "RB", "CD", "VB", "VBP"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at tokens `first` up to `last`, with what it may mean."""

    first: int
    last: int
    names: Sequence[KnownName]


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title at tokens `first` up to `last`, with what it may mean."""

    first: int
    last: int
    titles: Sequence[Title]
    plural: bool


def spot_names(words: Words, knowledge: ActorKnowledge, published: date | None) -> list[Hit]:
    """Return the known names of a report, none overlapping another."""
    hits: list[Hit] = []
    folded, trie = words.folded, knowledge.names
    token = 0
    while token < words.size:
        key = folded[token]
        if not key or not (key[0].isupper() or key[0].isdigit() or not key[0].isascii() or key == "al"):
            token += 1
            continue
        found = trie.longest_at(folded, token)
        if found is None and len(key) > 3 and key.isupper():
            found = _shouted(words, trie, token)
        if found is None:
            token += 1
            continue
        end, values = found
        names = [n for n in values if _counts(n, words, token, published)]
        if names and words.sentence[end - 1] == words.sentence[token] and not _goes_on(words, token, end, names):
            hits.append(Hit(token, end, names))
            token = end
        else:
            token += 1
    return hits


def _shouted(words: Words, trie: object, token: int) -> tuple[int, Sequence[KnownName]] | None:
    """Look a name in capitals up with initials only: reports shout in headings and datelines."""
    window = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in words.folded[token : token + 8]]
    found = trie.longest_at(window, 0)  # type: ignore[attr-defined]
    return (token + found[0], found[1]) if found else None


def _counts(name: KnownName, words: Words, token: int, published: date | None) -> bool:
    """Tell whether a name is to be taken at its word here: dates hold, and ambiguous ones are written as known."""
    if name.cased:
        opens = token == 0 or words.sentence[token - 1] != words.sentence[token]
        shouting = token + 1 < words.size and words.text[token + 1].isupper() and len(words.text[token + 1]) > 3
        if opens or shouting or words.pos[token] not in ("PROPN", "NOUN", "ADJ"):
            return False
    if published is None:
        return True
    day = published.isoformat()
    return not (name.actor.since and name.actor.since > day)


def _goes_on(words: Words, first: int, last: int, names: Sequence[KnownName]) -> bool:
    """Tell whether a one-word name is part of a person's ("Jordan Smith", "Chad Brown", "Paris Hilton")."""
    if last - first > 1 or words.entity[first] != "PERSON":
        return False
    left = first > 0 and words.entity[first - 1] == "PERSON" and not words.entity_begins[first]
    right = last < words.size and words.entity[last] == "PERSON" and not words.entity_begins[last]
    beside = (left and words.pos[first - 1] == "PROPN") or (right and words.pos[last] == "PROPN")
    return beside and any(n.actor.officer is None for n in names)


def spot_titles(words: Words, knowledge: ActorKnowledge) -> list[TitleHit]:
    """Return the titles of a report ("foreign ministers", "President"), none overlapping another."""
    hits: list[TitleHit] = []
    table = knowledge.titles
    lowered = [word.lower() for word in words.folded]
    singular = list(lowered)
    for token, tag in enumerate(words.tag):
        if tag in ("NNS", "NNPS"):
            singular[token] = _singular(words.lemma[token].lower())
    firsts = table.first_words
    end = 0
    for token, word in enumerate(lowered):
        if token < end or (word not in firsts and singular[token] not in firsts):
            continue
        found = table.longest_at(lowered, token) or table.longest_at(singular, token)
        if found is None or words.pos[found[0] - 1] in ("VERB", "AUX"):
            continue
        end, titles = found
        plural = words.tag[end - 1] in ("NNS", "NNPS") or singular[token:end] != lowered[token:end]
        hits.append(TitleHit(token, end, titles, plural))
    return hits


def _singular(lemma: str) -> str:
    """Return a lemma in the singular: the lemmatizer leaves proper nouns in the plural."""
    if lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma
