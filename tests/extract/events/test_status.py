"""Whether an act is told as done, to come, possible or not so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.events.status.reading import StatusReading, agree_with_date, read_status
from dateline.extract.events.status.readings import UNMARKED, mark
from dateline.extract.events.surroundings import Trigger, find_carrier
from dateline.model import EventType
from dateline.pipeline import Reader
from dateline.sources import make_document

Status = Callable[[str, str], StatusReading]


@pytest.fixture(scope="module")
def status(reader: Reader) -> Status:
    """Read the status of a word of a sentence."""

    def read(sentence: str, text: str) -> StatusReading:
        token = next(t for t in reader.parser.parse(make_document(sentence)).doc if t.text == text)
        carrier = find_carrier(token) if token.pos_ in ("NOUN", "PROPN") else None
        return read_status(Trigger(token, carrier))

    return read


@pytest.mark.parametrize(
    ("sentence", "word", "wanted"),
    [
        ("Turkey attacked Syria.", "attacked", "actual"),
        ("Turkey began withdrawing from Syria.", "withdrawing", "actual"),
        ("Turkey was forced to withdraw from Syria.", "withdraw", "actual"),
        ("Turkey did not attack Syria.", "attack", "negated"),
        ("Turkey never attacked Syria.", "attacked", "negated"),
        ("Turkey failed to capture the town.", "capture", "negated"),
        ("Turkey was prevented from entering the town.", "entering", "negated"),
        ("Turkey refused to leave the town.", "leave", "negated"),
        ("Turkey denied attacking the town.", "attacking", "negated"),
        ("Turkey has yet to leave the town.", "leave", "negated"),
        ("Turkey stopped short of calling for a boycott.", "calling", "negated"),
        ("Few of the soldiers surrendered.", "surrendered", "negated"),
        ("A few soldiers surrendered.", "surrendered", "actual"),
        ("Hardly any soldiers surrendered.", "surrendered", "negated"),
        ("The court acquitted the general of attacking the town.", "attacking", "negated"),
        ("The court convicted the general of attacking the town.", "attacking", "actual"),
        ("Turkey denied rumours of clashes.", "clashes", "negated"),
        ("Turkey spread rumours of clashes.", "clashes", "actual"),
        ("No agreement was reached.", "agreement", "negated"),
        ("The troops left without a fight.", "fight", "negated"),
        ("Turkey cancelled the visit.", "visit", "negated"),
        ("The premier will visit Kenya.", "visit", "planned"),
        ("The premier plans to visit Kenya.", "visit", "planned"),
        ("The premier is expected to visit Kenya.", "visit", "planned"),
        ("The premier is due to visit Kenya.", "visit", "planned"),
        ("The planned visit worries Kenya.", "visit", "planned"),
        ("The visit, which is expected on Friday, worries Kenya.", "visit", "planned"),
        ("Talks scheduled for Friday were moved to Nairobi.", "Talks", "planned"),
        ("The trip is set for the sixth of April.", "trip", "planned"),
        ("The premier is going to visit Kenya.", "visit", "planned"),
        ("The premier is to visit Kenya.", "visit", "planned"),
        ("The army will resume its operations.", "operations", "planned"),
        ("The army resumed its operations.", "operations", "actual"),
        ("If the group does not release the men, the truce will end.", "release", "hypothetical"),
        ("In advance of the visit Kenya freed two men.", "visit", "planned"),
        ("Parliament voted for the expulsion of the envoy.", "expulsion", "planned"),
        ("The attack described by the minister killed two men.", "attack", "actual"),
        ("The premier flew to Seoul for talks.", "talks", "planned"),
        ("Turkey could attack Syria.", "attack", "hypothetical"),
        ("If Turkey attacked the town, Syria would answer.", "attacked", "hypothetical"),
        ("Turkey is considering a withdrawal.", "withdrawal", "hypothetical"),
        ("Turkey called for talks.", "talks", "hypothetical"),
        ("The threat of war grew.", "war", "hypothetical"),
        ("A possible attack was discussed.", "attack", "hypothetical"),
        ("Turkey urged Syria to release the men.", "release", "hypothetical"),
        ("The treaty ended the war.", "war", "actual"),
        ("Turkey claims to have fired the missile.", "fired", "actual"),
    ],
)
def test_marks_of_status(status: Status, sentence: str, word: str, wanted: str) -> None:
    assert status(sentence, word).status == wanted


def test_negation_is_a_mark_that_no_tagger_overrules(status: Status) -> None:
    assert status("Turkey did not attack Syria.", "attack").is_marked


def test_would_is_only_a_hint(status: Status) -> None:
    assert not status("The minister said he would visit Kenya.", "visit").is_marked


def test_what_a_refusal_denies_is_itself_done(reader: Reader) -> None:
    parse = reader.parser.parse(make_document("Israel will not release the men."))
    verb = next(t for t in parse.tokens if t.text == "release")
    assert read_status(Trigger(verb), EventType.REJECT).status == "actual"


@pytest.mark.parametrize(
    ("sentence", "word", "wanted"),
    [
        ("South Africa will not be invited to the summit.", "invited", "negated"),
        ("Turkey must not leave the alliance.", "leave", "actual"),
    ],
)
def test_a_request_that_was_not_made_is_told_from_a_demand_not_to_act(
    reader: Reader, sentence: str, word: str, wanted: str
) -> None:
    token = next(t for t in reader.parser.parse(make_document(sentence)).tokens if t.text == word)
    assert read_status(Trigger(token), EventType.REQUEST).status.value == wanted


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "wanted"),
    [
        ("On Saturday the president ordered sanctions.", "sanctions", EventType.SANCTION, "actual"),
        ("The president will order sanctions.", "sanctions", EventType.SANCTION, "planned"),
        ("The president ordered strikes on the rebels.", "strikes", EventType.ASSAULT, "planned"),
    ],
)
def test_a_measure_is_done_when_it_is_ordered(
    reader: Reader, sentence: str, word: str, kind: EventType, wanted: str
) -> None:
    token = next(t for t in reader.parser.parse(make_document(sentence)).doc if t.text == word)
    assert read_status(Trigger(token, find_carrier(token)), kind).status == wanted


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        (EventType.CONSULT, "2021-03-08", "planned"),
        (EventType.CONSULT, "2021-04", "planned"),
        (EventType.CONSULT, "2021-03-02", "actual"),
        (EventType.CONSULT, "2021-03", "actual"),
        (EventType.CONSULT, None, "actual"),
        (EventType.REQUEST, "2021-03-08", "actual"),
    ],
)
def test_what_is_dated_after_publication_has_not_happened(kind: EventType, value: str | None, wanted: str) -> None:
    assert agree_with_date(UNMARKED, kind, value, date(2021, 3, 2)).status == wanted
    assert agree_with_date(mark(UNMARKED.status, "said so"), kind, value, date(2021, 3, 2)).status == "actual"
