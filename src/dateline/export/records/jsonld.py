"""Reports, events, statements and positions as JSON-LD: schema.org, tied to words by Web Annotation selectors.

The context stands in the file, so that reading it needs no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.compare.days import read_days
from dateline.export.chosen.selection import ChosenReport, Selection, Told
from dateline.export.chosen.selectors import name_piece, name_source, select_words
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.model import Actor, ActorId, ActorKind, EventStatus, Place, Position, Span, Statement

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "dl": "urn:dateline:terms:",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector"},
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "bodyOf": {"@reverse": "oa:hasBody"},
    **{
        name: {"@id": name, "@type": "@id"}
        for name in ("agent", "object", "location", "isPartOf", "about", "accountablePerson", "actionStatus")
    },
}
_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "Country",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.MILITARY: "GovernmentOrganization",
    ActorKind.PARTY: "PoliticalParty",
    ActorKind.NGO: "NGO",
    ActorKind.COMPANY: "Corporation",
    ActorKind.MEDIA: "NewsMediaOrganization",
}
_STATUSES = {
    EventStatus.ACTUAL: "https://schema.org/CompletedActionStatus",
    EventStatus.PLANNED: "https://schema.org/PotentialActionStatus",
    EventStatus.HYPOTHETICAL: "https://schema.org/PotentialActionStatus",
    EventStatus.NEGATED: "https://schema.org/FailedActionStatus",
}


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('{"@context": ' + json.dumps(CONTEXT) + ',\n"@graph": [')
        for number, node in enumerate(_iter_nodes(selection, tally)):
            file.write(("," if number else "") + "\n" + json.dumps(node, ensure_ascii=False))
        file.write("\n]}\n")


def _iter_nodes(selection: Selection, tally: Tally) -> Iterator[dict[str, Any]]:
    for report in selection.iter_reports():
        tally.count("reports")
        yield _article(report)
        yield from (_actor(report, actor) for actor in report.record.actors)
        yield from (_place(report, place) for place in report.record.places)
        for told in report.told:
            tally.count("events")
            yield _event(report, told)
        for statement in report.statements:
            tally.count("statements")
            yield _statement(report, statement)
        for position in report.positions:
            tally.count("positions")
            yield _position(report, position)


def _article(report: ChosenReport) -> dict[str, Any]:
    document = report.record.document
    values = {
        "id": name_source(document.id),
        "type": "NewsArticle",
        "headline": document.title,
        "url": document.url,
        "publisher": _organization(document.publisher),
        "provider": _organization(document.agency),
        "author": [{"type": "Person", "name": name} for name in document.authors] or None,
        "datePublished": document.published.isoformat() if document.published else None,
        "dateModified": document.modified.isoformat() if document.modified else None,
        "inLanguage": document.language,
        "dateline": document.dateline,
        "articleBody": document.text,
    }
    return _known(values)


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"type": "Organization", "name": name} if name else None


def _actor(report: ChosenReport, actor: Actor) -> dict[str, Any]:
    same = f"http://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None
    values = {
        "id": _name(report, actor.id),
        "type": _KINDS.get(actor.kind, "Organization"),
        "name": actor.name,
        "jobTitle": actor.office if actor.kind is ActorKind.PERSON else None,
        "dl:kind": actor.kind.value,
        "dl:country": actor.country,
        "dl:sector": actor.sector.value if actor.sector else None,
        "sameAs": same,
    }
    return _known(values)


def _place(report: ChosenReport, place: Place) -> dict[str, Any]:
    geo = None
    if place.latitude is not None and place.longitude is not None:
        geo = {"type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    values = {
        "id": _name(report, place.id),
        "type": "Country" if place.kind.value == "country" else "Place",
        "name": place.name,
        "geo": geo,
        "dl:kind": place.kind.value,
        "dl:country": place.country,
        **_evidence(report, place.id, [place.span]),
    }
    return _known(values)


def _event(report: ChosenReport, told: Told) -> dict[str, Any]:
    event = told.event
    covered = read_days(event.date)
    values = {
        "id": _name(report, event.id),
        "type": "Action",
        "identifier": told.number,
        "name": told.trigger,
        "description": told.sentence,
        "additionalType": f"urn:plover:{event.type.value}" + (f":{event.mode}" if event.mode else ""),
        "actionStatus": _STATUSES[event.status],
        "agent": [_name(report, a) for a in event.actors],
        "object": [_name(report, a) for a in event.recipients],
        "startTime": covered.first.isoformat() if covered else None,
        "endTime": covered.last.isoformat() if covered else None,
        "location": _name(report, event.place) if event.place else None,
        "isPartOf": name_source(report.record.document.id),
        "dl:status": event.status.value,
        "dl:date": event.date,
        "dl:score": event.score,
        "dl:cameo": event.cameo,
        "dl:killed": event.killed,
        "dl:injured": event.injured,
        "dl:arrested": event.arrested,
        "dl:rule": event.rule,
        "dl:reason": event.reason,
        **_evidence(report, event.id, [event.trigger]),
    }
    return _known(values)


def _statement(report: ChosenReport, statement: Statement) -> dict[str, Any]:
    text = report.record.document.text
    speakers: Sequence[ActorId] = statement.speakers or ((statement.speaker,) if statement.speaker else ())
    values = {
        "id": _name(report, statement.id),
        "type": "Quotation" if statement.directness.value == "direct" else "Statement",
        "identifier": report.numbers[statement.id],
        "text": " … ".join(span.of(text) for span in statement.content),
        "accountablePerson": [_name(report, a) for a in speakers],
        "isPartOf": name_source(report.record.document.id),
        "dl:directness": statement.directness.value,
        "dl:date": statement.date,
        **_evidence(report, statement.id, statement.content),
    }
    return _known(values)


def _position(report: ChosenReport, position: Position) -> dict[str, Any]:
    text = report.record.document.text
    condition = position.condition
    values = {
        "id": _name(report, position.id),
        "type": "Claim",
        "identifier": report.numbers[position.id],
        "text": position.content.of(text),
        "accountablePerson": [_name(report, a) for a in position.holder],
        "about": [_name(report, a) for a in position.toward],
        "isPartOf": name_source(report.record.document.id),
        "dl:kind": position.kind.value,
        "dl:condition": condition.span.of(text) if condition else None,
        "dl:relation": condition.relation.value if condition else None,
        "dl:deadline": position.deadline,
        "dl:topic": position.topic,
        **_evidence(report, position.id, [position.content]),
    }
    return _known(values)


def _evidence(report: ChosenReport, piece: str, spans: Sequence[Span]) -> dict[str, Any]:
    """Return the annotation that ties a piece to its words."""
    document = report.record.document
    source = name_source(document.id)
    targets = [
        {"type": "SpecificResource", "source": source, "selector": select_words(document.text, span)} for span in spans
    ]
    return {"bodyOf": {"id": f"{_name(report, piece)}:evidence", "type": "Annotation", "target": targets}}


def _name(report: ChosenReport, piece: str) -> str:
    return name_piece(report.record.document.id, piece)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], ())}


FORMAT = Format("jsonld", "whole records as JSON-LD: schema.org and Web Annotation selectors", ".jsonld", _write)
