"""All the places that a toponym's words can mean, before anything is known of the report."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Toponym
from dateline.knowledge.places.gazetteer import Gazetteer, Location
from dateline.model import PlaceKind

# A region that shares its name with a town ("Victoria", "Kano") is meant by the bare name only where much speaks for it.
_BARE_REGION = 100_000


def find_candidates(toponym: Toponym, tokens: Tokens, gazetteer: Gazetteer) -> tuple[Location, ...]:
    """Return the locations of a toponym's name; `by_base` ones are those of the name without its kind.

    A state's name has only regions of the same name beside the state ("Georgia").
    """
    core = toponym.core
    if toponym.country is not None:
        return tuple(r for r in gazetteer.regions_of(core) if r.kind is PlaceKind.REGION)
    if toponym.first > 0 and tokens.texts[toponym.first - 1] == ",":
        short = gazetteer.abbreviated(core)
        if short is not None:
            return (short,)
    if core.isupper() and len(core) > 3:
        core = core.title()
    whole = tokens.words(toponym.inner[0], toponym.last)
    listed = gazetteer.regions_of(whole) or gazetteer.regions_of(core)
    if toponym.has_kind and not listed and toponym.kind is PlaceKind.REGION:
        listed = gazetteer.first_level(toponym.base)
        if listed:
            return listed
    country = gazetteer.country_named(core) if listed else None  # "Georgia"
    return (*((country,) if country is not None else ()), *listed, *_towns(core, gazetteer))


def find_by_base(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Location, ...]:
    """Return what the name means without the word for its kind: "Leipzig" of "Leipzig Airport"."""
    if toponym.country is not None or not toponym.has_kind:
        return ()
    base = toponym.base
    return (*gazetteer.regions_of(base), *_towns(base, gazetteer))


def _towns(name: str, gazetteer: Gazetteer) -> tuple[Location, ...]:
    listed = gazetteer.regions_of(name)
    bare = (replace(r, population=_BARE_REGION) for r in gazetteer.first_level(name) if r not in listed)
    return (*bare, *gazetteer.towns(name))
