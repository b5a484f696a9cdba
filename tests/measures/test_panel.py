from dataclasses import fields
from datetime import date

import pytest
from tests.export.invented import Invented

import dateline
from dateline.archive import ArchiveWriter
from dateline.measures import By, Measure, PanelOptions, PanelRow, make_panel, make_table
from dateline.situation import Level


def reports():
    """Three reports of two weeks: what France and Russia did to each other, said and threatened."""
    first = Invented("France expelled two envoys. France praised Russia. It accused Turkey in November.", publisher="A")
    france, russia = first.actor("France", country="FRA"), first.actor("Russia", country="RUS")
    turkey = first.actor("Turkey", country="TUR")
    first.event("expelled", "SANCTION", [france], [russia], quad=4, score=-5.5, cameo="166", date="2015-11-24")
    first.event("praised", "SUPPORT", [france], [russia], quad=1, score=5.0, cameo="050", date="2015-11-25")
    first.event("accused", "ACCUSE", [russia], [turkey], quad=3, score=-3.0, cameo="110", date="2015-11")
    second = Invented(
        "Russia shelled a post. “Leave”, Moscow told Paris. Moscow will answer by Friday.", published="2015-12-01", publisher="B"
    )  # fmt: skip
    russia, france = second.actor("Russia", country="RUS"), second.actor("France", country="FRA", words="Paris")
    second.event("shelled", "ASSAULT", [russia], [france], quad=4, score=-9.0, cameo="190", date="2015-12-01")
    second.statement("Leave", speaker=russia, addressee=france)
    second.position("will answer", [russia], kind="commitment", toward=[france], deadline="2015-12-04", topic="answer")
    return first.record(), second.record()


@pytest.fixture(scope="module")
def situation(tmp_path_factory):
    path = tmp_path_factory.mktemp("panel") / "panel.db"
    with ArchiveWriter(path) as writer:
        writer.keep(list(reports()))
    with dateline.open(path) as opened:
        yield opened


def cells(panel):
    return {(row.period, row.who, row.whom): row for row in panel.rows}


def test_row_counts_events_by_quad_class_and_type_with_means(situation):
    row = cells(make_panel(situation))["2015-W48", "FRA", "RUS"]
    assert (row.events, row.verbal_cooperation, row.material_conflict, row.support, row.sanction) == (2, 1, 1, 1, 1)
    assert row.score_mean == pytest.approx((-5.5 + 5.0) / 2)
    assert row.goldstein_mean == pytest.approx((-7.0 + 3.5) / 2)
    assert (row.who_name, row.whom_name, row.first_day, row.last_day) == (
        "France", "Russia", date(2015, 11, 23), date(2015, 11, 29),
    )  # fmt: skip
    assert row.sources == 1


def test_words_to_the_other_side_and_open_promises_are_counted(situation):
    row = cells(make_panel(situation))["2015-W49", "RUS", "FRA"]
    assert (row.events, row.statements, row.positions) == (1, 1, 1)
    assert (row.promises_outstanding, row.threats_outstanding) == (0, 0)  # due on 4 December, the week ends on the 6th
    by_day = cells(make_panel(situation, PanelOptions(by=By.DAY)))
    assert by_day["2015-12-01", "RUS", "FRA"].promises_outstanding == 1


def test_what_cannot_be_in_a_period_is_counted(situation):
    assert make_panel(situation).left_out == {"events not dated to one week": 1}
    assert make_panel(situation, PanelOptions(by=By.MONTH)).left_out == {}


def test_zeros_are_filled_for_every_pair_and_period(situation):
    panel = make_panel(situation, PanelOptions(fill_zeros=True))
    assert set(cells(panel)) == {
        (p, *pair) for p in ("2015-W48", "2015-W49") for pair in (("FRA", "RUS"), ("RUS", "FRA"))
    }
    empty = cells(panel)["2015-W49", "FRA", "RUS"]
    assert (empty.events, empty.assault, empty.score_mean, empty.sources) == (0, 0, None, 0)


def test_days_of_the_scope_are_the_panels_when_zeros_are_filled(situation):
    narrowed = situation.with_scope(since=date(2015, 11, 20), until=date(2015, 11, 26))
    panel = make_panel(narrowed, PanelOptions(by=By.DAY, fill_zeros=True))
    assert {row.period for row in panel.rows} == {f"2015-11-{day}" for day in range(20, 27)}


def test_actors_can_be_counted_one_by_one(situation):
    panel = make_panel(situation, PanelOptions(level=Level.ACTOR))
    assert ("2015-W48", "FRA", "RUS") in cells(panel)


def test_panel_is_an_arrow_table_with_a_column_for_each_field(situation):
    panel = make_panel(situation)
    table = panel.to_arrow()
    assert table.column_names == [field.name for field in fields(PanelRow)]
    assert table.num_rows == len(panel.rows) == len(panel.to_rows())


def test_panel_of_nothing_has_no_rows_but_its_columns(situation):
    panel = make_panel(situation.with_scope(types=("PROTEST",), actors=("TUR",)), PanelOptions(fill_zeros=True))
    assert panel.rows == ()
    assert panel.to_arrow().num_columns == len(fields(PanelRow))


def test_agreement_and_balance_are_tables_too(situation):
    agreement = make_table(situation, Measure.AGREEMENT, PanelOptions())
    assert (agreement.rows, agreement.to_arrow().column_names[:2]) == ([], ["first", "first_name"])
    balance = make_table(situation, Measure.BALANCE, PanelOptions())
    assert [(row.period, row.positive, row.negative, row.triads, row.balance) for row in balance.rows] == [
        ("2015-W48", 0, 1, 0, None),
        ("2015-W49", 0, 1, 0, None),
    ]
    assert balance.to_arrow().num_rows == 2


def test_table_of_pairs_is_the_panel(situation):
    assert make_table(situation, Measure.PAIRS, PanelOptions()).to_rows() == make_panel(situation).to_rows()
