"""What a question finds: a page of typed rows, how many there are in all, and the same as an Arrow table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Found(Sequence[Row], Generic[Row]):
    """Some rows of one type, in the order the question asks for.

    `total` counts what a longer page would show; `kind` is the type of the rows, known even where there are none.
    """

    rows: tuple[Row, ...]
    total: int
    kind: type[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self.rows[index]

    @property
    def left_out(self) -> int:
        """How many more a longer page would show."""
        return self.total - len(self.rows)

    def to_arrow(self) -> Any:
        """Return a `pyarrow.Table` with a column for each field; parts with fields of their own are structs.

        The columns and their types are the same whether there are rows or none. Raises MissingExtra where pyarrow
        is not installed (extra `tables`).
        """
        from dateline.situation.findings.arrow import as_table

        return as_table(self.rows, self.kind)

    def to_json(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries that JSON can hold; dates are ISO text."""
        from dateline.situation.findings.plain import as_plain

        return [as_plain(row) for row in self.rows]
