import csv
import json
from types import SimpleNamespace

import pytest

from dateline.export.data_sets import gdelt, icews, phoenix, polecat
from dateline.model import PlaceKind


def read_tabs(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_polecat_has_forty_columns_and_writes_none_for_unknown(exported):
    header, *rows = read_tabs(exported("polecat"))
    assert tuple(header) == polecat.HEADER
    assert {len(row) for row in (header, *rows)} == {40}
    first = dict(zip(header, rows[0], strict=True))
    assert first["Event Type"] == "SANCTION"
    assert first["Quad Code"] == "MATERIAL CONFLICT"
    assert (first["Actor Country"], first["Actor COW"], first["Recipient COW"]) == ("FRA", "220", "365")
    assert first["Wikipedia Actor ID"] == "None"
    assert (first["City"], first["Country"], first["Publication Date"]) == ("Paris", "France", "2015-11-26")
    assert "" not in rows[0]


def test_polecat_leaves_out_what_is_planned_and_counts_it(exported):
    exported("polecat")
    assert exported.tally.left_out == {"tellings that are planned": 1}


def test_icews_has_twenty_columns_and_needs_two_sides(exported):
    header, *rows = read_tabs(exported("icews"))
    assert tuple(header) == icews.HEADER
    assert {len(row) for row in rows} == {20}
    first = dict(zip(header, rows[0], strict=True))
    assert (first["Source Country"], first["Target Country"]) == ("France", "Russia")
    assert (first["CAMEO Code"], first["Intensity"]) == ("166", "-7")
    assert exported.tally.left_out["tellings without an actor or a recipient"] == 1


def test_tabs_in_a_name_do_not_part_cells(exported):
    assert all(len(row) == 20 for row in read_tabs(exported("icews")))
    assert any("Syria" in row for row in read_tabs(exported("icews")))


def test_gdelt_has_sixty_one_columns_and_codes_keep_their_zeros(exported):
    rows = read_tabs(exported("gdelt") / "events.export.CSV")
    assert {len(row) for row in rows} == {61} == {len(gdelt.EVENT_COLUMNS)}
    named = [dict(zip(gdelt.EVENT_COLUMNS, row, strict=True)) for row in rows]
    aid = next(row for row in named if row["EventCode"] == "070")
    assert (aid["EventRootCode"], aid["QuadClass"], aid["GoldsteinScale"]) == ("07", "2", "7")
    assert (aid["Actor1CountryCode"], aid["Actor2Code"]) == ("TUR", "SYR")
    paris = next(row for row in named if row["ActionGeo_Fullname"] == "Paris")
    assert (paris["ActionGeo_Type"], paris["ActionGeo_CountryCode"], paris["ActionGeo_Lat"]) == ("4", "FR", "48.85")
    assert paris["SOURCEURL"] == "https://example.org/1"
    east = next(row for row in named if row["ActionGeo_Fullname"] == "Syria")
    assert (east["ActionGeo_CountryCode"], east["ActionGeo_Lat"]) == ("SY", "")
    rebels = next(row for row in named if row["Actor1Name"] == "REBELS")
    assert (rebels["Actor1Code"], rebels["Actor1Type1Code"]) == ("SYRREB", "REB")


def test_gdelt_mentions_lead_to_their_events(exported):
    folder = exported("gdelt")
    events = {row[0] for row in read_tabs(folder / "events.export.CSV")}
    mentions = read_tabs(folder / "events.mentions.CSV")
    assert {len(row) for row in mentions} == {16} == {len(gdelt.MENTION_COLUMNS)}
    assert {row[0] for row in mentions} == events
    assert json.loads((folder / "meta.json").read_text())["counts"] == {"events": 4, "mentions": 4}


@pytest.mark.parametrize(("day", "fraction"), [("2015-01-01", "2015.0849"), ("2015-12-31", "2016.0712")])
def test_gdelt_fraction_counts_months_of_thirty_days(day, fraction):
    from datetime import date

    assert gdelt._fraction(date.fromisoformat(day)) == fraction


@pytest.mark.parametrize(
    ("country", "kind", "type_"),
    [
        ("FRA", "building", 4), ("USA", "building", 3), ("FRA", "city", 4), ("USA", "city", 3), ("SYR", "region", 5),
        ("USA", "region", 2), ("SYR", "country", 1), ("SYR", "border", None),
    ],
)  # fmt: skip
def test_gdelt_counts_a_landmark_among_cities(country, kind, type_):
    assert gdelt._geo_type(SimpleNamespace(country=country), PlaceKind(kind)) == type_


def test_phoenix_has_twenty_six_columns(exported):
    rows = read_tabs(exported("phoenix"))
    assert {len(row) for row in rows} == {26} == {len(phoenix.COLUMNS)}
    first = dict(zip(phoenix.COLUMNS, rows[0], strict=True))
    assert (first["Date"], first["SourceActorFull"], first["TargetActorFull"]) == ("20151124", "FRA", "RUS")
    assert (first["EventCode"], first["EventRootCode"], first["NewsSources"]) == ("166", "16", "The Post")
