import json
from datetime import date

import fudgeo
import jsonschema
import networkx
import pytest

from dateline.export.calendar_dates import CalendarDate, display_date, read_dates
from dateline.export.dyads import spans_of, xml_text

FEATURE = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "geometry": {
            "oneOf": [
                {"type": "null"},
                {"type": "object", "properties": {
                    "type": {"const": "Point"},
                    "coordinates": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}},
                }},
            ]
        },
    },
}  # fmt: skip


def test_geojson_points_are_longitude_then_latitude_and_countries_have_none(exported):
    collection = json.loads(exported("geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        jsonschema.validate(feature, FEATURE)
    geometries = {f["properties"]["place"]: f["geometry"] for f in collection["features"]}
    assert geometries["Paris"]["coordinates"] == [2.35, 48.85]
    assert geometries["Syria"] is None
    assert exported.tally.left_out == {"events without a place": 2}


def test_geopackage_has_points_and_a_table_of_the_rest(exported):
    package = fudgeo.GeoPackage(exported("geopackage"))
    points = package.feature_classes["events"].select(fields=("place",)).fetchall()
    assert {(place, point.x, point.y) for point, place in points} == {("Aleppo", 37.16, 36.2), ("Paris", 2.35, 48.85)}
    assert package.tables["events_without_point"].count == 1
    package.connection.close()


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


def test_timeline_escapes_words_and_says_about_for_a_month(exported):
    slides = json.loads(exported("timelinejs").read_text(encoding="utf-8"))["events"]
    by_display = {slide["display_date"]: slide for slide in slides}
    assert by_display["about Nov 2015"]["start_date"] == {"year": 2015, "month": 11}
    assert by_display["24 Nov 2015"]["start_date"] == {"year": 2015, "month": 11, "day": 24}
    assert all("<script" not in slide["text"]["headline"] for slide in slides)
    assert any("=Gunmen&lt;/script&gt;" in slide["text"]["headline"] for slide in slides)
    assert exported.tally.left_out == {"events without a date": 1}


@pytest.mark.parametrize(
    ("value", "first", "last", "shown"),
    [
        ("2015-11-24", CalendarDate(2015, 11, 24), None, "24 Nov 2015"),
        ("2015", CalendarDate(2015), None, "about 2015"),
        ("2015-11-24/2015-11-26", CalendarDate(2015, 11, 24), CalendarDate(2015, 11, 26), "about 24 Nov 2015 – 26 Nov 2015"),
        ("2015-W48", CalendarDate(2015, 11, 23), CalendarDate(2015, 11, 29), "about 23 Nov 2015 – 29 Nov 2015"),
        ("-0043-03-15", CalendarDate(-44, 3, 15), None, "15 Mar 44 BCE"),
        ("0000", CalendarDate(-1), None, "about 1 BCE"),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_told_before_our_era_too(value, first, last, shown):
    assert read_dates(value) == (first, last)
    assert display_date(first, last) == shown


@pytest.mark.parametrize("value", ["PAST_REF", "2015-13-01", "", "soon"])
def test_what_is_no_date_is_none(value):
    assert read_dates(value) is None
