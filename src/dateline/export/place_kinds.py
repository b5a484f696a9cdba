"""What sort of place each event happened at: a point on a map must not stand for a whole country."""

from __future__ import annotations

from dateline.knowledge.country_codes import load_middles
from dateline.model import PlaceKind
from dateline.situation import JoinedEvent, Situation

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

    def is_pinned(self, event: JoinedEvent) -> bool:
        """Tell whether its coordinates are those of the place itself, good enough for a pin.

        Towns and buildings have such, and parts of a country that have a point of their own ("Anbar province"). Of
        countries and what is only known to lie in one ("eastern Ukraine"), of borders, seas and continents the
        coordinates are a middle, where nothing happened.
        """
        if event.latitude is None or event.longitude is None:
            return False
        kind = self.of(event)
        if kind in _PARTS:
            return (event.latitude, event.longitude) != load_middles().get(event.country or "")
        return kind in _POINTS
