"""Learn what each feature of a comparison weighs, and write it into knowledge/data/joining/weights.yaml.

usage: train_joins.py --chains ../shared/corpora/same_event_ecb.jsonl --pairs ../shared/corpora/current_events_2025.jsonl
                      --pairs ../shared/corpora/wikinews.jsonl [--write]

Logistic regression, drawn to the weights a person expected (`prior` in the file) and kept on their side of zero: what
the annotation cannot tell (no report of ECB+ has a day of publication) stays as expected. It learns from pairs of the
odd topics of ECB+, from the bundled reports, and from pairs of two public corpora that were read and judged by hand:
`joins.tsv` names them by the corpus's ids and the offsets of the acts, says 1 where both tell one event, and for how many
such pairs it stands. The even topics are for choosing nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from dateline.compare.background import Background
from dateline.compare.candidates import fits_type, pair_candidates
from dateline.compare.likeness import Features, compare_tellings
from dateline.compare.mentions import EventMention, Report, iter_mentions
from dateline.compare.tellings import Telling, gather_tellings
from dateline.evaluate.same_event import is_odd, iter_found
from dateline.knowledge.joining import FOLDER, load_weight_entries
from dateline.model import Document, Record
from dateline.pipeline import load_reader
from dateline.settings import load_settings
from dateline.sources import ReadOptions, iter_items, make_document

EXAMPLES = Path(__file__).parent.parent / "examples" / "november-2015"
JUDGED = Path(__file__).with_name("joins.tsv")
SPREAD = 0.7
"""How far a weight may lie from the expected one before that counts: the prior's standard deviation."""
CHAINS_COUNT = 400.0
"""All pairs of ECB+ together count as much as this many pairs judged by hand."""

FRESH_COUNT = 150.0
"""All pairs of a corpus that are two events by their days, likewise."""
EXAMPLES_COUNT = 80.0
"""All pairs of the bundled reports, likewise."""


@dataclass(frozen=True)
class Pair:
    """Two tellings' features, whether they tell one event, and how much the pair counts."""

    features: Features
    same: bool
    counts: float = 1.0


@dataclass(frozen=True)
class Corpus:
    """The tellings of a corpus, with the number of the telling at each act, by the report's id and the act's offset."""

    tellings: Mapping[int, Telling]
    background: Background
    at: Mapping[tuple[str, int], int]

    @classmethod
    def of(cls, ids: Sequence[str], records: Sequence[Record]) -> Corpus:
        """Number all events, and gather what each report tells."""
        mentions: list[EventMention] = []
        at: dict[tuple[str, int], int] = {}
        for index, (name, record) in enumerate(zip(ids, records, strict=True), start=1):
            numbers = {event.id: len(mentions) + n for n, event in enumerate(record.events, start=1)}
            report = Report(index, index, index, published=record.document.published)
            mentions.extend(iter_mentions(record, report, numbers))
            at.update({(name, e.trigger.start): numbers[e.same_as] for e in record.events})
        tellings = gather_tellings(mentions)
        return cls({t.number: t for t in tellings}, Background.of(tellings), at)


def iter_chain_pairs(entries: Sequence[dict], records: Sequence[Record]) -> Iterator[Pair]:
    """Yield the candidate pairs among annotated events of the odd topics."""
    corpus = Corpus.of([e["id"] for e in entries], records)
    chain_of: dict[int, str] = {}
    for entry, record in zip(entries, records, strict=True):
        if is_odd(str(entry["topic"])):
            starts = {event.id: event.trigger.start for event in record.events}
            for chain, event_id in iter_found(entry, record):
                chain_of[corpus.at[entry["id"], starts[event_id]]] = chain
    for telling, likely, akin in pair_candidates(corpus.tellings.values(), corpus.background):
        for other in (*likely, *akin):
            if {telling.number, other.number} <= chain_of.keys():
                features = compare_tellings(telling, other, corpus.background)
                yield Pair(features, chain_of[telling.number] == chain_of[other.number])


def iter_judged_pairs(ids: Sequence[str], records: Sequence[Record]) -> Iterator[Pair]:
    """Yield the pairs of `joins.tsv` that a corpus holds and whose acts were found."""
    corpus = Corpus.of(ids, records)
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            one = corpus.at.get((row["first"], int(row["first_act"])))
            other = corpus.at.get((row["second"], int(row["second_act"])))
            if one is not None and other is not None:
                features = compare_tellings(corpus.tellings[one], corpus.tellings[other], corpus.background)
                yield Pair(features, row["same"] == "1", float(row["counts"]))


def iter_fresh_pairs(ids: Sequence[str], records: Sequence[Record]) -> Iterator[Pair]:
    """Yield candidate pairs that are two events by their days: each told on the day it happened, on different days."""
    corpus = Corpus.of(ids, records)
    for telling, likely, akin in pair_candidates(corpus.tellings.values(), corpus.background):
        for other in (*likely, *akin):
            if is_fresh(telling) and is_fresh(other) and telling.days != other.days:
                yield Pair(compare_tellings(telling, other, corpus.background), same=False)


def iter_example_pairs(folder: Path, records: Mapping[str, Record]) -> Iterator[Pair]:
    """Yield pairs of passages of the bundled reports that tell one event, and of those that tell two."""
    corpus = Corpus.of(list(records), list(records.values()))
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    told = {
        (index, corpus.at[passage["file"], start])
        for index, event in enumerate(expected["joins"])
        for passage in event["told"]
        for start in _acts_in(passage, records[passage["file"]])
    }
    for (event, one), (other_event, other) in combinations(sorted(told), 2):
        first, second = corpus.tellings[one], corpus.tellings[other]
        if first.report.number != second.report.number and fits_type(first.type, second.type):
            yield Pair(compare_tellings(first, second, corpus.background), event == other_event)


def _acts_in(passage: Mapping[str, Any], record: Record) -> list[int]:
    start = -1
    for _ in range(passage.get("nth", 1)):
        start = record.document.text.index(passage["text"], start + 1)
    end = start + len(passage["text"])
    return [e.trigger.start for e in record.events if e.trigger.start < end and start < e.trigger.end]


def is_fresh(telling: Telling) -> bool:
    """Tell whether a report tells something of its own day."""
    return telling.day is not None and telling.day == telling.report.published


def fit(pairs: Sequence[Pair], prior: Mapping[str, float], rounds: int = 4000, step: float = 0.5) -> dict[str, float]:
    """Return the weights that make the pairs likeliest given the prior, each on its prior's side of zero."""
    names = list(prior)
    place = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(pairs), len(names)))
    for row, pair in enumerate(pairs):
        matrix[row, place["always"]] = 1.0
        for name, value in pair.features.items():
            matrix[row, place[name]] = value
    same = np.array([pair.same for pair in pairs], float)
    counts = np.array([pair.counts for pair in pairs])
    expected = np.array([prior[name] for name in names])
    weights, side = expected.copy(), np.sign(expected)
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (counts * (same - chance)) - (weights - expected) / SPREAD**2
        weights = weights + step * slope / counts.sum() * 4
        weights = np.where(side * weights < 0, 0.0, weights)
    return dict(zip(names, np.round(weights, 2).tolist(), strict=True))


def write_weights(weights: Mapping[str, float]) -> None:
    """Put the weights into the file, and leave all else in it as it is."""
    path = FOLDER / "weights.yaml"
    text = path.read_text(encoding="utf-8")
    for name, weight in weights.items():
        text = re.sub(rf"(- \{{id: {name},.* weight: )[-\d.]+\}}", rf"\g<1>{weight}}}", text)
    path.write_text(text, encoding="utf-8")


def report_fit(pairs: Sequence[Pair], weights: Mapping[str, float]) -> str:
    """Say how many pairs that the weights join are one event, and how many of one event they join."""
    joined = [p for p in pairs if weights["always"] + sum(weights[n] * v for n, v in p.features.items()) > 0]
    right = sum(p.counts for p in joined if p.same)
    return (
        f"{len(pairs)} pairs, {sum(p.same for p in pairs)} of one event; "
        f"of those joined {right / max(1e-9, sum(p.counts for p in joined)):.2f} right, "
        f"of those of one event {right / max(1e-9, sum(p.counts for p in pairs if p.same)):.2f} joined"
    )


def read_corpus(path: Path) -> tuple[list[dict], list[Record]]:
    """Return a corpus's entries with their records, read in fast mode."""
    entries = [json.loads(line) for line in path.open(encoding="utf-8")]
    documents = (
        make_document(e["text"], source=e["id"], published=date.fromisoformat(e["date"]) if e.get("date") else None)
        for e in entries
    )
    return entries, list(load_reader(load_settings(coder="fast")).read_many(documents))


def read_examples(folder: Path) -> dict[str, Record]:
    """Return the records of the bundled reports by the names of their files."""
    documents = [item for item in iter_items([str(folder)], ReadOptions()) if isinstance(item, Document)]
    records = load_reader(load_settings(coder="fast")).read_many(documents)
    return {Path(record.document.source).name: record for record in records}


def gather_pairs(chains: Path, judged: Iterable[Path]) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs of ECB+, weighed down, and those judged by hand or known otherwise."""
    chained = list(iter_chain_pairs(*read_corpus(chains)))
    found: list[Pair] = []
    for path in judged:
        entries, records = read_corpus(path)
        ids = [e["id"] for e in entries]
        found.extend(iter_judged_pairs(ids, records))
        found.extend(weigh_down(list(iter_fresh_pairs(ids, records)), FRESH_COUNT))
    found.extend(weigh_down(list(iter_example_pairs(EXAMPLES, read_examples(EXAMPLES))), EXAMPLES_COUNT))
    return weigh_down(chained, CHAINS_COUNT), found


def weigh_down(pairs: Sequence[Pair], count: float) -> list[Pair]:
    """Return pairs that together count as much as `count` pairs."""
    return [Pair(p.features, p.same, count / len(pairs)) for p in pairs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chains", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--write", action="store_true", help="put the weights into the file")
    options = parser.parse_args()
    chained, judged = gather_pairs(options.chains, options.pairs)
    prior = {entry.id: entry.prior for entry in load_weight_entries()}
    weights = fit([*chained, *judged], prior)
    for name, weight in weights.items():
        print(f"{name:18s} expected {prior[name]:6.2f}  learned {weight:6.2f}")
    print("ECB+, odd topics:", report_fit(chained, weights))
    print("judged by hand:", report_fit(judged, weights))
    if options.write:
        write_weights(weights)


if __name__ == "__main__":
    main()
