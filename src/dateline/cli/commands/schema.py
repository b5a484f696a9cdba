"""`dateline schema`: the JSON schema of a record."""

from __future__ import annotations

import json
import sys

import typer

from dateline.cli.options import examples
from dateline.model import Record


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema", epilog=examples("dateline schema"))(schema)


def schema() -> None:
    """Print the JSON schema of what `dateline read --json` prints."""
    sys.stdout.write(json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n")


def record_schema() -> dict[str, object]:
    """Return the JSON schema (draft 2020-12) of a record as printed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Record.model_json_schema(mode="serialization"),
    }
