"""The linear model's features: what is looked at from a token, as data, and the keys they hash to.

A feature is a template with the values found for it; its key is 64 bits of both, so that a whole report is
hashed in a few vector operations and no string is built until somebody asks for reasons.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from dateline.extract.taggers.columns import NAMED, Columns, Hashes, Numbers
from dateline.language import Parse

Template = tuple[str, ...]
"""The places looked at together, each a column at the end of a path of views: `governor.subject.ent_type`."""

_MIXER: Final = np.uint64(0x9E3779B97F4A7C15)
_FOLD: Final = np.uint64(29)
_LINKS: Final = ("ADP", "SCONJ", "PART")


@dataclass(frozen=True, slots=True)
class Block:
    """Keys of features, one row per template, one column per token looked at.

    `rows` says which token each of the `places` speaks for.
    """

    name: str
    templates: tuple[Template, ...]
    rows: Numbers
    places: Numbers
    keys: Hashes

    def describe(self, parse: Parse, columns: Columns, row: int, column: int) -> str:
        """Return the feature in words: `dependant: dep=dobj lemma=talks`."""
        place = int(self.places[column])
        parts = [f"{name.removeprefix('self.')}={_spell(parse, columns, name, place)}" for name in self.templates[row]]
        return " ".join([self.name, *parts] if self.name else parts)


def _expand(lines: str) -> tuple[Template, ...]:
    return tuple(tuple(word if "." in word else f"self.{word}" for word in line.split()) for line in lines.split("|"))


WORD: Final = _expand(
    "lemma|lower|pos|dep|tag|suffix|ent_type|title|lemma pos|lemma tag|lemma dep|lemma quoted|tag quoted"
    "|head.lemma|head.pos dep|head.lemma dep|lemma head.lemma|head2.lemma|dep head.dep head.pos|prev1.lower"
    "|next1.lower|prev2.lower|next2.lower|prev1.pos|next1.pos|prev1.tag tag|prev1.lower lemma"
    "|next1.lower lemma|next1.pos lemma|prev1.ent_type|next1.ent_type|prev2.lower prev1.lower"
    "|next1.lower next2.lower|prev3.lower|next3.lower|subject.lemma|subject.ent_type|subject.dep"
    "|lemma subject.lemma|lemma subject.ent_type|tag subject.dep|object.lemma|object.ent_type|object.pos"
    "|object.lemma lemma|object.ent_type lemma|object.dep lemma|particle.lower lemma|preposition.lower"
    "|preposition.lower lemma|inner.lemma preposition.lower|inner.lemma lemma|inner.ent_type preposition.lower"
    "|inner.ent_type lemma|complement.lemma|complement.lemma lemma|complement.dep lemma|auxiliary.lower"
    "|auxiliary.lower lemma|negation.lower|negation.lower lemma|passive.lower|passive.lower lemma|mark.lower"
    "|mark.lower tag|compound.lemma|compound.lemma lemma|compound.ent_type lemma|compound.ent_type pos"
    "|modifier.lemma|modifier.lemma lemma|clause.lemma|clause.dep|governor.lemma|governor.lemma dep"
    "|governor.lemma clause.dep tag|clause.lemma pos|governor2.lemma"
)
"""Read at a word that may carry an event, for its type and status."""

EDGE: Final = _expand(
    "dep|dep lemma|lemma|dep ent_type|dep lemma head.lemma|dep head.lemma|dep ent_type head.lemma|dep pos"
)
"""Read at every dependant of such a word."""

GRAND: Final = _expand(
    "head.lower lemma|head.lower ent_type|head.lower lemma head2.lemma|head.lower ent_type head2.lemma"
    "|lemma head2.lemma"
)
"""Read at what hangs on a preposition or conjunction of such a word."""

SPAN: Final = _expand(
    "lower|lemma|pos|tag|dep|quoted|title|lemma dep|lower prev1.lower|lower next1.lower|prev1.lower"
    "|next1.lower|prev2.lower|next2.lower|prev1.pos pos next1.pos|prev3.lower|next3.lower"
    "|prev2.lower prev1.lower|next1.lower next2.lower|prev1.quoted quoted|quoted next1.quoted|head.lemma"
    "|head.lemma dep|head.dep dep|head2.lemma|clause.lemma|clause.dep|clause.dep quoted|governor.lemma"
    "|governor.lemma clause.dep|governor.lemma clause.dep pos|governor.lemma clause.dep clause.tag"
    "|governor.lemma governor.tag clause.dep|governor2.lemma|governor.dep clause.dep"
    "|governor2.lemma governor.dep clause.dep|governor.subject.ent_type clause.dep|clause.auxiliary.lower"
    "|clause.auxiliary.lower clause.dep|clause.negation.lower|clause.negation.lower clause.auxiliary.lower"
    "|clause.mark.lower|clause.mark.lower clause.dep|clause.mark.lower governor.lemma|clause.subject.lemma"
    "|governor.quoted quoted|quoted governor.lemma clause.dep|clause.tag clause.dep|governor.lemma dep"
    "|governor.auxiliary.lower clause.dep"
)
"""Read at every token, for statements, positions and conditions."""


def hash_places(columns: Columns, templates: Sequence[Template], places: Numbers) -> Hashes:
    """Return the keys of `templates` at the tokens `places`; see `hash_values`."""
    wanted = {place for template in templates for place in template}
    return hash_values({place: _read(columns, place)[places] for place in wanted}, templates, len(places))


def hash_values(values: Mapping[str, Hashes], templates: Sequence[Template], size: int) -> Hashes:
    """Return the keys of `templates`, one row each; 0 where the first value of a template is 0."""
    keys = np.empty((len(templates), size), dtype=np.uint64)
    for row, template in enumerate(templates):
        key = np.full(size, _salt(template), dtype=np.uint64)
        for name in template:
            key = mix(key, values[name])
        keys[row] = np.where(values[template[0]] == 0, 0, key)
    return keys


def mix(key: Hashes, value: Hashes) -> Hashes:
    """Return a key that depends on both, bit by bit."""
    mixed: Hashes = (key ^ value) * _MIXER
    mixed ^= mixed >> _FOLD
    return mixed


def word_blocks(columns: Columns, rows: Numbers) -> list[Block]:
    """Return the features of the words numbered `rows`: their own, their dependants' and those behind prepositions."""
    wanted = np.zeros(columns.size + 1, dtype=bool)
    wanted[rows] = True
    head, head2 = columns.views["head"], columns.views["head2"]
    edges = np.flatnonzero(wanted[head])
    links = [columns.number_of(tag) for tag in _LINKS]
    grand = np.flatnonzero(wanted[head2] & np.isin(columns.values["pos"][head], links))
    return [
        Block("", WORD, rows, rows, hash_places(columns, WORD, rows)),
        Block("dependant:", EDGE, head[edges], edges, hash_places(columns, EDGE, edges)),
        Block("linked:", GRAND, head2[grand], grand, hash_places(columns, GRAND, grand)),
    ]


def span_blocks(columns: Columns, rows: Numbers) -> list[Block]:
    """Return the features of all tokens for the layers of spans."""
    return [Block("", SPAN, rows, rows, hash_places(columns, SPAN, rows))]


def _read(columns: Columns, place: str) -> Hashes:
    """Return what stands at `place` for every token, and 0 for no token."""
    *views, column = place.split(".")
    target = np.arange(columns.size + 1)
    for view in views:
        target = np.append(columns.views[view], columns.size)[target]
    return columns.values[column][target]


@cache
def _salt(template: Template) -> int:
    digest = hashlib.blake2b(" ".join(template).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _spell(parse: Parse, columns: Columns, place: str, token: int) -> str:
    value = int(_read(columns, place)[token])
    column = place.rsplit(".", 1)[-1]
    if column not in NAMED:
        return str(value)
    return parse.doc.vocab.strings[value] if value else "none"
