"""Make extract/events/learned/models/retellings.npz again: which acts of a report tell an event again.

usage: train_retellings.py --gold ../shared/gold/train annotations [--check FOLDER ...] [--out FILE] [--limit N]

It learns from the acts that dateline reads in annotated reports, with the parties and dates that it gives them, not from the
annotated ones: those are filled in from the whole report, so that retellings would always agree.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from fitting import Model, fit, hash_row
from gold import load_reports, tokens_of
from train_parties import OUT

from dateline.evaluate.matching import precision_recall
from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.drafts import Draft
from dateline.extract.events.finding import Findings, draft_events
from dateline.extract.events.learned import weights
from dateline.extract.events.learned.retelling_choice import group_retellings, iter_pairs
from dateline.extract.places import find_places
from dateline.extract.statements import find_statements
from dateline.extract.times import find_times
from dateline.language import Parse
from dateline.pipeline import Reader, load_reader
from dateline.settings import Settings
from dateline.sources.document import make_document

STRENGTH = 0.1
RARE = 3


@dataclass(frozen=True)
class Report:
    """The acts read in an annotated report, each with the annotation's key of its event; None where none is annotated."""

    parse: Parse
    cast: Cast
    drafts: tuple[Draft, ...]
    keys: tuple[str | None, ...]


def load(folders: Sequence[Path], limit: int | None) -> list[Report]:
    """Return annotated reports as dateline reads them."""
    reader = load_reader(Settings())
    reports = load_reports(folders)[:limit]
    documents = (make_document(r["text"], published=r["published"]) for r in reports)
    parses = reader.parser.parse_many(documents)
    return [_read(reader, parse, report) for report, parse in zip(reports, parses, strict=True)]


def _read(reader: Reader, parse: Parse, report: dict[str, Any]) -> Report:
    published, judgement = parse.document.published, reader.taggers.judge(parse)
    times, _ = find_times(parse, published)
    cast = find_actors(parse, reader.actors, published)
    statements, _ = find_statements(parse, cast, times, judgement)
    findings = Findings(cast, times, find_places(parse, cast), statements, judgement)
    drafts = draft_events(parse, findings, reader.frames, published)
    return Report(parse, cast, tuple(drafts), tuple(_find_keys(drafts, parse, report["events"] or [])))


def _find_keys(drafts: Sequence[Draft], parse: Parse, events: Sequence[dict[str, Any]]) -> list[str | None]:
    """Return the key of the event that each act is annotated as: that of the same words, else of the same sentence."""
    keys: list[str | None] = [None] * len(drafts)
    free = dict(enumerate(events))
    for by_words in (True, False):
        for place, draft in enumerate(drafts):
            if keys[place] is None:
                fits = (n for n, e in free.items() if e["type"] == draft.act.type and _touch(draft, parse, e, by_words))
                number = next(fits, None)
                if number is not None:
                    keys[place] = free.pop(number).get("same") or f"alone {number}"
    return keys


def _touch(draft: Draft, parse: Parse, event: dict[str, Any], by_words: bool) -> bool:
    tokens = tokens_of(parse, event["span"])
    if by_words:
        return not set(tokens).isdisjoint(range(draft.act.first, draft.act.last))
    return bool(tokens) and parse.sentence_numbers[tokens[0]] == parse.sentence_numbers[draft.act.trigger.token.i]


def train(reports: Sequence[Report]) -> Model:
    """Return the model."""
    rows: list[list[int]] = []
    labels: list[int] = []
    for report in reports:
        for pair in iter_pairs(report.drafts, report.parse, report.cast):
            one, other = report.keys[pair.earlier], report.keys[pair.later]
            if one is not None and other is not None:
                rows.append(hash_row(name for group in pair.groups for name in group))
                labels.append(int(one == other))
    return fit(rows, labels, strength=STRENGTH, rare=RARE)


def measure(reports: Sequence[Report]) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs of annotated acts that are told to be one."""
    hit = found = gold = 0
    for report in reports:
        grouped = group_retellings(report.drafts, report.parse, report.cast)
        acts = [(d.group, d.act.type, key) for d, key in zip(grouped, report.keys, strict=True) if key is not None]
        for (group, kind, key), (other_group, other_kind, other_key) in combinations(acts, 2):
            if kind is other_kind:
                is_told, is_true = group == other_group, key == other_key
                hit, found, gold = hit + (is_told and is_true), found + is_told, gold + is_true
    return precision_recall(hit, found, gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of annotated reports to learn from"
    )
    parser.add_argument("--check", type=Path, nargs="*", default=(), help="folders of annotated reports to measure on")
    parser.add_argument("--out", type=Path, default=OUT.with_name("retellings.npz"))
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    model = train(load(options.gold, options.limit))
    model.save(options.out)
    print(f"{options.out}: {len(model.rows)} features")
    weights.load_weights.cache_clear()
    for folder in options.check:
        print(f"{folder}: {measure(load([folder], None))}")


if __name__ == "__main__":
    main()
