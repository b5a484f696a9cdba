"""How far a place's name reaches: the direction before it and the word for its kind after it belong to it."""

from __future__ import annotations

from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot, Toponym
from dateline.knowledge.places.words import PlaceWords
from dateline.model import PlaceKind

_BETWEEN = frozenset(
    """railway train bus police international military naval refugee displacement oil gas nuclear central city high
    border regional national air general""".split()
)
_BY_LABEL = {"FAC": PlaceKind.BUILDING, "LOC": PlaceKind.AREA}


def extend(spot: Spot, tokens: Tokens, words: PlaceWords) -> Toponym:
    """Return the toponym that a spot makes with the words around it."""
    kind = PlaceKind.COUNTRY if spot.country is not None else _BY_LABEL.get(spot.label)
    first, last, kind = spot.first, *_extend_right(spot, kind, tokens, words)
    start, _ = tokens.bounds(spot.first)
    while first > start and tokens.folded[first - 1] in words.before:
        first -= 1
    if first < spot.first and kind is PlaceKind.COUNTRY:
        kind = PlaceKind.REGION
    core = tokens.words(spot.first, spot.last)
    ends_in_kind = spot.last - spot.first > 1 and tokens.folded[spot.last - 1] in words.after
    base = tokens.words(spot.first, spot.last - 1) if ends_in_kind else core
    return Toponym(first, last, core, kind, base, spot.country, (spot.first, spot.last))


def _extend_right(
    spot: Spot, kind: PlaceKind | None, tokens: Tokens, words: PlaceWords
) -> tuple[int, PlaceKind | None]:
    _, limit = tokens.bounds(spot.first)
    inside = words.after.get(tokens.folded[spot.last - 1]) if spot.last - spot.first > 1 else None
    for end in range(spot.last, min(limit, spot.last + 3)):
        found = words.after.get(tokens.folded[end])
        if found is not None and not (kind is PlaceKind.COUNTRY and found is PlaceKind.BUILDING):
            return end + 1, found
        if tokens.folded[end] not in _BETWEEN:
            break
    return spot.last, inside or kind
