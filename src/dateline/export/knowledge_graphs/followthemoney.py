"""Entities of followthemoney: reports as Article, actors as Person, Organization and the like, joined events as Event.

Written without that library, which needs ICU; the properties used and their types stand in `PROPERTY_TYPES`, and a test
holds them against its schema where it is installed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.compare.days import read_days
from dateline.export.chosen.party_names import name_party
from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.places.codes import load_country_codes
from dateline.situation import Citation, JoinedEvent, Party

PROPERTY_TYPES = {
    "name": "name", "wikidataId": "identifier", "country": "country", "title": "string", "fileName": "string",
    "publisher": "string", "publishedAt": "date", "sourceUrl": "url", "language": "language", "bodyText": "text",
    "author": "string", "summary": "text", "date": "date", "startDate": "date", "endDate": "date", "location": "address",
    "organizer": "entity", "involved": "entity", "proof": "entity", "keywords": "string", "recordId": "string",
}  # fmt: skip
NEVER = ("statements and positions", "where in a text", "tolls", "coordinates")
_SCHEMAS = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "military": "PublicBody", "company": "Company",
    "armed_group": "Organization", "party": "Organization", "igo": "Organization", "ngo": "Organization",
    "media": "Organization",
}  # fmt: skip
_LONGEST = 65_000  # characters of one value that followthemoney takes


@dataclass(slots=True)
class Entity:
    """One entity: id, schema and properties, each with one or several values."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: str | None) -> None:
        """Add values; None and what is there already add nothing."""
        held = self.properties.setdefault(name, [])
        held += [v[:_LONGEST] for v in dict.fromkeys(values) if v and v not in held]
        if not held:
            del self.properties[name]


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for entity in iter_entities(selection, tally):
            values = {"id": entity.id, "schema": entity.schema, "properties": entity.properties}
            file.write(json.dumps(values, ensure_ascii=False) + "\n")


def iter_entities(selection: Selection, tally: Tally) -> Iterator[Entity]:
    """Yield reports, then actors and events; each entity once."""
    for report in selection.iter_reports():
        document = report.record.document
        entity = Entity(_identify("report", document.id), "Article")
        entity.add("title", document.title)
        entity.add("fileName", document.source)
        entity.add("publisher", document.publisher or document.agency)
        entity.add("publishedAt", document.published.isoformat() if document.published else None)
        entity.add("author", *document.authors)
        entity.add("sourceUrl", _web(document.url))
        entity.add("language", "eng" if document.language == "en" else None)
        entity.add("bodyText", document.text)
        tally.count("reports")
        yield entity
    seen: set[str] = set()
    for event in selection.iter_joined():
        for party in (*event.actors, *event.recipients):
            key = key_in(event, party)
            if key not in seen:
                seen.add(key)
                tally.count("actors")
                yield _actor(party, key)
        if event.status == "actual":
            tally.count("events")
            yield _event(event)
        else:
            tally.leave_out(f"events that are {event.status}")


def key_in(event: JoinedEvent, party: Party) -> str:
    """Return the key of a party; of somebody nothing tells from others one for this event alone."""
    return party.key or f"{event.number}:{party.name}"


def _actor(party: Party, key: str) -> Entity:
    entity = Entity(_identify("actor", key), _SCHEMAS.get(party.kind, "LegalEntity"))
    entity.add("name", name_party(party))
    entity.add("country", _country(party.country))
    entity.add("wikidataId", key if key[:1] == "Q" and key[1:].isdigit() else None)
    return entity


def _event(event: JoinedEvent) -> Entity:
    entity = Entity(_identify("event", str(event.number)), "Event")
    covered = read_days(event.date)
    entity.add("name", _title(event))
    entity.add("summary", event.words)
    if covered and covered.first == covered.last:
        entity.add("date", covered.first.isoformat())
    elif covered:
        entity.add("startDate", covered.first.isoformat())
        entity.add("endDate", covered.last.isoformat())
    entity.add("location", event.place)
    entity.add("country", _country(event.country))
    entity.add("organizer", *(_identify("actor", key_in(event, p)) for p in event.actors))
    entity.add("involved", *(_identify("actor", key_in(event, p)) for p in event.recipients))
    entity.add("keywords", event.type, event.mode)
    entity.add("recordId", str(event.number))
    for citation in (telling.citation for telling in event.tellings):
        _cite(entity, citation)
    return entity


def _cite(entity: Entity, citation: Citation) -> None:
    entity.add("proof", _identify("report", citation.document))
    entity.add("publisher", citation.publisher)
    entity.add("sourceUrl", _web(citation.url))


def _title(event: JoinedEvent) -> str:
    who = ", ".join(p.name for p in event.actors) or "unknown"
    whom = ", ".join(p.name for p in event.recipients)
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    return f"{who} – {kind} – {whom}" if whom else f"{who} – {kind}"


def _identify(what: str, key: str) -> str:
    return "dateline-" + hashlib.sha1(f"{what}:{key}".encode(), usedforsecurity=False).hexdigest()


def _country(code: str | None) -> str | None:
    codes = load_country_codes().get(code or "")
    return codes.alpha2.lower() if codes else None


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


FORMAT = Format("followthemoney", "entities of followthemoney, one a line", ".ftm.json", _write, never=NEVER)
