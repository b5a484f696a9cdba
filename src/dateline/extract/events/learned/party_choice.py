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
from dateline.language import Parse
from dateline.model import ActorId

NONE, ACTOR, RECIPIENT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class PartyThresholds:
    """How sure the choice must be, and how much the encoder's opinion weighs.

    `actor` and `recipient` are for the likeliest of each in the act's sentence, `actor_outside` and
    `recipient_outside` for one that stands in another, `further` for any party after the first; `bystander` for somebody
    who governs, legislates, judges or reports as party of violence that a noun names and nothing links to that person:
    who only speaks of "the attacks" has neither attacked nor been attacked.
    """

    actor: float = 0.4
    recipient: float = 0.2
    actor_outside: float = 0.7
    recipient_outside: float = 0.75
    further: float = 0.8
    bystander: float = 0.95
    encoder: float = 0.8


THRESHOLDS = PartyThresholds()


class PartyChooser:
    """Chooses the parties of each act of one report."""

    def __init__(self, parse: Parse, cast: Cast, judgement: Judgement) -> None:
        self._cast = cast
        self._bystanders = Bystanders(parse, cast)
        self._judgement = judgement
        self._finder = CandidateFinder(parse, cast)
        self._weights = load_weights("parties")

    def choose(self, act: ActView, *, thresholds: PartyThresholds = THRESHOLDS) -> Parties:
        """Return the parties of an act, and how sure the choice of each is."""
        candidates = self._finder.find(act)
        scores = self._score(act, candidates, thresholds)
<<<<<<< HEAD
        actors, recipients = (
            self._pick(*self._able(act, candidates, scores, role, thresholds), role, thresholds)
            for role in (ACTOR, RECIPIENT)
        )
        actors, recipients = (self._bystanders.drop_described(side, candidates) for side in (actors, recipients))
        recipients = self._bystanders.drop_third(act, actors, recipients)
=======
        actors = self._pick(act, candidates, scores, ACTOR, thresholds)
        recipients = self._pick(act, candidates, scores, RECIPIENT, thresholds)
>>>>>>> 1fbbccd (Write each group of an actor's features as party once, and look for its places only after prepositions that are there)
        said = {candidate.actor: score for candidate, score in zip(candidates, scores, strict=True)}
        reason = (
            self._explain(actors, ACTOR, said, "actor") + ", " + self._explain(recipients, RECIPIENT, said, "recipient")
        )
        return Parties(actors, recipients, reason)

    def _score(self, act: ActView, candidates: Sequence[Candidate], thresholds: PartyThresholds) -> list[list[float]]:
        """Return how likely each candidate is none, actor or recipient."""
        scores = self._weights.score([c.groups for c in candidates])
        encoder = self._judgement.encoder
        inside = [(i, c.mention) for i, c in enumerate(candidates) if c.mention is not None]
        if encoder is not None and inside:
            opinions = encoder.parties(act.trigger.token.i, [m for _, m in inside])
            scores[[i for i, _ in inside]] += thresholds.encoder * np.log(np.maximum(opinions, 1e-4))
        probabilities: list[list[float]] = softmax(scores).tolist()
        return probabilities

    def _pick(
        self,
        act: ActView,
        candidates: Sequence[Candidate],
        scores: Sequence[Sequence[float]],
        role: int,
        thresholds: PartyThresholds,
<<<<<<< HEAD
    ) -> tuple[list[Candidate], list[list[float]]]:
        """Return the candidates that can play a role, with their scores.

        All but those who only speak of the act, and those told of before who only repeat whom its own clause names.
        """
        pairs = zip(candidates, scores, strict=True)
        able = [(c, s) for c, s in pairs if s[role] >= thresholds.bystander or not self._bystanders.only_speaks(act, c)]
        least = thresholds.actor if role == ACTOR else thresholds.recipient
        by_rule = act.by_rule.actors if role == ACTOR else act.by_rule.recipients
        named = [c.actor for c, s in able if c.actor in by_rule and s[role] >= least]
        able = [
            (c, s) for c, s in able if c.mention is not None or not self._bystanders.repeats(self._cast[c.actor], named)
        ]
        return [c for c, _ in able], [s for _, s in able]

    def _pick(
        self, candidates: Sequence[Candidate], scores: Sequence[Sequence[float]], role: int, thresholds: PartyThresholds
=======
>>>>>>> 1fbbccd (Write each group of an actor's features as party once, and look for its places only after prepositions that are there)
    ) -> tuple[ActorId, ...]:
        """Return who plays a role, in the order of the candidates; those who only speak of the act can play none."""
        least, outside = (
            (thresholds.actor, thresholds.actor_outside)
            if role == ACTOR
            else (thresholds.recipient, thresholds.recipient_outside)
        )
        likely = [(s[role], i) for i, s in enumerate(scores) if s[role] >= min(least, outside)]
        chosen: list[tuple[int, ActorId]] = []
        for sure, number in sorted(likely, key=lambda pair: (-pair[0], pair[1])):
            candidate = candidates[number]
            needed = least if candidate.mention is not None else outside
            if chosen:
                needed = max(needed, thresholds.further)
<<<<<<< HEAD
            entry = self._cast[candidate.actor]
            if sure >= needed and not self._bystanders.repeats(entry, chosen):
                chosen.append(candidate.actor)
        return tuple(sorted(chosen, key=lambda a: [c.actor for c in candidates].index(a)))
=======
            if sure < needed or (sure < thresholds.bystander and self._only_speaks(act, candidate)):
                continue
            if not self._repeats(self._cast[candidate.actor], [actor for _, actor in chosen]):
                chosen.append((number, candidate.actor))
        return tuple(actor for _, actor in sorted(chosen))

    def _only_speaks(self, act: ActView, candidate: Candidate) -> bool:
        """Tell whether a politician, judge or reporter stands beside a noun of violence with nothing linking the two."""
        if act.type is not EventType.ASSAULT or act.trigger.is_verb or candidate.is_linked:
            return False
        actor = self._cast[candidate.actor]
        return actor.kind is ActorKind.PERSON and actor.sector in _SPEAKING
>>>>>>> 1fbbccd (Write each group of an actor's features as party once, and look for its places only after prepositions that are there)

    def _explain(self, ids: Sequence[ActorId], role: int, said: dict[ActorId, list[float]], name: str) -> str:
        if not ids:
            return f"no {name}"
        return f"{name} " + " and ".join(f"{self._cast[a].name} ({said[a][role]:.2f})" for a in ids)
