"""Who did it and to whom, as far as the linear model can say: a trigger and a mention, and the way between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.extract.taggers import labels
from dateline.extract.taggers.columns import Columns, Hashes, Numbers
from dateline.extract.taggers.distributions import softmax
from dateline.extract.taggers.features import hash_values, mix
from dateline.extract.taggers.judgement import Probabilities
from dateline.extract.taggers.templates import Template
from dateline.extract.taggers.weights import WeightTable
from dateline.language import Parse

PAIR: Final[tuple[Template, ...]] = tuple(
    tuple(line.split())
    for line in (
        "path|path trigger.pos|path trigger.lemma|path type|path trigger.passive|path mention.ent_type|length|gap"
        "|gap type|gap trigger.pos|side|side gap distance|distance|mention.dep|mention.dep side type"
        "|mention.dep side trigger.pos gap|mention.dep side trigger.lemma|mention.head side|mention.head type"
        "|mention.head mention.dep trigger.lemma|mention.ent_type|mention.ent_type type|mention.lower|type"
        "|mention.lemma type|mention.head mention.ent_type|mention.tag side gap|rank side gap|rank type gap"
        "|clause|clause mention.dep|clause side type|mention.governor clause|up trigger.pos|down trigger.pos|up|down"
    ).split("|")
)
"""`gap` counts sentences; `rank` counts the mentions nearer to the trigger on the same side."""

_REACH: Final = 12  # steps of a path that are followed
_MIXER: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1
_FOLD: Final = 29


@dataclass(frozen=True, slots=True)
class LinearParties:
    """Scores pairs of one parse."""

    parse: Parse
    columns: Columns
    ways: Ways
    event: Probabilities
    table: WeightTable

    def __call__(self, trigger: int, mentions: Sequence[int]) -> Probabilities:
        """Return none, actor and recipient for each mention; see `judgement.PartyScorer`."""
        if not len(mentions):
            return np.zeros((0, len(labels.ROLES)), np.float32)
        type_number = 1 + int(self.event[trigger, 1:].argmax())
        keys = hash_pairs(self.parse, self.columns, self.ways, trigger, mentions, type_number)
        return softmax(self.table.bias + self.table.add_up(keys))


def hash_pairs(
    parse: Parse, columns: Columns, ways: Ways, trigger: int, mentions: Sequence[int], type_number: int
) -> Hashes:
    """Return the keys of the features of a trigger with each mention: one row per template."""
    them = np.array(mentions, dtype=np.int64)
    values = _trigger_values(columns, trigger, type_number, len(them))
    values |= _mention_values(columns, them)
    values |= _between(parse, columns, ways, trigger, them)
    return hash_values(values, PAIR, len(them))


def _trigger_values(columns: Columns, trigger: int, type_number: int, size: int) -> dict[str, Hashes]:
    single = {f"trigger.{name}": columns.values[name][trigger] for name in ("lemma", "pos")}
    single["trigger.passive"] = np.uint64(columns.views["passive"][trigger] < columns.size)
    single["type"] = np.uint64(type_number)
    return {name: np.full(size, value, dtype=np.uint64) for name, value in single.items()}


def _mention_values(columns: Columns, mentions: Numbers) -> dict[str, Hashes]:
    values = {f"mention.{c}": columns.values[c][mentions] for c in ("lemma", "lower", "dep", "tag", "ent_type")}
    values["mention.head"] = columns.look("head", "lemma")[mentions]
    values["mention.governor"] = columns.look("governor", "lemma")[mentions]
    return values


def _between(parse: Parse, columns: Columns, ways: Ways, trigger: int, mentions: Numbers) -> dict[str, Hashes]:
    sentence = np.array([parse.sentence_numbers[m] for m in mentions])
    side = (mentions > trigger).astype(np.int64)
    near = np.abs(mentions - trigger)
    ranks = [((side == side[i]) & (near < near[i])).sum() for i in range(len(mentions))]
    paths = [ways.find(trigger, int(m)) for m in mentions]
    clause = columns.views["clause"]
    measures = {
        "side": side + 1,
        "gap": np.clip(sentence - parse.sentence_numbers[trigger], -3, 3) + 4,
        "distance": np.digitize(near, (1, 2, 3, 4, 6, 9, 14, 22)) + 1,
        "rank": np.minimum(ranks, 4) + 1,
        "length": np.array([min(up[1] + down[1], 9) if up[0] or down[0] else 10 for up, down in paths]) + 1,
        "clause": (clause[mentions] == clause[trigger]) + 2 * (clause[mentions] == trigger) + 1,
    }
    values = {name: measure.astype(np.uint64) for name, measure in measures.items()}
    for name, part in (("up", 0), ("down", 1)):
        values[name] = np.array([path[part][0] for path in paths], dtype=np.uint64)
    values["path"] = mix(mix(np.full(len(mentions), 7, dtype=np.uint64), values["up"]), values["down"])
    return values


class Ways:
    """The dependencies of a parse as plain lists, for walking."""

    def __init__(self, columns: Columns) -> None:
        """Take heads and labels from the columns."""
        self._heads: list[int] = columns.views["head"].tolist()
        self._deps: list[int] = columns.values["dep"].tolist()

    def find(self, trigger: int, mention: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return key and length of the dependencies up from the trigger, and of those down to the mention.

        Both are (0, 0) where the two share no ancestor within reach.
        """
        rising, falling = self._climb(trigger), self._climb(mention)
        place = {token: steps for steps, token in enumerate(rising)}
        for steps, token in enumerate(falling):
            if token in place:
                return self._key(rising[: place[token]]), self._key(falling[:steps])
        return (0, 0), (0, 0)

    def _climb(self, token: int) -> list[int]:
        path = [token]
        while len(path) < _REACH and self._heads[token] < len(self._heads):
            token = self._heads[token]
            path.append(token)
        return path

    def _key(self, tokens: Sequence[int]) -> tuple[int, int]:
        key = 1
        for token in tokens:
            key = ((key ^ self._deps[token]) * _MIXER & _MASK) ^ (key >> _FOLD)
        return key, len(tokens)
