"""Recoding leaves the records that reading anew would make, and touches nothing else."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.pipeline import load_reader
from dateline.run import read_items
from dateline.run.noting import Noting
from dateline.run.recipes import make_recipe
from dateline.run.recoding import plan_recoding, recode
from dateline.settings import Coder, Settings
from dateline.sources import Known, make_document

TEXTS = (
    "France expelled two Russian diplomats on Tuesday. Ministers juggled the files of the embassy in Paris.",
    "The minister met his colleague in Rome on Monday, and they signed a treaty. Italy said it was content.",
    "Rebels attacked the town on Monday. The Blue Lantern Front said it had shelled the barracks of the army.",
    "China condemned the launch on Wednesday. Japan had juggled with figures, the ministry said.",
)
FRAME = """- id: {id}
  gloss: handles somebody else's papers
  verb: {verb}
  with: {{object: [diplomat, launch, file]}}
  type: {type}
  actor: subject
  recipient: object
  yes:
    - {{text: "Ministers {verb} the files."}}
  no:
    - {{text: "Nobody did."}}
"""
ACTOR = "- {id: group.blue-lantern, name: Blue Lantern Front, kind: armed_group, sector: REB, country: ITA}\n"


def write_frame(folder, *, verb="condemn", kind="ACCUSE"):
    folder.mkdir(exist_ok=True)
    (folder / "own.yaml").write_text(FRAME.format(id=f"{kind.lower()}.own", verb=verb, type=kind))
    return folder


def documents():
    return [
        make_document(
            text, source=str(n), published=date(2015, 11, 26), known=Known(url=f"https://example.org/recode/{n}")
        )
        for n, text in enumerate(TEXTS)
    ]


def load(settings, *, keeps_parses=False):
    load_reader.cache_clear()
    for cached in CACHES:
        cached.cache_clear()
    return Noting(load_reader(settings), keeps_parses)


@pytest.fixture(autouse=True)
def _fresh_knowledge(monkeypatch):
    """Knowledge is loaded once a process; here files change while it runs."""
    yield
    for cached in CACHES:
        cached.cache_clear()


def _caches():
    from dateline.knowledge.actors.loading import load_actor_knowledge
    from dateline.knowledge.frames.loading import load_frames

    return load_frames, load_actor_knowledge


CACHES = _caches()


def read_into(path, settings, *, keeps_parses=False):
    reader = load(settings, keeps_parses=keeps_parses)
    with ArchiveWriter(path, make_recipe(settings)) as archive:
        list(read_items(documents(), reader, archive))


def apply(path, settings, coder=None):
    for cached in CACHES:
        cached.cache_clear()
    with ArchiveWriter(path) as archive:
        plans = plan_recoding(archive, settings, coder)
        return plans, list(recode(archive, plans, load))


def records(path):
    with ArchiveReader(path) as archive:
        return [record.to_json() for record in archive.iter_records()]


def rows(path):
    """Return what the tables say, without the numbers of items, and what full-text search finds."""
    with closing(sqlite3.connect(path)) as connection:
        asked = {
            "events": "SELECT version, id, type, status, date, rule FROM event ORDER BY version, id",
            "roles": "SELECT e.version, e.id, r.role, r.actor FROM role r JOIN event e ON e.number = r.event ORDER BY 1, 2, 3, 4",
            "actors": "SELECT version, id, name, kind FROM actor ORDER BY 1, 2",
            "said": "SELECT s.version, s.id FROM statement_words w JOIN statement s ON s.number = w.rowid "
            "WHERE statement_words MATCH 'content OR shelled OR figures' ORDER BY 1, 2",
            "around": "SELECT s.version, s.id FROM statement_around w JOIN statement s ON s.number = w.rowid "
            "WHERE statement_around MATCH 'treaty OR rebels' ORDER BY 1, 2",
            "readings": "SELECT count(*) FROM reading",
        }
        found = {name: connection.execute(query).fetchall() for name, query in asked.items()}
        for table in ("statement_words", "position_words", "version_words"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return found


@pytest.fixture
def settings(tmp_path):
    return Settings(coder=Coder.FAST, frames=write_frame(tmp_path / "frames"))


@pytest.mark.parametrize("keeps_parses", [False, True])
def test_changed_frame_is_applied_to_the_reports_that_hold_its_word_and_no_others(tmp_path, settings, keeps_parses):
    read_into(tmp_path / "x.db", settings, keeps_parses=keeps_parses)
    write_frame(settings.frames, kind="REJECT")
    plans, done = apply(tmp_path / "x.db", settings)
    assert [plan.versions for plan in plans] == [(4,)]
    assert [one.is_parsed for one in done] == [not keeps_parses]
    assert any(one.is_changed for one in done)
    read_into(tmp_path / "anew.db", settings)
    assert records(tmp_path / "x.db") == records(tmp_path / "anew.db")
    assert rows(tmp_path / "x.db") == rows(tmp_path / "anew.db")


def test_new_actor_is_found_where_it_is_named(tmp_path, settings):
    read_into(tmp_path / "x.db", settings)
    (tmp_path / "actors.yaml").write_text(ACTOR)
    newer = replace(settings, actors=tmp_path / "actors.yaml")
    plans, done = apply(tmp_path / "x.db", newer)
    assert [plan.versions for plan in plans] == [(3,)]
    assert [actor.kind for actor in done[0].after.actors if "Lantern" in actor.name] == ["armed_group"]
    read_into(tmp_path / "anew.db", newer)
    assert records(tmp_path / "x.db") == records(tmp_path / "anew.db")
    assert rows(tmp_path / "x.db") == rows(tmp_path / "anew.db")


def test_nothing_is_read_where_nothing_has_changed(tmp_path, settings):
    read_into(tmp_path / "x.db", settings)
    assert apply(tmp_path / "x.db", settings) == ([], [])


def test_changed_gloss_touches_nothing(tmp_path, settings):
    read_into(tmp_path / "x.db", settings)
    file = settings.frames / "own.yaml"
    file.write_text(file.read_text().replace("somebody else's", "other people's"))
    assert apply(tmp_path / "x.db", settings) == ([], [])


def test_frame_for_a_word_that_no_report_holds_touches_none_and_is_noted(tmp_path, settings):
    read_into(tmp_path / "x.db", settings)
    folder = settings.frames
    (folder / "more.yaml").write_text(FRAME.format(id="aid.own", verb="waltz", type="AID"))
    plans, done = apply(tmp_path / "x.db", settings)
    assert [plan.versions for plan in plans] == [()]
    assert done == []
    assert apply(tmp_path / "x.db", settings) == ([], [])


def test_items_that_stay_keep_their_numbers_and_new_ones_get_new_ones(tmp_path, settings):
    without = replace(settings, frames=None)
    write_frame(settings.frames, verb="juggle")  # an act that nobody else knows
    read_into(tmp_path / "x.db", without)
    before = numbers(tmp_path / "x.db")
    apply(tmp_path / "x.db", settings)
    after = numbers(tmp_path / "x.db")
    stayed = before.keys() & after.keys()
    assert stayed
    assert before.keys() != after.keys()
    assert {key: after[key] for key in stayed} == {key: before[key] for key in stayed}
    assert all(after[key] > max(before.values()) for key in after.keys() - before.keys())
    apply(tmp_path / "x.db", without)
    again = numbers(tmp_path / "x.db")
    assert again.keys() == before.keys()
    assert {key: again[key] for key in stayed} == {key: before[key] for key in stayed}


def numbers(path):
    """Return the number of each item by its report and what it stands on."""
    with ArchiveReader(path) as archive:
        found = archive.query(
            'SELECT i.version, i.layer, e.start, e."end", i.number FROM item i JOIN evidence e ON e.item = i.number '
            "WHERE e.part IN ('trigger', 'content') AND e.ordinal = 1"
        )
    return {(version, layer, start, end): number for version, layer, start, end, number in found.rows}


def test_reports_of_which_nobody_noted_how_they_were_read_are_read_anew(tmp_path, settings):
    read_into(tmp_path / "x.db", settings)
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute("DELETE FROM version_reading WHERE version IN (1, 2)")
        connection.commit()
    plans, _ = apply(tmp_path / "x.db", settings)
    assert [plan.versions for plan in plans] == [(1, 2)]
    assert apply(tmp_path / "x.db", settings) == ([], [])


def test_spoilt_parse_is_made_anew(tmp_path, settings):
    read_into(tmp_path / "x.db", settings, keeps_parses=True)
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute("UPDATE parse SET packed = x'00'")
        connection.commit()
    write_frame(settings.frames, kind="REJECT")
    apply(tmp_path / "x.db", settings)
    read_into(tmp_path / "anew.db", settings)
    assert records(tmp_path / "x.db") == records(tmp_path / "anew.db")
