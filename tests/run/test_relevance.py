import json
from datetime import date
from pathlib import Path

import pytest
from tests.run.fake_readers import load

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.run import Read, SetAside, read_items
from dateline.run.relevance import ELSEWHERE, NOTHING_POLITICAL, why_irrelevant
from dateline.sources import Known, make_document

GOLD = Path(__file__).parent.parent.parent.parent / "shared" / "gold"

RECIPE = "Peel the apples and slice them thinly. Melt the butter, add the sugar and bake for forty minutes."
MATCH = (
    "The striker scored twice as the team won the cup match at home, and the goalkeeper saved a late goal. The coach "
    "praised his players and said the season was not over. France play the next match of the league on Sunday."
)
RAID = "Rebels shelled the town on Monday and twelve people were killed, a doctor said."


def document(text, **known):
    return make_document(text, source=text[:6], published=date(2015, 11, 26), known=Known(**known))


@pytest.mark.parametrize(("text", "reason"), [(RECIPE, NOTHING_POLITICAL), (MATCH, ELSEWHERE)])
def test_report_on_something_else_is_set_aside_with_the_reason(text, reason):
    assert why_irrelevant(document(text)) == reason


@pytest.mark.parametrize(
    "text",
    [
        RAID,
        "The president of the club spoke about the match.",
        "Somebody came to see them in Tehran yesterday.",
        "The talks took place between ASEAN and others.",
        MATCH + " A bomb killed three soldiers and a policeman near the stadium.",
        MATCH + " Russia, China and Japan were named.",
    ],
)
def test_report_that_may_tell_of_something_political_is_read(text):
    assert why_irrelevant(document(text)) is None


def test_pronoun_is_no_state_and_a_title_counts():
    assert why_irrelevant(document("He told us that the cake was good.")) == NOTHING_POLITICAL
    assert why_irrelevant(document("It said so on Monday.", title="Iran shuts the border")) is None


def test_what_was_set_aside_is_kept_with_its_reason_and_not_looked_at_again(tmp_path):
    asked = []

    def judge(one):
        asked.append(one.source)
        return why_irrelevant(one)

    some = [document(RECIPE), document(RAID), document(MATCH)]
    with ArchiveWriter(tmp_path / "x.db") as archive:
        first = list(read_items(some, load(), archive, None, judge))
        again = list(read_items(some, load(), archive, None, judge))
    assert {o.document.source: o.reason for o in first if isinstance(o, SetAside)} == {
        "Peel t": NOTHING_POLITICAL,
        "The st": ELSEWHERE,
    }
    assert all(o.is_known for o in again)
    assert asked == ["Peel t", "Rebels", "The st"]
    with ArchiveReader(tmp_path / "x.db") as archive:
        assert archive.query("SELECT source, reason FROM set_aside ORDER BY source").rows == [
            ("Peel t", NOTHING_POLITICAL),
            ("The st", ELSEWHERE),
        ]


def test_what_was_set_aside_is_read_when_everything_is_asked_for(tmp_path):
    with ArchiveWriter(tmp_path / "x.db") as archive:
        list(read_items([document(RECIPE)], load(), archive, None, why_irrelevant))
        (outcome,) = read_items([document(RECIPE)], load(), archive)
    assert isinstance(outcome, Read)
    assert not outcome.is_known
    with ArchiveReader(tmp_path / "x.db") as archive:
        assert len(archive) == 1
        assert archive.query("SELECT * FROM set_aside").rows == []


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated reports are not here")
def test_no_annotated_report_with_an_event_is_set_aside():
    for path in sorted(GOLD.glob("*/*.json")):
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["events"]:
            assert why_irrelevant(make_document(values["text"])) is None, path.name
