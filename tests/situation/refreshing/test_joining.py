from datetime import date

from tests.situation.conftest import downing, keep, talks

import dateline
from dateline.situation import Scope
from dateline.situation.refreshing import refresh


def values_of(situation):
    return [
        (e.type, e.status, e.date, [p.key for p in e.actors], [p.key for p in e.recipients], len(e.tellings))
        for e in situation.timeline()
    ]


def test_event_that_two_reports_tell_stands_once_with_both_and_the_reason(crisis):
    first, second = crisis.timeline()
    assert [t.citation.publisher for t in first.tellings] == ["Reuters", "dpa"]
    assert first.tellings[0].reason is None
    assert "TUR" in first.tellings[1].reason
    assert (first.corroboration.reports, first.corroboration.independent) == (2, 2)
    assert [p.name for p in second.actors] == ["François Hollande"]


def test_words_are_cited_where_they_stand(crisis):
    event = crisis.timeline()[0]
    cited = event.citation
    record = crisis.record(cited.document)
    assert record.document.text[cited.start : cited.end] == cited.words == event.words
    assert event.words[event.trigger_start : event.trigger_end] == "shot down"
    assert crisis.item(cited.number).record == record


def test_records_stay_as_they_were_and_everything_derived_can_be_made_again(crisis):
    before = list(crisis.iter_records())
    found = values_of(crisis)
    refresh(crisis.path, rebuild=True)
    with dateline.open(crisis.path) as again:
        assert list(again.iter_records()) == before
        assert values_of(again) == found


def test_nothing_is_done_where_nothing_came(crisis):
    assert refresh(crisis.path) == 0


def test_reports_that_come_one_by_one_join_as_if_they_came_together(tmp_path):
    reports = (downing("2015-11-24", "Reuters"), talks("2015-11-26"), downing("2015-11-25", "dpa"))
    together = keep(tmp_path / "together.db", *reports)
    for number, report in enumerate(reports, start=1):
        keep(tmp_path / "single.db", report)
        assert refresh(tmp_path / "single.db") == 1, number
    with dateline.open(together) as one, dateline.open(tmp_path / "single.db") as other:
        assert values_of(one) == values_of(other)


def test_figures_that_differ_stand_beside_each_other(tmp_path):
    path = keep(tmp_path / "x.db", downing("2015-11-24", "Reuters", killed=2), downing("2015-11-25", "dpa", killed=1))
    with dateline.open(path) as situation:
        (event,) = situation.timeline()
    (differing,) = [d for d in event.disagreements if d.about == "killed"]
    assert [(f.value, [c.publisher for c in f.told]) for f in differing.figures] == [("2", ["Reuters"]), ("1", ["dpa"])]


def test_later_version_takes_the_place_of_the_earlier_from_its_day_on(tmp_path):
    old = downing("2015-11-24", "Reuters", killed=2, url="https://example.org/1")
    new = downing(
        "2015-11-24", "Reuters", killed=1, url="https://example.org/1", text="Later: Turkish jets shot down a jet."
    )
    new.document["modified"] = "2015-11-25"
    with dateline.open(keep(tmp_path / "x.db", old, new)) as situation:
        (now,) = situation.timeline()
        (then,) = situation.at(date(2015, 11, 24)).timeline()
        assert (then.killed, now.killed) == (2, 1)
        (change,) = [c for c in situation.changes(date(2015, 11, 24)) if c.layer == "report"]
    assert (change.kind.value, change.day) == ("corrected", date(2015, 11, 25))


def test_situation_of_a_day_is_that_of_an_archive_of_the_reports_by_then(tmp_path):
    reports = [
        downing("2015-11-24", "Reuters"), downing("2015-11-25", "dpa", killed=1), talks("2015-11-26"),
        downing("2015-11-27", "TASS", status="negated"),
    ]  # fmt: skip
    everything = keep(tmp_path / "all.db", *reports)
    with dateline.open(everything) as situation:
        for count in range(1, len(reports) + 1):
            day = date(2015, 11, 23 + count)
            path = keep(tmp_path / f"{count}.db", *reports[:count])
            with dateline.open(path) as then:
                assert values_of(situation.at(day)) == values_of(then)


def test_scope_looks_only_at_what_it_names(crisis):
    assert [e.type for e in crisis.with_scope(actors=("Putin",)).timeline()] == ["CONSULT"]
    assert [e.type for e in crisis.with_scope(countries=("TUR",)).timeline()] == ["ASSAULT"]
    assert [e.type for e in crisis.with_scope(types=("CONSULT",)).timeline()] == ["CONSULT"]
    assert crisis.with_scope(sources=("TASS",)).timeline().total == 0
    assert [e.type for e in crisis.with_scope(since=date(2015, 11, 25)).timeline()] == ["CONSULT"]
    assert crisis.scope == Scope(), "a situation does not change"


def test_page_says_how_much_is_left_out_and_newest_may_come_first(crisis):
    page = crisis.timeline(limit=1, newest_first=True)
    assert ([e.type for e in page], page.total, page.left_out) == (["CONSULT"], 2, 1)
    assert [e.type for e in crisis.timeline(limit=1, offset=1)] == ["CONSULT"]
    assert len(list(crisis.iter_events())) == 2


def test_newest_first_pages_reach_events_without_a_day_at_the_end(tmp_path):
    undated = downing(
        "2015-11-27", "AFP", text="Italy bombed a camp, AFP reports, where tents had shot down in a storm."
    )
    undated.pieces["events"][0] |= {"date": None, "type": "AID"}
    with dateline.open(
        keep(tmp_path / "x.db", downing("2015-11-24", "dpa"), talks("2015-11-26"), undated)
    ) as situation:
        whole = [e.number for e in situation.timeline(newest_first=True)]
        assert [e.date for e in situation.timeline(newest_first=True)] == ["2015-11-26", "2015-11-24", None]
        for size in (1, 2, 3):
            pages = [situation.timeline(limit=size, offset=n, newest_first=True) for n in range(0, 4, size)]
            assert [e.number for page in pages for e in page] == whole
