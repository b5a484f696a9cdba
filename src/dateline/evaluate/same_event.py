"""How well events told by several reports are joined, against annotated chains of events (ECB+ and its like).

Entries hold `text`, `topic` and `mentions` with `start`, `end`, `type`, `sent` and, where they belong to one, `chain`.
A mention of an action counts where people take part in its sentence (a mention whose type begins with HUMAN_PART): dateline
reads what people do to people, not earthquakes. Of these, those count that were found: an event's trigger shares a
character with the mention. B-cubed (Bagga and Baldwin 1998) is then taken over the found mentions of all reports together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.compare.mentions import EventMention, Report, iter_mentions
from dateline.compare.same_event import group_events, link_events
from dateline.model import Record

_ACTIONS = ("ACTION_OCCURRENCE", "ACTION_CAUSATIVE", "ACTION_GENERIC", "NEG_ACTION_OCCURRENCE")
_PEOPLE = "HUMAN_PART"
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JoinedMention:
    """One annotated mention that was found: its chain (its own where it has none), and the joined event it was put in."""

    report: int
    topic: str
    chain: str
    event: int


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and F1 of a grouping, averaged over its members."""

    precision: float
    recall: float
    members: int

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def is_chained(entry: Entry) -> bool:
    """Tell whether an entry is annotated with chains of events over several reports."""
    return "topic" in entry and any(str(m.get("type", "")).startswith("ACTION") for m in entry.get("mentions", ()))


def score_joins(pairs: Iterable[tuple[Entry, Record]]) -> dict[str, dict[str, float]]:
    """Return the figures of all topics, and of the two halves: topics with odd numbers and with even ones.

    `all` counts every found mention; `several` only those whose chain was found in two reports or more, so that
    events nobody else tells add nothing.
    """
    found = join_entries(list(pairs))
    rows = {}
    for half, chosen in (
        ("all topics", found),
        ("odd topics", [m for m in found if is_odd(m.topic)]),
        ("even topics", [m for m in found if not is_odd(m.topic)]),
    ):
        rows[half] = _figures(measure_grouping([(m.chain, m.event) for m in chosen]))
        crossing = [(m.chain, m.event) for m in _iter_crossing(chosen)]
        rows[f"{half}, told by several"] = _figures(measure_grouping(crossing))
    return rows


def join_entries(pairs: Sequence[tuple[Entry, Record]]) -> list[JoinedMention]:
    """Join the events of all records, and return the annotated mentions that were found among them."""
    mentions: list[EventMention] = []
    places: list[dict[str, int]] = []
    for index, (_, record) in enumerate(pairs, start=1):
        numbers = {event.id: len(mentions) + n for n, event in enumerate(record.events, start=1)}
        places.append({event.id: numbers[event.id] for event in record.events})
        report = Report(number=index, document=index, family=index, published=record.document.published)
        mentions.extend(iter_mentions(record, report, numbers))
    event_of = {n: c.number for c in group_events(mentions, link_events(mentions)) for n in c.mentions}
    return [
        JoinedMention(index, str(entry["topic"]), chain, event_of[numbers[event_id]])
        for index, ((entry, record), numbers) in enumerate(zip(pairs, places, strict=True), start=1)
        for chain, event_id in iter_found(entry, record)
    ]


def iter_found(entry: Entry, record: Record) -> Iterator[tuple[str, str]]:
    """Yield chain and event id for each annotated action among people whose words an event's trigger shares."""
    peopled = {m["sent"] for m in entry["mentions"] if str(m["type"]).startswith(_PEOPLE)}
    used: set[str] = set()
    for number, mention in enumerate(entry["mentions"]):
        if mention["type"] not in _ACTIONS or mention["sent"] not in peopled:
            continue
        for event in record.events:
            if event.id not in used and event.trigger.start < mention["end"] and mention["start"] < event.trigger.end:
                used.add(event.id)
                yield mention.get("chain") or f"{entry['id']}#{number}", event.id
                break


def measure_grouping(members: Sequence[tuple[Hashable, Hashable]]) -> BCubed:
    """Return B-cubed of a grouping against the true one, each member given as (true group, found group).

    >>> round(measure_grouping([("a", 1), ("a", 1), ("b", 1)]).precision, 3)
    0.556
    """
    true: dict[Hashable, set[int]] = {}
    found: dict[Hashable, set[int]] = {}
    for index, (ours, theirs) in enumerate(members):
        true.setdefault(ours, set()).add(index)
        found.setdefault(theirs, set()).add(index)
    if not members:
        return BCubed(0.0, 0.0, 0)
    shared = [(len(true[a] & found[b]), len(found[b]), len(true[a])) for a, b in members]
    count = len(members)
    return BCubed(sum(s / f for s, f, _ in shared) / count, sum(s / t for s, _, t in shared) / count, count)


def _iter_crossing(mentions: Sequence[JoinedMention]) -> Iterator[JoinedMention]:
    reports: dict[str, set[int]] = {}
    for mention in mentions:
        reports.setdefault(mention.chain, set()).add(mention.report)
    return (mention for mention in mentions if len(reports[mention.chain]) > 1)


def is_odd(topic: str) -> bool:
    """Tell whether a topic is of the half to choose by."""
    return bool(int("".join(c for c in topic if c.isdigit()) or 0) % 2)


def _figures(score: BCubed) -> dict[str, float]:
    return {
        "precision": round(score.precision, 3), "recall": round(score.recall, 3), "f1": round(score.f1, 3),
        "found": score.members,
    }  # fmt: skip
