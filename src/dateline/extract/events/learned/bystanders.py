"""Who stands beside an act without being its party, whatever the learned choice thinks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extract.cast import Cast
from dateline.extract.events.learned.party_features import ActView, Candidate, same_side
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Parse, Token
from dateline.model import Actor, ActorId, ActorKind, EventType, Sector

_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
_SPEAKING = frozenset({Sector.GOV, Sector.LEG, Sector.PTY, Sector.OPP, Sector.IGO, Sector.JUD, Sector.NGO, Sector.MED})
_ACTING_FOR_STATE = frozenset({Sector.GOV, Sector.MIL})
_RELATIVE = frozenset({"WDT", "WP"})
_STATELY = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.IGO})


class Bystanders:
    """Tells the parties of one report's acts from those who only stand beside them."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._parse = parse
        self._cast = cast
        self._aside = load_grammar_lists()["aside"]

    def only_speaks(self, act: ActView, candidate: Candidate) -> bool:
        """Tell whether nothing links somebody to an act who speaks of it, or does something else beside it.

        Of violence, whoever governs, judges or reports, and a state where the noun only gives the time or ground ("talks
        after the raid"), and of violence told by a verb too, a paper or broadcaster; of a meeting, whoever is quoted on it
        ("The summit will be hard, he said").
        """
        if candidate.is_linked:
            return False
        actor = self._cast[candidate.actor]
        if act.type is EventType.ASSAULT and actor.kind is ActorKind.MEDIA:
            return True
        if act.trigger.is_verb:
            return False
        if act.type is EventType.CONSULT:
            return actor.kind is ActorKind.PERSON and candidate.actor == act.source
        if act.type is not EventType.ASSAULT:
            return False
        if actor.kind is ActorKind.PERSON:
            return actor.sector in _SPEAKING
        return actor.kind in _STATELY and self._is_aside(act.trigger.token)

    def is_beside_participle(self, act: ActView, candidate: Candidate) -> bool:
        """Tell whether a participle says to whom an act is done, and somebody else stands near: "members of the banned party"."""
        token = act.trigger.token
        if token.dep_ != "amod" or token.tag_ not in ("VBN", "VBD") or candidate.mention is None:
            return False
        found = act.by_rule
        return bool(found.recipients) and candidate.actor not in (*found.actors, *found.recipients)

    def stands_above(self, act: ActView, candidate: Candidate) -> bool:
        """Tell whether a relative clause says by its pronoun to whom an act is done, and somebody stands above it.

        Of "the premier mourned the envoy, whom rebels had shot", the premier. An actor of another sentence may still be meant.
        """
        verb = act.trigger.token
        if verb.dep_ != "relcl" or candidate.mention is None:
            return False
        pronouns = (c for c in verb.children if c.tag_ in _RELATIVE and c.dep_ in ("dobj", "nsubjpass"))
        if next(pronouns, None) is None:
            return False
        above = self._parse.tokens[candidate.mention]
        return not any(token.i == verb.head.i for token in (above, *above.ancestors))

    def find_described(self, candidates: Sequence[Candidate]) -> dict[int, int]:
        """Map the places of states that only say whose another is, as in "Turkish civilians", to that other's."""
        heads = {c.mention: place for place, c in enumerate(candidates) if c.mention is not None}
        found = {place: self._described_by(c, candidates, heads) for place, c in enumerate(candidates)}
        return {place: other for place, other in found.items() if other is not None}

    def drop_third(self, act: ActView, actors: Sequence[ActorId], recipients: Sequence[ActorId]) -> tuple[ActorId, ...]:
        """Return the recipients without the actors, without the state they act for, and none of what two do together."""
        if act.places.reciprocal and self._are_together(act, actors):
            return ()
        return tuple(r for r in recipients if r not in actors and not self._is_own_state(r, actors))

    def repeats(self, entry: Actor, chosen: Sequence[ActorId]) -> bool:
        """Tell whether an actor only says again who is chosen already: the state beside its president."""
        others = [self._cast[a] for a in chosen]
        return same_side(entry, others) and ActorKind.POPULATION not in {o.kind for o in (entry, *others)}

    def _are_together(self, act: ActView, actors: Sequence[ActorId]) -> bool:
        """Tell whether actors stand on two sides, or the clause names two of them: they do it to nobody else."""
        sides = [self._cast[a] for a in actors]
        opposite = any(not same_side(one, sides[:n]) for n, one in enumerate(sides) if n)
        return opposite or len(set(actors).intersection(act.by_rule.actors)) > 1

    def _is_own_state(self, recipient: ActorId, actors: Sequence[ActorId]) -> bool:
        """Tell whether a recipient is the state for which an actor acts: hardly ever annotated, in 5 of 2,195 acts."""
        state = self._cast[recipient]
        acting = [self._cast[a] for a in actors]
        return state.kind is ActorKind.STATE and any(
            a.country == state.country and (a.kind is ActorKind.STATE or a.sector in _ACTING_FOR_STATE) for a in acting
        )

    def _described_by(
        self, candidate: Candidate, candidates: Sequence[Candidate], heads: Mapping[int, int]
    ) -> int | None:
        """Return the place of the actor whose state a candidate is: the one in "the president of Mali"."""
        if candidate.mention is None or self._cast[candidate.actor].kind is not ActorKind.STATE:
            return None
        token = _described(self._parse.tokens[candidate.mention])
        other = None
        while other is None and token is not None:  # "French" of "President", which is of "Hollande"
            other = heads.get(token.i)
            token = _described(token)
        if other is None or not same_side(self._cast[candidate.actor], [self._cast[candidates[other].actor]]):
            return None
        return other

    def _is_aside(self, noun: Token) -> bool:
        """Tell whether a noun only gives the time or the ground of what its sentence tells: "agreed after the attacks"."""
        return noun.dep_ == "pobj" and noun.head.lower_ in self._aside


def _described(token: Token) -> Token | None:
    """Return the word that another says whose it is, before it or after its "of"."""
    if token.dep_ in _DESCRIBING:
        return token.head
    return token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
