"""Reading knowledge files: YAML lists and TSV tables, checked entry by entry, with line numbers.

The schema of a file is a pydantic model; an entry that breaks it raises BadKnowledge with the file, the
line of the entry, the field and what is allowed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from dateline.errors import BadKnowledge

DATA = Path(__file__).parent / "data"


class _PlainLoader(yaml.CSafeLoader):
    """YAML as people read it: "on", "yes", "NO", "042" and "2013-04" are text, not truth values, numbers or dates."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # as PyYAML declares it


_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9]\d*)$"), list("-0123456789"))
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?\d+\.\d+$"), list("-0123456789"))

Entry = TypeVar("Entry", bound=BaseModel)


def load_yaml_entries(path: Path, schema: type[Entry]) -> list[tuple[int, Entry]]:
    """Return the entries of a YAML list with the line each begins on; raise BadKnowledge on the first fault."""
    return [(line, check_entry(path, line, values, schema)) for line, values in iter_yaml_entries(path)]


def iter_yaml_entries(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the raw entries of a YAML list with the line each begins on."""
    loader = _PlainLoader(path.read_text(encoding="utf-8"))
    try:
        root = loader.get_single_node()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            raise BadKnowledge(
                path, root.start_mark.line + 1, "expected a list of entries, each beginning with '- id:'"
            )
        for node in root.value:
            line = node.start_mark.line + 1
            if not isinstance(node, yaml.MappingNode):
                raise BadKnowledge(path, line, "expected an entry of the form '- id: …'")
            yield line, loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadKnowledge(path, (mark.line if mark else 0) + 1, f"not valid YAML: {error.problem}") from error
    finally:
        loader.dispose()


def load_table_entries(path: Path, schema: type[Entry], columns: Sequence[str]) -> list[tuple[int, Entry]]:
    """Return the rows of a tab-separated table whose first line names `columns`; raise BadKnowledge on the first fault."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows, [])
        if header != list(columns):
            raise BadKnowledge(
                path, 1, f"expected the columns {', '.join(columns)}; found {', '.join(header) or 'none'}"
            )
        entries = []
        for number, row in enumerate(rows, start=2):
            if not any(row):
                continue
            row = row + [""] * (len(columns) - len(row))
            if len(row) > len(columns):
                raise BadKnowledge(path, number, f"expected {len(columns)} columns, found {len(row)}")
            values = {name: value.strip() or None for name, value in zip(columns, row, strict=True)}
            entries.append((number, check_entry(path, number, values, schema)))
        return entries


def check_entry(path: Path, line: int, values: dict[str, Any], schema: type[Entry]) -> Entry:
    """Return `values` as a `schema`; raise BadKnowledge that names the field and what is allowed."""
    try:
        return schema.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        name = values.get("id") if isinstance(values, dict) else None
        about = f"{name}: " if name else ""
        raise BadKnowledge(path, line, f"{about}{field}: {first['msg']} (found {first['input']!r})") from error
