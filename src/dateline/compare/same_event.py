"""The same event in several reports: which tellings belong together, how surely, and why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.compare.background import Background
from dateline.compare.candidates import pair_candidates
from dateline.compare.grouping import group_tellings
from dateline.compare.likeness import Features, compare_tellings
from dateline.compare.link_reasons import explain_link
from dateline.compare.mentions import EventMention
from dateline.compare.tellings import gather_tellings
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

    Only mentions published by `as_of` count, where it is given. How links make groups is told in `grouping.py`.
    """
    known = [m for m in mentions if as_of is None or m.report.published is None or m.report.published <= as_of]
    tellings = {telling.number: telling for telling in gather_tellings(known)}
    usable = [link for link in links if link.first in tellings and link.second in tellings]
    groups = group_tellings(tellings, {(link.first, link.second): link.strength for link in usable})
    members: dict[int, list[int]] = {}
    for mention in known:
        members.setdefault(groups[mention.first], []).append(mention.number)
    return sorted((EventCluster(tuple(sorted(numbers))) for numbers in members.values()), key=lambda c: c.number)
