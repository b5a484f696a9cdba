"""The same event in several reports: which tellings belong together, how surely, and why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.compare.background import Background
from dateline.compare.candidates import pair_candidates
from dateline.compare.likeness import Features, compare_tellings
from dateline.compare.link_reasons import explain_link
from dateline.compare.mentions import EventMention
from dateline.compare.tellings import Telling, gather_tellings
from dateline.knowledge.joining import load_weights

LEAST = 0.5
"""The least strength of a link."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of different reports that tell one event.

    `first` < `second` are numbers of mentions, each the first of its event in its report; `strength` runs from 0.5
    to 1, the chance that they do by what they share; `reason` says what that is.
    """

    first: int
    second: int
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class EventCluster:
    """One real event: the numbers of all mentions that tell it, in order. Its `number` is the lowest of them."""

    mentions: tuple[int, ...]

    @property
    def number(self) -> int:
        return self.mentions[0]


def link_events(mentions: Iterable[EventMention], known: Iterable[EventMention] = ()) -> Iterator[Link]:
    """Yield the links between mentions of different reports, and between them and `known` ones.

    Links among `known` mentions are not given again. Mentions that their record joins (`first`) count as one.
    The same mentions give the same links, whatever their order.
    """
    old = gather_tellings(known)
    new = gather_tellings(mentions)
    fresh = {telling.number for telling in new}
    tellings = old + new
    background = Background.of(tellings)
    weights = load_weights()
    for telling, others in pair_candidates(tellings, background):
        for other in others:
            if telling.number not in fresh and other.number not in fresh:
                continue
            if other.report.number == telling.report.number:
                continue
            features = compare_tellings(telling, other, background)
            strength = weigh_features(features, weights)
            if strength >= LEAST:
                first, second = sorted((telling, other), key=lambda t: t.number)
                yield Link(first.number, second.number, round(strength, 3), explain_link(first, second, background))


def weigh_features(features: Features, weights: Mapping[str, float]) -> float:
    """Return the chance that two tellings with these features tell one event (logistic)."""
    total = weights["always"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


def group_events(
    mentions: Collection[EventMention], links: Iterable[Link], *, as_of: date | None = None
) -> list[EventCluster]:
    """Return the events that mentions tell, by number; every mention stands in one.

    Only mentions published by `as_of` count, where it is given. The strongest links are followed first, and two groups
    are joined only where most of what they tell agrees, so that a chain of likenesses joins nothing. Groups depend on
    nothing but the mentions they are linked with: regrouping only what a new link touches gives the same groups.
    """
    known = [m for m in mentions if as_of is None or m.report.published is None or m.report.published <= as_of]
    tellings = {telling.number: telling for telling in gather_tellings(known)}
    usable = [link for link in links if link.first in tellings and link.second in tellings]
    groups = _join(tellings, usable)
    members: dict[int, list[int]] = {}
    for mention in known:
        members.setdefault(groups[mention.first], []).append(mention.number)
    return sorted((EventCluster(tuple(sorted(numbers))) for numbers in members.values()), key=lambda c: c.number)


def _join(tellings: Mapping[int, Telling], links: Sequence[Link]) -> dict[int, int]:
    """Return the group of each telling, after joining along the links from the strongest to the weakest."""
    group = {number: number for number in tellings}
    members = {number: [number] for number in tellings}
    strength = {(link.first, link.second): link.strength for link in links}
    for link in sorted(links, key=lambda link: (-link.strength, link.first, link.second)):
        one, other = group[link.first], group[link.second]
        if one == other or not _agree(members[one], members[other], tellings, strength):
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        for number in members[other]:
            group[number] = one
        members[one] += members.pop(other)
    return group


def _agree(
    ours: Sequence[int],
    theirs: Sequence[int],
    tellings: Mapping[int, Telling],
    strength: Mapping[tuple[int, int], float],
) -> bool:
    """Tell whether half of what could link two groups does, and no day of one is far from those of the other."""
    linked = sum((min(a, b), max(a, b)) in strength for a in ours for b in theirs)
    if 2 * linked < min(len(ours) * len(theirs), 4 * max(len(ours), len(theirs))):
        return False
    days = [tellings[n].days for n in ours], [tellings[n].days for n in theirs]
    gaps = [a.distance(b) for a in days[0] if a for b in days[1] if b]
    return not gaps or sorted(gaps)[len(gaps) // 2] <= 1
