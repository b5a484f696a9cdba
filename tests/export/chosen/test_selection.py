from datetime import date

import pytest
from tests.export.invented import Invented, expulsion, strike

import dateline
from dateline.archive import ArchiveWriter
from dateline.export.chosen.selection import Selection


def selected(situation):
    return [report.record.document.title for report in Selection(situation).iter_reports()]


def test_all_reports_come_in_the_order_they_were_kept(situation):
    assert selected(situation) == ["Diplomats out", '<b>"Strike"</b> & more']


def test_day_asked_for_knows_no_later_report(situation):
    assert selected(situation.at(date(2015, 11, 26))) == ["Diplomats out"]
    assert selected(situation.at(date(2015, 11, 1))) == []


def test_scope_keeps_the_reports_that_tell_something_in_it(situation):
    assert selected(situation.with_scope(types=("AID",))) == ['<b>"Strike"</b> & more']
    (report,) = Selection(situation.with_scope(sources=("The Post",))).iter_reports()
    assert [told.event.type for told in report.told] == ["SANCTION", "SANCTION"]


def test_limit_on_a_type_asks_for_events_alone(situation):
    (report,) = Selection(situation.with_scope(types=("AID",))).iter_reports()
    assert (len(report.told), report.statements, report.positions) == (1, (), ())


def test_each_day_has_the_version_there_was(tmp_path):
    def version(words, published, modified=None):
        report = Invented(f"France {words} Russia.", published=published, url="https://example.org/1", title=words)
        report.document["modified"] = modified
        france, russia = report.actor("France", country="FRA"), report.actor("Russia", country="RUS")
        report.event(words, "ACCUSE", [france], [russia], quad=3, score=-2.0, cameo="111")
        return report.record()

    path = tmp_path / "versions.db"
    with ArchiveWriter(path) as writer:
        writer.keep([version("accused", "2015-11-24")])
        writer.keep([version("condemned", "2015-11-24", "2015-11-26")])
    with dateline.open(path) as situation:
        assert selected(situation) == ["condemned"]
        assert selected(situation.at(date(2015, 11, 25))) == ["accused"]
        assert selected(situation.at(date(2015, 11, 26))) == ["condemned"]


@pytest.mark.parametrize("record", [expulsion(), strike()])
def test_record_of_everything_is_the_record(tmp_path, record):
    path = tmp_path / "one.db"
    with ArchiveWriter(path) as writer:
        writer.keep([record])
    with dateline.open(path) as situation:
        (report,) = Selection(situation).iter_reports()
        assert report.whole() == record
