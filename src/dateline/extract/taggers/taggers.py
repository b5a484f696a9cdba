"""Opening the stored models, asking them, and weighing what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.extract.taggers import labels
from dateline.extract.taggers.encoder import Encoder
from dateline.extract.taggers.judgement import Judgement, Layers, PartyScorer, Probabilities
from dateline.extract.taggers.lexicon import load_lexicon
from dateline.extract.taggers.linear import LinearTagger, Reason
from dateline.language import Parse
from dateline.settings import Coder

MODELS: Final = Path(__file__).parent / "models"

SHARES: Final = {
    "event": 0.8,
    "status": 0.8,
    "content": 0.7,
    "voice": 0.7,
    "position": 0.7,
    "condition": 0.8,
    "parties": 0.5,
}
"""How much the encoder's probabilities count in each layer; the linear model's count for the rest."""


class Taggers:
    """The models of one mode: the linear one, and in the careful mode the encoder too."""

    def __init__(self, linear: LinearTagger, encoder: Encoder | None = None) -> None:
        """Ask both models, or the linear one alone."""
        self._linear = linear
        self._encoder = encoder

    def judge(self, parse: Parse) -> Judgement:
        """Judge one parse."""
        linear = self._linear.judge(parse)
        if self._encoder is None:
            return Judgement(combined=linear, linear=linear)
        encoder = self._encoder.judge(parse)
        return Judgement(combined=combine(linear, encoder), linear=linear, encoder=encoder)

    def judge_many(self, parses: Iterable[Parse]) -> Iterator[Judgement]:
        """Judge parses in order; a parse is judged alike whatever stands beside it."""
        return map(self.judge, parses)

    def explain(self, parse: Parse, token: int, label: str, *, layer: str = "event", top: int = 5) -> list[Reason]:
        """Return the features that spoke most for `label` at `token` in the linear model, strongest first."""
        return self._linear.explain(parse, token, label, layer=layer, top=top)


def combine(linear: Layers, encoder: Layers) -> Layers:
    """Return the weighted mean of both models' probabilities."""
    means = {layer: _mean(getattr(linear, layer), getattr(encoder, layer), SHARES[layer]) for layer in labels.LAYERS}
    return Layers(**means, parties=MeanParties(linear.parties, encoder.parties), dates=encoder.dates)


@dataclass(frozen=True, slots=True)
class MeanParties:
    """Scores pairs by the weighted mean of two scorers."""

    linear: PartyScorer
    encoder: PartyScorer

    def __call__(self, trigger: int, mentions: Sequence[int]) -> Probabilities:
        """Return none, actor and recipient for each mention; see `judgement.PartyScorer`."""
        return _mean(self.linear(trigger, mentions), self.encoder(trigger, mentions), SHARES["parties"])


def _mean(linear: Probabilities, encoder: Probabilities, share: float) -> Probabilities:
    mean: Probabilities = (1 - share) * linear + share * encoder
    return mean


@lru_cache(maxsize=4)
def load_taggers(coder: Coder = Coder.CAREFUL, frames: Path | None = None) -> Taggers:
    """Open the stored models that `coder` asks for; the same objects on every call.

    The linear model hears which acts the frames put under a word: the shipped ones and those of the folder `frames`.
    """
    linear = LinearTagger(MODELS / "linear.npz", load_lexicon(frames))
    if coder is Coder.FAST or not (MODELS / "encoder.onnx").exists():
        return Taggers(linear)
    return Taggers(linear, Encoder(MODELS / "encoder.onnx", MODELS / "vocab.txt"))
