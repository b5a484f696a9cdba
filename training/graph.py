"""The encoder's ONNX graph, written operator by operator.

A graph from a tracing exporter would be quantised with scales taken from each batch, so that a report's
figures would depend on what was read beside it. Here every scale is fixed beforehand (see `export_encoder`),
weights use seven bits, so that the sums of products are exact on processors that add them up in sixteen, and
the words are picked out before the heads, so that only they are scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from dateline.extract.taggers import labels
from dateline.extract.taggers.windows import LIMIT

Array = npt.NDArray[np.float32]
Ranges = Mapping[str, tuple[float, float]]

REACH = 64  # 255 * 64 * 2 is the largest sum of two products that sixteen bits hold
MICROSOFT = "com.microsoft"
LOOKS = ("query", "key", "value")
QUANTISED = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mix",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
}
"""The matrices that are stored in bytes: as transformers names them, and as the graph does."""
PRODUCER = "dateline"


@dataclass
class GraphWriter:
    """Nodes and constants of a graph in the making."""

    weights: Mapping[str, Array]
    ranges: Ranges | None
    layers: int
    heads: int
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def add(self, operator: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        """Append a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        """Store a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def parameter(self, name: str) -> str:
        """Store a parameter of the network under its own name."""
        return self.constant(name, self.weights[name].astype(np.float32))

    def multiply(self, source: str, name: str, weight: Array, bias: Array | None = None) -> str:
        """Append source @ weight (+ bias), in bytes where ranges are known; return the product's name."""
        added = [] if bias is None else [self.constant(f"{name}.bias", bias.astype(np.float32))]
        if self.ranges is None:
            product = self.add("MatMul", [source, self.constant(f"{name}.weight", weight)], f"{name}.product")
            return self.add("Add", [product, *added], f"{name}.sum") if added else product
        scale, zero = _scale_activations(*self.ranges[name])
        self.constant(f"{name}.scale", scale)
        self.constant(f"{name}.zero", zero)
        numbers, scales, zeros = quantise_columns(weight)
        parts = [
            self.add("QuantizeLinear", [source, f"{name}.scale", f"{name}.zero"], f"{name}.bytes"),
            self.constant(f"{name}.weight", numbers),
            f"{name}.scale",
            self.constant(f"{name}.weight.scale", scales),
            f"{name}.zero",
            self.constant(f"{name}.weight.zero", zeros),
            *added,
        ]
        return self.add("MatMulIntegerToFloat", parts, f"{name}.product", domain=MICROSOFT)


def quantise_columns(weight: Array) -> tuple[npt.NDArray[np.int8], Array, npt.NDArray[np.int8]]:
    """Return a matrix as bytes, with a scale and a zero point (always 0) for every column."""
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-8) / REACH
    numbers = np.clip(np.rint(weight / scales), -REACH, REACH)
    return numbers.astype(np.int8), scales.astype(np.float32), np.zeros(weight.shape[1], np.int8)


def _scale_activations(low: float, high: float) -> tuple[Array, npt.NDArray[np.uint8]]:
    low, high = min(low, 0.0), max(high, 0.0)
    scale = max(high - low, 1e-8) / 255
    return np.array(scale, np.float32), np.array(round(-low / scale), np.uint8)


def build_model(weights: Mapping[str, Array], ranges: Ranges | None, *, layers: int, heads: int) -> onnx.ModelProto:
    """Return the model: numbered pieces, lengths and places of words in; one row of scores for every word out."""
    writer = GraphWriter(weights, ranges, layers, heads)
    states = _embed(writer)
    for layer in range(layers):
        states = _transform(writer, states, layer)
    _score_words(writer, states)
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "length"]),
        helper.make_tensor_value_info("places", TensorProto.INT64, ["words"]),
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", "columns"])]
    graph = helper.make_graph(writer.nodes, "encoder", inputs, outputs, writer.constants)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, producer_name=PRODUCER, opset_imports=versions, ir_version=8)


def _embed(writer: GraphWriter) -> str:
    table = writer.weights["body.embeddings.word_embeddings.weight"]
    scales = (np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127).astype(np.float32)
    writer.constant("words.bytes", np.rint(table / scales).astype(np.int8))
    writer.constant("words.scales", scales)
    writer.add("Gather", ["words.bytes", "pieces"], "words.found")
    writer.add("Cast", ["words.found"], "words.floats", to=TensorProto.FLOAT)
    writer.add("Gather", ["words.scales", "pieces"], "words.scale")
    words = writer.add("Mul", ["words.floats", "words.scale"], "words")
    kind = writer.weights["body.embeddings.token_type_embeddings.weight"][0]
    positions = writer.weights["body.embeddings.position_embeddings.weight"][:LIMIT] + kind
    writer.constant("positions.table", positions.astype(np.float32))
    for name, value in (("zero", 0), ("one", 1)):
        writer.constant(name, np.array([value], np.int64))
    writer.add("Shape", ["pieces"], "length", start=1, end=2)
    positions_here = writer.add("Slice", ["positions.table", "zero", "length", "zero"], "positions")
    placed = writer.add("Add", [words, positions_here], "embeddings")
    gain = writer.parameter("body.embeddings.LayerNorm.weight")
    shift = writer.parameter("body.embeddings.LayerNorm.bias")
    return writer.add("LayerNormalization", [placed, gain, shift], "embeddings.normal", epsilon=1e-12)


def _transform(writer: GraphWriter, states: str, layer: int) -> str:
    base, short = f"body.encoder.layer.{layer}", f"layer{layer}"
    looks = [_project(writer, states, f"{base}.attention.self.{part}", f"{short}.{part}") for part in LOOKS]
    seen = writer.add("MultiHeadAttention", looks, f"{short}.seen", domain=MICROSOFT, num_heads=writer.heads)
    mixed = _project(writer, seen, f"{base}.attention.output.dense", f"{short}.mix")
    states = _normalise(writer, mixed, states, f"{base}.attention.output.LayerNorm", f"{short}.attended")
    wide = writer.multiply(states, f"{short}.widen", writer.weights[f"{base}.intermediate.dense.weight"].T)
    bent = writer.add(
        "BiasGelu", [wide, writer.parameter(f"{base}.intermediate.dense.bias")], f"{short}.bent", domain=MICROSOFT
    )
    narrow = _project(writer, bent, f"{base}.output.dense", f"{short}.narrow")
    return _normalise(writer, narrow, states, f"{base}.output.LayerNorm", f"{short}.states")


def _project(writer: GraphWriter, source: str, base: str, name: str) -> str:
    return writer.multiply(source, name, writer.weights[f"{base}.weight"].T, writer.weights[f"{base}.bias"])


def _normalise(writer: GraphWriter, added: str, states: str, base: str, name: str) -> str:
    """Append the sum of both, normalised; one fused operator for it is four times slower."""
    total = writer.add("Add", [added, states], f"{name}.sum")
    parameters = [writer.parameter(f"{base}.{part}") for part in ("weight", "bias")]
    return writer.add("LayerNormalization", [total, *parameters], name, epsilon=1e-12)


def _score_words(writer: GraphWriter, states: str) -> None:
    tags = sum(map(len, labels.LAYERS.values()))  # what the network learned beyond them is left out
    heads = {"tags": tags, "triggers": None, "mentions": None}
    weight = np.hstack([writer.weights[f"{head}.weight"][:rows].T for head, rows in heads.items()])
    bias = np.concatenate([writer.weights[f"{head}.bias"][:rows] for head, rows in heads.items()])
    writer.constant("flat", np.array([-1, weight.shape[0]], np.int64))
    flat = writer.add("Reshape", [states, "flat"], "states.flat")
    words = writer.add("Gather", [flat, "places"], "states.words")
    product = writer.add("MatMul", [words, writer.constant("heads.weight", weight)], "heads.product")
    writer.add("Add", [product, writer.constant("heads.bias", bias)], "scores")
