"""Ways that spare a large archive work find what the plain ways find."""

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import downing, keep, pledge, talks

import dateline


def promise(day, agency, matter="open the border to grain from the south"):
    """A report in which Turkey promises Russia something, in the same words whichever agency tells it."""
    report = Builder(f"Turkey will {matter}, {agency} reports.", published=day, agency=agency, title="Border")
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.position(matter, [turkey], kind="commitment", toward=[russia], topic="border")
    return report


def undated(agency):
    """A report of which nobody knows the day."""
    report = Builder(f"Turkey will send grain to Russia by sea, {agency} reports.", published=None, agency=agency)
    turkey, russia = report.actor("Turkey", country="TUR"), report.actor("Russia", country="RUS")
    report.position("send grain to Russia by sea", [turkey], kind="commitment", toward=[russia], topic="grain")
    return report


@pytest.fixture
def autumn(tmp_path):
    """A situation of days in which two promise, meet and shoot, some of it told twice and one of it on no known day."""
    reports = (
        pledge(),
        promise("2015-11-20", "Reuters"),
        promise("2015-11-23", "dpa"),
        promise("2015-11-23", "AP", "close the border to grain from the north"),
        undated("TASS"),
        downing("2015-11-24", "Reuters"),
        downing("2015-11-25", "dpa"),
        talks("2015-11-26"),
        promise("2015-11-27", "AFP", "open the border to trucks with grain"),
    )
    with dateline.open(keep(tmp_path / "autumn.db", *reports)) as situation:
        yield situation


def names(event):
    return {party.country for party in (*event.actors, *event.recipients)}


@pytest.mark.parametrize("code", ["RUS", "TUR", "FRA"])
@pytest.mark.parametrize("newest_first", [False, True])
def test_events_of_one_actor_are_those_of_all_in_which_it_takes_part_in_the_same_order(autumn, code, newest_first):
    every = [event for event in autumn.timeline(newest_first=newest_first) if code in names(event)]

    found = autumn.with_scope(actors=(code,)).timeline(newest_first=newest_first)

    assert [event.number for event in found] == [event.number for event in every]
    assert found.total == len(every)


def test_event_in_which_one_actor_acts_and_is_acted_upon_is_found_once(tmp_path):
    report = Builder("France and Russia accused each other.", published="2015-11-26", agency="dpa", title="Blame")
    both = report.actor("France", country="FRA"), report.actor("Russia", country="RUS")
    report.event("accused", list(both), list(reversed(both)), type="ACCUSE", quad=3, score=-2.0)
    with dateline.open(keep(tmp_path / "blame.db", report)) as situation:
        assert len(situation.with_scope(actors=("FRA",)).timeline()) == 1


def test_what_one_speaker_holds_is_what_all_hold_of_that_speaker_page_by_page(autumn):
    every = [entry for entry in autumn.ledger(later=False) if any(party.country == "TUR" for party in entry.holders)]

    whole = autumn.ledger(by="TUR", later=False)
    pages = [entry for offset in range(5) for entry in autumn.ledger(by="TUR", later=False, limit=1, offset=offset)]

    assert [entry.number for entry in whole] == [entry.number for entry in every]
    assert pages == list(whole)
    assert whole.total == len(every) == 4
    assert whole[-1].day is None


def test_what_came_later_is_the_same_on_a_page_and_for_a_position_alone(autumn):
    entries = autumn.ledger()

    assert any(entry.later for entry in entries)
    assert all(autumn.entry(entry.number).later == entry.later for entry in entries)
    assert [autumn.ledger(limit=1, offset=place)[0].later for place in range(len(entries))] == [
        entry.later for entry in entries
    ]


def test_weeks_of_a_tie_are_the_sums_of_its_days(autumn, day):
    days = [f"2015-11-{number}" for number in range(16, 31)]

    tie = autumn.tie("TUR", "RUS")
    single = [autumn.with_scope(since=day(one), until=day(one)).tie("TUR", "RUS") for one in days]

    assert tie.forth == sum((one.forth for one in single[1:]), single[0].forth)
    assert tie.back == sum((one.back for one in single[1:]), single[0].back)
    assert (tie.forth.conflict, tie.forth.said) == (1, 4)
