"""Named lists of words: verbs that carry nouns, verbs whose object acts, wrong lemmas and the like."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries


class WordList(BaseModel):
    """Words that go together: what for, and which."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: tuple[str, ...]


def load_word_lists(path: Path) -> dict[str, frozenset[str]]:
    """Return the lists of a file by id; raise BadKnowledge on a fault."""
    return {entry.id: frozenset(entry.words) for _, entry in load_yaml_entries(path, WordList)}


@lru_cache(maxsize=1)
def load_grammar_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `ontology/grammar.yaml`: how verbs hand their subjects and objects on."""
    return load_word_lists(DATA / "ontology" / "grammar.yaml")


@lru_cache(maxsize=1)
def load_lemma_repairs() -> dict[str, str]:
    """Return the right lemma of each verb form that the parser's lemmatizer gets wrong."""
    entries = load_yaml_entries(DATA / "ontology" / "lemmas.yaml", WordList)
    return {form: entry.id for _, entry in entries for form in entry.words}


@lru_cache(maxsize=1)
def load_status_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `ontology/status.yaml`: words that tell whether an act is done, to come, possible or not so."""
    return load_word_lists(DATA / "ontology" / "status.yaml")


@lru_cache(maxsize=1)
def load_topic_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `ontology/politics.yaml`: words by which a report is about politics, or about something else."""
    return load_word_lists(DATA / "ontology" / "politics.yaml")


@lru_cache(maxsize=1)
def load_position_words() -> dict[str, frozenset[str]]:
    """Return the lists of `ontology/positions.yaml`: words by which stands are told from what only looks like one."""
    return load_word_lists(DATA / "ontology" / "positions.yaml")


@lru_cache(maxsize=1)
def load_idioms() -> re.Pattern[str]:
    """Return a pattern that finds the phrases of `ontology/idioms.yaml`, in any case: words of conflict that name no act."""
    phrases = frozenset[str]().union(*load_word_lists(DATA / "ontology" / "idioms.yaml").values())
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
