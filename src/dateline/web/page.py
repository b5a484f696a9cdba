"""What a page is made of before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dateline.situation import Found
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.tables import Table

PER_PAGE = 50
"""Rows of a list's page."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template with values, the same as plain data for its JSON twin, and its rows where it is a list.

    `needs` names the libraries it draws with: charts, map, network. Without a template there is only the data.
    """

    title: str
    template: str | None
    values: Mapping[str, Any]
    data: Any
    table: Table | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An address where the page asked for is found."""

    address: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: which, of how many rows."""

    page: int
    total: int
    size: int = PER_PAGE
    shown: int = field(default=0)

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, math.ceil(self.total / self.size))

    @property
    def first(self) -> int:
        """The number of the first row shown, from 1; 0 where there is none."""
        return (self.page - 1) * self.size + 1 if self.shown else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return self.first + self.shown - 1 if self.shown else 0


Build = Callable[[Desk, Ask], Page | Elsewhere]


def leaf_of(ask: Ask, found: Found[Row], size: int = PER_PAGE) -> Leaf:
    """Return which page of a list `found` is."""
    return Leaf(ask.page, found.total, size, len(found))


def offset_of(ask: Ask, size: int = PER_PAGE) -> int:
    """Return how many rows stand on the pages before."""
    return (ask.page - 1) * size
