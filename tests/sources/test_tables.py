"""Tables: columns by name, rows by number, and headlines with commas that are no tables."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.reading_bytes import PROSE, read_document, read_items, read_lines

from dateline.sources import ReadOptions
from dateline.sources.csv_tables import find_csv_head


def test_rows_are_called_by_the_line_they_begin_on_and_a_broken_one_costs_only_itself():
    table = (
        f'id;date;text\n1;2015-11-24;"{PROSE}\n\nThey left; nobody spoke."\n2;2015-11-25\n3;a;b;c\n\n4;soon;{PROSE}\n'
    )
    assert read_lines(table, name="t.csv") == [
        f"t.csv:2 | {PROSE[:20]}", "t.csv:5: no text in field 'text'; its fields: date, id",
        "t.csv:6: has 4 fields, the first line 3", "t.csv:8: the date 'soon' cannot be read; taken as unknown",
        f"t.csv:8 | {PROSE[:20]}",
    ]  # fmt: skip


def test_columns_of_other_names_are_read_where_they_are_named():
    table = f"nr,day,body\n1,2015-11-24,{json.dumps(PROSE)}\n"
    document = read_document(table, columns={"text": "body", "date": "day"})
    assert (document.text, str(document.published)) == (PROSE, "2015-11-24")


def test_field_longer_than_csv_usually_allows_is_read():
    long = (PROSE + " ") * 2000
    assert read_document(f'id,text\n1,"{long}"\n').text == long


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_of_spreadsheets_are_understood(delimiter, encoding):
    file = io.StringIO()
    words = PROSE.replace("Oslo", "Tromsø, “north”, a café") + " The naïve façade was gone, and the Señor left."
    csv.writer(file, delimiter=delimiter).writerows([["id", "text"], ["1", words]])
    assert read_document(file.getvalue().encode(encoding)).text == words


@pytest.mark.parametrize(
    "text",
    [
        f"Turkey, Russia and Syria meet\n\n{PROSE}", f"Paris, Nov 24\nVienna, Nov 25\n\n{PROSE}",
        f"PARIS,Nov 24 (Reuters) - {PROSE}", f"World | Europe\n{PROSE}", f"Talks; what next?\n\n{PROSE}",
        f"text, he said\n\n{PROSE}",
    ],
)  # fmt: skip
def test_headline_with_commas_is_no_table(text):
    assert read_document(text).text == text


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_a_table(text):
    head = find_csv_head(text.encode("utf-8", "replace"), ReadOptions())
    assert head is None or len(head.columns) > 1


def test_json_array_is_read_value_by_value_and_numbered():
    rows = [{"text": PROSE, "date": "2015-11-24"}, {"body": "x"}, 7, {"text": PROSE + " They left."}]
    assert read_lines(json.dumps(rows, indent=2), name="t.json") == [
        f"t.json#1 | {PROSE[:20]}", "t.json#2: no text in field 'text'; its fields: body", "t.json#3: not a JSON object",
        f"t.json#4 | {PROSE[:20]}",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=300_000 // 8), min_size=1, max_size=4), st.sampled_from([None, 1]))
def test_array_comes_back_whatever_its_values_and_wherever_they_are_cut(words, indent):
    texts = [f"{PROSE} {word}".replace("\r", " ") for word in words]
    data = json.dumps([{"text": text} for text in texts], indent=indent, ensure_ascii=False)
    items = read_items(data.encode("utf-8", "replace"), any_language=True)
    assert [item.text for item in items] == [
        text.encode("utf-8", "replace").decode().replace("\x00", " ") for text in texts
    ]


def test_parquet_gives_dates_as_dates_and_says_which_columns_it_has():
    pa = pytest.importorskip("pyarrow")
    from datetime import date, datetime

    import pyarrow.parquet as pq

    def parquet(**columns):
        file = io.BytesIO()
        pq.write_table(pa.table(columns), file, row_group_size=1)
        return file.getvalue()

    days = [date(2015, 11, 24), None]
    first, second = read_items(parquet(text=[PROSE, PROSE + " They left."], date=days, n=[1, 2]), name="t.parquet")
    assert (first.source, str(first.published), second.source, second.published) == (
        "t.parquet#1", "2015-11-24", "t.parquet#2", None,
    )  # fmt: skip
    assert str(read_document(parquet(text=[PROSE], date=[datetime(2015, 11, 24, 23, 30)])).published) == "2015-11-24"
    assert read_lines(parquet(body=[PROSE], day=["2015-11-24"])) == [
        "file: a table without a column 'text'; its columns: body, day (--column text=NAME says which holds the text)"
    ]
    assert read_document(parquet(body=[PROSE.encode()]), columns={"text": "body"}).text == PROSE


def test_parquet_on_the_disk_is_read_where_it_stands(tmp_path):
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    from dateline.sources import iter_items

    pq.write_table(pa.table({"text": [PROSE]}), tmp_path / "t.bin")
    (document,) = iter_items([str(tmp_path / "t.bin")], ReadOptions())
    assert document.text == PROSE


def test_quotation_mark_that_is_never_closed_is_named_and_takes_no_row_for_another_ones_text():
    table = f'id;text\n1;{PROSE}\n2;"{PROSE}\n3;{PROSE}'
    assert read_lines(table) == [
        f"file:2 | {PROSE[:20]}",
        "file:3: a quotation mark in this row is never closed; the rest is lost in it",
    ]


def test_last_row_without_a_line_end_is_read_and_a_closed_quotation_is_none_of_the_open_ones():
    assert read_lines(f'id,text\n1,"{PROSE}"') == [f"file:2 | {PROSE[:20]}"]


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01", "9999-12-31", "1899-12-31"])
def test_day_of_a_field_that_nobody_filled_in_is_told_and_not_used(day):
    remark, document = read_items(f"id;date;text\n1;{day};{PROSE}\n")
    assert str(remark) == f"file:2: the date {day!r} is none that a report can have; taken as unknown"
    assert document.published is None
