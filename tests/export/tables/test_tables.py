import csv
import json

import pyarrow.parquet as parquet

from dateline.export.tables.joined_columns import JOINED_COLUMNS
from dateline.export.tables.mention_columns import MENTION_COLUMNS


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_table_has_a_row_for_each_telling(exported):
    rows = read_csv(exported("events-csv"))
    assert [(row["type"], row["status"], row["date"]) for row in rows] == [
        ("SANCTION", "actual", "2015-11-24"),
        ("SANCTION", "planned", ""),
        ("ASSAULT", "actual", "2015-11"),
        ("ASSAULT", "actual", "2015-11-25"),
        ("AID", "actual", "2015-11-26"),
    ]
    assert list(rows[0]) == [column.name for column in MENTION_COLUMNS]


def test_row_carries_parties_place_codes_and_words(exported):
    first = read_csv(exported("events-csv"))[0]
    expected = {
        "actors": "France", "actor_countries": "FRA", "recipient_keys": "RUS", "place": "Paris", "place_kind": "city",
        "latitude": "48.85", "longitude": "2.35", "cameo": "166", "goldstein": "-7.0", "score": "-5.5", "words": "expelled",
        "sentence": "France expelled two Russian diplomats in Paris on Tuesday.", "start": "7", "end": "15",
    }  # fmt: skip
    assert {name: first[name] for name in expected} == expected


def test_date_of_a_month_covers_its_days(exported):
    month = read_csv(exported("events-csv"))[2]
    assert (month["first_day"], month["last_day"]) == ("2015-11-01", "2015-11-30")


def test_what_is_only_known_to_lie_in_a_country_has_no_coordinates(exported):
    east = read_csv(exported("events-csv"))[3]
    assert (east["place"], east["country"], east["latitude"], east["longitude"]) == ("Syria", "SYR", "", "")


def test_no_cell_of_text_begins_as_a_formula(exported):
    cells = [cell for row in read_csv(exported("events-csv")) for cell in row.values()]
    assert "'=Gunmen</script>" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_parquet_holds_the_same_with_lists_as_lists_and_says_what_columns_mean(exported):
    table = parquet.read_table(exported("events-parquet"))
    assert table.column_names == [column.name for column in MENTION_COLUMNS]
    assert table["actors"].to_pylist()[0] == ["France"]
    assert table["actor_sectors"].to_pylist()[0] == [None]
    assert table.schema.field("quad").metadata[b"description"] == b"quad class, 1 to 4"
    assert b"belong to their publishers" in table.schema.metadata[b"licence"]


def test_joined_table_counts_reports_and_sources(exported, situation):
    rows = read_csv(exported("joined-csv"))
    assert [int(row["event"]) for row in rows] == [event.number for event in situation.iter_events()]
    assert {row["reports"] for row in rows} == {"1"}
    assert {row["sources"] for row in rows} == {"The Post", "The Gazette"}
    assert list(rows[0]) == [column.name for column in JOINED_COLUMNS]
    assert parquet.read_table(exported("joined-parquet")).num_rows == len(rows)


def test_sidecar_says_query_counts_state_version_and_licence(exported, situation, tmp_path):
    exported("events-csv", situation.with_scope(types=("AID",)))
    said = json.loads((tmp_path / "out-events-csv.meta.json").read_text())
    assert said["query"] == {"types": ["AID"]}
    assert said["counts"] == {"tellings": 1}
    assert (said["snapshot"]["archive"], said["snapshot"]["versions"]) == ("invented.db", 2)
    assert said["made_by"].startswith("dateline ")
    assert "publishers" in said["licence"]
