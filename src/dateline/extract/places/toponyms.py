"""What the steps of finding places hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.knowledge.places.gazetteer import Location
from dateline.model import PlaceKind


class Spot(NamedTuple):
    """Tokens `first` to `last` may name a place.

    `country` is set where they are a state's name, `seat` where they stand for a government ("the Kremlin"), `adjective`
    where they are a state's adjective; `known` tells that a table has the name, `listed` that it is our table of regions
    or that the town is large, `region` that it is a part of a country, `contained` that a comma and a state or region
    follow; `label` is what the parser took it for.
    """

    first: int
    last: int
    label: str = ""
    country: str | None = None
    seat: bool = False
    known: bool = False
    listed: bool = False
    region: bool = False
    contained: bool = False
    adjective: bool = False

    @property
    def acts(self) -> bool:
        """Whether the name can do something, as a state or a government."""
        return self.country is not None or self.seat


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `first` to `last` name a place; `core` is the name to look up, `kind` what the words around it say.

    `base` is the core without a word for its kind at its end ("Linden" of "Linden Hospital"), `inner` the core's tokens;
    `country` is set where the core is a state's name.
    """

    first: int
    last: int
    core: str
    kind: PlaceKind | None
    base: str
    country: str | None = None
    inner: tuple[int, int] = field(default=(0, 0))
    locations: tuple[Location, ...] = ()

    @property
    def has_kind(self) -> bool:
        """Whether a word for its kind ends it, or stands right after it."""
        return self.last > self.inner[1] or self.base != self.core
