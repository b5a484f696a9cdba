"""Make extract/events/learned/models/dates.npz again: which date of a report is an act's own.

usage: train_dates.py --gold ../shared/gold/train reports [--out FILE] [--limit N]

What a report told before is among the features. The model learns from the annotated memory; the figure printed is
that of models that did not learn from the report and fill its memory with their own choices, as at run time.
(Learning from such a memory was no better: .612 right, against .614.)
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fitting import Model, fit, hash_row
from gold import load_examples
from train_parties import OUT, iter_acts

from dateline.extract.actors import find_actors
from dateline.extract.events.drafts import Act
from dateline.extract.events.learned.date_features import DateCandidate, DateCandidateFinder, DatedAct
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.times import find_times
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import Parse
from dateline.model import EventStatus

STRENGTH = 0.05
RARE = 2
FOLDS = 5

Choice = Callable[[Sequence[DateCandidate], str | None], str | None]


@dataclass(frozen=True)
class Report:
    """One annotated report, ready to be read act by act."""

    parse: Parse
    finder: DateCandidateFinder
    acts: tuple[tuple[Act, dict[str, Any]], ...]


def load_reports(folders: Sequence[Path], limit: int | None) -> list[Report]:
    """Return the annotated reports with their acts."""
    knowledge = load_actor_knowledge(None)
    reports = []
    for example in load_examples(folders, limit=limit):
        parse = example.parse
        published = parse.document.published
        times, _ = find_times(parse, published)
        cast = find_actors(parse, knowledge, published)
        acts = tuple(iter_acts(example.gold, parse, cast))
        reports.append(Report(parse, DateCandidateFinder(parse, times, published), acts))
    return reports


def read_report(report: Report, choose: Choice) -> tuple[list[list[int]], list[int], int]:
    """Return the rows and labels of a report whose memory `choose` fills, and how many dates it chose right."""
    rows: list[list[int]] = []
    labels: list[int] = []
    right = 0
    memory = Memory()
    for act, event in report.acts:
        told = event.get("source") is not None
        status = EventStatus(event["status"])
        candidates = report.finder.find(DatedAct(act.trigger, act.type, status, told, memory))
        gold = event.get("date") or None
        rows += [hash_row(c.features) for c in candidates]
        labels += [int(c.value == gold) for c in candidates]
        chosen = choose(candidates, gold)
        right += chosen == gold
        token = act.trigger.token
        memory.add(Told(act.type, token, report.parse.sentence_numbers[token.i], chosen, (), ()))
    return rows, labels, right


def remember_gold(_candidates: Sequence[DateCandidate], gold: str | None) -> str | None:
    """Choose the annotated date."""
    return gold


def choose_by(model: Model) -> Choice:
    """Return a choice of the candidate that a model finds likeliest."""

    def choose(candidates: Sequence[DateCandidate], _gold: str | None) -> str | None:
        scores = [model.score(hash_row(c.features))[1] for c in candidates]
        return candidates[int(np.argmax(scores))].value

    return choose


def collect(reports: Sequence[Report], choices: Sequence[Choice]) -> tuple[list[list[int]], list[int], int]:
    """Return rows, labels and right choices of all reports, each read with its own choice."""
    rows: list[list[int]] = []
    labels: list[int] = []
    right = 0
    for report, choose in zip(reports, choices, strict=True):
        more, their_labels, good = read_report(report, choose)
        rows, labels, right = rows + more, labels + their_labels, right + good
    return rows, labels, right


def train(reports: Sequence[Report]) -> tuple[Model, float]:
    """Return the model, and the share of dates that models of other reports chose right."""
    gold: list[Choice] = [remember_gold] * len(reports)
    folds = [fit(*collect(*_others(reports, gold, k))[:2], strength=STRENGTH, rare=RARE) for k in range(FOLDS)]
    choices = [choose_by(folds[number % FOLDS]) for number in range(len(reports))]
    *_, right = collect(reports, choices)
    model = fit(*collect(reports, gold)[:2], strength=STRENGTH, rare=RARE)
    return model, right / sum(len(r.acts) for r in reports)


def _others(reports: Sequence[Report], choices: Sequence[Choice], fold: int) -> tuple[list[Report], list[Choice]]:
    kept = [number for number in range(len(reports)) if number % FOLDS != fold]
    return [reports[n] for n in kept], [choices[n] for n in kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of annotated reports to learn from"
    )
    parser.add_argument("--check", type=Path, help="folder of annotated reports to measure on")
    parser.add_argument("--out", type=Path, default=OUT.with_name("dates.npz"))
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    model, share = train(load_reports(options.gold, options.limit))
    model.save(options.out)
    print(f"{options.out}: {len(model.rows)} features; right in reports not learned from: {share:.3f}")
    if options.check:
        checked = load_reports([options.check], None)
        _, labels, right = collect(checked, [choose_by(model)] * len(checked))
        total = sum(len(r.acts) for r in checked)
        print(f"{options.check}: {right / total:.3f} right of {total}, {Counter(labels)}")


if __name__ == "__main__":
    main()
