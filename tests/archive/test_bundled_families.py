"""The bundled reports: which are copies and which are versions is written down beside them."""

import re
from pathlib import Path

import pytest
import yaml

from dateline.archive import ArchiveReader, StandingKind

EXPECTED = yaml.safe_load(
    (Path(__file__).parents[2] / "examples" / "november-2015" / "expected.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def archive(demo_archive):
    with ArchiveReader(demo_archive) as reader:
        yield reader


def name(member):
    return Path(member.source).name


def test_families_are_those_written_down(archive):
    found = [(name(f.origin), f.agency, sorted(map(name, f.copies))) for f in archive.families()]
    assert found == [(f["origin"], f["agency"], sorted(f["copies"])) for f in EXPECTED["families"]]


@pytest.mark.parametrize("family", EXPECTED["families"], ids=lambda f: f["origin"])
def test_differences_are_those_written_down(archive, family):
    copies = {name(copy): copy.differences for f in archive.families() for copy in f.copies}
    for file, notes in family["differences"].items():
        assert sorted(map(bare, copies[file])) == sorted(map(bare, notes))


def bare(note):
    """Return a note without its marks; of words that became others only those that are not the same."""
    words = re.sub(r"[“”\"]", "", note)
    before, became, after = words.partition(" became ")
    if not became:
        return words
    same = set(before.split()) & set(after.split())
    return " ".join(word for word in words.split() if word not in same)


@pytest.mark.parametrize("versions", EXPECTED["versions"], ids=lambda v: v["url"])
def test_versions_are_those_written_down_and_the_last_one_stands(archive, versions):
    rows = archive.query("SELECT source FROM version WHERE url = ? ORDER BY ordinal", (versions["url"],)).rows
    assert [Path(source).name for (source,) in rows] == versions["files"]
    current = archive.query("SELECT source FROM current_version WHERE url = ?", (versions["url"],)).rows
    assert [Path(source).name for (source,) in current] == versions["files"][-1:]


@pytest.mark.parametrize("versions", EXPECTED["versions"], ids=lambda v: v["url"])
def test_what_was_corrected_is_withdrawn_and_stays_in_the_history(archive, versions):
    for corrected in versions["corrected"]:
        old, new = corrected["old"], corrected["new"]
        tolls = (
            f"SELECT e.{corrected['field']}, v.text FROM {{}} e JOIN version v ON v.number = e.version WHERE v.url = ?"
        )
        current = archive.query(tolls.format("current_event"), (versions["url"],)).rows
        assert all(old["text"] not in text for _, text in current)
        assert any(new["text"] in text for _, text in current)
        assert old["value"] not in [value for value, _ in current]
        gone = archive.query(
            "SELECT i.number FROM item i JOIN version v ON v.number = i.version WHERE instr(v.text, ?)", (old["text"],)
        ).rows
        assert gone
        assert {archive.item(number).standing.kind for (number,) in gone} == {StandingKind.SUPERSEDED}


def test_copies_add_nothing_that_counts(archive):
    copies = {copy.document for family in archive.families() for copy in family.copies}
    assert copies.isdisjoint(record.document.id for record in archive.iter_records())
    for layer in ("event", "statement", "position"):
        rows = archive.query(f"SELECT v.id FROM current_{layer} x JOIN version v ON v.number = x.version").rows
        assert rows
        assert copies.isdisjoint(document for (document,) in rows)
