"""What a network is told after each batch: how far it is from what the reports are judged to say."""

from __future__ import annotations

import torch
from batches import MASK, Batch
from layers import UNJUDGED
from network import Network
from prepared import CERTAIN
from torch import Tensor
from torch.nn import functional

from dateline.extract.taggers import labels

SHARES = {
    "event": 1.0, "status": 0.4, "content": 1.0, "voice": 0.5, "position": 1.0, "condition": 0.6, "dating": 0.3,
}  # fmt: skip
PARTIES = 0.7
DATES = 0.3
NO_EVENT = 0.6  # the weight of the commonest label, so that events are found rather than missed
IN_CONDITION = 5.0  # sixty conditions among sixty thousand words are not learned at equal weight
SMOOTHING = 0.05


def measure_loss(network: Network, batch: Batch, *, masked: float) -> Tensor:
    """Return the weighted loss of all layers on one batch, a share `masked` of its pieces hidden."""
    states = read_states(network, batch, masked=masked)
    total = states.new_zeros(())
    for layer, scores in network.split_tags(states).items():
        target = batch.target(layer)
        if (target != UNJUDGED).any():
            loss = _measure_acts(scores, target, batch.doubts) if layer == "event" else _measure(layer, scores, target)
            total = total + SHARES[layer] * loss
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


def read_states(network: Network, batch: Batch, *, masked: float = 0.0) -> Tensor:
    """Return the states of all words, with a share of the pieces hidden."""
    pieces = batch.pieces
    if masked:
        hidden = (torch.rand(pieces.shape, device=pieces.device) < masked) & (pieces > MASK)
        pieces = pieces.masked_fill(hidden, MASK)
    states: Tensor = network(pieces, batch.mask)[batch.words[:, 0], batch.words[:, 1]]
    return states


def _measure(layer: str, scores: Tensor, target: Tensor) -> Tensor:
    weights = torch.ones(scores.shape[1], device=scores.device)
    if layer == "condition":
        weights[1:] = IN_CONDITION
    return functional.cross_entropy(scores, target, weight=weights, ignore_index=UNJUDGED)


def _measure_acts(scores: Tensor, first: Tensor, doubts: Tensor) -> Tensor:
    """Return the loss of acts, each a first and a second label with the shares of both."""
    second, *shares = doubts.T
    judged = first != UNJUDGED
    certain = shares[0] == CERTAIN
    weight = torch.where(certain & (first == 0), NO_EVENT, 1.0) * judged
    surprise = shares[0] * _surprise(scores, first.clamp(min=0)) + shares[1] * _surprise(scores, second)
    return (weight * surprise / CERTAIN).sum() / weight.sum()


def _surprise(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(scores, target, reduction="none", label_smoothing=SMOOTHING)


def count_hits(network: Network, batch: Batch) -> tuple[int, int, int]:
    """Return how many acts are annotated, found, and found with their type."""
    with torch.no_grad():
        found = network.split_tags(read_states(network, batch))["event"].argmax(-1) * batch.candidates
    told = batch.target("event").clamp(min=0)
    outside = labels.EVENTS.index(labels.OUTSIDE)
    return int((told != outside).sum()), int((found != outside).sum()), int(((found == told) & (told != outside)).sum())
