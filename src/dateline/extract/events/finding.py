"""The events of a report: from words that name acts to events with parties, status, time, place and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.extract.cast import Cast
from dateline.extract.events.acts import view_act
from dateline.extract.events.circumstances.contexts import ContextReader
from dateline.extract.events.circumstances.modes import choose_mode, mode_by_parties
from dateline.extract.events.circumstances.placing import PlaceChooser
from dateline.extract.events.circumstances.sources import index_content, name_accusers
from dateline.extract.events.crimes import is_private_crime
from dateline.extract.events.drafts import Act, Draft
from dateline.extract.events.learned.date_choice import DateChooser
from dateline.extract.events.learned.date_features import DatedAct
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.party_choice import PartyChooser
from dateline.extract.events.learned.party_features import ActView
from dateline.extract.events.learned.retelling_choice import group_retellings
from dateline.extract.events.parties import Parties
from dateline.extract.events.relevance import Relevance
from dateline.extract.events.status.reading import StatusReading, agree_with_date, read_status
from dateline.extract.events.tolls.magnitude import Toll, toll_of_event
from dateline.extract.events.triggers.deciding import CAREFUL, FAST, Decider, find_likely
from dateline.extract.events.triggers.matching import FrameMatcher
from dateline.extract.taggers import Judgement
from dateline.extract.taggers.labels import STATUSES
from dateline.knowledge.frames.loading import Frames
from dateline.knowledge.ontology.contexts import load_contexts
from dateline.knowledge.ontology.types import load_ontology
from dateline.language import Parse
from dateline.model import ActorId, ActorKind, Event, EventId, EventStatus, EventType, Place, PlaceId, Statement, Time

_TOLLING = (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE)
"""Types whose acts have tolls; a court that sentences killers has none."""

_SURE_OF_STATUS = 0.8
"""How sure the taggers must be of a status where the words bear no mark of one, or one that is often meant otherwise."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What earlier steps found in the report, which events are tied to."""

    cast: Cast
    times: Sequence[Time]
    places: Sequence[Place]
    statements: Sequence[Statement]
    judgement: Judgement


def find_events(parse: Parse, findings: Findings, frames: Frames, published: date | None) -> list[Event]:
    """Return the events of a report in the order of their triggers; ids count from e1."""
    return _EventFinder(parse, findings, frames, published).find()


def draft_events(parse: Parse, findings: Findings, frames: Frames, published: date | None) -> list[Draft]:
    """Return the acts of a report as they are before it is known which of them tell the same event."""
    return _EventFinder(parse, findings, frames, published).draft()


class _EventFinder:
    def __init__(self, parse: Parse, findings: Findings, frames: Frames, published: date | None) -> None:
        self._parse = parse
        self._findings = findings
        self._frames = frames
        self._ontology = load_ontology()
        self._dates = DateChooser(parse, findings.times, published, findings.judgement.combined.dates)
        self._contexts = ContextReader(parse, load_contexts())
        self._thresholds = FAST if findings.judgement.encoder is None else CAREFUL
        self._memory = Memory()
        self._relevance = Relevance(parse, findings.cast, self._thresholds.certain)
        self._places = PlaceChooser(parse, findings.places)
        self._parties = PartyChooser(parse, findings.cast, findings.judgement)
        self._content = index_content(parse, findings.statements)

    def find(self) -> list[Event]:
        drafts = group_retellings(self.draft(), self._parse, self._findings.cast)
        return [self._finish(draft, number) for number, draft in enumerate(drafts)]

    def draft(self) -> list[Draft]:
        judgement = self._findings.judgement
        matcher = FrameMatcher(self._frames, self._findings.cast)
        likely = find_likely(self._parse, judgement, self._thresholds)
        matches = matcher.match(self._parse, likely)
        decider = Decider(self._parse, matches, matcher.refused, judgement, self._thresholds)
        acts = decider.decide(i for i in likely if i not in matcher.idle)
        drafts = [draft for draft in map(self._draft, acts) if self._is_relevant(draft)]
        return name_accusers(drafts)

    def _is_relevant(self, draft: Draft) -> bool:
        parties = [self._findings.cast[a] for a in (*draft.parties.actors, *draft.parties.recipients)]
        if draft.act.type is EventType.ASSAULT and is_private_crime(draft.act.trigger.token, parties):
            return False
        return self._relevance.why_irrelevant(draft.act.type, draft.act.frame, parties, draft.act.sure) is None

    def _draft(self, act: Act) -> Draft:
        mode, _ = choose_mode(act.type, act.frame, act.trigger, self._frames)
        source = self._source_of(act)
        view = view_act(act, self._findings.cast, self._memory, mode, source)
        parties = self._parties.choose(view)
        status = self._read_status(act)
        dated = self._dates.choose(DatedAct(act.trigger, act.type, status.status, self._is_told(act), self._memory))
        status = agree_with_date(status, act.type, dated.value, self._parse.document.published)
        place = self._places.choose(act.trigger)
        parties = self._add_host(view, mode, parties, place)
        mode = mode_by_parties(act.type, mode, [self._findings.cast[a] for a in (*parties.actors, *parties.recipients)])
        token = act.trigger.token
        number = self._parse.sentence_numbers[token.i]
        if act.sure >= self._thresholds.lending:
            self._memory.add(Told(act.type, token, number, dated.value, parties.actors, parties.recipients))
        reasons = [act.reason, parties.reason, status.reason, dated.reason]
        return Draft(
            act,
            mode,
            status,
            parties,
            dated.value,
            place,
            toll_of_event(token) if act.type in _TOLLING else Toll(),
            source,
            tuple(reasons),
        )

    def _add_host(self, act: ActView, mode: str | None, parties: Parties, place: PlaceId | None) -> Parties:
        """Return the parties of a visit with the state that is visited, where its town stands for it: "flew to Moscow".

        Those of other countries whom only the sentence names beside it are no hosts: "came to Washington to win over Russia".
        """
        if act.type is not EventType.CONSULT or mode != "visit" or place is None:
            return parties
        country = next((p.country for p in self._findings.places if p.id == place), None)
        cast = self._findings.cast
        if country is None or any(cast[a].country == country for a in parties.actors):
            return parties
        linked = {*act.by_rule.actors, *act.by_rule.recipients}
        hosts = tuple(r for r in parties.recipients if r in linked or cast[r].country in (country, None))
        state = next((a.id for a in cast.actors if a.kind is ActorKind.STATE and a.country == country), None)
        if hosts or state is None:
            return Parties(parties.actors, hosts, parties.reason)
        return Parties(parties.actors, (state,), f"{parties.reason}; the host by the place of the visit")

    def _read_status(self, act: Act) -> StatusReading:
        if act.frame is not None and act.frame.status is not None:
            return StatusReading(act.frame.status, "the frame's status", True)
        reading = read_status(act.trigger, act.type)
        if reading.is_marked:
            return reading
        row = self._findings.judgement.status[act.trigger.token.i]
        best = EventStatus(STATUSES[int(row.argmax())])
        sure = float(row.max())
        if best is reading.status or sure < _SURE_OF_STATUS:
            return reading
        return StatusReading(best, f"the taggers say {best} ({sure:.2f})", False)

    def _is_told(self, act: Act) -> bool:
        return act.trigger.token.i in self._content

    def _source_of(self, act: Act) -> ActorId | None:
        return self._content.get(act.trigger.token.i)

    def _finish(self, draft: Draft, number: int) -> Event:
        act = draft.act
        sentence = self._parse.sentence_at(act.trigger.token.i)
        parties = [self._findings.cast[a] for a in (*draft.parties.actors, *draft.parties.recipients)]
        return Event(
            id=EventId(f"e{number + 1}"),
            type=act.type,
            mode=draft.mode,
            contexts=self._contexts.read(sentence, act.type, parties),
            quad=self._ontology.types[act.type].quad,
            cameo=self._ontology.cameo(act.type, draft.mode),
            score=self._ontology.score(act.type, draft.mode),
            actors=draft.parties.actors,
            recipients=draft.parties.recipients,
            status=draft.status.status,
            date=draft.date,
            place=draft.place,
            killed=draft.toll.killed,
            injured=draft.toll.injured,
            arrested=draft.toll.arrested,
            source=draft.source,
            trigger=self._parse.span(act.first, act.last),
            evidence=self._parse.span(sentence.first, sentence.last),
            same_as=EventId(f"e{draft.group + 1}"),
            rule=act.rule,
            reason="; ".join(filter(None, draft.reasons)),
        )
