import contextlib
import signal
from datetime import date

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.model import Record
from dateline.run import Failed, Read, Stop, read_items
from dateline.run.batches import BATCH
from dateline.sources import Remark, Unreadable, make_document


def documents(count, *, words="Ministers met."):
    return [make_document(f"{words} Part {n}.", source=f"{n}", published=date(2015, 11, 26)) for n in range(count)]


class FakeReader:
    """Reads nothing into records; fails on a text that says BAD, and is stopped by one that says STOP."""

    def __init__(self):
        self.batches = []

    def read_many(self, batch):
        batch = list(batch)
        self.batches.append(len(batch))
        for document in batch:
            if "BAD" in document.text:
                raise ValueError("no good")
            if "STOP" in document.text:
                raise KeyboardInterrupt
            yield Record(document=document)


@pytest.fixture
def reader():
    return FakeReader()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.db"


def kept(path):
    with ArchiveReader(path) as archive:
        return [record.document.source for record in archive.iter_records()]


def test_document_is_reported_after_it_is_on_the_disk(reader, path):
    with ArchiveWriter(path) as archive:
        for number, outcome in enumerate(read_items(documents(BATCH + 3), reader, archive)):
            assert isinstance(outcome, Read)
            assert outcome.document.source in kept(path)
            assert outcome.document.source == str(number)
    assert reader.batches == [BATCH, 3]
    assert len(kept(path)) == archive.added == BATCH + 3


def test_what_cannot_be_read_is_passed_on_in_its_place(reader):
    items = [Unreadable("a.txt", "is empty"), *documents(1), Remark("b.txt", "is old")]
    outcomes = list(read_items(items, reader, None))
    assert [type(o) for o in outcomes] == [Unreadable, Remark, Read]


def test_known_and_repeated_documents_are_not_read_again(reader, path):
    first = documents(2)
    with ArchiveWriter(path) as archive:
        list(read_items(first, reader, archive))
        outcomes = list(read_items([*documents(3), *documents(3)], reader, archive))
    assert [o.is_known for o in outcomes] == [True, True, True, True, True, False]
    assert reader.batches == [2, 1]


def test_text_that_breaks_the_reader_costs_only_itself(reader, path):
    items = documents(5)
    items[2] = make_document("BAD text.", source="bad")
    with ArchiveWriter(path) as archive:
        outcomes = list(read_items(items, reader, archive))
    assert [o.document.source for o in outcomes] == ["0", "1", "bad", "3", "4"]
    assert isinstance(outcomes[2], Failed)
    assert outcomes[2].reason == "ValueError: no good"
    assert kept(path) == ["0", "1", "3", "4"]


def test_ctrl_c_keeps_and_reports_what_has_been_read_by_then(reader, path):
    items = documents(5)
    items[3] = make_document("STOP here.", source="stop")
    reported = []
    with ArchiveWriter(path) as archive, pytest.raises(KeyboardInterrupt):
        reported.extend(o.document.source for o in read_items(items, reader, archive))
    assert reported == kept(path) == ["0", "1", "2"]


class PressesKeys(FakeReader):
    """Presses Ctrl-C in the middle of a text, and makes something else of it, as libraries do."""

    def read_many(self, batch):
        for record in super().read_many(batch):
            if "PRESS" in record.document.text:
                with contextlib.suppress(KeyboardInterrupt):
                    signal.raise_signal(signal.SIGINT)
                if "RAISE" in record.document.text:
                    raise ValueError("wrapped")
            yield record


@pytest.mark.parametrize("text", ["PRESS here.", "PRESS and RAISE."])
def test_record_that_a_stop_ran_through_is_thrown_away(path, text):
    items = documents(5)
    items[3] = make_document(text, source="pressed")
    reported = []
    with ArchiveWriter(path) as archive, Stop() as stop, pytest.raises(KeyboardInterrupt):
        reported.extend(o.document.source for o in read_items(items, PressesKeys(), archive, stop))
    assert reported == kept(path) == ["0", "1", "2"]


def test_ctrl_c_between_two_outcomes_loses_none_of_the_batch(reader, path):
    reported = []

    def report(outcome):
        reported.append(outcome.document.source)
        if len(reported) == 3:
            signal.raise_signal(signal.SIGINT)

    with ArchiveWriter(path) as archive, Stop() as stop, pytest.raises(KeyboardInterrupt):
        list(map(report, read_items(documents(BATCH * 2), reader, archive, stop)))
    assert len(reported) == BATCH
    assert reported == kept(path)


def test_second_ctrl_c_ends_whatever_is_going_on():
    with Stop() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_long_documents_make_short_batches(reader):
    list(read_items(documents(7, words="Ministers met. " * 1500), reader, None))
    assert reader.batches == [3, 3, 1]
