"""Testing frames on their own examples: a `yes` sentence must fire with its parties, a `no` sentence must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.parties import find_parties, places_of
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.extract.events.triggers.matching import FrameMatcher
from dateline.extract.places import find_places
from dateline.knowledge.actors.loading import ActorKnowledge
from dateline.knowledge.frames.loading import Example, Frame, Frames
from dateline.knowledge.ontology.types import load_ontology
from dateline.language import Parse, Parser
from dateline.model import ActorId
from dateline.sources import make_document


@dataclass(frozen=True, slots=True)
class Fault:
    """An example that does not come out as its frame says."""

    frame: Frame
    example: Example
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{self.frame.id}: “{self.example.text}” – wanted {self.wanted}, found {self.found}"


def check_examples(
    frames: Frames, parser: Parser, actors: ActorKnowledge, *, only: Iterable[str] | None = None
) -> Iterator[Fault]:
    """Yield the examples that fail; `only` names the frames to test, all where it is None."""
    wanted = set(only) if only is not None else None
    cases = [
        (frame, example, sort)
        for frame in frames.frames
        if wanted is None or frame.id in wanted
        for sort, examples in (("yes", frame.yes), ("no", frame.no))
        for example in examples
    ]
    documents = (make_document(example.text, source=frame.id) for frame, example, _ in cases)
    for (frame, example, sort), parse in zip(cases, parser.parse_many(documents, batch_size=256), strict=True):
        cast = find_actors(parse, actors, None)
        yield from (
            _check_yes(frame, example, parse, cast, frames)
            if sort == "yes"
            else _check_no(frame, example, parse, cast, frames)
        )


def _check_no(frame: Frame, example: Example, parse: Parse, cast: Cast, frames: Frames) -> Iterator[Fault]:
    matcher = FrameMatcher(frames, cast)
    fired = [m for m in (*matcher.match(parse).values(), *matcher.idle.values()) if m.frame.id == frame.id]
    if fired and not frame.weak:
        yield Fault(frame, example, "nothing", f"“{fired[0].trigger.token.text}” fires")


def _check_yes(frame: Frame, example: Example, parse: Parse, cast: Cast, frames: Frames) -> Iterator[Fault]:
    matcher = FrameMatcher(frames, cast)
    trials = [t for token in parse.tokens for t in matcher.iter_trials(token) if t.frame.id == frame.id]
    fitting = [t for t in trials if t.failure is None]
    if not fitting:
        yield Fault(frame, example, "the frame to fire", trials[0].failure or "" if trials else "no such word")
        return
    trigger = fitting[0].trigger
    places = places_of(frame, load_ontology().types[frame.type], trigger, frame.mode)
    parties = find_parties(places, trigger, cast)
    for name, codes, found, where in (
        ("actors", example.actors, parties.actors, places.actor),
        ("recipients", example.recipients, parties.recipients, places.recipient),
    ):
        if codes is None or _agree(codes, found, cast):
            continue
        visited = _countries_at(where, trigger, parse, cast)
        if not codes or not visited.issuperset(codes):
            yield Fault(frame, example, f"{name} {', '.join(codes) or 'none'}", ", ".join(_say(found, cast)) or "none")


def _countries_at(where: Sequence[str], trigger: Trigger, parse: Parse, cast: Cast) -> set[str | None]:
    """Return the countries of the cities and regions that stand at these places: "flew to Doha" goes to Qatar."""
    heads = {parse.start(token.i) for place in where for token in tokens_at(place, trigger)}
    return {place.country for place in find_places(parse, cast) if any(place.start <= h < place.end for h in heads)}


def _agree(codes: Sequence[str], found: Sequence[ActorId], cast: Cast) -> bool:
    """Tell whether each code stands for one of the actors found, and there are actors only where codes are."""
    if not codes:
        return not found
    named = [{cast[a].country, getattr(cast[a].sector, "value", None), cast[a].kind.value} for a in found]
    names = [cast[a].name.lower() for a in found]
    for code in codes:
        plain = code.split(".", 1)[-1].replace("-", " ").removeprefix("name:").strip().lower()
        if not any(code in n for n in named) and not any(plain in n or n in plain for n in names):
            return False
    return True


def _say(found: Sequence[ActorId], cast: Cast) -> Iterator[str]:
    for actor in found:
        yield f"{cast[actor].name} ({cast[actor].country or '–'} {cast[actor].sector or '–'})"
