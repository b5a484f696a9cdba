"""Cues: words that say that somebody said something, where what was said stands, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.knowledge.files import DATA, load_yaml_entries

Sort = Literal["clause", "infinitive", "gerund", "object", "naming", "quote"]
"""Where the content of a verb of saying stands; the file of verbs shows one example of each."""


class _Entry(BaseModel):
    """What every entry has: what it is for, a sentence in which it counts and one in which it does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    yes: str
    no: str


class CueVerb(_Entry):
    """Verbs of saying of one sort; the file explains the fields."""

    verbs: tuple[str, ...]
    takes: dict[Sort, float] = Field(default_factory=dict)
    prep: dict[str, float] = Field(default_factory=dict)
    addressee: bool = False
    active: bool = False
    without_object: tuple[str, ...] = ()
    medium: str | None = None


class CuePhrase(_Entry):
    """A phrase, noun or adverb that reports without a verb of saying."""

    kind: Literal["preposition", "adverb", "noun"]
    phrase: str | None = None
    words: tuple[str, ...] = ()
    trust: float


class Medium(_Entry):
    """Words that show how something was said."""

    medium: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by lemma; a lemma has one entry, the first in the file that lists it."""

    verbs: Mapping[str, CueVerb]
    nouns: Mapping[str, CuePhrase]
    adverbs: Mapping[str, CuePhrase]
    phrases: tuple[tuple[tuple[str, ...], CuePhrase], ...]
    media: Mapping[str, str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """Load the cues; raise BadKnowledge on a fault in a file."""
    folder = DATA / "cues"
    verbs: dict[str, CueVerb] = {}
    for _, entry in load_yaml_entries(folder / "verbs.yaml", CueVerb):
        for verb in entry.verbs:
            verbs.setdefault(verb, entry)
    phrases = [entry for _, entry in load_yaml_entries(folder / "phrases.yaml", CuePhrase)]
    media = [entry for _, entry in load_yaml_entries(folder / "media.yaml", Medium)]
    return Cues(
        verbs=verbs,
        nouns={word: p for p in phrases if p.kind == "noun" for word in p.words},
        adverbs={word: p for p in phrases if p.kind == "adverb" for word in p.words},
        phrases=tuple((tuple(p.phrase.split()), p) for p in phrases if p.phrase),
        media={word: m.medium for m in media for word in m.words},
    )
