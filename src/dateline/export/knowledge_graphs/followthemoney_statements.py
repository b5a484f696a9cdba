"""Statements of followthemoney as CSV: one row for each value of each property of each entity, with the day it was seen."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.knowledge_graphs.followthemoney import NEVER, PROPERTY_TYPES, Entity, iter_entities
from dateline.export.tally import Tally

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_DATASET = "dateline"


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect=csv.unix_dialect)
        writer.writerow(COLUMNS)
        for entity in iter_entities(selection, tally):
            for row in _iter_rows(entity):
                writer.writerow(row)
                tally.count("statements")


def _iter_rows(entity: Entity) -> Iterator[tuple[str, ...]]:
    keys = []
    for name, values in entity.properties.items():
        for value in values:
            key = _hash(f"{_DATASET}.{entity.id}.{name}.{value}")
            keys.append(key)
            yield _row(entity, name, PROPERTY_TYPES[name], value, key)
    checksum = _hash(".".join(sorted(keys)))
    yield _row(entity, "id", "id", checksum, _hash(f"{_DATASET}.{entity.id}.id.{checksum}"))


def _row(entity: Entity, name: str, kind: str, value: str, key: str) -> tuple[str, ...]:
    return (entity.id, entity.id, name, kind, entity.schema, value, _DATASET, "", "", "", "f", "", "", key)


def _hash(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()


FORMAT = Format(
    "followthemoney-statements", "statements of followthemoney as CSV, one row a value", ".csv", _write, never=NEVER
)
