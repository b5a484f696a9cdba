"""Make extract/events/learned/models/dates.npz again: which date of a report is an act's own.

usage: train_dates.py --gold ../shared/gold/train [--out FILE] [--limit N]
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
from gold import load_examples
from train_parties import OUT, fit, iter_acts, remember

from dateline.extract.actors import find_actors
from dateline.extract.events.learned.date_features import DateCandidateFinder, DatedAct
from dateline.extract.events.learned.memory import Memory
from dateline.extract.times import find_times
from dateline.knowledge.actors import load_actor_knowledge
from dateline.model import EventStatus

STRENGTH = 0.5
RARE = 2


def collect(folder: Path, limit: int | None) -> tuple[list[list[int]], list[int]]:
    rows: list[list[int]] = []
    labels: list[int] = []
    knowledge = load_actor_knowledge(None)
    for example in load_examples(folder, limit=limit):
        parse = example.parse
        published = parse.document.published
        times, _ = find_times(parse, published)
        finder = DateCandidateFinder(parse, times, published)
        cast = find_actors(parse, knowledge, published)
        memory = Memory()
        for act, event in iter_acts(example.gold, parse, cast):
            told = event.get("source") is not None
            for candidate in finder.find(DatedAct(act.trigger, act.type, EventStatus(event["status"]), told, memory)):
                rows.append([zlib.crc32(f.encode()) for f in candidate.features])
                labels.append(int(candidate.value == (event.get("date") or None)))
            memory.add(remember(act, parse, event, {}))
    return rows, labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of annotated reports to learn from")
    parser.add_argument("--out", type=Path, default=OUT.with_name("dates.npz"))
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    rows, labels = collect(options.gold, options.limit)
    arrays = fit(rows, labels, strength=STRENGTH, rare=RARE)
    np.savez_compressed(options.out, **arrays)
    print(f"{options.out}: {len(rows)} candidates, {Counter(labels)}, {len(arrays['keys'])} features")


if __name__ == "__main__":
    main()
