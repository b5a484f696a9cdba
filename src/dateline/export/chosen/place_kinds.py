"""What sort of place each event happened at: a point on a map must not stand for a whole country."""

from __future__ import annotations

from dateline.knowledge.places.codes import load_middles
from dateline.model import PlaceKind
from dateline.situation import JoinedEvent, Situation

Point = tuple[float, float]
"""Latitude and longitude, WGS 84 degrees."""
_QUERY = "SELECT e.number, p.kind FROM event e JOIN place p ON p.version = e.version AND p.id = e.place"
_POINTS = (PlaceKind.CITY, PlaceKind.BUILDING)
_PARTS = (PlaceKind.REGION, PlaceKind.AREA, PlaceKind.OTHER)


class PlaceKinds:
    """Knows the kind of every event's place."""

    def __init__(self, situation: Situation) -> None:
        self._kinds = {int(number): PlaceKind(kind) for number, kind in situation.query(_QUERY).rows}

    def of(self, event: JoinedEvent) -> PlaceKind | None:
        """Return the kind of the place that the joined event has, None where it has none."""
        if event.place is None:
            return None
        told = [t for t in event.tellings if t.place == event.place] or list(event.tellings)
        return next((self._kinds[t.citation.number] for t in told if t.citation.number in self._kinds), None)

    def point_of(self, event: JoinedEvent) -> Point | None:
        """Return latitude and longitude of the place itself, good enough for a pin; None where there are none."""
        return own_point(self.of(event), event.country, event.latitude, event.longitude)


def own_point(
    kind: PlaceKind | None, country: str | None, latitude: float | None, longitude: float | None
) -> Point | None:
    """Return coordinates where they are those of a place itself, else None.

    Towns and buildings have such, and parts of a country that have a point of their own ("Anbar province"). Of countries
    and what is only known to lie in one ("eastern Ukraine"), of borders, seas and continents the coordinates are a
    middle, where nothing happened.
    """
    if latitude is None or longitude is None:
        return None
    is_middle = kind in _PARTS and (latitude, longitude) == load_middles().get(country or "")
    return (latitude, longitude) if kind in (*_POINTS, *_PARTS) and not is_middle else None
