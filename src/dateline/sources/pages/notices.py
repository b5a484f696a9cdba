"""Pages that hold no report: why, in a few words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.sources.markup import NO_PROSE, read_paragraphs

_FEW_WORDS = 30


class NoticeEntry(BaseModel):
    """A kind of page that holds a notice instead of a report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    says: str
    least: int
    longest: int
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def name_notice(text: str) -> str | None:
    """Return what a text says that is only a notice ("holds only a notice about cookies, no report"), None for others."""
    for entry, pattern in _load_patterns():
        if len(text) <= entry.longest and len({match[0].lower() for match in pattern.finditer(text)}) >= entry.least:
            return entry.says
    return None


def explain_empty(tree: Any) -> str:
    """Return why no report was found in a page."""
    words = " ".join(read_paragraphs(tree, NO_PROSE - {"button", "form", "noscript"}))
    if notice := name_notice(words):
        return notice
    scripts = sum(1 for _ in tree.iter("script"))
    if scripts and len(words.split()) < _FEW_WORDS:
        return "is a page that is all script: a browser would have to run it before there is a text"
    return "is a page without a report" if words else "is a page without words"


def load_notices() -> list[NoticeEntry]:
    """Load the entries; raise BadKnowledge on a fault in the file."""
    return [entry for _, entry in load_yaml_entries(DATA / "pages" / "notices.yaml", NoticeEntry)]


@lru_cache(maxsize=1)
def _load_patterns() -> tuple[tuple[NoticeEntry, re.Pattern[str]], ...]:
    return tuple((entry, re.compile(entry.pattern, re.I)) for entry in load_notices())
