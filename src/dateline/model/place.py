"""Where things happen."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.identifiers import PlaceId
from dateline.model.span import Piece, Span


class PlaceKind(StrEnum):
    """What sort of place a toponym names."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    BORDER = "border"
    SEA = "sea"
    AREA = "area"
    BUILDING = "building"
    CONTINENT = "continent"
    OTHER = "other"


class Place(Piece):
    """A toponym in the text, resolved as far as is honest.

    `country` is ISO 3166 alpha-3; `admin1` the first-level region's name; coordinates are WGS 84
    degrees; everything unknown is None.
    """

    id: PlaceId
    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    reason: str

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)
