"""All formats by name: ours, and those that other packages bring under the entry point `dateline.exports`."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

from dateline.errors import BadQuestion
from dateline.export.format import Format

ENTRY_POINT = "dateline.exports"
_OURS = (
    "tables.events_csv", "tables.events_parquet", "tables.joined_csv", "tables.joined_parquet",
    "data_sets.polecat", "data_sets.icews", "data_sets.gdelt", "data_sets.phoenix",
    "records.jsonl", "records.jsonld",
    "knowledge_graphs.followthemoney", "knowledge_graphs.followthemoney_statements", "knowledge_graphs.stix",
    "maps.geojson", "maps.geopackage",
    "networks.graphml", "networks.gexf",
    "timelines.timelinejs",
    "annotation.brat", "annotation.web_annotations", "annotation.label_studio",
)  # fmt: skip


@lru_cache(maxsize=1)
def load_formats() -> dict[str, Format]:
    """Return all formats by name, ours first; a format of another package never replaces one of ours."""
    formats = [import_module(f"dateline.export.{name}").FORMAT for name in _OURS]
    formats += [point.load() for point in entry_points(group=ENTRY_POINT)]
    found: dict[str, Format] = {}
    for format_ in formats:
        found.setdefault(format_.name, format_)
    return found


def find_format(name: str) -> Format:
    """Return the format of that name; raise BadQuestion with the nearest names where there is none."""
    formats = load_formats()
    if name in formats:
        return formats[name]
    nearest = get_close_matches(name.lower(), formats, n=3, cutoff=0.4)
    known = nearest or list(formats)
    hint = "nearest" if nearest else "there are"
    raise BadQuestion(f"{name!r} is no format of an export; {hint}: {', '.join(known)}")
