"""Events at their places: GeoJSON and GeoPackage."""
