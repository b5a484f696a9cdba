"""What speaks for somebody whom the act's own sentence does not name."""

from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.party_features import ActView, Candidate, CandidateFinder
from dateline.extract.events.parties import Parties, RolePlaces
from dateline.extract.events.surroundings import Trigger
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.language import Parse
from dateline.model import EventType
from dateline.pipeline import Reader
from dateline.sources import make_document

TEXT = "Chad shelled Sudan on Monday. {name} fired again."


def read(reader: Reader, name: str) -> tuple[Parse, Cast]:
    document = make_document(TEXT.format(name=name), published="2015-12-03")
    [parse] = reader.parser.parse_many([document])
    return parse, find_actors(parse, load_actor_knowledge(None), parse.document.published)


def candidates_of_second(parse: Parse, cast: Cast) -> dict[str, Candidate]:
    """The candidates of "fired" by name, where it is known that Chad shelled Sudan."""
    ids = {actor.name: actor.id for actor in cast.actors}
    first, second = (next(t for t in parse.tokens if t.text == word) for word in ("shelled", "fired"))
    memory = Memory()
    memory.add(Told(EventType.ASSAULT, first, 0, "2015-11-30", (ids["Chad"],), (ids["Sudan"],)))
    by_rule = Parties(cast.at(next(c.i for c in second.children if c.dep_ == "nsubj")))
    places = RolePlaces(("subject",), ("object",), reciprocal=False)
    act = ActView(Trigger(second), EventType.ASSAULT, "", places, by_rule, None, memory)
    return {cast[c.actor].name: c for c in CandidateFinder(parse, cast).find(act)}


def test_whoever_was_across_from_the_same_actor_before_is_told_so(reader: Reader) -> None:
    parse, cast = read(reader, "Chad")
    found = candidates_of_second(parse, cast)
    assert "o:partner=recipient same" in found["Sudan"].features
    assert found["Sudan"].mention is None
    assert [parse.tokens[head].text for head in found["Sudan"].before] == ["Sudan"]


def test_where_the_one_hit_hits_back_the_sides_have_turned(reader: Reader) -> None:
    parse, cast = read(reader, "Sudan")
    found = candidates_of_second(parse, cast)
    assert "o:partner=actor turned" in found["Chad"].features
    assert not found["Sudan"].before


def test_beside_somebody_else_nothing_says_who_is_across(reader: Reader) -> None:
    parse, cast = read(reader, "Niger")
    found = candidates_of_second(parse, cast)
    assert "o:partner=recipient other" in found["Sudan"].features
