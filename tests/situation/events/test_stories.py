"""Every event of a story can be opened, whatever version counts."""

from datetime import date

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import downing, keep

import dateline


def untitled(text, day="2015-11-24", trigger="rose"):
    report = Builder(text, published=day, agency="Reuters")
    report.event(trigger, type="PROTEST", quad=3, score=-3.0)
    return report


@pytest.fixture
def corrected(tmp_path):
    """A report whose second version tells its event in other words, and another agency's report of the same event."""
    first = downing("2015-11-24", "Reuters", url="https://example.org/jet")
    later = downing(
        "2015-11-24", "Reuters", url="https://example.org/jet",
        text="Turkish jets shot down a Russian warplane near the border, an update by Reuters says.",
    )  # fmt: skip
    later.document["modified"] = "2015-11-26"
    with dateline.open(keep(tmp_path / "a.db", first, downing("2015-11-25", "dpa"), later)) as situation:
        yield situation


@pytest.mark.parametrize("day", [None, date(2015, 11, 24), date(2015, 11, 25), date(2015, 11, 26)])
def test_events_of_a_story_open_under_the_numbers_it_gives_whatever_version_counts(corrected, day):
    situation = corrected.at(day)
    (story,) = situation.stories()
    assert story.events
    assert [situation.event(number).number for number in story.events] == list(story.events)
    assert [citation.number for citation in story.citations] == list(story.events)


def test_story_lists_no_event_that_no_version_tells_any_more(tmp_path):
    first = untitled("Crowds rose in the harbour. Shots were fired.")
    first.document["url"] = "https://example.org/bread"
    first.event("fired")
    later = untitled("Crowds rose in the harbour. Nobody fired, it turned out.")
    later.document |= {"url": "https://example.org/bread", "modified": "2015-11-26"}
    with dateline.open(keep(tmp_path / "a.db", first, later)) as situation:
        assert [situation.event(n).type for n in situation.stories()[0].events] == ["PROTEST"]
