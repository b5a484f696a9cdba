"""What speaks for an actor being a party of an act: where it stands, what it is, and what the report said before.

A candidate stands in the act's sentence, or was spoken of before and is salient. Features are names, made in
`party_names`; see `FeatureWeights`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import NamedTuple

from dateline.extract.cast import Cast, Standing
from dateline.extract.events.learned import party_names
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.weights import Names
from dateline.extract.events.parties import Parties, RolePlaces, actors_of
from dateline.extract.events.surroundings import Trigger, iter_places
from dateline.language import Parse, Token
from dateline.model import Actor, ActorId, EventType, MentionForm

PLACES = (
    "subject", "object", "indirect", "possessive", "modifier", "by", "with", "against", "on", "to", "of", "from", "for",
    "between", "in", "at", "over", "into", "about", "complement", "object.possessive", "object.of", "object.modifier",
    "head",
)  # fmt: skip
_MOST_OUTSIDE = 5
_LOWEST_RANK = 5
_LONGEST_PATH = 7


class ActView(NamedTuple):
    """What is known of an act when its parties are chosen."""

    trigger: Trigger
    type: EventType
    frame: str
    places: RolePlaces
    by_rule: Parties
    source: ActorId | None
    memory: Memory


class Candidate(NamedTuple):
    """An actor that may be a party, with its best mention in the act's sentence (None outside), and what speaks for it.

    `is_linked` tells whether it stands at a place of the act: its subject, object, possessive, after its "by".
    `before` holds the heads of its mentions in the sentences just before, where it has none in the act's own.
    """

    actor: ActorId
    mention: int | None
    groups: tuple[Names, ...]
    is_linked: bool = False
    before: tuple[int, ...] = ()

    @property
    def features(self) -> list[str]:
        """The names of what speaks for it."""
        return list(chain.from_iterable(self.groups))


class _Known(NamedTuple):
    """What the features of an actor say of it whatever the act, taken down once for a report."""

    being: str
    sector: str | None
    country: str | None
    rank: int
    in_title: bool
    only_pronouns: bool


class _Earlier(NamedTuple):
    """An act told before: how its word relates to the act's, and, by role, how its other side does to whom rules found.

    "same" where rules find the other side of what was told across from that role, "turned" where they find it in the role
    itself, "other" where they find somebody else across, "open" where they find nobody there.
    """

    told: Told
    link: str
    partners: tuple[tuple[str, Sequence[ActorId], str], ...]


class _Asked(NamedTuple):
    """What the features of all candidates of one act have in common, taken down once."""

    act: ActView
    kind: str
    pos: str
    lemma: str
    number: int  # of its sentence
    earlier: tuple[_Earlier, ...]
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
        self._ranked = sorted(counts, key=lambda a: (-counts[a], a))
        rank = {actor: min(rank, _LOWEST_RANK) for rank, actor in enumerate(self._ranked)}
        title = {a for s in self._in_sentence.get(0, ()) for a in s.actors}
        self._known = {a.id: _know(a, rank[a.id], in_title=a.id in title) for a in cast.actors}

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
            earlier=tuple(
                self._relate(told, link, by_rule) for told, link in act.memory.iter_links(act.type, token, number)
            ),
            has_by_rule=f"{bool(by_rule.actors)}{bool(by_rule.recipients)}",
            countries_by_rule=tuple(
                (role, frozenset(country for a in ids if (country := self._cast[a].country))) for role, ids in sides
            ),
        )

    def _relate(self, told: Told, link: str, by_rule: Parties) -> _Earlier:
        sides = (
            ("actor", told.actors, told.recipients, by_rule.actors, by_rule.recipients),
            ("recipient", told.recipients, told.actors, by_rule.recipients, by_rule.actors),
        )
        partners = []
        for role, ids, across, in_role, opposite in sides:
            if self._meet(opposite, across):
                partner = "same"
            elif self._meet(in_role, across):
                partner = "turned"
            else:
                partner = "other" if opposite else "open"
            partners.append((role, ids, partner))
        return _Earlier(told, link, tuple(partners))

    def _meet(self, ids: Sequence[ActorId], others: Sequence[ActorId]) -> bool:
        """Tell whether two sides have an actor or a country in common."""
        entries = [self._cast[other] for other in others]
        return any(same_side(self._cast[one], entries) for one in ids)

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
            places = at_place.get(actor, ())
            groups = self._of_standing(asked, standing, path, length, len(order))
            groups += _of_places(asked, places, standing)
            groups += self._of_actor(asked, actor, "")
            found.append(Candidate(actor, standing.head, tuple(groups), is_linked=bool(places)))
        return found

    def _of_standing(self, asked: _Asked, standing: Standing, path: str, length: int, count: int) -> list[Names]:
        """Return what speaks for an actor by how it stands to the act, one of `count` candidates in the sentence."""
        token, head = asked.act.trigger.token, self._parse.tokens[standing.head]
        kind, pos, dep = asked.kind, asked.pos, head.dep_
        side = "L" if head.i < token.i else "R"
        return [
            party_names.of_path(path, pos, kind),
            party_names.of_distance(side, min(abs(head.i - token.i) // 4, 6), min(length, 9), pos),
            party_names.of_link(dep, side, kind),
            (f"governor={head.head.lemma_.lower()} {side}", f"lemma={asked.lemma} {dep} {side}"),
            party_names.of_form(standing.form, kind, min(count, 4), side, pos),
        ]

    def _outside(self, asked: _Asked, taken: set[ActorId]) -> list[Candidate]:
        seen: dict[ActorId, int] = {}
        heads: dict[ActorId, list[int]] = {}
        for gap in range(1, 4):
            for standing in reversed(self._in_sentence.get(asked.number - gap, ())):
                for actor in standing.actors:
                    if actor not in taken:
                        seen.setdefault(actor, gap)
                        heads.setdefault(actor, []).append(standing.head)
        told = (earlier.told for earlier in asked.earlier)
        recent = [a for act in told for a in (*act.actors, *act.recipients) if a not in taken]
        recent = list(dict.fromkeys([*recent[:3], *list(seen)[:3]]))
        salient = list(islice((a for a in self._ranked if a not in taken and a not in recent), 2))
        found = []
        for order, actor in enumerate([*recent, *salient][: _MOST_OUTSIDE + 2]):
            absence = party_names.of_absence(
                seen.get(actor, 9), order, min(len(taken), 3), asked.has_by_rule, asked.kind, asked.pos
            )
            groups = (absence, *self._of_actor(asked, actor, "o:"))
            found.append(Candidate(actor, None, groups, before=tuple(heads.get(actor, ()))))
        return found

    def _of_actor(self, asked: _Asked, actor: ActorId, prefix: str) -> list[Names]:
        """Return what speaks for an actor wherever it stands."""
        known, act, kind, pos = self._known[actor], asked.act, asked.kind, asked.pos
        found = [
            party_names.of_sort(prefix, known.being, known.sector, kind, asked.lemma),
            party_names.of_weight(prefix, known.country is not None, known.rank, known.in_title, kind, pos),
        ]
        if actor == act.source:
            found.append((f"{prefix}source {kind}",))
        by_rule = f"{actor in act.by_rule.actors}{actor in act.by_rule.recipients}"
        found.append(party_names.of_rule(prefix, by_rule, act.places.reciprocal, kind, asked.has_by_rule))
        found += [
            (f"{prefix}country of rule {role}",) for role, named in asked.countries_by_rule if known.country in named
        ]
        for earlier in asked.earlier:
            for role, ids, partner in earlier.partners:
                if actor in ids:
                    found.append(party_names.of_told(prefix, role, earlier.link, kind))
                    found.append(party_names.of_partner(prefix, role, partner, earlier.link, kind))
        if known.only_pronouns:
            found.append((f"{prefix}only pronouns",))
        return found


def _know(actor: Actor, rank: int, *, in_title: bool) -> _Known:
    """Take down what the features say of an actor."""
    only_pronouns = all(mention.form is MentionForm.PRONOUN for mention in actor.mentions)
    sector = actor.sector.value if actor.sector is not None else None
    return _Known(actor.kind.value, sector, actor.country, rank, in_title, only_pronouns)


def _of_places(asked: _Asked, at_place: Sequence[str], standing: Standing) -> list[Names]:
    """Return what speaks for an actor by the places of the act where it stands."""
    kind, pos, places = asked.kind, asked.pos, asked.act.places
    if not at_place:
        side = "L" if standing.head < asked.act.trigger.token.i else "R"
        return [party_names.of_no_place(pos, kind, side)]
    found = []
    for place in at_place:
        found.append(party_names.of_place(place, pos, kind, asked.lemma))
        for role, fitting in (("actor", places.actor), ("recipient", places.recipient)):
            if place in fitting:
                found.append(party_names.of_fitting_place(role, places.reciprocal, kind))
    return found


def _index_places(trigger: Trigger, cast: Cast) -> dict[ActorId, list[str]]:
    """Map each actor to the places of the trigger where it stands."""
    found: dict[ActorId, list[str]] = {}
    for place, tokens in iter_places(trigger, PLACES):
        for token in tokens:
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
