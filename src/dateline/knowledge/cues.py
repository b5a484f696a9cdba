"""Cues: words that say that somebody said something, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CueVerb(_Closed):
    """Verbs of saying of one sort; the file explains the fields."""

    id: str
    verbs: tuple[str, ...]
    clause: bool = False
    direct: bool = False
    infinitive: bool = False
    gerund: bool = False
    object: bool = False
    addressee: bool = False
    documents: bool = False
    prep: tuple[str, ...] = ()
    medium: str | None = None
    gloss: str


class CuePhrase(_Closed):
    """A phrase or noun that reports without a verb of saying."""

    id: str
    kind: Literal["preposition", "adverb", "noun"]
    phrase: str | None = None
    words: tuple[str, ...] = ()
    gloss: str


class Medium(_Closed):
    """Words that show how something was said."""

    id: str
    medium: str
    words: tuple[str, ...]
    gloss: str


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by lemma; a verb of several sorts keeps the last one's entry merged over the first's."""

    verbs: dict[str, tuple[CueVerb, ...]]
    nouns: dict[str, CuePhrase]
    adverbs: dict[str, CuePhrase]
    media: dict[str, str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """Load the cues; raise BadKnowledge on a fault in a file."""
    folder = DATA / "cues"
    verbs: dict[str, list[CueVerb]] = {}
    for _, entry in load_yaml_entries(folder / "verbs.yaml", CueVerb):
        for verb in entry.verbs:
            verbs.setdefault(verb, []).append(entry)
    phrases = [entry for _, entry in load_yaml_entries(folder / "phrases.yaml", CuePhrase)]
    media = [entry for _, entry in load_yaml_entries(folder / "media.yaml", Medium)]
    return Cues(
        verbs={verb: tuple(found) for verb, found in verbs.items()},
        nouns={word: p for p in phrases if p.kind == "noun" for word in p.words},
        adverbs={word: p for p in phrases if p.kind == "adverb" for word in p.words},
        media={word: m.medium for m in media for word in m.words},
    )
