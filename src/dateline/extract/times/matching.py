"""Finding where the grammar's expressions stand in a block of words: at each opening word, the longest first."""

from __future__ import annotations

from typing import Any, NamedTuple

from dateline.extract.times.grammar import READERS, Grammar, Node
from dateline.extract.times.numbers import NUMBER_WORDS
from dateline.extract.times.rules import Rule
from dateline.extract.times.words import Words

# "About about about …" could nest without end; no expression that means something nests deeper.
_DEEPEST = 12

Slots = tuple[tuple[str, Any, int, int], ...]


class Match(NamedTuple):
    """A rule that fits the words `first` up to, and not including, `last`."""

    rule: Rule
    words: Words
    first: int
    last: int
    slots: Slots

    def get(self, name: str) -> Any:
        """Return what stood in a slot, else what the rule gives under that name, else None."""
        for slot, value, _, _ in self.slots:
            if slot == name:
                return value
        return self.rule.given.get(name)

    def place(self, name: str) -> tuple[int, int]:
        """Return the words of a slot; those of the whole match when it was left out."""
        return next(((first, last) for slot, _, first, last in self.slots if slot == name), (self.first, self.last))


class Matcher:
    """Matches one block of words; keeps what groups matched where, so that no place is tried twice."""

    def __init__(self, grammar: Grammar, words: Words) -> None:
        self._grammar = grammar
        self._words = words
        self._groups: dict[tuple[str, int], list[Match]] = {}
        self._depth = 0

    def find_candidates(self) -> list[tuple[int, list[Match]]]:
        """Return each place an expression may begin at with what fits there, the longest and earliest rule first."""
        openers, root = self._grammar.openers, self._grammar.root
        candidates = []
        following = self._words.lower[1:]
        following.append("")
        for at, (word, second) in enumerate(zip(self._words.lower, following, strict=True)):
            if not "0" <= word[0] <= "9":
                if word not in openers:
                    continue
                followers = self._grammar.find_followers(word)
                if followers is not None and second not in followers and not "0" <= second[:1] <= "9":
                    continue
            found: list[Match] = []
            self._walk(root, at, at, (), found)
            if found:
                found.sort(key=self._rank)
                candidates.append((at, found))
        return candidates

    def _rank(self, match: Match) -> tuple[int, int]:
        return -match.last, self._grammar.order[match.rule.id]

    def _walk(self, node: Node, start: int, at: int, slots: Slots, found: list[Match]) -> None:
        """Follow every way from a node that the words at `at` allow; enter what ends on the way in `found`."""
        if node.rules:
            found.extend(Match(rule, self._words, start, at, slots) for rule in node.rules)
        if at >= len(self._words.lower):
            return
        word = self._words.lower[at]
        following = node.words.get(word)
        if following is not None:
            self._walk(following, start, at + 1, slots, found)
        if node.classes:
            self._walk_classes(node, word, start, at, slots, found)
        is_digit = "0" <= word[0] <= "9"
        if node.readers and (is_digit or word in NUMBER_WORDS):
            for (name, symbol), following in node.readers.items():
                read = READERS[symbol](self._words, at)
                if read is not None:
                    self._walk(following, start, read[1], (*slots, (name, read[0], at, read[1])), found)
        if node.groups and (is_digit or word in self._grammar.group_openers):
            for (name, symbol), following in self._grammar.find_groups(node, "0" if is_digit else word):
                for inner in self._match_group(symbol, at):
                    self._walk(following, start, inner.last, (*slots, (name, inner, at, inner.last)), found)

    def _walk_classes(self, node: Node, word: str, start: int, at: int, slots: Slots, found: list[Match]) -> None:
        known = self._grammar.lexicon.get(word)
        if known is None:
            return
        for (name, symbol), following in node.classes.items():
            entry = known.get(symbol)
            if entry is not None:
                end = at + 1
                if entry[1] and self._words.at(end) == "." and self._words.is_joined(end):
                    end += 1
                self._walk(following, start, end, (*slots, (name, entry[0], at, end)), found)

    def _match_group(self, symbol: str, at: int) -> list[Match]:
        key = (symbol, at)
        found = self._groups.get(key)
        if found is None:
            if self._depth >= _DEEPEST:
                return []
            self._groups[key] = found = []  # a group that begins with itself finds nothing there
            self._depth += 1
            self._walk(self._grammar.groups[symbol], at, at, (), found)
            self._depth -= 1
            found.sort(key=self._rank)
        return found
