"""Which events of several records are one, without an archive: joined as an archive joins them."""

from __future__ import annotations

from dateline.compare.mentions import EventMention, Report, iter_mentions
from dateline.compare.same_event import group_events, link_events
from dateline.model import DocumentId, EventId, Record

Told = tuple[DocumentId, EventId]
"""An event of a report."""


class EventJoiner:
    """Gathers the events of records, one record after the other."""

    def __init__(self) -> None:
        self._mentions: list[EventMention] = []
        self._numbers: dict[Told, int] = {}
        self._addresses: dict[str, int] = {}
        self._reports = 0

    def add(self, record: Record) -> None:
        """Take the events of a record."""
        self._reports += 1
        document = record.document
        address = self._addresses.setdefault(document.url or document.id, self._reports)
        report = Report(self._reports, address, self._reports, document.publisher, document.agency, document.published)
        known = {event.id: len(self._mentions) + place for place, event in enumerate(record.events, start=1)}
        self._numbers.update({(document.id, event): number for event, number in known.items()})
        self._mentions.extend(iter_mentions(record, report, known))

    def join(self) -> dict[Told, int]:
        """Return the number of the joined event that each event tells."""
        clusters = group_events(self._mentions, link_events(self._mentions))
        joined = {number: cluster.number for cluster in clusters for number in cluster.mentions}
        return {told: joined[number] for told, number in self._numbers.items()}
