"""Actors of all reports under one key: who is the same, how they are called, in how many reports.

A key found in a report may turn out to be short for a fuller one when another report brings that ("hollande/FRA",
"francois-hollande/FRA"); what was derived from such an actor is then derived again.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.archive.asking.names import fold_name
from dateline.compare.actor_keys import country_of, identify_actor, merge_keys, name_of
from dateline.knowledge.actors.states import load_states
from dateline.model import Actor, ActorId, ActorKind, Mention, MentionForm, Sector
from dateline.situation.parties.party import is_group, name_group
from dateline.situation.rows import Row, writing

_A_NAME = (Mention.model_construct(start=0, end=1, form=MentionForm.NAME),)
_NO_NAME = (Mention.model_construct(start=0, end=1, form=MentionForm.NOMINAL),)


def add_parties(connection: sqlite3.Connection, versions: Sequence[int]) -> set[int]:
    """Find the parties of the actors of new versions; return the keys, known before, that now mean another party."""
    actors = writing(connection)("report_actors", versions=versions)
    keyed = [(row, key.key) for row in actors if (key := identify_actor(_as_actor(row)))]
    _insert_keys(connection, keyed)
    moved = _merge(connection, {key for _, key in keyed})
    numbers = dict(connection.execute("SELECT key, number FROM party_key").fetchall()) if keyed else {}
    connection.executemany(
        "INSERT OR REPLACE INTO party_of (version, actor, key) VALUES (?, ?, ?)",
        [(row["version"], row["id"], numbers[key]) for row, key in keyed],
    )
    _count_names(connection, keyed)
    _choose_names(connection, {key for _, key in keyed})
    return moved


def ensure_country(connection: sqlite3.Connection, code: str) -> int:
    """Return the number of the party that stands for a country, made where no report names the state."""
    row = connection.execute("SELECT number FROM party WHERE key = ?", (code,)).fetchone()
    if row:
        return int(row[0])
    name = state_name(code)
    number = connection.execute(
        "INSERT INTO party (key, name, country, kind, reports, events) VALUES (?, ?, ?, 'state', 0, 0)",
        (code, name, code),
    ).lastrowid
    connection.execute("INSERT INTO party_key (key, ending, party) VALUES (?, NULL, ?)", (code, number))
    _add_name(connection, int(number or 0), name, 0)
    return int(number or 0)


def state_name(code: str) -> str:
    """Return how dateline calls the state of a code; the code itself for none."""
    state = load_states().get(code)
    return state.name if state else code


def _as_actor(row: Row) -> Actor:
    """Return as much of an actor as telling it from others needs."""
    return Actor.model_construct(
        id=ActorId(row["id"]),
        name=row["name"],
        kind=ActorKind(row["kind"]),
        country=row["country"],
        country_assumed=bool(row["country_assumed"]),
        sector=Sector(row["sector"]) if row["sector"] else None,
        wikidata=row["wikidata"],
        mentions=_A_NAME if row["is_named"] else _NO_NAME,
        reason="",
    )


def _insert_keys(connection: sqlite3.Connection, keyed: Iterable[tuple[Row, str]]) -> None:
    """Give every new key a party of its own for now."""
    first: dict[str, Row] = {}
    for row, key in keyed:
        first.setdefault(key, row)
    connection.executemany(
        "INSERT OR IGNORE INTO party (key, name, country, kind, reports, events) VALUES (?, ?, ?, ?, 0, 0)",
        [(key, row["name"], row["country"] or country_of(key), row["kind"]) for key, row in first.items()],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO party_key (key, ending, party) SELECT :key, :ending, number FROM party WHERE key = :key",
        [{"key": key, "ending": name_of(key)[-1] if name_of(key) else None} for key in first],
    )


def _merge(connection: sqlite3.Connection, keys: set[str]) -> set[int]:
    """Let keys that end alike mean the fullest one; return the numbers of keys that moved."""
    endings = {name_of(key)[-1] for key in keys if name_of(key)}
    moved: set[int] = set()
    for ending in sorted(endings):
        found = connection.execute(
            "SELECT k.number, k.key, p.key FROM party_key k JOIN party p ON p.number = k.party WHERE k.ending = ?",
            (ending,),
        ).fetchall()
        if len(found) < 2:
            continue
        fullest = merge_keys(key for _, key, _ in found)
        for number, key, before in found:
            if fullest[key] != before:
                connection.execute(
                    "UPDATE party_key SET party = (SELECT number FROM party WHERE key = ?) WHERE number = ?",
                    (fullest[key], number),
                )
                _move_names(connection, number, before, fullest[key])
                moved.add(number)
    return moved


def _move_names(connection: sqlite3.Connection, key: int, before: str, after: str) -> None:
    """Count what reports call a key for the party it means now, and no longer for the one before."""
    names = connection.execute(
        "SELECT a.name, count(*) FROM party_of o JOIN actor a ON a.version = o.version AND a.id = o.actor "
        "WHERE o.key = ? GROUP BY a.name",
        (key,),
    ).fetchall()
    reports = connection.execute("SELECT count(DISTINCT version) FROM party_of WHERE key = ?", (key,)).fetchone()[0]
    for party, sign in ((before, -1), (after, 1)):
        number = connection.execute("SELECT number FROM party WHERE key = ?", (party,)).fetchone()[0]
        for name, count in names:
            _add_name(connection, number, name, sign * count)
        connection.execute("UPDATE party SET reports = reports + ? WHERE number = ?", (sign * reports, number))


def _count_names(connection: sqlite3.Connection, keyed: Iterable[tuple[Row, str]]) -> None:
    seen = {(row["version"], key, row["name"]) for row, key in keyed}
    counts = Counter((key, name) for _, key, name in seen)
    reports = Counter(key for _, key in {(version, key) for version, key, _ in seen})
    for (key, name), number in sorted(counts.items()):
        party = connection.execute("SELECT party FROM party_key WHERE key = ?", (key,)).fetchone()[0]
        _add_name(connection, party, name, number)
    connection.executemany(
        "UPDATE party SET reports = reports + ? WHERE number = (SELECT party FROM party_key WHERE key = ?)",
        [(number, key) for key, number in reports.items()],
    )


def _add_name(connection: sqlite3.Connection, party: int, name: str, reports: int) -> None:
    """Count reports that call a party so; a name no report uses any more is forgotten."""
    folded = " ".join(fold_name(name))
    known = connection.execute(
        "SELECT number, reports FROM party_name WHERE party = ? AND name = ?", (party, name)
    ).fetchone()
    if known is None:
        if reports >= 0:
            number = connection.execute(
                "INSERT INTO party_name (party, name, folded, reports) VALUES (?, ?, ?, ?)",
                (party, name, folded, reports),
            ).lastrowid
            connection.execute("INSERT INTO party_words (rowid, folded) VALUES (?, ?)", (number, folded))
        return
    number, before = known
    if before + reports > 0:
        connection.execute("UPDATE party_name SET reports = ? WHERE number = ?", (before + reports, number))
        return
    connection.execute("INSERT INTO party_words (party_words, rowid, folded) VALUES ('delete', ?, ?)", (number, folded))
    connection.execute("DELETE FROM party_name WHERE number = ?", (number,))


def _choose_names(connection: sqlite3.Connection, keys: set[str]) -> None:
    """Call each party what most reports call it; of equals the longer name, then the first in the alphabet."""
    connection.executemany(_NAME_IT, [(key,) for key in sorted(keys) if not is_group(key)])
    groups = [key for key in sorted(keys) if is_group(key)]
    connection.executemany(
        "UPDATE party SET name = ? WHERE key = ?",
        [(name_group(key, state_name(country_of(key) or key)), key) for key in groups],
    )


_NAME_IT = """
UPDATE party SET name = coalesce(
  (SELECT n.name FROM party_name n WHERE n.party = party.number
   ORDER BY n.reports DESC, length(n.name) DESC, n.name LIMIT 1), name)
WHERE number = (SELECT party FROM party_key WHERE key = ?)
"""
