"""What the taggers think of one parse: probabilities for every token, and for pairs of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Probabilities = npt.NDArray[np.float32]


class PartyScorer(Protocol):
    """Says which role each mention plays in the event of a trigger."""

    def __call__(self, trigger: int, mentions: Sequence[int]) -> Probabilities:
        """Return one row per mention, one column per role of `labels.ROLES`; rows sum to 1."""
        ...


class DateScorer(Protocol):
    """Says how likely expressions of time are to say when the event of a trigger was."""

    def __call__(self, trigger: int, times: Sequence[int]) -> Probabilities:
        """Return one probability for the head of each expression; they do not sum to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Layers:
    """Probabilities of the token-level layers, one row per token; columns as in `labels.LAYERS`.

    `event` is certain to be O at a word that cannot carry an event; `status` means something only
    where an event is. `dates` is the encoder's alone.
    """

    event: Probabilities
    status: Probabilities
    content: Probabilities
    voice: Probabilities
    position: Probabilities
    condition: Probabilities
    parties: PartyScorer
    dates: DateScorer | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement to go by, and what each model alone thought; `encoder` is None in the fast mode."""

    combined: Layers
    linear: Layers
    encoder: Layers | None = None

    @property
    def event(self) -> Probabilities:
        """Event types per token; the first column is the probability of no event."""
        return self.combined.event

    @property
    def status(self) -> Probabilities:
        """Statuses per token, given that there is an event."""
        return self.combined.status

    @property
    def content(self) -> Probabilities:
        """O, B and I of statement contents per token."""
        return self.combined.content

    @property
    def voice(self) -> Probabilities:
        """Neither, cue, or speaker of a statement per token."""
        return self.combined.voice

    @property
    def position(self) -> Probabilities:
        """O, and B and I of each kind of position, per token."""
        return self.combined.position

    @property
    def condition(self) -> Probabilities:
        """O, B and I of conditions per token."""
        return self.combined.condition

    def score_parties(self, trigger: int, mentions: Sequence[int]) -> Probabilities:
        """Return none, actor and recipient for each mention head, given the head of an event's trigger."""
        return self.combined.parties(trigger, mentions)
