"""The libraries that pages draw with: files that `make vendor` makes and wheels carry; pages read without them too."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files

NEEDS = {
    "charts": ("vega.js", "vega-lite.js", "vega-embed.js", "vega-interpreter.js"),
    "map": ("vega.js", "vega-lite.js", "vega-embed.js", "vega-interpreter.js", "countries.json"),
    "network": ("cytoscape.js",),
    "parts": ("htmx.js",),
}
"""What a page may need, and the files it is made of."""
SCRIPTS = {
    need: tuple(n for n in names if n.endswith(".js") and n != "vega-interpreter.js") for need, names in NEEDS.items()
}
"""The files of a need that a page loads itself; the interpreter is imported by the module that draws."""


def has_vendored(need: str) -> bool:
    """Tell whether all files of a need are there."""
    folder = files("dateline.web") / "static" / "vendor"
    return all((folder / name).is_file() for name in NEEDS[need])


@lru_cache(maxsize=64)
def stamp_of(name: str) -> str:
    """Return a short hash of one of our files; "0" where it is not there."""
    path = files("dateline.web") / "static" / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else "0"


def has_libraries() -> bool:
    """Tell whether everything that pages draw with is there."""
    return all(has_vendored(need) for need in NEEDS)
