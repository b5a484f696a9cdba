"""Lists of words that the grammar's checks and the reading of clauses go by, from the knowledge files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dateline.extract.times.rules import CueList
from dateline.knowledge.files import DATA, load_yaml_entries

FILES = ("outlook.yaml", "surroundings.yaml")


@lru_cache(maxsize=1)
def load_cues(folder: Path = DATA / "times") -> dict[str, frozenset[str]]:
    """Return every list of cue words by its id; raise BadKnowledge where one breaks its schema."""
    return {
        entry.id: frozenset(entry.words) for file in FILES for _, entry in load_yaml_entries(folder / file, CueList)
    }


def is_cue(kind: str, word: str) -> bool:
    """Tell whether a word, in lower case, is in the list of that kind."""
    return word in load_cues()[kind]
