"""Joined events, put together from their tellings as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from dateline.compare import corroboration as attesting
from dateline.compare import disagreement as differing
from dateline.compare.same_event import Link, group_events
from dateline.situation.events.joined_event import Corroboration, Disagreement, Figure, JoinedEvent, Telling
from dateline.situation.events.mentions import group_roles, make_mention
from dateline.situation.events.settling import Roles, parties_of, settle
from dateline.situation.findings.citing import cite
from dateline.situation.rows import Asking, Row


def load_events(ask: Asking, numbers: Sequence[int], as_of: date | None) -> list[JoinedEvent]:
    """Return joined events in the order of their numbers given, as their tellings known by `as_of` have them.

    What later tellings joined and those of that day do not comes apart again.
    """
    rows = ask("tellings", joined=numbers, as_of=as_of, all=0)
    roles = group_roles(ask("roles", events=[row["number"] for row in rows]))
    links = _load_links(ask, numbers)
    place = {number: index for index, number in enumerate(numbers)}
    told = {number: list(group) for number, group in groupby(rows, key=lambda row: row["joined"])}
    return [
        _make_event(group, roles, links)
        for number in sorted(told, key=lambda number: place[number])
        for group in _part(told[number], roles, links.values(), as_of)
    ]


def _load_links(ask: Asking, numbers: Sequence[int]) -> Mapping[tuple[int, int], Link]:
    return {(row["first"], row["second"]): Link(**row) for row in ask("links", joined=numbers)}


def _part(rows: list[Row], roles: Roles, links: Iterable[Link], as_of: date | None) -> list[list[Row]]:
    """Return the tellings that belong together by what was known that day."""
    if as_of is None or len(rows) == 1:
        return [rows]
    mentions = [make_mention(row, roles.get(row["number"], ())) for row in rows]
    by_number = {row["number"]: row for row in rows}
    clusters = group_events(mentions, links)
    return [sorted((by_number[n] for n in cluster.mentions), key=rows.index) for cluster in clusters]


def _make_event(rows: list[Row], roles: Roles, links: Mapping[tuple[int, int], Link]) -> JoinedEvent:
    settled = settle(rows, roles)
    best, place = settled.best, settled.place
    since = min((row["since"] for row in rows if row["since"]), default=None)
    return JoinedEvent(
        number=rows[0]["number"],
        type=settled.type,
        mode=settled.mode,
        status=settled.status,
        quad=best["quad"],
        cameo=best["cameo"],
        score=best["score"],
        date=settled.date,
        actors=settled.actors,
        recipients=settled.recipients,
        place=place["place"] if place else None,
        country=place["place_country"] if place else None,
        latitude=place["latitude"] if place else None,
        longitude=place["longitude"] if place else None,
        killed=settled.killed,
        injured=settled.injured,
        arrested=settled.arrested,
        words=best["words"] or "",
        trigger_start=(best["trigger_start"] or 0) - (best["start"] or 0),
        trigger_end=(best["trigger_end"] or 0) - (best["start"] or 0),
        first_known=date.fromisoformat(since) if since else None,
        tellings=tuple(_tell(row, rows, roles, links) for row in rows),
        corroboration=_attest(rows, roles),
        disagreements=_differ(rows, roles),
        by_person=tuple(dict.fromkeys(row["by_person"] for row in rows if row["by_person"])),
    )


def _tell(row: Row, rows: Sequence[Row], roles: Roles, links: Mapping[tuple[int, int], Link]) -> Telling:
    own = roles.get(row["number"], ())
    return Telling(
        citation=cite(row),
        actors=parties_of(own, "actor"),
        recipients=parties_of(own, "recipient"),
        status=row["status"],
        date=row["date"],
        place=row["place"],
        killed=row["killed"],
        injured=row["injured"],
        arrested=row["arrested"],
        on_word_of=row["teller_name"],
        reason=_explain(row, rows, links),
    )


def _explain(row: Row, rows: Sequence[Row], links: Mapping[tuple[int, int], Link]) -> str | None:
    """Return why a telling is taken for the event that the first of them tells."""
    if row is rows[0]:
        return None
    if row["first"] != row["number"]:
        return "told again in the same report"
    others = (links.get(_pair(row["number"], other["number"])) for other in rows)
    best = max((link for link in others if link), key=lambda link: link.strength, default=None)
    return best.reason if best else "told again in the same report"


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _attest(rows: Sequence[Row], roles: Roles) -> Corroboration:
    found = attesting.corroborate(make_mention(row, roles.get(row["number"], ())) for row in rows)
    names = {row["teller_key"]: row["teller_name"] for row in rows if row["teller"]}
    publishers = {row["version"]: cite(row).publisher for row in rows}
    copies = sum({row["version"]: row["copies"] for row in rows}.values())
    denying = [row for row in rows if row["status"] == "negated"]
    return Corroboration(
        reports=len(found.reports) + copies,
        independent=found.independent,
        sources=tuple(_name_source(source.name, names, publishers) for source in found.sources),
        on_word_of=() if found.own_voice else tuple(names.get(key) or "unnamed source" for key in found.quoted),
        denied_by=tuple(dict.fromkeys(row["teller_name"] or publishers[row["version"]] for row in denying)),
    )


def _name_source(name: str, names: Mapping[str, str], publishers: Mapping[int, str]) -> str:
    """Return a source of `dateline.compare` as it is called: "Reuters", "Vladimir Putin"."""
    sort, _, rest = name.partition(":")
    if sort == "word":
        return names.get(rest) or rest
    return publishers.get(int(rest), rest) if sort == "report" else rest


def _differ(rows: Sequence[Row], roles: Roles) -> tuple[Disagreement, ...]:
    by_number = {row["number"]: row for row in rows}
    found = differing.find_disagreements(make_mention(row, roles.get(row["number"], ())) for row in rows)
    return tuple(
        Disagreement(
            about=one.field.value,
            figures=tuple(
                Figure(str(version.value), tuple(cite(by_number[claim.mention]) for claim in version.claims))
                for version in one.versions
            ),
            reason="accounts differ" if one.is_open else "corrected by those who told it",
        )
        for one in found
    )
