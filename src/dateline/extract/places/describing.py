"""What a record says of a place: itself where a table has it, or that in or at which it lies."""

from __future__ import annotations

from dateline.extract.places.containers import Container
from dateline.extract.places.former import country_on
from dateline.extract.places.resolving import Resolution
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Toponym
from dateline.knowledge.names import fold
from dateline.knowledge.places.gazetteer import Location
from dateline.model import Place, PlaceId, PlaceKind

_NATURE = frozenset({PlaceKind.SEA, PlaceKind.CONTINENT})


def describe(toponym: Toponym, resolution: Resolution, container: Container | None, tokens: Tokens) -> Place:
    """Return the place of a toponym that a table knows."""
    location, kind = resolution.location, _kind_of(toponym, resolution.location)
    text = tokens.words(toponym.inner[0], toponym.last)
    itself = kind is location.kind and not resolution.by_base
    country = location.country
    if country is None and container is not None and container.is_close:
        country = container.country
    if _is_between_states(toponym, tokens):
        country = None
    return _draft(
        toponym,
        tokens,
        kind=kind,
        name=location.name if itself and not _is_called_city(toponym, location, tokens) else text,
        country=country,
        location=location,
        geonames_id=location.geonames_id if itself else None,
        reason=resolution.reason if itself else f"in or at {location.name}: {resolution.reason}",
    )


def describe_unknown(toponym: Toponym, container: Container | None, country: str | None, tokens: Tokens) -> Place:
    """Return the place of a toponym that no table knows; `country` is that of what stands around it."""
    region = container.region if container is not None else None
    if container is not None and container.country is not None:
        country, reason = container.country, f"no table knows it; the text puts it in {container.words}"
    elif country is not None:
        reason = "no table knows it; the country is that of what stands around it"
    else:
        reason = "no table knows it"
    return _draft(
        toponym,
        tokens,
        kind=toponym.kind or PlaceKind.OTHER,
        name=tokens.words(toponym.inner[0], toponym.last),
        country=country,
        location=region,
        geonames_id=None,
        reason=reason,
    )


def _kind_of(toponym: Toponym, location: Location) -> PlaceKind:
    extended = toponym.has_kind
    if toponym.kind is None or (toponym.kind in (PlaceKind.AREA, PlaceKind.BUILDING) and not extended):
        return location.kind
    if toponym.country is not None and location.kind is not PlaceKind.COUNTRY:
        return location.kind
    if location.kind in _NATURE and toponym.kind is not PlaceKind.BUILDING:
        return location.kind
    return toponym.kind


def _is_called_city(toponym: Toponym, location: Location, tokens: Tokens) -> bool:
    """Tell whether the text calls a town by its name and "City", as towns are told from what they share a name with."""
    words = tokens.words(toponym.inner[0], toponym.last)
    return location.kind is PlaceKind.CITY and fold(words) == f"{fold(location.name)} city"


def _is_between_states(toponym: Toponym, tokens: Tokens) -> bool:
    """Tell whether a border is that between two states: "the Lebanese-Israeli border"."""
    before = toponym.first - 1
    return toponym.kind is PlaceKind.BORDER and before > 0 and tokens.texts[before] in ("-", "–", "/", "and")


def _draft(
    toponym: Toponym,
    tokens: Tokens,
    *,
    kind: PlaceKind,
    name: str,
    country: str | None,
    location: Location | None,
    geonames_id: int | None,
    reason: str,
) -> Place:
    span = tokens.parse.span(toponym.first, toponym.last)
    return Place(
        id=PlaceId("p0"),
        start=span.start,
        end=span.end,
        name=name,
        kind=kind,
        country=country_on(country, tokens.parse.document.published),
        admin1=location.admin1 if location is not None else None,
        latitude=location.latitude if location is not None else None,
        longitude=location.longitude if location is not None else None,
        geonames_id=geonames_id,
        reason=reason,
    )
