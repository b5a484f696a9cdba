"""Teach a larger network all layers at once, for the encoder to learn from; an accelerator makes it a matter of minutes.

usage: train_teacher.py --body FOLDER --reports gold.npz public.npz neighbours.npz --early own.npz --last gold.npz neighbours.npz
                        --out FILE [--passes N] [--check dev.npz] [--mask P] [--seed N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from learning import DEVICE, check, fix_seeds, learn
from network import load_teacher
from prepared import Prepared

from dateline.extract.taggers.taggers import MODELS

EARLY = 5 / 8
"""The share of the passes that show the early reports too: the last ones settle on how the others are annotated."""
SETTLING = 0.3
"""What is left of the rate in the passes over the last reports alone."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--body", type=Path, required=True, help="folder of a pre-trained network (MPNet)")
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="prepared reports to learn from")
    parser.add_argument("--early", type=Path, nargs="*", default=[], help="those of which the last passes show nothing")
    parser.add_argument("--last", type=Path, nargs="*", default=[], help="those to settle on")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="reports to count found acts on")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--settling", type=int, default=2, help="passes over the last reports")
    parser.add_argument("--rate", type=float, default=6e-5, help="highest learning rate; ten times this for the heads")
    parser.add_argument("--batch", type=int, default=16, help="windows in a step")
    parser.add_argument("--mask", type=float, default=0.0, help="share of pieces hidden while learning")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    fix_seeds(options.seed)
    reports, early, last = (
        [Prepared.load(p) for p in paths] for paths in (options.reports, options.early, options.last)
    )

    network = load_teacher(options.body, MODELS / "vocab.txt").to(DEVICE)
    passes = [[*reports, *early] if number < EARLY * options.passes else reports for number in range(options.passes)]
    learn(network, passes, size=options.batch, rate=options.rate, masked=options.mask)
    if last:
        rate = SETTLING * options.rate
        learn(network, [last] * options.settling, size=options.batch, rate=rate, masked=options.mask)
    for path in options.check:
        print(path.name, check(network, Prepared.load(path)))
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
