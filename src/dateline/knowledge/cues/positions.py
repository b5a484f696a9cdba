"""Words that say what stand somebody takes, and words that open conditions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import ConditionRelation, PositionKind


class _Entry(BaseModel):
    """What every entry has: what it is for, a sentence in which it counts and one in which it does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    yes: str
    no: str


class PositionCue(_Entry):
    """Words of one kind of position, with the places where its content stands; the file explains the fields."""

    kind: PositionKind
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    content: tuple[str, ...]
    toward: tuple[str, ...] = ()
    with_object: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    with_preposition: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    only_negated: bool = False
    no_object: bool = False
    promised: bool = False
    trust: float


class ConditionCue(_Entry):
    """Phrases of one relation; those in `adverbial_only` need a clause, those in `ahead_only` something still to come."""

    relation: ConditionRelation
    phrases: tuple[str, ...]
    adverbial_only: tuple[str, ...] = ()
    ahead_only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionPhrase:
    """One phrase that opens a condition, as words."""

    words: tuple[str, ...]
    cue: ConditionCue
    adverbial_only: bool
    ahead_only: bool


@dataclass(frozen=True, slots=True)
class PositionCues:
    """Position cues by word class and lemma, and condition phrases by first word, the longest first."""

    by_lemma: dict[tuple[str, str], tuple[PositionCue, ...]]
    conditions: dict[str, tuple[ConditionPhrase, ...]]


@lru_cache(maxsize=1)
def load_position_cues() -> PositionCues:
    """Load the cues; raise BadKnowledge on a fault in a file."""
    folder = DATA / "cues"
    by_lemma: dict[tuple[str, str], list[PositionCue]] = {}
    for _, cue in load_yaml_entries(folder / "positions.yaml", PositionCue):
        for word_class, lemmas in (("verb", cue.verbs), ("noun", cue.nouns), ("adjective", cue.adjectives)):
            for lemma in lemmas:
                by_lemma.setdefault((word_class, lemma), []).append(cue)
    phrases = [
        ConditionPhrase(tuple(p.split()), cue, p in cue.adverbial_only, p in cue.ahead_only)
        for _, cue in load_yaml_entries(folder / "conditions.yaml", ConditionCue)
        for p in cue.phrases
    ]
    by_word: dict[str, list[ConditionPhrase]] = {}
    for phrase in sorted(phrases, key=lambda entry: -len(entry.words)):
        by_word.setdefault(phrase.words[0], []).append(phrase)
    return PositionCues(
        {key: tuple(found) for key, found in by_lemma.items()}, {key: tuple(found) for key, found in by_word.items()}
    )
