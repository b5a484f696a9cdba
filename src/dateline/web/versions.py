"""What changed from one version of a report to the next, word by word, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 3_000
"""Words of a changed paragraph that are compared one by one; longer ones are shown cut and put anew."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed (`same`), were taken out (`cut`) or came in (`new`)."""

    kind: str
    text: str


def changed_paragraphs(before: str, after: str) -> list[list[Run]]:
    """Return each paragraph that is not the same in both texts, as runs; none where both say the same."""
    old, new = _paragraphs(before), _paragraphs(after)
    changed = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changed += list(_compare(old[i:j], new[k:m]))
    return changed


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Run]]:
    """Yield runs of paragraphs that stand in each other's place; those that have no like are cut or new as a whole."""
    left = list(old)
    for paragraph in new:
        ratios = [(SequenceMatcher(None, other.split(), paragraph.split()).ratio(), other) for other in left]
        best, other = max(ratios, default=(0.0, ""))
        if best < 0.4:
            yield [Run("new", paragraph)]
            continue
        for gone in left[: left.index(other)]:
            yield [Run("cut", gone)]
        left = left[left.index(other) + 1 :]
        yield _compare_words(other, paragraph)
    for gone in left:
        yield [Run("cut", gone)]


def _compare_words(old: str, new: str) -> list[Run]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _MOST_WORDS:
        return [Run("cut", old), Run("new", new)]
    runs = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(before[i:j])))
            continue
        if i < j:
            runs.append(Run("cut", "".join(before[i:j])))
        if k < m:
            runs.append(Run("new", "".join(after[k:m])))
    return runs
