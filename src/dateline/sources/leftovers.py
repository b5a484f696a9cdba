"""Paragraphs that are no prose of a report on any site: links to others, buttons, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries

_LONGEST = 700
_FILE = DATA / "pages" / "leftovers.yaml"


class LeftoverEntry(BaseModel):
    """One kind of paragraph that is left out, with examples of what is and what is not one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


def drop_leftovers(paragraphs: Iterable[str]) -> list[str]:
    """Return the paragraphs without those that are no prose of a report.

    >>> drop_leftovers(["Share this article", "Paris expelled two diplomats.", "Read more: Who is who"])
    ['Paris expelled two diplomats.']
    """
    return [words for words in paragraphs if name_leftover(words) is None]


def name_leftover(paragraph: str) -> str | None:
    """Return the id of the entry that leaves a paragraph out, None where it stays."""
    words = " ".join(paragraph.split()) if len(paragraph) <= _LONGEST else ""
    return next((name for name, pattern in _load_patterns() if pattern.fullmatch(words)), None) if words else None


def load_leftovers() -> list[LeftoverEntry]:
    """Load the entries; raise BadKnowledge on a fault in the file."""
    return [entry for _, entry in load_yaml_entries(_FILE, LeftoverEntry)]


@lru_cache(maxsize=1)
def _load_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry.id, re.compile(entry.pattern, re.I)) for entry in load_leftovers())
