"""The same event in several reports: which tellings belong together, how surely, and why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.compare.background import Background
from dateline.compare.candidates import Candidates, pair_candidates
from dateline.compare.grouping import group_tellings
from dateline.compare.likeness import WORDING_FEATURES, Features, compare_facts, compare_wordings
from dateline.compare.link_reasons import explain_link
from dateline.compare.mentions import EventMention
from dateline.compare.tellings import Telling, gather_tellings
from dateline.knowledge.joining import load_weights

LEAST = 0.4
"""The least strength of a link; `grouping.SURE` is that from which one link is enough to join."""

_PATIENCE = 12
"""Comparisons in turn that may find nothing. None of 2,000 real links with 0.65 or more lay beyond, and 28 weaker ones."""
_LEAST_ODDS = math.log(LEAST / (1 - LEAST))


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of different reports that tell one event.

    `first` < `second` are numbers of mentions, each the first of its event in its report; `strength` runs from 0.4
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
    judge = _Judge(load_weights(), background)
    likely = {
        (min(number, other), max(number, other)): strength
        for number, other, strength in _iter_likely(pair_candidates(tellings, background), judge, fresh)
    }
    by_number = {telling.number: telling for telling in tellings}
    for (first, second), strength in _keep_best(likely, by_number):
        reason = explain_link(by_number[first], by_number[second], background)
        yield Link(first, second, round(strength, 3), reason)


def _iter_likely(
    candidates: Iterable[Candidates], judge: _Judge, fresh: Collection[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield the numbers of two tellings that may well tell one event, a new one among them, with the strength.

    Where many that share most marks in turn are none, those that share fewer are not looked at.
    """
    for telling, likely, akin in candidates:
        is_new = telling.number in fresh
        missed = 0
        for place, other in enumerate([*likely, *akin]):
            if not is_new and other.number not in fresh:
                continue
            if missed >= _PATIENCE and place < len(likely):
                continue
            strength = judge.weigh(telling, other)
            missed = 0 if strength >= LEAST else missed + 1
            if strength >= LEAST:
                yield telling.number, other.number, strength


class _Judge:
    """Weighs pairs of tellings; the words of a pair are compared only where they can still decide."""

    def __init__(self, weights: Mapping[str, float], background: Background) -> None:
        self._weights = weights
        self._background = background
        self._of_acts, self._of_names, self._of_words, self._of_reports = (
            sum(max(0.0, weights[name]) for name in names) for names in (_ACTS, _NAMES, _WORDS, _REPORTS)
        )

    def weigh(self, one: Telling, other: Telling) -> float:
        """Return the chance that two tellings tell one event; 0 where it is less than that of any link."""
        facts = compare_facts(one, other, self._background)
        odds = weigh_odds(facts, self._weights)
        if odds + self._hope(one, other) < _LEAST_ODDS:
            return 0.0
        wordings = compare_wordings(one, other, self._background)
        return weigh_features({**facts, **wordings}, self._weights)

    def _hope(self, one: Telling, other: Telling) -> float:
        """Return the most that words can add: those of a kind that the two do not share add nothing."""
        return (
            self._of_reports
            + (0.0 if one.trigger.isdisjoint(other.trigger) else self._of_acts)
            + (0.0 if one.names.isdisjoint(other.names) else self._of_names)
            + (0.0 if one.words.isdisjoint(other.words) else self._of_words)
        )


_ACTS, _NAMES, _REPORTS = ("act_same", "act_word"), ("names",), ("context", "alone", "first")
_WORDS = tuple(sorted(WORDING_FEATURES.difference(_ACTS, _NAMES, _REPORTS)))
"""The features that compare wordings, by what two tellings must share for them to count."""


def _keep_best(
    likely: Mapping[tuple[int, int], float], tellings: Mapping[int, Telling]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs of which each is the other's best in its report: what one report tells as two events is not one."""
    best: dict[tuple[int, int], float] = {}
    for (first, second), strength in likely.items():
        for number, other in ((first, second), (second, first)):
            side = (number, tellings[other].report.number)
            best[side] = max(best.get(side, 0.0), strength)
    for (first, second), strength in sorted(likely.items()):
        here, there = tellings[first].report.number, tellings[second].report.number
        if strength == best[first, there] == best[second, here]:
            yield (first, second), strength


def weigh_odds(features: Features, weights: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two tellings with these features tell one event."""
    return weights["always"] + sum(weights[name] * value for name, value in features.items())


def weigh_features(features: Features, weights: Mapping[str, float]) -> float:
    """Return the chance that two tellings with these features tell one event (logistic)."""
    return 1 / (1 + math.exp(-weigh_odds(features, weights)))


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
