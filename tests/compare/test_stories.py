from datetime import date

from tests.archive.sample_record import make_record

from dateline.compare.stories import StoryReport, group_reports, make_story_report
from dateline.compare.words import stems_of

FLOOD = "The river Oster broke its banks near Veren"
STRIKE = "Dockers of Mostal walked out over pay"


def told(number: int, title: str, day: int, more: str = "", month: int = 3) -> StoryReport:
    return StoryReport(number, title, date(2021, month, day), stems_of(f"{title} {more}"))


def test_reports_that_follow_one_matter_over_days_are_one_story():
    stories = group_reports(
        [
            told(1, FLOOD, 1, "villages evacuated"),
            told(2, STRIKE, 1, "port closed"),
            told(3, "Oster flood reaches Veren", 3, "river villages evacuated army"),
            told(4, "Dockers return in Mostal", 4, "pay port deal"),
        ]
    )
    assert [story.reports for story in stories] == [(1, 3), (2, 4)]
    assert (stories[0].first, stories[0].last) == (date(2021, 3, 1), date(2021, 3, 3))


def test_a_story_is_called_after_its_central_report():
    (story,) = group_reports(
        [
            told(1, "Veren under water", 1, "river Oster villages"),
            told(2, "River Oster floods villages near Veren", 2, "water army"),
            told(3, "Army sent to villages on the Oster", 3, "river Veren"),
        ]
    )
    assert (story.central, story.title) == (2, "River Oster floods villages near Veren")


def test_the_same_matter_after_a_long_silence_is_a_new_story():
    stories = group_reports([told(1, FLOOD, 1), told(2, FLOOD, 2), told(3, FLOOD, 2, month=6), told(4, STRIKE, 1)])
    assert [story.reports for story in stories] == [(1, 2), (3,), (4,)]


def test_stories_do_not_depend_on_the_order_of_reports_and_hold_each_report_once():
    reports = [told(n, (FLOOD, STRIKE)[n % 2], n) for n in range(1, 12)]
    stories = group_reports(reports)
    assert stories == group_reports(reversed(reports))
    assert sorted(number for story in stories for number in story.reports) == [report.number for report in reports]


def test_a_report_is_about_its_words_its_actors_and_the_events_it_shares():
    report = make_story_report(make_record(), 7, {"e1": 42})
    assert (report.number, report.title) == (7, "Diplomats out")
    assert {"actor:FRA", "actor:RUS", "event:42", "expel", "diplomat"} <= report.marks
