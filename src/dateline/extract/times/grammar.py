"""The grammar of times: rules from YAML, compiled into one tree that is entered by an expression's first word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import BadKnowledge
from dateline.extract.times.clock import read_clock
from dateline.extract.times.cues import FILES as CUE_FILES
from dateline.extract.times.numbers import (
    NUMBER_WORDS,
    SIZES,
    read_amount,
    read_day,
    read_decade,
    read_digit_date,
    read_ordinal,
    read_single,
    read_year,
)
from dateline.extract.times.patterns import Element, PatternError, expand_pattern
from dateline.extract.times.rules import Rule, WordClass
from dateline.extract.times.words import Words
from dateline.knowledge.files import DATA, load_yaml_entries

Reader = Callable[[Words, int], tuple[Any, int] | None]
Lexicon = dict[str, dict[str, tuple[Any, bool]]]
READERS: dict[str, Reader] = {
    "NUMBER": read_amount,
    "SINGLE": read_single,
    "YEAR": read_year,
    "DAY": read_day,
    "ORDINAL": read_ordinal,
    "CLOCK": read_clock,
    "DIGITDATE": read_digit_date,
    "DECADE": read_decade,
}
_CLASSES_FILE = "words.yaml"


@dataclass(slots=True)
class Node:
    """A place in the tree: where the next word, class of words, reader or group leads, and what ends here."""

    words: dict[str, Node] = field(default_factory=dict)
    classes: dict[tuple[str, str], Node] = field(default_factory=dict)
    readers: dict[tuple[str, str], Node] = field(default_factory=dict)
    groups: dict[tuple[str, str], Node] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    open_groups: dict[str, tuple[tuple[tuple[str, str], Node], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules: a tree for whole expressions, one for each group, and the words of each class.

    `lexicon` maps a word to its classes, each with the word's meaning and whether a full stop may follow.
    `openers` are the words that an expression can begin with, digits apart; `group_openers` says of each word
    which groups can begin with it.
    """

    root: Node
    groups: dict[str, Node]
    lexicon: Lexicon
    openers: frozenset[str]
    group_openers: dict[str, set[str]]
    order: dict[str, int]
    rules: tuple[Rule, ...]
    followers: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def find_groups(self, node: Node, word: str) -> tuple[tuple[tuple[str, str], Node], ...]:
        """Return the groups that lead on from a node and can begin with a word; "0" stands for digits."""
        known = node.open_groups.get(word)
        if known is None:
            fitting = ((key, then) for key, then in node.groups.items() if key[1] in self.group_openers[word])
            known = node.open_groups[word] = tuple(fitting)
        return known

    def find_followers(self, word: str) -> frozenset[str] | None:
        """Return the words that may come second after an opener, digits apart.

        None when the opener can stand alone, opens a number or may be followed by a full stop. This spares the
        tree most of the places where "the", "a" or "in" opens nothing.
        """
        if word not in self.followers:
            self.followers[word] = self._find_followers(word)
        return self.followers[word]

    def _find_followers(self, word: str) -> frozenset[str] | None:
        if (word in NUMBER_WORDS and word != "a") or any(dotted for _, dotted in self.lexicon.get(word, {}).values()):
            return None
        nodes = self._step(self.root, word, frozenset())
        if any(node.rules for node in nodes):
            return None
        seconds = {second for node in nodes for second in _open(node, self.groups, self.lexicon, set())}
        return frozenset(seconds | SIZES if word == "a" else seconds)

    def _step(self, node: Node, word: str, seen: frozenset[str]) -> list[Node]:
        """Return the nodes that one word leads to, inside groups too."""
        found = [node.words[word]] if word in node.words else []
        kinds = self.lexicon.get(word, {})
        found += [then for (_, kind), then in node.classes.items() if kind in kinds]
        for (_, name), then in node.groups.items():
            if name not in seen:
                inside = self._step(self.groups[name], word, seen | {name})
                found += inside
                if any(inner.rules for inner in inside):
                    found.append(then)
        return found


@lru_cache(maxsize=1)
def load_grammar(folder: Path = DATA / "times") -> Grammar:
    """Read and compile the grammar in `folder`; raise BadKnowledge where a rule cannot be read."""
    lexicon: Lexicon = {}
    for _, entry in load_yaml_entries(folder / _CLASSES_FILE, WordClass):
        for words, dotted in ((entry.words, False), (entry.dotted, True)):
            for word, meaning in words.items():
                lexicon.setdefault(word, {})[entry.id] = (meaning, dotted)
    rules = _load_rules(folder)
    kinds = {kind for classes in lexicon.values() for kind in classes}
    root, groups = Node(), {rule.group: Node() for _, _, rule in rules if rule.group}
    for path, line, rule in rules:
        for pattern in rule.patterns:
            try:
                sequences = expand_pattern(pattern)
                for sequence in sequences:
                    if rule.alone:
                        _grow(root, sequence, rule, kinds, groups.keys())
                    if rule.group:
                        _grow(groups[rule.group], sequence, rule, kinds, groups.keys())
            except PatternError as error:
                raise BadKnowledge(path, line, f"{rule.id}: patterns: {error}") from error
    found = tuple(rule for _, _, rule in rules)
    order = {rule.id: number for number, rule in enumerate(found)}
    openers: dict[str, set[str]] = {"0": set(groups)}
    for name, node in groups.items():
        for word in _open(node, groups, lexicon, {name}):
            openers.setdefault(word, set()).add(name)
    return Grammar(root, groups, lexicon, frozenset(_open(root, groups, lexicon, set())), openers, order, found)


def _load_rules(folder: Path) -> list[tuple[Path, int, Rule]]:
    rules = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name not in (_CLASSES_FILE, *CUE_FILES):
            rules += [(path, line, rule) for line, rule in load_yaml_entries(path, Rule)]
    return rules


def _grow(node: Node, sequence: Iterable[Element], rule: Rule, kinds: set[str], groups: Iterable[str]) -> None:
    """Add one sequence to a tree."""
    for element in sequence:
        if element.word is not None:
            node = node.words.setdefault(element.word, Node())
            continue
        assert element.symbol is not None
        key = (element.name, element.symbol)
        if element.symbol in READERS:
            node = node.readers.setdefault(key, Node())
        elif element.symbol in kinds:
            node = node.classes.setdefault(key, Node())
        elif element.symbol in groups:
            node = node.groups.setdefault(key, Node())
        else:
            raise PatternError(f"{element.symbol} is no class of words, reader or group")
    if rule not in node.rules:
        node.rules.append(rule)


def _open(node: Node, groups: dict[str, Node], lexicon: Lexicon, seen: set[str]) -> set[str]:
    """Return the words a tree can be entered by."""
    kinds = {kind for _, kind in node.classes}
    words = set(node.words) | {word for word, classes in lexicon.items() if kinds & classes.keys()}
    if node.readers:
        words |= NUMBER_WORDS
    for _, name in node.groups:
        if name not in seen:
            seen.add(name)
            words |= _open(groups[name], groups, lexicon, seen)
    return words
