"""The places of a report: names spotted, judged, extended, and resolved in the light of all others."""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.extract.places.datelines import find_dateline_places
from dateline.extract.places.deciding import Decider
from dateline.extract.places.extending import extend
from dateline.extract.places.locating import Locator
from dateline.extract.places.spotting import Spotter
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Toponym
from dateline.knowledge.places.gazetteer import load_gazetteer
from dateline.knowledge.places.words import load_place_words
from dateline.language import Parse
from dateline.model import Place, PlaceId


def find_places(parse: Parse, cast: Cast) -> list[Place]:
    """Return the places a report names, in order; ids count from p1. Those of its dateline come with them."""
    gazetteer = load_gazetteer()
    tokens = Tokens(parse)
    toponyms = _find_toponyms(tokens, cast)
    locator = Locator(tokens, cast, gazetteer, toponyms)
    drafts = locator.locate_all()
    drafts += find_dateline_places(parse.document, locator.surroundings, gazetteer)
    drafts.sort(key=lambda p: p.start)
    return [place.model_copy(update={"id": PlaceId(f"p{number}")}) for number, place in enumerate(drafts, start=1)]


def _find_toponyms(tokens: Tokens, cast: Cast) -> list[Toponym]:
    gazetteer, words = load_gazetteer(), load_place_words()
    decider = Decider(tokens, cast, words)
    found: list[Toponym] = []
    for spot in decider.decide_all(Spotter(tokens, cast, gazetteer, words).spot()):
        toponym = extend(spot, tokens, words)
        if not found or toponym.first >= found[-1].last:
            found.append(toponym)
    return found
