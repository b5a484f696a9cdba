"""The panel of pairs and periods: what each side did, said and held towards each other one, period by period.

Only events told as actual count, each for the period that all days it can have happened on lie in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from dateline.knowledge.ontology.cameo import goldstein_of
from dateline.measures.periods import By, Period, iter_periods, period_of, period_of_value
from dateline.measures.sides import Side, pairs_of, side_of, sides_of
from dateline.measures.words import addressed_statements, outstanding
from dateline.model import EventType
from dateline.situation import JoinedEvent, LedgerEntry, Level, Party, Situation

Pair = tuple[Side, Side]
_Cells = dict[tuple[Period, Pair], "_Cell"]


@dataclass(frozen=True, slots=True)
class PanelOptions:
    """How a panel is made: periods, sides, and whether pairs get a row for periods in which nothing happened."""

    by: By = By.WEEK
    level: Level = Level.COUNTRY
    fill_zeros: bool = False


@dataclass(frozen=True, slots=True)
class PanelRow:
    """What `who` did towards `whom` in one period.

    Counts are of joined events told as actual: all, by quad class, by PLOVER's type. `score_mean` is the mean of PLOVER's
    scores and `goldstein_mean` that of Goldstein's values of the nearest CAMEO codes, None where there is no event.
    `statements` counts what `who` said to `whom`, `positions` what was newly held towards them; `promises_outstanding`
    and `threats_outstanding` count commitments and warnings at the end of the period whose deadline has not passed.
    `sources` are the different sources that tell of the events.
    """

    period: str
    first_day: date
    last_day: date
    who: str
    who_name: str
    whom: str
    whom_name: str
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    agree: int
    consult: int
    support: int
    concede: int
    cooperate: int
    aid: int
    retreat: int
    request: int
    accuse: int
    reject: int
    threaten: int
    protest: int
    sanction: int
    mobilize: int
    coerce: int
    assault: int
    score_mean: float | None
    goldstein_mean: float | None
    statements: int
    positions: int
    promises_outstanding: int
    threats_outstanding: int
    sources: int


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows, by period, who and whom; `left_out` counts the events that are in none of them, by reason."""

    rows: tuple[PanelRow, ...]
    left_out: dict[str, int]

    def to_arrow(self) -> Any:
        """Return a `pyarrow.Table`; raise MissingExtra where pyarrow is not installed."""
        from dateline.situation.findings.arrow import as_table

        return as_table(self.rows, PanelRow)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        return [asdict(row) for row in self.rows]


@dataclass(slots=True)
class _Cell:
    """What is counted of one pair in one period."""

    types: Counter[str] = field(default_factory=Counter)
    quads: Counter[int] = field(default_factory=Counter)
    scores: list[float] = field(default_factory=list)
    goldsteins: list[float] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    statements: int = 0
    positions: int = 0

    def add(self, event: JoinedEvent) -> None:
        self.types[event.type] += 1
        self.quads[event.quad] += 1
        self.scores.append(event.score)
        value = goldstein_of(event.cameo)
        if value is not None:
            self.goldsteins.append(value)
        self.sources.update(event.corroboration.sources)


def make_panel(situation: Situation, options: PanelOptions | None = None) -> Panel:
    """Return the panel of a situation, within its scope and as of its day.

    With `fill_zeros` every pair that has a row has one for each period from the first to the last, or between the days
    of the scope where it has some; without, only periods in which something was done, said or held.
    """
    options = options or PanelOptions()
    left_out: Counter[str] = Counter()
    cells: _Cells = {}
    for event in situation.iter_events():
        _place_event(event, options, cells, left_out)
    entries = list(situation.ledger(limit=None, later=False))
    _place_words(situation, entries, options, cells)
    periods = _periods(situation, cells, options.by)
    if options.fill_zeros:
        for pair in {pair for _, pair in cells}:
            for period in periods:
                cells.setdefault((period, pair), _Cell())
    held = _by_pair(entries, options.level)
    names = {side: side.name for _, pair in reversed(cells) for side in pair}  # of each side the first that is met
    rows = [
        _row(period, (Side(who.key, names[who]), Side(whom.key, names[whom])), cell, held.get((who, whom), ()))
        for (period, (who, whom)), cell in sorted(cells.items(), key=_order)
    ]
    return Panel(tuple(rows), dict(sorted(left_out.items())))


def _place_event(event: JoinedEvent, options: PanelOptions, cells: _Cells, left_out: Counter[str]) -> None:
    period = period_of_value(event.date, options.by)
    if event.status != "actual":
        left_out[f"events that are {event.status}"] += 1
    elif period is None:
        left_out[f"events not dated to one {options.by.value}"] += 1
    else:
        pairs = pairs_of(event, options.level)
        if not pairs:
            left_out["events without two known sides"] += 1
        for pair in pairs:
            cells.setdefault((period, pair), _Cell()).add(event)


def _place_words(situation: Situation, entries: Iterable[LedgerEntry], options: PanelOptions, cells: _Cells) -> None:
    """Count what was said to and newly held towards somebody."""
    for day, speakers, addressee in addressed_statements(situation, options.level):
        for pair in _pairs(speakers, (addressee,), options.level):
            cells.setdefault((period_of(day, options.by), pair), _Cell()).statements += 1
    for entry in entries:
        period = period_of_value(entry.day, options.by)
        if period is not None:
            for pair in _pairs(entry.holders, sides_of(entry.toward, options.level), options.level):
                cells.setdefault((period, pair), _Cell()).positions += 1


def _pairs(holders: Iterable[Party], toward: Iterable[Side], level: Level) -> Iterator[Pair]:
    whoms = list(toward)
    for holder in holders:
        who = side_of(holder, level)
        if who:
            yield from ((who, whom) for whom in whoms if whom.key != who.key)


def _by_pair(entries: Iterable[LedgerEntry], level: Level) -> dict[Pair, list[LedgerEntry]]:
    found: dict[Pair, list[LedgerEntry]] = {}
    for entry in entries:
        for pair in dict.fromkeys(_pairs(entry.holders, sides_of(entry.toward, level), level)):
            found.setdefault(pair, []).append(entry)
    return found


def _periods(situation: Situation, cells: _Cells, by: By) -> list[Period]:
    days = [day for period, _ in cells for day in (period.first, period.last)]
    if not days:
        return []
    scope = situation.scope
    return list(iter_periods(scope.since or min(days), scope.until or max(days), by))


def _order(item: tuple[tuple[Period, Pair], _Cell]) -> tuple[Period, Pair]:
    return item[0]


def _row(period: Period, pair: Pair, cell: _Cell, held: Iterable[LedgerEntry]) -> PanelRow:
    who, whom = pair
    counts = {kind.value.lower(): cell.types[kind.value] for kind in EventType}
    promises, threats = outstanding(held, period.last)
    return PanelRow(
        period=period.label,
        first_day=period.first,
        last_day=period.last,
        who=who.key,
        who_name=who.name,
        whom=whom.key,
        whom_name=whom.name,
        events=len(cell.scores),
        verbal_cooperation=cell.quads[1],
        material_cooperation=cell.quads[2],
        verbal_conflict=cell.quads[3],
        material_conflict=cell.quads[4],
        score_mean=_mean(cell.scores),
        goldstein_mean=_mean(cell.goldsteins),
        statements=cell.statements,
        positions=cell.positions,
        promises_outstanding=promises,
        threats_outstanding=threats,
        sources=len(cell.sources),
        **counts,
    )


def _mean(values: list[float]) -> float | None:
    return round(sum(values) / len(values), 6) if values else None
