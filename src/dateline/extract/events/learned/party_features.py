"""What speaks for an actor being a party of an act: where it stands, what it is, and what the report said before.

A candidate stands in the act's sentence, or was spoken of before and is salient. Features are names; see
`FeatureWeights`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.cast import Cast, Standing
from dateline.extract.events.learned.memory import Memory
from dateline.extract.events.parties import Parties, RolePlaces, actors_of
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.language import Parse, Token
from dateline.model import Actor, ActorId, EventType, MentionForm

PLACES = (
    "subject", "object", "indirect", "possessive", "modifier", "by", "with", "against", "on", "to", "of", "from", "for",
    "between", "in", "at", "over", "into", "about", "complement", "object.possessive", "object.of", "object.modifier",
    "head",
)  # fmt: skip
_MOST_OUTSIDE = 5
_LONGEST_PATH = 7


@dataclass(frozen=True, slots=True)
class ActView:
    """What is known of an act when its parties are chosen."""

    trigger: Trigger
    type: EventType
    frame: str
    places: RolePlaces
    by_rule: Parties
    source: ActorId | None
    memory: Memory


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may be a party, with its best mention in the act's sentence (None outside), and what speaks for it."""

    actor: ActorId
    mention: int | None
    features: tuple[str, ...]


class CandidateFinder:
    """Finds the candidates of each act of one report."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self._parse = parse
        self._cast = cast
        self._in_sentence: dict[int, list[Standing]] = {}
        for standing in cast.standings:
            number = parse.sentence_numbers[standing.head]
            self._in_sentence.setdefault(number, []).append(standing)
        counts = {a.id: len(a.mentions) for a in cast.actors}
        ranked = sorted(counts, key=lambda a: (-counts[a], a))
        self._rank = {actor: rank for rank, actor in enumerate(ranked)}
        self._title = {a for s in self._in_sentence.get(0, ()) for a in s.actors}

    def find(self, act: ActView) -> list[Candidate]:
        """Return the candidates of an act, those in its sentence first."""
        number = self._parse.sentence_numbers[act.trigger.token.i]
        at_place = _index_places(act.trigger, self._cast)
        inside = self._inside(act, number, at_place)
        return [*inside, *self._outside(act, number, {c.actor for c in inside})]

    def _inside(self, act: ActView, number: int, at_place: dict[ActorId, list[str]]) -> list[Candidate]:
        best: dict[ActorId, tuple[int, Standing, str]] = {}
        for standing in self._in_sentence.get(number, ()):
            path = _path(act.trigger.token, self._parse.tokens[standing.head])
            length = path.count("/") + 20 * (path == "far")
            for actor in standing.actors:
                if actor not in best or (length, standing.head) < (best[actor][0], best[actor][1].head):
                    best[actor] = (length, standing, path)
        order = sorted(best, key=lambda a: best[a][1].head)
        return [
            Candidate(
                actor, best[actor][1].head, tuple(self._features_inside(act, actor, *best[actor], at_place, len(order)))
            )
            for actor in order
        ]

    def _features_inside(
        self,
        act: ActView,
        actor: ActorId,
        length: int,
        standing: Standing,
        path: str,
        at_place: dict[ActorId, list[str]],
        count: int,
    ) -> Iterator[str]:
        token, head = act.trigger.token, self._parse.tokens[standing.head]
        kind, pos = act.type.value, token.pos_
        side = "L" if head.i < token.i else "R"
        distance = min(abs(head.i - token.i) // 4, 6)
        yield f"path={path}"
        yield f"path={path} {pos}"
        yield f"path={path} {kind}"
        yield f"near={side}{distance} {pos}"
        yield f"length={min(length, 9)}"
        yield f"dep={head.dep_} {side}"
        yield f"dep={head.dep_} {side} {kind}"
        yield f"governor={head.head.lemma_.lower()} {side}"
        yield f"lemma={token.lemma_.lower()} {head.dep_} {side}"
        yield f"form={standing.form.value} {kind}"
        yield f"alone={min(count, 4)} {side} {pos}"
        for place in at_place.get(actor, ()):
            yield f"place={place} {pos}"
            yield f"place={place} {kind}"
            yield f"place={place} {token.lemma_.lower()}"
            for role, places in (("actor", act.places.actor), ("recipient", act.places.recipient)):
                if place in places:
                    yield f"fits={role} {act.places.reciprocal}"
                    yield f"fits={role} {kind}"
        if actor not in at_place:
            yield f"placeless {pos}"
            yield f"placeless {kind} {side}"
        yield from self._features_of(act, actor)

    def _outside(self, act: ActView, number: int, taken: set[ActorId]) -> list[Candidate]:
        seen: dict[ActorId, int] = {}
        for gap in range(1, 4):
            for standing in reversed(self._in_sentence.get(number - gap, ())):
                for actor in standing.actors:
                    if actor not in taken:
                        seen.setdefault(actor, gap)
        number_links = list(act.memory.iter_links(act.type, act.trigger.token, number))
        recent = [a for told, _ in number_links for a in (*told.actors, *told.recipients) if a not in taken]
        recent = list(dict.fromkeys([*recent[:3], *list(seen)[:3]]))
        salient = [a for a in self._rank if a not in taken and a not in recent][:2]
        found = []
        for order, actor in enumerate([*recent, *salient][: _MOST_OUTSIDE + 2]):
            features = [f"outside={seen.get(actor, 9)}", f"outside={seen.get(actor, 9)} {act.trigger.token.pos_}"]
            features += [
                f"outside {order} {act.type.value}",
                f"outside inside={min(len(taken), 3)} {act.trigger.token.pos_}",
            ]
            features += [
                f"outside rule={bool(act.by_rule.actors)}{bool(act.by_rule.recipients)} {act.trigger.token.pos_}"
            ]
            features += [f"o:{f}" for f in self._features_of(act, actor)]
            found.append(Candidate(actor, None, tuple(features)))
        return found

    def _features_of(self, act: ActView, actor: ActorId) -> Iterator[str]:
        """Yield what speaks for an actor wherever it stands."""
        entry: Actor = self._cast[actor]
        kind = act.type.value
        yield f"is={entry.kind.value} {entry.sector or '-'}"
        yield f"is={entry.sector or entry.kind.value} {kind}"
        yield f"is={entry.sector or entry.kind.value} {kind} {act.trigger.token.lemma_.lower()}"
        yield f"country={entry.country is not None} {kind}"
        yield f"rank={min(self._rank[actor], 5)}"
        yield f"title={actor in self._title} {act.trigger.token.pos_}"
        if actor == act.source:
            yield f"source {kind}"
        in_actors, in_recipients = actor in act.by_rule.actors, actor in act.by_rule.recipients
        yield f"rule={in_actors}{in_recipients} {act.places.reciprocal}"
        yield f"rule={in_actors}{in_recipients} {kind}"
        yield f"rule={in_actors}{in_recipients} {bool(act.by_rule.actors)}{bool(act.by_rule.recipients)}"
        for role, ids in (("actor", act.by_rule.actors), ("recipient", act.by_rule.recipients)):
            if entry.country and any(self._cast[a].country == entry.country for a in ids):
                yield f"country of rule {role}"
        number = self._parse.sentence_numbers[act.trigger.token.i]
        for told, link in act.memory.iter_links(act.type, act.trigger.token, number):
            for role, ids in (("actor", told.actors), ("recipient", told.recipients)):
                if actor in ids:
                    yield f"told={role} {link}"
                    yield f"told={role} {link.split()[0]} {kind}"
        pronoun = all(m.form is MentionForm.PRONOUN for m in entry.mentions)
        if pronoun:
            yield "only pronouns"


def _index_places(trigger: Trigger, cast: Cast) -> dict[ActorId, list[str]]:
    """Map each actor to the places of the trigger where it stands."""
    found: dict[ActorId, list[str]] = {}
    for place in PLACES:
        for token in tokens_at(place, trigger):
            for actor in actors_of(token, cast, at=place):
                places = found.setdefault(actor, [])
                if place not in places:
                    places.append(place)
    return found


def _path(trigger: Token, mention: Token) -> str:
    """Return the dependencies from the trigger up to the common ancestor and down to the mention; "far" when it is long."""
    up: list[str] = []
    above: dict[int, int] = {}
    token = trigger
    while True:
        above[token.i] = len(up)
        if token.head.i == token.i or len(up) > _LONGEST_PATH:
            break
        up.append(token.dep_)
        token = token.head
    down: list[str] = []
    token = mention
    while token.i not in above:
        if token.head.i == token.i or len(down) > _LONGEST_PATH:
            return "far"
        word = token.head.lower_ if token.dep_ == "pobj" else ""
        down.append(token.dep_ + word)
        token = token.head
    path = [*up[: above[token.i]], "^", *reversed(down)]
    return "/".join(path) if len(path) <= _LONGEST_PATH + 1 else "far"


def same_side(one: Actor, others: Sequence[Actor]) -> bool:
    """Tell whether an actor is one of others or of the country of one of them."""
    return any(one.id == o.id or (one.country is not None and one.country == o.country) for o in others)
