"""A STIX 2.1 bundle: reports, actors as identities, places as locations, joined events as incidents with relationships,
statements and positions as notes. Ids are made from what they name, so that the same archive gives the same bundle."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.compare.days import read_days
from dateline.errors import MissingExtra
from dateline.export.chosen.party_names import name_party
from dateline.export.chosen.selection import ChosenReport, Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.places.codes import load_country_codes
from dateline.situation import Citation, JoinedEvent, LedgerEntry, Party, Saying

_NAMESPACE = uuid.UUID("7b0c8e6a-58f3-5d0e-9f43-3a7a6c1f5d11")
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_CLASSES = {"person": "individual", "population": "class", "other": "unknown"}
_NEVER = ("where in a text", "tolls", "which events are one story")


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"type": "bundle", "id": "{_identify("bundle", "dateline")}", "objects": [')
        for number, thing in enumerate(_Bundle(selection, tally).iter_objects()):
            file.write(("," if number else "") + "\n" + thing.serialize())
        file.write("\n]}\n")


class _Bundle:
    """Makes the objects of a bundle, each once."""

    def __init__(self, selection: Selection, tally: Tally) -> None:
        self._stix = _load()
        self._selection = selection
        self._tally = tally
        self._seen: set[str] = set()

    def iter_objects(self) -> Iterator[Any]:
        """Yield all objects: what is referred to before or after does not matter in a bundle."""
        for event in self._selection.iter_joined():
            if event.status != "actual":
                self._tally.leave_out(f"events that are {event.status}")
                continue
            self._tally.count("events")
            yield from self._event(event)
        for said in self._selection.iter_sayings():
            yield from self._note(said)
        for held in self._selection.iter_entries():
            yield from self._note(held)
        for report in self._selection.iter_reports():
            yield from self._report(report)

    def _event(self, event: JoinedEvent) -> Iterator[Any]:
        incident = _identify("incident", str(event.number))
        times = _times(event.first_known)
        for party in (*event.actors, *event.recipients):
            yield from self._identity(party, event.number, event.first_known)
        yield self._stix.Incident(
            id=incident, **times, name=f"{event.type} {event.mode or ''}".strip(), description=event.words,
            labels=[event.type.lower()], external_references=_references(t.citation for t in event.tellings),
        )  # fmt: skip
        for parties, verb in ((event.actors, "carried-out"), (event.recipients, "directed-at")):
            for party in parties:
                yield self._relationship(event, party, verb, incident)
        yield from self._place(event, incident)

    def _relationship(self, event: JoinedEvent, party: Party, verb: str, incident: str) -> Any:
        """Return actor – carried-out – incident, or incident – directed-at – recipient, with the days it covers."""
        identity = _name_identity(party, event.number)
        source, target = (identity, incident) if verb == "carried-out" else (incident, identity)
        covered = read_days(event.date)
        days = {}
        if covered:
            days = {"start_time": _at(covered.first), "stop_time": _at(covered.last + timedelta(days=1))}
        return self._stix.Relationship(
            id=_identify("relationship", f"{source} {verb} {target}"), **_times(event.first_known),
            relationship_type=verb, source_ref=source, target_ref=target, **days,
        )  # fmt: skip

    def _identity(self, party: Party, number: int, day: date | None) -> Iterator[Any]:
        identity = _name_identity(party, number)
        if identity not in self._seen:
            self._seen.add(identity)
            self._tally.count("actors")
            kind = _CLASSES.get(party.kind, "organization")
            yield self._stix.Identity(id=identity, **_times(day), name=name_party(party), identity_class=kind)

    def _place(self, event: JoinedEvent, incident: str) -> Iterator[Any]:
        codes = load_country_codes().get(event.country or "")
        if event.place is None or codes is None:
            if event.place is not None:
                self._tally.leave_out("places of events in no country")
            return
        location = _identify("location", f"{event.place} {codes.country}")
        if location not in self._seen:
            self._seen.add(location)
            times = _times(event.first_known)
            yield self._stix.Location(id=location, **times, name=event.place, country=codes.alpha2)
        yield self._stix.Relationship(
            id=_identify("relationship", f"{incident} located-at {location}"), **_times(event.first_known),
            relationship_type="located-at", source_ref=incident, target_ref=location,
        )  # fmt: skip

    def _note(self, words: Saying | LedgerEntry) -> Iterator[Any]:
        is_position = isinstance(words, LedgerEntry)
        people = words.holders if isinstance(words, LedgerEntry) else words.speakers
        for party in people:
            yield from self._identity(party, words.number, words.citation.published)
        self._tally.count("positions" if is_position else "statements")
        about = [_name_identity(p, words.number) for p in people] or [_identify("report", words.citation.document)]
        yield self._stix.Note(
            id=_identify("note", f"{'position' if is_position else 'statement'} {words.number}"),
            **_times(words.citation.published), content=words.words, object_refs=about,
            abstract=words.kind if isinstance(words, LedgerEntry) else words.directness,
            authors=[p.name for p in people] or None, external_references=_references([words.citation]),
        )  # fmt: skip

    def _report(self, report: ChosenReport) -> Iterator[Any]:
        document = report.record.document
        held = {_identify("incident", str(t.joining.number)) for t in report.told if t.event.status.value == "actual"}
        if not held:
            self._tally.leave_out("reports that tell no event that was done")
            return
        self._tally.count("reports")
        day = document.published
        yield self._stix.Report(
            id=_identify("report", document.id), **_times(day), name=document.title or document.source,
            published=_at(day), object_refs=sorted(held),
            external_references=[_reference(document.publisher or document.agency or document.source, document.url)],
        )  # fmt: skip


def _load() -> Any:
    try:
        import stix2
    except ImportError as error:
        raise MissingExtra("export", "a STIX bundle") from error
    return stix2.v21


def _identify(kind: str, key: str) -> str:
    return f"{kind}--{uuid.uuid5(_NAMESPACE, f'{kind} {key}')}"


def _name_identity(party: Party, number: int) -> str:
    """Return the id of a party; of somebody nothing tells from others one for this event or these words alone."""
    return _identify("identity", party.key or f"{number}:{party.name}")


def _at(day: date | None) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _UNDATED


def _times(day: date | None) -> dict[str, datetime]:
    return {"created": _at(day), "modified": _at(day)}


def _references(citations: Any) -> list[dict[str, str]]:
    found = {(c.publisher, c.url): c for c in citations}
    return [_reference(c.publisher, c.url, c) for c in found.values()]


def _reference(name: str, url: str | None, citation: Citation | None = None) -> dict[str, str]:
    values = {"source_name": name}
    if url:
        values["url"] = url
    else:
        values["description"] = (citation.title or citation.source) if citation else name
    return values


FORMAT = Format("stix", "a STIX 2.1 bundle", ".stix.json", _write, never=_NEVER)
