"""Who is who across reports: a key that one actor has in every report, where ids count within one.

An actor known by its Wikidata id has that as its key, a state its country's code, an unnamed group its country and
sector, and whoever has a name that name and country. An unnamed group of no known country has none: two "gunmen" of
two reports are not known to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.names import fold
from dateline.model import Actor, ActorKind, MentionForm

_UNNAMED = re.compile(r"[A-Z]{3}-[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class ActorKey:
    """The key of an actor in any report, and why it is this one.

    >>> str(ActorKey("francois-hollande/FRA", "named, of FRA"))
    'francois-hollande/FRA'
    """

    key: str
    reason: str

    def __str__(self) -> str:
        return self.key


def identify_actor(actor: Actor) -> ActorKey | None:
    """Return the key of an actor, None where nothing tells it from others of its kind.

    Keys read `Q142` (Wikidata), `FRA` (the state), `FRA-MIL` (a group without a name) or `francois-hollande/FRA`
    (a name; `islamic-state` where no country is known). A country assumed from what stands around is no part of a person's
    key where the name is full: two reports would assume two.
    """
    if actor.wikidata:
        return ActorKey(actor.wikidata, "known by its Wikidata id")
    if actor.kind is ActorKind.STATE and actor.country:
        return ActorKey(actor.country, f"the state {actor.country}")
    if _is_named(actor):
        return _identify_named(actor)
    if actor.country and actor.sector:
        return ActorKey(f"{actor.country}-{actor.sector.value}", f"no name; {actor.sector.value} of {actor.country}")
    return None


def _is_named(actor: Actor) -> bool:
    return any(mention.form is MentionForm.NAME for mention in actor.mentions)


def _identify_named(actor: Actor) -> ActorKey | None:
    if actor.kind is ActorKind.GOVERNMENT and actor.country and fold(actor.name).endswith(" government"):
        return ActorKey(f"{actor.country}-GOV", f"the government of {actor.country}")
    name = fold(actor.name).removeprefix("the ").replace(" ", "-")
    if not name:
        return None
    if actor.country is None:
        return ActorKey(name, "named, of no known country")
    if actor.country_assumed and actor.kind is ActorKind.PERSON and "-" in name:
        return ActorKey(name, f"named, perhaps of {actor.country}")
    return ActorKey(f"{name}/{actor.country}", f"named, of {actor.country}")


@lru_cache(maxsize=65536)
def name_of(key: str) -> tuple[str, ...]:
    """Return the words of the name in a key, none where it holds no name.

    >>> name_of("francois-hollande/FRA"), name_of("FRA-GOV"), name_of("Q142")
    (('francois', 'hollande'), (), ())
    """
    name = key.partition("/")[0]
    return tuple(name.split("-")) if name.islower() else ()


@lru_cache(maxsize=65536)
def country_of(key: str) -> str | None:
    """Return the country in a key.

    >>> country_of("francois-hollande/FRA"), country_of("FRA-GOV"), country_of("FRA"), country_of("islamic-state")
    ('FRA', 'FRA', 'FRA', None)
    """
    name, _, country = key.partition("/")
    if country:
        return country
    head = name.partition("-")[0]
    return head if len(head) == 3 and head.isupper() else None


@lru_cache(maxsize=65536)
def is_told(key: str) -> bool:
    """Tell whether a key is of somebody whose country is told: whose an unnamed group is, is often a guess.

    >>> is_told("FRA"), is_told("francois-hollande/FRA"), is_told("FRA-CVL")
    (True, True, False)
    """
    return not _UNNAMED.fullmatch(key)


def is_same_actor(one: str, other: str) -> bool:
    """Tell whether two keys can be of one actor: equal, or one name the end of the other and no two countries.

    >>> is_same_actor("hollande/FRA", "francois-hollande/FRA"), is_same_actor("jeb-bush/USA", "george-bush/USA")
    (True, False)
    """
    if one == other:
        return True
    first, second = name_of(one), name_of(other)
    if not first or not second:
        return False
    here, there = country_of(one), country_of(other)
    if here and there and here != there:
        return False
    return first[-len(second) :] == second or second[-len(first) :] == first


def merge_keys(keys: Iterable[str]) -> Mapping[str, str]:
    """Return for every key the fullest key it can only mean: a surname that one full name has, a name without country.

    Where several full names end alike ("bush/USA" beside "george-bush/USA" and "jeb-bush/USA"), the short one stays
    itself. The result holds all keys.

    >>> merge_keys(["hollande/FRA", "francois-hollande/FRA", "FRA"])["hollande/FRA"]
    'francois-hollande/FRA'
    """
    known = sorted(set(keys))
    by_surname: dict[str, list[str]] = {}
    for key in known:
        name = name_of(key)
        if name:
            by_surname.setdefault(name[-1], []).append(key)
    return {key: _fullest(key, by_surname) for key in known}


def _fullest(key: str, by_surname: Mapping[str, list[str]]) -> str:
    """Return the one key that says more than `key` and can be the same actor; `key` itself where there are several."""
    name = name_of(key)
    if not name:
        return key
    fuller = [other for other in by_surname[name[-1]] if _says_more(other, key) and is_same_actor(key, other)]
    heads = [one for one in fuller if not any(_says_more(o, one) and is_same_actor(one, o) for o in fuller)]
    return heads[0] if len(heads) == 1 else key


def _says_more(one: str, other: str) -> bool:
    longer, shorter = name_of(one), name_of(other)
    if len(longer) != len(shorter):
        return len(longer) > len(shorter)
    return country_of(one) is not None and country_of(other) is None
