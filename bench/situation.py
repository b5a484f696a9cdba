"""How long questions take the processor on an archive: `python -m bench.situation FILE...`.

Every question is asked three times on a situation opened anew, with the file in the system's memory as it is after the
first; the middle time counts. Who is asked about is who takes part in most events. Archives of invented events are made
by `bench.synthetic_archive`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import dateline
from bench.machine import describe_machine
from dateline.situation import Level, Situation

_ROUNDS = 3
RESULTS = Path(__file__).parent / "results"


def iter_questions(situation: Situation) -> Iterator[tuple[str, Callable[[Situation], object]]]:
    """Yield the name of each question and how it is asked."""
    tie = situation.ties(limit=1)[0]
    first, second = tie.first.name, tie.second.name
    actor = situation.actors(limit=1)[0].party.name
    word = situation.matters(limit=1)[0].topic
    middle = _middle(situation)
    yield "timeline", lambda s: s.timeline()
    yield "timeline, newest first", lambda s: s.timeline(newest_first=True)
    yield "timeline of an actor", lambda s: s.with_scope(actors=(actor,)).timeline()
    yield "timeline as of a day", lambda s: s.at(middle).timeline()
    yield "tie of two, by week", lambda s: s.tie(first, second)
    yield "ties with most events", lambda s: s.ties()
    yield "network and balance", lambda s: s.network(fewest=2)
    yield "network of named actors", lambda s: s.network(level=Level.ACTOR, fewest=5)
    yield "who moved closer", lambda s: s.shifts(middle)
    yield "ledger with later evidence", lambda s: s.ledger(limit=40)
    yield "ledger about a word", lambda s: s.ledger(about=word, limit=40)
    yield "page on an actor", lambda s: s.profile(actor)
    yield "stories", lambda s: s.stories(limit=20)
    yield "changes since a day", lambda s: s.changes(middle)
    yield "a question in words", lambda s: s.ask(f"what did {first} say about {word}?")
    yield "a question of who did what", lambda s: s.ask(f"who attacked {second}?")


def _middle(situation: Situation) -> date:
    """Return the day by which half of the reports were known."""
    rows = situation.query(
        "SELECT since FROM known_version WHERE since IS NOT NULL ORDER BY since "
        "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM known_version WHERE since IS NOT NULL)"
    ).rows
    return date.fromisoformat(rows[0][0])


def measure(path: Path) -> dict[str, float]:
    """Return the middle time of each question in milliseconds of the processor, and of opening."""
    times: dict[str, list[float]] = {}
    with dateline.open(path) as situation:
        questions = dict(iter_questions(situation))
    for _ in range(_ROUNDS):
        for name, ask in questions.items():
            with _opened(path, times) as situation:
                began = time.process_time()
                ask(situation)
                times.setdefault(name, []).append(1000 * (time.process_time() - began))
    return {name: round(median(found), 1) for name, found in times.items()}


def _opened(path: Path, times: dict[str, list[float]]) -> Situation:
    began = time.process_time()
    situation = dateline.open(path)
    times.setdefault("opening", []).append(1000 * (time.process_time() - began))
    return situation


def main() -> None:
    """Print and keep the times of the archives asked for."""
    results = []
    for path in map(Path, sys.argv[1:]):
        with dateline.open(path) as situation:
            size = dict(zip(("reports", "events"), situation.query(_SIZE).rows[0], strict=True))
        times = measure(path)
        results.append({"archive": path.stem, **size, "milliseconds": times})
        print(f"{path.name}: {size['reports']:,} reports, {size['events']:,} joined events")
        for name, milliseconds in times.items():
            print(f"  {name:30}{milliseconds:10,.0f} ms")
    now = datetime.now(UTC)
    values = {"when": now.isoformat(timespec="seconds"), "machine": describe_machine(), "archives": results}
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M%S}-situation.json"
    path.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


_SIZE = "SELECT (SELECT count(*) FROM version), (SELECT count(*) FROM joined_event)"

if __name__ == "__main__":
    main()
