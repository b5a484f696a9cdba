"""Archives of invented reports of any size, to time questions on: `python -m bench.synthetic_archive EVENTS FILE`.

Reports are made of a few hundred words at random, ten events, a statement and a position each, by states and people at
random over two years. The rows of the records and those derived from them are written directly, as reading and joining
would leave them; every tenth event is told by two reports. What joining costs is measured elsewhere.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.archive.database import open_database
from dateline.archive.keeping.writer import pack_record
from dateline.compare.words import stems_of
from dateline.knowledge.actors.states import load_states
from dateline.model import Record, identify_document
from dateline.situation.refreshing.refreshing import RULES

_EVENTS_A_REPORT = 10
_PEOPLE = 3000
_FIRST = date(2023, 1, 1)
_DAYS = 730
_TYPES = {
    "CONSULT": (1, 3.0), "AGREE": (1, 5.0), "AID": (2, 7.0), "ACCUSE": (3, -2.0), "THREATEN": (3, -5.0),
    "SANCTION": (4, -6.0), "ASSAULT": (4, -9.0), "MOBILIZE": (4, -6.0),
}  # fmt: skip
_VERBS = dict(zip(_TYPES, "meets signs helps blames warns sanctions bombs deploys".split(), strict=True))
_KINDS = ("goal", "commitment", "demand", "refusal", "denial", "warning")
_SYLLABLES = "ka mo ri ta len dor vin sa pel ga nor bi tu ram el os".split()


@dataclass(frozen=True, slots=True)
class _Party:
    number: int
    key: str
    name: str
    country: str
    kind: str


class SyntheticArchive:
    """Writes an archive of `events` invented events; the same number gives the same archive."""

    def __init__(self, path: Path, events: int) -> None:
        self._connection = open_database(path)
        self._events = events
        self._random = random.Random(events)
        self._words = ["".join(self._random.choices(_SYLLABLES, k=3)) for _ in range(4000)]
        self._stems: Counter[str] = Counter()
        self._states: dict[str, int] = {}
        self._item = 0

    def write(self) -> None:
        """Write it all, in one transaction."""
        connection = self._connection
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA cache_size = -600000")  # 600 MB: rows of all tables come in turn
        connection.execute("BEGIN")
        parties = self._write_parties()
        for version in range(1, self._events // _EVENTS_A_REPORT + 1):
            self._write_report(version, parties)
        connection.executemany("INSERT INTO stem VALUES (?, ?)", self._stems.items())
        connection.execute(
            "UPDATE joining SET rules = ?, stale = 0, item = ?, version = (SELECT max(number) FROM version)",
            (RULES, self._item),
        )
        connection.execute(
            "UPDATE party SET events = (SELECT count(*) FROM joined_party WHERE level = 1 AND party = number), reports = 100"
        )
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()

    def _write_parties(self) -> list[_Party]:
        states = sorted(load_states().values(), key=lambda state: state.code)[:190]
        parties = [_Party(n, s.code, s.name, s.code, "state") for n, s in enumerate(states, start=1)]
        for number in range(len(parties) + 1, _PEOPLE):
            name = f"{self._word().title()} {self._word().title()}{number}"
            country = self._random.choice(states).code
            parties.append(_Party(number, f"{name.lower().replace(' ', '-')}/{country}", name, country, "person"))
        self._states = {p.country: p.number for p in parties if p.kind == "state"}
        for p in parties:
            self._insert("party", p.number, p.key, p.name, p.country, p.kind, 1, 0)
            self._insert("party_key", p.number, p.key, p.key.split("/")[0].split("-")[-1], p.number)
            self._insert("party_name", p.number, p.number, p.name, p.name.lower(), 1)
            self._connection.execute(
                "INSERT INTO party_words (rowid, folded) VALUES (?, ?)", (p.number, p.name.lower())
            )
        return parties

    def _word(self) -> str:
        return self._random.choice(self._words)

    def _insert(self, table: str, *values: object) -> None:
        self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)

    def _write_report(self, version: int, parties: list[_Party]) -> None:
        day = (_FIRST + timedelta(days=version * _EVENTS_A_REPORT * _DAYS // self._events)).isoformat()
        chosen = [self._choose(parties) for _ in range(2 * _EVENTS_A_REPORT + 2)]
        kinds = [self._random.choice(list(_TYPES)) for _ in range(_EVENTS_A_REPORT)]
        sentences = [
            f"{chosen[2 * i].name} {_VERBS[kind]} {chosen[2 * i + 1].name} over {' '.join(self._word() for _ in range(8))}."
            for i, kind in enumerate(kinds)
        ]
        said = f"{' '.join(self._word() for _ in range(8))}"
        text = "\n\n".join([*sentences, f"{chosen[-2].name} said {said}."])
        self._write_version(version, day, text)
        start = 0
        for index, (kind, sentence) in enumerate(zip(kinds, sentences, strict=True)):
            self._write_event(version, day, kind, sentence, start, chosen[2 * index], chosen[2 * index + 1])
            start += len(sentence) + 2
        for layer in ("statement", "position"):
            self._write_said(version, day, layer, said, text.index(said), chosen[-2], chosen[-1])

    def _choose(self, parties: list[_Party]) -> _Party:
        """Return somebody; a few are in most of the news."""
        return parties[min(int(self._random.paretovariate(0.8)), len(parties)) - 1]

    def _write_version(self, version: int, day: str, text: str) -> None:
        source = f"synthetic/{version}"
        publisher = f"Paper {version % 40}"
        identity = identify_document(publisher=publisher, url=None, text=f"{version}{text}")
        values = {"id": identity, "source": source, "publisher": publisher, "published": day, "text": text}
        record = Record.model_validate({"document": values})
        self._insert_named("document", number=version, address=source)
        self._insert_named(
            "version", number=version, id=identity, document=version, ordinal=1, source=source, title=f"Report {version}",
            publisher=publisher, authors="[]", published=day, language="en", text=text, added=f"{day}T00:00:00+00:00",
            record=pack_record(record),
        )  # fmt: skip
        self._insert("known_version", version, version, version, 0, day, None, publisher, None)
        story = version - version % 50 + 1
        self._insert("story_report", version, story, day, f"Report {version}", "")
        if version % 50 == 1:
            self._insert("story", story, f"Story {story}", day, day, 500, 50, day)

    def _insert_named(self, table: str, **values: object) -> None:
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))

    def _new_item(self, version: int, layer: str) -> tuple[int, str]:
        self._item += 1
        name = f"{layer[0]}{self._item}"
        self._insert("item", self._item, version, layer, name)
        return self._item, name

    def _write_event(
        self, version: int, day: str, kind: str, sentence: str, start: int, one: _Party, other: _Party
    ) -> None:
        number, name = self._new_item(version, "event")
        quad, score = _TYPES[kind]
        self._insert_named(
            "event", number=number, version=version, id=name, type=kind, contexts="[]", quad=quad, score=score,
            status="actual", date=day, same_as=name, rule="synthetic", reason="synthetic",
        )  # fmt: skip
        act = start + len(one.name) + 1
        self._insert("evidence", number, "trigger", 1, act, act + len(_VERBS[kind]))
        self._insert("evidence", number, "sentence", 1, start, start + len(sentence))
        joined = number - 12 if number > 12 and number % 10 == 0 else number
        if self._connection.execute("SELECT 1 FROM joined_event WHERE number = ?", (joined,)).fetchone() is None:
            joined = number
        stems = stems_of(sentence)
        self._stems.update(stems)
        self._insert("telling", number, joined, version, kind, day, day, _VERBS[kind], " ".join(sorted(stems)))
        self._connection.execute(
            "INSERT INTO event_words (rowid, words, parties) VALUES (?, ?, ?)",
            (number, sentence, f"{one.name} {other.name}"),
        )
        if joined == number:
            self._insert_named(
                "joined_event", number=number, type=kind, status="actual", quad=quad, score=score, date=day, first_day=day,
                last_day=day, since=day, reports=1, sources=1, story=version - version % 50 + 1,
            )  # fmt: skip
        for role, ordinal, party in (("actor", 1, one), ("recipient", 2, other)):
            self._name(version, party)
            self._insert("role", number, role, ordinal, version, f"a{party.number}")
            for level, stands in ((1, party.number), (0, self._country(party))):
                self._connection.execute(
                    "INSERT OR IGNORE INTO joined_party SELECT ?, ?, first_day, number, ? FROM joined_event WHERE number = ?",
                    (level, stands, role, joined),
                )
        for level, pair in ((1, (one.number, other.number)), (0, (self._country(one), self._country(other)))):
            if joined == number and pair[0] != pair[1]:
                self._insert("tie", level, *pair, day, quad, score, day, None, number)

    def _country(self, party: _Party) -> int:
        """Return the number of the state somebody acts for."""
        return self._states[party.country]

    def _name(self, version: int, party: _Party) -> None:
        """Let a report name somebody."""
        self._connection.execute(
            "INSERT OR IGNORE INTO actor (version, id, name, kind, country, reason) VALUES (?, ?, ?, ?, ?, 'synthetic')",
            (version, f"a{party.number}", party.name, party.kind, party.country),
        )
        self._connection.execute(
            "INSERT OR IGNORE INTO party_of VALUES (?, ?, ?)", (version, f"a{party.number}", party.number)
        )

    def _write_said(
        self, version: int, day: str, layer: str, said: str, start: int, one: _Party, other: _Party
    ) -> None:
        number, name = self._new_item(version, layer)
        self._name(version, one)
        self._name(version, other)
        kind = "indirect"
        if layer == "statement":
            self._insert_named(
                "statement", number=number, version=version, id=name, speaker=f"a{one.number}", words=said, anonymous=0,
                directness=kind, rule="synthetic", reason="synthetic",
            )  # fmt: skip
            self._insert("speaker", number, 1, version, f"a{one.number}")
        else:
            kind = self._random.choice(_KINDS)
            self._insert_named(
                "position", number=number, version=version, id=name, kind=kind, words=said, topic=said.split()[0],
                rule="synthetic", reason="synthetic",
            )  # fmt: skip
            self._insert("stance", number, "holder", 1, version, f"a{one.number}")
            self._insert("stance", number, "toward", 1, version, f"a{other.number}")
            self._insert("topic", said.split()[0], number)
        self._insert("evidence", number, "content", 1, start, start + len(said))
        stems = stems_of(said)
        self._stems.update(stems)
        self._insert(
            "utterance", number, layer, kind, version, day, day, None, f"{one.number}|{said}", " ".join(sorted(stems))
        )
        self._connection.execute(
            "INSERT INTO utterance_words (rowid, words, parties, around) VALUES (?, ?, ?, '')", (number, said, one.name)
        )
        for level, stands in ((1, one.number), (0, self._country(one))):
            self._insert("voice", level, stands, layer, "by", day, number)


def main() -> None:
    """Write the archive asked for."""
    events, path = int(sys.argv[1]), Path(sys.argv[2])
    SyntheticArchive(path, events).write()
    with sqlite3.connect(path) as connection:
        print(path, connection.execute("SELECT count(*) FROM joined_event").fetchone()[0], "joined events")


if __name__ == "__main__":
    main()
