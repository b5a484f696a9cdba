"""The columns of a parse with what the actors step asks of them: edges of phrases, coordination, folded words."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actors.cased_names import fold_word
from dateline.language import Parse

_NP_LINKS = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "case",
        "punct",
        "advmod",
        "npadvmod",
        "preconj",
        "neg",
    ]
)


class Words:
    """The tokens of a report: texts, lemmas, tags, links; `children` and `sentence` by token number.

    `full_names` holds the words of all persons' names of several words: where there is a "Chad Smith", "Chad" may be he.
    """

    __slots__ = (
        "children", "dep", "entity", "entity_begins", "folded", "full_names", "head", "lemma", "lower", "parse", "pos",
        "sentence", "size", "tag", "text",
    )  # fmt: skip

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.size = len(parse)
        found = parse.columns
        self.text, self.lower, self.lemma, self.tag, self.pos = (
            found.text,
            found.lower,
            found.lemma,
            found.tag,
            found.pos,
        )
        self.dep, self.head, self.children = found.dep, found.head, found.children
        self.entity, self.entity_begins = found.entity, found.entity_begins
        self.folded = list(map(fold_word, self.text))
        self.sentence = parse.sentence_numbers
        self.full_names = frozenset(self._iter_full_names())

    def _iter_full_names(self) -> Iterator[str]:
        for token in range(1, self.size):
            if all(self.entity[t] == "PERSON" and self.pos[t] == "PROPN" for t in (token - 1, token)):
                yield from self.text[token - 1 : token + 1]

    def head_of(self, first: int, last: int) -> int:
        """Return the token of a stretch that hangs on a word outside it; of several, the last that is no mark."""
        found = last - 1
        for token in range(last - 1, first - 1, -1):
            if self.pos[token] in ("PUNCT", "PART"):
                continue
            head = self.head[token]
            if not first <= head < last or head == token:
                return token
        return found

    def child(self, token: int, *links: str) -> int | None:
        """Return the first word hung on `token` by one of the links."""
        for child in self.children[token]:
            if self.dep[child] in links:
                return child
        return None

    def left_edge(self, first: int, last: int) -> int:
        """Return where the noun phrase begins whose last part stands at `first` to `last`."""
        sentence = self.sentence[first]
        while first > 0 and self.sentence[first - 1] == sentence:
            token = first - 1
            if self.dep[token] not in _NP_LINKS or self.lower[token] in (
                ",",
                ";",
                ":",
                '"',
                "“",
                "”",
                "(",
                ")",
                "—",
                "–",
                "''",
                "``",
                "...",
            ):
                break
            anchor = self.head[token]
            if self.dep[token] == "case" or (self.dep[token] == "punct" and anchor < token):
                anchor = self.head[anchor]
            if not token < anchor < last:
                break
            first = token
        return first

    def right_edge(self, head: int, last: int) -> int:
        """Return where a noun phrase ends that goes on with "of", "for" or "from" and a few words more."""
        if last >= self.size or self.lower[last] not in ("of", "for", "from", "to") or self.dep[last] != "prep":
            return last
        if not head <= self.head[last] < last:
            return last
        noun = self.child(last, "pobj")
        if noun is None:
            return last
        end = noun + 1
        for token in self.conjuncts(noun):
            end = max(end, token + 1)
        inside = range(last, end)
        plain = all(
            self.pos[t] not in ("VERB", "AUX", "SCONJ") and self.lower[t] not in ("(", ":", ";") for t in inside
        )
        return end if plain and end - last <= 9 else last

    def prepositions(self, token: int) -> list[tuple[str, int]]:
        """Return the prepositions hung on a word, each with the noun after it."""
        found = []
        for child in self.children[token]:
            if self.dep[child] == "prep" or (self.dep[child] == "agent"):
                found += [(self.lower[child], noun) for noun in self.children[child] if self.dep[noun] == "pobj"]
        return found

    def conjuncts(self, token: int) -> list[int]:
        """Return a word and those coordinated with it, in order."""
        found = [token]
        for known in found:
            found.extend(c for c in self.children[known] if self.dep[c] == "conj" and c not in found)
        return found

    def governor(self, token: int) -> int:
        """Return the verb above a word, or the top of its sentence."""
        while self.head[token] != token:
            token = self.head[token]
            if self.pos[token] in ("VERB", "AUX"):
                break
        return token
