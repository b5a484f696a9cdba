import json

import fudgeo
import jsonschema

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
