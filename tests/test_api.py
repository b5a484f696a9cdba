import doctest
import importlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import dateline
from dateline.archive import ArchiveWriter
from dateline.errors import ArchiveError

PACKAGE = Path(dateline.__file__).parent
MODULES = sorted(
    ".".join(("dateline", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in PACKAGE.rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8")
)
SENTENCES = (
    "France expelled two Russian diplomats on Tuesday.",
    "“We will answer,” the Russian foreign minister said in Moscow.",
    "Turkish troops shelled Kurdish positions near Kobani on 24 November, killing 12 people.",
    'A senior official, who spoke on condition of anonymity, called the talks "useless".',
    "The European Union will keep its sanctions unless the ceasefire holds until June.",
    "He did not visit Berlin last week, nor will he.",
    "Ministers from Egypt and Iran met in Vienna\nand agreed to meet again.",
    "Thousands protested in Athens; police arrested 30.",
    "“No,” she said. “Not now, not ever.",
    "U.N. aid reached the town — at last — on Sunday…",
    "UPDATE 2-Oil falls",
    "",
)


@pytest.fixture(autouse=True)
def _fast(reader, monkeypatch):
    """Let `dateline.read` use the reader all tests share."""
    monkeypatch.setenv("DATELINE_CODER", "fast")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name):
    results = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.failed == 0


def test_what_is_read_is_kept_and_comes_back_the_same(tmp_path):
    record = dateline.read(" ".join(SENTENCES), published=date(2015, 11, 26), title="Day", publisher="The Post")
    with ArchiveWriter(tmp_path / "x.db") as writer:
        writer.keep([record])
    with dateline.open(tmp_path / "x.db") as archive:
        (found,) = archive.iter_records()
    assert found == record
    assert found.to_json() == record.to_json()
    assert (record.document.title, record.document.publisher) == ("Day", "The Post")


def test_day_may_be_text_and_a_wrong_one_is_an_error():
    same = [dateline.read(SENTENCES[0], published=day).to_json() for day in ("2015-11-26", date(2015, 11, 26))]
    assert same[0] == same[1]
    with pytest.raises(ValueError, match="Invalid isoformat"):
        dateline.read(SENTENCES[0], published="yesterday")
    with pytest.raises(ValueError, match="is not a valid Coder"):
        dateline.read(SENTENCES[0], coder="quick")
    with pytest.raises(ArchiveError, match="no such archive"):
        dateline.open("no-such-file.db")


texts = st.lists(st.sampled_from(SENTENCES), max_size=7).flatmap(
    lambda parts: st.lists(st.sampled_from((" ", "\n\n", "\n", "  ", "\t", " \N{NO-BREAK SPACE}")), min_size=1).map(
        lambda joints: "".join(part + joints[i % len(joints)] for i, part in enumerate(parts))
    )
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts | st.text(max_size=80), published=st.sampled_from(["2015-11-26", None]))
def test_any_text_gives_the_same_bytes_twice_and_spans_that_slice(text, published, schema):
    record = dateline.read(text, published=published)
    assert dateline.read(text, published=published).to_json() == record.to_json()
    for span in record.iter_spans():
        assert span.of(record.document.text).strip()
    schema.validate(json.loads(record.to_json()))
    assert not [d for d in record.diagnostics if "Error" in d.message], record.diagnostics


@pytest.fixture(scope="module")
def schema():
    from dateline.cli.commands.schema import record_schema

    return Draft202012Validator(record_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_bundled_reports_are_read_without_a_fault_and_fit_the_schema(demo_records, schema):
    assert len(demo_records) == 24  # of 26: two are copies, which are not read
    for record in demo_records:
        schema.validate(json.loads(record.to_json()))
        assert not [d for d in record.diagnostics if "Error" in d.message], record.document.source


def test_schema_refuses_what_is_no_record(schema, demo_records):
    values = json.loads(demo_records[0].to_json())
    assert not schema.is_valid(values | {"unheard_of": 1})
    assert not schema.is_valid(values | {"format": "dateline/9"})
    values["events"][0]["status"] = "perhaps"
    assert not schema.is_valid(values)
