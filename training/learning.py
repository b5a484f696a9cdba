"""The course of learning: passes over reports, the rates, and what is printed of it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import numpy as np
import torch
from batches import iter_batches, iter_items, stack
from losses import count_hits, measure_loss
from network import Network
from prepared import Prepared
from torch import nn

Pass = Sequence[Prepared]
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def learn(network: Network, passes: Sequence[Pass], *, size: int, rate: float, masked: float) -> Network:
    """Return the network after passes over the reports of each, `size` windows in a step, a share of the pieces hidden."""
    steps = sum(sum(1 for some in sets for _ in iter_items(some, anew=True)) // size + 3 for sets in passes)
    optimiser, schedule = _plan(network, steps, rate)
    began, step = time.monotonic(), 0
    for number, sets in enumerate(passes):
        network.train()
        losses = []
        for batch in iter_batches(sets, size):
            with torch.autocast(DEVICE.type, torch.bfloat16, enabled=DEVICE.type == "cuda"):
                loss = measure_loss(network, batch.to(DEVICE), masked=masked)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step < steps:
                schedule.step()
            losses.append(loss.detach())
        print(f"pass {number + 1}: loss {torch.stack(losses).mean():.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return network.eval()


def _plan(network: Network, steps: int, rate: float) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.OneCycleLR]:
    body = [p for p in network.body.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("body")]
    rates = [rate, 10 * rate]
    groups = [{"params": p, "lr": lr} for p, lr in zip((body, heads), rates, strict=True)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.1)


def check(network: Network, prepared: Prepared, *, size: int = 16) -> str:
    """Return how well the acts of annotated reports are found, to see how the learning goes; `measure.py` tells more."""
    network.eval()
    items = list(iter_items(prepared, anew=False))
    parts = (stack(items[first : first + size]).to(DEVICE) for first in range(0, len(items), size))
    told, found, right = np.sum([count_hits(network, part) for part in parts], axis=0)
    precision, recall, f1 = right / max(1, found), right / max(1, told), 2 * right / max(1, told + found)
    return f"acts: precision {precision:.3f}, recall {recall:.3f}, f1 {f1:.3f}"


def fix_seeds(seed: int) -> None:
    """Make what follows the same on every run of one machine."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
