"""A trained network's parameters, from floats or from the stored encoder; what its bytes rounded off stays lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from graph import QUANTISED
from network import Network
from onnx import numpy_helper
from torch import Tensor


def read_floats(path: Path, network: Network) -> dict[str, Tensor]:
    """Return parameters for `network`: those of a checkpoint, or those of a stored encoder (`.onnx`)."""
    if path.suffix == ".onnx":
        return _read_stored(path, network)
    floats: dict[str, Tensor] = torch.load(path, weights_only=True, map_location="cpu")
    return floats


def _read_stored(path: Path, network: Network) -> dict[str, Tensor]:
    """Return the parameters of `network` with those that an ONNX file of `export_encoder.py` holds in their place.

    Embeddings are those of the network, which do not learn; heads that are not exported stay as they are too.
    """
    stored = {part.name: numpy_helper.to_array(part) for part in onnx.load(path).graph.initializer}
    found: dict[str, np.ndarray] = {}  # type: ignore[type-arg]
    for number in range(network.body.config.num_hidden_layers):
        for name, short in QUANTISED.items():
            base, kept = f"body.encoder.layer.{number}.{name}", f"layer{number}.{short}"
            found[f"{base}.weight"] = (stored[f"{kept}.weight"] * stored[f"{kept}.weight.scale"]).T
            found[f"{base}.bias"] = stored.get(f"{kept}.bias", stored.get(f"{base}.bias"))
    floats = network.state_dict()
    found |= {name: stored[name] for name in floats if "LayerNorm" in name and name in stored}
    floats |= {name: torch.tensor(value, dtype=torch.float32) for name, value in found.items()}
    weight, bias = torch.tensor(stored["heads.weight"].T), torch.tensor(stored["heads.bias"])
    pairs = floats["triggers.weight"].shape[0]
    tags = len(weight) - 2 * pairs
    bounds = {"tags": (0, tags), "triggers": (tags, tags + pairs), "mentions": (tags + pairs, len(weight))}
    for head, (first, last) in bounds.items():
        floats[f"{head}.weight"][: last - first] = weight[first:last]
        floats[f"{head}.bias"][: last - first] = bias[first:last]
    return floats
