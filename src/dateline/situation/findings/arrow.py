"""Rows of frozen types as Arrow tables; the schema comes from the types, so that an empty table has its columns too."""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from dateline.errors import MissingExtra
from dateline.situation.findings.plain import as_plain


def as_table(rows: Sequence[Any], kind: type[Any]) -> Any:
    """Return a `pyarrow.Table` of rows of one dataclass; days are date32, parts with fields of their own structs."""
    arrow = _load()
    schema = arrow.schema([arrow.field(name, _arrow_type(hint, arrow)) for name, hint in _hints(kind)])
    return arrow.Table.from_pylist([_as_values(row) for row in rows], schema=schema)


def _load() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra("tables", "a table in Arrow's form") from error
    return pyarrow


def _hints(kind: type[Any]) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]


def _as_values(row: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        values[field.name] = value if isinstance(value, date) else _keep_days(value)
    return values


def _keep_days(value: Any) -> Any:
    """Return a value in plain form, days as days: Arrow has a type for them."""
    if isinstance(value, date):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return _as_values(value)
    if isinstance(value, (tuple, list)):
        return [_keep_days(part) for part in value]
    return as_plain(value)


def _arrow_type(hint: Any, arrow: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return _arrow_type(next(part for part in get_args(hint) if part is not type(None)), arrow)
    if get_origin(hint) is tuple:
        return arrow.list_(_arrow_type(get_args(hint)[0], arrow))
    if is_dataclass(hint):
        return arrow.struct([arrow.field(name, _arrow_type(inner, arrow)) for name, inner in _hints(hint)])  # type: ignore[arg-type]
    if issubclass(hint, Enum):
        return arrow.string()
    plain = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64(), str: arrow.string(), date: arrow.date32()}
    return plain[hint]
