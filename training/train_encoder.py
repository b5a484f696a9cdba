"""Teach the encoder what is annotated and what teachers say of other reports; export_encoder.py makes models/encoder.onnx of it.

usage: train_encoder.py --reports gold.npz public.npz own.npz neighbours.npz judged.npz --turns first.npz second.npz --out FILE
                        [--start FILE] [--passes N] [--check dev.npz] [--seed N]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from learning import DEVICE, check, fix_seeds, learn
from network import Network, base_folder
from prepared import Prepared
from stored import read_floats


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="prepared reports, annotated or judged")
    parser.add_argument("--turns", type=Path, nargs="*", default=[], help="more, of which each pass shows one file")
    parser.add_argument("--check", type=Path, nargs="*", default=[], help="reports to count found acts on")
    parser.add_argument("--start", type=Path, help="floats to go on from, or a stored .onnx, instead of MiniLM's")
    parser.add_argument("--out", type=Path, required=True, help="where the floats go, for export_encoder.py")
    parser.add_argument("--passes", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate; ten times this for the heads")
    parser.add_argument("--batch", type=int, default=16, help="windows in a step")
    parser.add_argument("--mask", type=float, default=0.0, help="share of pieces hidden while learning")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_flush_denormal(True)
    fix_seeds(options.seed)
    network = Network(base_folder(), dropout=0.1).to(DEVICE)
    if options.start:
        network.load_state_dict(read_floats(options.start, network))
    shown, turns = ([Prepared.load(p) for p in paths] for paths in (options.reports, options.turns))
    passes = [[*shown, *([turns[number % len(turns)]] if turns else [])] for number in range(options.passes)]
    learn(network, passes, size=options.batch, rate=options.rate, masked=options.mask)
    for path in options.check:
        print(path.name, check(network, Prepared.load(path)))
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
