"""The four quad classes in pictures: a colour, a shape and a fill for each, so that they differ in grey too."""

from __future__ import annotations

from typing import Any

from dateline.pictures.drawing import load_altair

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
COLOURS = {1: "#8cc5e3", 2: "#1a6fa8", 3: "#f2b56b", 4: "#a3200d"}
"""Light for words, dark for deeds, blue and red: apart for all eyes, and in grey by shape."""
SHAPES = {1: "circle", 2: "square", 3: "triangle-up", 4: "diamond"}


def shape_by_quad() -> Any:
    """Return the encoding of shape by quad class, for a field `quad` that holds its name."""
    altair = load_altair()
    scale = altair.Scale(domain=list(QUADS.values()), range=list(SHAPES.values()))
    return altair.Shape("quad:N", title="", scale=scale, legend=altair.Legend(orient="bottom"))


def colour_by_quad() -> Any:
    """Return the encoding of colour by quad class, for a field `quad` that holds its name."""
    altair = load_altair()
    scale = altair.Scale(domain=list(QUADS.values()), range=list(COLOURS.values()))
    return altair.Fill("quad:N", title="", scale=scale, legend=altair.Legend(orient="bottom"))
