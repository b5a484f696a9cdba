import sqlite3
from contextlib import closing
from datetime import date
from itertools import product

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import keep

import dateline
from dateline.errors import BadQuestion
from dateline.situation import Level, Party
from dateline.situation.refreshing import refresh
from dateline.situation.ties.balance import _explain

STATES = {"FRA": "France", "DEU": "Germany", "ITA": "Italy"}


def act(day, one, other, *, quad, score, trigger="acted"):
    report = Builder(f"{one} {trigger} towards {other} on {day}.", published=day, agency=f"Agency {day}")
    sides = [[report.actor(STATES[code], country=code)] for code in (one, other)]
    report.event(trigger, *sides, date=day, quad=quad, score=score, type="AID" if quad < 3 else "SANCTION")
    return report


@pytest.fixture
def triangle(tmp_path):
    """France on good terms with Germany and Italy, which are on bad terms with each other; one act a fortnight earlier."""
    path = keep(
        tmp_path / "x.db",
        act("2015-11-03", "DEU", "FRA", quad=4, score=-6.0),
        act("2015-11-17", "FRA", "DEU", quad=2, score=7.0),
        act("2015-11-18", "FRA", "DEU", quad=2, score=7.0, trigger="helped"),
        act("2015-11-19", "FRA", "ITA", quad=2, score=7.0),
        act("2015-11-20", "DEU", "ITA", quad=4, score=-6.0),
    )
    with dateline.open(path) as situation:
        yield situation


def test_tie_counts_both_directions_week_by_week_with_empty_weeks_between(triangle):
    tie = triangle.tie("France", "DEU")
    assert [(w.monday.isoformat(), w.forth.cooperation, w.back.conflict, w.both.score) for w in tie.weeks] == [
        ("2015-11-02", 0, 1, -6.0),
        ("2015-11-09", 0, 0, 0.0),
        ("2015-11-16", 2, 0, 14.0),
    ]
    assert (tie.forth.events, tie.back.events, tie.both.score) == (2, 1, 8.0)


COUNTED = (
    "SELECT level, party, toward, count(*), sum(quad IN (1, 2)), sum(quad IN (3, 4)), total(score) "
    "FROM tie WHERE quad > 0 AND until IS NULL GROUP BY level, party, toward ORDER BY level, party, toward"
)


def totals(path):
    with closing(sqlite3.connect(path)) as archive:
        kept = archive.execute("SELECT * FROM tie_total ORDER BY level, party, toward").fetchall()
        return kept, archive.execute(COUNTED).fetchall()


def test_totals_kept_of_ties_are_what_counting_them_gives(triangle, tmp_path):
    kept, counted = totals(tmp_path / "x.db")
    assert kept == counted
    assert kept


def test_totals_follow_what_is_joined_anew_and_what_comes_later(triangle, tmp_path):
    path = tmp_path / "x.db"
    refresh(path, rebuild=True)
    assert totals(path)[0] == totals(path)[1]
    keep(path, act("2015-11-21", "ITA", "FRA", quad=1, score=2.5))
    with dateline.open(path) as situation:
        edges = situation.network(fewest=1).edges
    kept, counted = totals(path)
    assert kept == counted
    assert sum(edge.cooperation + edge.conflict for edge in edges) == sum(row[3] for row in kept if row[0] == 0)


def test_tie_of_one_with_itself_is_refused(triangle):
    with pytest.raises(BadQuestion, match="are the same: France"):
        triangle.tie("FRA", "France")


def test_network_tells_the_triad_under_strain(triangle):
    found = triangle.network()
    assert {(e.first, e.second): e.sign for e in found.edges} == {
        ("DEU", "FRA"): 1,
        ("FRA", "ITA"): 1,
        ("DEU", "ITA"): -1,
    }
    (strained,) = found.strained
    assert (found.triads, found.balance) == (1, 0.0)
    assert strained.reason == "Germany and Italy are each on good terms with France and on bad terms with each other"
    assert sorted(found.to_networkx().nodes) == ["DEU", "FRA", "ITA"]


def test_ties_with_most_events_come_first_and_days_limit_them(triangle):
    first = triangle.ties()[0]
    assert (first.first.key, first.second.key) == ("DEU", "FRA")
    assert triangle.with_scope(since=date(2015, 11, 19)).ties().total == 2
    assert triangle.at(date(2015, 11, 17)).network().edges[0].cooperation == 1


def test_two_periods_tell_who_moved_closer(triangle):
    (shift,) = triangle.shifts(date(2015, 11, 10), fewest=1)
    assert (shift.before, shift.after, shift.change) == (-6.0, 7.0, 13.0)
    assert shift.citations[0].published >= date(2015, 11, 17)
    with pytest.raises(BadQuestion, match="does not part the days"):
        triangle.with_scope(since=date(2015, 11, 10)).shifts(date(2015, 11, 10))


def test_named_actors_have_ties_of_their_own(crisis):
    (tie,) = [t for t in crisis.ties(level=Level.ACTOR) if "Hollande" in t.first.name + t.second.name]
    assert {tie.first.name, tie.second.name} == {"François Hollande", "Vladimir Putin"}
    assert crisis.tie("Hollande", "Russia").both.events == 1, "a country stands for all who act for it"
    assert crisis.tie("FRA", "RUS").both.said == 1, "a position towards somebody is said to them"


@pytest.mark.parametrize("signs", list(product((1, -1), repeat=3)))
def test_every_triad_is_told_in_words_that_fit_its_signs(signs):
    parties = [Party(name, name, None, "state") for name in "ABC"]
    told = _explain(parties, signs)
    pairs = dict(zip(("AB", "AC", "BC"), signs, strict=True))
    if len(set(signs)) == 1:
        assert told == f"A, B and C are {'all on bad' if signs[0] < 0 else 'on good'} terms with each other"
        return
    odd = next(pair for pair, sign in pairs.items() if list(signs).count(sign) == 1)
    third = next(name for name in "ABC" if name not in odd)
    terms = "good" if pairs[odd] < 0 else "bad"
    assert told.startswith(f"{odd[0]} and {odd[1]} are each on {terms} terms with {third}")
