"""Make models/encoder.onnx of a trained network: bytes instead of floats, and a check that both agree.

usage: export_encoder.py --gold ../shared/gold/train reports --checkpoint FILE ... [--check ../shared/gold/dev] [--out FILE]

Scales of activations are fixed from what the network meets in the annotated reports it learned from.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from gold import Example, load_examples
from graph import QUANTISED, build_model
from network import Network, base_folder
from stored import read_floats
from torch import nn

from dateline.extract.taggers import labels
from dateline.extract.taggers.encoder import Encoder
from dateline.extract.taggers.taggers import MODELS
from dateline.extract.taggers.windows import cut_windows
from dateline.extract.taggers.wordpiece import WordPieces


def load_network(checkpoints: Sequence[Path]) -> Network:
    """Return the trained network, ready to judge; of several checkpoints, one with the mean of their weights."""
    network = Network(base_folder())
    parts = [read_floats(checkpoint, network) for checkpoint in checkpoints]
    network.load_state_dict({name: torch.stack([part[name] for part in parts]).mean(0) for name in parts[0]})
    return network.eval()


def measure_ranges(network: Network, examples: Sequence[Example]) -> dict[str, tuple[float, float]]:
    """Return the lowest and the highest input that each matrix meets.

    Cutting off even a thousandth of a percent of them costs two points of agreement: the few large values
    of this network carry much of what it knows.
    """
    ranges: dict[str, tuple[float, float]] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...]], None]:
        def note(_module: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
            low, high = ranges.get(name, (0.0, 0.0))
            ranges[name] = min(low, float(inputs[0].min())), max(high, float(inputs[0].max()))

        return note

    for number, layer in enumerate(network.body.encoder.layer):
        for name, short in QUANTISED.items():
            layer.get_submodule(name).register_forward_pre_hook(watch(f"layer{number}.{short}"))
    vocabulary = WordPieces(MODELS / "vocab.txt")
    with torch.no_grad():
        for example in examples:
            for window in cut_windows(example.parse, vocabulary):
                pieces = torch.tensor([window.pieces])
                network(pieces, torch.ones_like(pieces))
    return ranges


def export(network: Network, ranges: dict[str, tuple[float, float]] | None, path: Path) -> None:
    """Write the network to `path`, in bytes where `ranges` are given."""
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    config = network.body.config
    model = build_model(weights, ranges, layers=config.num_hidden_layers, heads=config.num_attention_heads)
    onnx.save(model, path)


def compare(exact: Encoder, small: Encoder, examples: Sequence[Example]) -> dict[str, float]:
    """Return, per layer, the share of tokens judged alike by both."""
    alike: dict[str, list[npt.NDArray[np.bool_]]] = {}
    for example in examples:
        left, right = exact.judge(example.parse), small.judge(example.parse)
        for layer in labels.LAYERS:
            alike.setdefault(layer, []).append(
                getattr(left, layer).argmax(axis=1) == getattr(right, layer).argmax(axis=1)
            )
    return {layer: float(np.concatenate(parts).mean()) for layer, parts in alike.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of reports to take the scales from"
    )
    parser.add_argument(
        "--checkpoint", type=Path, nargs="+", required=True, help="floats, or a stored .onnx; of several their mean"
    )
    parser.add_argument("--check", type=Path, help="reports to compare floats and bytes on")
    parser.add_argument("--limit", type=int, default=60, help="how many reports the scales are taken from")
    parser.add_argument("--out", type=Path, default=MODELS / "encoder.onnx")
    options = parser.parse_args()
    torch.set_num_threads(2)
    network = load_network(options.checkpoint)
    export(network, measure_ranges(network, load_examples(options.gold, limit=options.limit)), options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    if options.check:
        whole = options.out.with_suffix(".float.onnx")
        export(network, None, whole)
        encoders = [Encoder(path, MODELS / "vocab.txt") for path in (whole, options.out)]
        print({k: round(v, 4) for k, v in compare(*encoders, load_examples([options.check])).items()})
        whole.unlink()


if __name__ == "__main__":
    main()
