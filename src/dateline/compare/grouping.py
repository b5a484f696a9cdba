"""Putting linked tellings together as events, so that a chain of likenesses joins nothing that differs.

Links are followed from the strongest to the weakest. Two groups become one where one link is sure or several unsure ones
agree, enough of what could link them does, their days agree, and no report tells both as two events. Groups depend on
nothing but the tellings that links lead to: regrouping only what a new link touches gives the same groups as regrouping all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.compare.actor_keys import is_told
from dateline.compare.likeness import MUTUAL, share_keys
from dateline.compare.tellings import Telling

SURE = 0.65
"""The strength from which one link alone joins two groups."""
_ENOUGH = 0.2
"""The least mean strength between two groups, missing links as 0; larger groups are judged by the strongest pairs."""
_ENOUGH_UNSURE = 0.3
"""The same where no link is sure: then two links at least must agree."""
_JUDGED = 4
"""Pairs for each member of the larger group that are judged at most."""
_SEVERAL = 2
"""Sure links that are enough to join a single telling."""
Strengths = Mapping[tuple[int, int], float]


def group_tellings(tellings: Mapping[int, Telling], strengths: Strengths) -> dict[int, int]:
    """Return the group of each telling, named by one of its members."""
    group = {number: number for number in tellings}
    members = {number: [number] for number in tellings}
    for (first, second), _ in sorted(strengths.items(), key=lambda item: (-item[1], item[0])):
        one, other = group[first], group[second]
        if one == other or not _agree(members[one], members[other], tellings, strengths):
            continue
        if (len(members[one]), -one) < (len(members[other]), -other):
            one, other = other, one
        for number in members[other]:
            group[number] = one
        members[one] += members.pop(other)
    return group


def _agree(ours: Sequence[int], theirs: Sequence[int], tellings: Mapping[int, Telling], strengths: Strengths) -> bool:
    linked = [s for a in ours for b in theirs if (s := strengths.get((min(a, b), max(a, b))))]
    if not _are_linked_enough(linked, len(ours), len(theirs)):
        return False
    one, other = [tellings[n] for n in ours], [tellings[n] for n in theirs]
    return _agree_on_days(one, other, strengths) and not _are_told_apart(one, other)


def _are_linked_enough(linked: Sequence[float], ours: int, theirs: int) -> bool:
    """Tell whether what links two groups is strong enough: on average, or for one telling that is surely that of several.

    Who says little ("the attacks of 13 November") is linked to few of those who tell the same, since most say it otherwise.
    """
    sure = sum(strength >= SURE for strength in linked)
    if sure >= _SEVERAL and min(ours, theirs) == 1:
        return True
    enough = (_ENOUGH if sure else _ENOUGH_UNSURE) * min(ours * theirs, _JUDGED * max(ours, theirs))
    return sum(linked) >= enough and (sure > 0 or len(linked) > 1)


def _agree_on_days(ours: Sequence[Telling], theirs: Sequence[Telling], strengths: Strengths) -> bool:
    """Tell whether the day most of one group give is that of the other.

    A day apart will do where either is given once and two that give these days are surely linked themselves: what a third
    without a day has in common with both says nothing about their days.
    """
    here, there = _core_day(ours), _core_day(theirs)
    if here is None or there is None or here[0] == there[0]:
        return True
    (day, votes), (other_day, other_votes) = here, there
    if abs((day - other_day).days) > 1 or min(votes, other_votes) > 1:
        return False
    one = [t.number for t in ours if t.day == day]
    other = [t.number for t in theirs if t.day == other_day]
    return any(strengths.get((min(a, b), max(a, b)), 0.0) >= SURE for a in one for b in other)


def _core_day(tellings: Iterable[Telling]) -> tuple[date, int] | None:
    days = Counter(t.day for t in tellings if t.day)
    return max(days.items(), key=lambda item: (item[1], -item[0].toordinal()), default=None)


def _are_told_apart(ours: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
    """Tell whether some report tells one event of each group, and not as if they could be one."""
    reports = {t.report.number for t in ours} & {t.report.number for t in theirs}
    if not reports:
        return False
    return any(a.report.number == b.report.number and not _could_be_one(a, b) for a in ours for b in theirs)


def _could_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings of one report, which did not join them, have so much in common that it missed a join."""
    if one.type is not other.type or one.days != other.days:
        return False
    if one.type in MUTUAL and one.day and sum(map(is_told, share_keys(one.parties, other.parties))) > 1:
        return True  # who comes to see somebody and meets him on one day, meets him once
    if not one.trigger & other.trigger:
        return False
    if one.modes and other.modes and not one.modes & other.modes:
        return False
    for here, there in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if here and there and not share_keys(here, there):
            return False
    return (one.killed, one.injured) == (other.killed, other.injured)
