"""The places of a report: toponyms, resolved in the light of all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.extract.cast import Cast
from dateline.extract.places.resolving import Resolution, Surroundings
from dateline.extract.places.toponyms import Toponym, ToponymFinder
from dateline.knowledge.gazetteer import Gazetteer, Location, load_gazetteer
from dateline.knowledge.place_words import load_place_words
from dateline.knowledge.us_states import US_STATES
from dateline.language import Parse
from dateline.model import BlockKind, Place, PlaceId, PlaceKind, Span

_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)


def find_places(parse: Parse, cast: Cast) -> list[Place]:
    """Return the places a report names, in order; ids count from p1. Those of its dateline come with them."""
    gazetteer = load_gazetteer()
    toponyms = ToponymFinder(parse, cast, gazetteer, load_place_words()).find()
    surroundings = Surroundings(_count_countries(cast, toponyms), gazetteer)
    found = [(parse.span(t.first, t.last), _resolve(parse, t, surroundings, gazetteer, toponyms), t) for t in toponyms]
    drafts = [_draft(span, resolution, t) for span, resolution, t in found if not _is_doubtful(parse, t, resolution)]
    drafts += _places_of_dateline(parse, surroundings, gazetteer)
    drafts.sort(key=lambda p: p.start)
    return [place.model_copy(update={"id": PlaceId(f"p{number}")}) for number, place in enumerate(drafts, start=1)]


def _count_countries(cast: Cast, toponyms: Sequence[Toponym]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for actor in cast.actors:
        if actor.country:
            counts[actor.country] += len(actor.mentions)
    counts.update(t.country for t in toponyms if t.country)
    return counts


def _resolve(
    parse: Parse, toponym: Toponym, surroundings: Surroundings, gazetteer: Gazetteer, all_toponyms: Sequence[Toponym]
) -> Resolution | None:
    if toponym.region is not None:
        return Resolution(toponym.region, "a region of that name is known")
    if toponym.country is not None:
        location = gazetteer.country(toponym.country)
        return Resolution(location, "a state's name") if location is not None else None
    container = _container(parse, toponym, all_toponyms, gazetteer)
    full = parse.words(toponym.first, toponym.last)
    candidates = gazetteer.towns(toponym.core) or gazetteer.towns(full)
    return surroundings.choose(candidates, container)


def _container(parse: Parse, toponym: Toponym, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> str | None:
    """Return the country or region that stands after a comma behind the toponym, or after "in" right behind it."""
    for other in toponyms:
        if toponym.last < other.first <= toponym.last + 2:
            between = parse.words(toponym.last, other.first).strip()
            if between in (",", "in", ", in", "("):
                if other.country:
                    return other.country
                name = parse.words(other.first, other.last)
                if name in US_STATES:
                    return US_STATES[name]
                return other.region.country if other.region else None
    return None


def _is_doubtful(parse: Parse, toponym: Toponym, resolution: Resolution | None) -> bool:
    """Tell whether an entity that no table knows is left out: one lower-case or odd word is rather the parser's slip."""
    return (
        resolution is None
        and toponym.kind is None
        and toponym.last - toponym.first == 1
        and parse.doc[toponym.first].pos_ != "PROPN"
    )


def _draft(span: Span, resolution: Resolution | None, toponym: Toponym) -> Place:
    location = resolution.location if resolution else None
    kind = toponym.kind or (location.kind if location else PlaceKind.OTHER)
    return Place(
        id=PlaceId("p0"),
        start=span.start,
        end=span.end,
        name=location.name if location and location.kind not in _WIDE or location and kind in _WIDE else toponym.core,
        kind=kind,
        country=location.country if location else toponym.country,
        admin1=_admin1(location),
        latitude=location.latitude if location else None,
        longitude=location.longitude if location else None,
        geonames_id=location.geonames_id if location and kind is location.kind else None,
        reason=resolution.reason if resolution else "named as a place; no table knows where it lies",
    )


def _admin1(location: Location | None) -> str | None:
    return location.admin1 if location else None


def _places_of_dateline(parse: Parse, surroundings: Surroundings, gazetteer: Gazetteer) -> list[Place]:
    """Return the towns of the dateline: "ANKARA/MOSCOW, Nov 24 (Reuters) -"."""
    document = parse.document
    block = next((b for b in document.blocks if b.kind is BlockKind.DATELINE), None)
    if block is None or not document.dateline:
        return []
    found = []
    head, *rest = document.dateline.split(", ")
    for name in head.split("/"):
        offset = document.text.find(name, block.span.start, block.span.end)
        candidates = gazetteer.towns(name.title() if name.isupper() else name)
        resolution = surroundings.choose(candidates, US_STATES.get(rest[0]) if rest else None)
        if offset >= 0 and name and resolution is not None:
            toponym = Toponym(0, 0, name, PlaceKind.CITY)
            found.append(_draft(Span(start=offset, end=offset + len(name)), resolution, toponym))
    return found
