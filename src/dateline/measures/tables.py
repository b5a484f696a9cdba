"""Every measure as a table of flat rows: what the command line prints and Parquet holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from dateline.measures.agreement import measure_agreement
from dateline.measures.balance import Balance, measure_balance
from dateline.measures.panel import PanelOptions, PanelRow, make_panel
from dateline.situation import Situation


class Measure(StrEnum):
    """What a table is of."""

    PAIRS = "pairs"
    AGREEMENT = "agreement"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How alike the positions of two sides are, from -1 to 1, and on which topics."""

    first: str
    first_name: str
    second: str
    second_name: str
    score: float
    topics: int
    topic_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """The signed network of a period; each community is the keys of its sides, joined by spaces."""

    period: str
    first_day: date
    last_day: date
    sides: int
    positive: int
    negative: int
    triads: int
    balanced: int
    balance: float | None
    modularity: float | None
    communities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """Rows of one kind; `left_out` counts what is in none of them, by reason."""

    rows: Sequence[Any]
    kind: type[Any]
    left_out: dict[str, int] = field(default_factory=dict)

    def to_arrow(self) -> Any:
        """Return a `pyarrow.Table`; raise MissingExtra where pyarrow is not installed."""
        from dateline.situation.findings.arrow import as_table

        return as_table(self.rows, self.kind)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        return [asdict(row) for row in self.rows]


def make_table(situation: Situation, measure: Measure, options: PanelOptions) -> MeasureTable:
    """Return a measure of a situation as a table; agreement takes of the options only whom it is about."""
    if measure is Measure.PAIRS:
        panel = make_panel(situation, options)
        return MeasureTable(panel.rows, PanelRow, panel.left_out)
    if measure is Measure.AGREEMENT:
        found = measure_agreement(situation.ledger(limit=None, later=False), level=options.level)
        rows = [
            AgreementRow(a.first.key, a.first.name, a.second.key, a.second.name, a.score, len(a.topics), a.topics)
            for a in found
        ]
        return MeasureTable(rows, AgreementRow)
    balances = measure_balance(situation.iter_events(), options.by, level=options.level)
    return MeasureTable([row for b in balances for row in _balance_rows(b)], BalanceRow)


def _balance_rows(found: Balance) -> list[BalanceRow]:
    """Return the row of a period; a balance over all days has none."""
    if found.period is None:
        return []
    return [
        BalanceRow(
            period=found.period.label,
            first_day=found.period.first,
            last_day=found.period.last,
            sides=found.sides,
            positive=found.positive,
            negative=found.negative,
            triads=found.triads,
            balanced=found.balanced,
            balance=found.balance,
            modularity=found.modularity,
            communities=tuple(" ".join(side.key for side in group) for group in found.communities),
        )
    ]
