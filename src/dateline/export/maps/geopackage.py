"""Places of events as a GeoPackage: a layer of points, and a table of the events whose place is no point."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from dateline.errors import MissingExtra
from dateline.export.chosen.place_kinds import PlaceKinds
from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.maps.geojson import place_properties
from dateline.export.tally import Tally

POINTS, OTHERS = "events", "events_without_point"
_TYPES = {
    "event": "INTEGER", "quad": "INTEGER", "score": "DOUBLE", "killed": "INTEGER", "injured": "INTEGER",
    "arrested": "INTEGER", "reports": "INTEGER", "independent": "INTEGER",
}  # fmt: skip
_NAMES = (
    "event", "type", "mode", "status", "quad", "score", "date", "actors", "recipients", "place", "place_kind", "country",
    "killed", "injured", "arrested", "reports", "independent", "words", "url",
)  # fmt: skip
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)
_SRS = 4326


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    fudgeo = _load()
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.name}-") as folder:
        made = Path(folder) / "made.gpkg"  # the library insists on the ending
        package = fudgeo.GeoPackage.create(made, flavor="EPSG")
        try:
            _fill(fudgeo, package, selection, tally)
        finally:
            package.connection.close()
        made.replace(path)


def _fill(fudgeo: Any, package: Any, selection: Selection, tally: Tally) -> None:
    fields = [fudgeo.Field(name, _TYPES.get(name, "TEXT")) for name in _NAMES]
    srs = fudgeo.SpatialReferenceSystem("WGS 84", "EPSG", _SRS, _WGS84)
    package.create_feature_class(POINTS, srs=srs, shape_type="POINT", fields=fields)
    package.create_table(OTHERS, fields=fields)
    kinds = PlaceKinds(selection.situation)
    columns, marks = ", ".join(f'"{name}"' for name in _NAMES), ", ".join("?" * len(_NAMES))
    with package.connection as connection:
        for event in selection.iter_joined():
            if event.place is None:
                tally.leave_out("events without a place")
                continue
            properties = place_properties(event, kinds.of(event))
            row = tuple(properties[name] for name in _NAMES)
            point = kinds.point_of(event)
            if point:
                shape = fudgeo.geometry.Point(x=point[1], y=point[0], srs_id=_SRS)
                connection.execute(f"INSERT INTO {POINTS} (SHAPE, {columns}) VALUES (?, {marks})", (shape, *row))
                tally.count("events with a point")
            else:
                connection.execute(f"INSERT INTO {OTHERS} ({columns}) VALUES ({marks})", row)
                tally.count("events without a point")


def _load() -> Any:
    try:
        import fudgeo
        import fudgeo.geometry
    except ImportError as error:
        raise MissingExtra("export", "a GeoPackage") from error
    return fudgeo


FORMAT = Format("geopackage", "events at their places as a GeoPackage", ".gpkg", _write, is_text=False)
