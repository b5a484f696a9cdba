"""What a page is made of before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dateline.situation import Found
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.tables import Table

PER_PAGE = 50
"""Rows of a list's page."""
MOST_DRAWN = 2_000
"""Events that a chart or map draws, and rows that are put in another order than they are found in, at most."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template with values, its data (or what gives them) for its JSON twin, and its rows where it is a list.

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


@dataclass(frozen=True, slots=True)
class Order(Generic[Row]):
    """An order of a list: how an address names it, how a page does, and what rows are put in order by.

    Without `rank` it is the order rows are found in.
    """

    value: str
    name: str
    rank: Callable[[Row], Any] | None = None


@dataclass(frozen=True, slots=True)
class Sorted(Generic[Row]):
    """A page of a list in the order asked for. `beyond` counts rows that are not put in order, for there are too many."""

    found: Found[Row]
    leaf: Leaf
    sort: str
    orders: tuple[Order[Row], ...]
    beyond: int = 0


def sort_list(ask: Ask, orders: tuple[Order[Row], ...], fetch: Callable[[int, int], Found[Row]]) -> Sorted[Row]:
    """Return the page of a list that an address asks for; `fetch` gives rows by limit and offset, as they are found.

    In another order than that the first `MOST_DRAWN` are put, and `beyond` says how many that leaves out.
    """
    sort = ask.choice("sort", [order.value for order in orders], orders[0].value)
    rank = next(order.rank for order in orders if order.value == sort)
    if rank is None:
        found = fetch(PER_PAGE, offset_of(ask))
        return Sorted(found, leaf_of(ask, found), sort, orders)
    rows = fetch(MOST_DRAWN, 0)
    start = offset_of(ask)
    shown = tuple(sorted(rows, key=rank)[start : start + PER_PAGE])
    found = Found(shown, len(rows), rows.kind)
    return Sorted(found, leaf_of(ask, found), sort, orders, rows.total - len(rows))
