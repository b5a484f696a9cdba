"""Words that say what stand somebody takes, and words that open conditions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import ConditionRelation, PositionKind


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PositionCue(_Closed):
    """Words of one kind of position, with the places where its content stands; the file explains the fields."""

    id: str
    kind: PositionKind
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    content: tuple[str, ...]
    toward: tuple[str, ...] = ()
    with_object: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    trust: float
    gloss: str


class ConditionCue(_Closed):
    """Phrases of one relation; those in `adverbial_only` count only where a clause hangs on them."""

    id: str
    relation: ConditionRelation
    phrases: tuple[str, ...]
    adverbial_only: tuple[str, ...] = ()
    gloss: str


@dataclass(frozen=True, slots=True)
class PositionCues:
    """Position cues by word class and lemma, and condition phrases by first word, the longest first."""

    by_lemma: dict[tuple[str, str], tuple[PositionCue, ...]]
    conditions: dict[str, tuple[tuple[tuple[str, ...], ConditionCue, bool], ...]]


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
        (tuple(phrase.split()), cue, phrase in cue.adverbial_only)
        for _, cue in load_yaml_entries(folder / "conditions.yaml", ConditionCue)
        for phrase in cue.phrases
    ]
    by_word: dict[str, list[tuple[tuple[str, ...], ConditionCue, bool]]] = {}
    for phrase in sorted(phrases, key=lambda entry: -len(entry[0])):
        by_word.setdefault(phrase[0][0], []).append(phrase)
    return PositionCues(
        {key: tuple(found) for key, found in by_lemma.items()}, {key: tuple(found) for key, found in by_word.items()}
    )
