"""Records as partitioned Parquet, on a disk or in any object store: one row a record, parts by month of publication.

    PATH/month=2015-11/part-00000001-3f….parquet

A row has the record as the archive packs it and columns to choose by, so that any engine that reads Parquet can filter
before anything is unpacked. A part is whole or not there; a run that is started again passes over what is there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from dateline.archive import Note, Recipe
from dateline.archive.keeping.readings import Ingredient
from dateline.archive.packing import pack_record, unpack_record
from dateline.errors import BadInput, MissingExtra
from dateline.run.outcomes import Noted

ROWS: Final = 2_000
"""Rows of a part at most, and rows that are held before parts are written."""
_NO_MONTH: Final = "unknown"
_RECIPE: Final = b"dateline.recipe"
_COLUMNS: Final = ("text", "record", "words", "parse", "number")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records are wanted; None asks for no limit, and a day leaves out what has none."""

    publisher: str | None = None
    since: date | None = None
    until: date | None = None


class ShardWriter:
    """Writes records into parts; a context manager, at whose end the last are written."""

    def __init__(self, path: str, recipe: Recipe) -> None:
        self._pa, self._parquet = _load_arrow()
        self._files, self._root = open_store(path)
        self._recipe = recipe
        self._rows: list[dict[str, Any]] = []
        self.known = set(_iter_ids(path))
        self._number = len(self.known)

    def __enter__(self) -> ShardWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()

    def add(self, noted: Noted) -> bool:
        """Take a record in; tell whether all that were taken are now written."""
        if noted.record.document.id in self.known:
            return False
        self.known.add(noted.record.document.id)
        self._number += 1
        self._rows.append(_row(noted, self._number))
        if len(self._rows) < ROWS:
            return False
        self.flush()
        return True

    def flush(self) -> None:
        """Write what was taken in."""
        months: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._rows:
            months[f"{row['published']:%Y-%m}" if row["published"] else _NO_MONTH].append(row)
        schema = _schema(self._pa).with_metadata({_RECIPE: _pack_recipe(self._recipe)})
        first = self._rows[0]["number"] if self._rows else 0  # the same for all parts that are written together
        for month, rows in sorted(months.items()):
            folder = f"{self._root}/month={month}"
            name = f"{folder}/part-{first:08d}-{rows[0]['id']}.parquet"
            self._files.makedirs(folder, exist_ok=True)
            table = self._pa.Table.from_pylist(rows, schema=schema)
            with self._files.open(f"{name}.tmp", "wb") as file:
                self._parquet.write_table(table, file, compression="zstd")
            self._files.mv(f"{name}.tmp", name)
        self._rows = []


def iter_shards(path: str, choice: Choice) -> Iterator[tuple[Noted, Recipe]]:
    """Yield the records of a folder of parts that are wanted, in the order they were read, with what they were made with.

    Raises BadInput where there are none, or where one cannot be read.
    """
    files, _ = open_store(path)
    for _, names in groupby(sorted(_list_parts(path), key=_said_first), key=_said_first):
        rows: list[dict[str, Any]] = []
        for name in names:
            more, recipe = _read_part(files, name, choice)
            rows += more
        for row in sorted(rows, key=lambda row: int(row["number"])):
            yield Noted(unpack_record(row["record"], row["text"]), Note(row["words"], row["parse"])), recipe


def _said_first(name: str) -> str:
    """Return the number in a part's name: the first of all parts that were written together."""
    return name.rpartition("/")[2].split("-")[1]


def _read_part(files: Any, name: str, choice: Choice) -> tuple[list[dict[str, Any]], Recipe]:
    pa, parquet = _load_arrow()
    try:
        with files.open(name, "rb") as file:
            metadata = parquet.read_schema(file).metadata or {}
            recipe = _unpack_recipe(metadata[_RECIPE])
            file.seek(0)
            rows: list[dict[str, Any]] = parquet.read_table(
                file, columns=list(_COLUMNS), filters=_filters(choice)
            ).to_pylist()
    except (pa.ArrowInvalid, KeyError, ValueError, OSError) as error:
        raise BadInput(name, f"is no part that dateline wrote ({error})") from error
    return rows, recipe


def open_store(path: str) -> tuple[Any, str]:
    """Return the file system of a path or URL, and the path in it; raise where fsspec or its protocol is missing."""
    try:
        import fsspec
    except ImportError as error:
        raise MissingExtra("ray", "reading from and writing to object stores") from error
    try:
        files, root = fsspec.core.url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise BadInput(path, f"cannot be opened ({error})") from error
    return files, str(root).rstrip("/")


def _load_arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("ray", "writing and reading Parquet") from error
    return pyarrow, pyarrow.parquet


def _list_parts(path: str) -> list[str]:
    files, root = open_store(path)
    parts = sorted(files.glob(f"{root}/month=*/part-*.parquet"))
    if not parts:
        raise BadInput(path, "has no parts (month=…/part-….parquet) that dateline wrote")
    return parts


def _iter_ids(path: str) -> Iterator[str]:
    _, parquet = _load_arrow()
    files, root = open_store(path)
    for name in sorted(files.glob(f"{root}/month=*/part-*.parquet")):
        with files.open(name, "rb") as file:
            yield from parquet.read_table(file, columns=["id"]).column("id").to_pylist()


def _row(noted: Noted, number: int) -> dict[str, Any]:
    record, document = noted.record, noted.record.document
    note = noted.note or Note("")
    return {
        "number": number,
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "agency": document.agency,
        "published": document.published,
        "language": document.language,
        "source": document.source,
        "event_types": sorted({event.type.value for event in record.events}),
        "countries": sorted({actor.country for actor in record.actors if actor.country}),
        "actors": sorted({actor.name for actor in record.actors}),
        "events": len(record.events),
        "statements": len(record.statements),
        "positions": len(record.positions),
        "text": document.text,
        "record": pack_record(record),
        "words": note.words,
        "parse": note.parse,
    }


def _schema(pa: Any) -> Any:
    texts = ("id", "url", "title", "publisher", "agency", "language", "source", "text", "words")
    lists = ("event_types", "countries", "actors")
    types = {name: pa.string() for name in texts} | {name: pa.list_(pa.string()) for name in lists}
    types |= {name: pa.int32() for name in ("events", "statements", "positions")}
    types |= {"number": pa.int64(), "published": pa.date32(), "record": pa.binary(), "parse": pa.binary()}
    return pa.schema(list(types.items()))


def _filters(choice: Choice) -> list[tuple[str, str, Any]] | None:
    limits: list[tuple[str, str, Any]] = []
    limits += [("publisher", "=", choice.publisher)] if choice.publisher is not None else []
    limits += [("published", ">=", choice.since)] if choice.since is not None else []
    limits += [("published", "<=", choice.until)] if choice.until is not None else []
    return limits or None


def _pack_recipe(recipe: Recipe) -> bytes:
    return json.dumps(asdict(recipe), ensure_ascii=False, sort_keys=True).encode("utf-8")


def _unpack_recipe(packed: bytes) -> Recipe:
    values = json.loads(packed)
    return Recipe(
        values["coder"],
        values["model"],
        values["rules"],
        _unpack_ingredients(values["frames"]),
        _unpack_ingredients(values["actors"]),
    )


def _unpack_ingredients(values: Mapping[str, Any]) -> dict[str, Ingredient]:
    return {name: Ingredient(v["hash"], tuple(v["phrases"]), v["country"]) for name, v in values.items()}
