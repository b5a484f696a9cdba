"""What speaks for an actor being a party of an act: where it stands, what it is, and what the report said before.

A candidate stands in the act's sentence, or was spoken of before and is salient. Features are names; see
`FeatureWeights`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.extract.cast import Cast, Standing
from dateline.extract.events.learned.memory import Memory, Told
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
    """An actor that may be a party, with its best mention in the act's sentence (None outside), and what speaks for it.

    `is_linked` tells whether it stands at a place of the act: its subject, object, possessive, after its "by".
    """

    actor: ActorId
    mention: int | None
    features: tuple[str, ...]
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the features of all candidates of one act have in common, taken down once."""

    act: ActView
    kind: str
    pos: str
    lemma: str
    number: int  # of its sentence
    links: tuple[tuple[Told, str], ...]
    has_by_rule: str  # whether rules found actors, and recipients
    countries_by_rule: tuple[tuple[str, frozenset[str]], ...]


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
        self._only_pronouns = {
            a.id for a in cast.actors if all(m.form is MentionForm.PRONOUN for m in a.mentions)
        }  # fmt: skip

    def find(self, act: ActView) -> list[Candidate]:
        """Return the candidates of an act, those in its sentence first."""
        asked = self._take_down(act)
        inside = self._inside(asked, _index_places(act.trigger, self._cast))
        return [*inside, *self._outside(asked, {c.actor for c in inside})]

    def _take_down(self, act: ActView) -> _Asked:
        token, by_rule = act.trigger.token, act.by_rule
        number = self._parse.sentence_numbers[token.i]
        sides = (("actor", by_rule.actors), ("recipient", by_rule.recipients))
        return _Asked(
            act=act,
            kind=act.type.value,
            pos=token.pos_,
            lemma=token.lemma_.lower(),
            number=number,
            links=tuple(act.memory.iter_links(act.type, token, number)),
            has_by_rule=f"{bool(by_rule.actors)}{bool(by_rule.recipients)}",
            countries_by_rule=tuple(
                (role, frozenset(country for a in ids if (country := self._cast[a].country))) for role, ids in sides
            ),
        )

    def _inside(self, asked: _Asked, at_place: dict[ActorId, list[str]]) -> list[Candidate]:
        best: dict[ActorId, tuple[int, Standing, str]] = {}
        trigger = asked.act.trigger.token
        above = _climb(trigger)
        for standing in self._in_sentence.get(asked.number, ()):
            path = _path(trigger, above, self._parse.tokens[standing.head])
            length = path.count("/") + 20 * (path == "far")
            for actor in standing.actors:
                if actor not in best or (length, standing.head) < (best[actor][0], best[actor][1].head):
                    best[actor] = (length, standing, path)
        order = sorted(best, key=lambda a: best[a][1].head)
        found = []
        for actor in order:
            length, standing, path = best[actor]
            features = self._of_standing(asked, standing, path, length)
            features.append(f"alone={min(len(order), 4)} {'L' if standing.head < trigger.i else 'R'} {asked.pos}")
            features += _of_places(asked, at_place.get(actor, ()), standing)
            features += self._of_actor(asked, actor)
            found.append(Candidate(actor, standing.head, tuple(features), is_linked=bool(at_place.get(actor))))
        return found

    def _of_standing(self, asked: _Asked, standing: Standing, path: str, length: int) -> list[str]:
        """Return what speaks for an actor by how it stands to the act."""
        token, head = asked.act.trigger.token, self._parse.tokens[standing.head]
        kind, pos = asked.kind, asked.pos
        side = "L" if head.i < token.i else "R"
        dep = f"{head.dep_} {side}"
        path = f"path={path}"
        return [
            path,
            f"{path} {pos}",
            f"{path} {kind}",
            f"near={side}{min(abs(head.i - token.i) // 4, 6)} {pos}",
            f"length={min(length, 9)}",
            f"dep={dep}",
            f"dep={dep} {kind}",
            f"governor={head.head.lemma_.lower()} {side}",
            f"lemma={asked.lemma} {dep}",
            f"form={standing.form.value} {kind}",
        ]

    def _outside(self, asked: _Asked, taken: set[ActorId]) -> list[Candidate]:
        seen: dict[ActorId, int] = {}
        for gap in range(1, 4):
            for standing in reversed(self._in_sentence.get(asked.number - gap, ())):
                for actor in standing.actors:
                    if actor not in taken:
                        seen.setdefault(actor, gap)
        recent = [a for told, _ in asked.links for a in (*told.actors, *told.recipients) if a not in taken]
        recent = list(dict.fromkeys([*recent[:3], *list(seen)[:3]]))
        salient = list(islice((a for a in self._rank if a not in taken and a not in recent), 2))
        found = []
        for order, actor in enumerate([*recent, *salient][: _MOST_OUTSIDE + 2]):
            outside = f"outside={seen.get(actor, 9)}"
            features = [
                outside,
                f"{outside} {asked.pos}",
                f"outside {order} {asked.kind}",
                f"outside inside={min(len(taken), 3)} {asked.pos}",
                f"outside rule={asked.has_by_rule} {asked.pos}",
                *[f"o:{feature}" for feature in self._of_actor(asked, actor)],
            ]
            found.append(Candidate(actor, None, tuple(features)))
        return found

    def _of_actor(self, asked: _Asked, actor: ActorId) -> list[str]:
        """Return what speaks for an actor wherever it stands."""
        entry: Actor = self._cast[actor]
        act, kind = asked.act, asked.kind
        sort = entry.sector.value if entry.sector else entry.kind.value
        by_rule = f"rule={actor in act.by_rule.actors}{actor in act.by_rule.recipients}"
        found = [
            f"is={entry.kind.value} {entry.sector.value if entry.sector else '-'}",
            f"is={sort} {kind}",
            f"is={sort} {kind} {asked.lemma}",
            f"country={entry.country is not None} {kind}",
            f"rank={min(self._rank[actor], 5)}",
            f"title={actor in self._title} {asked.pos}",
        ]
        if actor == act.source:
            found.append(f"source {kind}")
        found += [
            f"{by_rule} {act.places.reciprocal}",
            f"{by_rule} {kind}",
            f"{by_rule} {asked.has_by_rule}",
        ]
        found += [f"country of rule {role}" for role, named in asked.countries_by_rule if entry.country in named]
        for told, link in asked.links:
            for role, ids in (("actor", told.actors), ("recipient", told.recipients)):
                if actor in ids:
                    found += [f"told={role} {link}", f"told={role} {link.split()[0]} {kind}"]
        if actor in self._only_pronouns:
            found.append("only pronouns")
        return found


def _of_places(asked: _Asked, at_place: Sequence[str], standing: Standing) -> list[str]:
    """Return what speaks for an actor by the places of the act where it stands."""
    kind, pos, places = asked.kind, asked.pos, asked.act.places
    if not at_place:
        side = "L" if standing.head < asked.act.trigger.token.i else "R"
        return [f"placeless {pos}", f"placeless {kind} {side}"]
    found = []
    for place in at_place:
        found += [f"place={place} {pos}", f"place={place} {kind}", f"place={place} {asked.lemma}"]
        for role, fitting in (("actor", places.actor), ("recipient", places.recipient)):
            if place in fitting:
                found += [f"fits={role} {places.reciprocal}", f"fits={role} {kind}"]
    return found


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


def _climb(trigger: Token) -> list[Token]:
    """Return a word and those above it, as far up as a path is followed."""
    found = [trigger]
    while trigger.head is not trigger and len(found) <= _LONGEST_PATH + 1:
        trigger = trigger.head
        found.append(trigger)
    return found


def _path(trigger: Token, above: Sequence[Token], mention: Token) -> str:
    """Return the dependencies from the trigger up to the common ancestor and down to the mention; "far" when it is long.

    `above` is the trigger and the words above it.
    """
    down: list[str] = []
    token = mention
    while token not in above:
        if token.head is token or len(down) > _LONGEST_PATH:
            return "far"
        down.append(token.dep_ + token.head.lower_ if token.dep_ == "pobj" else token.dep_)
        token = token.head
    up = [word.dep_ for word in above[: above.index(token)]]
    path = [*up, "^", *reversed(down)]
    return "/".join(path) if len(path) <= _LONGEST_PATH + 1 else "far"


def same_side(one: Actor, others: Sequence[Actor]) -> bool:
    """Tell whether an actor is one of others or of the country of one of them."""
    return any(one.id == o.id or (one.country is not None and one.country == o.country) for o in others)
