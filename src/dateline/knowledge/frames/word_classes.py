"""Classes of words that conditions of frames name in capitals.

Some are lists of lemmas (`frames/_classes.yaml`, and the same file in a user's folder), some are decided from
the actors and names of the report; a few are both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.knowledge.word_lists import load_word_lists

CLASS_FILE = "_classes.yaml"
SEEN_CLASSES = frozenset(
    "ANY ACTOR POLITICAL STATE PERSON FORCE GROUP PEOPLE MEDIA SELF PLACE VEHICLE MONEY DOCUMENT NUMBER".split()
)
"""Those that the code decides, wholly or in part."""


@dataclass(frozen=True, slots=True)
class WordTest:
    """What a list of wanted words comes to: these lemmas, or what is seen to be of one of these classes."""

    lemmas: frozenset[str]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The lists by name; tests are made once for each list of wanted words."""

    lists: Mapping[str, frozenset[str]]
    _tests: dict[tuple[str, ...], WordTest] = field(default_factory=dict, repr=False)

    def test(self, wanted: tuple[str, ...]) -> WordTest:
        """Return the test that a condition's words come to."""
        known = self._tests.get(wanted)
        if known is None:
            lemmas = {word for word in wanted if not word.isupper()}
            classes = [word for word in wanted if word.isupper()]
            listed = frozenset(lemmas.union(*(self.lists.get(name, frozenset()) for name in classes)))
            known = WordTest(listed, tuple(name for name in classes if name in SEEN_CLASSES))
            self._tests[wanted] = known
        return known

    def find_unknown(self, wanted: Iterable[str]) -> str | None:
        """Return the first word in capitals that is no class."""
        return next((w for w in wanted if w.isupper() and w not in SEEN_CLASSES and w not in self.lists), None)


def load_word_classes(folders: Iterable[Path]) -> WordClasses:
    """Return the classes of the given folders, later ones laid over earlier ones."""
    lists: dict[str, frozenset[str]] = {}
    for folder in folders:
        if (folder / CLASS_FILE).exists():
            lists.update(load_word_lists(folder / CLASS_FILE))
    return WordClasses(lists)
