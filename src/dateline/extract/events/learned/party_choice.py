"""Choosing the parties of an act among its candidates: a learned score, with the encoder's opinion where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.extract.cast import Cast
from dateline.extract.events.learned.bystanders import Bystanders
from dateline.extract.events.learned.party_features import ActView, Candidate, CandidateFinder
from dateline.extract.events.learned.weights import load_weights, softmax
from dateline.extract.events.parties import Parties
from dateline.extract.taggers import Judgement
from dateline.extract.taggers.judgement import PartyScorer, Probabilities
from dateline.extract.taggers.labels import ROLES
from dateline.language import Parse
from dateline.model import ActorId

NONE, ACTOR, RECIPIENT = 0, 1, 2
_LEAST_OPINION = 1e-4


@dataclass(frozen=True, slots=True)
class RoleThresholds:
    """How sure the choice of a party must be: in the act's sentence, and `outside` it.

    `linked` is for whom the act's own clause puts in that place, where nobody else fills it.
    """

    inside: float
    outside: float
    linked: float


@dataclass(frozen=True, slots=True)
class PartyThresholds:
    """How sure the choice must be in each role, and how much the encoder's opinion weighs.

    `further` is for any party after the first; `bystander` for whoever only speaks of an act or stands beside it
    (`bystanders.py`): who only speaks of "the attacks" has neither attacked nor been attacked.
    """

    actor: RoleThresholds
    recipient: RoleThresholds
    further: float = 0.8
    bystander: float = 0.95
    encoder: float = 0.8


FAST = PartyThresholds(
    actor=RoleThresholds(inside=0.4, outside=0.7, linked=0.25),
    recipient=RoleThresholds(inside=0.2, outside=0.75, linked=0.1),
)
CAREFUL = PartyThresholds(
    actor=RoleThresholds(inside=0.3, outside=0.45, linked=0.25),
    recipient=RoleThresholds(inside=0.2, outside=0.4, linked=0.1),
)
"""Chosen on reports nobody learned from; what the encoder says of the sentences before makes parties outside surer."""


class PartyChooser:
    """Chooses the parties of each act of one report."""

    def __init__(self, parse: Parse, cast: Cast, judgement: Judgement) -> None:
        self._cast = cast
        self._bystanders = Bystanders(parse, cast)
        self._judgement = judgement
        self._finder = CandidateFinder(parse, cast)
        self._weights = load_weights("parties")
        self._thresholds = FAST if judgement.encoder is None else CAREFUL

    def choose(self, act: ActView) -> Parties:
        """Return the parties of an act, and how sure the choice of each is."""
        candidates = self._finder.find(act)
        candidates, scores = self._merge_described(candidates, self._score(act, candidates))
        actors, recipients = (self._pick(act, candidates, scores, role) for role in (ACTOR, RECIPIENT))
        recipients = self._bystanders.drop_third(act, actors, recipients)
        said = {candidate.actor: score for candidate, score in zip(candidates, scores, strict=True)}
        reason = (
            self._explain(actors, ACTOR, said, "actor") + ", " + self._explain(recipients, RECIPIENT, said, "recipient")
        )
        return Parties(actors, recipients, reason)

    def _score(self, act: ActView, candidates: Sequence[Candidate]) -> list[list[float]]:
        """Return how likely each candidate is none, actor or recipient."""
        scores = self._weights.score([c.groups for c in candidates])
        encoder = self._judgement.encoder
        if encoder is not None:
            scores += self._thresholds.encoder * read_opinions(encoder.parties, act.trigger.token.i, candidates)
        probabilities: list[list[float]] = softmax(scores).tolist()
        return probabilities

    def _merge_described(
        self, candidates: Sequence[Candidate], scores: Sequence[list[float]]
    ) -> tuple[list[Candidate], list[list[float]]]:
        """Return candidates and scores without those that only say whose another is, which is held for what they are.

        What is surest counts: if Mali in "the president of Mali" looks like a party, it is its president.
        """
        described = self._bystanders.find_described(candidates)
        rows = list(scores)
        for place, other in described.items():
            rows[other] = min(rows[other], rows[place], key=lambda row: row[NONE])
        kept = [place for place in range(len(candidates)) if place not in described]
        return [candidates[place] for place in kept], [rows[place] for place in kept]

    def _pick(
        self,
        act: ActView,
        candidates: Sequence[Candidate],
        scores: Sequence[Sequence[float]],
        role: int,
    ) -> tuple[ActorId, ...]:
        """Return who plays a role, in the order of the candidates.

        None of those who only speak of the act, nor of those told of before who only repeat whom its own clause names.
        """
        thresholds = self._thresholds
        needs, by_rule = (
            (thresholds.actor, act.by_rule.actors) if role == ACTOR else (thresholds.recipient, act.by_rule.recipients)
        )
        able = [
            (score[role], number)
            for number, (candidate, score) in enumerate(zip(candidates, scores, strict=True))
            if score[role] >= needs.linked
            and (score[role] >= thresholds.bystander or not self._is_bystander(act, candidate, role))
        ]
        able.sort(key=lambda pair: (-pair[0], pair[1]))
        named = [candidates[i].actor for sure, i in able if sure >= needs.inside and candidates[i].actor in by_rule]
        chosen: list[tuple[int, ActorId]] = []
        for sure, number in able:
            candidate = candidates[number]
            is_inside = candidate.mention is not None
            needed = max(needs.inside if is_inside else needs.outside, thresholds.further if chosen else 0.0)
            if sure < needed or (not is_inside and self._bystanders.repeats(self._cast[candidate.actor], named)):
                continue
            if not self._bystanders.repeats(self._cast[candidate.actor], [actor for _, actor in chosen]):
                chosen.append((number, candidate.actor))
        linked = (candidates[i].actor for _, i in able if candidates[i].mention is not None)
        return tuple(actor for _, actor in sorted(chosen)) or tuple(actor for actor in linked if actor in by_rule)[:1]

    def _is_bystander(self, act: ActView, candidate: Candidate, role: int) -> bool:
        if role == RECIPIENT and self._bystanders.stands_above(act, candidate):
            return True
        return self._bystanders.is_beside_participle(act, candidate) or self._bystanders.only_speaks(act, candidate)

    def _explain(self, ids: Sequence[ActorId], role: int, said: dict[ActorId, list[float]], name: str) -> str:
        if not ids:
            return f"no {name}"
        return f"{name} " + " and ".join(f"{self._cast[a].name} ({said[a][role]:.2f})" for a in ids)


def read_opinions(scorer: PartyScorer, trigger: int, candidates: Sequence[Candidate]) -> Probabilities:
    """Return the logarithms of what the encoder holds each candidate for; 0 for those that stand nowhere near.

    Of somebody whom only the sentences before name, any mention may be the one that the act takes up: what speaks most
    for each role counts.
    """
    found = np.zeros((len(candidates), len(ROLES)), np.float32)
    heads = [c.before if c.mention is None else (c.mention,) for c in candidates]
    asked = [head for those in heads for head in those]
    if not asked:
        return found
    opinions = scorer(trigger, asked)  # all at once: each asking costs more than what it asks for
    first = 0
    for place, those in enumerate(heads):
        if those:
            own = opinions[first : first + len(those)]
            first += len(those)
            found[place] = own[0] if len(those) == 1 else _pool(own)
    is_near = found.any(axis=1)
    found[is_near] = np.log(np.maximum(found[is_near], _LEAST_OPINION))
    return found


def _pool(opinions: Probabilities) -> Probabilities:
    """Return what speaks least for no role and most for each role, as shares of one."""
    pooled: Probabilities = opinions.max(axis=0)
    pooled[NONE] = opinions[:, NONE].min()
    shares: Probabilities = pooled / pooled.sum()
    return shares
