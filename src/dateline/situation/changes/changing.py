"""What changed from one day to another: found by comparing the events that something was told of with what they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.errors import BadQuestion
from dateline.situation.changes.change import Change, ChangeKind
from dateline.situation.changes.doubting import iter_denials
from dateline.situation.events.joined_event import JoinedEvent
from dateline.situation.events.joined_events import load_events
from dateline.situation.events.timeline import choose_query
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.rows import Row, count
from dateline.situation.views.scope import Scope
from dateline.situation.views.view import View

_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
_MOST_SOURCES = " ORDER BY sources DESC, since DESC, number LIMIT :limit"
_FIGURES = ("killed", "injured", "arrested")


def find_changes(view: View, since: date, limit: int | None) -> Found[Change]:
    """Return what became known after `since`, up to the day asked for.

    Corrections, withdrawals, doubts and confirmations come first, all of them; then new events, those of most sources
    first, as far as `limit` goes. Raises BadQuestion where `since` is not before the day asked for.
    """
    if view.as_of is not None and since >= view.as_of:
        raise BadQuestion(f"nothing lies between {since} and the day asked for ({view.as_of})")
    changes = [
        *_iter_withdrawn(view, since),
        *_iter_versions(view, since),
        *_iter_told_again(view, since),
        *_iter_denied(view, since),
    ]
    changes.sort(key=lambda change: (_ORDER[change.kind], -change.day.toordinal(), change.number or 0))
    new, total = _find_new(view, since, None if limit is None else max(0, limit - len(changes)))
    return Found((*changes, *new)[:limit], len(changes) + total, Change)


def _find_new(view: View, since: date, limit: int | None) -> tuple[list[Change], int]:
    limits = {**view.limits(), "known_after": since}
    query = choose_query(limits)
    rows = view.ask(query, _MOST_SOURCES, **limits, limit=-1 if limit is None else limit)
    events = load_events(view.ask, [row["number"] for row in rows], view.as_of)
    return [_make_new(event, since) for event in events], count(view.reader, query, **limits)


def _make_new(event: JoinedEvent, since: date) -> Change:
    sources = ", ".join(event.corroboration.sources[:3])
    citations = tuple(telling.citation for telling in event.tellings[:3])
    return Change(
        ChangeKind.NEW, event.first_known or since, "event", event.number, event.words, f"told by {sources}", citations
    )


def _iter_withdrawn(view: View, since: date) -> Iterator[Change]:
    for row in view.ask("withdrawn", since=since, as_of=view.as_of):
        reason = f"{row['status']} by its wire" + (f": {_first_line(row['notice'])}" if row["notice"].strip() else "")
        day = date.fromisoformat(row["day"])
        yield Change(ChangeKind.WITHDRAWN, day, "report", row["number"], _title(row), reason, (_cite_report(row),))


def _iter_versions(view: View, since: date) -> Iterator[Change]:
    """Yield reports of which a new version came."""
    if view.scope != Scope():
        return  # a whole report belongs to no actor, type or place
    rows = view.ask("new_versions", since=since, as_of=view.as_of)
    first = {row["version"]: row["number"] for row in view.ask("first_words", versions=[r["version"] for r in rows])}
    for row in rows:
        cited = _cite_report({**row, "number": first.get(row["version"])})
        day = date.fromisoformat(row["since"])
        yield Change(
            ChangeKind.CORRECTED,
            day,
            "report",
            first.get(row["version"]),
            _title(row),
            "a new version of the report",
            (cited,),
        )


def _iter_told_again(view: View, since: date) -> Iterator[Change]:
    """Yield figures that changed, doubts and confirmations of events that were known."""
    numbers = _in_scope(view, [row["joined"] for row in view.ask("told_again", since=since, as_of=view.as_of)])
    before = _by_telling(load_events(view.ask, numbers, since))
    for event in load_events(view.ask, numbers, view.as_of):
        known = [before[t.citation.number] for t in event.tellings if t.citation.number in before]
        superseded = known or [one for one in before.values() if one.number == event.number]
        if superseded:
            yield from _compare(superseded[0], event, since)


def _iter_denied(view: View, since: date) -> Iterator[Change]:
    """Yield events that were known and that somebody denies since."""
    denials = list(iter_denials(view, since))
    known = set(_in_scope(view, [denial.joined for denial in denials]))
    events = {event.number: event for event in load_events(view.ask, sorted(known), view.as_of)}
    for denial in denials:
        event, spoken = events.get(denial.joined), denial.spoken
        if event is None:
            continue
        day = spoken.citation.published or since
        who = ", ".join(party.name for party in spoken.by) or "somebody"
        reason = f"denied by {who}: {spoken.row['words']}"
        yield Change(
            ChangeKind.DOUBTED, day, "event", event.number, event.words, reason, (spoken.citation, event.citation)
        )


def _in_scope(view: View, numbers: Sequence[int]) -> list[int]:
    if view.scope == Scope():
        return list(numbers)
    limits = view.limits()
    known = {row["number"] for row in view.ask(choose_query(limits), **limits)}
    return [number for number in numbers if number in known]


def _by_telling(events: Sequence[JoinedEvent]) -> Mapping[int, JoinedEvent]:
    return {telling.citation.number: event for event in events for telling in event.tellings}


def _compare(before: JoinedEvent, after: JoinedEvent, since: date) -> Iterator[Change]:
    later = tuple(t.citation for t in after.tellings if t.citation.published and t.citation.published > since)
    day = max((c.published for c in later if c.published), default=since)
    change = Change(ChangeKind.CORRECTED, day, "event", after.number, after.words, "", later or (after.citation,))
    for figure in _FIGURES:
        was, now = getattr(before, figure), getattr(after, figure)
        told = {getattr(t, figure) for t in after.tellings if t.citation in later} - {None, was}
        if was is not None and told:
            latest = now if now != was and now is not None else max(told)
            yield replace(change, reason=f"{figure}: {was:,}, now {latest:,}")
    doubters = [name for name in after.corroboration.denied_by if name not in before.corroboration.denied_by]
    if doubters:
        yield replace(change, kind=ChangeKind.DOUBTED, reason=f"denied by {', '.join(doubters)}")
    gained = [name for name in after.corroboration.sources if name not in before.corroboration.sources]
    if before.corroboration.independent < 2 <= after.corroboration.independent and gained:
        yield replace(change, kind=ChangeKind.CONFIRMED, reason=f"a further independent source: {', '.join(gained)}")


def _title(row: Row) -> str:
    return str(row["title"] or row["source"])


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:200]


def _cite_report(row: Row) -> Citation:
    """Cite a whole report: by its title and the first thing that was read in it."""
    return Citation(
        number=row["number"] or 0,
        document=row["id"],
        title=row["title"],
        publisher=row["publisher"] or row["agency"] or row["source"].rsplit("/", 1)[-1],
        agency=row["agency"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        url=row["url"],
        source=row["source"],
        start=0,
        end=0,
        words=row["title"] or "",
    )
