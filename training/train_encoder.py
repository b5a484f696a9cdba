"""Teach the encoder all layers at once; export_encoder.py makes models/encoder.onnx of the result.

usage: train_encoder.py --gold ../shared/gold/train reports/neighbours --early reports/... --out FILE [--epochs N] [--mask P]
       [--single] [--fold K] [--limit N] [--seed N]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from batches import Batch, iter_batches
from gold import UNJUDGED, Example, load_examples
from network import Network, base_folder
from torch import Tensor, nn
from torch.nn import functional

from dateline.extract.taggers.taggers import MODELS
from dateline.extract.taggers.wordpiece import WordPieces

SHARES = {
    "event": 1.0, "status": 0.4, "content": 1.0, "voice": 0.5, "position": 1.0, "condition": 0.6, "dating": 0.3,
}  # fmt: skip
PARTIES = 0.7
DATES = 0.3
NO_EVENT = 0.6  # the weight of the commonest label, so that events are found rather than missed
IN_CONDITION = 5.0  # sixty conditions among sixty thousand words are not learned at equal weight
SMOOTHING = 0.05
MASK = 103  # the piece [MASK]
EARLY = 5 / 8
"""The share of the passes that show the early reports too: the last ones settle on how the others are annotated."""


def measure_loss(network: Network, batch: Batch, *, masked: float) -> Tensor:
    """Return the weighted loss of all layers on one batch."""
    pieces = batch.pieces
    if masked:
        hidden = (torch.rand(pieces.shape) < masked) & (pieces > MASK)
        pieces = pieces.masked_fill(hidden, MASK)
    states = network(pieces, batch.mask)[batch.words[:, 0], batch.words[:, 1]]
    total = torch.zeros(())
    for layer, scores in network.split_tags(states).items():
        target = batch.targets[layer]
        if (target != UNJUDGED).any():
            total = total + SHARES[layer] * _layer_loss(layer, scores, target)
    if len(batch.pairs):
        trigger, mention, role = batch.pairs.T
        scores = network.score_pairs(states[trigger], states[mention])[:, :2]
        scores = torch.cat([torch.zeros_like(scores[:, :1]), scores], dim=1)
        total = total + PARTIES * functional.cross_entropy(scores, role)
    if len(batch.dates):
        trigger, time, says = batch.dates.T
        scores = network.score_pairs(states[trigger], states[time])[:, 2]
        total = total + DATES * functional.binary_cross_entropy_with_logits(scores, says.float())
    return total


def _layer_loss(layer: str, scores: Tensor, target: Tensor) -> Tensor:
    weights = torch.ones(scores.shape[1])
    if layer == "event":
        weights[0] = NO_EVENT
    if layer == "condition":
        weights[1:] = IN_CONDITION
    smoothing = SMOOTHING if layer == "event" else 0.0
    return functional.cross_entropy(scores, target, weight=weights, ignore_index=UNJUDGED, label_smoothing=smoothing)


def train(
    network: Network, passes: Sequence[Sequence[Example]], *, size: int, masked: float, single: bool, rate: float
) -> Network:
    """Return the network after passes over the reports of each."""
    vocabulary = WordPieces(MODELS / "vocab.txt")
    steps = sum(sum(1 for _ in iter_batches(examples, vocabulary, size, single=single)) + 3 for examples in passes)
    optimiser, schedule = _plan(network, steps, rate)
    began, step = time.monotonic(), 0
    for epoch, examples in enumerate(passes):
        network.train()
        losses = []
        for batch in iter_batches(examples, vocabulary, size, single=single):
            loss = measure_loss(network, batch, masked=masked)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step < steps:
                schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return network.eval()


def _plan(network: Network, steps: int, rate: float) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.OneCycleLR]:
    body = [p for p in network.body.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("body")]
    rates = [rate, 10 * rate]
    groups = [{"params": p, "lr": lr} for p, lr in zip((body, heads), rates, strict=True)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.1)


def fix_seeds(seed: int) -> None:
    """Make what follows the same on every run of one machine."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of annotated reports to learn from"
    )
    parser.add_argument(
        "--early", type=Path, nargs="*", default=[], help="folders of which the last passes show nothing"
    )
    parser.add_argument("--start", type=Path, help="floats to go on from, instead of MiniLM's")
    parser.add_argument("--rate", type=float, default=1e-4, help="highest learning rate; ten times this for the heads")
    parser.add_argument("--out", type=Path, required=True, help="where the floats go, for export_encoder.py")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=4, help="windows in a step (16 with --single)")
    parser.add_argument("--mask", type=float, default=0.0, help="share of pieces hidden while learning")
    parser.add_argument("--single", action="store_true", help="show sentences alone, to see what neighbours are worth")
    parser.add_argument("--fold", type=int, help="keep every fifth report out, from this one on")
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    fix_seeds(options.seed)
    examples = load_examples(options.gold, limit=options.limit)
    if options.fold is not None:
        examples = [e for number, e in enumerate(examples) if number % 5 != options.fold]
    early = load_examples(options.early, limit=options.limit)
    passes = [[*examples, *early] if number < EARLY * options.epochs else examples for number in range(options.epochs)]
    network = Network(base_folder())
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    train(network, passes, size=options.batch, masked=options.mask, single=options.single, rate=options.rate)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
