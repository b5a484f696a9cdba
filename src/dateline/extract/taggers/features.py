"""The linear model's features: what is looked at from a token, as data, and the keys they hash to.

A feature is a template with the values found for it; its key is 64 bits of both, so that a whole report is
hashed in a few vector operations and no string is built until somebody asks for reasons.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import numpy as np
from spacy.strings import StringStore

from dateline.extract.taggers.columns import NAMED, Columns, Hashes, Numbers
from dateline.extract.taggers.lexicon import Lexicon
from dateline.extract.taggers.templates import EDGE, GRAND, SENSE, SPAN, WORD, Template

_MIXER: Final = np.uint64(0x9E3779B97F4A7C15)
_FOLD: Final = np.uint64(29)
_SHORT: Final = re.compile(r"^(self\.|@)")
_LINKS: Final = ("ADP", "SCONJ", "PART")


@dataclass(frozen=True, slots=True)
class Block:
    """Keys of features, one row per template, one column per token looked at.

    `rows` says which token each of the `places` speaks for; `given` holds what is no place, numbered by `strings`.
    """

    name: str
    templates: tuple[Template, ...]
    rows: Numbers
    places: Numbers
    keys: Hashes
    given: Mapping[str, Hashes] = field(default_factory=dict)
    strings: StringStore | None = None

    def describe(self, columns: Columns, row: int, column: int) -> str:
        """Return the feature in words: `dependant: dep=dobj lemma=talks`."""
        parts = [f"{_SHORT.sub('', name)}={self._spell(columns, name, column)}" for name in self.templates[row]]
        return " ".join([self.name, *parts] if self.name else parts)

    def _spell(self, columns: Columns, name: str, column: int) -> str:
        if name in self.given:
            value, strings = int(self.given[name][column]), self.strings
        else:
            value = int(columns.read(name)[self.places[column]])
            strings = columns.strings if name.rsplit(".", 1)[-1] in NAMED else None
        if strings is None:
            return str(value)
        return strings[value] if value else "none"


def hash_places(columns: Columns, templates: Sequence[Template], places: Numbers) -> Hashes:
    """Return the keys of `templates` at the tokens `places`; see `hash_values`."""
    return hash_values(_read_places(columns, templates, places), templates, len(places))


def hash_values(values: Mapping[str, Hashes], templates: Sequence[Template], size: int) -> Hashes:
    """Return the keys of `templates`, one row each; 0 where the first value of a template is 0."""
    plan = _plan(tuple(templates))
    table = np.stack([values[name] for name in plan.names])
    keys = np.repeat(plan.salts, size).reshape(len(templates), size)
    for rows, named in plan.steps:  # templates of any length side by side, place by place
        keys[rows] = mix(keys[rows], table[named])
    keys[table[plan.steps[0][1]] == 0] = 0
    return keys


@dataclass(frozen=True, slots=True)
class _Plan:
    """How templates are hashed: the places they look at, their salts, and step by step which take in which place."""

    names: tuple[str, ...]
    salts: Hashes
    steps: tuple[tuple[Numbers, Numbers], ...]


@cache
def _plan(templates: tuple[Template, ...]) -> _Plan:
    names = tuple(sorted({name for template in templates for name in template}))
    steps = []
    for step in range(max(map(len, templates))):
        rows = [row for row, template in enumerate(templates) if len(template) > step]
        steps.append((np.array(rows), np.array([names.index(templates[row][step]) for row in rows])))
    return _Plan(names, np.array([_salt(template) for template in templates], dtype=np.uint64), tuple(steps))


def mix(key: Hashes, value: Hashes) -> Hashes:
    """Return a key that depends on both, bit by bit."""
    mixed: Hashes = (key ^ value) * _MIXER
    mixed ^= mixed >> _FOLD
    return mixed


def word_blocks(columns: Columns, lexicon: Lexicon, rows: Numbers) -> list[Block]:
    """Return the features of the words numbered `rows`: own, of their senses, dependants and links."""
    wanted = np.zeros(columns.size + 1, dtype=bool)
    wanted[rows] = True
    head, head2 = columns.views["head"], columns.views["head2"]
    edges = np.flatnonzero(wanted[head])
    links = [columns.number_of(tag) for tag in _LINKS]
    grand = np.flatnonzero(wanted[head2] & np.isin(columns.values["pos"][head], links))
    return [
        Block("", WORD, rows, rows, hash_places(columns, WORD, rows)),
        _sense_block(columns, lexicon, rows),
        Block("dependant:", EDGE, head[edges], edges, hash_places(columns, EDGE, edges)),
        Block("linked:", GRAND, head2[grand], grand, hash_places(columns, GRAND, grand)),
    ]


def _sense_block(columns: Columns, lexicon: Lexicon, rows: Numbers) -> Block:
    tokens, senses = lexicon.find_senses(columns, rows)
    count = np.bincount(tokens, minlength=columns.size)[tokens].clip(max=3).astype(np.uint64)
    given = {"@sense": senses, "@count": count}
    values = given | _read_places(columns, SENSE, tokens)
    keys = hash_values(values, SENSE, len(tokens))
    return Block("frames:", SENSE, tokens, tokens, keys, given, lexicon.strings)


def span_blocks(columns: Columns, rows: Numbers) -> list[Block]:
    """Return the features of all tokens for the layers of spans."""
    return [Block("", SPAN, rows, rows, hash_places(columns, SPAN, rows))]


def _read_places(columns: Columns, templates: Sequence[Template], places: Numbers) -> dict[str, Hashes]:
    """Return what stands at the tokens `places`, for every place that the templates look at."""
    wanted = {place for template in templates for place in template if place[0] != "@"}
    return {place: columns.read(place).take(places) for place in wanted}


def _salt(template: Template) -> int:
    digest = hashlib.blake2b(" ".join(template).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")
