"""Names on the map: those of the busiest places, none across another name, a busier place, a number or the frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import degrees, log, pi, radians, tan
from typing import Any

from dateline.pictures.drawing import shorten

MOST = 14
"""Places that get a name at most."""
ASIDE, ABOVE, BELOW = 11, 7, 13
"""Points between a place and its name, how far above the place the name stands, and a number below its country's middle."""
_LETTER, _DIGIT, _LINE = 5.8, 7.5, 12.0
_LONGEST = 30  # letters
_MARK = 4.0  # points from the middle of a mark to its edge
_Window = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that a Mercator map shows (west, south, east, north), and the map's size in points."""

    window: _Window
    width: float
    height: float

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place is drawn, in points from the upper left."""
        west, south, east, north = self.window
        low, high = _stretch(south), _stretch(north)
        scale = min(self.width / (east - west), self.height / (high - low))
        across = (longitude - (west + east) / 2) * scale
        up = (_stretch(latitude) - (low + high) / 2) * scale
        return self.width / 2 + across, self.height / 2 - up


@dataclass(frozen=True, slots=True)
class _Room:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Room) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def choose_names(
    places: Sequence[dict[str, Any]], numbers: Iterable[dict[str, Any]], frame: Frame
) -> list[dict[str, Any]]:
    """Return the places that get a name, with `name` and `side`: left or right of the mark; the busiest come first."""
    taken = [_room_of_number(number, frame) for number in numbers]
    named: list[dict[str, Any]] = []
    for place in places:
        if len(named) == MOST:
            break
        name, point = shorten(place["place"], _LONGEST), frame.point(place["longitude"], place["latitude"])
        taken.append(_room_of_mark(point))
        for side, room in _rooms_of_name(name, point):
            if room.left > 0 and room.right < frame.width and not any(map(room.meets, taken)):
                taken.append(room)
                named.append({**place, "name": name, "side": side})
                break
    return named


def _room_of_mark(point: tuple[float, float]) -> _Room:
    x, y = point
    return _Room(x - _MARK, y - _MARK, x + _MARK, y + _MARK)


def _room_of_number(number: dict[str, Any], frame: Frame) -> _Room:
    x, y = frame.point(number["longitude"], number["latitude"])
    half = len(number["count"]) * _DIGIT / 2
    return _Room(x - half, y + BELOW - _LINE / 2, x + half, y + BELOW + _LINE / 2)


def _rooms_of_name(name: str, point: tuple[float, float]) -> list[tuple[str, _Room]]:
    x, y = point
    top, bottom, wide = y - ABOVE - _LINE, y - ABOVE + 3, len(name) * _LETTER
    return [
        ("right", _Room(x + ASIDE, top, x + ASIDE + wide, bottom)),
        ("left", _Room(x - ASIDE - wide, top, x - ASIDE, bottom)),
    ]


def _stretch(latitude: float) -> float:
    """Return how far from the equator Mercator draws a latitude, in degrees of longitude there."""
    return degrees(log(tan(pi / 4 + radians(latitude) / 2)))
