"""Figures of the taggers alone on annotated reports, by the conditions of score.py beside the folder.

usage: measure.py --gold ../shared/gold/dev [--model combined|linear|encoder] [--coder fast|careful]

Events are made of every token whose probability of no event is under a threshold; statements and positions of
the decoded spans. What rules add or take away is not measured here.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from gold import Example, load_examples

from dateline.extract.taggers import Judgement, Layers, labels, load_taggers
from dateline.extract.taggers.spans import TaggedSpan, decode_spans
from dateline.settings import Coder

THRESHOLDS = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
LEANS = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0)


def load_scorer(gold: Path) -> ModuleType:
    """Return score.py, which stands beside the folder of annotated reports."""
    spec = importlib.util.spec_from_file_location("score", gold.resolve().parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build_record(example: Example, layers: Layers, *, threshold: float, lean: float) -> dict[str, Any]:
    """Return a record with the events, statements and positions that the layers alone suggest."""
    return {
        "document": {"text": example.gold["text"]},
        "events": list(_events(example, layers, threshold)),
        "statements": [
            {"content": [_place(example, p) for p in pieces]}
            for pieces in _join(example, decode_spans(layers.content, "content", lean=lean))
        ],
        "positions": [
            {"kind": s.kind, "content": _place(example, s)}
            for s in decode_spans(layers.position, "position", lean=lean)
        ],
    }


def _events(example: Example, layers: Layers, threshold: float) -> Iterator[dict[str, Any]]:
    for token in np.flatnonzero(1 - layers.event[:, 0] > threshold):
        number = int(token)
        yield {
            "type": labels.EVENTS[1 + int(layers.event[number, 1:].argmax())],
            "status": labels.STATUSES[int(layers.status[number].argmax())],
            "trigger": {"start": example.parse.start(number), "end": example.parse.end(number)},
        }


def _place(example: Example, span: TaggedSpan) -> dict[str, int]:
    return {"start": example.parse.start(span.first), "end": example.parse.end(span.last - 1)}


def _join(example: Example, spans: Sequence[TaggedSpan], *, gap: int = 12) -> list[list[TaggedSpan]]:
    """Take two pieces of one paragraph, with no more than a cue between them, for one statement."""
    joined: list[list[TaggedSpan]] = []
    for span in spans:
        last = joined[-1][-1] if joined else None
        if last is not None and 1 < span.first - last.last <= gap and _share_sentence(example, last, span):
            joined[-1].append(span)
        else:
            joined.append([span])
    return joined


def _share_sentence(example: Example, left: TaggedSpan, right: TaggedSpan) -> bool:
    return bool(example.parse.sentence_numbers[left.last - 1] == example.parse.sentence_numbers[right.first])


def measure_parties(examples: Sequence[Example], layers: Sequence[Layers]) -> dict[str, float]:
    """Return the F1 of the likeliest role over all pairs, and the share of triggers without error."""
    hit, found, wanted = np.zeros(3), np.zeros(3), np.zeros(3)
    whole = total = 0
    for example, layer in zip(examples, layers, strict=True):
        for party in example.parties:
            roles = np.array(party.roles)
            said = layer.parties(party.trigger, party.words).argmax(axis=1)
            for role in (1, 2):
                hit[role] += ((roles == role) & (said == role)).sum()
                found[role] += (said == role).sum()
                wanted[role] += (roles == role).sum()
            whole, total = whole + bool((roles == said).all()), total + 1
    f1 = 2 * hit / np.maximum(found + wanted, 1)
    return {"actor F1": f1[1], "recipient F1": f1[2], "all right": whole / max(total, 1)}


def report(scorer: ModuleType, examples: Sequence[Example], layers: Sequence[Layers]) -> None:
    """Print the figures of one model."""
    reports = [e.gold for e in examples]
    for threshold in THRESHOLDS:
        records = [build_record(e, x, threshold=threshold, lean=0) for e, x in zip(examples, layers, strict=True)]
        print(f"threshold {threshold:4}", _row(scorer.score(reports, records)[0]["events"], "status"))
    for lean in LEANS:
        records = [build_record(e, x, threshold=0.5, lean=lean) for e, x in zip(examples, layers, strict=True)]
        scores = scorer.score(reports, records)[0]
        print(f"lean {lean:4}  statements", _row(scores["statements"]), " positions", _row(scores["positions"]))
    gold_events = [(layers[i].status[j].argmax() == e.targets["status"][j]) for i, e in enumerate(examples)
                   for j in np.flatnonzero(e.targets["status"] >= 0)]  # fmt: skip
    print(f"status at gold triggers {np.mean(gold_events):.3f}", f"conditions {_token_f1(examples, layers):.3f}")
    print("parties", {k: round(float(v), 3) for k, v in measure_parties(examples, layers).items()})


def _row(scores: dict[str, float], *more: str) -> str:
    return " ".join(f"{k} {scores.get(k, 0):.3f}" for k in ("f1", "precision", "recall", *more))


def _token_f1(examples: Sequence[Example], layers: Sequence[Layers]) -> float:
    """F1 of the tokens of conditions."""
    gold = np.concatenate([e.targets["condition"] > 0 for e in examples])
    said = np.concatenate([x.condition.argmax(axis=1) > 0 for x in layers])
    return float(2 * (gold & said).sum() / max(gold.sum() + said.sum(), 1))


def pick(judgement: Judgement, model: str) -> Layers:
    layers = getattr(judgement, model)
    if layers is None:
        raise SystemExit("the fast mode has no encoder")
    return layers  # type: ignore[no-any-return]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--model", choices=("combined", "linear", "encoder"), action="append")
    parser.add_argument("--coder", type=Coder, default=Coder.CAREFUL)
    options = parser.parse_args()
    examples = load_examples([options.gold])
    judgements = list(load_taggers(options.coder).judge_many(e.parse for e in examples))
    for model in options.model or ("combined", "linear", "encoder"):
        print(model)
        report(load_scorer(options.gold), examples, [pick(j, model) for j in judgements])


if __name__ == "__main__":
    main()
