"""Where known names and titles stand: one walk over the words, the longest name first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateline.extract.actors.words import Words
from dateline.knowledge.actors.cased_names import CasedNames
from dateline.knowledge.actors.loading import ActorKnowledge, KnownName, Title
from dateline.model import ActorKind

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Bodies whose names may begin with a party's: "Republican Senate" is no name of that sort.
_BODIES = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.NGO, ActorKind.MILITARY})


class Hit(NamedTuple):
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
    folded, table = words.folded, knowledge.names
    firsts = table.first_words
    end = 0
    for token, key in enumerate(folded):
        if token < end or not key:
            continue
        found = table.longest_at(folded, token) if key in firsts else None
        if found is None and len(key) > 3 and key.isupper():
            found = _shouted(words, table, token)
        if found is None:
            continue
        last, values = found
        names = [n for n in values if _counts(n, words, token, last, published)]
        if not names or words.sentence[last - 1] != words.sentence[token]:
            continue
        if not _goes_on(words, token, last, names, knowledge) and not _names_waters(words, token, knowledge):
            hits.append(Hit(token, last, names))
            end = last
    return _drop_peoples(_drop_unsupported(hits), words, knowledge)


def _drop_peoples(hits: list[Hit], words: Words, knowledge: ActorKnowledge) -> list[Hit]:
    """Leave out peoples that fight in another country than their name's, which the report does not name: "a Turkmen brigade"."""
    spelled: dict[str, set[str]] = {}
    for hit in hits:
        spelled.setdefault(hit.names[0].actor.id, set()).add(" ".join(words.lower[hit.first : hit.last]))
    return [
        hit
        for hit in hits
        if "people" not in hit.names[0].meanings
        or len(spelled[hit.names[0].actor.id]) > 1
        or hit.last >= words.size
        or words.lemma[hit.last].lower() not in knowledge.cues["irregulars"]
        or words.dep[hit.last] == "compound"  # "Indian fighter jets"
    ]


def _drop_unsupported(hits: list[Hit]) -> list[Hit]:
    """Leave out local names whose country or full name the report does not give ("the Labour Party")."""
    sure = [n.actor for hit in hits for n in hit.names if not n.local]
    countries = {actor.country for actor in sure if actor.kind is not ActorKind.PERSON or actor.officer}
    ids = {actor.id for actor in sure}
    kept = []
    for hit in hits:
        if not any(n.local for n in hit.names):
            kept.append(hit)
            continue
        names = [n for n in hit.names if not n.local or n.actor.id in ids or (n.actor.country or "") in countries]
        if names:
            kept.append(Hit(hit.first, hit.last, names))
    return kept


def _shouted(words: Words, table: CasedNames[KnownName], token: int) -> tuple[int, Sequence[KnownName]] | None:
    """Look a name in capitals up with initials only: reports shout in headings and datelines."""
    window = [w.capitalize() if w.isupper() and len(w) > 1 else w for w in words.folded[token : token + 8]]
    found = table.longest_at(window, 0)
    return (token + found[0], found[1]) if found else None


def _counts(name: KnownName, words: Words, first: int, last: int, published: date | None) -> bool:
    """Tell whether a name is to be taken at its word here: its date holds, and it is written as it must be."""
    actor = name.actor
    if published is not None and actor.since and actor.since > published.isoformat():
        return False
    if name.headline and not words.parse.sentence_at(first).is_title:
        return False
    if (name.cased or name.quiet) and _is_among_capitals(words, first, last):
        return False
    if name.cased:
        opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
        if opens or words.pos[first] not in ("PROPN", "NOUN", "ADJ"):
            return False
        if last - first == 1 and actor.name.startswith("The ") and words.lower[first - 1] != "the":
            return False  # "The Base" is a group, "Bagram Air Base" is none
    return not (name.meanings and _means_another(name, words, first, last))


def _is_among_capitals(words: Words, first: int, last: int) -> bool:
    """Tell whether the words around are in capitals, so that those of a name say nothing."""
    beside = [t for t in (first - 2, first - 1, last, last + 1) if 0 <= t < words.size and words.text[t].isalpha()]
    return len(beside) > 1 and all(words.text[t].isupper() and len(words.text[t]) > 1 for t in beside)


def _means_another(name: KnownName, words: Words, first: int, last: int) -> bool:
    """Tell whether a name that may mean something else does so here: a language, a word, a place elsewhere."""
    before = words.lower[first - 1] if first else ""
    if "language" in name.meanings and before == "in" and words.dep[first] == "pobj":
        return True
    if (
        "word" in name.meanings
        and words.tag[first] not in ("NNP", "NNPS")
        and words.entity[first] not in ("GPE", "NORP")
    ):
        return True
    if "person" in name.meanings and words.entity[first] == "PERSON" and last - first == 1:
        return name.actor.kind is not ActorKind.STATE or words.text[first] in words.full_names
    return "place" in name.meanings and before == "," and first > 1 and words.entity[first - 2] == "GPE"


def _goes_on(words: Words, first: int, last: int, names: Sequence[KnownName], knowledge: ActorKnowledge) -> bool:
    """Tell whether a one-word name is part of a longer one: a person's ("Jordan Smith"), a body's ("Democratic Front")."""
    if last - first == 1 and last < words.size and names[0].actor.kind is ActorKind.PARTY:
        known = knowledge.cues.name_words.get(words.text[last])
        if known is not None and known[0] in _BODIES and words.dep[first] in ("compound", "amod"):
            return True
    if last - first > 1 or words.entity[first] != "PERSON":
        return False
    left = first > 0 and words.entity[first - 1] == "PERSON" and not words.entity_begins[first]
    right = last < words.size and words.entity[last] == "PERSON" and not words.entity_begins[last]
    if not left and first and words.pos[first - 1] == "ADP":  # "President of Austria Alexander …"
        return False
    beside = (left and words.pos[first - 1] == "PROPN") or (right and words.pos[last] == "PROPN")
    return beside and any(n.actor.officer is None for n in names)


def _names_waters(words: Words, first: int, knowledge: ActorKnowledge) -> bool:
    """Tell whether a country only gives waters their name: "the Gulf of Mexico", "the Persian Gulf"."""
    after = words.text[first + 1] if first + 1 < words.size else ""
    if after[:1].isupper() and after.lower() in knowledge.cues["waters"]:
        return True
    if first < 2 or words.lower[first - 1] != "of" or not words.text[first - 2][:1].isupper():
        return False
    return words.lower[first - 2] in knowledge.cues["waters"]


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
        if found is None or words.tag[found[0] - 1] not in _NOUN_TAGS:
            continue
        if found[0] - token == 1 and _is_no_title(words, token, knowledge):
            continue
        end, titles = found
        plural = words.tag[end - 1] in ("NNS", "NNPS") or singular[token:end] != lowered[token:end]
        hits.append(TitleHit(token, end, titles, plural))
    return hits


def _is_no_title(words: Words, token: int, knowledge: ActorKnowledge) -> bool:
    """Tell whether a title's word is none here: "his father", or the given name Amir."""
    if words.text[token][0].islower():
        return words.folded[token].lower() in knowledge.cues["capital-title"]
    following = token + 1 < words.size and words.entity[token + 1] == "PERSON" and not words.entity_begins[token + 1]
    return following and words.folded[token] in knowledge.cues.genders


def _singular(lemma: str) -> str:
    """Return a lemma in the singular: the lemmatizer leaves proper nouns in the plural."""
    if lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma
