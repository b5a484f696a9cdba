"""How much of what is written down of the bundled reports the ledger holds: all of it is asked, the floor is what was reached.

What is missing is missing mostly because the reading has no such position, or because what bears on it shares no word with
it ("apologize" and "we are truly saddened"): no word list says that, and nothing is added for one text.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
import yaml
from tests.conftest import DEMO

import dateline
from dateline.archive import ArchiveWriter
from dateline.run import read_items
from dateline.sources import Known, make_document

FLOORS = {"positions": 37, "later": 11}
"""Of 51 positions and 36 passages that bear on them, in the fast mode (12 before the taggers learned from more reports: two
passages were lost, one was won)."""


@pytest.fixture(scope="module")
def expected():
    return yaml.safe_load((DEMO / "expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def november(expected, reader, tmp_path_factory):
    """The bundled reports read with the days and addresses that the caller knows."""
    path = tmp_path_factory.mktemp("november") / "november.db"
    documents = [
        make_document(
            (DEMO / report["file"]).read_text(encoding="utf-8"),
            source=report["file"],
            published=report["published"],
            known=Known(published=report["published"], url=report["url"], publisher=report["publisher"]),
        )
        for report in expected["reports"]
    ]
    with ArchiveWriter(path) as archive:
        for _ in read_items(documents, reader, archive):
            pass
    with dateline.open(path) as situation:
        yield situation


def stands_at(citations: Iterable, file: str, words: str) -> bool:
    """Tell whether one of some citations overlaps words of a file."""
    text = (DEMO / file).read_text(encoding="utf-8")
    start = text.index(words)
    return any(c.source == file and c.start < start + len(words) and start < c.end for c in citations)


def test_ledger_holds_what_is_written_down_as_far_as_it_was_reached(november, expected, capsys):
    entries = november.ledger(limit=None)
    held = {
        one["id"]: [e for e in entries if stands_at((e.citation, *e.also), one["file"], one["content"])]
        for one in expected["ledger"]
    }
    asked = [(one["id"], later) for one in expected["ledger"] for later in one["later"]]
    beside = [
        later
        for identity, later in asked
        if stands_at([b.citation for e in held[identity] for b in e.later], later["file"], later["text"])
    ]
    positions = sum(map(bool, held.values()))
    with capsys.disabled():
        print(
            f"\nledger: {positions} of {len(held)} positions, {len(beside)} of {len(asked)} passages that bear on them"
        )
    assert positions >= FLOORS["positions"]
    assert len(beside) >= FLOORS["later"]


def test_no_entry_says_that_a_promise_was_kept_or_broken(november):
    told = {b.relation for e in november.ledger(limit=None) for b in e.later}
    assert told <= {"event", "repeated", "opposed", "further", "answered", "disputed", "other", "statement"}


def test_first_version_counts_until_the_second_came(november):
    (first, second) = november.query(
        "SELECT since, until FROM known_version k JOIN version v ON v.number = k.version "
        "WHERE v.url LIKE '%turkey-russia-warplane' ORDER BY since"
    ).rows
    assert (first, second) == (("2015-11-24", "2015-11-25"), ("2015-11-25", None))
    then = november.at(date(2015, 11, 24)).statements(about="NATO")
    assert all(said.citation.published <= date(2015, 11, 24) for said in then)


def test_downing_is_one_event_of_many_reports(november):
    turkish = november.with_scope(countries=("TUR",), types=("ASSAULT",)).timeline(limit=None)
    event = max(turkish, key=lambda e: e.corroboration.reports)
    assert (event.date, event.actors[0].country) == ("2015-11-24", "TUR")
    assert event.corroboration.reports >= 8
    assert event.corroboration.independent < event.corroboration.reports


def test_words_of_every_answer_stand_where_they_are_cited(november):
    texts = {r.document.id: r.document.text for r in november.iter_records(current=False)}
    cited = [t.citation for e in november.timeline(limit=None) for t in e.tellings]
    cited += [b.citation for e in november.ledger(limit=None) for b in e.later if b.layer == "event"]
    assert len(cited) > 300
    assert all(texts[c.document][c.start : c.end] == c.words for c in cited)
