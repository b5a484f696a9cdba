"""Choosing the parties of an act among its candidates: a learned score, with the encoder's opinion where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.extract.cast import Cast
from dateline.extract.events.learned.party_features import ActView, Candidate, CandidateFinder, same_side
from dateline.extract.events.learned.weights import load_weights, softmax
from dateline.extract.events.parties import Parties
from dateline.extract.taggers import Judgement
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Parse, Token
from dateline.model import Actor, ActorId, ActorKind, EventType, Sector

NONE, ACTOR, RECIPIENT = 0, 1, 2
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})


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
_SPEAKING = frozenset({Sector.GOV, Sector.LEG, Sector.PTY, Sector.OPP, Sector.IGO, Sector.JUD, Sector.NGO, Sector.MED})
_STATELY = frozenset({Sector.GOV, Sector.MIL})

_STATELY = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.IGO})
_ASIDE = load_grammar_lists()["aside"]


class PartyChooser:
    """Chooses the parties of each act of one report."""

    def __init__(self, parse: Parse, cast: Cast, judgement: Judgement) -> None:
        self._parse = parse
        self._cast = cast
        self._judgement = judgement
        self._finder = CandidateFinder(parse, cast)
        self._weights = load_weights("parties")

    def choose(self, act: ActView, *, thresholds: PartyThresholds = THRESHOLDS) -> Parties:
        """Return the parties of an act, and how sure the choice of each is."""
        candidates = self._finder.find(act)
        scores = self._score(act, candidates, thresholds)
        actors = self._pick(*self._able(act, candidates, scores, ACTOR, thresholds), ACTOR, thresholds)
        recipients = self._pick(*self._able(act, candidates, scores, RECIPIENT, thresholds), RECIPIENT, thresholds)
        actors = self._drop_described(actors, candidates)
        recipients = self._drop_described(recipients, candidates)
        recipients = tuple(r for r in recipients if not self._is_own_state(r, actors))
        if act.places.reciprocal and self._are_opposite(actors):
            recipients = ()
        said = {candidate.actor: score for candidate, score in zip(candidates, scores, strict=True)}
        reason = (
            self._explain(actors, ACTOR, said, "actor") + ", " + self._explain(recipients, RECIPIENT, said, "recipient")
        )
        return Parties(actors, tuple(r for r in recipients if r not in actors), reason)

    def _score(self, act: ActView, candidates: Sequence[Candidate], thresholds: PartyThresholds) -> list[list[float]]:
        """Return how likely each candidate is none, actor or recipient."""
        scores = self._weights.score([c.features for c in candidates])
        encoder = self._judgement.encoder
        inside = [(i, c.mention) for i, c in enumerate(candidates) if c.mention is not None]
        if encoder is not None and inside:
            opinions = encoder.parties(act.trigger.token.i, [m for _, m in inside])
            scores[[i for i, _ in inside]] += thresholds.encoder * np.log(np.maximum(opinions, 1e-4))
        probabilities: list[list[float]] = softmax(scores).tolist()
        return probabilities

    def _is_own_state(self, recipient: ActorId, actors: Sequence[ActorId]) -> bool:
        """Tell whether a recipient is the state for which an actor acts: hardly ever annotated, in 5 of 2,195 acts."""
        state = self._cast[recipient]
        acting = [self._cast[a] for a in actors]
        return state.kind is ActorKind.STATE and any(
            a.country == state.country and (a.kind is ActorKind.STATE or a.sector in _STATELY) for a in acting
        )

    def _are_opposite(self, ids: Sequence[ActorId]) -> bool:
        """Tell whether actors stand on two sides, so that a meeting or a clash of theirs is done to nobody else."""
        sides = [self._cast[a] for a in ids]
        return any(not same_side(one, sides[:n]) for n, one in enumerate(sides) if n)

    def _able(
        self,
        act: ActView,
        candidates: Sequence[Candidate],
        scores: Sequence[list[float]],
        role: int,
        thresholds: PartyThresholds,
    ) -> tuple[list[Candidate], list[list[float]]]:
        """Return the candidates that can play a role, with their scores.

        All but those who only speak of the act, and those told of before who only repeat whom its own clause names.
        """
        pairs = zip(candidates, scores, strict=True)
        able = [(c, s) for c, s in pairs if s[role] >= thresholds.bystander or not self._only_speaks(act, c)]
        least = thresholds.actor if role == ACTOR else thresholds.recipient
        by_rule = act.by_rule.actors if role == ACTOR else act.by_rule.recipients
        named = [c.actor for c, s in able if c.actor in by_rule and s[role] >= least]
        able = [(c, s) for c, s in able if c.mention is not None or not self._repeats(self._cast[c.actor], named)]
        return [c for c, _ in able], [s for _, s in able]

    def _only_speaks(self, act: ActView, candidate: Candidate) -> bool:
        """Tell whether a politician, judge or reporter stands beside a noun of violence with nothing linking the two.

        Of a meeting, whoever is quoted on it: "The Venice summit will be hard, he said".
        """
        actor = self._cast[candidate.actor]
        if act.trigger.is_verb or candidate.is_linked or actor.kind is not ActorKind.PERSON:
            return False
        if act.type is EventType.CONSULT:
            return candidate.actor == act.source
        return act.type is EventType.ASSAULT and actor.sector in _SPEAKING

    def _pick(
        self, candidates: Sequence[Candidate], scores: Sequence[Sequence[float]], role: int, thresholds: PartyThresholds
    ) -> tuple[ActorId, ...]:
        ranked = sorted(
            ((s[role], -i, c) for i, (c, s) in enumerate(zip(candidates, scores, strict=True))), reverse=True
        )
        least, outside = (
            (thresholds.actor, thresholds.actor_outside)
            if role == ACTOR
            else (thresholds.recipient, thresholds.recipient_outside)
        )
        chosen: list[ActorId] = []
        for sure, _, candidate in ranked:
            needed = least if candidate.mention is not None else outside
            if chosen:
                needed = max(needed, thresholds.further)
            entry = self._cast[candidate.actor]
            if sure >= needed and not self._repeats(entry, chosen):
                chosen.append(candidate.actor)
        return tuple(sorted(chosen, key=lambda a: [c.actor for c in candidates].index(a)))

    def _drop_described(self, chosen: Sequence[ActorId], candidates: Sequence[Candidate]) -> tuple[ActorId, ...]:
        """Return the chosen without those that only say whose another of them is: the state of "Turkish civilians"."""
        heads = {c.actor: c.mention for c in candidates if c.mention is not None and c.actor in chosen}
        return tuple(a for a in chosen if not any(self._describes(a, other, heads) for other in chosen if other != a))

    def _describes(self, one: ActorId, other: ActorId, heads: Mapping[ActorId, int]) -> bool:
        """Tell whether one actor stands before another of its country and says whose that is."""
        if one not in heads or other not in heads:
            return False
        token = self._parse.tokens[heads[one]]
        is_before = token.dep_ in _DESCRIBING and token.head.i == heads[other]
        return is_before and same_side(self._cast[one], [self._cast[other]])

    def _repeats(self, entry: Actor, chosen: Sequence[ActorId]) -> bool:
        """Tell whether an actor only says again who is chosen already: the state beside its president."""
        others = [self._cast[a] for a in chosen]
        return same_side(entry, others) and ActorKind.POPULATION not in {o.kind for o in (entry, *others)}

    def _explain(self, ids: Sequence[ActorId], role: int, said: dict[ActorId, list[float]], name: str) -> str:
        if not ids:
            return f"no {name}"
        return f"{name} " + " and ".join(f"{self._cast[a].name} ({said[a][role]:.2f})" for a in ids)


def _is_aside(noun: Token) -> bool:
    """Tell whether a noun only gives the time or the ground of what its sentence tells: "agreed after the attacks"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _ASIDE
