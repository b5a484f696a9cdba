"""Tab-separated files as the older data sets have them: no quoting, so tabs and line ends in a value become spaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

Value = str | int | float | None


def write_tab_separated(
    path: Path, rows: Iterable[Sequence[Value]], *, header: Sequence[str] | None = None, unknown: str = ""
) -> int:
    """Write rows and return how many there are; None is written as `unknown`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        if header:
            file.write("\t".join(header) + "\n")
        count = 0
        for row in rows:
            file.write("\t".join(_as_cell(value, unknown) for value in row) + "\n")
            count += 1
    return count


def _as_cell(value: Value, unknown: str) -> str:
    if value is None or value == "":
        return unknown
    return (
        " ".join(str(value).split())
        if isinstance(value, str)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )
