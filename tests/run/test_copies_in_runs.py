"""Copies in a run of reading: what is let through to the parser, what waits, and what is kept without having been read."""

import pytest
from tests.compare.copies.invented import ADDED, BODY, OTHER, PARAGRAPHS, report
from tests.run.fake_readers import load

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.model import Record, Wire, WireStatus
from dateline.run import Copied, Failed, Pool, Read, Withdrawn, read_items
from dateline.run.batches import BATCH
from dateline.sources import make_document

CUT = "\n\n".join(PARAGRAPHS[:4])


class Counting:
    """Reads nothing into records, notes what it was given, and fails on a text that says BAD."""

    def __init__(self):
        self.seen = []

    def read_many(self, documents):
        for document in documents:
            self.seen.append(document.source)
            if "BAD" in document.text:
                raise ValueError("no good")
            yield Record(document=document)


@pytest.fixture
def reader():
    return Counting()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "crisis.db"


def run(path, reader, *documents):
    with ArchiveWriter(path) as archive:
        return list(read_items(documents, reader, archive))


def of(outcomes, kind):
    return [outcome.document.source for outcome in outcomes if isinstance(outcome, kind)]


def fillers(count):
    return [make_document(f"Ministers met for the {n}th time.", source=f"filler {n}") for n in range(count)]


def test_copy_of_a_report_in_the_same_batch_is_kept_after_it_and_not_read(path, reader):
    outcomes = run(
        path,
        reader,
        report(source="first"),
        report(publisher="The Post", source="copy"),
        report(OTHER[0], source="other"),
    )
    assert reader.seen == of(outcomes, Read) == ["first", "other"]
    assert of(outcomes, Copied) == ["copy"]
    (copied,) = (outcome for outcome in outcomes if isinstance(outcome, Copied))
    assert copied.original == report(source="first").id
    (diagnostic,) = copied.keeping.record.diagnostics
    assert diagnostic.message == f"a copy of {copied.original}, whose record speaks for it"


def test_copy_of_a_report_of_an_earlier_run_is_not_read(path, reader):
    run(path, reader, report(source="first"))
    outcomes = run(path, reader, report(CUT, publisher="The Post", source="cut"))
    assert (reader.seen, of(outcomes, Copied)) == (["first"], ["cut"])
    again = run(path, reader, report(CUT, publisher="The Post", source="cut"))
    assert [outcome.is_known for outcome in again] == [True]


def test_copy_that_tells_more_or_other_figures_is_read(path, reader):
    more, changed = BODY + "\n\n" + ADDED[0], BODY.replace("up to 40 vessels", "up to 60 vessels")
    run(path, reader, report(source="first"), report(more, source="more"), report(changed, source="changed"))
    assert reader.seen == ["first", "more", "changed"]


def test_copy_of_a_report_that_cannot_be_read_is_read_itself(path, reader):
    bad = report(BODY.replace("Aid groups", "BAD aid groups"), source="bad")
    outcomes = run(
        path, reader, bad, report(CUT, publisher="The Post", source="cut"), report(CUT, publisher="B", source="again")
    )
    assert of(outcomes, Failed) == ["bad"]
    assert of(outcomes, Read) == ["cut"]
    assert of(outcomes, Copied) == ["again"]
    with ArchiveReader(path) as archive:
        assert [record.document.source for record in archive.iter_records()] == ["cut"]


def test_later_version_is_read_though_it_is_a_copy_of_the_first(path, reader):
    first, second = (
        report(url="https://example.org/1", source="first"),
        report(CUT, url="https://example.org/1", source="second"),
    )
    run(path, reader, first, second)
    assert reader.seen == ["first", "second"]
    run(path, reader, report(CUT + " Rain fell.", url="https://example.org/1", source="third"))
    assert reader.seen == ["first", "second", "third"]


def test_later_version_of_a_copy_that_is_still_one_is_not_read(path, reader):
    run(path, reader, report(source="first"), report(url="https://example.org/1", publisher="The Post", source="copy"))
    outcomes = run(path, reader, report(CUT, url="https://example.org/1", publisher="The Post", source="cut"))
    assert (reader.seen, of(outcomes, Copied)) == (["first"], ["cut"])


def test_without_an_archive_every_report_is_read(reader):
    assert of(list(read_items([report(source="a"), report(publisher="B", source="b")], reader, None)), Read) == [
        "a",
        "b",
    ]


def test_many_copies_of_a_kept_report_are_kept_in_batches(path, reader):
    run(path, reader, report(source="first"))
    copies = [report(publisher=f"Paper {n}", source=f"copy {n}") for n in range(BATCH + 3)]
    outcomes = run(path, reader, *copies)
    assert of(outcomes, Copied) == [f"copy {n}" for n in range(BATCH + 3)]
    assert reader.seen == ["first"]


def test_processes_that_read_are_given_no_copies(path):
    before, after = fillers(BATCH * 3)[: BATCH * 2], fillers(BATCH * 3)[BATCH * 2 :]
    documents = [*before, report(source="first"), report(publisher="The Post", source="copy"), *after]
    with ArchiveWriter(path) as archive, Pool(load, 2) as pool:
        outcomes = list(read_items(documents, pool, archive))
    assert of(outcomes, Copied) == ["copy"]
    assert len(of(outcomes, Read)) == BATCH * 3 + 1


def wired(status=WireStatus.USABLE, embargo=None, version="1", **more):
    return report(**more).model_copy(
        update={"wire": Wire(id="urn:wire:1", version=version, status=status, embargo=embargo)}
    )


def test_notice_is_not_read_and_takes_back_what_was(path, reader):
    outcomes = run(path, reader, wired(source="wire"), wired(WireStatus.CANCELED, version="2", source="notice"))
    assert (reader.seen, of(outcomes, Withdrawn)) == (["wire"], ["notice"])
    with ArchiveReader(path) as archive:
        assert list(archive.iter_records()) == []


def test_paper_that_prints_a_report_under_embargo_is_read(path, reader):
    run(
        path, reader, wired(embargo="2999-01-01T00:00:00Z", source="wire"), report(publisher="The Post", source="paper")
    )
    run(path, reader, report(publisher="The Herald", source="second paper"))
    assert reader.seen[:2] == ["wire", "paper"]
    with ArchiveReader(path) as archive:
        assert "wire" not in [record.document.source for record in archive.iter_records()]
