"""Copies and versions in an archive: who belongs together, and what counts."""

import sqlite3
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.copies.invented import ADDED, BODY, OTHER, PARAGRAPHS, report

from dateline.archive import ArchiveReader, ArchiveWriter, Kept, StandingKind
from dateline.model import Record, Wire, WireStatus

FULL = BODY + "\n\n" + "\n\n".join(ADDED)
CUT = "\n\n".join(PARAGRAPHS[:4])


def record_of(document, *words):
    """Make the record of a document that tells one event for each of `words`, at their first place."""
    events = []
    for number, word in enumerate(words, start=1):
        start = document.text.index(word)
        span = {"start": start, "end": start + len(word)}
        events.append(
            {"id": f"e{number}", "type": "AGREE", "quad": 1, "score": 5.0, "status": "actual", "trigger": span, "evidence": span,
             "same_as": f"e{number}", "rule": "test", "reason": "r"}
        )  # fmt: skip
    return Record.model_validate({"document": document, "events": events})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "crisis.db"


def keep(path, *records):
    with ArchiveWriter(path) as archive:
        return [archive.keep([record])[0] for record in records]


def families(path, **asked):
    with ArchiveReader(path) as archive:
        return list(archive.families(**asked))


def sources(path, view="current_version"):
    with ArchiveReader(path) as archive:
        return [source for (source,) in archive.query(f"SELECT source FROM {view} ORDER BY number").rows]


def event_words(path):
    with ArchiveReader(path) as archive:
        return [
            archive.item(number).record.document.source
            for (number,) in archive.query("SELECT number FROM current_event ORDER BY number").rows
        ]


def test_same_text_of_two_publishers_is_a_family_and_counts_once(path):
    keep(
        path,
        record_of(report(publisher="The Post", source="post"), "agreed"),
        record_of(report(publisher="The Herald", source="herald", day=date(2015, 11, 24)), "agreed"),
    )
    (family,) = families(path)
    assert (family.agency, family.origin.publisher, family.reason) == (
        "Reuters", "The Post", "the earliest of those that name the agency",
    )  # fmt: skip
    (copy,) = family.copies
    assert (copy.publisher, copy.similarity, copy.differences) == ("The Herald", 1.0, ())
    assert copy.copy_of == family.origin.document
    assert sources(path) == event_words(path) == ["post"]
    assert sources(path, "current_copy") == ["herald"]
    with ArchiveReader(path) as archive:
        assert [record.document.source for record in archive.iter_records()] == ["post"]
        assert len(list(archive.iter_records(current=False))) == 2


def test_fuller_copy_that_comes_later_speaks_for_the_cut_one(path):
    keep(
        path,
        record_of(report(CUT, publisher="The Post", source="cut"), "agreed"),
        record_of(report(CUT, publisher="The Herald", source="cut too"), "agreed"),
        record_of(report(source="full"), "agreed", "said"),
    )
    (family,) = families(path)
    assert family.origin.source == "full"
    assert {copy.copy_of for copy in family.copies} == {family.origin.document}
    assert [copy.differences[-1] for copy in family.copies] == ["last three paragraphs cut"] * 2
    assert sources(path) == ["full"]


def test_copy_that_tells_more_is_read_on_its_own_and_still_of_the_family(path):
    keep(
        path,
        record_of(report(CUT + "\n\n" + OTHER[0], publisher="The Post", source="more")),
        record_of(report(source="full")),
    )
    (family,) = families(path)
    assert family.copies[0].copy_of is None
    assert family.copies[0].differences[-1] == "two sentences added at the end"
    assert sources(path) == ["more", "full"]


def test_families_are_found_by_publisher_and_by_document(path):
    kept = keep(
        path,
        record_of(report(publisher="The Post")),
        record_of(report(publisher="The Herald")),
        record_of(report(FULL)),
    )
    assert len(families(path, publisher="the herald")) == 1
    assert families(path, publisher="The Gazette") == []
    assert families(path, document=kept[1].record.document.id) == families(path)


def test_later_version_at_the_same_address_is_no_copy(path):
    kept = keep(
        path,
        record_of(report(url="https://example.org/1", source="first"), "agreed"),
        record_of(report(CUT, url="https://example.org/1", source="second"), "agreed"),
    )
    assert [keeping.kept for keeping in kept] == [Kept.NEW, Kept.VERSION]
    assert families(path) == []
    assert sources(path) == event_words(path) == ["second"]


def test_copy_of_the_first_version_does_not_bring_back_what_the_second_took_away(path):
    keep(
        path,
        record_of(report(url="https://example.org/1", source="first"), "agreed"),
        record_of(report(publisher="The Post", source="copy"), "agreed"),
        record_of(report(CUT, url="https://example.org/1", source="second")),
    )
    assert sources(path) == ["second"]
    (family,) = families(path)
    assert [member.source for member in (family.origin, *family.copies)] == ["first", "copy"]
    assert not family.origin.is_current


def wired(body=BODY, *, version=None, status=WireStatus.USABLE, embargo=None, item="urn:wire:1", **more):
    wire = Wire(id=item, version=version, status=status, embargo=embargo)
    return report(body, **more).model_copy(update={"wire": wire})


def test_item_of_a_wire_is_found_again_by_its_id_and_its_higher_version_counts_whatever_came_first(path):
    kept = keep(
        path,
        record_of(wired(CUT, version="10", url="https://example.org/b", source="tenth")),
        record_of(wired(version="9", url="https://example.org/a", source="ninth")),
    )
    assert kept[1].kept is Kept.VERSION
    assert sources(path) == ["tenth"]


def test_version_that_says_it_was_changed_later_counts_whatever_came_first(path):
    later = report(CUT, url="https://example.org/1", source="later").model_copy(update={"modified": date(2015, 11, 25)})
    keep(path, record_of(later), record_of(report(url="https://example.org/1", source="earlier")))
    assert sources(path) == ["later"]


@pytest.mark.parametrize("status", [WireStatus.CANCELED, WireStatus.WITHHELD])
def test_notice_takes_back_all_that_a_report_told_and_another_gives_it_back(path, status):
    keep(
        path,
        record_of(wired(version="1", source="wire"), "agreed"),
        record_of(report(publisher="The Post", source="copy"), "agreed"),
    )
    with ArchiveWriter(path) as archive:
        assert archive.take_notice(wired(version="2", status=status))
    assert sources(path) == event_words(path) == []
    assert families(path)[0].origin.is_withdrawn
    with ArchiveReader(path) as reader:
        assert reader.item(1).standing.kind is StandingKind.WITHDRAWN
        assert reader.query("SELECT status, wire_version FROM withdrawn_document").rows == [(status.value, "2")]
    with ArchiveWriter(path) as archive:
        assert not archive.take_notice(wired(version="3"))
    assert sources(path) == ["wire"]


def test_notice_that_comes_before_its_report_counts(path):
    with ArchiveWriter(path) as archive:
        assert archive.take_notice(wired(version="2", status=WireStatus.CANCELED))
        late = wired(version="1", source="late")
        assert not archive.take_notice(late)
        archive.keep([record_of(late)])
    assert sources(path) == []


def test_report_under_embargo_is_kept_and_not_shown_until_it_ends(path):
    early = wired(embargo="2999-01-01T00:00:00Z", source="wire")
    keep(path, record_of(early, "agreed"))
    assert sources(path) == []
    with ArchiveReader(path) as reader:
        assert (reader.item(1).standing.kind, reader.item(1).standing.since) == (
            StandingKind.EMBARGO,
            "2999-01-01T00:00:00Z",
        )
    keep(path, record_of(report(publisher="The Post", source="paper"), "agreed"))
    assert sources(path) == ["paper"]
    with ArchiveWriter(path) as archive:
        assert not archive.take_notice(wired(source="wire"))
    assert sources(path) == ["wire"]
    keep(path, record_of(wired(CUT, embargo="2001-01-01T01:00:00+02:00", item="urn:wire:2", source="old"), "agreed"))
    with ArchiveReader(path) as reader:
        assert reader.query("SELECT embargo FROM version WHERE source = 'old'").rows == [("2000-12-31T23:00:00Z",)]


def test_report_withheld_until_a_moment_is_under_embargo_and_one_withheld_without_is_taken_back(path):
    until = wired(status=WireStatus.WITHHELD, embargo="2001-01-01T00:00:00Z", source="until")
    with ArchiveWriter(path) as archive:
        assert not archive.take_notice(until)
        archive.keep([record_of(until)])
        assert archive.take_notice(wired(OTHER[0], status=WireStatus.WITHHELD, item="urn:wire:2"))
    assert sources(path) == ["until"]


def test_embargo_that_has_ended_hides_nothing(path):
    keep(path, record_of(wired(embargo="2001-01-01T00:00:00Z", source="wire"), "agreed"))
    assert sources(path) == event_words(path) == ["wire"]


def test_version_under_embargo_leaves_the_one_before_it_standing(path):
    keep(path, record_of(wired(version="1", source="first")))
    keep(path, record_of(wired(CUT, version="2", embargo="2999-01-01T00:00:00Z", source="second")))
    assert sources(path) == ["first"]


def test_item_says_what_stands_in_its_place(path):
    first, second = (
        report(url="https://example.org/1"),
        report(CUT, url="https://example.org/1", day=date(2015, 11, 24)),
    )
    keep(path, record_of(first, "agreed", "Aid groups"), record_of(second, "agreed"))
    with ArchiveReader(path) as reader:
        again, gone, current = (reader.item(number).standing for number in (1, 2, 3))
    assert (again.kind, again.other, again.number, again.since) == (
        StandingKind.SUPERSEDED, second.id, 3, "2015-11-24",
    )  # fmt: skip
    assert (gone.kind, gone.number) == (StandingKind.SUPERSEDED, None)
    assert current.kind is StandingKind.CURRENT


def test_archive_of_an_older_dateline_is_searched_for_copies_when_it_is_next_written_to(path):
    keep(
        path,
        record_of(report(publisher="The Post")),
        record_of(report(publisher="The Herald")),
        record_of(report(FULL)),
    )
    before = families(path)
    with sqlite3.connect(path) as database:
        for table in ("band", "signature", "member", "family"):
            database.execute(f"DELETE FROM {table}")
    ArchiveWriter(path).close()
    assert families(path) == before != []


MANY = [
    report(source="agency"),
    report(publisher="The Post", source="post"),
    report(CUT, publisher="The Herald", agency=None, day=date(2015, 11, 22), source="cut"),
    report("\n\n".join(PARAGRAPHS[1:]), publisher="The Mail", source="topped"),
    report(FULL, publisher="The Times", source="fuller"),
    report("\n\n".join(OTHER), source="other"),
    report("\n\n".join(OTHER), publisher="The Post", source="other copy"),
    report("\n\n".join((*OTHER, *PARAGRAPHS[5:])), publisher="The Globe", agency=None, source="other with background"),
    report("Ministers met in Vellmar.", publisher="The Post", source="short"),
    report("Ministers met in Vellmar.", publisher="The Mail", source="short copy"),
    report("Ministers met in Adler.", publisher="The Mail", source="other short"),
]


def tell_families(path):
    """Return what an archive says of its families, as it does not depend on the order of rows."""
    told = set()
    for family in families(path):
        copies = sorted((copy.source, copy.similarity, copy.differences) for copy in family.copies)
        told.add((family.origin.source, family.agency, family.reason, *copies))
    return told


@pytest.fixture(scope="module")
def told_in_order(tmp_path_factory):
    path = tmp_path_factory.mktemp("order") / "crisis.db"
    keep(path, *map(record_of, MANY))
    return tell_families(path)


def test_reports_fall_into_the_families_they_should(told_in_order):
    members = {(told[0], *(copy[0] for copy in told[3:])) for told in told_in_order if told[0] in ("agency", "other")}
    assert members == {("agency", "cut", "fuller", "post", "topped"), ("other", "other copy", "other with background")}
    assert len(told_in_order) == 3


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(MANY), size=st.integers(1, 4))
def test_families_and_origins_do_not_depend_on_the_order_of_reading(tmp_path_factory, told_in_order, order, size):
    path = tmp_path_factory.mktemp("order") / "crisis.db"
    for start in range(0, len(order), size):
        keep(path, *map(record_of, order[start : start + size]))
    assert tell_families(path) == told_in_order
    assert len(set(sources(path)) & {"other", "other copy", "other with background"}) == 1
