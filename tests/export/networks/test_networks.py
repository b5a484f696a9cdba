from datetime import date

import networkx

from dateline.export.networks.dyads import spans_of, xml_text


def test_graphml_has_a_directed_edge_with_counts(exported):
    graph = networkx.read_graphml(exported("graphml"))
    edge = graph.edges["FRA", "RUS"]
    assert (edge["weight"], edge["score"], edge["material_conflict"], edge["types"]) == (1, -5.5, 1, "SANCTION 1")
    assert graph.nodes["FRA"]["label"] == "France"
    assert graph.is_directed()
    assert not graph.has_edge("RUS", "FRA")  # only planned


def test_gexf_knows_the_week_of_an_edge(exported):
    graph = networkx.read_gexf(exported("gexf"))
    edge = graph.edges["FRA", "RUS"]
    assert edge["spells"] == [("2015-11-23", "2015-11-29")]
    assert edge["events"] == [(1, "2015-11-23", "2015-11-29")]
    assert graph.nodes["FRA"]["start"] == "2015-11-23"


def test_weeks_in_a_row_are_one_stretch():
    mondays = [date(2015, 11, 23), date(2015, 11, 30), date(2015, 12, 14)]
    assert spans_of(mondays) == [(date(2015, 11, 23), date(2015, 12, 6)), (date(2015, 12, 14), date(2015, 12, 20))]


def test_characters_that_xml_cannot_hold_are_left_out():
    assert xml_text("a\x0bb\ud800c\uffffd😀") == "abcd😀"
