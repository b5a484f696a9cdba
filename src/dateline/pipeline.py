"""How a report becomes a record: the steps of reading, in order, and nothing else.

    document -> parse -> times -> actors -> places -> statements -> events -> positions -> record

What one step cannot read becomes a diagnostic of that step; the rest of the report is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from dateline.extract.actors import find_actors
from dateline.extract.cast import EMPTY_CAST, Cast
from dateline.extract.events import Findings, find_events
from dateline.extract.places import find_places
from dateline.extract.positions import find_positions
from dateline.extract.statements import find_statements
from dateline.extract.taggers import Judgement, Taggers, load_taggers
from dateline.extract.times import find_times
from dateline.knowledge.actors.loading import ActorKnowledge, load_actor_knowledge
from dateline.knowledge.frames.loading import Frames, load_frames
from dateline.language import Parse, Parser, load_parser
from dateline.model import Diagnostic, Document, Event, Place, Position, Record, Statement, Time
from dateline.settings import Settings

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything that reading needs, loaded once: parser, taggers and knowledge."""

    parser: Parser
    taggers: Taggers
    actors: ActorKnowledge
    frames: Frames

    def read(self, document: Document) -> Record:
        """Return the record of one document."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document], *, batch_size: int = 16) -> Iterator[Record]:
        """Return the records of documents in order; several are parsed together."""
        for _, record in self.read_with_parses(documents, batch_size=batch_size):
            yield record

    def read_with_parses(
        self, documents: Iterable[Document], *, batch_size: int = 16
    ) -> Iterator[tuple[Parse, Record]]:
        """Return parses and records of documents in order; several are parsed together."""
        for parse in self.parser.parse_many(documents, batch_size=batch_size):
            yield parse, self.read_parse(parse)

    def read_parse(self, parse: Parse) -> Record:
        """Return the record of a parse."""
        return self.extract(parse, self.taggers.judge(parse))

    def extract(self, parse: Parse, judgement: Judgement) -> Record:
        """Return the record of a parse that the taggers have judged."""
        return _Extraction(self, parse, judgement).run()


class _Extraction:
    """The steps for one document, with what went wrong in each."""

    def __init__(self, reader: Reader, parse: Parse, judgement: Judgement) -> None:
        self._reader = reader
        self._parse = parse
        self._judgement = judgement
        self._diagnostics: list[Diagnostic] = []

    def run(self) -> Record:
        parse, published = self._parse, self._parse.document.published
        times: list[Time] = self._step("times", self._find_times, [])
        cast = self._step("actors", lambda: find_actors(parse, self._reader.actors, published), EMPTY_CAST)
        places: list[Place] = self._step("places", lambda: find_places(parse, cast), [])
        statements: list[Statement] = self._step("statements", lambda: self._find_statements(cast, times), [])
        findings = Findings(cast, times, places, statements, self._judgement)
        events: list[Event] = self._step(
            "events", lambda: find_events(parse, findings, self._reader.frames, published), []
        )
        positions: list[Position] = self._step(
            "positions", lambda: find_positions(parse, cast, times, statements, self._judgement), []
        )
        return Record(
            document=parse.document,
            actors=cast.actors,
            places=tuple(places),
            times=tuple(times),
            events=tuple(events),
            statements=tuple(statements),
            positions=tuple(positions),
            diagnostics=tuple(self._diagnostics),
        )

    def _find_times(self) -> list[Time]:
        times, diagnostics = find_times(self._parse, self._parse.document.published)
        self._diagnostics.extend(diagnostics)
        return times

    def _find_statements(self, cast: Cast, times: list[Time]) -> list[Statement]:
        statements, diagnostics = find_statements(self._parse, cast, times, self._judgement)
        self._diagnostics.extend(diagnostics)
        return statements

    def _step(self, stage: str, work: Callable[[], Found], nothing: Found) -> Found:
        """Run one step; a fault of ours costs this report this layer, and is told."""
        try:
            return work()
        except Exception as error:  # the next report must be read whatever this one holds
            self._diagnostics.append(Diagnostic(stage=stage, message=f"{type(error).__name__}: {error}"))
            return nothing


@lru_cache(maxsize=2)
def load_reader(settings: Settings) -> Reader:
    """Load what `settings` ask for; the same reader on every call with equal settings."""
    return Reader(
        parser=load_parser(settings.model),
        taggers=load_taggers(settings.coder),
        actors=load_actor_knowledge(settings.actors),
        frames=load_frames(settings.frames),
    )
