"""Write down what teachers say of reports that nobody annotated: the mean of their opinions, on windows cut as at run time.

usage: ask_teachers.py --teachers a.pt b.pt c.pt --body FOLDER plain.npz ... --into FOLDER
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from batches import Batch, iter_items, stack
from layers import LAYERS, UNJUDGED
from learning import DEVICE
from losses import read_states
from network import Network, load_teacher
from prepared import CERTAIN, Prepared
from torch import Tensor

from dateline.extract.taggers.taggers import MODELS

SIZE = 64
SURE = 0.98
"""The share of the first of two acts from which on the second is left out."""


def judge(teachers: Sequence[Network], prepared: Prepared) -> Prepared:
    """Return the reports with what the teachers find likeliest, and of acts the two likeliest with their shares.

    How acts are dated is left unjudged: it hangs on the day of publication, which the teachers do not see.
    """
    parts = list(_iter_opinions(teachers, prepared))
    opinions = {layer: torch.cat([part[layer] for part in parts]).numpy() for layer in LAYERS}
    order = opinions["event"].argsort(axis=1)[:, ::-1][:, :2]
    likely = np.take_along_axis(opinions["event"], order, axis=1)
    share = likely[:, 0] / likely.sum(axis=1)
    share = np.rint(CERTAIN * np.where(share >= SURE, 1.0, share)).astype(np.uint8)
    best = {layer: opinions[layer].argmax(axis=1) for layer in LAYERS}
    best["event"] = np.where(prepared.candidates, order[:, 0], UNJUDGED)
    best["status"] = np.where(best["event"] > 0, best["status"], UNJUDGED)
    best["dating"] = np.full_like(best["status"], UNJUDGED)
    doubts = np.stack([order[:, 1].astype(np.uint8), share, CERTAIN - share], axis=1)
    targets = np.stack([best[layer] for layer in LAYERS]).astype(np.int8)
    return replace(prepared, targets=targets, doubts=doubts)


@torch.no_grad()
def _iter_opinions(teachers: Sequence[Network], prepared: Prepared) -> Iterator[dict[str, Tensor]]:
    items = list(iter_items(prepared, anew=False))
    for first in range(0, len(items), SIZE):
        batch = stack(items[first : first + SIZE]).to(DEVICE)
        with torch.autocast(DEVICE.type, torch.bfloat16, enabled=DEVICE.type == "cuda"):
            yield _mean(teachers, batch)


def _mean(teachers: Sequence[Network], batch: Batch) -> dict[str, Tensor]:
    tags = [teacher.split_tags(read_states(teacher, batch)) for teacher in teachers]
    return {layer: torch.stack([tag[layer].float().softmax(-1) for tag in tags]).mean(0).cpu() for layer in LAYERS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="what train_teacher.py made")
    parser.add_argument("--body", type=Path, required=True, help="the pre-trained network they began as")
    parser.add_argument("reports", type=Path, nargs="+", help="prepared reports")
    parser.add_argument("--into", type=Path, required=True, help="a folder for files of the same names")
    options = parser.parse_args()
    teachers = [load_teacher(options.body, MODELS / "vocab.txt").to(DEVICE).eval() for _ in options.teachers]
    for teacher, path in zip(teachers, options.teachers, strict=True):
        teacher.load_state_dict(torch.load(path, weights_only=True, map_location=DEVICE))
    for path in options.reports:
        judge(teachers, Prepared.load(path)).save(options.into / path.name)
        print(options.into / path.name, flush=True)


if __name__ == "__main__":
    main()
