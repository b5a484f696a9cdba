"""Who tells an event, in whose voice, and how many of them are independent of each other.

Copies of one report, reports of one agency and reports of one publisher are one source. A report that only quotes
somebody on an event adds nothing to that person's word: ten reports that quote one minister are one source, the minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.compare.mentions import EventMention, Report


@dataclass(frozen=True, slots=True)
class Source:
    """One independent source: who it is (`agency:Reuters`, `publisher:The Gazette`, `word:RUS-MIL`, `report:17`).

    `reports` are the reports that have it from there; a report stands with one source only.
    """

    name: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How well an event is attested.

    `own_voice` are the reports that tell it themselves, `quoted` the reports that have it on somebody's word, by
    that somebody's key ("?" for unnamed sources); a report can do both. `sources` are independent of each other.
    """

    reports: tuple[int, ...]
    publishers: tuple[str, ...]
    agencies: tuple[str, ...]
    own_voice: tuple[int, ...]
    quoted: Mapping[str, tuple[int, ...]]
    sources: tuple[Source, ...]

    @property
    def independent(self) -> int:
        """How many sources there are that do not depend on each other."""
        return len(self.sources)


def corroborate(mentions: Iterable[EventMention]) -> Corroboration:
    """Return who tells the event that all these mentions tell."""
    by_report: dict[int, list[EventMention]] = {}
    for mention in mentions:
        by_report.setdefault(mention.report.number, []).append(mention)
    reports = {number: told[0].report for number, told in sorted(by_report.items())}
    own_voice = tuple(n for n in reports if any(m.source is None for m in by_report[n]))
    words = {m.source for told in by_report.values() for m in told if m.source}
    return Corroboration(
        reports=tuple(reports),
        publishers=_names(r.publisher for r in reports.values()),
        agencies=_names(r.agency for r in reports.values()),
        own_voice=own_voice,
        quoted={w: tuple(n for n in reports if any(m.source == w for m in by_report[n])) for w in sorted(words)},
        sources=_find_sources(reports, by_report),
    )


def _names(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _find_sources(reports: Mapping[int, Report], told: Mapping[int, Sequence[EventMention]]) -> tuple[Source, ...]:
    """Put reports that share a family, an agency, a publisher or the one they quote into one source each."""
    source_of: dict[str, str] = {}

    def root(mark: str) -> str:
        while source_of.setdefault(mark, mark) != mark:
            mark = source_of[mark]
        return mark

    marks = {number: list(_iter_marks(report, told[number])) for number, report in reports.items()}
    for found in marks.values():
        for mark in found[1:]:
            source_of[root(mark)] = root(found[0])
    members: dict[str, list[int]] = {}
    for number, found in marks.items():
        members.setdefault(root(found[0]), []).append(number)
    return tuple(Source(_name_source(marks[numbers[0]]), tuple(numbers)) for numbers in members.values())


def _iter_marks(report: Report, mentions: Sequence[EventMention]) -> Iterator[str]:
    """Yield what ties a report to others that are no source of their own beside it, the one to name it by first."""
    words = sorted({m.source for m in mentions if m.source})
    if words and all(m.source for m in mentions):
        # Unnamed sources of two reports are not known to be one: only the report's own origin can tie them.
        named = [word for word in words if word != "?"]
        if named:
            yield f"word:{named[0]}"
            return
    if report.agency:
        yield f"agency:{report.agency}"
    elif report.publisher:
        yield f"publisher:{report.publisher}"
    yield f"report:{report.number}"
    yield f"family:{report.family}"
    yield f"document:{report.document}"


def _name_source(marks: Sequence[str]) -> str:
    return marks[0]
