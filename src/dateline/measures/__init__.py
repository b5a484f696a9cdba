"""Numbers over a situation: panels of pairs and periods, agreement, communities and balance; each formula in docs/measures.md."""

from dateline.measures.agreement import Agreement, measure_agreement
from dateline.measures.balance import Balance, measure_balance
from dateline.measures.panel import Panel, PanelOptions, PanelRow, make_panel
from dateline.measures.periods import By, Period, iter_periods, period_of
from dateline.measures.signed import SignedTie, sign_ties
from dateline.measures.tables import AgreementRow, BalanceRow, Measure, MeasureTable, make_table

__all__ = [
    "Agreement",
    "AgreementRow",
    "Balance",
    "BalanceRow",
    "By",
    "Measure",
    "MeasureTable",
    "Panel",
    "PanelOptions",
    "PanelRow",
    "Period",
    "SignedTie",
    "iter_periods",
    "make_panel",
    "make_table",
    "measure_agreement",
    "measure_balance",
    "period_of",
    "sign_ties",
]
