"""How alike two tellings are, feature by feature; what each feature weighs stands in a table of its own.

Every feature is between 0 and 1. A telling without a place, a date or a toll does not speak against one that has them.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache

from dateline.compare.actor_keys import is_same_actor, is_told, name_of
from dateline.compare.background import Background
from dateline.compare.days import Days
from dateline.compare.mentions import POINTS, Party, Site
from dateline.compare.tellings import Telling
from dateline.model import EventType, PlaceKind

NEAR_KM = 60.0
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Types of acts that two do with each other: it says nothing who is told as the actor."""
_AT_ONE = {**dict.fromkeys(POINTS, "place_same"), PlaceKind.COUNTRY: "place_country"}
"""How places of one name agree, by their kind; "place_area" for what is neither a point nor a country."""
Features = dict[str, float]


def compare_tellings(one: Telling, other: Telling, background: Background) -> Features:
    """Return how alike two tellings are, by the names of the features that are not 0."""
    return {**compare_facts(one, other, background), **compare_wordings(one, other, background)}


def compare_facts(one: Telling, other: Telling, background: Background) -> Features:
    """Return how alike two tellings are in what was read from them: type, parties, days, place, toll."""
    features: Features = {}
    parts = (
        _compare_acts,
        _compare_parties,
        _compare_lands,
        _compare_days,
        _compare_news,
        _compare_places,
        _compare_tolls,
    )
    for part in parts:
        features.update(part(one, other))
    features.update(_compare_recall(one, other, background))
    return features


def _compare_acts(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    yield ("type_same" if one.type is other.type else "type_near"), 1.0
    if one.modes and other.modes:
        yield ("mode_same" if one.modes & other.modes else "mode_other"), 1.0
    if one.is_done != other.is_done and not (_came_true(one, other) or _came_true(other, one)):
        yield "status_other", 1.0
    if one.report.number == other.report.number:
        yield "report_same", 1.0


def _came_true(plan: Telling, act: Telling) -> bool:
    """Tell whether `act` was done on the very day for which it was planned when `plan` was told."""
    if plan.is_done or plan.is_denied or not act.is_done or plan.day is None or plan.days != act.days:
        return False
    told, done = plan.report.published, act.report.published
    return told is not None and done is not None and told <= plan.day <= done


def _compare_parties(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    if one.type in MUTUAL or other.type in MUTUAL:
        yield from _compare_sides("parties", one.parties, other.parties)
        if one.told_lands - other.lands and other.told_lands - one.lands:
            yield "parties_besides", 1.0
        return
    yield from _compare_sides("actor", one.actors, other.actors)
    yield from _compare_sides("recipient", one.recipients, other.recipients)
    if _are_crossed(one, other):
        yield "crossed", 1.0


def _are_crossed(one: Telling, other: Telling) -> bool:
    """Tell whether each has done to it what it does in the other, by country, and neither side is the same in both."""
    acting, suffering = _countries(one.actors), _countries(one.recipients)
    others_acting, others_suffering = _countries(other.actors), _countries(other.recipients)
    if acting & others_acting or suffering & others_suffering:
        return False
    return bool(acting & others_suffering and suffering & others_acting)


def _countries(parties: frozenset[Party]) -> set[str]:
    return {party.country for party in parties if party.country}


def _compare_lands(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Whether the two have all their countries apart, those of the parties and of the place."""
    if one.told_lands and other.told_lands and not one.lands & other.lands:
        yield "lands_apart", 1.0


def _compare_sides(name: str, one: frozenset[Party], other: frozenset[Party]) -> Iterator[tuple[str, float]]:
    if not one or not other:
        return
    shared = share_keys(one, other)
    if shared:
        # Two names in common say more than one; a name says more than a country, which says more than a sector.
        yield f"{name}_{'named' if any(key.islower() or '/' in key for key in shared) else 'same'}", 1.0
        if sum(map(is_told, shared)) > 1:
            yield f"{name}_several", 1.0
        return
    here, there = {p.country for p in one} - {None}, {p.country for p in other} - {None}
    if here & there:
        yield f"{name}_{'else' if _has_name(one) and _has_name(other) else 'country'}", 1.0
    elif here and there:
        yield f"{name}_{'vague' if _may_be_guessed(one) or _may_be_guessed(other) else 'other'}", 1.0


def _has_name(parties: frozenset[Party]) -> bool:
    return any(party.key and name_of(party.key) for party in parties)


def _may_be_guessed(parties: frozenset[Party]) -> bool:
    """Tell whether all parties are groups without a name, whose country is often taken from what stands around them."""
    return not any(party.key and is_told(party.key) for party in parties)


def share_keys(one: frozenset[Party], other: frozenset[Party]) -> set[str]:
    """Return the keys of `one` that can be of the same actor as a key of `other`."""
    return {a.key for a in one if a.key for b in other if b.key and is_same_actor(a.key, b.key)}


def _compare_days(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    if any(_is_told_before(a, b) or _is_awaited_after(a, b) for a, b in ((one, other), (other, one))):
        yield "told_before", 1.0
    if _say_when(one, other) and one.days and other.days:
        gap = one.days.distance(other.days)
        if one.days.is_one_day and other.days.is_one_day:
            yield _NEARNESS[bisect(_DAYS, gap)], 1.0
        else:
            yield ("days_overlap" if gap == 0 else _NEARNESS[max(bisect(_DAYS, gap), 2)]), 1.0
        return
    seen, seen_other = _seen(one), _seen(other)
    if seen is None or seen_other is None:
        yield "days_unknown", 1.0
        return
    yield _TOLD[bisect(_TOLD_DAYS, seen.distance(seen_other))], 1.0


def _say_when(one: Telling, other: Telling) -> bool:
    """Tell whether the days of two tellings can be held against each other: they are firm, or have one in common."""
    if not one.days or not other.days or _is_vague(one) or _is_vague(other):
        return False
    return (one.firm and other.firm) or one.days.distance(other.days) == 0


def _is_vague(telling: Telling) -> bool:
    """Tell whether news is dated by a stretch that goes on when it is told: "for the second time this year"."""
    days, published = telling.days, telling.report.published
    if days is None or published is None or not (telling.introduced and telling.is_done):
        return False
    return days.length > _LONGEST and days.first <= published <= days.last


def _seen(telling: Telling) -> Days | None:
    """Return the days of a telling; those of publication where they are not told, not firm, or say less."""
    return telling.days if telling.days and telling.firm and not _is_vague(telling) else _published(telling)


_LONGEST = 31
_DAYS = (1, 2, 4, 11)
_NEARNESS = ("day_same", "day_next", "day_near", "day_week", "day_far")
_TOLD_DAYS = (2, 5, 15)
_TOLD = ("told_together", "told_near", "told_fortnight", "told_far")


def _compare_news(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Whether both are told as news, and if so whether on days too far apart to be the same news."""
    if not (one.introduced and other.introduced):
        yield "spoken_of", 1.0
        return
    here, there = _seen(one), _seen(other)
    apart = here.distance(there) if here and there else 0
    if apart > 1:
        yield "news_apart", 1.0
    if apart > _NO_NEWS:
        yield "news_far", 1.0


def _is_told_before(one: Telling, other: Telling) -> bool:
    """Tell whether `one` was told as done before the day on which `other` happened."""
    published = one.report.published
    return (
        one.is_done and published is not None and other.firm and other.days is not None and other.days.first > published
    )


def _is_awaited_after(one: Telling, other: Telling) -> bool:
    """Tell whether `one` was still to come when `other` had happened."""
    published = one.report.published
    if published is None or one.is_done or one.is_denied:
        return False
    return other.is_done and other.day is not None and other.day < published


def _compare_recall(one: Telling, other: Telling, background: Background) -> Iterator[tuple[str, float]]:
    focus = background.focus_on(one, other)
    if focus:
        yield "focus", focus
    if one.days is None or one.days != other.days or not one.days.is_one_day:
        return
    # What is still told with its day when days have passed is not one of many like it.
    if any(t.report.published and (t.report.published - one.days.first).days > _PASSED for t in (one, other)):
        yield "recalled", 1.0


_PASSED = 3
_NO_NEWS = 14
"""Days after which nothing is told as news that was news before."""


def _published(telling: Telling) -> Days | None:
    day = telling.report.published
    return Days(day, day) if day else None


def _compare_places(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    here, there = one.place, other.place
    if here is None or there is None:
        return
    if here.name == there.name and here.country == there.country:
        yield _AT_ONE.get(here.kind, "place_area"), 1.0
        return
    apart = measure_distance(here, there)
    if here.country and there.country and here.country != there.country:
        if apart is None or apart > NEAR_KM:
            yield "place_abroad", 1.0
    elif apart is not None and here.is_point and there.is_point:
        yield ("place_near" if apart <= NEAR_KM else "place_other"), 1.0
    elif here.country and here.country == there.country:
        yield "place_country", 1.0


@lru_cache(maxsize=65536)
def measure_distance(here: Site, there: Site) -> float | None:
    """Return the kilometres between two sites (great circle), None where one has no coordinates."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    a, b, c, d = map(math.radians, (here.latitude, here.longitude, there.latitude, there.longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def _compare_tolls(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Yield how tolls agree; of two versions of one report, the later may correct the earlier."""
    is_corrected = one.report.document == other.report.document
    for name, here, there in (
        ("killed", one.killed, other.killed),
        ("injured", one.injured, other.injured),
        ("arrested", one.arrested, other.arrested),
    ):
        if here is None or there is None:
            continue
        if here == there:
            yield f"{name}_same", min(1.0, 0.3 + math.log10(1 + here) / 2)
        elif is_corrected or max(here, there) <= 1.5 * min(here, there):
            yield f"{name}_near", 1.0
        else:
            yield f"{name}_other", 1.0


def compare_wordings(one: Telling, other: Telling, background: Background) -> Features:
    """Return how alike two tellings are in their words, and their reports in all of theirs."""
    return dict(_compare_words(one, other, background))


WORDING_FEATURES = frozenset(
    """act_same act_word names names_other numbers_same numbers_other words rare_words near_words context alone
    first""".split()
)


def _compare_words(one: Telling, other: Telling, background: Background) -> Iterator[tuple[str, float]]:
    weights = background.weights
    acts = one.trigger & other.trigger
    if acts:
        yield "act_same", 1.0
        yield "act_word", min(1.0, max(weights[word] for word in acts) / _RARE)
    here, there = background.heft_of(one), background.heft_of(other)
    yield from _compare_names(one, other, background)
    if here.numbers & there.numbers:
        yield "numbers_same", 1.0
    elif here.numbers - _tolls_of(one) and there.numbers - _tolls_of(other):
        yield "numbers_other", 1.0
    shared = [weights[word] for word in (one.words & other.words) - acts]
    if shared:
        yield "words", sum(shared) / max(1.0, min(here.words, there.words))
        yield "rare_words", min(1.0, sum(weight * weight for weight in shared) / (4 * _RARE**2))
    near = (one.near & other.near) - acts
    if near:
        yield "near_words", sum(weights[word] for word in near) / max(1.0, (here.near * there.near) ** 0.5)
    if one.report.number != other.report.number:
        yield from _compare_reports(one, other, background)


def _compare_reports(one: Telling, other: Telling, background: Background) -> Iterator[tuple[str, float]]:
    """How much the reports have in common, and whether each tells of one such act only, or of this one first."""
    context = min(1.0, background.compare_reports(one.report.number, other.report.number) / _MUCH)
    yield "context", context
    if one.type is other.type:
        yield "alone", context / (background.count_like(one) * background.count_like(other)) ** 0.5
        if background.is_first_like(one) and background.is_first_like(other):
            yield "first", context


def _tolls_of(telling: Telling) -> set[str]:
    """Return the tolls as words: how far they agree is compared on its own."""
    return {str(toll) for toll in (telling.killed, telling.injured, telling.arrested)}


def _compare_names(one: Telling, other: Telling, background: Background) -> Iterator[tuple[str, float]]:
    """Names of the two sentences: those in common, and how much stands on both sides that the other has not."""
    weight_of = background.weight_of
    shared, here, there = one.names & other.names, one.names - other.names, other.names - one.names
    if shared:
        yield "names", min(1.0, weight_of(shared) / (3 * _RARE))
    if here and there:
        yield "names_other", min(1.0, min(weight_of(here), weight_of(there)) / (3 * _RARE))


_MUCH = 0.5
"""The likeness of two reports of one matter."""
_RARE = 6.0
"""The weight of a word that one passage in 400 holds."""
