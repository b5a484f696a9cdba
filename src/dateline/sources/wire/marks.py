"""By what a JSON object is known for an item of a wire; apart from its reader, which is loaded only for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MARKS = ("versioncreated", "firstcreated", "contentcreated", "pubstatus", "bodies", "headlines", "associations")


def is_ninjs(values: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is an item: it has a `uri` and names that only ninjs uses."""
    names = {name.lower() for name in values}
    return "uri" in names and (not names.isdisjoint(_MARKS) or any(name.startswith("body_") for name in names))
