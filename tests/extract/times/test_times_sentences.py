"""Whole sentences of reports, with every time in them: published on Thursday 26 November 2015."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.times import find_times
from dateline.language import Parse, load_parser
from dateline.model import Block, BlockKind, Document, Span, TimeType, identify_document
from dateline.settings import Settings
from dateline.sources.document import make_document

DAY = date(2015, 11, 26)


def parse_text(text: str) -> Parse:
    return load_parser(Settings().model).parse(make_document(text))


def read(text: str, published: date | None = DAY) -> list[tuple[str, str]]:
    parse = parse_text(text)
    times, _ = find_times(parse, published)
    return [(parse.text[time.start : time.end], time.value) for time in times]


LOOKING_BACK = [
    ("The minister resigned on Thursday.", [("Thursday", "2015-11-26")]),
    ("The minister resigned on Friday.", [("Friday", "2015-11-20")]),
    ("The general had fled on Monday, aides said Tuesday.", [("Monday", "2015-11-23"), ("Tuesday", "2015-11-24")]),
    ("Gunmen freed in March were caught again.", [("March", "2015-03")]),
    ("The emir may have left on Saturday.", [("Saturday", "2015-11-21")]),
    ("Wednesday's raid will cost the party dear.", [("Wednesday", "2015-11-25")]),
    ("The queen was crowned on December 20.", [("December 20", "2014-12-20")]),
    ("Rebels signed the June 14 pact.", [("June 14", "2015-06-14")]),
    ("She had given them until Monday to leave.", [("Monday", "2015-11-23")]),
]
LOOKING_AHEAD = [
    ("Envoys extended the truce to December 20.", [("December 20", "2015-12-20")]),
    ("The minister will resign on Friday.", [("Friday", "2015-11-27")]),
    ("The minister is to resign on Monday.", [("Monday", "2015-11-30")]),
    ("The minister is leaving for Cairo on Saturday.", [("Saturday", "2015-11-28")]),
    ("The talks are scheduled for Tuesday.", [("Tuesday", "2015-12-01")]),
    ("The two are expected to confer on Wednesday.", [("Wednesday", "2015-12-02")]),
    ("Both camps agreed to disarm by Sunday.", [("Sunday", "2015-11-29")]),
    ("The new chancellor takes office in January.", [("January", "2016-01")]),
    ("Turnout is feared to be low ahead of Sunday's vote.", [("Sunday", "2015-11-29")]),
    ("The upcoming Friday hearing is closed.", [("The upcoming Friday", "2015-11-27")]),
    ("The court will rule in three weeks.", [("in three weeks", "2015-W51")]),
]
TOLD = [
    (
        "On Monday he flew to Oslo. He was back the following day.",
        [("Monday", "2015-11-23"), ("the following day", "2015-11-24")],
    ),
    ("On Monday he flew to Oslo. That night he was ill.", [("Monday", "2015-11-23"), ("That night", "2015-11-23TNI")]),
    ("In 1994 war broke out. The next year it ended.", [("1994", "1994"), ("The next year", "1995")]),
    ("In 1994 war broke out. Since then 12 men have ruled.", [("1994", "1994"), ("Since then", "1994")]),
    (
        "The mine, shut on October 2, was flooded. On Tuesday it reopened. Guards came back the same day.",
        [("October 2", "2015-10-02"), ("Tuesday", "2015-11-24"), ("the same day", "2015-11-24")],
    ),
    ("Shots fell on Tuesday. At 9 p.m. the fire stopped.", [("Tuesday", "2015-11-24"), ("9 p.m.", "2015-11-24T21:00")]),
    (
        "He left on Tuesday and, two days later, came home.",
        [("Tuesday", "2015-11-24"), ("two days later", "2015-11-26")],
    ),
]
QUOTED = [
    ('"We march today," the chief told his men on Tuesday.', [("today", "2015-11-24"), ("Tuesday", "2015-11-24")]),
    (
        'On Sunday the mayor wrote: "The bridge will open tomorrow."',
        [("Sunday", "2015-11-22"), ("tomorrow", "2015-11-23")],
    ),
    ('"The bridge will open tomorrow," the mayor wrote.', [("tomorrow", "2015-11-27")]),
]
MEASURES = [
    ("The 12-day siege ended.", [("12-day", "P12D")]),
    ("He ruled for two and a half years.", [("two and a half years", "P30M")]),
    ("The envoys met for half an hour.", [("half an hour", "PT30M")]),
    ("Millions fled within hours.", [("hours", "PTXH")]),
    ("It lasted three to four weeks.", [("three to four weeks", "P3W")]),
    ("The clinic treats 40 people a day.", [("a day", "P1D")]),
    ("Guards patrol twice a week.", [("a week", "P1W")]),
    ("The bishop, 81, was held.", [("81", "P81Y")]),
    ("The council meets every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
    ("The yearly pilgrimage has begun.", [("yearly", "P1Y")]),
]
DATES = [
    ("It was signed on 3 May 2012.", [("3 May 2012", "2012-05-03")]),
    ("It was signed on the 3rd of May, 2012.", [("the 3rd of May, 2012", "2012-05-03")]),
    ("It was signed in May, 2012.", [("May, 2012", "2012-05")]),
    ("It ran from April 5 to May 3, 2014.", [("April 5", "2014-04-05"), ("May 3, 2014", "2014-05-03")]),
    ("The party ruled from 1967 to 1995.", [("1967", "1967"), ("1995", "1995")]),
    ("The port was closed feb 26 by the guards.", [("feb 26", "2015-02-26")]),
    ("The clan came in the 18th century.", [("the 18th century", "17")]),
    ("Prices fell in the fourth quarter of 2013.", [("the fourth quarter of 2013", "2013-Q4")]),
    ("The poll was held on Sunday, November 22.", [("Sunday, November 22", "2015-11-22")]),
    ("The poll was held on Tuesday (November 24).", [("Tuesday", "2015-11-24"), ("November 24", "2015-11-24")]),
    ("The line was cut at 0630 GMT on Monday.", [("0630 GMT on Monday", "2015-11-23T06:30Z")]),
]
NO_TIMES = [
    "Theresa May met the envoys.",
    "Troops may march on the port.",
    "About 2000 men guarded the bridge.",
    "They used 2019-nCoV tests.",
    "The second man fled first.",
    "She won on Super Tuesday.",
    "The March 23 Movement denied it.",
    "The Good Friday Agreement holds.",
    "The suspect is in his 30s.",
    "Three-quarters of the votes were void.",
]
CASES = LOOKING_BACK + LOOKING_AHEAD + TOLD + QUOTED + MEASURES + DATES


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_sentence_has_these_times_and_no_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_sentence_has_no_times(text: str) -> None:
    assert read(text) == []


def test_every_time_keeps_anchor_rule_and_reason() -> None:
    times, diagnostics = find_times(parse_text("The envoy is due in Baku on Friday."), DAY)
    assert [(t.type, t.anchor, t.rule) for t in times] == [(TimeType.DATE, "2015-11-26", "day.weekday")]
    assert times[0].reason == "next from publication: due"
    assert diagnostics == []


def test_without_a_publication_date_relative_times_stay_open_and_say_so_once() -> None:
    times, diagnostics = find_times(parse_text("He left on Friday. Last month he was well. It was 2014."), None)
    assert [time.value for time in times] == ["XXXX-WXX-5", "XXXX-XX", "2014"]
    assert [d.message for d in diagnostics] == ["2 times count from a day that is not known"]
    assert (diagnostics[0].start, diagnostics[0].end) == (11, 17)


def test_without_a_publication_date_a_date_told_is_counted_from() -> None:
    text = "He left on 3 May 2012. He was back two days later."
    assert read(text, None) == [("3 May 2012", "2012-05-03"), ("two days later", "2012-05-05")]


def test_headers_are_read_for_dates_only() -> None:
    parts = ["Envoys meet in Baku", "Reuters, 12 staff, November 25, 2015", "Envoys met here on Wednesday."]
    text = "\n\n".join(parts)
    kinds = [BlockKind.TITLE, BlockKind.DATELINE, BlockKind.PARAGRAPH]
    spans = [Span(start=text.index(part), end=text.index(part) + len(part)) for part in parts]
    document = Document(
        id=identify_document(publisher=None, url=None, text=text),
        source="-",
        text=text,
        blocks=tuple(Block(kind=kind, span=span) for kind, span in zip(kinds, spans, strict=True)),
    )
    parse = load_parser(Settings().model).parse(document)
    times, _ = find_times(parse, DAY)
    assert [text[t.start : t.end] for t in times] == ["November 25, 2015", "Wednesday"]


def test_title_in_capitals_is_read() -> None:
    text = "ENVOYS TO MEET NEXT WEEK IN BAKU\n\nEnvoys from both camps will meet in Baku."
    assert read(text) == [("NEXT WEEK", "2015-W49")]


@pytest.mark.parametrize(
    ("modified", "days"),
    [(date(2015, 11, 28), ["2015-11-27", "2015-11-28"]), (date(2016, 2, 1), ["2015-11-20", "2015-11-21"])],
)
def test_weekdays_of_a_report_rewritten_soon_count_back_from_its_last_change(modified: date, days: list[str]):
    document = make_document("Voters rejected the plan on Friday. The count ended on Saturday.")
    parse = load_parser(Settings().model).parse(document.model_copy(update={"modified": modified}))
    assert [time.value for time in find_times(parse, DAY)[0]] == days
