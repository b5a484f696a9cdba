"""Tellings of events as they are compared: rows of the archive as mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.compare.mentions import EventMention, Report, Site
from dateline.compare.mentions import Party as Side
from dateline.compare.wording import BESIDE, Wording, read_wording
from dateline.model import EventStatus, EventType, PlaceKind
from dateline.situation.rows import Asking, Row


def load_mentions(
    ask: Asking, joined: Sequence[int], *, as_of: date | None = None, all_: bool = True
) -> list[EventMention]:
    """Return the mentions of some joined events: all there are, or those that count as of a day."""
    rows = ask("tellings", joined=joined, as_of=as_of, all=int(all_))
    roles = group_roles(ask("roles", events=[row["number"] for row in rows]))
    return [make_mention(row, roles.get(row["number"], ())) for row in rows]


def group_roles(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Return who takes part by the number of the event."""
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["event"], []).append(row)
    return grouped


def make_mention(row: Row, roles: Iterable[Row]) -> EventMention:
    """Return one row of `tellings.sql` with its rows of `roles.sql` as a mention."""
    sides: dict[str, list[Side]] = {"actor": [], "recipient": []}
    for role in roles:
        sides[role["role"]].append(Side(role["key"], role["country"] or role["own_country"]))
    return EventMention(
        number=row["number"],
        first=row["first"] or row["number"],
        report=Report(
            number=row["version"],
            document=row["address"],
            family=row["family"],
            publisher=row["publisher"],
            agency=row["agency"],
            published=date.fromisoformat(row["published"]) if row["published"] else None,
        ),
        type=EventType(row["type"]),
        mode=row["mode"],
        status=EventStatus(row["status"]),
        actors=tuple(sides["actor"]),
        recipients=tuple(sides["recipient"]),
        date=row["date"],
        place=_site(row),
        killed=row["killed"],
        injured=row["injured"],
        arrested=row["arrested"],
        source=row["teller_key"] if row["teller"] else None,
        dated=row["date"] is None or (row["date_gap"] is not None and row["date_gap"] <= BESIDE),
        **_read_wording(row)._asdict(),
    )


def _read_wording(row: Row) -> Wording:
    if row["words"] is None or row["trigger_start"] is None:
        return Wording(trigger=frozenset(row["acts"].split()), words=frozenset(row["stems"].split()))
    begin = row["start"]
    return read_wording(row["words"], row["trigger_start"] - begin, row["trigger_end"] - begin)


def _site(row: Row) -> Site | None:
    if not row["place"]:
        return None
    kind = PlaceKind(row["place_kind"])
    return Site(row["place"], kind, row["place_country"], row["latitude"], row["longitude"])
