"""The ledger: who wants, promises, demands, refuses, denies or warns of what, and what bears on it later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import BadQuestion
from dateline.model import PositionKind
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.ledger.bearings import find_bearings
from dateline.situation.ledger.evidence import Bearing
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import load_parties
from dateline.situation.rows import UNKNOWN_DAY, Row, count
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken, Wanted, find_said, load_said

_HOLDERS = 5


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A position of somebody, with its condition, and what came later in the matter. Nothing says kept or broken.

    `kind` is goal, commitment, demand, refusal, denial or warning; `day` the ISO day of the report; `topics` the matters
    it belongs to (nouns, actors, places); `also` cites other reports of the same position; `by_person` is who changed
    what was read.
    """

    number: int
    day: str | None
    holders: tuple[Party, ...]
    kind: str
    words: str
    toward: tuple[Party, ...]
    condition: str | None
    relation: str | None
    deadline: str | None
    topics: tuple[str, ...]
    told_by: str | None
    citation: Citation
    also: tuple[Citation, ...]
    later: tuple[Bearing, ...]
    by_person: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic that positions are held on: how many, by whom, from when to when."""

    topic: str
    entries: int
    holders: tuple[Party, ...]
    first_day: str | None
    last_day: str | None


def _split_topic(topic: str | None) -> tuple[str, ...]:
    return tuple(term.strip() for term in (topic or "").split(",") if term.strip(" -"))


def find_ledger(view: View, wanted: Wanted, *, limit: int | None, offset: int, later: bool) -> Found[LedgerEntry]:
    """Return a page of positions, newest first; where `later`, with what came later in the matter of each."""
    for kind in wanted.kinds:
        if kind not in tuple(PositionKind):
            raise BadQuestion(f"{kind!r} is no kind of position; allowed: {', '.join(PositionKind)}")
    found, total = find_said(view, wanted, limit=limit, offset=offset)
    first = _find_first_later(view, found) if later else 0
    return Found(tuple(make_entry(view, spoken, later=later, first=first) for spoken in found), total, LedgerEntry)


def _find_first_later(view: View, found: Sequence[Spoken]) -> int:
    """Return a number below which nothing is that came later than any of some positions."""
    since = min((spoken.row["since"] for spoken in found if spoken.row["since"]), default=None)
    return int(view.ask("first_item_since", since=since)[0]["item"]) if since else 0


def find_entry(view: View, number: int) -> LedgerEntry:
    """Return a position with what came later; raise BadQuestion where there is none of that number."""
    found = [spoken for spoken in load_said(view, [number]) if spoken.row["layer"] == "position"]
    if not found:
        raise BadQuestion(f"{view.reader.path}: no position has the number {number}")
    return make_entry(view, found[0], later=True)


def make_entry(view: View, spoken: Spoken, *, later: bool, first: int = 0) -> LedgerEntry:
    """Return a position as an entry of the ledger; what came later is looked for from the number `first` on."""
    row = spoken.row
    return LedgerEntry(
        number=row["number"],
        day=row["day"],
        holders=spoken.by,
        kind=row["kind"],
        words=row["words"],
        toward=spoken.toward,
        condition=row["condition"],
        relation=row["relation"],
        deadline=row["deadline"],
        topics=_split_topic(row["topic"]),
        told_by=row["told_by"],
        citation=spoken.citation,
        also=spoken.also,
        later=find_bearings(view, spoken, first) if later else (),
        by_person=row["by_person"],
    )


def find_matters(view: View, by: str | None, limit: int | None) -> Found[Matter]:
    """Return the topics that most positions are held on, with those who hold most of them."""
    asked: dict[str, Any] = {
        "by": view.pairs((by,)) if by else None,
        "as_of": view.as_of,
        "since": view.scope.since,
        "until": view.scope.until,
    }
    tail = " ORDER BY entries DESC, t.topic LIMIT :limit"
    rows = view.ask("matters", tail, **asked, limit=-1 if limit is None else limit)
    holders: dict[str, list[int]] = {row["topic"]: [] for row in rows}
    for row in view.ask("matter_holders", topics=list(holders)):
        holders[row["topic"]].append(row["party"])
    holders = {topic: found[:_HOLDERS] for topic, found in holders.items()}
    parties = load_parties(view.ask, {number for found in holders.values() for number in found})
    matters = tuple(
        Matter(row["topic"], row["entries"], tuple(parties[n] for n in holders[row["topic"]]), *_days(row))
        for row in rows
    )
    return Found(matters, count(view.reader, "matters", **asked), Matter)


def _days(row: Row) -> tuple[str | None, str | None]:
    """Return the first and the last day, None where no day is known."""
    first, last = row["first_day"], row["last_day"]
    return None if first == UNKNOWN_DAY else first, None if last == UNKNOWN_DAY else last
