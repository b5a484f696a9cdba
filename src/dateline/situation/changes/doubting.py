"""Who denies what was known: denials set against the events that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.situation.ledger.bearings import LEAST_SHARED, load_candidates, meet, name_stems, seek, weigh_candidate
from dateline.situation.rows import Row
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken, Wanted, find_newest

_LEAST = 0.5
"""The least strength: more than for evidence beside a position, since a denial is said to be of this very event."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial and the joined event that it is of."""

    joined: int
    spoken: Spoken


def iter_denials(view: View, since: date) -> Iterator[Denial]:
    """Yield the denials made known after `since` of events known by then, each with the event most like it.

    An event is that of a denial where whoever denies takes part in it and it holds the denial's rare words.
    """
    later = replace(view, scope=replace(view.scope, since=since + timedelta(days=1)))
    last = view.ask("last_event_by", since=since)[0]["event"]
    for spoken in find_newest(later, Wanted("position", kinds=("denial",)), _MOST):
        joined = _find_denied(view, spoken, since, last)
        if joined is not None:
            yield Denial(joined, spoken)


def _find_denied(view: View, spoken: Spoken, since: date, last: int) -> int | None:
    """Return the event that a denial is of; none has a higher number than `last`."""
    sought = seek(view, "position", spoken.row["words"], name_stems(spoken))
    if sought.query is None:
        return None
    rows = {row["number"]: row for row in view.ask("earlier_events", words=sought.query, since=since, last=last)}
    best: tuple[float, Row] | None = None
    for candidate in load_candidates(view, list(rows.values())):
        shared = sought.stems & candidate.stems
        if sought.weights.of(shared) < LEAST_SHARED or not meet(spoken.by, (*candidate.by, *candidate.toward)):
            continue
        strength = weigh_candidate(spoken, candidate, sought, shared)
        if strength >= _LEAST and (best is None or strength > best[0]):
            best = strength, candidate.row
    return int(best[1]["joined"]) if best else None
