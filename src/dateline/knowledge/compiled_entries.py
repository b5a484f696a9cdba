"""Knowledge files, read faster the second time.

Parsing YAML takes a second for all actor files. What was parsed is kept as JSON in the user's cache folder,
named by a hash of the file's content, so that a changed file is always read anew. A cache that cannot be
read or written changes nothing but the time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from dateline.knowledge.files import check_entry, iter_yaml_entries

Entry = TypeVar("Entry", bound=BaseModel)

_FORMAT = 1


def load_cached_entries(path: Path, schema: type[Entry]) -> list[tuple[int, Entry]]:
    """Return what `load_yaml_entries` returns, from the cache where the file has not changed."""
    return [(line, check_entry(path, line, values, schema)) for line, values in _read(path)]


def cache_folder() -> Path:
    """Return the folder in which compiled knowledge is kept; DATELINE_CACHE names another."""
    chosen = os.environ.get("DATELINE_CACHE")
    if chosen:
        return Path(chosen) / "knowledge"
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base or Path.home() / ".cache") / "dateline" / "knowledge"


def _read(path: Path) -> Sequence[tuple[int, dict[str, Any]]]:
    content = path.read_bytes()
    try:
        kept = cache_folder() / f"{hashlib.sha256(content).hexdigest()[:32]}-{_FORMAT}.json"
        entries: Sequence[tuple[int, dict[str, Any]]] = json.loads(kept.read_bytes())
        return entries
    except (OSError, ValueError, RuntimeError):
        entries = list(iter_yaml_entries(path))
    _keep(content, entries)
    return entries


def _keep(content: bytes, entries: Sequence[tuple[int, dict[str, Any]]]) -> None:
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            json.dump(entries, file, ensure_ascii=False)
        os.replace(file.name, folder / f"{hashlib.sha256(content).hexdigest()[:32]}-{_FORMAT}.json")
    except (OSError, TypeError, RuntimeError):
        return
