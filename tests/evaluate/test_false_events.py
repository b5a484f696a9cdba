"""Events where there are none: which reports are taken, and what is counted."""

from __future__ import annotations

from dateline.evaluate.false_events import count_false_events, select_unpolitical
from dateline.pipeline import Reader

SPORT = " ".join(["Norway won the final by two goals.", "The keeper saved a late header.", "The crowd sang."] * 6)
POLITICS = " ".join(["The president met the minister.", "Police arrested a protester.", "The army left."] * 6)


def test_reports_of_sport_are_taken_and_reports_of_politics_left() -> None:
    assert list(select_unpolitical([SPORT, POLITICS])) == [SPORT]


def test_short_texts_show_no_topic() -> None:
    assert list(select_unpolitical(["Norway won the final."])) == []


def test_every_event_in_such_a_report_is_false(reader: Reader) -> None:
    figures = count_false_events([SPORT, POLITICS], reader, sentences=30)
    assert figures.sentences == 36
    assert figures.events == sum(count for _, count in figures.rules) == len(figures.lines)
    assert all("Norway" not in line for line in figures.lines)
    assert figures.per_thousand > 0
